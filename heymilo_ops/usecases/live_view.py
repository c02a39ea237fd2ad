"""What a plan asks of HeyMilo: one listing, and posting by posting what the listing leaves open."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from heymilo_ops.model.desired import Desired
from heymilo_ops.model.live import Listing, Live
from heymilo_ops.model.state import State
from heymilo_ops.plan.ownership import classify, unmanaged
from heymilo_ops.plan.superseded import draining
from heymilo_ops.usecases.guards import guard_workspace
from heymilo_ops.usecases.workspace import Workspace

if TYPE_CHECKING:
    from heymilo_ops.remote.postings import Postings


def complete_listing(
    api: Postings,
    listed: Iterable[Live],
    state: State | None,
    refresh: str,
    desired: Iterable[Desired],
    endless: str = "",
) -> Listing:
    """Complete what HeyMilo lists: get the postings of the state that it lacks, and the stats of drained ones."""
    postings = {live.posting_id: live for live in listed}
    open_ids = _open(state)
    missing = set()
    for posting_id in open_ids if refresh == "full" else open_ids - postings.keys():
        live = api.get(posting_id)
        if live is None:
            missing.add(posting_id)
            postings.pop(posting_id, None)
        else:
            postings[posting_id] = live
    drained = _draining(state, desired) & postings.keys()
    finished = {posting_id for posting_id in drained if _is_finished(api, posting_id)}
    current = _current(state) & postings.keys() if refresh == "full" else ()
    questions = {posting_id: api.questions(posting_id) for posting_id in sorted(current)}
    return Listing(postings, frozenset(missing), endless, frozenset(finished), questions)


def read_unmanaged(workspace: Workspace, api: Postings) -> tuple[int, list[Live]]:
    """Count HeyMilo's open postings and list those that nobody manages. Raises where the key opens another workspace.

    The state is read again after the list: what is made meanwhile is in the state before HeyMilo lists it.
    """
    store = workspace.store()
    guard_workspace(store.read(), workspace, api.workspace())
    listed = api.list_all()
    others = unmanaged(classify(store.read(), listed, workspace.project, workspace.name))
    return sum(live.is_open for live in listed), [live for live in others if live.is_open]


def _current(state: State | None) -> set[str]:
    """Ids of the postings that are live by the state."""
    postings = state.postings.values() if state is not None else ()
    return {posting.posting_id for posting in postings if posting.status == "active"}


def _open(state: State | None) -> set[str]:
    """Ids of the postings that the state takes for open."""
    postings = state.postings.values() if state is not None else ()
    return {
        revision.posting_id for posting in postings for revision in posting.revisions if revision.archived_at is None
    }


def _draining(state: State | None, desired: Iterable[Desired]) -> set[str]:
    """Ids of the replaced postings that wait for their last candidate."""
    ops = {posting.address: posting.ops for posting in desired}
    postings = state.postings.items() if state is not None else ()
    return {posting_id for name, posting in postings for posting_id in draining(posting, ops.get(name))}


def _is_finished(api: Postings, posting_id: str) -> bool:
    total, completed = api.stats(posting_id)
    return completed >= total
