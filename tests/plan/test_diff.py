"""The difference of two forms, as people would tell it."""

from __future__ import annotations

import copy
import json
import re
import subprocess
import sys
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from heymilo_ops.model.canonical import canonical, digest
from heymilo_ops.model.desired import desire
from heymilo_ops.model.facts import ChangeClass
from heymilo_ops.plan.change import FieldChange
from heymilo_ops.plan.diff import SIMILAR, Item, diff_forms, moved, pair_questions, pair_steps, similarity

SMALL = settings(max_examples=100, deadline=None)


def form(*steps: dict[str, Any], **root: Any) -> dict[str, Any]:
    return canonical({"name": "nurse", "title": "Nurse", "workflow": list(steps), **root})


def voice(text: str, **fields: Any) -> dict[str, Any]:
    return {"modality": "voice", "text": text, **fields}


def interview(*questions: dict[str, Any], **config: Any) -> dict[str, Any]:
    return {"type": "web_interview", "config": config, "questions": list(questions)}


def told(before: dict[str, Any], after: dict[str, Any]) -> list[tuple[str, str, Any, Any, str]]:
    return [(each.path, each.kind, each.before, each.after, each.effect.value) for each in diff_forms(before, after)]


A, B, C, D = voice("What draws you to nights?"), voice("When could you start?"), voice("Drugs rounds?"), voice("Pay?")


@given(data=st.data())
@SMALL
def test_nothing_differs_from_itself(data: Any, postings: Any) -> None:
    one = desire(data.draw(postings), "a.yaml")
    assert diff_forms(one.form, copy.deepcopy(one.form), one.keys, one.keys) == ()


@given(data=st.data())
@SMALL
def test_a_difference_shows_exactly_where_the_digest_moves(data: Any, postings: Any) -> None:
    one, other = desire(data.draw(postings), "a.yaml"), desire(data.draw(postings), "a.yaml")
    assert bool(diff_forms(one.form, other.form)) == (one.digest != other.digest)


@given(data=st.data())
@SMALL
def test_the_new_form_follows_from_the_old_one_and_the_difference(data: Any, postings: Any) -> None:
    one, other = desire(data.draw(postings), "a.yaml"), desire(data.draw(postings), "a.yaml")
    changes = diff_forms(one.form, other.form)
    json.dumps([(each.before, each.after) for each in changes])
    assert digest(rebuilt(one.form, changes)) == other.digest


@pytest.mark.parametrize("pair", [(True, 1), ([True], [1]), ([1], ["1"]), ({"a": 1}, {}), ({"a": 1}, [1]), (1, "1")])
def test_answers_of_another_type_are_another_answer(pair: tuple[Any, Any]) -> None:
    forms = [
        form({"type": "form", "questions": [{"modality": "form", "text": "Age?", "answer": answer}]}) for answer in pair
    ]
    assert [each.effect for each in diff_forms(*forms)] == [ChangeClass.KNOCKOUT]
    assert [each.effect for each in diff_forms(*reversed(forms))] == [ChangeClass.KNOCKOUT]


def test_a_number_written_in_two_ways_is_one_number() -> None:
    assert diff_forms(form(interview(A, min_evaluation_score=1)), form(interview(A, min_evaluation_score=1.0))) == ()


def test_root_fields_and_settings_are_told_one_by_one() -> None:
    before = form(interview(A), deadline="2027-01-01T00:00:00Z", metadata={"a/b": "1", "__t": "x"}, language="de")
    after = form(interview(A), metadata={"a/b": "2", "c": "3"}, max_retakes=1, title="Night nurse")
    assert told(before, after) == [
        ("/deadline", "removed", "2027-01-01T00:00:00Z", None, "notice"),
        ("/language", "removed", "de", None, "identity"),
        ("/max_retakes", "added", None, 1, "knockout"),
        ("/metadata/__t", "removed", "x", None, "cosmetic"),
        ("/metadata/a~1b", "changed", "1", "2", "cosmetic"),
        ("/metadata/c", "added", None, "3", "cosmetic"),
        ("/title", "changed", "Nurse", "Night nurse", "identity"),
    ]


