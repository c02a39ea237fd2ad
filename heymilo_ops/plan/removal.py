"""What to do with a posting that the state knows and no manifest asks for."""

from __future__ import annotations

from dataclasses import replace

from heymilo_ops.model.desired import Unread
from heymilo_ops.model.reason import Reason, ReasonCode
from heymilo_ops.model.state import PostingState
from heymilo_ops.plan.change import Action, ArchivePosting, Change, Forget
from heymilo_ops.plan.codes import make_finding
from heymilo_ops.plan.effect import ENDING
from heymilo_ops.plan.inputs import PlanInput
from heymilo_ops.plan.superseded import close_leftovers
from heymilo_ops.plan.verdict import Verdict, live_ref


def decide_removal(
    inputs: PlanInput, address: str, entry: PostingState, *, retired: bool, renamed: Reason | None = None
) -> Verdict | None:
    """Return the verdict by ``ops`` as last applied; ``None`` where the posting is archived and nothing is left to do.

    ``renamed``: where the manifest seems to be under another name.
    """
    base = Change(
        address=address,
        action=Action.UNCHANGED,
        source=entry.current.source,
        before_digest=entry.digest,
        revision_from=entry.revision,
        live=live_ref(inputs, entry),
        held=entry.held,
    )
    if entry.status == "archived":
        change = close_leftovers(base, entry, entry.ops, inputs)
        return Verdict(change) if change.archives else None
    why = (
        Reason(ReasonCode.OTHER_WORKSPACE, inputs.workspace) if retired else renamed or _missing(inputs, address, entry)
    )
    if address in inputs.unseen and not retired and not _is_deleted(inputs, entry):
        item = None if renamed else _unread(inputs, address, entry)
        reason = Reason(ReasonCode.MANIFEST_UNSEEN, why, address, inputs.workspace)
        if item is not None:
            reason = Reason(ReasonCode.MANIFEST_UNREAD_HOLDS, why, item.help)
        return Verdict(replace(base, action=Action.HOLD, reasons=(reason,)))
    if entry.ops.on_remove == "error":
        held = replace(base, action=Action.HOLD, reasons=(Reason(ReasonCode.REMOVAL_REFUSED, why),))
        return Verdict(held, (make_finding("PL105", address),))
    if entry.ops.on_remove == "forget" or _is_deleted(inputs, entry):
        return Verdict(_forget(base, entry, why, inputs))
    return Verdict(close_leftovers(_archive(base, entry, why), entry, entry.ops, inputs))


def _is_deleted(inputs: PlanInput, entry: PostingState) -> bool:
    return inputs.listing is not None and entry.posting_id in inputs.listing.missing


def _missing(inputs: PlanInput, address: str, entry: PostingState) -> Reason:
    """Return how it comes that no manifest has this name."""
    item = _unread(inputs, address, entry)
    if item is not None:
        is_its_own = item.is_of(address, entry.current.source)
        code = ReasonCode.MANIFEST_NOT_READABLE if is_its_own else ReasonCode.MANIFEST_MAY_BE
        return Reason(code, item.path, item.reason)
    aside = inputs.aside.get(address)
    return Reason(ReasonCode.MANIFEST_GONE) if aside is None else Reason(ReasonCode.MANIFEST_UNREAD, aside)


def _unread(inputs: PlanInput, address: str, entry: PostingState) -> Unread | None:
    """Return what isn't read and is, or else may be, the manifest of a posting."""
    if address in inputs.aside:
        return None
    own = (item for item in inputs.unread if item.is_of(address, entry.current.source))
    any_manifest = (item for item in inputs.unread if item.name is None)
    return next(own, None) or next(any_manifest, None)


def _forget(base: Change, entry: PostingState, why: Reason, inputs: PlanInput) -> Change:
    left = ReasonCode.DELETED_OUTSIDE if _is_deleted(inputs, entry) else ReasonCode.STAYS_AS_IT_IS
    return replace(
        base,
        action=Action.UPDATE,
        reasons=(Reason(ReasonCode.REMOVAL_FORGETS, why), Reason(left, entry.posting_id)),
        operations=(Forget(),),
    )


def _archive(base: Change, entry: PostingState, why: Reason) -> Change:
    reasons = [Reason(ReasonCode.REMOVAL_ARCHIVES, why, entry.posting_id)]
    outside = base.live is not None and base.live.archived
    if outside:
        reasons.append(Reason(ReasonCode.ARCHIVED_OUTSIDE))
    return replace(
        base,
        action=Action.ARCHIVE,
        reasons=tuple(reasons),
        operations=(ArchivePosting(entry.posting_id),),
        effect=None if outside else ENDING,
    )
