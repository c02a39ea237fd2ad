"""What a posting's marks at HeyMilo show of a revision: whoever can write the state can't write those."""

from __future__ import annotations

from collections.abc import Callable

from heymilo_ops.errors import AttentionError
from heymilo_ops.model.live import Live
from heymilo_ops.model.state import PostingState, Revision
from heymilo_ops.plan.owner import Owner

PUT_BACK = "Put back a state that was not edited, or edit the manifest and apply."


def is_marked(live: Live) -> bool:
    """Return whether the posting says what was sent."""
    return live.mark is not None and bool(live.mark.digest)


def refuse_contradicted(
    entry: PostingState, revision: Revision, live: Live, owner: Owner, same: Callable[[Revision], bool], part: str
) -> None:
    """Refuse where the marks of a revision's posting name something else than the state does.

    Args:
        live: that posting, which is marked.
        same: whether another revision has the same ``part``, by what their snapshots hold.
        part: the part that matters, in words.
    """
    posting_id, mark = revision.posting_id, live.mark
    refusal = owner.refusal(live)
    if mark is None or refusal is not None:
        reason = refusal.reason if refusal is not None else "carries no marks"
        raise AttentionError(f"{owner.name}: posting {posting_id} {reason}", PUT_BACK)
    marked = (made for made in entry.revisions if (made.number, made.posting_id) == (mark.revision, posting_id))
    made = next(marked, None)
    if made is None or made.digest != mark.digest:
        number, digest = (made.number, made.digest) if made else (revision.number, revision.digest)
        raise AttentionError(
            f"the state says that revision {number} is {digest}, and posting {posting_id} at HeyMilo carries the mark "
            f"of revision {mark.revision}, {mark.digest}: one of them was edited",
            PUT_BACK,
        )
    if made is not revision and not same(made):
        raise AttentionError(
            f"the state says that revision {revision.number} was posting {posting_id}, which has another {part} by its "
            f"marks, that of revision {made.number}: the state was edited",
            PUT_BACK,
        )
