"""Postings that a plan would write to and whose marks don't say that they are ours."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from heymilo_ops.finding import Finding
from heymilo_ops.model.live import Live
from heymilo_ops.plan.change import Change
from heymilo_ops.plan.codes import make_finding
from heymilo_ops.plan.inputs import PlanInput
from heymilo_ops.plan.operation import ArchivePosting, EditPosting, PatchPosting
from heymilo_ops.plan.owner import Refusal, owner_of


def written_ids(change: Change) -> tuple[str, ...]:
    """Return the ids of the postings that the change writes to: those that it patches, edits or archives."""
    written = (part for part in change.operations if isinstance(part, PatchPosting | EditPosting | ArchivePosting))
    return tuple(part.posting_id for part in written)


def unowned_findings(inputs: PlanInput, changes: Sequence[Change]) -> Iterator[Finding]:
    """Yield an error on each posting that the plan would write to and that is not shown as ours.

    What the listing doesn't show is read before the first write of the apply. To archive what is archived already
    sends nothing.
    """
    listed = inputs.listing.postings if inputs.listing else {}
    for change in changes:
        entry = inputs.entries.get(change.address) or inputs.entries.get(change.moved_from or "")
        owner = owner_of(
            entry,
            change.address,
            change.moved_from,
            project=inputs.project,
            workspace=inputs.workspace,
            unmarked_allowed=inputs.unmarked_allowed,
        )
        for live in (listed[posting_id] for posting_id in written_ids(change) if posting_id in listed):
            refusal = None if live.archived else owner.refusal(live)
            if refusal is not None:
                yield _finding(change.address, live, refusal)


def _finding(address: str, live: Live, refusal: Refusal) -> Finding:
    case = "PL506" if refusal.unmarked else "PL507"
    return make_finding(case, address, posting_id=live.posting_id, reason=refusal.reason, help=refusal.help)
