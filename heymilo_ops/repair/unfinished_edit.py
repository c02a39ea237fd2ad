"""Tell of a posting whose marks name an edit in place whether the edit has ended. Pure.

The first write of an edit is that of the marks, so the posting may still hold what it held before: some values and
questions of the design before, some of the design that the marks name, and none that are in neither.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from heymilo_ops.apply.edit_calls import Calls, Goal, derive, question_as_read
from heymilo_ops.apply.edit_scope import Design, EditBasis, Form, Listed, edit_scope, is_alike, partners_of
from heymilo_ops.model.baseline import Baseline, Carried
from heymilo_ops.model.desired import Desired
from heymilo_ops.model.live_request import as_read, live_request
from heymilo_ops.model.pointer import value_at
from heymilo_ops.model.state import EditScope
from heymilo_ops.model.step import WRITTEN_ONCE
from heymilo_ops.plan.drift_fields import LiveComparison, Reading, keys_of
from heymilo_ops.plan.json_diff import is_same_json

_IDENTITY = ("interview_template_id", "name")
_APART = (*_IDENTITY, "metadata", "workflow")
"""What no edit changes, the metadata, which are written with the marks, and the steps, which are looked at apart."""


@dataclass(frozen=True, slots=True)
class LivePosting:
    """What HeyMilo shows of a posting: the posting, as ``Live.document`` has it, and all its questions."""

    posting_id: str
    document: Mapping[str, Any]
    listed: Listed


@dataclass(frozen=True, slots=True)
class _Slot:
    """A question of two designs: its pointer before and after, ``None`` where a design doesn't ask it."""

    before: str | None
    after: str | None


def has_ended(after: Desired, posting: LivePosting) -> bool:
    """Return whether HeyMilo shows a design, whole and with no other question."""
    scope = scope_between(after, after, posting)
    if scope is None:
        return False
    modalities = {question["modality"] for question in Design(after.form).questions().values()}
    return _is_done(after, scope.model_copy(update={"orders": tuple(sorted(modalities))}), posting)


def unfinished_scope(
    before: Desired, after: Desired, posting: LivePosting, *, certain: bool = False
) -> EditScope | None:
    """Return what the edit from one design to another changes, where HeyMilo shows it begun and not ended.

    ``None`` where it has ended, and where HeyMilo shows something that is in neither design.

    Args:
        certain: it is on record that the design ``before`` was applied, so what is in neither was changed by somebody.
    """
    scope = scope_between(before, after, posting, certain=certain)
    return None if scope is None or _is_done(after, scope, posting) else scope


def scope_between(before: Desired, after: Desired, posting: LivePosting, *, certain: bool = False) -> EditScope | None:
    """Return the scope of the edit from one design to another, by the questions that HeyMilo shows.

    ``None`` where a question could be either of two, and, unless that is ``certain``, where HeyMilo shows something
    that is in neither.
    """
    old, new = Design(before.form, before.keys), Design(after.form, after.keys)
    live = live_request(posting.document, posting.listed)
    if not _types(old.form) == _types(new.form) == _types(live.request):
        return None
    slots = list(_slots(old, new))
    placed = _placed(slots, (old, new), posting.listed)
    if placed is None:
        return None
    if not certain:
        if len(placed) < sum(item.get("modality") not in old.free() | new.free() for item in posting.listed):
            return None
        if not all(_is_explained(*values) for values in _values(old, new, live.request)):
            return None
        pointers = {question_id: pointer for pointer, question_id in live.question_ids.items()}
        if not all(_is_question(slot, (old, new), value_at(live.request, pointers[id])) for id, slot in placed.items()):
            return None
    ids = {slot.before: id for id, slot in placed.items() if slot.before is not None}
    carried = EditScope(before=before.digest, listed=tuple(ids.values()))
    return edit_scope(EditBasis(old, ids, carried), new)


def _is_done(after: Desired, scope: EditScope, posting: LivePosting) -> bool:
    known = {*scope.listed, *scope.pairs.values(), *scope.gone}
    asked = Design(after.form, after.keys).questions().values()
    listed = [
        item
        for item in posting.listed
        if item.get("id") in known or any(is_alike(item, question) for question in asked)
    ]
    calls = derive(Goal(Design(after.form, after.keys), after.request, scope), posting.document, listed)
    return isinstance(calls, Calls) and calls.is_done


