"""The record of a revision for which nothing is sent, since HeyMilo shows it already."""

from __future__ import annotations

from heymilo_ops.apply.run_context import Author
from heymilo_ops.errors import AdviceKind, AttentionError, advise
from heymilo_ops.model import record
from heymilo_ops.model.desired import Desired
from heymilo_ops.model.state import PostingState, ReviewEvidence, Revision
from heymilo_ops.plan.change import Change


def accepted_record(
    change: Change,
    entry: PostingState | None,
    desired: Desired,
    author: Author,
    at: str,
    review: ReviewEvidence | None = None,
) -> record.Accepted:
    """Return the record; ``entry`` is what the state knows of the posting. Raises ``AttentionError`` without it."""
    if entry is None or change.live is None or change.revision_to is None:
        raise AttentionError(f"{change.address}: the state knows no posting to record", advise(AdviceKind.PLAN_AGAIN))
    revision = Revision(
        number=change.revision_to,
        digest=desired.digest,
        design_digest=desired.design_digest,
        canon=desired.canon,
        posting_id=entry.posting_id,
        applied_at=at,
        applied_by=author.by,
        commit=author.commit_of(desired.source),
        source=desired.source,
        action="update",
        reproducible=entry.current.reproducible,
        portable=desired.portable,
        release=entry.current.release,
        review=review,
    )
    return record.Accepted(
        address=change.address,
        moved_from=change.moved_from,
        revision=revision,
        ops=desired.ops,
        updated_at=change.live.updated_at,
    )
