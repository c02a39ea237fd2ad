"""A role on its way to its end: ``ops.lifecycle`` archives its posting, and makes none while it says so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from heymilo_ops.finding import Finding
from heymilo_ops.model.desired import Desired
from heymilo_ops.model.posting import Ops
from heymilo_ops.model.reason import Reason, ReasonCode, of_posting
from heymilo_ops.model.state import PostingState
from heymilo_ops.plan.change import Action, ArchivePosting, Change, CreatePosting, FieldChange, RecordOnly
from heymilo_ops.plan.codes import make_finding
from heymilo_ops.plan.drain import begin_drain, drain_of, draining, is_over, open_leftovers
from heymilo_ops.plan.effect import ENDING
from heymilo_ops.plan.inputs import PlanInput
from heymilo_ops.plan.origin import Origin
from heymilo_ops.plan.superseded import close_leftovers, is_drained, is_gone
from heymilo_ops.plan.verdict import Verdict, ops_fields, start

_LIFECYCLE = "/ops/lifecycle"


def decide_lifecycle(inputs: PlanInput, desired: Desired, origin: Origin) -> Verdict | None:
    """Return the verdict on a manifest whose role ends; ``None`` where it goes on as any other, draining too."""
    entry, ops = origin.entry, desired.ops
    if ops.lifecycle == "open":
        return None
    base = start(inputs, desired, origin)
    if entry is None:
        note = of_posting(desired.address, Reason(ReasonCode.ROLE_NOT_MADE, ops.lifecycle))
        return Verdict(base, origin.findings, (*origin.notes, note))
    if entry.status == "archived":
        change = _record(base, entry, desired)
    elif ops.lifecycle == "closed" or _is_drained(entry, ops, inputs):
        change = _archive(base, entry, desired, inputs)
    else:
        return None
    return Verdict(close_leftovers(change, entry, ops, inputs), origin.findings, origin.notes)


def _is_drained(entry: PostingState, ops: Ops, inputs: PlanInput) -> bool:
    gone = is_gone(entry.posting_id, inputs.listing)
    return gone or is_drained(entry, entry.posting_id, ops, inputs.listing, inputs.now)


def _record(base: Change, entry: PostingState, desired: Desired) -> Change:
    """Return the change that records other ``ops`` of an archived posting: nothing, where they are the same."""
    fields = tuple(ops_fields(entry.ops, desired.ops))
    base = replace(base, revision_from=entry.revision, revision_to=entry.revision)
    if not fields:
        return base
    return replace(
        base,
        action=Action.UPDATE,
        reasons=(Reason(ReasonCode.ONLY_OPS_CHANGED),),
        after_digest=base.before_digest,
        fields=fields,
        effect=max((field.effect for field in fields), key=lambda effect: effect.weight),
        operations=(RecordOnly(desired),),
    )


def _archive(base: Change, entry: PostingState, desired: Desired, inputs: PlanInput) -> Change:
    """Return the archive of the current posting. The ``ops`` that ask for it are recorded before it is sent."""
    gone = is_gone(entry.posting_id, inputs.listing)
    reasons = [_why(entry, desired.ops, inputs)]
    if gone:
        reasons.append(Reason(ReasonCode.ARCHIVED_OUTSIDE))
    kept = open_leftovers(entry) if desired.ops.on_replace == "keep" else ()
    if kept := tuple(posting_id for posting_id in kept if not is_gone(posting_id, inputs.listing)):
        reasons.append(Reason(ReasonCode.KEPT_STAYS_OPEN, kept))
    fields = tuple(map(_ending, ops_fields(entry.ops, desired.ops)))
    recorded = (RecordOnly(desired),) if fields else ()
    return replace(
        base,
        action=Action.ARCHIVE,
        reasons=tuple(reasons),
        after_digest=None,
        revision_to=None,
        fields=fields,
        operations=(*recorded, ArchivePosting(entry.posting_id)),
        effect=None if gone else ENDING,
    )


def _why(entry: PostingState, ops: Ops, inputs: PlanInput) -> Reason:
    posting_id = entry.posting_id
    if ops.lifecycle == "closed":
        return Reason(ReasonCode.ROLE_CLOSED, posting_id)
    is_finished = inputs.listing is not None and posting_id in inputs.listing.finished
    if not is_finished and is_over(drain_of(entry, posting_id, ops, inputs.now), inputs.now):
        return Reason(ReasonCode.ROLE_DRAINED_BY_TIME, posting_id, ops.drain_days)
    return Reason(ReasonCode.ROLE_DRAINED, posting_id)


def _ending(field: FieldChange) -> FieldChange:
    return replace(field, effect=ENDING) if field.path == _LIFECYCLE else field


def with_drains(change: Change, inputs: PlanInput, manifests: Mapping[str, Desired]) -> Change:
    """Return the change with the postings that stay open after it until nobody is left in them."""
    entry = inputs.entries.get(change.moved_from or change.address)
    if entry is None:
        return change
    manifest = manifests.get(change.address)
    ops = manifest.ops if manifest else entry.ops
    staying = [it for it in draining(entry, ops) if it not in change.archives and not is_gone(it, inputs.listing)]
    drains = [drain_of(entry, posting_id, ops, inputs.now) for posting_id in staying]
    created = next((part for part in change.operations if isinstance(part, CreatePosting)), None)
    is_kept = created is not None and entry.status == "active" and not is_gone(entry.posting_id, inputs.listing)
    if is_kept and ops.on_replace == "drain":
        drains.append(begin_drain(entry.posting_id, ops, inputs.now))
    reasons = change.reasons
    if change.action is Action.UPDATE and any(drain.since is None for drain in drains):
        reasons = (*reasons, Reason(ReasonCode.ROLE_DRAINS, entry.posting_id, ops.drain_days))
    return replace(change, drains=tuple(drains), reasons=reasons)


def drain_notes(changes: Sequence[Change]) -> Iterator[Reason]:
    """Yield a note on each posting that drains already."""
    for change in changes:
        for drain in change.drains:
            if drain.since is not None:
                yield of_posting(change.address, Reason(ReasonCode.STILL_DRAINS, drain.posting_id, drain.until))


def recreate_findings(inputs: PlanInput, manifests: Mapping[str, Desired]) -> Iterator[Finding]:
    """Yield a finding on each posting that is to be made anew although its role ends."""
    for name in sorted(inputs.recreate & manifests.keys()):
        lifecycle = manifests[name].ops.lifecycle
        if lifecycle != "open":
            yield make_finding("PL140", name, _LIFECYCLE, lifecycle=lifecycle)
