"""What to do with a posting that the state knows and no manifest asks for."""

from __future__ import annotations

from dataclasses import replace

from heymilo_ops.model.state import PostingState
from heymilo_ops.plan.change import Action, Change
from heymilo_ops.plan.codes import finding
from heymilo_ops.plan.decide import close_leftovers
from heymilo_ops.plan.decision import Verdict, live_ref
from heymilo_ops.plan.effect import ENDING
from heymilo_ops.plan.inputs import PlanInput
from heymilo_ops.plan.operation import ArchivePosting, Forget


def removed(
    given: PlanInput, address: str, entry: PostingState, *, retired: bool, renamed: str | None = None
) -> Verdict | None:
    """The verdict by ``ops`` as last applied; ``None`` where the posting is archived and nothing is left to do.

    ``renamed``: where the manifest seems to be under another name, in words.
    """
    base = Change(
        address=address,
        action=Action.UNCHANGED,
        source=entry.current.source,
        before_digest=entry.digest,
        revision_from=entry.revision,
        live=live_ref(given, entry),
        held=entry.held,
    )
    if entry.status == "archived":
        change = close_leftovers(base, entry, entry.ops, given)
        return Verdict(change) if change.archives else None
    why = f"its manifest is not for workspace {given.workspace}" if retired else renamed or _gone(given, address)
    if entry.ops.on_remove == "error":
        problem = finding(
            "PL105",
            f"{address}: {why}, and on_remove: error refuses that",
            "put the file back; or set on_remove to archive or forget, apply, then remove it",
            address,
        )
        return Verdict(replace(base, action=Action.HOLD, reasons=(f"{why}, and on_remove is error",)), (problem,))
    if entry.ops.on_remove == "forget" or (given.listing and entry.posting_id in given.listing.missing):
        return Verdict(_forget(base, entry, why, given))
    return Verdict(close_leftovers(_archive(base, entry, why), entry, entry.ops, given))


def _gone(given: PlanInput, address: str) -> str:
    """How it comes that no manifest has this name."""
    aside = given.aside.get(address)
    if aside is not None:
        return f"its manifest is {aside} now, which is not read, since a name in that path begins with _ or ."
    return "its manifest is gone"


def _forget(base: Change, entry: PostingState, why: str, given: PlanInput) -> Change:
    left = f"posting {entry.posting_id} stays as it is"
    if given.listing and entry.posting_id in given.listing.missing:
        left = f"posting {entry.posting_id} was deleted outside"
    return replace(
        base,
        action=Action.UPDATE,
        reasons=(f"{why}: it is forgotten, nothing is sent", left),
        operations=(Forget(),),
    )


def _archive(base: Change, entry: PostingState, why: str) -> Change:
    reasons = [f"{why}: posting {entry.posting_id} is archived and its link stops for new people"]
    outside = base.live is not None and base.live.archived
    if outside:
        reasons.append("it was archived outside already; archiving it again only records that")
    effect = None if outside else ENDING
    return replace(
        base,
        action=Action.ARCHIVE,
        reasons=tuple(reasons),
        operations=(ArchivePosting(entry.posting_id),),
        effect=effect,
    )
