"""How long it takes to read many postings, and who watches it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from heymilo_ops.model.event import ReadStep

if TYPE_CHECKING:
    from heymilo_ops.model.live import Live
    from heymilo_ops.remote.postings import Postings

T = TypeVar("T")
OnRead = Callable[[ReadStep], None]
WatchReads = Callable[["Postings"], AbstractContextManager[OnRead]]
"""Watches reads, and the pauses of what is asked, for the length of a ``with``."""


@contextmanager
def unwatched(_: Postings) -> Iterator[OnRead]:
    """Let nobody watch."""
    yield lambda _: None


def titles_of(postings: Mapping[str, Live], posting_ids: Iterable[str]) -> dict[str, str]:
    """Return what postings are called, by id: those that aren't listed by their id."""
    return {it: postings[it].title if it in postings else it for it in posting_ids}


class ReadPace:
    """How long reading takes at the rate limit: by the requests that the postings read so far took.

    Args:
        total: how many postings are read.
        per_minute: the most requests a minute.
        requests: that a posting takes, as long as none was read.
    """

    def __init__(self, total: int, per_minute: int, requests: float = 1.0) -> None:
        self.total, self._per_minute, self._first = total, per_minute, requests
        self._done = self._requests = 0

    def step(self, title: str) -> ReadStep:
        """Return the step that begins now."""
        mean = self._requests / self._done if self._done else self._first
        left_s = (self.total - self._done) * mean * 60 / self._per_minute
        return ReadStep(title, self._done + 1, self.total, left_s)

    def count(self, requests: int) -> None:
        """Count what a posting took."""
        self._done += 1
        self._requests += requests


@dataclass(frozen=True)
class PacedReads:
    """HeyMilo, and who watches how far the reads of many postings are.

    Attributes:
        per_minute: the most requests a minute.
    """

    api: Postings
    per_minute: int = 150
    watch: WatchReads = unwatched

    def read_all(self, titles: Mapping[str, str], read: Callable[[str], T], requests: int = 1) -> dict[str, T]:
        """Read each posting; what was read by posting id. ``titles``: by posting id. ``requests``: that each takes."""
        if not titles:
            return {}
        pace, results = ReadPace(len(titles), self.per_minute, requests), {}
        with self.watch(self.api) as on_read:
            for posting_id, title in titles.items():
                on_read(pace.step(title))
                results[posting_id] = read(posting_id)
                pace.count(requests)
        return results
