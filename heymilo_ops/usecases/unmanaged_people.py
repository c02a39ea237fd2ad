"""Count the people of postings that no plan is about: those that nobody manages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from heymilo_ops.errors import UnreachableError
from heymilo_ops.model.event import ReadStep
from heymilo_ops.model.live import Live
from heymilo_ops.model.people import People
from heymilo_ops.usecases.read_pace import ReadPace

if TYPE_CHECKING:
    from heymilo_ops.remote.postings import Postings

_MOST_FAILURES = 2
"""Postings in a row whose counts can't be read; then HeyMilo isn't asked for more."""


def count_people(
    api: Postings, postings: Sequence[Live], per_minute: int, on_read: Callable[[ReadStep], None]
) -> dict[str, People | None]:
    """Read how many registered for each posting and completed; ``None`` where HeyMilo doesn't say."""
    pace = ReadPace(len(postings), per_minute)
    counts: dict[str, People | None] = {}
    failures = 0
    for live in postings:
        on_read(pace.step(live.title))
        counts[live.posting_id] = None
        if failures < _MOST_FAILURES:
            try:
                counts[live.posting_id] = api.people(live.posting_id)
                failures = 0
            except UnreachableError:
                failures += 1
        pace.count(1)
    return counts
