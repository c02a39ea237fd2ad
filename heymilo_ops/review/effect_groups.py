"""Field changes grouped by their effect on people, the gravest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import Any

from heymilo_ops.model.canonical import settings_fields
from heymilo_ops.model.facts import ChangeClass
from heymilo_ops.model.step import CONFIGS
from heymilo_ops.plan.change import Action, Change, FieldChange
from heymilo_ops.plan.shared_changes import Shares
from heymilo_ops.review.field_path import Located, parse_path


class Group(StrEnum):
    """What a change does to people, the gravest first; the value is a title."""

    REJECTED = "Who gets rejected automatically"
    NOTICE = "What candidates are told"
    ASKED = "What is asked"
    COUNTS = "What counts, and how much"
    SETTINGS = "Settings"


_BY_CLASS = {
    ChangeClass.COSMETIC: Group.SETTINGS,
    ChangeClass.WORDING: Group.ASKED,
    ChangeClass.RUBRIC: Group.COUNTS,
    ChangeClass.SCORING: Group.COUNTS,
    ChangeClass.KNOCKOUT: Group.REJECTED,
    ChangeClass.NOTICE: Group.NOTICE,
    ChangeClass.IDENTITY: Group.NOTICE,
}
_STRUCTURE = frozenset({"interview_template_id", "modality", "name", "type", "workflow"})


def located(change: Change, shares: Shares | None = None) -> list[Located]:
    """Return the field changes of a change, whole steps taken apart; for a new posting all of its fields.

    What ``shares`` has for several postings is left out.
    """
    fields = [part for part in _fields(change) if shares is None or shares.of(change, part) is None]
    return [Located(parse_path(part.path), part) for field in fields for part in _apart(field)]


def group_of(item: Located) -> Group:
    """Return the group of a field change."""
    at, change = item
    if at.step is None and at.field[:1] and (at.field[0] == "ops" or at.field[0] in settings_fields()):
        return Group.SETTINGS
    if not at.field or at.name in _STRUCTURE or at.field == ("questions",):
        return Group.ASKED
    return _BY_CLASS[change.effect]


def _fields(change: Change) -> Sequence[FieldChange]:
    if change.action is Action.CREATE and not change.fields and change.desired is not None:
        from heymilo_ops.plan.diff import diff_forms

        # The name of a new posting stands in its heading.
        return [
            field for field in diff_forms({}, change.desired.form, {}, change.desired.keys) if field.path != "/name"
        ]
    return change.fields


def _apart(field: FieldChange) -> Iterator[FieldChange]:
    """Yield a whole step, then its config and its questions; a list of questions one by one."""
    yield field
    at = parse_path(field.path)
    if field.kind not in ("added", "removed") or at.step is None or at.question is not None:
        return
    if not at.field and isinstance(field.value, dict):
        if field.kind == "added":
            yield from _config(field.path, field.value)
        yield from _questions(field, f"{field.path}/questions", field.value.get("questions"))
    elif at.field == ("questions",):
        yield from _questions(field, field.path, field.value)


def _config(path: str, step: dict[str, Any]) -> Iterator[FieldChange]:
    from heymilo_ops.plan.effect import effect_of
    from heymilo_ops.plan.json_diff import leaves

    model = CONFIGS[step["type"]]
    for tokens, kind, before, after in leaves({}, step.get("config") or {}):
        effect = effect_of((model,), tokens)
        yield FieldChange("/".join((f"{path}/config", *tokens)), kind, before, after, effect)


def _questions(field: FieldChange, path: str, questions: Any) -> Iterator[FieldChange]:
    from heymilo_ops.plan.effect import question_effect

    for i, question in enumerate(questions or ()):
        before, after = (None, question) if field.kind == "added" else (question, None)
        yield FieldChange(f"{path}/{i}", field.kind, before, after, question_effect(question))
