"""What the state knows of a posting, taken out or put under another name. Pure, and nothing is sent.

A refusal says what stands in the way; each is an ``AttentionError``, and nothing was written then.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from heymilo_ops.apply.pending import without_planned
from heymilo_ops.errors import AttentionError
from heymilo_ops.model.desired import Desired
from heymilo_ops.model.fold import moved, with_entry
from heymilo_ops.model.scalar import NAME_PATTERN
from heymilo_ops.model.state import PostingState, State

_LONGEST = 100


def forget(state: State, name: str, *, is_protected: bool = False) -> State:
    """The state without a posting and its history; the posting itself stays as it is.

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
    """The state with a posting's history under another name.

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
            f"Two histories don't go under one name. See: heymilo-ops history {new}",
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
    for each in manifests:
        if each.ops.moved_from == old and each.address != new and entry.status == "active":
            raise AttentionError(
                f"{each.source} takes the history of {old} over: its ops.moved_from names it",
                f"Take that line out, or move the history there: heymilo-ops state mv {old} {each.address}",
            )


def _entry(state: State, name: str) -> PostingState:
    if name not in state.postings:
        raise AttentionError(f"The state knows no posting '{name}'", "See: heymilo-ops state list")
    return state.postings[name]


def _refuse_pending(state: State, name: str) -> None:
    for intent in state.unknown():
        if name in (intent.address, intent.ops.moved_from):
            raise AttentionError(
                f"The outcome of an earlier {intent.kind} of {intent.address} is unknown",
                f"Settle it first: heymilo-ops state resolve {intent.address} --adopt ID, or --retry",
            )


def _counted(entry: PostingState) -> str:
    number = len(entry.revisions)
    return "1 revision" if number == 1 else f"{number} revisions"
