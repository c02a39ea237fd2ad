"""Which step and which question of a design is which of another one: as the differences of a plan have it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from heymilo_ops.plan.diff import Item, pair_questions, pair_steps
from heymilo_ops.plan.review_input import Designs
from heymilo_ops.review.field_path import steps_of

Step = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class StepPair:
    """A step as it was and as it becomes, with its index in each design; ``None`` where it isn't there."""

    before: int | None
    after: int | None
    old: Step
    new: Step


@dataclass(frozen=True, slots=True)
class QuestionPair:
    """A question as it was and as it becomes; ``{}`` where it isn't there, and then its index is ``None``."""

    step: StepPair
    before: int | None
    after: int | None
    old: Mapping[str, Any]
    new: Mapping[str, Any]

    @property
    def text(self) -> str:
        """The words of the question, those that it comes to where it stays."""
        return str((self.new or self.old).get("text") or "")


def paired_steps(designs: Designs) -> tuple[StepPair, ...]:
    """Return the steps in their new order, then the removed ones."""
    olds, news = steps_of(designs.before), steps_of(designs.after)
    partner = {
        after: before for before, after in pair_steps([step["type"] for step in olds], [step["type"] for step in news])
    }
    kept = [
        StepPair(partner.get(at), at, olds[partner[at]] if at in partner else {}, step) for at, step in enumerate(news)
    ]
    gone = [StepPair(at, None, step, {}) for at, step in enumerate(olds) if at not in partner.values()]
    return (*kept, *gone)


def paired_questions(designs: Designs) -> Iterator[QuestionPair]:
    """Yield the questions of each step in their new order, then its removed ones."""
    for step in paired_steps(designs):
        olds, news = step.old.get("questions") or [], step.new.get("questions") or []
        before_keys, after_keys = designs.before_keys, designs.after_keys
        pairs = pair_questions(
            _items(olds, f"/workflow/{step.before}/questions", before_keys),
            _items(news, f"/workflow/{step.after}/questions", after_keys),
        )
        partner = {after: before for before, after in pairs}
        for at, question in enumerate(news):
            before = partner.get(at)
            yield QuestionPair(step, before, at, olds[before] if before is not None else {}, question)
        for at, question in enumerate(olds):
            if at not in partner.values():
                yield QuestionPair(step, at, None, question, {})


def _items(questions: Sequence[Mapping[str, Any]], base: str, keys: Mapping[str, str]) -> list[Item]:
    return [
        Item(keys.get(f"{base}/{at}"), str(question.get("modality")), str(question.get("text")))
        for at, question in enumerate(questions)
    ]
