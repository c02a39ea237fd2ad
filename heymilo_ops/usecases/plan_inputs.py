"""What a plan reads besides the manifests and the state: HeyMilo, and what heymilo.yaml said before."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from heymilo_ops import gitinfo
from heymilo_ops.config import FILE_NAME, safety_settings, state_location
from heymilo_ops.errors import OpsError
from heymilo_ops.manifest.yaml_file import read_text
from heymilo_ops.model.desired import Desired
from heymilo_ops.model.live import Listing, Live
from heymilo_ops.model.state import State
from heymilo_ops.plan.inputs import Earlier
from heymilo_ops.plan.ownership import classify, unmanaged
from heymilo_ops.plan.superseded import draining
from heymilo_ops.usecases.state_lookup import guard_workspace
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
    applied = state.postings if state is not None else {}
    revisions = [revision for posting in applied.values() for revision in posting.revisions]
    open_ids = {revision.posting_id for revision in revisions if revision.archived_at is None}
    missing = set()
    for posting_id in open_ids if refresh == "full" else open_ids - postings.keys():
        live = api.get(posting_id)
        if live is None:
            missing.add(posting_id)
            postings.pop(posting_id, None)
        else:
            postings[posting_id] = live
    ops = {posting.address: posting.ops for posting in desired}
    drained = {posting_id for name, posting in applied.items() for posting_id in draining(posting, ops.get(name))}
    finished = {posting_id for posting_id in drained & postings.keys() if _is_finished(api, posting_id)}
    current = {posting.posting_id for posting in applied.values() if posting.status == "active" and refresh == "full"}
    questions = {posting_id: api.questions(posting_id) for posting_id in sorted(current & postings.keys())}
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


def _is_finished(api: Postings, posting_id: str) -> bool:
    total, completed = api.stats(posting_id)
    return completed >= total


def read_earlier_config(workspace: Workspace, state: State | None) -> Earlier | None:
    """Read the file as the commits of the default branch have it: of several the first that differs.

    ``None`` where git has none, and for a sandbox. ``state`` is that of today; the state of then is read only where it
    is in another place.
    """
    if workspace.config.sandbox:
        return None
    commits = gitinfo.bases(workspace.root, os.environ)
    versions = [earlier for commit in commits for earlier in _at(workspace, commit, state)]
    for earlier in versions:
        if earlier.place or any(earlier.safety.get(name, value) != value for name, value in workspace.safety.items()):
            return earlier
    return versions[0] if versions else None


def _at(workspace: Workspace, commit: str, state: State | None) -> Iterator[Earlier]:
    """Read the file of a commit, where it can be read: one that today's schema refuses may be among them.

    With the place of then that isn't used any more, and what is live there: of this workspace, or of one that is gone.
    """
    text = gitinfo.show(workspace.root, commit, FILE_NAME)
    data = read_text(text, FILE_NAME).data if text is not None else None
    if data is None:
        return
    earlier = Earlier(commit, safety_settings(data, workspace.name))
    workspaces = data.get("workspaces")
    for name, config in workspaces.items() if isinstance(workspaces, Mapping) else ():
        if not isinstance(config, Mapping) or config.get("sandbox") is True:
            continue
        location = config.get("state")
        place = state_location(location if isinstance(location, str) else None, name)
        is_gone = name not in workspace.siblings and (state is None or not state.postings)
        if place == workspace.state_location or not (name == workspace.name or is_gone):
            continue
        left, trouble = _left(workspace, name, place, state)
        if left or trouble or name == workspace.name:
            earlier = replace(earlier, place=place, left=left, trouble=trouble)
            break
    yield earlier


def _left(workspace: Workspace, name: str, place: str, state: State | None) -> tuple[tuple[str, ...], str]:
    """What is live, or may be, in the state of another place and isn't continued by today's; why it can't be read."""
    from heymilo_ops.statefile.store import StateStore, backend_for

    try:
        then = StateStore(backend_for(place, workspace.root, name, outside=workspace.outside_state), place).read()
    except OpsError as error:
        return (), error.message
    if then is None or (state is not None and state.lineage == then.lineage):
        return (), ""
    live = {name for name, posting in then.postings.items() if posting.status == "active"}
    return tuple(sorted(live | {intent.address for intent in then.unknown()})), ""
