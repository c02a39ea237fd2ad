"""Whether the next plan would send a posting's deadline, as the state tells it."""

from __future__ import annotations

from heymilo_ops.model.canonical import CANON, canonical, design_part
from heymilo_ops.model.desired import Desired
from heymilo_ops.model.state import State
from heymilo_ops.statefile.store import StateStore
from heymilo_ops.usecases.check import Sends


def sends(store: StateStore) -> Sends:
    """A function of one posting that says whether its deadline would be sent. Reads the state once."""
    state = store.read()
    return lambda desired, is_whole: _sends(desired, state, store, is_whole=is_whole)


def _sends(desired: Desired, state: State | None, store: StateStore, *, is_whole: bool) -> bool | None:
    known = state.postings.get(desired.address) if state is not None else None
    if known is None or known.status == "archived":
        return True
    if not is_whole:
        return None
    if desired.under(known.digest):
        return False
    if known.current.canon == CANON and known.current.design_digest != desired.design_digest:
        return True
    snapshot = store.snapshot(known.digest)
    if snapshot is None:
        return True
    form = canonical(snapshot.request, CANON)
    return design_part(form) != design_part(desired.form) or form.get("deadline") != desired.form.get("deadline")
