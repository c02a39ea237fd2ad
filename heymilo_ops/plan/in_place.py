"""What of a changed design an edit in place can't do, by HeyMilo's endpoints for updates: then it takes a replace."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from heymilo_ops.model.facts import Fact, facts
from heymilo_ops.model.pointer import split
from heymilo_ops.model.posting import Manifest
from heymilo_ops.model.question import QUESTIONS
from heymilo_ops.model.reason import Reason, ReasonCode
from heymilo_ops.model.step import CONFIGS, WRITTEN_ONCE
from heymilo_ops.plan.change import FieldChange

_WHOLE = frozenset({"blackout_period", "cheat_detection_config", "web_interview_config"})
"""Objects that an update replaces whole, so that anything can be taken out of them."""
_IDENTITY = ("name", "interview_template_id")

Form = Mapping[str, Any]


def is_structure(field: FieldChange) -> bool:
    """Return whether only a new posting can have this: another name or template, steps, a question's modality."""
    match split(field.path):
        case ("workflow",) | ("workflow", _):
            return True
        case ("workflow", _, "questions", _, "modality"):
            return True
        case (name,):
            return name in _IDENTITY
    return False


def obstacles(fields: Iterable[FieldChange], before: Form, after: Form) -> Iterator[Reason]:
    """Yield why an update can't bring the form ``before`` to ``after``, where that isn't structure.

    HeyMilo takes some values only on create, and documents no way to take others off a posting; and it doesn't say to
    which of two steps of one type a question belongs.
    """
    types = Counter(step["type"] for form in (before, after) for step in form.get("workflow") or ())
    templated = before.get("interview_template_id") is not None
    for field in fields:
        yield from _of_field(field, before if field.kind == "removed" else after, types, templated=templated)


def _of_field(field: FieldChange, form: Form, types: Counter[str], *, templated: bool) -> Iterator[Reason]:
    match split(field.path):
        case (name,):
            yield from _value(facts(Manifest)[name], name, field, clears_to_default=not templated)
        case ("workflow", i, "config", name, *_):
            yield from _config(field, form["workflow"][int(i)], name)
        case ("workflow", _, "questions"):
            yield Reason(ReasonCode.HEYMILO_WRITES_ONCE)
        case ("workflow", i, "questions", _):
            step = form["workflow"][int(i)]["type"]
            if types[step] > 2:  # twice before or after; once in both is two
                yield Reason(ReasonCode.STEP_UNKNOWN, step)
            elif field.kind == "added":
                yield from _question(field.after)
        case tokens:
            _, i, _, j, name = tokens
            question = form["workflow"][int(i)]["questions"][int(j)]
            yield from _value(facts(QUESTIONS[question["modality"]])[name], name, field)


def _config(field: FieldChange, step: Form, name: str) -> Iterator[Reason]:
    if name in WRITTEN_ONCE:
        if not step.get("questions"):
            yield Reason(ReasonCode.HEYMILO_WRITES_ONCE)
    elif name not in _WHOLE:
        yield from _value(facts(CONFIGS[step["type"]])[name], name, field)


def _question(question: Form) -> Iterator[Reason]:
    for name, value in question.items():
        yield from _limits(facts(QUESTIONS[question["modality"]])[name], name, value)


def _value(fact: Fact, name: str, field: FieldChange, *, clears_to_default: bool = True) -> Iterator[Reason]:
    """Yield why an update can't set the value of a field, or take it off."""
    if field.kind != "removed":
        yield from _limits(fact, name, field.after)
    elif fact.default is None or not clears_to_default or list(_limits(fact, name, fact.default)):
        yield Reason(ReasonCode.NOT_CLEARABLE, name)


def _limits(fact: Fact, name: str, value: Any) -> Iterator[Reason]:
    size = len(value) if isinstance(value, str) else value
    if fact.update_max is not None and size > fact.update_max:
        yield Reason(ReasonCode.OVER_UPDATE_MAX, name, fact.update_max)
    if fact.update_min is not None and size < fact.update_min:
        yield Reason(ReasonCode.UNDER_UPDATE_MIN, name, fact.update_min)
