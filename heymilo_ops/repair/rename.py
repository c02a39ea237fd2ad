"""Take what the state knows of a posting out, or put it under another name. Pure, and nothing is sent.

Both raise ``AttentionError`` where something stands in the way.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from heymilo_ops.advice import AdviceKind, advise
from heymilo_ops.errors import AttentionError
from heymilo_ops.model.desired import Desired
from heymilo_ops.model.facts import NAME_PATTERN
from heymilo_ops.model.fold import moved, with_entry, without_planned
from heymilo_ops.model.state import PostingState, State

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
                f"The outcome of an earlier {intent.kind} of {intent.address} is unknown",
                (
                    advise(AdviceKind.STATE_RESOLVE_ADOPT, name=intent.address, posting_id="ID"),
                    advise(AdviceKind.STATE_RESOLVE_RETRY, name=intent.address),
                ),
            )


def _counted(entry: PostingState) -> str:
    number = len(entry.revisions)
    return "1 revision" if number == 1 else f"{number} revisions"
