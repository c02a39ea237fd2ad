"""Records folded into the state. Pure: a state goes in, the next one comes out.

A run and whoever reads its journal after a crash come to the same state, since both fold the same records.
"""

from __future__ import annotations

from datetime import UTC, datetime
from functools import reduce
from typing import Any

from heymilo_ops.model import record
from heymilo_ops.model.posting import Ops
from heymilo_ops.model.record import WrittenPosting
from heymilo_ops.model.state import (
    EditScope,
    HalfEdit,
    Intent,
    LastApply,
    Position,
    PostingState,
    Revision,
    State,
    Watched,
)


def stamp(moment: datetime) -> str:
    """Return a moment as the state writes it: ISO 8601, UTC, whole seconds."""
    return moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def replayed(state: State, entry: record.Entry) -> State:
    """Return the state after one document of the journal."""
    state = reduce(folded, entry.records, state)
    position = Position(epoch=entry.epoch, seq=entry.seq)
    return state.model_copy(update={"serial": state.serial + (not entry.seals), "journal": position})


def folded(state: State, item: Any) -> State:
    """Return the state after one record. What is not pending any more is not touched again."""
    match item:
        case record.Opened():
            return _opened(state, item)
        case record.Sending():
            return sending(state, item.ops, item.at)
        case record.Retried():
            return state.model_copy(update={"pending": (*dropped(state, item.intent.op_id).pending, item.intent)})
        case record.Confirmed():
            intent = _pending(state, item.op_id)
            return confirmed(state, intent, item.live, item.at) if intent else state
        case record.Rejected():
            return dropped(state, item.op_id)
        case record.HalfDone():
            return half_done(state, item)
        case record.Absent():
            return absent(state, item)
        case record.Noted():
            return noted(state, item)
        case record.Accepted():
            return accepted(state, item)
    return state


def _opened(state: State, opened: record.Opened) -> State:
    """Return the state with all intents decided, and the plan as the one being applied."""
    workspace = state.workspace
    if workspace.remote_id is None:
        workspace = workspace.model_copy(update={"remote_id": opened.workspace_id})
    return state.model_copy(
        update={
            "workspace": workspace,
            "last_apply": LastApply(plan_digest=opened.plan_digest, status="open", ending=_ending(opened.intents)),
            "pending": (*state.unknown(), *opened.intents),
        }
    )


def _ending(intents: tuple[Intent, ...]) -> dict[str, tuple[str, ...]]:
    """Return what an apply is to end, as ``LastApply`` keeps it."""
    ends: dict[str, tuple[str, ...]] = {}
    for intent in intents:
        if intent.kind == "archive" and intent.target:
            ends[intent.address] = (*ends.get(intent.address, ()), intent.target)
    for intent in intents:
        if intent.kind == "create" and intent.action == "replace" and intent.digest:
            ends[intent.address] = (intent.digest, *ends.get(intent.address, ()))
    return ends


def _pending(state: State, op_id: str) -> Intent | None:
    return next((intent for intent in state.pending if intent.op_id == op_id), None)


def noted(state: State, note: record.Noted) -> State:
    """Return the state with a history moved, and with other ``ops`` or forgotten."""
    state = moved(state, note.moved_from, note.address)
    entry = state.postings.get(note.address)
    if entry is None:
        return state
    if note.ops is None:
        return with_entry(state, note.address, None)
    changed = {"ops": note.ops, "draining_since": _draining_since(entry, note.ops, note.at)}
    return with_entry(state, note.address, entry.model_copy(update=changed))


def _draining_since(before: PostingState | None, ops: Ops, at: str | None) -> str | None:
    """Return since when a role is draining; ``None`` where it isn't."""
    if ops.lifecycle != "draining":
        return None
    return (before.draining_since if before else None) or at


def accepted(state: State, item: record.Accepted) -> State:
    """Return the state with a revision of what HeyMilo shows already, unless it is there."""
    state = moved(state, item.moved_from, item.address)
    entry = state.postings.get(item.address)
    if entry is None or entry.numbered(item.revision.number) is not None:
        return state
    changed = {
        "revision": item.revision.number,
        "digest": item.revision.digest,
        "ops": item.ops,
        "updated_at": item.updated_at,
        "revisions": (*entry.revisions, item.revision),
    }
    return with_entry(state, item.address, entry.model_copy(update=changed))


def sending(state: State, op_ids: tuple[str, ...], at: str) -> State:
    """Return the state in which these intents may be under way from now on."""
    changed = {"status": "sending", "sent_at": at}
    pending = tuple(i.model_copy(update=changed) if i.op_id in op_ids else i for i in state.pending)
    return state.model_copy(update={"pending": pending})


def absent(state: State, gone: record.Absent) -> State:
    """Return the state in which an attempt counts as not made, and is watched."""
    intent = _pending(state, gone.op_id)
    if intent is None:
        return state
    if intent.kind == "create":  # the others do no harm when they come late
        watched = Watched(
            op_id=intent.op_id,
            attempt=intent.attempt,
            address=intent.address,
            number=intent.number,
            digest=intent.digest,
            closed=gone.closed,
            at=gone.at,
        )
        state = state.model_copy(update={"watched": (*state.watched, watched)})
    return dropped(state, intent.op_id)


