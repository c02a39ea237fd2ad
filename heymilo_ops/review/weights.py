"""The weights of a step's questions before and after a change, and their share of the score."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from heymilo_ops.review.effect_groups import Located
from heymilo_ops.review.field_path import Form, steps_of
from heymilo_ops.review.words import share

_NEVER_SCORED = ("form", "voice_tags")
_FIELDS = ("not_scored", "question_type", "score_weight")


@dataclass(frozen=True, slots=True)
class Weighed:
    """One question: its weight before and after, ``None`` where it doesn't count or isn't there."""

    text: str
    before: int | float | None
    after: int | float | None
    added: bool = False
    removed: bool = False


@dataclass(frozen=True, slots=True)
class Weights:
    """One step's questions in their new order, then the removed ones.

    Attributes:
        step: index from 0.
        before, after: sums of the weights; ``None`` where a question counts without a stated weight,
            so that no share can be told.
    """

    step: int
    rows: tuple[Weighed, ...]
    before: int | float | None
    after: int | float | None

    def shares(self, row: Weighed) -> tuple[str, str]:
        """Return what a row counts before and after: ``40%``, ``weight 3`` without a known total, ``–`` for nothing."""
        return _share(row.before, self.before), _share(row.after, self.after)


def _share(weight: int | float | None, total: int | float | None) -> str:
    if weight is None:
        return "–"
    return share(weight, total) if total else f"weight {weight}"


def weights(form: Form | None, items: Iterable[Located]) -> list[Weights]:
    """Return the steps in which a weight, or which questions count, changes.

    Empty where steps moved or were removed: the plan doesn't say enough to tell what stood beside what.
    """
    located = list(items)
    if any(at.step is not None and not at.field and at.question is None and change.kind != "added"
           for at, change in located):  # fmt: skip
        return []
    tables = [
        _step(i, step, [item for item in located if item.path.step == i]) for i, step in enumerate(steps_of(form))
    ]
    return [table for table in tables if table is not None]


def _step(index: int, step: dict[str, Any], items: list[Located]) -> Weights | None:
    pairs: list[tuple[Any, Any]] = []
    for number, question in enumerate(step.get("questions") or ()):
        mine = [item for item in items if item.path.question == number]
        pairs.append((_before(question, mine), question))
    for at, change in items:
        if at.question is not None and not at.field and change.kind == "removed":
            pairs.append((change.before, None))
    rows = [_weighed(old, new) for old, new in pairs if _counts(old) or _counts(new)]
    if all(row.before == row.after for row in rows):
        return None
    before = _total([old for old, _ in pairs])
    after = _total([new for _, new in pairs])
    return Weights(index, tuple(rows), before, after)


def _before(question: dict[str, Any], items: list[Located]) -> dict[str, Any] | None:
    """Return the question as it was, as far as weights go; ``None`` for a new one."""
    if any(not at.field and change.kind == "added" for at, change in items):
        return None
    old = dict(question)
    for at, change in items:
        if at.name in _FIELDS:
            old[at.name] = change.before
    return old


def _weighed(old: Any, new: Any) -> Weighed:
    text = str((new or old).get("text", ""))
    return Weighed(text, _weight(old), _weight(new), old is None, new is None)


def _weight(question: Any) -> int | float | None:
    weight = question.get("score_weight") if _counts(question) else None
    return weight if isinstance(weight, int | float) else None


def _counts(question: Any) -> bool:
    if not isinstance(question, dict) or question.get("modality") in _NEVER_SCORED:
        return False
    return not question.get("not_scored") and question.get("question_type") != "open-ended"


def _total(questions: list[Any]) -> int | float | None:
    counting = [_weight(question) for question in questions if _counts(question)]
    known = [weight for weight in counting if weight is not None]
    return sum(known) if len(known) == len(counting) and sum(known) > 0 else None
