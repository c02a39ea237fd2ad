"""Where in a posting a value is: at its root, in a step or in a question."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from heymilo_ops.model.pointer import unescape
from heymilo_ops.model.step import MODALITIES
from heymilo_ops.plan.change import FieldChange


@dataclass(frozen=True, slots=True)
class FieldPath:
    """A JSON pointer into a canonical form, taken apart.

    Attributes:
        step, question: indexes from 0, ``None`` where the pointer doesn't go that deep.
        field: the names below that, without ``config``; empty for a whole step or question.
    """

    step: int | None
    question: int | None
    field: tuple[str, ...]

    @property
    def name(self) -> str:
        """Return the innermost field name; ``""`` for a whole step or question."""
        return next((part for part in reversed(self.field) if not part.isdigit()), "")


class Located(NamedTuple):
    """A field change with where it sits."""

    path: FieldPath
    change: FieldChange


def parse_path(path: str) -> FieldPath:
    """Take a JSON pointer apart."""
    parts = list(map(unescape, path.split("/")[1:]))
    if len(parts) < 2 or parts[0] != "workflow" or not parts[1].isdigit():
        return FieldPath(None, None, tuple(parts))
    step, rest = int(parts[1]), parts[2:]
    if len(rest) >= 2 and rest[0] == "questions" and rest[1].isdigit():
        return FieldPath(step, int(rest[1]), tuple(rest[2:]))
    return FieldPath(step, None, tuple(rest[1:] if len(rest) > 1 and rest[0] == "config" else rest))


Form = Mapping[str, Any]


def steps_of(form: Form | None) -> list[dict[str, Any]]:
    """Return the steps of a canonical form, ``[]`` where it has none."""
    return list((form or {}).get("workflow") or [])


def step_at(form: Form | None, index: int) -> dict[str, Any]:
    """Return a step of a form, ``{}`` where there is none."""
    steps = steps_of(form)
    return steps[index] if index < len(steps) else {}


def question_at(form: Form | None, step: int, index: int) -> dict[str, Any]:
    """Return a question of a form, ``{}`` where there is none."""
    questions: list[dict[str, Any]] = step_at(form, step).get("questions") or []
    return questions[index] if index < len(questions) else {}


def step_type(form: Form | None, step: int, modality: str | None) -> str:
    """Return the type of a step by the form, or else by a question's modality; ``""`` where neither has it."""
    kind = str(step_at(form, step).get("type", ""))
    if modality is None or modality in MODALITIES.get(kind, (modality,)):
        return kind or _type_of(modality)
    return _type_of(modality)


def _type_of(modality: str | None) -> str:
    return next((step for step, taken in MODALITIES.items() if modality in taken), "")
