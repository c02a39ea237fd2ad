"""What each workspace of a project runs, read from the states; HeyMilo isn't asked."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from heymilo_ops.errors import AttentionError
from heymilo_ops.manifest.repo import Repo
from heymilo_ops.model.canonical import canonical, question_keys
from heymilo_ops.model.deployment import Deployment, comes_to
from heymilo_ops.model.state import PostingState, Revision, State
from heymilo_ops.usecases.check import read_repo
from heymilo_ops.usecases.guards import guard_state
from heymilo_ops.usecases.workspace import Workspace

if TYPE_CHECKING:
    from heymilo_ops.statefile.format import StoredSnapshot
    from heymilo_ops.statefile.store import StateStore


@dataclass(frozen=True)
class Place:
    """One workspace with its state as it is now."""

    workspace: Workspace
    store: StateStore
    state: State | None

    @property
    def name(self) -> str:
        """The workspace's name."""
        return self.workspace.name

    def entry(self, name: str) -> PostingState | None:
        """What its state knows under a name."""
        return self.state.postings.get(name) if self.state is not None else None

    @cached_property
    def repo(self) -> Repo:
        """The manifests, with this workspace's variables."""
        return read_repo(self.workspace.root, self.workspace.variables)


def place(workspace: Workspace) -> Place:
    """A workspace with its state. Raises ``AttentionError`` where that state is another's."""
    store = workspace.store()
    state = store.read()
    guard_state(state, workspace)
    return Place(workspace, store, state)


def running(where: Place, name: str) -> Deployment | None:
    """What a workspace runs under a name; ``None`` where nothing was applied, or it is archived."""
    entry = where.entry(name)
    if entry is None or entry.status == "archived":
        return None
    revision = entry.current
    document = where.repo.by_address.get(name)
    if document is not None and document.desired is not None and document.desired.under(revision.digest):
        # What is live may have got its variables later than it was applied: filling them in changed nothing.
        template, source = document.desired.template, document.path
    else:
        kept, sent = (where.store.snapshot(each) for each in (revision.portable_digest, revision.digest))
        if kept is None or sent is None:  # a portable form alone shows nothing of what was sent
            return Deployment(where.name, entry, None, {}, revision.source)
        _refuse_edited(where, revision, kept, sent)
        template, source = kept.resolved, kept.source
    return Deployment(where.name, entry, template, question_keys(template), source)


def _refuse_edited(where: Place, revision: Revision, portable: StoredSnapshot, sent: StoredSnapshot) -> None:
    """Refuse a portable form that can't have given what was sent."""
    if not comes_to(canonical(portable.request), canonical(sent.request)):
        raise AttentionError(
            f"The portable form that the state names for {where.name} r{revision.number}, {portable.digest}, doesn't "
            f"come to what was sent, {revision.digest}: the state in {where.store.where} was edited",
            "Put back a state that was not edited.",
        )


def run_by(where: Place, name: str) -> Deployment:
    """The same. Raises ``AttentionError`` where it runs nothing, or what it runs isn't known any more."""
    found = running(where, name)
    if found is None:
        what = "is archived in" if where.entry(name) is not None else "was never applied to"
        raise AttentionError(f"{name} {what} '{where.name}'", f"See: heymilo-ops history --workspaces {name}")
    if found.template is None:
        portable, sent = found.revision.portable_digest, found.revision.digest
        missing = portable if where.store.snapshot(portable) is None else sent
        raise AttentionError(
            f"What {found.title} of {name} holds isn't known: its snapshot {missing} is missing from "
            f"{where.store.where}",
            "Bring the snapshot back.",
        )
    return found
