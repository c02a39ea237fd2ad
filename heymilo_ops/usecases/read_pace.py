"""How long it takes to read many postings."""

from __future__ import annotations

from heymilo_ops.model.event import ReadStep


class ReadPace:
    """How long reading takes at the rate limit: by the requests that the postings read so far took.

    Args:
        total: how many postings are read.
        per_minute: the most requests a minute.
    """

    def __init__(self, total: int, per_minute: int) -> None:
        self.total, self._per_minute = total, per_minute
        self._done = self._requests = 0

    def step(self, title: str) -> ReadStep:
        """Return the step that begins now."""
        mean = self._requests / self._done if self._done else 1.0
        left_s = (self.total - self._done) * mean * 60 / self._per_minute
        return ReadStep(title, self._done + 1, self.total, left_s)

    def count(self, requests: int) -> None:
        """Count what a posting took."""
        self._done += 1
        self._requests += requests
