"""Binding a posting that carries our marks and that the state does not know: the state was lost, or forked.

The marks say which revision of which address it is. What it holds must be known by its digest, from a snapshot or from
the manifest as it stands; else nothing is bound, since a state that can't say what is live is worth little.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from heymilo_ops.apply.run_context import Who
from heymilo_ops.apply.snapshot import snapshots_of
from heymilo_ops.errors import AttentionError
from heymilo_ops.model import fold
from heymilo_ops.model.canonical import canonical, design_part, digest
from heymilo_ops.model.desired import Desired, desire
from heymilo_ops.model.live import Live
from heymilo_ops.model.mark import Mark
from heymilo_ops.model.record import written_posting
from heymilo_ops.model.state import Intent, State
from heymilo_ops.statefile.format import StoredSnapshot

if TYPE_CHECKING:
    from heymilo_ops.statefile.store import StateStore

_DIGEST = re.compile(r"^sha256:[0-9a-f]{64}$")


@dataclass(frozen=True, slots=True)
class Binding:
    """What binding needs beside the posting.

    Attributes:
        desired: the manifest of the address as it stands, where there is one.
        begun: the state to start from, where there is none yet.
    """

    who: Who
    desired: Desired | None = None
    begun: State | None = None


def bind(
    state: State, address: str, live: Live, binding: Binding, *, project: str, store: StateStore, at: str
) -> State:
    """The state in which the posting is the current revision of the address; not written yet.

    Args:
        at: when, as the state writes it.

    Raises:
        AttentionError: the posting is not this address's, not newer than what the state knows, or what it holds is
            not known.
    """
    mark = _mark(state, address, live, project)
    wanted = binding.desired.under(mark.digest) if binding.desired is not None else None
    if wanted is not None:
        store.put_snapshots(snapshots_of(wanted, binding.who))
    snapshot = _content(mark, store)
    known = desire(snapshot.resolved, snapshot.source)
    intent = Intent(
        kind="create",
        op_id=mark.op_id,
        attempt=mark.attempt,
        address=address,
        number=mark.revision,
        digest=mark.digest,
        design_digest=digest(design_part(canonical(snapshot.request, snapshot.canon))),
        portable=wanted.portable if wanted is not None else None,
        canon=snapshot.canon,
        action="adopt",
        source=snapshot.source,
        commit=snapshot.commit,
        reproducible=known.reproducible,
        ops=known.ops,
        by=binding.who.by,
        at=at,
    )
    return fold.confirmed(state, intent, written_posting(live), at)


def _mark(state: State, address: str, live: Live, project: str) -> Mark:
    why, mark = foreign(live, project, state.workspace.name, address)
    entry = state.postings.get(address)
    if why or mark is None:
        raise AttentionError(f"posting {live.posting_id} is not one of {address}: {why}")
    if live.posting_id in state.posting_ids:
        raise AttentionError(f"the state knows posting {live.posting_id} already")
    if entry is not None and mark.revision <= entry.revision:
        raise AttentionError(
            f"posting {live.posting_id} is revision {mark.revision} of {address}, and the state has {entry.revision}",
            "It is a copy or an old one; archive it in HeyMilo if nobody needs it.",
        )
    if not mark.op_id or not _DIGEST.match(mark.digest):
        raise AttentionError(f"the marks of posting {live.posting_id} were edited: its operation or digest is missing")
    return mark


def _content(mark: Mark, store: StateStore) -> StoredSnapshot:
    found = store.snapshot(mark.digest)
    if found is None:
        raise AttentionError(
            f"what revision {mark.revision} of {mark.name} holds is not known: neither a snapshot nor the manifest has "
            f"its digest, {mark.digest}",
            "Check out the commit that it was applied from, and run this again there.",
        )
    return found


def foreign(live: Live, project: str, workspace: str, address: str) -> tuple[str, Mark | None]:
    """Why a posting's marks don't name this address, ``""`` where they do; and the mark."""
    mark = live.mark
    if mark is None:
        return "it carries no marks of heymilo-ops", None
    if (mark.project, mark.workspace) != (project, workspace):
        return f"its marks name {mark.project}/{mark.workspace}, not {project}/{workspace}", mark
    if mark.name != address:
        return f"its marks name {mark.name}", mark
    return "", mark
