from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heymilo_ops.finding import Severity
from heymilo_ops.model.facts import ChangeClass
from heymilo_ops.model.people import UNKNOWN, Impact
from heymilo_ops.model.reason import Reason, ReasonCode
from heymilo_ops.plan.change import (
    Action,
    ActivatePosting,
    ArchivePosting,
    Change,
    Drain,
    FieldChange,
    RecordOnly,
    SafetyChange,
)
from heymilo_ops.plan.review_input import ReviewInput, bare_input
from heymilo_ops.review.verdict import LONGEST, Label, VerdictCounts, people_left, verdict_line, verdict_of
from tests.review.reviews import changed, finding, form_step, knockout, manifest, only, review_of, voice, voice_step

NIGHTS = form_step(knockout(), knockout_enabled=True)
ASKED = form_step(knockout(), knockout_enabled=False)
TALK = voice_step(voice(), min_evaluation_score=0.6)
AI = "You are talking to an AI. It is recorded."


def labels(review: ReviewInput) -> tuple[str, ...]:
    return verdict_of(review).words


def test_nothing_changes() -> None:
    verdict = verdict_of(review_of(Change("a", Action.UNCHANGED)))
    assert (verdict.line, verdict.label, verdict.also) == ("No change", Label.NONE, ())


def test_an_error_is_the_headline_also_where_nothing_changes() -> None:
    error = finding("SY101", Severity.ERROR, in_plan=False, must_fix=True)
    verdict = verdict_of(review_of(Change("a", Action.UNCHANGED), findings=(error,)))
    assert (verdict.line, verdict.label) == ("Must fix 1", Label.CANT_JUDGE)
    of_plan = finding("PL103", Severity.ERROR, address=None, must_fix=True)
    assert verdict_of(review_of(findings=(of_plan,))).words == ("can't be judged",)


def test_a_replaced_interview_with_one_change_of_each_kind(made) -> None:
    verdict = verdict_of(bare_input(made.a_plan(made.replacing())))
    assert verdict.line == (
        "Knock-outs +1 · notices 1 changed · questions 3 changed · weights, pass mark 60 → 70, higher"
    )
    assert verdict.words == (
        "replaces a live interview",
        "changes who is rejected",
        "changes what candidates are told",
        "changes scoring",
        "changes what is asked",
        "changes settings",
    )


def test_a_switch_that_is_turned_on_makes_knockouts_of_what_was_asked() -> None:
    review = changed(manifest(ASKED, TALK), manifest(NIGHTS, TALK))
    assert verdict_of(review).line == "Knock-outs +1"
    assert labels(review) == ("replaces a live interview", "changes who is rejected")
    assert verdict_of(changed(manifest(NIGHTS, TALK), manifest(ASKED, TALK))).line == "Knock-outs −1"


def test_a_knockout_whose_switch_is_off_rejects_nobody() -> None:
    review = changed(manifest(form_step(), TALK), manifest(ASKED, TALK))
    assert Label.REJECTS not in verdict_of(review).labels
    assert "Knock-outs" not in verdict_of(review).line


@pytest.mark.parametrize("other", [knockout(answer="No"), knockout("Can you work on Sundays?", key="q")])
def test_a_knockout_with_another_answer_or_question_is_changed(other: dict) -> None:
    before = manifest(form_step(knockout(key="q"), knockout_enabled=True), TALK)
    review = changed(before, manifest(form_step({**other, "key": "q"}, knockout_enabled=True), TALK))
    assert verdict_of(review).line.startswith("Knock-outs 1 changed")


def test_a_knockout_is_never_hidden_behind_a_notice() -> None:
    review = changed(
        manifest(ASKED, TALK, interview_process_overview=AI),
        manifest(NIGHTS, TALK, interview_process_overview=f"{AI} It takes ten minutes."),
        Action.UPDATE,
    )
    verdict = verdict_of(review)
    assert verdict.label is Label.REJECTS and verdict.also[0] is Label.TELLS
    assert verdict.line.index("Knock-outs") < verdict.line.index("notices")


def test_a_sentence_that_is_gone_is_counted_as_removed() -> None:
    review = changed(
        manifest(TALK, interview_process_overview=AI), manifest(TALK, interview_process_overview=AI.split(".")[0])
    )
    assert verdict_of(review).line == "Notices 1 removed"


