from __future__ import annotations

from typing import Any

import pytest

from heymilo_ops.lint.rules.requirement_twice import requirement_twice

YEARS = "How many years of experience in retail sales do you have?"


def resume(text: str, enforced: bool = True) -> dict[str, Any]:
    questions = [{"modality": "resume_eligibility", "text": text}]
    return {"type": "resume", "config": {"knockout_enabled": enforced}, "questions": questions}


def form(text: str, answer: Any, **fields: Any) -> dict[str, Any]:
    question = {"modality": "form", "text": text, "answer": answer, "is_knockout": True, **fields}
    return {"type": "form", "config": {"knockout_enabled": True}, "questions": [question]}


def sms(text: str, **fields: Any) -> dict[str, Any]:
    question = {"modality": "sms", "text": text, "is_dealbreaker": True, **fields}
    return {"type": "conversational_sms", "config": {"knockout_enabled": True}, "questions": [question]}


@pytest.mark.parametrize(
    ("steps", "pointer", "words"),
    [
        (
            [resume("Has two years of experience in retail sales."), form(YEARS, 3, operator="gte")],
            "answer",
            "at least 3",
        ),
        ([sms(YEARS, expected_value=1), form(YEARS, 2, operator="gt")], "answer", "more than 2"),
        ([form(YEARS, 2, operator="gte"), sms(YEARS, expected_value=5)], "expected_value", "here with 5"),
        (
            [sms("Can you work at night?", expected_answer="yes"), form("Can you work at night?", ["no", "never"])],
            "answer",
            "never, no",
        ),
        (
            [
                resume("Has 2 years of experience in retail sales."),
                sms("Has 3 years of experience in retail sales?", expected_value=3),
            ],
            "expected_value",
            "with 2",
        ),
    ],
)
def test_two_values_of_one_requirement(hits_of, steps, pointer: str, words: str):
    (hit,) = hits_of(requirement_twice, {"workflow": steps})
    assert hit.pointer == f"/workflow/1/questions/0/{pointer}" and words in hit.message


@pytest.mark.parametrize(
    "steps",
    [
        [resume("Has two years of experience in retail sales."), form(YEARS, 2, operator="gte")],
        [resume("Has two years of experience in retail sales.", enforced=False), form(YEARS, 3, operator="gte")],
        [resume("Has two years of experience in wholesale."), form(YEARS, 3, operator="gte")],
        [form(YEARS, 2, is_knockout=False), sms(YEARS, expected_value=5)],
        [sms(YEARS, expected_value=2, is_dealbreaker=False), form(YEARS, 5)],
        [sms("Ready?", expected_answer="yes"), form("Steady?", "no")],
        [form(YEARS, None), sms(YEARS, expected_value=5)],
        [
            resume("Has one to two years of experience in retail sales."),
            form("Has one to two years of experience in retail sales?", "1 2"),
        ],
    ],
)
def test_one_value_or_two_requirements(hits_of, steps):
    assert hits_of(requirement_twice, {"workflow": steps}) == []
