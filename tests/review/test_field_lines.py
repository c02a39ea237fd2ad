import copy

from hypothesis import given, settings
from hypothesis import strategies as st

from heymilo_ops.model.desired import desire
from heymilo_ops.model.facts import ChangeClass
from heymilo_ops.plan.change import FieldChange
from heymilo_ops.plan.diff import diff_forms
from heymilo_ops.report.writer import Writer
from heymilo_ops.review.field_lines import FieldLines, text_of
from heymilo_ops.text.sanitize import is_hidden
from heymilo_ops.text.width import cells

ANY = ChangeClass.WORDING


def lines(*fields: FieldChange, form=None, width: int = 80) -> list[str]:
    return list(map(text_of, FieldLines(form, width).lines(fields, "")))


def test_short_values_on_one_line() -> None:
    assert lines(FieldChange("/title", "changed", "Old", "New", ANY)) == ['~ title: "Old" → "New"']
    assert lines(FieldChange("/max_retakes", "added", None, 2, ANY)) == ["+ max_retakes: 2"]
    assert lines(FieldChange("/max_retakes", "removed", 2, None, ANY)) == ["- max_retakes: 2"]
    assert lines(FieldChange("/metadata/team", "changed", "a", None, ANY)) == ['~ metadata.team: "a" → (not set)']
    assert lines(FieldChange("/title", "moved", 0, 1, ANY)) == ["~ title: moved from place 1 to 2"]


def test_long_texts_as_word_diff() -> None:
    text = "The conversation is recorded and an engineer reads every single report that is made of it"
    change = FieldChange("/job_overview", "changed", text, text.replace("engineer", "expert"), ANY)
    assert lines(change, width=60) == [
        "~ job_overview:",
        "    | The conversation is recorded and an",
        "    | [-engineer-]{+expert+} reads every single report that",
        "    | is made of it",
    ]
    shown = lines(FieldChange("/job_overview", "changed", text, text + "\n", ANY), width=60)
    assert shown[1] == "    (differs only in blanks at the end of a line)"
    added = lines(FieldChange("/job_overview", "added", None, "one\n\ntwo", ANY))
    assert added == ["+ job_overview:", "    | one", "    |", "    | two"]


def test_long_values_that_are_no_text() -> None:
    old, new = ["a" * 30, "b" * 30], ["c" * 30, "d" * 30]
    shown = lines(FieldChange("/workflow/0/config/types", "changed", old, new, ANY), width=60)
    assert shown[0] == "~ step 1" and shown[1] == "    ~ types:" and len(shown) == 6
    assert lines(FieldChange("/x", "added", None, old, ANY), width=60)[0] == "+ x:"


def test_question_without_form_is_told_by_number() -> None:
    assert lines(FieldChange("/workflow/1/questions/2/score_weight", "changed", 3, 5, ANY)) == [
        "~ step 2",
        "    ~ question 3",
        "        ~ score_weight: 3 → 5",
    ]


def test_question_without_key_is_told_by_its_text(made) -> None:
    form = made.wanted().form
    shown = lines(FieldChange("/workflow/1/questions/1/score_weight", "changed", 3, 5, ANY), form=form)
    assert shown[0] == "~ step 2, AI voice interview"
    assert shown[1] == '    ~ question "Tell me about a production inci…"'


def test_whole_questions_and_moves(made) -> None:
    shown = "\n".join(lines(*made.FIELDS, form=made.wanted().form))
    assert "~ question review: moved from place 3 to 1\n        ~ score_weight: 3 → 2" in shown
    assert "+ question oncall" in shown and '- question why-us\n        - text: "Why do you want' in shown
    assert shown.count("question review") == 1
    unkeyed = lines(FieldChange("/workflow/0/questions/0", "removed", {"modality": "form", "text": "Q?"}, None, ANY))
    assert unkeyed == ["~ step 1, Web form", '    - form field "Q?"']


def test_questions_stand_in_their_order() -> None:
    removed = FieldChange("/workflow/0/questions/3", "removed", {"modality": "form", "text": "D?"}, None, ANY)
    others = [FieldChange(f"/workflow/0/questions/{i}/score_weight", "changed", 1, 2, ANY) for i in (2, 0)]
    shown = [line.strip() for line in lines(removed, *others) if "question" in line or "form" in line]
    assert shown == ["~ step 1, Web form", "~ question 1", "~ question 3", '- form field "D?"']


