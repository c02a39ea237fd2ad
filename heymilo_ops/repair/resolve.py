"""Saying by hand what became of an operation: that it made, changed or archived this posting.

HeyMilo is looked at first, and what it contradicts is refused. Nothing is sent.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from heymilo_ops.apply.pending import names, without_planned
from heymilo_ops.apply.snapshot import read_back
from heymilo_ops.errors import AttentionError
from heymilo_ops.model import fold
from heymilo_ops.model.high_water import is_newer
from heymilo_ops.model.live import Live
from heymilo_ops.model.record import written_posting
from heymilo_ops.model.state import Intent, State
from heymilo_ops.repair.adopt import Binding, bind, foreign

if TYPE_CHECKING:
    from heymilo_ops.remote.postings import Postings
    from heymilo_ops.statefile.store import StateStore


def adopt(
    name: str,
    posting_id: str,
    *,
    store: StateStore,
    api: Postings,
    project: str,
    now: Callable[[], datetime],
    binding: Binding | None = None,
) -> State:
    """Settle what is pending of one address by the posting that it made, changed or archived; the state as written.

    Where nothing is pending, a posting with our marks that the state doesn't know is bound (``bind``), as far as
    ``binding`` is given. The caller holds the lock.

    Raises:
        AttentionError: nothing is pending there, or HeyMilo says otherwise; nothing was written.
        UnreachableError: HeyMilo could not be read; nothing was written.
    """
    state = store.read() or (binding.begun if binding else None)
    if state is None:
        raise AttentionError("there is no state yet, so nothing is pending")
    state = without_planned(state)
    mine = pending_for(state, name) if binding is None else [each for each in state.unknown() if each.address == name]
    live = api.get(posting_id)
    if live is None:
        raise AttentionError(
            f"HeyMilo has no posting {posting_id!r}",
            "`heymilo-ops plan` names the ids of postings that are in question.",
        )
    at = fold.stamp(now())
    if not mine and binding is not None:
        return store.write(bind(state, name, live, binding, project=project, store=store, at=at))
    return _adopt(state, _meant(mine, posting_id), live, store, api, project, at)


def pending_for(state: State, name: str) -> list[Intent]:
    """What is unknown of one address. Raises ``AttentionError`` where nothing is."""
    mine = [intent for intent in state.unknown() if intent.address == name]
    if not mine:
        others = names(state.unknown())
        raise AttentionError(f"nothing is pending for {name}", f"Pending: {others}." if others else "")
    return mine


def _adopt(state: State, intent: Intent, live: Live, store: StateStore, api: Postings, project: str, at: str) -> State:
    _check(state, intent, live, project)
    state = store.write(fold.confirmed(state, intent, written_posting(live), at))
    if intent.kind == "create" and not intent.reproducible:
        read_back(state.postings[intent.address].digest, live.posting_id, store, api)
    return state


def _meant(mine: list[Intent], posting_id: str) -> Intent:
    for intent in mine:
        if intent.target in (None, posting_id):
            return intent
    targets = ", ".join(str(intent.target) for intent in mine)
    raise AttentionError(f"what is pending for {mine[0].address} is about posting {targets}, not {posting_id}")


def _check(state: State, intent: Intent, live: Live, project: str) -> None:
    """Raises ``AttentionError`` where the posting does not show that the intent was carried out."""
    if intent.kind != "archive":
        why = _foreign(state, intent, live, project)
        if why and not _lost_its_marks(state, intent, live):
            raise AttentionError(f"posting {live.posting_id} is not the one pending for {intent.address}: {why}")
    elif not live.archived:
        raise AttentionError(f"posting {live.posting_id} is not archived", _RETRY.format(name=intent.address))


_RETRY = "If the operation did not happen, run `heymilo-ops state resolve {name} --retry`."


def _lost_its_marks(state: State, intent: Intent, live: Live) -> bool:
    """Whether the posting may be what a create made, with its marks taken away: newer than that, and nobody's."""
    unmarked = live.mark is None and live.posting_id not in state.posting_ids
    return intent.kind == "create" and unmarked and is_newer(live, intent.seen)


def _foreign(state: State, intent: Intent, live: Live, project: str) -> str:
    """Why a posting is not what the intent made or changed; ``""`` where its marks say that it is."""
    why, mark = foreign(live, project, state.workspace.name, intent.address)
    if not why and mark and (mark.op_id, mark.digest) != (intent.op_id, intent.digest):
        return f"its marks are of another operation (revision {mark.revision}, op {mark.op_id or 'unreadable'})"
    return why
