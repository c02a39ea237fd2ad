"""What an apply asks of the two edges below it; the real state store and the real HeyMilo fit as they are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from heymilo_ops.model.live import Live
from heymilo_ops.model.record import Confirmed, Every
from heymilo_ops.model.state import State
from heymilo_ops.remote.answer import Answer
from heymilo_ops.statefile.format import StoredSnapshot


@dataclass(frozen=True, slots=True)
class Who:
    """In whose name an apply runs.

    Attributes:
        by: a person or a CI job.
        commit: the git commit of the work tree, ``None`` outside git.
        dirty: source paths with uncommitted changes: a revision made of one of them names no commit.
    """

    by: str
    commit: str | None = None
    dirty: frozenset[str] = frozenset()

    def commit_of(self, source: str) -> str | None:
        """The commit that holds this source as it is applied, if any does."""
        return None if source in self.dirty else self.commit


class Store(Protocol):
    """The state of one workspace, its journal, and the snapshots beside it."""

    @property
    def window(self) -> int:
        """How many sends are announced at once."""

    def read(self) -> State | None:
        """The state, ``None`` before the first apply."""

    def write(self, state: State) -> State:
        """Replace the state; returns it with its new serial. ``StaleError`` when somebody else wrote meanwhile."""

    def append(self, *records: Every) -> State:
        """Add to the journal; the state with it. ``StaleError`` when somebody took over the lock."""

    def late(self) -> Sequence[Confirmed]:
        """What those who had lost the lock learnt of their operations."""

    def snapshot(self, digest: str) -> StoredSnapshot | None:
        """What was sent under this digest."""

    def put_snapshots(self, snapshots: Iterable[StoredSnapshot]) -> None:
        """Keep what is about to be sent."""

    def put_generated(self, digest: str, posting_id: str, questions: Sequence[Mapping[str, Any]]) -> None:
        """Keep the questions that HeyMilo wrote for a posting."""


class Lock(Protocol):
    """The lock that the caller holds."""

    def require(self, seconds: float) -> None:
        """Raises ``LockedError`` unless it is certainly held for so long."""


class Api(Protocol):
    """HeyMilo. Reads raise ``UnreachableError``; writes answer."""

    def get(self, posting_id: str) -> Live | None:
        """One posting, ``None`` where HeyMilo answers 404."""

    def list_all(self) -> list[Live]:
        """Every posting of the workspace."""

    def create(self, body: Mapping[str, Any]) -> Answer:
        """Send one create request, once."""

    def update(self, posting_id: str, body: Mapping[str, Any]) -> Answer:
        """Send one PATCH of a posting, once."""

    def archive(self, posting_id: str) -> Answer:
        """Archive a posting."""

    def questions(self, posting_id: str) -> list[dict[str, Any]]:
        """All questions of a posting, every page."""
