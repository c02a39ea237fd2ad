"""Field changes grouped by their effect on people, the gravest first; and the weights of a step's questions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from heymilo_ops.model.canonical import settings_fields
from heymilo_ops.model.facts import ChangeClass
from heymilo_ops.model.step import CONFIGS
from heymilo_ops.plan.change import Action, Change, FieldChange
from heymilo_ops.plan.shared_changes import Shares
from heymilo_ops.review.field_path import Form, Located, parse_path, steps_of
from heymilo_ops.review.words import share


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
_KNOCKOUTS = ("is_knockout", "is_dealbreaker")


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


def knocks_out(question: Any) -> bool:
    """Return whether a question can end an application by itself."""
    return isinstance(question, dict) and any(question.get(flag) for flag in _KNOCKOUTS)


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


def weights(form: Form | None, items: Sequence[Located]) -> list[Weights]:
    """Return the steps in which a weight, or which questions count, changes.

    Empty where steps moved or were removed: the plan doesn't say enough to tell what stood beside what.
    """
    steps = [change for at, change in items if at.step is not None and not at.field and at.question is None]
    if any(change.kind != "added" for change in steps):
        return []
    tables = (_step(i, step, [item for item in items if item.path.step == i]) for i, step in enumerate(steps_of(form)))
    return [table for table in tables if table is not None]


def _step(index: int, step: dict[str, Any], items: list[Located]) -> Weights | None:
    pairs: list[tuple[Any, Any]] = []
    for number, question in enumerate(step.get("questions") or ()):
        mine = [item for item in items if item.path.question == number]
        pairs.append((_before(question, mine), question))
    for at, change in items:
        if at.question is not None and not at.field and change.kind == "removed":
            pairs.append((change.before, None))
    rows = [
        Weighed(str((new or old).get("text", "")), _weight(old), _weight(new), old is None, new is None)
        for old, new in pairs
        if _counts(old) or _counts(new)
    ]
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
