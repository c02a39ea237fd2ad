"""Operations on a posting that was changed outside: what was accepted is recorded, what is reverted is put back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from heymilo_ops.model.desired import Desired
from heymilo_ops.plan.change import FieldChange, Operation, PatchPosting, RecordRevision
from heymilo_ops.plan.drift_decision import Drift, is_setting, revert_patch, reverting_fields
from heymilo_ops.plan.settings_patch import patch

Form = Mapping[str, Any]


class Recording(NamedTuple):
    """What is recorded as accepted. ``sends``: with settings that HeyMilo doesn't show yet."""

    operation: Operation
    sends: bool
    stuck: list[str]


def accepted(
    drift: Drift, posting_id: str, form: Form, desired: Desired, fields: Iterable[FieldChange]
) -> Recording | None:
    """Return how to record what HeyMilo shows already, with a change of the settings that are left; ``None`` where it
    shows nothing of the change, or not all of a changed design.

    ``form``: the canonical form that was applied. ``fields``: what the manifest changes of it.
    """
    changes = [field for field in fields if not field.path.startswith("/ops/")]
    left = drift.left(changes)
    if len(left) == len(changes) or not all(is_setting(field.path) for field in left):
        return None
    body, stuck = patch(form, desired, _names(left))
    return Recording(
        PatchPosting(posting_id, body, desired) if left else RecordRevision(posting_id, desired), bool(left), stuck
    )


class Reverting(NamedTuple):
    """The PATCH that puts back what was changed outside, with what the manifest changes of the settings."""

    operation: PatchPosting
    fields: tuple[FieldChange, ...]
    stuck: list[str]


def reverted(drift: Drift, posting_id: str, form: Form, target: Desired, fields: Iterable[FieldChange]) -> Reverting:
    """Return what puts settings back. ``target``: the design that was applied with the settings that are wanted."""
    body, stuck = revert_patch(drift.open_fields, target)
    paths = {field.path for field in drift.open_fields}
    changed = [field for field in fields if field.path not in paths]
    more, also_stuck = patch(form, target, _names(changed))
    operation = PatchPosting(posting_id, {**more, **body}, target)
    return Reverting(operation, (*reverting_fields(drift.open_fields), *changed), sorted({*stuck, *also_stuck}))


def _names(fields: Iterable[FieldChange]) -> set[str]:
    return {field.path.split("/")[1] for field in fields if not field.path.startswith("/ops/")}
