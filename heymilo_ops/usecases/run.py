"""One run of a command that writes: what it works on, and its observer."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Protocol

from heymilo_ops import gitinfo
from heymilo_ops.apply.reconcile import Reconciliation
from heymilo_ops.apply.run_context import Author, RunContext
from heymilo_ops.model.event import Observer, Outcome
from heymilo_ops.model.reason import Reason
from heymilo_ops.model.state import Intent, ReviewEvidence
from heymilo_ops.statefile.lease import Holder, OnWait, this_holder
from heymilo_ops.usecases.plan import PlanResult
from heymilo_ops.usecases.state_lookup import WorkspaceState
from heymilo_ops.usecases.workspace import Workspace

if TYPE_CHECKING:
    from heymilo_ops.remote.postings import Postings
    from heymilo_ops.statefile.lock import StateLock
    from heymilo_ops.statefile.store import StateStore


Unknown = Mapping[str, tuple[Reason, ...]]
"""By name, why the outcome of an earlier operation is still unknown."""

LockWait = Callable[[], AbstractContextManager[OnWait]]
"""Makes what is called while a lock is waited for."""


class Interrupt(Protocol):
    """Whether somebody asked to stop."""

    def __call__(self) -> bool:
        """Return whether nothing more shall be sent."""

    def listening(self) -> AbstractContextManager[None]:
        """Take signals for the length of a ``with``."""


class Interaction(Protocol):
    """Whoever started a run: is shown what happens, is asked for approval, and may interrupt it."""

    @property
    def interrupt(self) -> Interrupt:
        """Whether somebody asked to stop."""

    def lock_wait(self) -> AbstractContextManager[OnWait]:
        """Watch a wait for the lock."""

    def watch(self, api: Postings) -> AbstractContextManager[Observer]:
        """Observe the events of a run, and the pauses of ``api``."""

    def show_reconciliation(self, intents: Sequence[Intent], reconciliation: Reconciliation) -> None:
        """Show what became of the operations that earlier runs left unknown."""

    def show_plan(self, result: PlanResult, unknown: Unknown) -> None:
        """Show what is about to be done. ``unknown``: what was explained before."""

    def approve(self, result: PlanResult) -> bool:
        """Ask for approval; whether somebody was asked. Raises ``AttentionError`` where it isn't given."""

    def show_nothing(self) -> None:
        """Show that there was nothing to do."""

    def show_outcomes(self, result: PlanResult, outcomes: Sequence[Outcome], *, interrupted: bool) -> None:
        """Show what became of each change."""


@dataclass(frozen=True)
class Run:
    """One run of a command that writes to HeyMilo. ``evidence``: by name, what was reviewed of the changes."""

    workspace: Workspace
    store: StateStore
    api: Postings
    interaction: Interaction
    lock_timeout: float = 0.0
    evidence: Mapping[str, ReviewEvidence] = field(default_factory=dict)

    def context(self, author: Author, observer: Observer) -> RunContext:
        """Make what the engine works with."""
        return RunContext(
            store=self.store,
            api=self.api,
            project=self.workspace.project,
            workspace=self.workspace.name,
            author=author,
            now=lambda: datetime.now(UTC),
            observer=observer,
            settling=self.workspace.settling,
            stopping=self.interaction.interrupt,
            reads_back=True,
            evidence=self.evidence,
        )

    @contextmanager
    def locked(self, author: Author, operation: str) -> Iterator[tuple[StateLock, WorkspaceState]]:
        """Hold the lock and take signals; gives the lock, and the state as it was read under it.

        While the lock is waited for nothing is in flight, so an interrupt leaves at once.
        """
        interrupt, holder = self.interaction.interrupt, lock_holder(author, operation)
        with (
            hold_state_lock(self.store, holder, self.lock_timeout, self.interaction.lock_wait) as lock,
            interrupt.listening(),
        ):
            self.api.stop_when(interrupt)
            yield lock, WorkspaceState(self.workspace, self.store, None).at(self.store.state)


@contextmanager
def open_run(
    workspace: Workspace, interaction: Interaction, lock_timeout: float, *, writes: bool = True
) -> Iterator[Run]:
    """Open a run with HeyMilo's API for the length of a ``with``."""
    store = workspace.store()
    with workspace.api(writes=writes) as api:
        yield Run(workspace, store, api, interaction, lock_timeout)


@contextmanager
def hold_state_lock(store: StateStore, holder: Holder, timeout_s: float, lock_wait: LockWait) -> Iterator[StateLock]:
    """Hold the lock of a state for the length of a ``with``; ``lock_wait`` watches the wait for it."""
    with ExitStack() as stack:
        with lock_wait() as store.on_wait:
            lock = stack.enter_context(store.hold(holder, timeout_s))
        yield lock


def identify(workspace: Workspace, sources: Iterable[str] = ()) -> Author:
    """Say in whose name this runs, and from which commit. ``sources``: the manifests that may be applied."""
    root = workspace.root
    commit = gitinfo.commit(root)
    dirty = gitinfo.dirty(root, sources) if commit else None
    return Author(gitinfo.applied_by(root, os.environ), commit if dirty is not None else None, dirty or frozenset())


def lock_holder(author: Author, operation: str) -> Holder:
    """Describe the holder of a lock, for whoever waits for it."""
    return this_holder(author.by, operation, datetime.now(UTC))