def test_whole_steps(made) -> None:
    step = made.wanted().form["workflow"][0]
    added = lines(FieldChange("/workflow/0", "added", None, step, ANY))
    assert added[:3] == [
        "+ step 1, Web form",
        "    + knockout_enabled: true",
        '    + form field "Is your working day within UTC-…"',
    ]
    removed = lines(FieldChange("/workflow/0", "removed", step, None, ANY))
    assert removed == ["- step 1, Web form", '    - form field "Is your working day within UTC-…"']
    form = made.wanted().form
    moved = lines(FieldChange("/workflow/1", "moved", 0, 1, ANY), form=form)
    assert moved == ["~ step 2, AI voice interview: moved from place 1 to 2"]
    assert lines(FieldChange("/workflow/1", "changed", "x", None, ANY)) == ['~ step 2: "x" → (not set)']
    assert lines(FieldChange("/workflow/0", "removed", {"type": "form"}, None, ANY)) == ["- step 1, Web form"]


def test_nested_config_of_a_new_step() -> None:
    step = {"type": "conversational_sms", "config": {"blackout_period": {"start_hour": 22}}, "questions": []}
    shown = lines(FieldChange("/workflow/0", "added", None, step, ANY))
    assert shown[1] == "    + blackout_period.start_hour: 22"


def test_question_lists_given_or_left_to_heymilo() -> None:
    questions = [{"modality": "form", "text": "Q?"}]
    assert lines(FieldChange("/workflow/0/questions", "added", None, questions, ANY))[:3] == [
        "~ step 1",
        "    + questions: given here; HeyMilo wrote them so far",
        '        + form field "Q?"',
    ]
    assert lines(FieldChange("/workflow/0/questions", "removed", questions, None, ANY))[1:] == [
        "    - questions: left to HeyMilo, unreviewed, from now on",
        '        - form field "Q?"',
    ]
    assert lines(FieldChange("/workflow/0/questions", "added", None, [], ANY))[1:] == [
        "    + questions: given here; HeyMilo wrote them so far"
    ]


def test_a_question_that_is_no_mapping() -> None:
    assert lines(FieldChange("/workflow/0/questions/0", "added", None, "odd", ANY))[1] == "    + question 1"


def test_colours(made) -> None:
    shown = "\n".join(map(Writer(enabled=True).pieces, FieldLines(made.wanted().form, 80).lines(made.FIELDS, "")))
    assert "\x1b[31m[-payment-]\x1b[0m\x1b[32m{+customer+}\x1b[0m" in shown


WORDS = st.lists(
    st.sampled_from(["pay", "twice", "\u202ebidi", "日本語", "::error::", "<b>", "\x1b[2J", "\n\n"]), max_size=30
)
TEXTS = WORDS.map(" ".join)


@st.composite
def manifests(draw, made):
    data = copy.deepcopy(made.RESOLVED)
    data["company_overview"] = draw(TEXTS)
    steps = data["workflow"]
    voice = steps[1]["questions"]
    data["workflow"][1]["questions"] = draw(st.permutations(voice))[: draw(st.integers(1, 4))]
    for question in data["workflow"][1]["questions"]:
        question["additional_instructions"] = draw(TEXTS)
        question["score_weight"] = draw(st.integers(1, 5))
        if draw(st.booleans()):
            del question["key"]
    if draw(st.booleans()):
        data["workflow"] = steps[::-1]
    elif draw(st.booleans()):
        data["workflow"] = steps[1:]
    return desire(data, "p.yaml")


def test_any_difference_fits_and_is_clean(made) -> None:
    @settings(max_examples=60, deadline=None)
    @given(manifests(made), manifests(made))
    def check(before, after) -> None:
        fields = diff_forms(before.form, after.form, before.keys, after.keys)
        shown = lines(*fields, form=after.form, width=70)
        assert bool(shown) == bool(fields)
        for line in shown:
            assert not any(is_hidden(char) for char in line)
            assert cells(line) <= 80
            assert not line.lstrip().startswith("::")

    check()


def test_what_looks_alike_is_told_apart_in_words() -> None:
    def shown(before: object, after: object, width: int = 100) -> list[str]:
        return lines(FieldChange("/x", "changed", before, after, ANY), width=width)

    assert shown("12 km", "12\u00a0km")[1] == "    (differs only in no-break or other special blanks)"
    assert shown(["\u00e9"], ["e\u0301"])[1] == "    (differs only in Unicode composition)"
    assert shown("Mari\u200bsol", "Marisol") == [
        '~ x: "Mari<U+200B>sol" → "Marisol"',
        "    (differs only in characters that can't be seen)",
    ]
    assert shown("a cat " * 9, "a c\u0430t " + "a cat " * 8, 40)[1] == (
        "    (differs only in letters of another alphabet that look alike)"
    )
    assert shown("a\x1b[31mb " * 9, "ab " * 9, 40)[1] == "    (differs only in white space and unseen characters)"
    assert len(shown("a", "b")) == 1
