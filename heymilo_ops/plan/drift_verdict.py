"""Changes in place of a posting that was changed outside: what is accepted is recorded, what is reverted put back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from heymilo_ops.model.desired import Desired
from heymilo_ops.model.facts import facts
from heymilo_ops.model.pointer import join, split
from heymilo_ops.model.posting import Manifest
from heymilo_ops.model.reason import Reason, ReasonCode
from heymilo_ops.model.state import EditScope, PostingState
from heymilo_ops.model.step import CONFIGS
from heymilo_ops.plan.change import DriftField, EditPosting, FieldChange, Operation, PatchPosting, RecordRevision
from heymilo_ops.plan.drift_decision import Drift, is_setting, named_paths, overwritten, revert_patch, reverting_fields
from heymilo_ops.plan.drift_fields import LiveComparison, step_number
from heymilo_ops.plan.settings_patch import patch

Form = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class InPlace:
    """A change in place that becomes the next revision.

    Attributes:
        target: what is recorded.
        stuck: names of settings that no PATCH can take off.
        overwrites: as ``Change`` has it.
    """

    target: Desired
    operation: Operation
    reasons: tuple[Reason, ...]
    fields: tuple[FieldChange, ...]
    stuck: Sequence[str] = ()
    overwrites: str | None = None


def accepted(
    drift: Drift, posting_id: str, form: Form, desired: Desired, fields: tuple[FieldChange, ...]
) -> InPlace | None:
    """Return how to record what HeyMilo shows already, with a change of the settings that are left; ``None`` where it
    shows nothing of the change, or not all of a changed design.

    ``form``: the canonical form that was applied. ``fields``: what the manifest changes of it.
    """
    changes = [field for field in fields if not field.path.startswith("/ops/")]
    left = drift.left(changes)
    if len(left) == len(changes) or not all(is_setting(field.path) for field in left):
        return None
    body, stuck = patch(form, desired, _names(left))
    operation = PatchPosting(posting_id, body, desired) if left else RecordRevision(posting_id, desired)
    reasons = [Reason(ReasonCode.ACCEPTED), *([Reason(ReasonCode.SETTINGS_CHANGED)] if left else [])]
    return InPlace(desired, operation, tuple(reasons), fields, stuck)


def reverted(
    drift: Drift, entry: PostingState, form: Form, target: Desired, fields: tuple[FieldChange, ...], workspace: str
) -> InPlace | Reason:
    """Return what puts back what was changed outside, with the settings that the manifest changes; or why it can't be.

    A revert is never a replace.

    Args:
        drift: what is put back, as ``target`` has it.
        target: what is recorded: the design that was applied, or that of the manifest where HeyMilo shows it, with the
            settings that are wanted.
        fields: what ``target`` changes of the form that was applied.
    """
    settings = [field for field in drift.open_fields if is_setting(field.path)]
    design = [field for field in drift.open_fields if not is_setting(field.path)]
    firm = tuple(field.path for field in design if not _is_value(field, target))
    if not firm and drift.comparison is not None and drift.comparison.lacks_questions:
        firm = tuple(field.path for field in design)
    if firm:
        return Reason(ReasonCode.REVERT_NOT_POSSIBLE, named_paths(firm), target.address, workspace)
    body, stuck = revert_patch(settings, target)
    paths = {field.path for field in drift.open_fields}
    changed = [field for field in fields if field.path not in paths]
    left = [field for field in drift.left(changed) if is_setting(field.path)]
    more, also_stuck = patch(form, target, _names(left))
    body = {**more, **body}
    operation: Operation = PatchPosting(entry.posting_id, body, target)
    if design and drift.comparison is not None:
        scope = _scope(drift.comparison, entry.digest, design, [*body], target)
        operation = EditPosting(entry.posting_id, entry.digest, target.digest, target, body, scope)
    return InPlace(
        target,
        operation,
        (Reason(ReasonCode.REVERTED),),
        (*reverting_fields(drift.open_fields), *changed),
        sorted({*stuck, *also_stuck}),
        overwritten(drift.open_fields),
    )


def _scope(
    comparison: LiveComparison, digest: str, design: Iterable[DriftField], settings: Iterable[str], target: Desired
) -> EditScope:
    """Return the scope of an edit that writes these values and no others: it makes, deletes and moves no question."""
    pointers = comparison.pointers
    touched = dict.fromkeys(join(name) for name in settings)
    touched.update(dict.fromkeys(_pointer(field, comparison, target.form) for field in design))
    return EditScope(
        before=digest,
        listed=tuple(comparison.order()),
        pairs={pointer: question_id for question_id, pointer in pointers.items()},
        touched=tuple(touched),
    )


def _pointer(field: DriftField, comparison: LiveComparison, form: Form) -> str:
    """Return the pointer of a field's value in the form that is brought about."""
    tokens = split(field.path)
    if tokens[0] == "questions":
        return join(tokens[2], base=comparison.pointers[comparison.id_of(tokens[1])])
    if tokens[0] == "workflow":
        return join("workflow", step_number(tokens[1], form), *tokens[2:4])
    return field.path


def _is_value(field: DriftField, target: Desired) -> bool:
    """Return whether an edit can put a field back: a value of the posting, of a step or of a question, to what the
    manifest says or to a documented default.
    """
    match split(field.path):
        case ("name", *_) | ("interview_template_id",):
            return False
        case ("questions", _, _, *_):
            return field.desired is not None and field.kind != "moved"
        case ("workflow", step, "config", name, *_):
            number = step_number(step, target.form)
            kind = target.form["workflow"][number]["type"] if number is not None else ""
            return field.desired is not None or _has_default(field, CONFIGS.get(kind), name)
        case (name,) if name != "workflow":
            return field.desired is not None or _has_default(field, Manifest, name)
    return False


def _has_default(field: DriftField, model: Any, name: str) -> bool:
    known = facts(model) if model is not None else {}
    return field.baseline is None and name in known and known[name].default is not None


def _names(fields: Iterable[FieldChange]) -> set[str]:
    return {field.path.split("/")[1] for field in fields if not field.path.startswith("/ops/")}