def test_config_is_told_by_leaf_each_with_its_own_class() -> None:
    before = form(interview(A, video=True, cheat_detection_config={"threshold": 70, "types": ["tab_switching"]}))
    after = form(
        interview(
            A,
            cheat_detection_config={"threshold": 60, "types": ["phone_detection", "tab_switching"]},
            web_interview_config={"avatar_image_url": "https://a.example/b.png", "intro_message": "Hi"},
            min_evaluation_score=0.5,
        )
    )
    base = "/workflow/0/config"
    assert told(before, after) == [
        (f"{base}/cheat_detection_config/threshold", "changed", 70, 60, "rubric"),
        (
            f"{base}/cheat_detection_config/types",
            "changed",
            ["tab_switching"],
            ["phone_detection", "tab_switching"],
            "notice",
        ),
        (f"{base}/min_evaluation_score", "added", None, 0.5, "knockout"),
        (f"{base}/video", "removed", True, None, "notice"),
        (f"{base}/web_interview_config/avatar_image_url", "added", None, "https://a.example/b.png", "cosmetic"),
        (f"{base}/web_interview_config/intro_message", "added", None, "Hi", "notice"),
    ]


def test_dropdown_values_are_one_value() -> None:
    def step(*labels: str) -> dict[str, Any]:
        values = [{"label": label} for label in labels]
        return {"type": "form", "questions": [{"modality": "form", "text": "Shift?", "dropdown_values": values}]}

    assert told(form(step("Day", "Night")), form(step("Night", "Day", "Any"))) == [
        (
            "/workflow/0/questions/0/dropdown_values",
            "changed",
            [{"label": "Day"}, {"label": "Night"}],
            [{"label": "Night"}, {"label": "Day"}, {"label": "Any"}],
            "wording",
        )
    ]


def test_one_moved_question_is_one_move() -> None:
    assert told(form(interview(A, B, C, D)), form(interview(B, C, D, A))) == [
        ("/workflow/0/questions/3", "moved", 0, 3, "wording")
    ]
    assert told(form(interview(A, B, C, D)), form(interview(D, A, B, C))) == [
        ("/workflow/0/questions/0", "moved", 3, 0, "wording")
    ]


def test_an_inserted_question_moves_nothing() -> None:
    new = voice("Who trained you?", score_weight=2)
    assert told(form(interview(A, B)), form(interview(new, A, B))) == [
        ("/workflow/0/questions/0", "added", None, new, "scoring")
    ]
    assert told(form(interview(new, A, B)), form(interview(A, B))) == [
        ("/workflow/0/questions/0", "removed", new, None, "scoring")
    ]


def test_a_reworded_question_keeps_its_other_fields() -> None:
    after = voice("What draws you to the night shift?", score_weight=2)
    assert told(form(interview(A, B)), form(interview(B, after))) == [
        ("/workflow/0/questions/0", "moved", 1, 0, "wording"),
        ("/workflow/0/questions/1/score_weight", "added", None, 2, "scoring"),
        ("/workflow/0/questions/1/text", "changed", A["text"], after["text"], "wording"),
    ]


def test_a_key_pairs_what_nothing_else_would_and_is_told() -> None:
    after = voice("Describe your last shift.")
    changes = diff_forms(
        form(interview(A)), form(interview(after)), {"/workflow/0/questions/0": "q"}, {"/workflow/0/questions/0": "q"}
    )
    assert changes == (
        FieldChange("/workflow/0/questions/0/text", "changed", A["text"], after["text"], ChangeClass.WORDING, key="q"),
    )


def test_without_a_key_another_text_is_another_question() -> None:
    kinds = [each.kind for each in diff_forms(form(interview(A)), form(interview(voice("Describe your last shift."))))]
    assert kinds == ["removed", "added"]


