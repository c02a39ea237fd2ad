"""Every class of a change, not only the gravest."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from heymilo_ops.model.facts import ChangeClass
from heymilo_ops.model.step import CONFIGS
from heymilo_ops.plan.change import Change, FieldChange
from heymilo_ops.plan.effect import effect_of, question_effect
from heymilo_ops.plan.json_diff import leaves


def classes(change: Change) -> tuple[ChangeClass, ...]:
    """Return the classes of a change, the gravest first; those of what a whole step brings or takes away too."""
    effects = {effect for field in change.fields for effect in _effects(field)}
    if change.effect is not None:
        effects.add(change.effect)
    return tuple(sorted(effects, key=lambda effect: -effect.weight))


def _effects(field: FieldChange) -> Iterator[ChangeClass]:
    yield field.effect
    if field.kind not in ("added", "removed"):
        return
    value = field.after if field.kind == "added" else field.before
    if field.path.endswith("/questions"):
        yield from _of_questions(value)
    elif isinstance(value, dict) and value.get("type") in CONFIGS:
        yield from _of_questions(value.get("questions"))
        models = (CONFIGS[value["type"]],)
        for tokens, *_ in leaves({}, value.get("config") or {}):
            yield effect_of(models, tokens)


def _of_questions(questions: Any) -> Iterator[ChangeClass]:
    for question in questions or ():
        yield question_effect(question)
