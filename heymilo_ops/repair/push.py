"""Whether a saved state may take the place of the one that is stored. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from heymilo_ops.errors import AttentionError
from heymilo_ops.model.state import Position, PostingState, State

_WAY = "Nothing was written. `heymilo-ops plan` shows what HeyMilo has that the stored state doesn't know."


@dataclass(frozen=True, slots=True)
class Difference:
    """One address that a saved state tells otherwise; ``None`` where one of the two doesn't know it."""

    address: str
    stored: PostingState | None
    saved: PostingState | None


def put_back(saved: State, stored: State | None) -> State:
    """The state to write: the saved one, where it was made from what is stored.

    Raises ``AttentionError`` where it is another's, older than what is stored, or lacks what is stored.
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
            f"{_WAY} A state of the marks that HeyMilo has: heymilo-ops state rebuild",
        )
    if saved.serial <= stored.serial:
        raise AttentionError(
            f"It has serial {saved.serial}, and the stored state has {stored.serial} already{_since(saved, stored)}",
            f"{_WAY} A state of the marks that HeyMilo has: heymilo-ops state rebuild",
        )
    lacking = sorted(_known(stored) - _known(saved))
    if lacking:
        told = ", ".join(f"{address} revision {number}" for address, number, _ in lacking)
        raise AttentionError(
            f"It doesn't know {told}, which the stored state does{_since(saved, stored)}",
            f"{_WAY} A state of the marks that HeyMilo has: heymilo-ops state rebuild",
        )
    return saved.model_copy(update={"journal": _later(saved.journal, stored.journal)})


def is_stored(saved: State, stored: State | None) -> bool:
    """Whether the stored state is this one: its write went through after all."""
    return saved == stored


def differences(saved: State, stored: State | None) -> list[Difference]:
    """What the saved state says otherwise, by address."""
    before = stored.postings if stored else {}
    names = sorted({*before, *saved.postings})
    found = (Difference(name, before.get(name), saved.postings.get(name)) for name in names)
    return [each for each in found if each.stored != each.saved]


def _known(state: State) -> set[tuple[str, int, str]]:
    return {(name, each.number, each.posting_id) for name, entry in state.postings.items() for each in entry.revisions}


def _since(saved: State, stored: State) -> str:
    """Who applied what only the stored state knows, as far as it tells."""
    theirs = _known(stored) - _known(saved)
    made = [
        each
        for name, entry in stored.postings.items()
        for each in entry.revisions
        if (name, each.number, each.posting_id) in theirs
    ]
    if not made:
        return ""
    last = max(made, key=lambda each: datetime.fromisoformat(each.applied_at))
    return f" (last applied by {last.applied_by} at {last.applied_at})"


def _later(*positions: Position) -> Position:
    return max(positions, key=lambda each: (each.epoch, each.seq))