def test_another_modality_is_structure() -> None:
    step = {"type": "resume", "questions": [{"modality": "resume_scoring", "text": "RN licence", "score_of_1": "none"}]}
    after = {"type": "resume", "questions": [{"modality": "resume_eligibility", "text": "RN licence"}]}
    assert told(form(step), form(after)) == [
        ("/workflow/0/questions/0/modality", "changed", "resume_scoring", "resume_eligibility", "identity"),
        ("/workflow/0/questions/0/score_of_1", "removed", "none", None, "rubric"),
    ]


def test_questions_that_heymilo_writes_come_and_go_as_one() -> None:
    written = form({"type": "web_interview"})
    assert told(written, form(interview(A, voice("Pay?", score_weight=1)))) == [
        ("/workflow/0/questions", "added", None, [A, voice("Pay?", score_weight=1)], "scoring")
    ]
    assert told(form(interview(A)), written) == [("/workflow/0/questions", "removed", [A], None, "wording")]
    assert told(form({"type": "form", "questions": []}), form({"type": "form"})) == [
        ("/workflow/0/questions", "removed", [], None, "wording")
    ]


def test_steps_are_structure() -> None:
    one, two, three = interview(A), {"type": "form"}, {"type": "resume"}
    assert told(form(one, two), form(two, one, three)) == [
        ("/workflow/0", "moved", 1, 0, "identity"),
        ("/workflow/2", "added", None, {"type": "resume"}, "identity"),
    ]
    assert told(form(one, two), form(one, three)) == [
        ("/workflow/1", "removed", {"type": "form"}, None, "identity"),
        ("/workflow/1", "added", None, {"type": "resume"}, "identity"),
    ]


def test_repeated_steps_are_paired_in_order() -> None:
    changes = told(form(interview(A), interview(B)), form(interview(A), interview(B, C)))
    assert changes == [("/workflow/1/questions/1", "added", None, C, "wording")]


def test_a_removed_leaf_is_pointed_at_where_it_was() -> None:
    before = form({"type": "form"}, interview(C, voice("Pay?", not_scored=True)))
    assert told(before, form(interview(C, voice("Pay?")))) == [
        ("/workflow/0", "removed", {"type": "form"}, None, "identity"),
        ("/workflow/1/questions/1/not_scored", "removed", True, None, "scoring"),
    ]


def test_a_template_in_place_of_steps() -> None:
    after = canonical({"name": "nurse", "title": "Nurse", "interview_template_id": "IT_1", "workflow": None})
    changes = told(form(interview(A)), after)
    assert [each[:2] for each in changes] == [
        ("/interview_template_id", "added"),
        ("/workflow", "added"),
        ("/workflow/0", "removed"),
    ]
    assert [each[:2] for each in told(after, form(interview(A)))] == [
        ("/interview_template_id", "removed"),
        ("/workflow", "removed"),
        ("/workflow/0", "added"),
    ]


