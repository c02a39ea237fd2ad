"""Whether the next plan would send a posting's deadline, by the state."""

from __future__ import annotations

from heymilo_ops.model.canonical import CANON, canonical, design_part
from heymilo_ops.model.desired import Desired
from heymilo_ops.model.state import State
from heymilo_ops.statefile.store import StateStore
from heymilo_ops.usecases.check import Sends


def deadline_sends(state: State | None, store: StateStore) -> Sends:
    """Make the function that says of a posting whether its deadline would be sent."""
    return lambda desired, is_whole: _is_sent(desired, state, store, is_whole=is_whole)


def _is_sent(desired: Desired, state: State | None, store: StateStore, *, is_whole: bool) -> bool | None:
    posting = state.postings.get(desired.address) if state is not None else None
    if posting is None or posting.status == "archived":
        return True
    if not is_whole:
        return None
    if desired.under(posting.digest):
        return False
    if posting.current.canon == CANON and posting.current.design_digest != desired.design_digest:
        return True
    snapshot = store.snapshot(posting.digest)
    if snapshot is None:
        return True
    form = canonical(snapshot.request, CANON)
    return design_part(form) != design_part(desired.form) or form.get("deadline") != desired.form.get("deadline")
