"""Whether the postings that a run is about to write to are ours, by their marks as HeyMilo has them at that moment."""

from __future__ import annotations

from dataclasses import dataclass

from heymilo_ops.apply.jobs import Job, entry_of
from heymilo_ops.errors import AttentionError
from heymilo_ops.model.live import Live
from heymilo_ops.model.ownership import Refusal, owner_of
from heymilo_ops.model.state import State
from heymilo_ops.plan.change import Change


@dataclass(frozen=True, slots=True)
class Ownership:
    """Whose postings a run may write to.

    Attributes:
        unmarked_allowed: addresses whose postings may be written to although they carry no marks.
    """

    project: str
    workspace: str
    unmarked_allowed: frozenset[str] = frozenset()

    def refusal(self, change: Change, state: State, live: Live) -> Refusal | None:
        """Why the change must not write to this posting; ``None`` where it may."""
        owner = owner_of(
            entry_of(state, change),
            change.address,
            change.moved_from,
            project=self.project,
            workspace=self.workspace,
            unmarked_allowed=self.unmarked_allowed,
        )
        return owner.refusal(live)

    def require(self, job: Job, state: State, live: Live) -> None:
        """Raises ``AttentionError`` where the job must not write to this posting."""
        refusal = self.refusal(job.change, state, live)
        if refusal is not None:
            what = f"{job.change.address}: posting {live.posting_id} {refusal.said}. Nothing was written"
            raise AttentionError(what, f"{refusal.help[:1].upper()}{refusal.help[1:]}.")
