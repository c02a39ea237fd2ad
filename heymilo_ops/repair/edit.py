"""Edit a state by hand: forget a posting, put it under another name, replace the whole by a saved one.

Pure, and nothing is sent. All raise ``AttentionError`` where something stands in the way.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from heymilo_ops.errors import AdviceKind, AttentionError, advise
from heymilo_ops.model.desired import Desired
from heymilo_ops.model.facts import NAME_PATTERN
from heymilo_ops.model.fold import moved, with_entry, without_planned
from heymilo_ops.model.state import PostingState, State
from heymilo_ops.plan.pending_operation import KIND_NOUNS

_LONGEST = 100


def forget(state: State, name: str, *, is_protected: bool = False) -> State:
    """Return the state without a posting and its history; the posting itself stays as it is.

    ``is_protected``: the manifest says so, whatever was applied last.
    """
    entry = _entry(state, name)
    _refuse_pending(state, name)
    if entry.ops.protect or is_protected:
        raise AttentionError(
            f"{name} is protected, so it is not forgotten",
            "Set ops.protect to false in its manifest and apply that; then forget it.",
        )
    return without_planned(with_entry(state, name, None))


def move(state: State, old: str, new: str, manifests: Iterable[Desired] = (), here: Iterable[str] = ()) -> State:
    """Return the state with a posting's history under another name.

    Args:
        manifests: those without errors; one may take the history over by itself.
        here: the names of all manifests, those with errors included.
    """
    entry = _entry(state, old)
    if not re.fullmatch(NAME_PATTERN, new) or len(new) > _LONGEST:
        raise AttentionError(
            f"'{new}' is not a name for a posting",
            f"Lower-case letters, digits and single hyphens, at most {_LONGEST} characters.",
        )
    if new in state.postings:
        raise AttentionError(
            f"The state knows {new} already, with {_counted(state.postings[new])}",
            ("Two histories don't go under one name.", advise(AdviceKind.HISTORY, name=new)),
        )
    _refuse_pending(state, old)
    _refuse_pending(state, new)
    if old in here:
        raise AttentionError(
            f"{old} still has a manifest, so its history stays where it is",
            f"Rename it there first: name: {new}. Then this, or ops.moved_from: {old} in it, moves the history.",
        )
    _refuse_taken(entry, old, new, manifests)
    return moved(without_planned(state), old, new)


def _refuse_taken(entry: PostingState, old: str, new: str, manifests: Iterable[Desired]) -> None:
    for desired in manifests:
        if desired.ops.moved_from == old and desired.address != new and entry.status == "active":
            raise AttentionError(
                f"{desired.source} takes the history of {old} over: its ops.moved_from names it",
                (
                    "Take that line out, or give the history to it.",
                    advise(AdviceKind.STATE_MV, old=old, new=desired.address),
                ),
            )


def _entry(state: State, name: str) -> PostingState:
    if name not in state.postings:
        raise AttentionError(f"The state knows no posting '{name}'", advise(AdviceKind.STATE_LIST))
    return state.postings[name]


def _refuse_pending(state: State, name: str) -> None:
    for intent in state.unknown():
        if name in (intent.address, intent.ops.moved_from):
            raise AttentionError(
                f"The outcome of an earlier {KIND_NOUNS.get(intent.kind, intent.kind)} of {intent.address} is unknown",
                (
                    advise(AdviceKind.STATE_RESOLVE_ADOPT, name=intent.address, posting_id="ID"),
                    advise(AdviceKind.STATE_RESOLVE_RETRY, name=intent.address),
                ),
            )


def _counted(entry: PostingState) -> str:
    number = len(entry.revisions)
    return "1 revision" if number == 1 else f"{number} revisions"


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
    newest = max(saved.journal, stored.journal, key=lambda position: (position.epoch, position.seq))
    return saved.model_copy(update={"journal": newest})


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
