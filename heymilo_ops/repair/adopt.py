"""Adopt a posting that carries our marks and that the state doesn't know: the state was lost, or forked.

The marks name the revision. What it holds must be known by its digest, from a snapshot or from the manifest as it
stands; else nothing is written, since a state that doesn't know what is live is worth little.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from heymilo_ops.apply.run_context import RunContext
from heymilo_ops.apply.snapshot import snapshots_of
from heymilo_ops.errors import AttentionError
from heymilo_ops.model import fold
from heymilo_ops.model.canonical import canonical, design_part, digest
from heymilo_ops.model.desired import Desired, desire
from heymilo_ops.model.live import Live, Mark
from heymilo_ops.model.record import written_posting
from heymilo_ops.model.state import Intent, State
from heymilo_ops.plan.owner import Owner
from heymilo_ops.plan.ownership import newest
from heymilo_ops.statefile.format import StoredSnapshot
from heymilo_ops.statefile.store import StateStore

_DIGEST = re.compile(r"^sha256:[0-9a-f]{64}$")


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
    if not mark.op_id or not _DIGEST.match(mark.digest):
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
