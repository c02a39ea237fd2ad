"""From manifests, state and HeyMilo to a plan: the stages that plan, apply and rollback share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from heymilo_ops.cli.earlier import earlier
from heymilo_ops.cli.looking import look
from heymilo_ops.cli.options import Session
from heymilo_ops.cli.output import print_errors
from heymilo_ops.cli.sending import sends
from heymilo_ops.finding import Severity
from heymilo_ops.manifest.repo import Repo
from heymilo_ops.model.high_water import high_water
from heymilo_ops.model.state import HighWater, State
from heymilo_ops.plan.build import build
from heymilo_ops.plan.change import Plan
from heymilo_ops.plan.inputs import PlanInput
from heymilo_ops.usecases.check import CheckResult, check, read_repo
from heymilo_ops.usecases.guards import guard_state, guard_workspace
from heymilo_ops.usecases.workspace import Workspace
from heymilo_ops.version import __version__

if TYPE_CHECKING:
    from heymilo_ops.remote.postings import Postings, WorkspaceRef
    from heymilo_ops.statefile.format import StoredSnapshot
    from heymilo_ops.statefile.store import StateStore


@dataclass(frozen=True)
class Wanted:
    """What the command line asked of a plan. ``refresh``: none, list or full."""

    refresh: str = "list"
    targets: frozenset[str] = frozenset()
    recreate: frozenset[str] = frozenset()
    allow_large_change: bool = False
    unmarked_allowed: frozenset[str] = frozenset()
    namesakes_allowed: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Planned:
    """A plan, and what it was made of.

    ``seen``: how far HeyMilo's list went then. ``unmarked_allowed``: addresses whose postings may be written to
    although they carry no marks.
    """

    plan: Plan
    checked: CheckResult
    state: State | None
    ref: WorkspaceRef | None = None
    seen: HighWater | None = None
    unmarked_allowed: frozenset[str] = frozenset()

    @property
    def blocked(self) -> bool:
        """Whether an error forbids applying it."""
        return any(finding.severity is Severity.ERROR for finding in (*self.checked.findings, *self.plan.findings))


class Snapshots(Mapping[str, "StoredSnapshot"]):
    """The snapshots of a store, read when they are asked for."""

    def __init__(self, store: StateStore, state: State | None) -> None:
        self._store = store
        postings = state.postings.values() if state is not None else ()
        revisions = [revision for posting in postings for revision in posting.revisions]
        self._digests = {each for it in revisions for each in (it.digest, it.portable_digest)}
        self._digests |= {each.digest for each in state.unknown() if each.digest} if state is not None else set()

    def __getitem__(self, digest: str) -> StoredSnapshot:
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

    @property
    def seen(self) -> HighWater | None:
        """How far HeyMilo's list went."""
        return high_water(self.given.listing.postings.values()) if self.given.listing is not None else None

    def with_plan(self, plan: Plan, checked: CheckResult) -> Planned:
        """A plan that was made of this."""
        return Planned(plan, checked, self.given.state, self.ref, self.seen, self.given.unmarked_allowed)


def gather(workspace: Workspace, store: StateStore, wanted: Wanted, api: Postings | None) -> Gathered:
    """Read the manifests, the state and HeyMilo. ``api`` is ``None`` for ``--refresh none``."""
    repo = read_repo(workspace.root, workspace.variables)
    state = store.read()
    guard_state(state, workspace)
    ref = api.workspace() if api is not None else None
    guard_workspace(state, workspace, ref)
    listed, endless = api.as_listed() if api is not None else ([], "")
    state = store.read()  # after the list: what another apply makes meanwhile is in the state before HeyMilo shows it
    guard_state(state, workspace)
    given = PlanInput(
        desired=repo.desired,
        state=state,
        snapshots=Snapshots(store, state),
        listing=look(api, listed, state, wanted.refresh, repo.desired, endless) if api is not None else None,
        now=datetime.now(UTC),
        workspace=workspace.name,
        workspace_id=ref.id if ref is not None else (state.workspace.remote_id if state is not None else None),
        project=workspace.project,
        unread=repo.unread,
        aside=repo.aside_of(state),
        broken=repo.broken,
        **{name: value for name, value in vars(wanted).items() if name != "refresh"},
        tool_version=__version__,
        safety=workspace.safety,
        place=workspace.state_place,
        siblings=workspace.siblings,
        earlier=earlier(workspace, state),
    )
    return Gathered(given, repo, ref)


def make(workspace: Workspace, store: StateStore, wanted: Wanted, api: Postings | None) -> Planned:
    """Gather, plan, check."""
    found = gather(workspace, store, wanted, api)
    return found.with_plan(build(found.given), check(found.repo, sends(store)))


@contextmanager
def heymilo(workspace: Workspace, refresh: str) -> Iterator[Postings | None]:
    """HeyMilo for the length of a ``with``; nothing where ``refresh`` is none."""
    with workspace.api() if refresh != "none" else nullcontext() as api:
        yield api


def show(planned: Planned, session: Session) -> None:
    """Print a plan for people: errors of the files on stderr, the plan on stdout."""
    from heymilo_ops.report.plan_text import render_plan

    if planned.checked.errors:
        print_errors(planned.checked, session)
    click.echo(render_plan(planned.plan, session.out, planned.checked.repo.line, session.quiet), nl=False)


def show_errors(planned: Planned, session: Session) -> None:
    """Print the errors of the files and of the plan on stderr, for a result that isn't text."""
    from heymilo_ops.report.findings import finding_blocks

    errors = [each for each in (*planned.checked.findings, *planned.plan.findings) if each.severity is Severity.ERROR]
    click.echo(finding_blocks(errors, planned.checked.repo.line, session.err), err=True, nl=False)
