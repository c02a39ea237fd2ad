from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from heymilo_ops.finding import Severity
from heymilo_ops.lint.rule import Hit, Subject
from heymilo_ops.lint.rules.question_elsewhere import question_scored_otherwise

TEXT = "Tell me about a customer who was upset."


def question(criteria: str | None, weight: int | None = None, text: str = TEXT) -> dict[str, Any]:
    return {
        "modality": "voice",
        "text": text,
        "evaluation_criteria": criteria,
        "score_of_5": "Names steps.",
        "score_weight": weight,
    }


@pytest.fixture
def compared(subject_of: Callable[..., Subject]) -> Callable[..., list[list[Hit]]]:
    """The hits in each posting, each of one question or more."""

    def compare(*questions: dict[str, Any]) -> list[list[Hit]]:
        subjects = [subject_of(part) for part in questions]
        hits = list(question_scored_otherwise.check(subjects))
        return [[hit for subject, hit in hits if subject is one] for one in subjects]

    return compare


def test_the_one_that_differs_from_most(compared) -> None:
    same, other, again = compared(
        question("Look for steps."), question("Look for tact."), question(" Look for\n steps.")
    )
    assert same == again == []
    (hit,) = other
    assert hit.pointer == "/workflow/0/questions/0/evaluation_criteria" and "2 postings, such as" in hit.message


def test_of_two_the_second(compared) -> None:
    first, second = compared(question("Look for steps."), question("Look for tact.", text=TEXT.upper()))
    assert first == [] and len(second) == 1 and "such as" not in second[0].message


def test_another_weight_is_for_your_information(compared) -> None:
    first, second = compared(question("Look for steps.", 2), question("Look for steps.", 5))
    assert first == []
    assert [(hit.pointer.rpartition("/")[2], hit.severity) for hit in second] == [("score_weight", Severity.INFO)]


def test_roles_of_other_titles_may_differ(compared) -> None:
    step = {"type": "web_interview", "questions": [question("Look for tact.")]}
    first, second = compared(question("Look for steps."), {"title": "Team Lead", "workflow": [step]})
    assert first == [] and [hit.severity for hit in second] == [Severity.INFO]


@pytest.mark.parametrize(
    "other",
    [
        question("Look for steps.", 3),
        question("Look for steps."),
        question("Look for tact.", text="Tell me about a colleague who was upset."),
        question(None),
    ],
)
def test_the_same_rubric_or_another_question(compared, other) -> None:
    assert compared(question("Look for steps.", 3), other) == [[], []]


def test_a_short_criterion_may_be_another_in_each(compared) -> None:
    assert compared(question("Look for steps.", text="Team work"), question("Look for tact.", text="Team work")) == [
        [],
        [],
    ]


def test_twice_in_one_posting_is_another_rule_s(compared) -> None:
    part = {"type": "web_interview", "questions": [question("Look for steps."), question("Look for tact.")]}
    assert compared(part) == [[]]
