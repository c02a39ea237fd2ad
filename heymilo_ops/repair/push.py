"""Check that a saved state may take the place of the one that is stored. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from heymilo_ops.advice import AdviceKind, advise
from heymilo_ops.errors import AttentionError
from heymilo_ops.model.state import Position, PostingState, State

_WAYS_OUT = ("Nothing was written.", advise(AdviceKind.STATE_REBUILD), advise(AdviceKind.PLAN))


@dataclass(frozen=True, slots=True)
class Difference:
    """One name that differs between two states; ``None`` where one of them doesn't know it."""

    address: str
    stored: PostingState | None
    saved: PostingState | None


def replacement(saved: State, stored: State | None) -> State:
    """Return the state to write: the saved one, where it was made from what is stored.

    Raises:
        AttentionError: it is another workspace's, older than what is stored, or lacks what is stored.
    """
    if stored is None:
        return saved
    if (saved.project, saved.workspace.name) != (stored.project, stored.workspace.name):
        raise AttentionError(
            f"It is a state of {saved.project}/{saved.workspace.name}, and the stored one is of "
            f"{stored.project}/{stored.workspace.name}",
            "Choose the workspace with -w.",
        )
    if saved.lineage != stored.lineage:
        raise AttentionError(
            f"It is of another lineage ({saved.lineage[:12]}) than the stored state ({stored.lineage[:12]}): neither "
            "was made from the other",
            _WAYS_OUT,
        )
    if saved.serial <= stored.serial:
        raise AttentionError(
            f"It has serial {saved.serial}, and the stored state has {stored.serial} already{_since(saved, stored)}",
            _WAYS_OUT,
        )
    lacking = sorted(_known(stored) - _known(saved))
    if lacking:
        revisions = ", ".join(f"{name} revision {number}" for name, number, _ in lacking)
        raise AttentionError(
            f"It doesn't know {revisions}, which the stored state does{_since(saved, stored)}",
            _WAYS_OUT,
        )
    return saved.model_copy(update={"journal": _later(saved.journal, stored.journal)})


def is_stored(saved: State, stored: State | None) -> bool:
    """Return whether the stored state is the saved one: its write went through after all."""
    return saved == stored


def differences(saved: State, stored: State | None) -> list[Difference]:
    """Return what differs between the saved state and the stored one, sorted by name."""
    before = stored.postings if stored else {}
    names = sorted({*before, *saved.postings})
    pairs = (Difference(name, before.get(name), saved.postings.get(name)) for name in names)
    return [difference for difference in pairs if difference.stored != difference.saved]


def _known(state: State) -> set[tuple[str, int, str]]:
    return {
        (name, revision.number, revision.posting_id)
        for name, entry in state.postings.items()
        for revision in entry.revisions
    }


def _since(saved: State, stored: State) -> str:
    """Return who applied last what only the stored state knows, as a clause."""
    only_stored = _known(stored) - _known(saved)
    revisions = [
        revision
        for name, entry in stored.postings.items()
        for revision in entry.revisions
        if (name, revision.number, revision.posting_id) in only_stored
    ]
    if not revisions:
        return ""
    last = max(revisions, key=lambda revision: datetime.fromisoformat(revision.applied_at))
    return f" (last applied by {last.applied_by} at {last.applied_at})"


def _later(*positions: Position) -> Position:
    return max(positions, key=lambda position: (position.epoch, position.seq))
