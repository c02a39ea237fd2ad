"""Postings that were replaced and are still open: left by a crash, draining, or kept on purpose."""

from __future__ import annotations

from heymilo_ops.model.live import Listing
from heymilo_ops.model.posting import Ops
from heymilo_ops.model.state import PostingState, State


def open_leftovers(entry: PostingState) -> tuple[str, ...]:
    """Return the ids of an entry's postings that are neither current nor archived, oldest first."""
    closed = {revision.posting_id for revision in entry.revisions if revision.archived_at is not None}
    ids = dict.fromkeys(revision.posting_id for revision in entry.revisions)
    return tuple(posting_id for posting_id in ids if posting_id not in closed and posting_id != entry.posting_id)


def draining(entry: PostingState, ops: Ops | None = None) -> tuple[str, ...]:
    """Return the ids whose candidates have to be asked for (stats) before a plan may archive them.

    ``ops`` are those of the manifest; without a manifest the ones last applied count.
    """
    return open_leftovers(entry) if (ops or entry.ops).on_replace == "drain" else ()


def interrupted(entry: PostingState, state: State | None) -> bool:
    """Return whether what is open was left by an apply that broke off: then its archive was planned with its replace.

    What was kept or drained was not: archiving that is decided now, whatever the last apply came to.
    """
    broke_off = state is not None and state.last_apply is not None and state.last_apply.status == "open"
    return broke_off and entry.ops.on_replace == "archive"


def due_archives(entry: PostingState, ops: Ops, listing: Listing | None) -> tuple[str, ...]:
    """Return the ids that a plan archives now: not kept, not draining, not archived or deleted outside."""
    if ops.on_replace == "keep":
        return ()
    leftovers = tuple(posting_id for posting_id in open_leftovers(entry) if not is_gone(posting_id, listing))
    if ops.on_replace == "drain":
        return tuple(posting_id for posting_id in leftovers if listing is not None and posting_id in listing.finished)
    return leftovers


def is_gone(posting_id: str, listing: Listing | None) -> bool:
    """Return whether HeyMilo showed that the posting is archived, or that it isn't there any more."""
    if listing is None:
        return False
    live = listing.postings.get(posting_id)
    return posting_id in listing.missing or (live is not None and live.archived)
