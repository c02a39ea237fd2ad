"""What the sandbox saw: one entry a request to the API, with what it did to the database.

A test can tell from the log alone how often a create was committed: it counts the entries that are
``committed`` by the operation in their ``marks``. The log is the server's, so it outlives any client.
"""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, Literal

KEPT = 50_000
MARKED = "heymilo-ops"
"""What the metadata keys begin with by which the tool knows its postings again."""


@dataclass(slots=True)
class Seen:
    """One request in the log.

    Attributes:
        seq: from 1, without gaps, in the order of arrival.
        time: of the arrival, in seconds since the epoch; ``committed_at``: of its last commit.
        name, marks: the name, and the metadata entries whose keys begin with ``heymilo-ops``, as sent.
        length: bytes of the body.
        state: ``open`` while it is worked on, ``held`` while its work is kept for later, then ``done``.
        status: of the answer that was sent; 0 while unanswered and where the connection was cut.
        committed: a write of it is in the database.
        made: ids of the postings it made: the one asked for, then the clone that a fault added.
        delivered: the whole answer that the work gave went out to a client that was still there. A client
            that is killed before it reads it has had it delivered all the same.
        fault: the action that ended it; ``faults``: all that acted on it.
    """

    seq: int
    time: float
    method: str
    path: str
    query: str
    name: str | None = None
    marks: dict[str, str] = field(default_factory=dict)
    length: int = 0
    state: Literal["open", "held", "done"] = "open"
    status: int = 0
    committed: bool = False
    committed_at: float | None = None
    made: list[str] = field(default_factory=list)
    delivered: bool = False
    fault: str | None = None
    faults: list[str] = field(default_factory=list)

    def row(self) -> dict[str, Any]:
        """Return the entry as JSON."""
        return {key: getattr(self, key) for key in self.__slots__}


class RequestLog:
    """The last ``KEPT`` API requests, without headers: a key never gets in. ``seq`` counts on when it is cleared."""

    def __init__(self) -> None:
        self.entries: deque[Seen] = deque(maxlen=KEPT)
        self._next = 1
        self._live: list[Seen] = []

    def add(self, scope: Mapping[str, Any], body: bytes | None, now: float) -> Seen:
        """Note a request that has just come in; ``body`` is ``None`` where the client left before its end."""
        query = scope.get("query_string", b"").decode("ascii", "replace")
        name, marks = _name_and_marks(body or b"")
        seen = Seen(self._next, now, scope["method"], scope["path"], query, name, marks, len(body or b""))
        self._next += 1
        self.entries.append(seen)
        self._live = [*self.unfinished, seen]
        return seen

    def since(self, seq: int, limit: int | None = None) -> list[Seen]:
        """Return the entries after ``seq``, oldest first, at most ``limit``."""
        if not self.entries:
            return []
        first = max(0, seq + 1 - self.entries[0].seq)
        return list(islice(self.entries, first, None if limit is None else first + limit))

    @property
    def unfinished(self) -> list[Seen]:
        """The requests that are being worked on or held, also those cleared from the log."""
        return [seen for seen in self._live if seen.state != "done"]


def _name_and_marks(body: bytes) -> tuple[str | None, dict[str, str]]:
    """Return the posting's name and the marks in a JSON body."""
    try:
        parsed: Any = json.loads(body)
    except (ValueError, RecursionError):
        return None, {}
    if not isinstance(parsed, dict):
        return None, {}
    name, metadata = parsed.get("name"), parsed.get("metadata")
    entries = metadata.items() if isinstance(metadata, dict) else ()
    marks = {key: text for key, text in entries if key.startswith(MARKED) and isinstance(text, str)}
    return (name if isinstance(name, str) else None), marks
