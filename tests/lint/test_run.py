from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

import pytest

from heymilo_ops.finding import Severity
from heymilo_ops.lint.rule import Hit, Subject, info, warning
from heymilo_ops.lint.run import run


@warning("ZZ001")
def every_question(subject: Subject) -> Iterator[Hit]:
    """Say something about every question."""
    yield from (Hit(pointer, "a question", "look") for pointer, _ in subject.questions)


@info("ZZ002")
def first_question(subject: Subject) -> Iterator[Hit]:
    """Say more about the first question."""
    yield Hit("/workflow/0/questions/0", "the first question", "look", Severity.ERROR)


@warning("ZZ003")
def broken(subject: Subject) -> Iterable[Hit]:
    """Divide by nothing."""
    raise ZeroDivisionError


QUESTIONS = [{"text": f"Question number {i}?", "question_type": "number"} for i in range(11)]


def form(name: str) -> dict[str, Any]:
    return {"name": name, "workflow": [{"type": "form", "questions": QUESTIONS}]}


def test_nothing_to_look_at():
    assert run([]) == []


def test_a_rule_that_raises_is_our_bug(subject_of: Callable[..., Subject]):
    with pytest.raises(ZeroDivisionError):
        run([subject_of({})], [broken])


def test_order_is_address_then_place_then_code(subject_of: Callable[..., Subject]):
    found = run([subject_of(form("b")), subject_of(form("a"))], [first_question, every_question])
    assert [finding.address for finding in found] == ["a"] * 12 + ["b"] * 12
    assert [(finding.pointer.rsplit("/", 1)[1], finding.code) for finding in found[:3]] == [
        ("0", "ZZ001"),
        ("0", "ZZ002"),
        ("1", "ZZ001"),
    ]
    assert found[11].pointer.endswith("/10")


def test_a_finding_has_all_of_its_rule_and_hit(subject_of: Callable[..., Subject]):
    finding = run([subject_of(form("a"))], [first_question])[0]
    assert (finding.code, finding.name, finding.severity) == ("ZZ002", "first-question", Severity.ERROR)
    assert (finding.message, finding.help, finding.place) == ("the first question", "look", None)
    assert first_question.page == "Say more about the first question."
