"""One question that several postings score in different ways."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

from heymilo_ops.finding import Severity
from heymilo_ops.lint.rule import At, Hit, Subject, across
from heymilo_ops.model.question import ResumeScoring, VoiceQuestion
from heymilo_ops.text.memory import MOST_TEXTS

_FEWEST_WORDS = 4
"""A criterion of fewer words may be another one in each posting."""

_Place = tuple[Subject, At[VoiceQuestion] | At[ResumeScoring]]


@across("RB119", Severity.WARNING)
def question_scored_otherwise(subjects: Sequence[Subject]) -> Iterator[tuple[Subject, Hit]]:
    """A question that several postings ask in the same words has the same rubric in all of them.

    Else two people who say the same get different scores. Reported are the postings that differ from most: as a warning
    where both have the same title, else for your information, since roles differ. Another weight is reported, for your
    information, where both have the same title. What is meant to be the same can stand in one file: ``heymilo-ops share
    question``.

    PASS:
        - modality: voice
          text: Tell me about a customer who was upset.
          question_type: scored
          evaluation_criteria: Look for how the upset customer was heard, and for a clear outcome.
          score_of_1: Blames the customer or gives no steps.
          score_of_5: Acknowledges, investigates, and confirms the outcome with the customer.
        - modality: voice
          text: Tell me about a customer who was upset.
          question_type: scored
          evaluation_criteria: Look for how the upset customer was heard, and for a clear outcome.
          score_of_1: Blames the customer or gives no steps.
          score_of_5: Acknowledges, investigates, and confirms the outcome with the customer.
    FAIL:
        - modality: voice
          text: Tell me about a customer who was upset.
          question_type: scored
          evaluation_criteria: Look for how the upset customer was heard, and for a clear outcome.
          score_of_1: Blames the customer or gives no steps.
          score_of_5: Acknowledges, investigates, and confirms the outcome with the customer.
        - modality: voice
          text: Tell me about a customer who was upset.
          question_type: scored
          evaluation_criteria: Look for what the customer got in the end.
          score_of_1: The customer got nothing.
          score_of_5: The customer got the money back within a day.
    """
    by_text: dict[str, list[_Place]] = {}
    for subject in subjects:
        for at in subject.scorable:
            if at.value.evaluation_criteria:
                by_text.setdefault(_plain(at.value.text), []).append((subject, at))
    for text, places in by_text.items():
        if len(places) > 1 and text.count(" ") >= _FEWEST_WORDS - 1:
            yield from _compared(places)


def _compared(places: list[_Place]) -> Iterator[tuple[Subject, Hit]]:
    rubrics = [_rubric(at) for _, at in places]
    weights = [at.value.score_weight for _, at in places]
    rubric = Counter(rubrics).most_common(1)[0][0]
    weight = Counter(weights).most_common(1)[0][0]
    first = next(subject for (subject, _), own in zip(places, rubrics, strict=True) if own == rubric)
    for (subject, at), own, weighs in zip(places, rubrics, weights, strict=True):
        if subject is first:
            continue
        if own != rubric:
            message = f"the same question has another rubric in {_others(rubrics.count(rubric), first)}"
            help = "use one rubric, such as by share question, or ask in other words"
            severity = None if _title(subject) == _title(first) else Severity.INFO
            yield subject, Hit(f"{at.pointer}/evaluation_criteria", message, help, severity)
        elif weighs != weight and weighs is not None and weight is not None and _title(subject) == _title(first):
            message = f"the same question weighs {weight} in {_others(weights.count(weight), first)}, and {weighs} here"
            help = "use one weight, unless it matters more in one of the roles"
            yield subject, Hit(f"{at.pointer}/score_weight", message, help, Severity.INFO)


def _rubric(at: At[VoiceQuestion] | At[ResumeScoring]) -> tuple[str, ...]:
    question = at.value
    parts = (question.evaluation_criteria, question.score_of_1, question.score_of_5)
    return tuple(_unwrapped(part) if part else "" for part in parts)


@lru_cache(maxsize=MOST_TEXTS)
def _plain(text: str) -> str:
    return _unwrapped(text.lower())


@lru_cache(maxsize=MOST_TEXTS)
def _unwrapped(text: str) -> str:
    return " ".join(text.split())


def _title(subject: Subject) -> str:
    return " ".join(subject.manifest.title.lower().split())


def _others(number: int, first: Subject) -> str:
    name = first.desired.address
    return name if number == 1 else f"{number} postings, such as {name}"
