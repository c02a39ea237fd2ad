"""What the state knows of postings, for the commands that only look."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from heymilo_ops.cli.options import Session
from heymilo_ops.errors import AttentionError, UsageError
from heymilo_ops.model.state import PostingState, Revision, State
from heymilo_ops.usecases.check import read_repo
from heymilo_ops.usecases.guards import guard_state
from heymilo_ops.usecases.workspace import Workspace

if TYPE_CHECKING:
    from heymilo_ops.statefile.format import StoredSnapshot
    from heymilo_ops.statefile.store import StateStore


def opened(session: Session) -> tuple[Workspace, StateStore, State]:
    """Workspace, store and state. Raises ``AttentionError`` where nothing was applied yet."""
    workspace = session.find_workspace()
    store = workspace.store()
    state = store.read()
    guard_state(state, workspace)
    if state is None:
        raise AttentionError(f"Nothing was applied to '{workspace.name}' yet", "See what would be: heymilo-ops plan")
    return workspace, store, state


def posting(state: State, name: str, workspace: Workspace | None = None) -> PostingState:
    """What the state knows of a posting. Raises ``UsageError`` with the nearest names.

    With ``workspace``, ``AttentionError`` where a manifest has the name: it just isn't applied yet.
    """
    if name not in state.postings:
        if workspace is not None and name in read_repo(workspace.root, workspace.variables).names:
            see = f"See what would be: heymilo-ops -w {workspace.name} plan"
            raise AttentionError(f"{name} isn't applied to '{workspace.name}' yet", see)
        near = difflib.get_close_matches(name, state.postings, n=3)
        hint = f"Near: {', '.join(near)}." if near else "See: heymilo-ops state list"
        raise UsageError(f"The state knows no posting '{name}'", hint)
    return state.postings[name]


def revision(found: PostingState, number: int) -> Revision:
    """A revision by number. Raises ``UsageError`` where there is none."""
    for each in found.revisions:
        if each.number == number:
            return each
    numbers = ", ".join(str(each.number) for each in found.revisions)
    raise UsageError(f"There is no revision {number}", f"Revisions: {numbers}.")


def snapshot(store: StateStore, each: Revision) -> StoredSnapshot:
    """What was sent for a revision. Raises ``AttentionError`` where its snapshot is gone."""
    found = store.snapshot(each.digest)
    if found is None:
        commit = f" (git show {each.commit}:{each.source} may have it)" if each.commit else ""
        raise AttentionError(
            f"The snapshot of revision {each.number} is missing from {store.where}", f"Restore it{commit}."
        )
    return found
