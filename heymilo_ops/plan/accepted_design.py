"""What HeyMilo shows by consent: the design that was applied, with what was accepted of what was changed outside.

A manifest may be edited between ``drift accept`` and the next apply. What it changes then is what it says otherwise
than this design, and not otherwise than what was applied: the rest is live already.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import ValidationError

from heymilo_ops.model.canonical import design_part, settings_part
from heymilo_ops.model.desired import Desired, desire
from heymilo_ops.model.state import PostingState
from heymilo_ops.plan.acceptance import accept_fields, is_acceptable
from heymilo_ops.plan.change import AcceptedDesign, FieldChange
from heymilo_ops.plan.diff import diff_forms
from heymilo_ops.plan.drift_decision import Drift, is_setting, read_drift
from heymilo_ops.plan.inputs import PlanInput
from heymilo_ops.plan.on_change import design_fields

Form = Mapping[str, Any]


def accepted_design(
    inputs: PlanInput, entry: PostingState, drift: Drift, applied: Form, old: Desired, desired: Desired
) -> AcceptedDesign | None:
    """Return that design; ``None`` where nothing of the design was accepted, or no manifest can say it.

    And where the manifest, ``desired``, says no more than that. Its settings are those that were applied.

    Args:
        applied: the canonical form that was applied. ``old``: its design, with the settings that are wanted.
    """
    comparison, against = drift.comparison, read_drift(inputs, entry, old)
    if comparison is None or not comparison.has_questions or against is None or against.comparison is None:
        return None
    by_id = against.comparison.by_id
    consented = {
        comparison.by_id(field.path)
        for field in drift.fields
        if not (field.is_open or is_setting(field.path)) and is_acceptable(field)
    }
    fields = [field for field in against.fields if by_id(field.path) in consented]
    if not fields:
        return None
    try:
        posting = desire(accept_fields(old, against.comparison, fields), old.source)
    except ValidationError:
        return None
    linked = read_drift(inputs, entry, posting)
    ids = linked.comparison.links if linked is not None and linked.comparison is not None else {}
    is_all = posting.design_digest == desired.design_digest
    form = {**design_part(posting.form), **settings_part(applied)}
    return None if is_all else AcceptedDesign(form, posting.keys, ids)


def fields_from(basis: AcceptedDesign, desired: Desired, fields: Sequence[FieldChange]) -> tuple[FieldChange, ...]:
    """Return what a new design changes of the basis, with the other changes among ``fields``: settings and ``ops``."""
    design = design_fields(fields)
    changes = design_fields(diff_forms(basis.form, desired.form, basis.keys, desired.keys))
    return (*changes, *(field for field in fields if field not in design))
