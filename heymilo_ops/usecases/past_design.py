"""What was live at a moment: a posting's design as the state and its snapshots know it. HeyMilo isn't asked."""

from __future__ import annotations

from datetime import datetime

from heymilo_ops.model.baseline import Baseline
from heymilo_ops.model.past_design import PastDesign, also_open, design_parts, live_until, outside_parts, standing_at
from heymilo_ops.model.state import PostingState
from heymilo_ops.statefile.baseline import read_baseline
from heymilo_ops.usecases.state_lookup import WorkspaceState, applied_posting


def design_at(known: WorkspaceState, name: str, moment: datetime) -> PastDesign:
    """Return what was live under a name. Raises ``AttentionError`` or ``UsageError`` for one that was never applied."""
    entry = applied_posting(known, name)
    standing, revision = standing_at(entry, moment)
    if revision is None:
        return PastDesign(name, moment, standing)
    snapshot = known.store.snapshot(revision.digest)
    request = snapshot.request if snapshot is not None else None
    questions = None if revision.reproducible else known.store.generated(revision.digest, revision.posting_id)
    return PastDesign(
        name,
        moment,
        standing,
        revision,
        since=revision.applied_at,
        until=live_until(entry, revision),
        also_open=also_open(entry, revision, moment),
        request=request,
        questions=questions,
        parts=(
            *design_parts(entry, revision, request, questions),
            *outside_parts(entry, revision, moment, _baselines(known, entry)),
        ),
    )


def _baselines(known: WorkspaceState, entry: PostingState) -> dict[str, Baseline]:
    """Read what HeyMilo showed after each revision, as far as that was kept."""
    digests = dict.fromkeys(made.baseline for made in entry.revisions if made.baseline is not None)
    read = ((digest, read_baseline(known.store, digest)) for digest in digests)
    return {digest: baseline for digest, baseline in read if baseline is not None}