def test_required_answers_and_retakes_count_as_hurdles() -> None:
    review = changed(manifest(TALK), manifest(TALK, max_retakes=2), Action.UPDATE)
    assert verdict_of(review).label is Label.REJECTS
    required = form_step({"text": "When could you begin?", "is_answer_mandated": True})
    free = form_step({"text": "When could you begin?", "is_answer_mandated": False})
    assert verdict_of(changed(manifest(free, TALK), manifest(required, TALK))).line.startswith("Knock-outs 1 changed")


def test_a_resume_that_has_to_be_there_is_a_knockout() -> None:
    def screen(**config: object) -> dict:
        item = {"modality": "resume_scoring", "text": "Care with records", "score_weight": 1}
        return {"type": "resume", "config": config, "questions": [item]}

    review = changed(manifest(screen(), TALK), manifest(screen(mandatory=True), TALK))
    assert verdict_of(review).line.startswith("Knock-outs +1")


def test_questions_that_heymilo_writes_cant_be_judged() -> None:
    unwritten = {"type": "form", "config": {"knockout_enabled": True}}
    review = changed(manifest(TALK), manifest(unwritten, TALK))
    assert verdict_of(review).label is Label.CANT_JUDGE
    assert verdict_of(review).counts.gates_added == 1
    template = {"name": "nurse", "title": "Night Nurse", "interview_template_id": "IT1"}
    assert labels(changed(None, template)) == ("can't be judged", "new interview")


def test_a_new_interview() -> None:
    verdict = verdict_of(changed(None, manifest(NIGHTS, TALK)))
    assert verdict.line == "Knock-outs +1 · questions 2 new · pass mark 60 · takes 4 min"
    assert verdict.words == ("new interview",)
    held = changed(None, manifest(NIGHTS, TALK), Action.HOLD)
    assert verdict_of(held).words == ("new interview",)


def test_an_interview_that_closes() -> None:
    impact = Impact(42, 17, 25, "2026-11-28T08:00:00Z")
    verdict = verdict_of(changed(manifest(NIGHTS, TALK), None, impact=impact))
    assert (verdict.line, verdict.words) == ("25 people not completed", ("closes an interview",))


@pytest.mark.parametrize(
    "more",
    [
        {"operations": (ArchivePosting("OLDER"),)},
        {"operations": (RecordOnly(),), "drains": (Drain("OLD", None, 14, "2026-12-12"),)},
    ],
)
def test_what_drains_or_was_left_open_closes_too(more: dict) -> None:
    review = changed(manifest(TALK), manifest(TALK), Action.UPDATE, **more)
    assert verdict_of(review).label is Label.CLOSES


def test_a_draft_that_is_activated_is_a_new_interview() -> None:
    review = changed(manifest(TALK), manifest(TALK), Action.UPDATE, operations=(ActivatePosting("OLD"),))
    assert verdict_of(review).label is Label.NEW


def test_wording_only_and_settings_only() -> None:
    other = voice_step(voice("Tell me about a queue that you have shortened."), min_evaluation_score=0.6)
    assert labels(changed(manifest(TALK), manifest(other), Action.UPDATE)) == ("wording only",)
    later = manifest(TALK, deadline="2035-01-31T18:00:00Z")
    assert labels(changed(manifest(TALK), later, Action.UPDATE)) == ("settings only",)
    both = manifest(other, deadline="2035-01-31T18:00:00Z")
    assert labels(changed(manifest(TALK), both, Action.UPDATE)) == ("changes wording", "changes settings")
    assert verdict_of(changed(manifest(TALK), later, Action.UPDATE)).line == "Settings only"


def test_content_that_isnt_known_cant_be_judged() -> None:
    change = Change("a", Action.REPLACE, before_digest="sha256:1", after_digest="sha256:2")
    assert verdict_of(review_of(change)).label is Label.CANT_JUDGE
    waits = Change("a", Action.HOLD, (Reason(ReasonCode.OUTCOME_UNKNOWN),))
    assert verdict_of(review_of(waits)).label is Label.CANT_JUDGE


def test_what_is_checked_less_is_a_change_of_settings() -> None:
    plan = replace(review_of().plan, safety=(SafetyChange("lint", "every rule", "less"),))
    assert verdict_of(ReviewInput(plan)).label is Label.SETTINGS


