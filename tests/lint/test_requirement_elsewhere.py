from __future__ import annotations

from collections.abc import Callable
from typing import Any

from heymilo_ops.lint.rule import Subject
from heymilo_ops.lint.rules.requirement_elsewhere import requirement_of_another_value

YEARS = "How many years of experience in retail sales do you have?"


def form(answer: Any, text: str = YEARS, operator: str | None = "gte") -> dict[str, Any]:
    question = {"modality": "form", "text": text, "answer": answer, "is_knockout": True, "operator": operator}
    return {"type": "form", "config": {"knockout_enabled": True}, "questions": [question]}


def resume(text: str) -> dict[str, Any]:
    questions = [{"modality": "resume_eligibility", "text": text}]
    return {"type": "resume", "config": {"knockout_enabled": True}, "questions": questions}


def counts(subject_of: Callable[..., Subject], *parts: dict[str, Any]) -> list[int]:
    subjects = [subject_of(part) for part in parts]
    hits = list(requirement_of_another_value.check(subjects))
    return [sum(subject is one for subject, _ in hits) for one in subjects]


def test_the_one_that_differs_from_most(subject_of) -> None:
    assert counts(subject_of, form(2), form(5), form(2)) == [0, 1, 0]
    assert counts(subject_of, form(2), resume("Has three years of experience in retail sales.")) == [0, 1]


def test_one_value_or_two_requirements(subject_of) -> None:
    assert counts(subject_of, form(2), form(2)) == [0, 0]
    assert counts(subject_of, form(2), form(3, "How many years of experience in wholesale do you have?")) == [0, 0]
    assert counts(subject_of, form("yes", "Ready?", None), form("no", "Ready?", None)) == [0, 0]


def test_two_values_in_one_posting_are_another_rule_s(subject_of) -> None:
    both = {"workflow": [form(2), resume("Has three years of experience in retail sales.")]}
    assert counts(subject_of, both) == [0]