def _types(form: Form) -> list[Any]:
    return [step.get("type") for step in form.get("workflow") or ()]


def _slots(before: Design, after: Design) -> Iterator[_Slot]:
    partners = dict(partners_of(before, after))
    for pointer in before.questions():
        yield _Slot(pointer, partners.get(pointer))
    made = set(partners.values())
    for pointer in after.questions():
        if pointer not in made:
            yield _Slot(None, pointer)


def _placed(slots: Sequence[_Slot], designs: tuple[Design, Design], listed: Listed) -> dict[str, _Slot] | None:
    """Return the slot of each question by its id; ``None`` where one could be either of two, or two one."""
    free = designs[0].free() | designs[1].free()
    placed: dict[str, _Slot] = {}
    for item in listed:
        if item.get("modality") in free:
            continue
        fitting = [slot for slot in slots if any(is_alike(item, question) for question in _asked(slot, designs))]
        if len(fitting) > 1 or (fitting and fitting[0] in placed.values()):
            return None
        if fitting:
            placed[str(item.get("id"))] = fitting[0]
    return placed


def _asked(slot: _Slot, designs: tuple[Design, Design]) -> list[Form]:
    """Return a question as the designs have it."""
    pointers = zip((slot.before, slot.after), designs, strict=True)
    return [value_at(design.form, pointer) for pointer, design in pointers if pointer is not None]


def _values(old: Design, new: Design, live: Form) -> Iterator[tuple[Any, Any, Any]]:
    """Yield each value of the posting and its steps as it is live, before and after."""
    forms = [live, as_read(old.form), as_read(new.form)]
    yield from _triples(forms, _APART)
    for steps in zip(*(form.get("workflow") or () for form in forms), strict=True):
        yield from _triples([step.get("config") or {} for step in steps], tuple(WRITTEN_ONCE))


def _triples(forms: Sequence[Form], apart: Sequence[str]) -> Iterator[tuple[Any, Any, Any]]:
    _, old, new = forms
    for name in sorted({*old, *new} - {*apart}):
        live, before, after = (form.get(name) for form in forms)
        yield live, before, after


def _is_explained(live: Any, *designs: Any) -> bool:
    return any(is_same_json(live, value) for value in designs)


def _is_question(slot: _Slot, designs: tuple[Design, Design], live: Form) -> bool:
    """Return whether each value of a live question is that of one of the designs."""
    asked = [question_as_read(question) for question in _asked(slot, designs)]
    names = {name for question in asked for name in question}
    return all(_is_explained(live.get(name), *(question.get(name) for question in asked)) for name in names)


def unexplained(after: Desired, posting: LivePosting, read_at: str) -> Baseline | None:
    """Return a baseline that has, as changed outside, what HeyMilo shows otherwise than the design that the marks name.

    ``None`` where it shows nothing otherwise. A value that the design leaves to HeyMilo is nothing of it.
    """
    live = live_request(posting.document, posting.listed)
    request = {**as_read(after.form), **{name: live.request[name] for name in _IDENTITY if name in live.request}}
    items = [{**item, "text": str(item.get("text"))} for item in posting.listed]
    ids: dict[str, str] = {}
    for pointer, question in Design(request).questions().items():
        fitting = [id for item in items if is_alike(item, question) and (id := str(item["id"])) not in ids.values()]
        ids.update({pointer: fitting[0]} if fitting else {})
    keys = keys_of(after.form, after.keys, live.request, live.question_ids)
    baseline = Baseline(posting_id=posting.posting_id, request=request, question_ids=ids, keys=keys, read_at=read_at)
    fields = LiveComparison(baseline, Reading(live.request, live.question_ids, True), after).fields()
    carried = tuple(
        Carried(path=field.path, kind=field.kind, value=field.baseline)
        for field in fields
        if field.kind in ("changed", "removed") or (field.kind == "added" and field.path.startswith("/questions/"))
    )
    if not carried:
        return None
    return baseline.model_copy(update={"request": live.request, "question_ids": live.question_ids, "carried": carried})