def test_the_verdict_on_one_posting_of_several() -> None:
    review = changed(manifest(ASKED, TALK), manifest(NIGHTS, TALK))
    other = Change("porter", Action.CREATE)
    review = replace(
        review,
        plan=replace(review.plan, changes=(*review.plan.changes, other)),
        findings=(finding("KO101", Severity.ERROR, must_fix=True), finding("SY101", Severity.ERROR, address="x")),
    )
    assert verdict_of(review, other).line == "New interview"
    assert verdict_of(review, only(review)).line == "Must fix 1 · knock-outs +1"
    assert verdict_of(review).words == ("replaces a live interview", "changes who is rejected", "new interview")


def test_a_plan_that_was_read_from_a_file_tells_gates_by_its_fields() -> None:
    def change(*fields: FieldChange) -> Change:
        return Change("a", Action.REPLACE, fields=fields, before_digest="sha256:1", after_digest="sha256:2")

    gate = {"modality": "form", "text": "Nights?", "is_knockout": True, "answer": "Yes"}
    knockout_class, at = ChangeClass.KNOCKOUT, "/workflow/0/questions/1"
    review = review_of(
        change(
            FieldChange("/workflow/0/config/knockout_enabled", "changed", True, False, knockout_class),
            FieldChange(f"{at}/answer", "changed", "Yes", "No", knockout_class),
            FieldChange(at, "added", None, gate, knockout_class),
            FieldChange("/workflow/0/questions/2", "added", None, {"modality": "form", "text": "?"}, knockout_class),
            FieldChange("/workflow/1/config/min_evaluation_score", "removed", 0.6, None, knockout_class),
        )
    )
    assert verdict_of(review).line == "Knock-outs +1 −1, 1 changed · questions 2 changed · no pass mark"


def test_people_of_several_changes() -> None:
    def change(left: int | str | None) -> Change:
        return Change("a", Action.REPLACE, impact=UNKNOWN if left is None else Impact(9, 0, left, None))

    assert people_left([Change("a", Action.CREATE)]) is None
    assert people_left([change(None), change(None)]) == "not known"
    assert people_left([change("fewer than 5")]) == "fewer than 5"
    assert people_left([change(20), change(5)]) == 25
    assert people_left([change(20), change("fewer than 5"), change("at least 7")]) == "at least 28"
    assert people_left([change(20), change(None), change("many")]) == "at least 20"


@pytest.mark.parametrize(
    ("people", "words"),
    [
        (1, "1 person not completed"),
        (12345, "9999+ people not completed"),
        ("not known", "People not known"),
        ("fewer than 5", "Fewer than 5 people not completed"),
    ],
)
def test_people_in_the_line(people: int | str, words: str) -> None:
    assert verdict_line(VerdictCounts(people=people), Label.CLOSES) == words


def test_a_public_review_counts_nobody() -> None:
    review = changed(manifest(TALK), None, impact=Impact(42, 17, 25, None))
    assert verdict_of(replace(review, public=True)).counts.people is None


numbers = st.one_of(st.just(0), st.integers(0, 12), st.integers(0, 10**9))
marks = st.one_of(st.none(), st.floats(0, 1))
COUNTS = st.builds(
    VerdictCounts,
    *[numbers] * 8,
    weighs=st.booleans(),
    guides=numbers,
    marks=st.lists(st.tuples(marks, marks), max_size=3).map(tuple),
    minutes=st.one_of(st.none(), st.tuples(numbers, numbers)),
    people=st.one_of(
        st.none(),
        numbers,
        st.just("not known"),
        st.just("fewer than 5"),
        numbers.map(lambda number: f"at least {number}"),
    ),
)
ORDER = (
    r"(Must fix [\d+]+)?( · )?(knock-outs [^·]+)?( · )?(notices [^·]+)?( · )?(questions [^·]+)?( · )?"
    r"((weights|guides|no pass mark|pass mark)[^·]*)?( · )?(takes [\d+]+(–[\d+]+)? min)?( · )?"
    r"(((fewer than |at least )?[\d+]+ people|1 person)( not completed)?|people not known)?"
)


@given(COUNTS, st.sampled_from(Label))
def test_the_line_is_short_and_in_order_whatever_it_counts(counts: VerdictCounts, label: Label) -> None:
    line = verdict_line(counts, label)
    assert 0 < len(line) <= LONGEST
    whole = line[:1].upper() + line[1:]
    assert line == whole
    if counts != VerdictCounts():
        assert re.fullmatch(ORDER, line, re.IGNORECASE), line
    assert bool(counts.must_fix) == line.startswith("Must fix")
    assert bool(counts.gates_added or counts.gates_removed or counts.gates_changed) == ("nock-outs" in line)
