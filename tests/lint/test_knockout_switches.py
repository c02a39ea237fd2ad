from __future__ import annotations

import pytest

from heymilo_ops.lint.rules.knockout_switches import knockout_switch_idle, knockout_switched_off

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
