"""Resolve an operation of unknown outcome by hand: it made, changed or archived this posting.

HeyMilo is read first, and what it contradicts is refused. Nothing is sent.

A posting that carries our marks and that the state doesn't know, as the state was lost or forked, is bound: the marks
name the revision. What it holds must be known by its digest, from a snapshot or from the manifest as it stands; else
nothing is written, since a state that doesn't know what is live is worth little.
"""

from __future__ import annotations

from dataclasses import dataclass

from heymilo_ops.apply.run_context import RunContext
from heymilo_ops.apply.snapshot import read_back, snapshots_of
from heymilo_ops.errors import AdviceKind, AttentionError, advise
from heymilo_ops.model import fold
from heymilo_ops.model.canonical import canonical, design_part, digest
from heymilo_ops.model.desired import Desired, desire
from heymilo_ops.model.fold import without_planned
from heymilo_ops.model.live import Live, Mark
from heymilo_ops.model.record import written_posting
from heymilo_ops.model.state import Intent, State, is_newer
from heymilo_ops.plan.owner import Owner
from heymilo_ops.plan.ownership import newest
from heymilo_ops.repair.attribution import is_intact
from heymilo_ops.statefile.format import StoredSnapshot
from heymilo_ops.statefile.store import StateStore


def adopt(name: str, posting_id: str, context: RunContext, binding: Binding | None = None) -> State:
    """Settle what is pending of one name by the posting that it made, changed or archived; return the state as written.

    Where nothing is pending, a posting with our marks that the state doesn't know is bound, if there is a ``binding``.

    Raises:
        AttentionError: nothing is pending there, or HeyMilo contradicts; nothing was written.
        UnreachableError: HeyMilo could not be read; nothing was written.
    """
    # As the lock read it: read again, it could be what the next holder wrote, and be replaced without the lock.
    state = context.store.state or context.store.read() or (binding.initial if binding else None)
    if state is None:
        raise AttentionError("there is no state yet, so nothing is pending")
    state = without_planned(state)
    intents = pending_for(state, name) if binding is None else _pending(state, name)
    live = context.api.get(posting_id)
    if live is None:
        raise AttentionError(f"HeyMilo has no posting {posting_id!r}", advise(AdviceKind.PLAN))
    if not intents and binding is not None:
        return context.store.write(bind(state, name, live, context, binding.desired))
    intent = _meant(intents, posting_id)
    _check(state, intent, live, context.project)
    state = context.store.write(fold.confirmed(state, intent, written_posting(live), fold.stamp(context.now())))
    if intent.kind == "create" and not intent.reproducible:
        read_back(state.postings[name].digest, posting_id, context.store, context.api)
    return state


def pending_for(state: State, name: str) -> list[Intent]:
    """Return what is unknown of one name. Raises ``AttentionError`` where nothing is."""
    intents = _pending(state, name)
    if not intents:
        others = ", ".join(sorted({intent.address for intent in state.unknown()}))
        raise AttentionError(f"nothing is pending for {name}", f"Pending: {others}." if others else "")
    return intents


def _pending(state: State, name: str) -> list[Intent]:
    return [intent for intent in state.unknown() if intent.address == name]


def _meant(intents: list[Intent], posting_id: str) -> Intent:
    for intent in intents:
        if intent.target in (None, posting_id):
            return intent
    targets = ", ".join(str(intent.target) for intent in intents)
    raise AttentionError(f"what is pending for {intents[0].address} is about posting {targets}, not {posting_id}")


def _check(state: State, intent: Intent, live: Live, project: str) -> None:
    """Raise ``AttentionError`` where the posting does not show that the intent was carried out."""
    if intent.kind == "archive":
        if not live.archived:
            retry = advise(AdviceKind.STATE_RESOLVE_RETRY, name=intent.address)
            raise AttentionError(f"posting {live.posting_id} is not archived", retry)
        return
    if intent.kind == "activate":
        if live.status == "draft":
            retry = advise(AdviceKind.STATE_RESOLVE_RETRY, name=intent.address)
            raise AttentionError(f"posting {live.posting_id} is a draft still", retry)
        return
    if intent.kind == "edit":
        again = advise(AdviceKind.APPLY_SETTLES, workspace=state.workspace.name, name=intent.address)
        raise AttentionError(
            f"the edit in place of {intent.address} may be half done, which its marks don't tell", again
        )
    why = _contradiction(state, intent, live, project)
    if why and not _lost_its_marks(state, intent, live):
        raise AttentionError(f"posting {live.posting_id} is not the one pending for {intent.address}: it {why}")


