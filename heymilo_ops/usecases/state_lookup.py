"""Read a workspace's state and look up what it knows of a posting."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from heymilo_ops.errors import Advice, AdviceKind, AttentionError, UsageError, advise
from heymilo_ops.manifest.repo import PostingFile, Repo
from heymilo_ops.model.state import PostingState, Revision, State
from heymilo_ops.usecases.check import read_repo
from heymilo_ops.usecases.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Mapping

    from heymilo_ops.remote.postings import WorkspaceRef
    from heymilo_ops.statefile.format import StoredSnapshot
    from heymilo_ops.statefile.store import StateStore


@dataclass(frozen=True)
class WorkspaceState:
    """A workspace with its state as it was read; ``None`` where nothing was applied yet."""

    workspace: Workspace
    store: StateStore
    state: State | None

    @property
    def name(self) -> str:
        """The workspace's name."""
        return self.workspace.name

    @property
    def applied(self) -> State:
        """The state. Raises ``AttentionError`` where nothing was applied yet."""
        if self.state is None:
            raise AttentionError(f"Nothing was applied to '{self.name}' yet", advise(AdviceKind.PLAN_FIRST))
        return self.state

    @property
    def postings(self) -> Mapping[str, PostingState]:
        """The postings that the state knows, by name."""
        return self.state.postings if self.state is not None else {}

    def read_again(self) -> WorkspaceState:
        """Read the state anew. Raises ``AttentionError`` where it belongs to another workspace."""
        return self.at(self.store.read())

    def at(self, state: State | None) -> WorkspaceState:
        """Take a state that the store read or wrote meanwhile. Raises ``AttentionError`` as ``read_again``."""
        guard_state(state, self.workspace)
        return replace(self, state=state)

    @cached_property
    def repo(self) -> Repo:
        """The manifests, with this workspace's variables."""
        return read_repo(self.workspace.root, self.workspace.variables)


def read_state(workspace: Workspace) -> WorkspaceState:
    """Read the state of a workspace. Raises ``AttentionError`` where it belongs to another one."""
    return WorkspaceState(workspace, workspace.store(), None).read_again()


def begin_state(store: StateStore, workspace: Workspace, ref: WorkspaceRef | None) -> State:
    """Make the state of a workspace that nothing was applied to yet."""
    state = store.begin(workspace.project, workspace.name, workspace.recorded_url)
    remote = {"remote_id": ref.id, "remote_name": ref.name or None} if ref is not None else {}
    return state.model_copy(update={"workspace": state.workspace.model_copy(update=remote)})


def state_version(state: State | None) -> tuple[str, int] | None:
    """Say which state it is; ``None`` where there is none yet."""
    return None if state is None else state.version


def applied_posting(known: WorkspaceState, name: str) -> PostingState:
    """Return what the state knows of a posting, as ``find_posting``.

    Raises ``AttentionError`` where a manifest has the name: it just isn't applied yet.
    """
    if name not in known.applied.postings and name in known.repo.names:
        see = advise(AdviceKind.PLAN_FIRST, workspace=known.name)
        raise AttentionError(f"{name} isn't applied to '{known.name}' yet", see)
    return find_posting(known.applied, name)


def find_posting(state: State, name: str) -> PostingState:
    """Return what a state knows of a posting. Raises ``UsageError`` with the nearest names."""
    if name not in state.postings:
        hint = near_names(name, state.postings, advise(AdviceKind.STATE_LIST))
        raise UsageError(f"The state knows no posting '{name}'", hint)
    return state.postings[name]


def find_revision(posting: PostingState, number: int) -> Revision:
    """Return a revision by number. Raises ``UsageError`` where there is none."""
    revision = posting.numbered(number)
    if revision is None:
        numbers = ", ".join(str(known.number) for known in posting.revisions)
        raise UsageError(f"There is no revision {number}", f"Revisions: {numbers}.")
    return revision


def read_snapshot(store: StateStore, revision: Revision) -> StoredSnapshot:
    """Return what was sent for a revision. Raises ``AttentionError`` where its snapshot is missing."""
    snapshot = store.snapshot(revision.digest)
    if snapshot is None:
        commit = f" (git show {revision.commit}:{revision.source} may have it)" if revision.commit else ""
        raise AttentionError(
            f"The snapshot of revision {revision.number} is missing from {store.where}", f"Restore it{commit}."
        )
    return snapshot


def find_document(repo: Repo, name: str) -> PostingFile:
    """Return the manifest of this name. Raises ``UsageError`` with the nearest names where there is none."""
    document = repo.by_address.get(name)
    if document is None:
        hint = near_names(name, repo.by_address, advise(AdviceKind.LIST))
        raise UsageError(f"No manifest has the name '{name}'", hint)
    return document


def guard_state(state: State | None, workspace: Workspace) -> None:
    """Refuse a state of another project or workspace: its postings would be taken for ours."""
    if state is None:
        return
    project = workspace.project
    if (state.project, state.workspace.name) != (project, workspace.name):
        raise AttentionError(
            f"The state in {workspace.state_location} belongs to {state.project}/{state.workspace.name}, "
            f"not to {project}/{workspace.name}",
            "Give each workspace a state of its own in heymilo.yaml. A project can't be renamed once it was applied.",
        )


def guard_workspace(state: State | None, workspace: Workspace, ref: WorkspaceRef | None) -> None:
    """Refuse a key that opens another HeyMilo workspace than the one that was applied to first."""
    if state is None or ref is None or state.workspace.remote_id in (None, ref.id):
        return
    raise AttentionError(
        f"The key in {workspace.config.api_key_env} opens the HeyMilo workspace {ref.name or ref.id} ({ref.id}), but "
        f"'{workspace.name}' was applied to {state.workspace.remote_name or ''} ({state.workspace.remote_id})",
        "Use the key of the right workspace; or, if this is another workspace, add it to heymilo.yaml by another name.",
    )


def near_names(name: str, known: Iterable[str], otherwise: Advice) -> str | Advice:
    """Return the names that are spelt alike as a sentence, or else what to do ``otherwise``."""
    near = difflib.get_close_matches(name, list(known), n=3)
    return f"Near: {', '.join(near)}." if near else otherwise
