"""Deadlines of a plan in the time zone of the manifest's author: a canonical form has them in UTC."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from heymilo_ops.plan.change import Change, FieldChange, Plan
from heymilo_ops.text.deadline import on_clock_of

_PATH = "/deadline"


def with_author_clock(plan: Plan) -> Plan:
    """Return the plan with each deadline at the offset that the manifest has today; in UTC where it isn't known."""
    written = {change.address: written_deadline(change) for change in plan.changes}
    shared = []
    for entry in plan.shared:
        if entry.field == _PATH:
            # One offset for all that the entry tells of, so that its postings are still known by its values.
            first = written.get(entry.addresses[0])
            written.update(dict.fromkeys(entry.addresses, first))
            entry = replace(entry, before=_moved(entry.before, first), after=_moved(entry.after, first))
        shared.append(entry)
    changes = tuple(
        replace(change, fields=on_clocks(change.fields, written[change.address], written[change.address]))
        for change in plan.changes
    )
    return replace(plan, changes=changes, shared=tuple(shared))


def written_deadline(change: Change) -> str | None:
    """Return the deadline of a change as its manifest has it; for a saved plan, as it would be sent."""
    sent = change.desired.request if change.desired is not None else change.settings or {}
    deadline = sent.get("deadline")
    return deadline if isinstance(deadline, str) else None


def on_clocks(fields: Iterable[FieldChange], before: str | None, after: str | None) -> tuple[FieldChange, ...]:
    """Return the field changes with the deadline of each side at the offset of a deadline as the author wrote it."""
    return tuple(
        replace(field, before=_moved(field.before, before), after=_moved(field.after, after))
        if field.path == _PATH
        else field
        for field in fields
    )


def _moved(value: Any, written: str | None) -> Any:
    return on_clock_of(value, written) if isinstance(value, str) else value
