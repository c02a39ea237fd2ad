from __future__ import annotations

import pytest

from heymilo_ops.lint.rules import knockouts as rules
from heymilo_ops.lint.rules.knockouts import (
    knockout_switch_idle,
    knockout_switched_off,
    resume_can_be_skipped,
    resume_not_first,
)


def sms(**fields):
    return {"modality": "sms", "text": "Ready?", **fields}


QUIET = [
    (rules.dealbreaker_without_answer, sms()),
    (rules.dealbreaker_without_answer, sms(is_dealbreaker=False)),
    (rules.dealbreaker_without_answer, sms(is_dealbreaker=True, expected_answer="yes")),
    (rules.dealbreaker_without_answer, sms(is_dealbreaker=True, expected_value=0)),
    (rules.sms_answer_of_another_kind, sms(expected_answer="yes")),
    (rules.sms_answer_of_another_kind, sms(expected_value=1)),
    (rules.sms_answer_of_another_kind, sms(question_type="YES_NO", expected_answer="yes")),
    (rules.sms_answer_of_another_kind, sms(question_type="NUMERIC", expected_value=0)),
    (rules.sms_answer_not_yes_or_no, sms(question_type="YES_NO", expected_answer="Yes ")),
    (rules.sms_answer_not_yes_or_no, sms(question_type="YES_NO")),
    (rules.sms_answer_not_yes_or_no, sms(expected_answer="maybe")),
]


@pytest.mark.parametrize(("rule", "part"), QUIET)
def test_quiet(hits_of, rule, part):
    assert hits_of(rule, part) == []


LOUD = [
    (rules.dealbreaker_without_answer, sms(is_dealbreaker=True), "is_dealbreaker", "add expected_answer"),
    (
        rules.dealbreaker_without_answer,
        sms(is_dealbreaker=True, question_type="NUMERIC"),
        "is_dealbreaker",
        "add expected_value",
    ),
    (rules.sms_answer_of_another_kind, sms(expected_answer="yes", expected_value=1), "expected_answer", "both"),
    (
        rules.sms_answer_of_another_kind,
        sms(question_type="NUMERIC", expected_answer="2"),
        "expected_answer",
        "NUMERIC and",
    ),
    (rules.sms_answer_of_another_kind, sms(question_type="YES_NO", expected_value=1), "expected_value", "YES_NO and"),
    (rules.sms_answer_not_yes_or_no, sms(question_type="YES_NO", expected_answer="true"), "expected_answer", '"true"'),
]


@pytest.mark.parametrize(("rule", "part", "name", "said"), LOUD)
def test_loud(hits_of, rule, part, name: str, said: str):
    (hit,) = hits_of(rule, part)
    assert hit.pointer == f"/workflow/0/questions/0/{name}" and said in f"{hit.message} {hit.help}"


MUST = {"modality": "resume_eligibility", "text": "Has a licence."}
WISH = {"modality": "resume_scoring", "text": "Depth"}
BREAKER = {"text": "Ready?", "is_dealbreaker": True}
GATE = {"text": "Ready?", "is_knockout": True}


def step(kind: str, switch: bool | None, *questions):
    return {"type": kind, "config": {"knockout_enabled": switch}, "questions": list(questions)}


@pytest.mark.parametrize(
    "part",
    [
        {"type": "form"},
        {"type": "resume"},
        step("form", True, GATE),
        step("form", None, {"text": "Ready?"}),
        step("conversational_sms", True, BREAKER),
        step("conversational_sms", False, {"text": "Ready?"}),
        step("resume", True, MUST),
        step("resume", False, MUST),
        step("resume", None, WISH),
    ],
)
def test_switches_that_fit(hits_of, part):
    assert hits_of(knockout_switched_off, part) == []
    assert hits_of(knockout_switch_idle, part) == []


@pytest.mark.parametrize(
    ("part", "place"),
    [
        (step("form", False, {"text": "When?"}, GATE), "/questions/1/is_knockout"),
        ({"type": "form", "questions": [GATE]}, "/questions/0/is_knockout"),
        (step("conversational_sms", None, BREAKER, BREAKER), "/questions/0/is_dealbreaker"),
        (step("resume", None, MUST), ""),
    ],
)
def test_a_knockout_without_its_switch(hits_of, part, place: str):
    assert [hit.pointer for hit in hits_of(knockout_switched_off, part)] == [f"/workflow/0{place}"]


@pytest.mark.parametrize("kind", ["form", "conversational_sms"])
def test_a_switch_without_a_knockout(hits_of, kind: str):
    hits = hits_of(knockout_switch_idle, step(kind, True, {"text": "Ready?"}))
    assert [hit.pointer for hit in hits] == ["/workflow/0/config/knockout_enabled"]
    assert hits_of(knockout_switch_idle, {"type": kind, "config": {"knockout_enabled": True}}) == []


def test_a_switch_without_a_requirement(hits_of):
    assert len(hits_of(knockout_switch_idle, step("resume", True, WISH))) == 1


FORM = {"type": "form"}


@pytest.mark.parametrize(
    "config",
    [
        None,
        {},
        {"mandatory": False},
        {"mandatory": True, "knockout_enabled": True},
        {"knockout_enabled": True},
        {"mandatory": False, "min_evaluation_score": 0},
    ],
)
def test_screens_that_cannot_be_passed_by(hits_of, config):
    assert hits_of(resume_can_be_skipped, {"type": "resume", "config": config}) == []


@pytest.mark.parametrize("gate", [{"knockout_enabled": True}, {"min_evaluation_score": 0.5}])
def test_screens_that_can(hits_of, gate):
    hits = hits_of(resume_can_be_skipped, {"type": "resume", "config": {"mandatory": False, **gate}})
    assert [hit.pointer for hit in hits] == ["/workflow/0/config/mandatory"]


def test_the_resume_comes_first(hits_of):
    assert hits_of(resume_not_first, {"workflow": [FORM]}) == []
    assert hits_of(resume_not_first, {"workflow": [{"type": "resume"}, FORM]}) == []
    assert [hit.pointer for hit in hits_of(resume_not_first, {"workflow": [FORM, {"type": "resume"}]})] == [
        "/workflow/1"
    ]
