"""Which step and which question became which: both sides whole, worked out from the design after and what changed."""

from __future__ import annotations

import copy
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from heymilo_ops.plan.change import FieldChange
from heymilo_ops.review.field_path import Form, Located, parse_path, steps_of

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class QuestionPair:
    """One question; ``None`` on the side where it isn't asked.

    Attributes:
        number: index after the change; before it, for one that is gone.
        key: its name in the manifest; ``""`` where it has none, or none is known.
        items: what changed of it.
    """

    number: int
    key: str
    before: Json | None
    after: Json | None
    items: tuple[Located, ...] = ()


@dataclass(frozen=True, slots=True)
class StepPair:
    """One step; ``None`` on the side where it isn't taken. ``index`` as ``QuestionPair.number``."""

    index: int
    before: Json | None
    after: Json | None
    questions: tuple[QuestionPair, ...]

    @property
    def kind(self) -> str:
        """The type of the step."""
        return str((self.after or self.before or {}).get("type") or "")

    @property
    def before_config(self) -> Json:
        """The settings that it had."""
        return (self.before or {}).get("config") or {}

    @property
    def after_config(self) -> Json:
        """The settings that it gets."""
        return (self.after or {}).get("config") or {}


def step_pairs(form: Form | None, fields: Sequence[FieldChange]) -> tuple[StepPair, ...]:
    """Return the steps after the change in order, then those that are gone; empty where no design is known."""
    if form is None:
        return ()
    items = [Located(parse_path(field.path), field) for field in fields]
    whole = [item for item in items if item.path.step is not None and not item.path.field and not _in_question(item)]
    steps = steps_of(form)
    origin = _origins(len(steps), whole)
    pairs = []
    for at, step in enumerate(steps):
        if any(item.path.step == at and item.change.kind == "added" for item in whole):
            asked = (QuestionPair(number, "", None, it) for number, it in enumerate(step.get("questions") or ()))
            pairs.append(StepPair(at, None, step, tuple(asked)))
            continue
        mine = [item for item in items if item.path.step == (origin.get(at) if _is_gone(item) else at)]
        pairs.append(_pair(at, step, [item for item in mine if item not in whole]))
    for place, change in whole:
        if change.kind == "removed" and isinstance(change.before, dict):
            asked = (QuestionPair(n, "", it, None) for n, it in enumerate(change.before.get("questions") or ()))
            pairs.append(StepPair(place.step or 0, change.before, None, tuple(asked)))
    return tuple(pairs)


def _in_question(item: Located) -> bool:
    return item.path.question is not None


def _is_gone(item: Located) -> bool:
    """Whether the pointer is one into the design before."""
    return item.change.kind == "removed"


def _origins(number: int, whole: Sequence[Located]) -> dict[int, int]:
    """Return by index after the change the index before; ``whole`` are the changes of whole members of the list."""
    places = {kind: [item for item in whole if item.change.kind == kind] for kind in ("added", "moved", "removed")}
    moved = {_place(item): item.change.before for item in places["moved"] if isinstance(item.change.before, int)}
    new = {_place(item) for item in places["added"]}
    gone = {_place(item) for item in places["removed"]}
    stay = [at for at in range(number) if at not in new and at not in moved]
    old = [at for at in range(number - len(new) + len(gone)) if at not in gone and at not in moved.values()]
    return {**moved, **dict(zip(stay, old, strict=False))}


def _place(item: Located) -> int:
    at = item.path
    return (at.question if at.question is not None else at.step) or 0


def _pair(at: int, step: Json, items: Sequence[Located]) -> StepPair:
    own = [item for item in items if not _in_question(item) and item.path.field != ("questions",)]
    old: Json = {**step, "config": _undone(step.get("config") or {}, own)}
    lists = [item for item in items if item.path.field == ("questions",) and not _in_question(item)]
    asked = step.get("questions") or []
    if lists:
        asked_before = lists[0].change.before
        pairs = [QuestionPair(number, "", question, None) for number, question in enumerate(asked_before or ())]
        pairs += [QuestionPair(number, "", None, question) for number, question in enumerate(asked)]
        old["questions"] = asked_before
        return StepPair(at, old, step, tuple(pairs))
    of_questions = [item for item in items if _in_question(item)]
    whole = [item for item in of_questions if not item.path.field]
    origin = _origins(len(asked), whole)
    pairs = [_question(number, origin.get(number), question, of_questions) for number, question in enumerate(asked)]
    gone = [item for item in whole if _is_gone(item)]
    pairs += [QuestionPair(_place(item), item.change.key or "", item.change.before, None, (item,)) for item in gone]
    order = {
        origin.get(pair.number, pair.number) if pair.after is not None else pair.number: pair.before
        for pair in pairs
        if pair.before is not None
    }
    old["questions"] = [order[place] for place in sorted(order)]
    return StepPair(at, old, step, tuple(pairs))


def _question(number: int, before: int | None, question: Json, items: Sequence[Located]) -> QuestionPair:
    """Return a question after the change; ``before`` is its index before."""
    members = (item for item in items if item.path.field)
    mine = [item for item in members if item.path.question == (before if _is_gone(item) else number)]
    mine += [item for item in items if not item.path.field and not _is_gone(item) and item.path.question == number]
    key = next((item.change.key for item in mine if item.change.key), "")
    if any(not item.path.field and item.change.kind == "added" for item in mine):
        return QuestionPair(number, key, None, question, tuple(mine))
    old = _undone(question, [item for item in mine if item.path.field])
    return QuestionPair(number, key, old, question, tuple(mine))


def _undone(value: Json, items: Sequence[Located]) -> Json:
    """Return an object as it was before these changes of its members."""
    old = copy.deepcopy(dict(value))
    for at, change in items:
        holder = old
        for token in at.field[:-1]:
            holder = holder.setdefault(token, {})
        if change.kind == "added":
            holder.pop(at.field[-1], None)
        else:
            holder[at.field[-1]] = change.before
    return {name: member for name, member in old.items() if member != {} or value.get(name) == {}}
