"""Settling an intent of unknown outcome by hand: it happened (adopt), or it did not (absent).

Both look at HeyMilo first and refuse what HeyMilo contradicts. Nothing is sent.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from math import ceil

from heymilo_ops.apply.bind import Binding, bind, foreign
from heymilo_ops.apply.pending import names, without_planned
from heymilo_ops.apply.ports import Api, Store
from heymilo_ops.apply.snapshot import read_back
from heymilo_ops.errors import AttentionError
from heymilo_ops.model import fold
from heymilo_ops.model.live import Live
from heymilo_ops.model.record import found_of
from heymilo_ops.model.state import Intent, State


def resolve(
    name: str,
    *,
    store: Store,
    api: Api,
    project: str,
    now: Callable[[], datetime],
    adopt: str | None = None,
    absent: bool = False,
    binding: Binding | None = None,
    settle_s: float = 0.0,
) -> State:
    """Settle what is pending of one address; the state as written. The caller holds the lock.

    Where nothing is pending, ``adopt`` binds a posting with our marks that the state doesn't know (``bind``), as far
    as ``binding`` is given.

    Args:
        adopt: id of the posting that the operation made, changed or archived.
        absent: the operation did not happen. Exactly one of the two is given.
        settle_s: seconds after the send in which HeyMilo may still be at it, or not list yet what it made; absent is
            refused until they have passed.

    Raises:
        AttentionError: nothing is pending there, or HeyMilo says otherwise; nothing was written.
        UnreachableError: HeyMilo could not be read; nothing was written.
    """
    if (adopt is None) is not absent:
        raise ValueError("either adopt or absent")
    state = store.read() or (binding.begun if binding else None)
    if state is None:
        raise AttentionError("there is no state yet, so nothing is pending")
    state = without_planned(state)
    mine = [intent for intent in state.unknown() if intent.address == name]
    if not mine and (adopt is None or binding is None):
        others = names(state.unknown())
        raise AttentionError(f"nothing is pending for {name}", f"Pending: {others}." if others else "")
    if adopt is None:
        for intent in mine:
            _settled(intent, now(), settle_s)
        return store.write(_absent(state, mine, api))
    live = api.get(adopt)
    if live is None:
        raise AttentionError(
            f"HeyMilo has no posting {adopt!r}", "`heymilo-ops plan` names the ids of postings that are in question."
        )
    at = fold.stamp(now())
    if not mine and binding is not None:
        return store.write(bind(state, name, live, binding, project=project, store=store, at=at))
    return _adopt(state, _meant(mine, adopt), live, store, api, project, at)


def _adopt(state: State, intent: Intent, live: Live, store: Store, api: Api, project: str, at: str) -> State:
    _check(state, intent, live, project)
    state = store.write(fold.confirmed(state, intent, found_of(live), at))
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
        if why:
            raise AttentionError(f"posting {live.posting_id} is not the one pending for {intent.address}: {why}")
    elif not live.archived:
        raise AttentionError(f"posting {live.posting_id} is not archived", _ABSENT.format(name=intent.address))


_ABSENT = "If the operation did not happen, run `heymilo-ops state resolve {name} --absent`."


def _foreign(state: State, intent: Intent, live: Live, project: str) -> str:
    """Why a posting is not what the intent made or changed; ``""`` where its marks say that it is."""
    why, mark = foreign(live, project, state.workspace.name, intent.address)
    if not why and mark and (mark.op_id, mark.digest) != (intent.op_id, intent.digest):
        return f"its marks are of another operation (revision {mark.revision}, op {mark.op_id or 'unreadable'})"
    return why


def _settled(intent: Intent, moment: datetime, settle_s: float) -> None:
    """Raises ``AttentionError`` where the send is too recent for a listing to prove anything."""
    if settle_s <= 0:
        return
    sent = intent.sent_at or intent.at
    passed = (moment - datetime.fromisoformat(sent)).total_seconds()
    if passed < 0:
        raise AttentionError(
            f"what is pending for {intent.address} was sent at {sent}, which is still to come by this machine's clock",
            "Set the clock right and run this again. If it was wrong then, look in HeyMilo, and run this again with "
            "settle_seconds: 0 in heymilo.yaml.",
        )
    left = settle_s - passed
    if left > 0:
        raise AttentionError(
            f"what is pending for {intent.address} was sent only just now: HeyMilo may still be at it",
            f"Run this again in {ceil(left)} s.",
        )


def _absent(state: State, mine: list[Intent], api: Api) -> State:
    """The state without intents that did not happen. Raises ``AttentionError`` for one that HeyMilo shows did."""
    for intent in mine:
        found = _traces(intent, api)
        if found:
            raise AttentionError(
                f"the operation pending for {intent.address} did happen: posting {', '.join(found)} shows it",
                f"Run `heymilo-ops state resolve {intent.address} --adopt {found[0]}`."
                if len(found) == 1
                else "Archive all but one of them in HeyMilo, then adopt that one.",
            )
    return fold.dropped(state, *(intent.op_id for intent in mine))


def _traces(intent: Intent, api: Api) -> list[str]:
    """Ids of postings that show that an intent was carried out."""
    if intent.target is None:
        return [each.posting_id for each in api.list_all() if each.mark and each.mark.op_id == intent.op_id]
    live = api.get(intent.target)
    if live is None:
        return []
    if intent.kind == "archive":
        return [live.posting_id] if live.archived else []
    return [live.posting_id] if live.mark and live.mark.op_id == intent.op_id else []