def half_done(state: State, stopped: record.HalfDone) -> State:
    """Return the state in which a posting is between two revisions: its edit was begun and didn't end."""
    intent = _pending(state, stopped.op_id)
    entry = state.postings.get(intent.address) if intent else None
    if intent is None or intent.edit is None or entry is None:
        return dropped(state, stopped.op_id)
    return dropped(with_entry(state, intent.address, between(entry, intent, intent.edit)), intent.op_id)


def between(entry: PostingState, intent: Intent, scope: EditScope) -> PostingState:
    """Return the entry of a posting whose edit was begun, as far as is known."""
    number, digest = intent.number or 0, intent.digest or ""
    half = HalfEdit(op_id=intent.op_id, number=number, digest=digest, at=intent.at, edit=scope)
    return entry.model_copy(update={"half_edit": half})


def dropped(state: State, *op_ids: str) -> State:
    """Return the state without these intents."""
    return state.model_copy(update={"pending": tuple(i for i in state.pending if i.op_id not in op_ids)})


def without_planned(state: State) -> State:
    """Return the state without intents that were never sent; the caller holds the lock, so nobody will send them."""
    if len(state.unknown()) == len(state.pending):
        return state
    return state.model_copy(update={"pending": state.unknown()})


def confirmed(state: State, intent: Intent, live: WrittenPosting, at: str) -> State:
    """Return the state after HeyMilo confirmed an intent. Its operation is over: it gets no further attempt."""
    watched = tuple(
        item.model_copy(update={"closed": True}) if item.op_id == intent.op_id else item for item in state.watched
    )
    state = state.model_copy(update={"watched": watched})
    if intent.kind == "activate":
        return _activated(state, intent, live)
    return (_archived if intent.kind == "archive" else _applied)(state, intent, live, at)


def with_entry(state: State, address: str, entry: PostingState | None) -> State:
    """Return the state with one address set, or forgotten."""
    postings = {name: posting for name, posting in state.postings.items() if name != address}
    if entry is not None:
        postings[address] = entry
    return state.model_copy(update={"postings": postings})


def moved(state: State, old: str | None, new: str) -> State:
    """Return the state with an entry and its history under a new address; the same where there is nothing to move."""
    if old is None or old not in state.postings or new in state.postings:
        return state
    entry = state.postings[old]
    formerly = tuple(dict.fromkeys((*entry.formerly, old)))
    return with_entry(with_entry(state, old, None), new, entry.model_copy(update={"formerly": formerly}))


def _applied(state: State, intent: Intent, live: WrittenPosting, at: str) -> State:
    state = moved(state, old_address(state, intent), intent.address)
    before = state.postings.get(intent.address)
    same = before if before is not None and intent.kind not in ("create", "adopt") else None
    known = {name: getattr(intent, name) for name in Revision.model_fields.keys() & Intent.model_fields.keys()}
    revision = Revision.model_validate(
        known | {"posting_id": live.posting_id, "applied_at": at, "applied_by": intent.by}
    )
    entry = PostingState(
        posting_id=live.posting_id,
        revision=revision.number,
        digest=revision.digest,
        status="active",
        candidate_url=live.candidate_url or (same.candidate_url if same else None),
        review_url=live.review_url or (same.review_url if same else None),
        updated_at=live.updated_at,
        ops=intent.ops,
        held=intent.held,
        formerly=before.formerly if before else (),
        live_name=intent.live_name if intent.kind == "adopt" else same.live_name if same else None,
        committed=before.committed if before else None,
        half_edit=before.half_edit if before is not None and intent.kind == "update" else None,
        draining_since=_draining_since(before, intent.ops, at),
        revisions=(*(before.revisions if before else ()), revision),
    )
    return dropped(with_entry(state, intent.address, entry), intent.op_id)


def old_address(state: State, intent: Intent) -> str | None:
    """Return where the history that this intent continues still stands, when that is another address.

    A manifest may keep ``moved_from`` long after the move. The number tells whether the history there is meant.
    """
    old = intent.ops.moved_from
    entry = state.postings.get(old) if old else None
    return old if entry is not None and intent.number == entry.revision + 1 else None


def _archived(state: State, intent: Intent, live: WrittenPosting, at: str) -> State:
    """Marks each revision of the target; an update shares its predecessor's posting, so there may be several."""
    state = dropped(state, intent.op_id)
    entry = state.postings.get(intent.address)
    if entry is None:
        return state
    revisions = tuple(
        revision.model_copy(
            update={
                "archived_at": at,
                "allowed": (*revision.allowed, *intent.allowed),
                "archive_review": intent.review,
            }
        )
        if revision.posting_id == intent.target and revision.archived_at is None
        else revision
        for revision in entry.revisions
    )
    changed: dict[str, object] = {"revisions": revisions}
    if entry.posting_id == intent.target:
        changed |= {"status": "archived", "updated_at": live.updated_at or entry.updated_at}
    return with_entry(state, intent.address, entry.model_copy(update=changed))


def _activated(state: State, intent: Intent, live: WrittenPosting) -> State:
    """Return the state after an activation: no revision follows from it, and HeyMilo's date of the posting moves."""
    state = dropped(state, intent.op_id)
    entry = state.postings.get(intent.address)
    if entry is None or entry.posting_id != intent.target:
        return state
    moment = live.updated_at or entry.updated_at
    return with_entry(state, intent.address, entry.model_copy(update={"updated_at": moment}))
