"""The applied revisions of postings, now or as they stood at a moment."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from heymilo_ops.model.state import PostingState
from heymilo_ops.usecases.state_lookup import WorkspaceState, find_posting

if TYPE_CHECKING:
    from heymilo_ops.statefile.store import StateStore


def posting_history(known: WorkspaceState, name: str | None, moment: datetime | None) -> dict[str, PostingState]:
    """Return a posting of the state, or all, as of ``moment``. Raises ``UsageError`` for an unknown name."""
    postings = {name: find_posting(known.applied, name)} if name is not None else dict(known.applied.postings)
    return postings if moment is None else _as_of(postings, moment)


def verify_snapshots(store: StateStore, postings: Iterable[PostingState]) -> None:
    """Read what each revision stands for. Raises ``StateError`` where it was edited."""
    revisions = [revision for posting in postings for revision in posting.revisions]
    for digest in dict.fromkeys(digest for made in revisions for digest in (made.digest, made.portable_digest)):
        store.snapshot(digest)


def _as_of(postings: Mapping[str, PostingState], moment: datetime) -> dict[str, PostingState]:
    """Return the postings as they stood at a moment, without those that were applied later."""
    earlier = {}
    for name, posting in postings.items():
        revisions = tuple(
            revision
            if revision.archived_at is None or datetime.fromisoformat(revision.archived_at) <= moment
            else revision.model_copy(update={"archived_at": None})
            for revision in posting.revisions
            if datetime.fromisoformat(revision.applied_at) <= moment
        )
        if revisions:
            last = revisions[-1]
            is_held = posting.held is not None and datetime.fromisoformat(posting.held.since) <= moment
            earlier[name] = posting.model_copy(
                update={
                    "revisions": revisions,
                    "revision": last.number,
                    "digest": last.digest,
                    "posting_id": last.posting_id,
                    "status": "active" if last.archived_at is None else "archived",
                    "held": posting.held if is_held else None,
                }
            )
    return earlier
