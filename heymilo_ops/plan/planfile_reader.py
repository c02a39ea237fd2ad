"""A saved plan as a ``Plan`` to look at. What would be sent isn't in the file, so it can't be applied from this."""

from __future__ import annotations

from collections.abc import Iterator

from heymilo_ops.errors import AttentionError
from heymilo_ops.finding import Finding
from heymilo_ops.model.reason import Reason, ReasonCode, as_written
from heymilo_ops.plan.change import Action, Change, FieldChange, LiveRef, Plan, SafetyChange, SharedChange
from heymilo_ops.plan.document import ChangeDocument, FindingDocument, LiveDocument, PlanDocument
from heymilo_ops.plan.operation import (
    AdoptPosting,
    ArchivePosting,
    CreatePosting,
    Forget,
    Operation,
    PatchPosting,
    RecordOnly,
)
from heymilo_ops.plan.planfile import PLAN_AGAIN, SavedPlan


def as_plan(saved: SavedPlan) -> Plan:
    """Return the plan of a file. Raises ``AttentionError`` where a part of it doesn't fit the others."""
    plan = _plan(saved.document)
    if {**saved.document.summary, Action.UNCHANGED: 0} != plan.summary():
        raise AttentionError("The plan file was edited: its summary doesn't fit its changes", PLAN_AGAIN)
    return plan


def _plan(document: PlanDocument) -> Plan:
    return Plan(
        workspace=document.workspace,
        workspace_id=document.workspace_id,
        lineage=document.state.lineage,
        serial=document.state.serial,
        changes=tuple(_change(change, document.pending) for change in document.changes),
        notes=tuple(map(as_written, document.notes)),
        findings=tuple(map(_finding, document.findings)),
        digest=document.digest,
        partial=document.partial,
        compared=as_written(document.compared),
        tool_version=document.tool_version,
        pending=document.pending,
        shared=tuple(
            SharedChange(it.path, it.field, it.kind, it.before, it.after, it.effect, it.addresses)
            for it in document.shared
        ),
        safety=tuple(SafetyChange(it.setting, it.before, it.after, it.commit) for it in document.safety),
        permissions=document.permissions,
        differing=document.differing,
        unmanaged=document.unmanaged,
    )


def _change(change: ChangeDocument, pending: tuple[str, ...]) -> Change:
    return Change(
        address=change.address,
        action=change.action,
        reasons=tuple(_reasons(change, pending)),
        source=change.source,
        title=change.title,
        effect=change.effect,
        before_digest=change.before_digest,
        after_digest=change.after_digest,
        revision_from=change.revision.before,
        revision_to=change.revision.after,
        live=_live(change.live) if change.live else None,
        fields=tuple(FieldChange(it.path, it.kind, it.before, it.after, it.effect, it.key) for it in change.fields),
        operations=tuple(_operations(change)),
        moved_from=change.moved_from,
    )


def _live(live: LiveDocument) -> LiveRef:
    return LiveRef(live.posting_id, live.updated_at, live.archived)


def _reasons(change: ChangeDocument, pending: tuple[str, ...]) -> Iterator[Reason]:
    """Yield the sentences; the first one of a hold that waits for an earlier outcome is known as that."""
    waits = change.address in pending or change.moved_from in pending or change.source is None
    is_open = waits and change.action is Action.HOLD
    for number, sentence in enumerate(change.reasons):
        yield Reason(ReasonCode.OUTCOME_AS_WRITTEN if is_open and not number else ReasonCode.AS_WRITTEN, sentence)


def _operations(change: ChangeDocument) -> Iterator[Operation]:
    """Yield what the change does, without what would be sent."""
    posting_id = change.live.posting_id if change.live else ""
    match change.action:
        case Action.CREATE | Action.REPLACE:
            yield CreatePosting()
        case Action.UPDATE:
            yield _update(change, posting_id)
        case Action.ADOPT:
            yield AdoptPosting(posting_id)
    yield from map(ArchivePosting, change.archives)


def _update(change: ChangeDocument, posting_id: str) -> Operation:
    if change.forget:
        return Forget()
    return RecordOnly() if change.settings is None else PatchPosting(posting_id, change.settings)


def _finding(it: FindingDocument) -> Finding:
    return Finding(it.code, it.name, it.severity, it.message, it.help, address=it.address)