def _lost_its_marks(state: State, intent: Intent, live: Live) -> bool:
    """Return whether a create may have made the posting, its marks taken away since: it is newer, and nobody's."""
    unmarked = live.mark is None and live.posting_id not in state.posting_ids
    return intent.kind == "create" and unmarked and is_newer(live, intent.seen)


def _contradiction(state: State, intent: Intent, live: Live, project: str) -> str:
    """Return why a posting is not what the intent made or changed; ``""`` where its marks say that it is."""
    refusal, mark = Owner(project, state.workspace.name, intent.address).refusal(live), live.mark
    if refusal:
        return refusal.reason
    if mark and (mark.op_id, mark.digest) != (intent.op_id, intent.digest):
        return f"carries the marks of another operation (revision {mark.revision}, op {mark.op_id or 'unreadable'})"
    return ""


@dataclass(frozen=True, slots=True)
class Binding:
    """What adopting needs beside the posting.

    Attributes:
        desired: the manifest of the name as it stands, where there is one.
        initial: the state to start from, where there is none yet.
    """

    desired: Desired | None = None
    initial: State | None = None


def bind(state: State, name: str, live: Live, context: RunContext, desired: Desired | None) -> State:
    """Return the state in which the posting is the current revision of the name; not written yet.

    Raises:
        AttentionError: the posting is not of this name, not newer than what the state knows, or what it holds is not
            known.
    """
    mark, at = _mark(state, name, live, context.project), fold.stamp(context.now())
    reading = desired.under(mark.digest) if desired is not None else None
    if reading is not None:
        context.store.put_snapshots(snapshots_of(reading, context.author))
    snapshot = _snapshot(mark, context.store)
    known = desire(snapshot.resolved, snapshot.source)
    intent = Intent(
        kind="create",
        op_id=mark.op_id,
        attempt=mark.attempt,
        address=name,
        number=mark.revision,
        digest=mark.digest,
        design_digest=digest(design_part(canonical(snapshot.request, snapshot.canon))),
        portable=reading.portable if reading is not None else None,
        canon=snapshot.canon,
        action="adopt",
        source=snapshot.source,
        commit=snapshot.commit,
        reproducible=known.reproducible,
        ops=known.ops,
        by=context.author.by,
        at=at,
    )
    return fold.confirmed(state, intent, written_posting(live), at)


def _mark(state: State, name: str, live: Live, project: str) -> Mark:
    refusal = Owner(project, state.workspace.name, name).refusal(live)
    entry, mark = state.postings.get(name), live.mark
    if refusal or mark is None:
        raise AttentionError(f"posting {live.posting_id} is not one of {name}: it {refusal and refusal.reason}")
    if live.posting_id in state.posting_ids:
        raise AttentionError(f"the state knows posting {live.posting_id} already")
    if entry is not None and mark.revision <= newest(entry):
        raise AttentionError(
            f"posting {live.posting_id} is revision {mark.revision} of {name}, and the state has {newest(entry)}",
            "It is a copy or an old one; archive it in HeyMilo if nobody needs it.",
        )
    if not is_intact(mark):
        raise AttentionError(f"the marks of posting {live.posting_id} were edited: its operation or digest is missing")
    return mark


def _snapshot(mark: Mark, store: StateStore) -> StoredSnapshot:
    snapshot = store.snapshot(mark.digest)
    if snapshot is None:
        raise AttentionError(
            f"what revision {mark.revision} of {mark.name} holds is not known: neither a snapshot nor the manifest has "
            f"its digest, {mark.digest}",
            "Check out the commit that it was applied from, and run this again there.",
        )
    return snapshot
