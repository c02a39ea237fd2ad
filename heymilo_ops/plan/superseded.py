"""Postings that were replaced and are still open: left by a crash, draining, or kept on purpose."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from heymilo_ops.model.live import Listing
from heymilo_ops.model.posting import Ops
from heymilo_ops.model.reason import Reason, ReasonCode
from heymilo_ops.model.state import PostingState, State
from heymilo_ops.plan.change import Action, ArchivePosting, Change, FieldChange
from heymilo_ops.plan.drain import drain_of, is_over, open_leftovers
from heymilo_ops.plan.effect import ENDING, heaviest
from heymilo_ops.plan.inputs import PlanInput


def interrupted(entry: PostingState, state: State | None) -> bool:
    """Return whether what is open was left by an apply that broke off: then its archive was planned with its replace.

    What was kept or drained was not: archiving that is decided now, whatever the last apply came to.
    """
    broke_off = state is not None and state.last_apply is not None and state.last_apply.status == "open"
    return broke_off and entry.ops.on_replace == "archive"


def due_archives(entry: PostingState, ops: Ops, listing: Listing | None, now: datetime) -> tuple[str, ...]:
    """Return the ids that a plan archives now: not kept, not draining, not archived or deleted outside.

    What drains is due when nobody is left in it, when its days are over, and where its role is closed.
    """
    if ops.on_replace == "keep":
        return ()
    leftovers = tuple(posting_id for posting_id in open_leftovers(entry) if not is_gone(posting_id, listing))
    if ops.on_replace == "drain" and ops.lifecycle != "closed":
        return tuple(posting_id for posting_id in leftovers if is_drained(entry, posting_id, ops, listing, now))
    return leftovers


def is_drained(entry: PostingState, posting_id: str, ops: Ops, listing: Listing | None, now: datetime) -> bool:
    """Return whether a posting that drains is to be archived: nobody is left in it, or its days are over."""
    is_finished = listing is not None and posting_id in listing.finished
    return is_finished or is_over(drain_of(entry, posting_id, ops, now), now)


def is_gone(posting_id: str, listing: Listing | None) -> bool:
    """Return whether HeyMilo showed that the posting is archived, or that it isn't there any more."""
    if listing is None:
        return False
    live = listing.postings.get(posting_id)
    return posting_id in listing.missing or (live is not None and live.archived)


def close_leftovers(change: Change, entry: PostingState, ops: Ops, inputs: PlanInput) -> Change:
    """Return the change with the archives of what earlier replaces left open; alone they make an archive of it.

    Where a broken-off apply left it, that finishes what was decided then. Else it is decided now, and weighs as much
    as any archive does.
    """
    leftovers = due_archives(entry, ops, inputs.listing, inputs.now)
    if not leftovers:
        return change
    if interrupted(entry, inputs.state):
        reason, effect = Reason(ReasonCode.FINISHES_REPLACING, leftovers), change.effect
    else:
        reason = Reason(ReasonCode.ARCHIVES_LEFTOVERS, leftovers)
        effect = heaviest([ENDING, *([change.effect] if change.effect else [])])
        change = replace(change, fields=tuple(map(_decides, change.fields)))
    change = replace(change, operations=(*change.operations, *map(ArchivePosting, leftovers)), effect=effect)
    if change.action in (Action.UNCHANGED, Action.HOLD):
        return replace(change, action=Action.ARCHIVE, reasons=(reason, *change.reasons))
    return replace(change, reasons=(*change.reasons, reason))


def _decides(field: FieldChange) -> FieldChange:
    """Return the field with the class of an archive, where it is what decides on that."""
    return replace(field, effect=ENDING) if field.path == "/ops/on_replace" else field