def test_equal_forms_cost_no_import() -> None:
    code = (
        "import sys; from heymilo_ops.plan.diff import diff_forms;"
        "form = {'name': 'a', 'title': 'T', 'workflow': [{'type': 'web_interview', 'config': {'video': True},"
        " 'questions': [{'modality': 'voice', 'text': 'Q'}]}]};"
        "assert diff_forms(form, form) == (); print(sorted({'deepdiff', 'rapidfuzz'} & set(sys.modules)))"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "[]"


STEP = r"/workflow/\d+"
QUESTION = r"/workflow/\d+/questions/\d+"


def rebuilt(before: Any, changes: tuple[FieldChange, ...]) -> Any:
    """The form after, from the form before and the changes alone."""
    form = copy.deepcopy(dict(before))
    leaves = [each for each in changes if not re.fullmatch(f"{STEP}|{QUESTION}", each.path)]
    for each in leaves:
        if each.kind == "removed":
            _take_out(form, each.path)
    old = form.pop("workflow", None)
    if old is None or isinstance(old, list):
        order = _order(len(old or ()), "/workflow", "/workflow", changes)
        steps = [value if i is None else old[i] for i, value in order]
        for j, (i, _) in enumerate(order):
            questions = steps[j].get("questions")
            if i is not None and questions is not None:
                asked = _order(len(questions), f"/workflow/{i}/questions", f"/workflow/{j}/questions", changes)
                steps[j]["questions"] = [value if k is None else questions[k] for k, value in asked]
        if steps:
            form["workflow"] = steps
    for each in leaves:
        if each.kind != "removed":
            _put(form, each.path, each.after)
    return form


def _order(count: int, old: str, new: str, changes: tuple[FieldChange, ...]) -> list[tuple[int | None, Any]]:
    """Old position and added value, one of them, of each place of the new list."""
    gone = {n for each in changes if each.kind == "removed" for n in _place(each.path, old)}
    moved = {each.after: each.before for each in changes if each.kind == "moved" and _place(each.path, new)}
    added = {n: each.after for each in changes if each.kind == "added" for n in _place(each.path, new)}
    rest = iter([i for i in range(count) if i not in gone | set(moved.values())])
    return [
        (None, copy.deepcopy(added[j])) if j in added else (moved[j] if j in moved else next(rest), None)
        for j in range(count - len(gone) + len(added))
    ]


def _place(path: str, base: str) -> list[int]:
    found = re.fullmatch(re.escape(base) + r"/(\d+)", path)
    return [int(found[1])] if found else []


def _unescape(path: str) -> list[str]:
    return [token.replace("~1", "/").replace("~0", "~") for token in path.split("/")[1:]]


def _step_in(value: Any, token: str) -> Any:
    return value[int(token)] if isinstance(value, list) else value.setdefault(token, {})


def _take_out(form: Any, path: str) -> None:
    tokens = _unescape(path)
    trail = [form]
    for token in tokens[:-1]:
        trail.append(_step_in(trail[-1], token))
    del trail[-1][tokens[-1]]
    for value, token in zip(reversed(trail[:-1]), reversed(tokens[:-1]), strict=True):
        if isinstance(value, dict) and value[token] == {}:
            del value[token]


def _put(form: Any, path: str, value: Any) -> None:
    tokens = _unescape(path)
    for token in tokens[:-1]:
        form = _step_in(form, token)
    form[tokens[-1]] = value


REWORDED = [
    ("How do you decide what to test first?", "How do you choose what to test first?"),
    (
        "Tell me about a time you changed your mind about a technical decision.",
        "Describe a time when you changed your mind on a technical decision. What changed it?",
    ),
    ("Can you work at least one weekend day each week?", "Are you able to work at least one day every weekend?"),
    (
        "Do you have the right to work in the UK?",
        "Do you have the right to work in the UK, or will you by your start date?",
    ),
    ("How many hours a week would you like to work?", "How many hours per week do you want to work?"),
    ("What draws you to this role?", "What draws you to this role at our company?"),
    ("At least 3 years of Python", "At least five years of Python in production"),
]
OTHER = [
    ("Can you work at least one weekend day each week?", "How many hours a week would you like to work?"),
    (
        "Tell me about a time you changed your mind about a technical decision.",
        "Tell me about a time you disagreed with your manager.",
    ),
    ("Do you have the right to work in the UK?", "Do you have a driving licence?"),
    ("Do you have the right to work in the UK?", "Do you have experience on a till?"),
    ("When can you start?", "Why do you want this job?"),
    ("At least 3 years of Python", "At least 3 years of Kubernetes"),
    ("How do you decide what to test first?", "How do you keep a service observable?"),
    ("Walk us through an incident you handled.", "Walk us through a design you are proud of."),
]


def items(*texts: str, modality: str = "voice") -> list[Item]:
    return [Item(None, modality, text) for text in texts]


@pytest.mark.parametrize("pair", OTHER)
def test_another_question_is_not_a_rewording(pair: tuple[str, str]) -> None:
    assert similarity(*pair) < SIMILAR
    assert pair_questions(items(pair[0]), items(pair[1])) == []


@pytest.mark.parametrize("pair", REWORDED)
def test_a_rewording_is_the_same_question(pair: tuple[str, str]) -> None:
    assert similarity(*pair) >= SIMILAR
    assert pair_questions(items(pair[0]), items(pair[1])) == [(0, 0)]


def test_two_keys_are_two_questions_however_alike() -> None:
    alike = "How do you decide?", "How do you decide now?"
    assert pair_questions([Item("a", "voice", alike[0])], [Item("b", "voice", alike[1])]) == []
    assert pair_questions([Item("a", "voice", alike[0])], [Item(None, "voice", alike[1])]) == [(0, 0)]


def test_a_renamed_key_on_the_same_text_is_the_same_question() -> None:
    assert pair_questions([Item("a", "voice", "Why?")], [Item("b", "voice", "Why?")]) == [(0, 0)]


def test_the_key_comes_before_the_text() -> None:
    before = [Item("a", "voice", "Why?"), Item("b", "voice", "How?")]
    after = [Item("b", "voice", "Why?"), Item("a", "voice", "How?")]
    assert pair_questions(before, after) == [(1, 0), (0, 1)]


def test_equal_text_of_the_same_modality_comes_first() -> None:
    before = [Item(None, "resume_scoring", "RN"), Item(None, "resume_eligibility", "RN")]
    after = [Item(None, "resume_eligibility", "RN"), Item(None, "resume_scoring", "RN")]
    assert pair_questions(before, after) == [(1, 0), (0, 1)]
    assert pair_questions(before[:1], after[:1]) == [(0, 0)]


def test_similar_text_of_another_modality_is_no_pair() -> None:
    one, other = REWORDED[0]
    assert pair_questions(items(one), items(other, modality="voice_tags")) == []


def test_the_most_similar_pair_first_then_the_nearest() -> None:
    assert pair_questions(items("start date one", "start date two"), items("start date two!")) == [(1, 0)]
    assert pair_questions(items("start date a", "start date b"), items("x", "start date c")) == [(1, 1)]


def test_equal_texts_are_paired_in_order() -> None:
    assert pair_questions(items("Why?", "Why?"), items("Why?", "Why?", "Why?")) == [(0, 0), (1, 1)]


def test_steps_by_type_and_order() -> None:
    assert pair_steps(["form", "resume", "form"], ["resume", "form", "form", "form"]) == [(1, 0), (0, 1), (2, 2)]
    assert pair_steps([], ["form"]) == []


@pytest.mark.parametrize(
    ("pairs", "movers"),
    [
        ([], set()),
        ([(0, 0), (1, 1)], set()),
        ([(1, 0), (2, 1), (0, 2)], {(0, 2)}),
        ([(2, 0), (0, 1), (1, 2)], {(2, 0)}),
        ([(0, 0), (3, 1), (1, 2), (2, 3), (4, 4)], {(3, 1)}),
    ],
)
def test_the_fewest_move(pairs: list[tuple[int, int]], movers: set[tuple[int, int]]) -> None:
    assert moved(pairs) == movers


@given(st.permutations(range(6)))
def test_no_smaller_set_of_moves_does(order: list[int]) -> None:
    pairs = [(i, j) for j, i in enumerate(order)]
    stay = [pair for pair in pairs if pair not in moved(pairs)]
    assert stay == sorted(stay)
    longer = combinations(pairs, len(stay) + 1)
    assert not any(list(some) == sorted(some) for some in longer)


@given(st.lists(st.sampled_from("abc")), st.lists(st.sampled_from("abcd")))
def test_pairs_are_one_to_one(before: list[str], after: list[str]) -> None:
    pairs = pair_questions(items(*before), items(*after))
    assert len({i for i, _ in pairs}) == len({j for _, j in pairs}) == len(pairs)
