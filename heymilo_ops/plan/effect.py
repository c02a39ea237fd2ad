"""The effect of a change on people: its classes, by the facts that the models carry."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, get_args

from pydantic import BaseModel

from heymilo_ops.model.facts import ChangeClass, facts
from heymilo_ops.model.step import CONFIGS
from heymilo_ops.plan.change import Change, FieldChange
from heymilo_ops.plan.json_diff import leaves

ENDING = ChangeClass.IDENTITY
"""The class of archiving a posting: whoever was sent its link can't enter any more."""


def effect_of(models: Sequence[type[BaseModel]], tokens: Sequence[str]) -> ChangeClass:
    """Return the class of the deepest field on the way that carries a fact.

    ``tokens`` lead from an object of one of ``models`` (the first that knows the field) to the value.
    Raises ``LookupError`` where no model knows the first token: a form holds known fields only.
    """
    model: type[BaseModel] | None = next(known for known in models if tokens[0] in facts(known))
    effect = ChangeClass.COSMETIC
    for token in tokens:
        if model is None or token not in facts(model):
            break
        effect = facts(model)[token].effect
        model = _nested(model, token)
    return effect


def _nested(model: type[BaseModel], field: str) -> type[BaseModel] | None:
    """Return the model of a field that holds an object, ``None`` for any other."""
    annotation = model.model_fields[field].annotation
    candidates = get_args(annotation) or (annotation,)
    return next((type_ for type_ in candidates if isinstance(type_, type) and issubclass(type_, BaseModel)), None)


def question_effect(question: Mapping[str, Any]) -> ChangeClass:
    """Return what asking this question, or no longer asking it, does to people."""
    gates = ("is_dealbreaker", "is_knockout", "is_answer_mandated")
    if question["modality"] == "resume_eligibility" or any(question.get(flag) for flag in gates):
        return ChangeClass.KNOCKOUT
    return ChangeClass.SCORING if _scores(question) else ChangeClass.WORDING


def _scores(question: Mapping[str, Any]) -> bool:
    if question["modality"] == "resume_scoring":
        return True
    if question.get("not_scored") or question.get("question_type") == "open-ended":
        return False
    rubric = ("evaluation_criteria", "score_of_1", "score_of_5", "score_weight")
    return question.get("question_type") == "scored" or any(question.get(field) for field in rubric)


def heaviest(effects: Iterable[ChangeClass]) -> ChangeClass | None:
    """Return the class that weighs most, ``None`` of nothing."""
    return max(effects, key=lambda effect: effect.weight, default=None)


def classes(change: Change) -> tuple[ChangeClass, ...]:
    """Return the classes of a change, the gravest first; those of what a whole step brings or takes away too."""
    effects = {effect for field in change.fields for effect in effects_of(field)}
    if change.effect is not None:
        effects.add(change.effect)
    return tuple(sorted(effects, key=lambda effect: -effect.weight))


def effects_of(field: FieldChange) -> Iterator[ChangeClass]:
    """Yield the classes of a changed field; of a whole step or list of questions those of all in it."""
    yield field.effect
    if field.kind not in ("added", "removed"):
        return
    value = field.value
    if field.path.endswith("/questions"):
        yield from map(question_effect, value or ())
    elif isinstance(value, dict) and value.get("type") in CONFIGS:
        yield from map(question_effect, value.get("questions") or ())
        models = (CONFIGS[value["type"]],)
        for tokens, *_ in leaves({}, value.get("config") or {}):
            yield effect_of(models, tokens)
