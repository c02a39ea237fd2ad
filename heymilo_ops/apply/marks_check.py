"""Check that the postings that a run is about to write to are ours, by their marks at that moment."""

from __future__ import annotations

from heymilo_ops.apply.jobs import Job, entry_of
from heymilo_ops.apply.run_context import RunContext
from heymilo_ops.errors import AttentionError
from heymilo_ops.model.live import Live
from heymilo_ops.model.state import State
from heymilo_ops.plan.change import Change
from heymilo_ops.plan.owner import Refusal, owner_of


def refusal_of(change: Change, state: State, context: RunContext, live: Live) -> Refusal | None:
    """Return why the change must not write to this posting; ``None`` where it may."""
    owner = owner_of(
        entry_of(state, change),
        change.address,
        change.moved_from,
        project=context.project,
        workspace=context.workspace,
        unmarked_allowed=context.unmarked_allowed,
    )
    return owner.refusal(live)


def require_owned(job: Job, state: State, context: RunContext, live: Live) -> None:
    """Raise ``AttentionError`` where the job must not write to this posting."""
    refusal = refusal_of(job.change, state, context, live)
    if refusal is not None:
        what = f"{job.change.address}: posting {live.posting_id} {refusal.reason}. Nothing was written"
        raise AttentionError(what, f"{refusal.help[:1].upper()}{refusal.help[1:]}.")
