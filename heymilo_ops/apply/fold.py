"""Outcomes folded into the state. Pure: a state goes in, the next one comes out."""

from __future__ import annotations

from datetime import UTC, datetime

from heymilo_ops.model.live import Live
from heymilo_ops.model.state import Intent, PostingState, Revision, State


def stamp(moment: datetime) -> str:
    """A moment as the state writes it: ISO 8601, UTC, whole seconds."""
    return moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def sending(state: State, op_id: str, at: str) -> State:
    """The state in which this intent may be under way from now on."""
    changed = {"status": "sending", "sent_at": at}
    pending = tuple(i.model_copy(update=changed) if i.op_id == op_id else i for i in state.pending)
    return state.model_copy(update={"pending": pending})


def dropped(state: State, *op_ids: str) -> State:
    """The state without these intents."""
    return state.model_copy(update={"pending": tuple(i for i in state.pending if i.op_id not in op_ids)})


def confirmed(state: State, intent: Intent, live: Live, at: str) -> State:
    """The state after HeyMilo confirmed an intent."""
    if intent.kind == "archive":
        return _archived(state, intent, live, at)
    return _applied(state, intent, live, at)


def with_entry(state: State, address: str, entry: PostingState | None) -> State:
    """The state with one address set, or forgotten."""
    postings = {name: each for name, each in state.postings.items() if name != address}
    if entry is not None:
        postings[address] = entry
    return state.model_copy(update={"postings": postings})


def moved(state: State, old: str | None, new: str) -> State:
    """The state with an entry and its history under a new address; the same where there is nothing to move."""
    if old is None or old not in state.postings or new in state.postings:
        return state
    return with_entry(with_entry(state, old, None), new, state.postings[old])


def _applied(state: State, intent: Intent, live: Live, at: str) -> State:
    state = moved(state, old_address(state, intent), intent.address)
    before = state.postings.get(intent.address)
    same = before if before is not None and intent.kind == "update" else None
    revision = _revision(intent, live, at)
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
        revisions=(*(before.revisions if before else ()), revision),
    )
    return dropped(with_entry(state, intent.address, entry), intent.op_id)


def old_address(state: State, intent: Intent) -> str | None:
    """Where the history that this intent continues still stands, when that is another address.

    A manifest may keep ``moved_from`` long after the move. The number tells whether the history there is meant.
    """
    old = intent.ops.moved_from
    entry = state.postings.get(old) if old else None
    return old if entry is not None and intent.number == entry.revision + 1 else None


def _revision(intent: Intent, live: Live, at: str) -> Revision:
    return Revision.model_validate(
        {
            "number": intent.number,
            "digest": intent.digest,
            "design_digest": intent.design_digest,
            "canon": intent.canon,
            "posting_id": live.posting_id,
            "applied_at": at,
            "applied_by": intent.by,
            "commit": intent.commit,
            "source": intent.source,
            "action": intent.action,
            "reproducible": intent.reproducible,
            "portable": intent.portable,
        }
    )


def _archived(state: State, intent: Intent, live: Live, at: str) -> State:
    """Marks each revision of the target; an update shares its predecessor's posting, so there may be several."""
    state = dropped(state, intent.op_id)
    entry = state.postings.get(intent.address)
    if entry is None:
        return state
    revisions = tuple(
        each.model_copy(update={"archived_at": at})
        if each.posting_id == intent.target and each.archived_at is None
        else each
        for each in entry.revisions
    )
    changed: dict[str, object] = {"revisions": revisions}
    if entry.posting_id == intent.target:
        changed |= {"status": "archived", "updated_at": live.updated_at or entry.updated_at}
    return with_entry(state, intent.address, entry.model_copy(update=changed))
