"""What a run works with: the state, HeyMilo, the lock, the clocks, and its observer; and what it has done so far.

The ledger is the one place that writes and reports outcomes, and says what they come to.
"""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, TypeVar

from heymilo_ops.errors import Exit, Help, PartialError, UnreachableError
from heymilo_ops.model import fold
from heymilo_ops.model.event import Cause, Event, Finished, Observer, Outcome, Result
from heymilo_ops.model.record import Every
from heymilo_ops.model.state import Intent, ReviewEvidence, State
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
        reads_back: whether what HeyMilo shows of each posting is read at the end, as the baseline of drift.
        unmarked_allowed: names whose postings may be written to although they carry no marks.
        evidence: by name, what was reviewed of the changes.
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
    reads_back: bool = False
    evidence: Mapping[str, ReviewEvidence] = field(default_factory=dict)

    def clock(self) -> float:
        """Return the seconds on the clock by which absence is believed; 0 where nothing is looked for."""
        return self.settling.clock() if self.settling else 0.0


class NotSavedError(PartialError):
    """Something was sent, and the state that says so could not be written.

    Attributes:
        state: what should have been written; the caller keeps it where the user can push it from.
        outcomes: of the changes that ended before, and of the one that was in hand as far as HeyMilo did it. The last
            is not durable.
    """

    def __init__(self, message: str, help: Help, state: State, outcomes: tuple[Outcome, ...]) -> None:
        super().__init__(message, help)
        self.state = state
        self.outcomes = outcomes


def took_effect(outcome: Outcome) -> bool:
    """Whether something of the change is in effect: all of it, or a part such as the first half of a replace."""
    return outcome.result is Result.DONE or outcome.posting_id is not None


def exit_code(outcomes: Sequence[Outcome], pending: Collection[Intent] = ()) -> Exit:
    """Return the exit code of a run with these outcomes, after which these intents are of unknown outcome."""
    if pending or any(outcome.result is Result.UNKNOWN for outcome in outcomes):
        return Exit.PARTIAL
    if all(outcome.result is Result.DONE for outcome in outcomes):
        return Exit.DONE
    if any(took_effect(outcome) for outcome in outcomes):
        return Exit.PARTIAL
    if any(outcome.cause is Cause.FENCED for outcome in outcomes):
        return Exit.STALE
    if any(outcome.cause is Cause.UNREACHED for outcome in outcomes):
        return Exit.UNREACHABLE
    return Exit.ATTENTION


T = TypeVar("T")


@dataclass
class Ledger:
    """What a run has done so far.

    Attributes:
        state: as the store holds it, journal included.
        outcomes: in order. Each is durable; one that is unknown may still be settled.
        total: how many outcomes there will be.
        sent: whether anything was sent to HeyMilo.
        in_hand: what the change that is being carried out has come to at HeyMilo, while that is not durable.
        index: number of the change being carried out, from 1.
        decided: ids of the operations of this run; ``tried``: of those that were sent, or were about to be.
    """

    context: RunContext
    state: State
    outcomes: list[Outcome] = field(default_factory=list)
    total: int = 0
    sent: bool = False
    in_hand: Outcome | None = None
    decided: set[str] = field(default_factory=set)
    tried: set[str] = field(default_factory=set)
    index: int = 1

    def ended(self, outcome: Outcome, *, settled: bool = True) -> None:
        """Add the outcome of a change, which is durable. One that is not ``settled`` yet is reported later."""
        self.outcomes.append(outcome)
        if settled:
            self.report(outcome)

    def report(self, outcome: Outcome) -> None:
        """Report an outcome to the observer."""
        self.context.observer(Finished(outcome, self.index, self.total))
        self.index += 1

    def record(self, *records: Every) -> None:
        """Add to the journal; durable when this returns. Raises as ``writing`` does."""
        self.state = self.writing(lambda: self.context.store.append(*records))

    def close(self, state: State) -> None:
        """Fold the journal: the state as it is at the end. Raises as ``writing`` does."""
        self.state = self.writing(lambda: self.context.store.write(self.without_unsent(state)))

    def without_unsent(self, state: State) -> State:
        """The state without intents that this run decided on, announced or not, and never sent."""
        return fold.dropped(state, *(self.decided - self.tried))

    def writing(self, write: Callable[[], T]) -> T:
        """Do what writes to the store.

        Raises ``NotSavedError`` where that fails after something was sent. It carries the state with what was to be
        written and without the intents that were not sent: whoever saves it elsewhere loses nothing.
        """
        try:
            return write()
        except UnreachableError:
            raise
        except Exception as error:
            if not self.sent:
                raise
            raise NotSavedError(
                f"the state could not be written after something was sent: {error}",
                "Put the saved state back before the next apply.",
                self.without_unsent(getattr(error, "state", self.state)),
                self._known(),
            ) from error

    def _known(self) -> tuple[Outcome, ...]:
        """The outcomes so far, with what is in hand."""
        if self.in_hand is None:
            return tuple(self.outcomes)
        others = (outcome for outcome in self.outcomes if outcome.address != self.in_hand.address)
        return (*others, self.in_hand)
