"""What a run works with: the state, HeyMilo, the lock, the clocks, and whoever watches."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from heymilo_ops.model.event import Event, Observer
from heymilo_ops.statefile.lease import boot_clock
from heymilo_ops.statefile.lock import Flock, StateLock

if TYPE_CHECKING:
    from heymilo_ops.remote.postings import Postings
    from heymilo_ops.statefile.store import StateStore

REQUEST_S = 30.0
"""How long a request may be under way, in seconds; the client waits no longer."""


@dataclass(frozen=True, slots=True)
class SettlingTime:
    """When absence can be believed.

    Attributes:
        settle_s: how long HeyMilo may take to list what it made, in seconds; 0 for one that lists at once, whose
            listings are believed at once.
        clock: seconds on a clock that nobody sets and that counts suspension.
    """

    settle_s: float
    clock: Callable[[], float] = boot_clock
    sleep: Callable[[float], None] = time.sleep

    def left(self, since: float) -> float:
        """Return the seconds until the first listing that proves anything, for an attempt that ended at ``since``."""
        return max(0.0, since + REQUEST_S + self.settle_s - self.clock()) if self.settle_s > 0 else 0.0


@dataclass(frozen=True, slots=True)
class Author:
    """In whose name, and from which commit, a run records what it does.

    Attributes:
        by: a person or a CI job.
        commit: the git commit of the work tree, ``None`` outside git.
        dirty: source paths with uncommitted changes: a revision made of one of them names no commit.
    """

    by: str
    commit: str | None = None
    dirty: frozenset[str] = frozenset()

    def commit_of(self, source: str) -> str | None:
        """Return the commit that holds this source as it is applied, if any does."""
        return None if source in self.dirty else self.commit


def new_operation() -> str:
    """Return a new operation id: 128 random bits as 32 hex digits."""
    return secrets.token_hex(16)


def unobserved(_: Event) -> None:
    """Take an event that nobody waits for."""


@dataclass(frozen=True, slots=True)
class RunContext:
    """What one run works with. The caller holds the lock of the state.

    Attributes:
        project: goes into the marks, as ``workspace`` does.
        author: in whose name operations are recorded.
        now: returns the time, with an offset.
        settling: how outcomes that are unknown at the end are looked for, and sent again where they were not made;
            without it they stay unknown.
        lock: asked before each send; a ``Flock`` where nobody can take it away.
        stopping: asked before each send; once it says yes, nothing more is sent and the rest is skipped.
        new_op: makes operation ids, 32 hex digits.
        unmarked_allowed: names whose postings may be written to although they carry no marks.
    """

    store: StateStore
    api: Postings
    project: str
    workspace: str
    author: Author
    now: Callable[[], datetime]
    observer: Observer = unobserved
    settling: SettlingTime | None = None
    lock: StateLock = Flock()  # noqa: RUF009
    stopping: Callable[[], bool] = lambda: False
    new_op: Callable[[], str] = new_operation
    unmarked_allowed: frozenset[str] = frozenset()

    def clock(self) -> float:
        """Return the seconds on the clock by which absence is believed; 0 where nothing is looked for."""
        return self.settling.clock() if self.settling else 0.0
