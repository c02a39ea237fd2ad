"""What was changed outside, taken into a manifest: plain data with ``ops`` and question keys goes in, and comes out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from copy import deepcopy
from typing import Any

from heymilo_ops.model.desired import Desired
from heymilo_ops.model.pointer import split, value_at
from heymilo_ops.model.step import USUAL_MODALITY
from heymilo_ops.plan.change import DriftField
from heymilo_ops.plan.drift_decision import value_mark
from heymilo_ops.plan.drift_fields import LiveComparison, step_number

Json = dict[str, Any]


def is_acceptable(field: DriftField) -> bool:
    """Return whether a manifest can take the change: not another name, and not steps that came, went or moved."""
    tokens = split(field.path)
    return tokens[0] != "name" and not (tokens[0] == "workflow" and len(tokens) <= 2)


def accept_fields(desired: Desired, comparison: LiveComparison, fields: Iterable[DriftField]) -> Json:
    """Return the resolved manifest with the live values of these fields; each is acceptable."""
    return _Acceptance(desired, comparison).take(list(fields))


def with_marks(resolved: Json, fields: Iterable[DriftField]) -> Json:
    """Return the manifest with these fields, and no others, in ``ops.accepted``."""
    marks = [f"{field.path} {value_mark(field.live)}" for field in fields]
    ops = {name: value for name, value in (resolved.get("ops") or {}).items() if name != "accepted"}
    return {**resolved, "ops": {**ops, "accepted": marks}}


class _Acceptance:
    """One manifest into which live values are put."""

    def __init__(self, desired: Desired, comparison: LiveComparison) -> None:
        self._resolved: Json = deepcopy(dict(desired.resolved))
        self._form = desired.form
        self._comparison = comparison
        asked = {question_id: value_at(self._resolved, it) for it, question_id in comparison.links.items()}
        self._questions: dict[str, Json] = {key: it for key, it in asked.items() if isinstance(it, dict)}

    def take(self, fields: Sequence[DriftField]) -> Json:
        orders: set[int] = set()
        for field in fields:
            tokens = split(field.path)
            if tokens[0] == "questions":
                self._question(field, tokens, orders)
            elif tokens[0] == "workflow":
                step = self._steps()[step_number(tokens[1], self._form) or 0]
                _put(step, tokens[2:], field.live)
            else:
                _put(self._resolved, tokens, field.live)
        for number in orders:
            self._order(self._steps()[number])
        return self._resolved

    def _steps(self) -> list[Json]:
        steps: list[Json] = self._resolved.get("workflow") or []
        return steps

    def _question(self, field: DriftField, tokens: Sequence[str], orders: set[int]) -> None:
        question_id = self._comparison.id_of(tokens[1])
        if len(tokens) > 2 and question_id in self._questions:
            _put(self._questions[question_id], tokens[2:], field.live)
            return
        if field.kind == "removed":
            gone = self._questions.get(question_id)
            for step in self._steps():
                step["questions"] = [it for it in step.get("questions") or () if it is not gone]
            return
        number = self._step_of(question_id)
        if field.kind == "added" or len(tokens) > 2:  # the manifest has dropped a question that was edited outside
            live = field.live if len(tokens) == 2 else self._comparison.live_question(question_id)
            step = self._steps()[number]
            usual = USUAL_MODALITY.get(step["type"])
            new = {name: value for name, value in live.items() if (name, value) != ("modality", usual)}
            self._questions[question_id] = new
            step["questions"] = [*(step.get("questions") or ()), new]
        orders.add(number)

    def _step_of(self, question_id: str) -> int:
        """Return the number of the manifest's step that has a question, or is of the type that HeyMilo shows it in."""
        asked = self._questions.get(question_id)
        for number, step in enumerate(self._steps()):
            if any(it is asked for it in step.get("questions") or ()):
                return number
        return step_number(self._comparison.type_of(question_id), self._form) or 0

    def _order(self, step: Json) -> None:
        """Put the questions of a step into HeyMilo's order; those that it doesn't have stay behind what they follow."""
        place = {
            id(self._questions[it]): rank for rank, it in enumerate(self._comparison.order()) if it in self._questions
        }
        rank = -1
        ranked = []
        for position, question in enumerate(step["questions"]):
            rank = place.get(id(question), rank)
            ranked.append((rank, position, question))
        step["questions"] = [question for _, _, question in sorted(ranked, key=lambda item: item[:2])]


def _put(holder: Json, tokens: Sequence[str], value: Any) -> None:
    """Set a value, or take it out where there is none any more."""
    for token in tokens[:-1]:
        below = holder.get(token)
        holder[token] = dict(below) if isinstance(below, Mapping) else {}
        holder = holder[token]
    if value is None:
        holder.pop(tokens[-1], None)
    else:
        holder[tokens[-1]] = value
