"""From manifests, state and HeyMilo to a plan: the stages that plan, apply and rollback share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from heymilo_ops.cli.checking import Checked, check, read
from heymilo_ops.cli.options import Session
from heymilo_ops.cli.project import Workspace
from heymilo_ops.cli.sending import sends
from heymilo_ops.errors import AttentionError
from heymilo_ops.finding import Severity
from heymilo_ops.manifest.document import Repo
from heymilo_ops.model.live import Listing
from heymilo_ops.model.state import State
from heymilo_ops.plan.build import build
from heymilo_ops.plan.change import Plan
from heymilo_ops.plan.given import PlanInput
from heymilo_ops.version import __version__

if TYPE_CHECKING:
    from heymilo_ops.remote.postings import Postings, WorkspaceRef
    from heymilo_ops.statefile.format import Snapshot
    from heymilo_ops.statefile.store import Store


@dataclass(frozen=True)
class Wanted:
    """What the command line asked of a plan. ``refresh``: none, list or full."""

    refresh: str = "list"
    targets: frozenset[str] = frozenset()
    recreate: frozenset[str] = frozenset()
    allow_large_change: bool = False


@dataclass(frozen=True)
class Planned:
    """A plan, and what it was made of."""

    plan: Plan
    checked: Checked
    state: State | None
    ref: WorkspaceRef | None = None

    @property
    def blocked(self) -> bool:
        """Whether an error forbids applying it."""
        return any(finding.severity is Severity.ERROR for finding in (*self.checked.findings, *self.plan.findings))


class Snapshots(Mapping[str, "Snapshot"]):
    """The snapshots of a store, read when they are asked for."""

    def __init__(self, store: Store, state: State | None) -> None:
        self._store = store
        postings = state.postings.values() if state is not None else ()
        self._digests = {revision.digest for posting in postings for revision in posting.revisions}

    def __getitem__(self, digest: str) -> Snapshot:
        found = self._store.snapshot(digest) if digest in self._digests else None
        if found is None:
            raise KeyError(digest)
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._digests)

    def __len__(self) -> int:
        return len(self._digests)


@dataclass(frozen=True)
class Gathered:
    """Everything a plan is made of."""

    given: PlanInput
    repo: Repo
    ref: WorkspaceRef | None


def gather(workspace: Workspace, store: Store, wanted: Wanted, api: Postings | None) -> Gathered:
    """Read the manifests, the state and HeyMilo. ``api`` is ``None`` for ``--refresh none``."""
    repo = read(workspace.project.root)
    state = store.read()
    guard_state(state, workspace)
    ref = api.workspace() if api is not None else None
    guard_workspace(state, workspace, ref)
    given = PlanInput(
        desired=repo.desired,
        state=state,
        snapshots=Snapshots(store, state),
        listing=look(api, state, wanted.refresh) if api is not None else None,
        now=datetime.now(UTC),
        workspace=workspace.name,
        workspace_id=ref.id if ref is not None else (state.workspace.remote_id if state is not None else None),
        project=workspace.project.config.project,
        targets=wanted.targets,
        recreate=wanted.recreate,
        unreadable=bool(repo.unreadable),
        broken=repo.broken,
        allow_large_change=wanted.allow_large_change,
        tool_version=__version__,
    )
    return Gathered(given, repo, ref)


def make(workspace: Workspace, store: Store, wanted: Wanted, api: Postings | None) -> Planned:
    """Gather, plan, check."""
    found = gather(workspace, store, wanted, api)
    return Planned(build(found.given), check(found.repo, sends(store)), found.given.state, found.ref)


def look(api: Postings, state: State | None, refresh: str) -> Listing:
    """One full listing; what the state knows and it doesn't show is asked for singly, and drained ones for stats."""
    postings = {live.posting_id: live for live in api.list_all()}
    known = _open(state)
    missing = set()
    for posting_id in known if refresh == "full" else known - postings.keys():
        live = api.get(posting_id)
        if live is None:
            missing.add(posting_id)
            postings.pop(posting_id, None)
        else:
            postings[posting_id] = live
    finished = {posting_id for posting_id in _draining(state) if posting_id in postings and _done(api, posting_id)}
    return Listing(postings, frozenset(missing), finished=frozenset(finished))


def _open(state: State | None) -> set[str]:
    """Ids of the postings that the state takes for open."""
    postings = state.postings.values() if state is not None else ()
    return {
        revision.posting_id for posting in postings for revision in posting.revisions if revision.archived_at is None
    }


def _draining(state: State | None) -> set[str]:
    """Ids of the replaced postings that wait for their last candidate."""
    postings = state.postings.values() if state is not None else ()
    return {
        revision.posting_id
        for posting in postings
        for revision in posting.revisions
        if posting.ops.on_replace == "drain"
        and revision.archived_at is None
        and revision.posting_id != posting.posting_id
    }


def _done(api: Postings, posting_id: str) -> bool:
    total, completed = api.stats(posting_id)
    return completed >= total


def guard_state(state: State | None, workspace: Workspace) -> None:
    """Refuse a state of another project or workspace: its postings would be taken for ours."""
    if state is None:
        return
    project = workspace.project.config.project
    if (state.project, state.workspace.name) != (project, workspace.name):
        raise AttentionError(
            f"The state in {workspace.state_place} belongs to {state.project}/{state.workspace.name}, "
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


@contextmanager
def heymilo(session: Session, workspace: Workspace, refresh: str) -> Iterator[Postings | None]:
    """HeyMilo for the length of a ``with``; nothing where ``refresh`` is none."""
    if refresh == "none":
        yield None
        return
    with workspace.api(session) as api:
        yield api


def show(planned: Planned, session: Session) -> None:
    """Print a plan for people: errors of the files on stderr, the plan on stdout."""
    from heymilo_ops.report.plan_text import text

    if planned.checked.errors:
        planned.checked.show_errors(session)
    click.echo(text(planned.plan, session.paint(), planned.checked.repo.line, session.width, session.quiet), nl=False)


def show_errors(planned: Planned, session: Session) -> None:
    """Print the errors of the files and of the plan on stderr, for a result that isn't text."""
    from heymilo_ops.report.findings import blocks

    errors = [each for each in (*planned.checked.findings, *planned.plan.findings) if each.severity is Severity.ERROR]
    click.echo(blocks(errors, planned.checked.repo.line, session.paint(err=True)), err=True, nl=False)
