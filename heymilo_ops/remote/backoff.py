"""How long to wait when HeyMilo asks for patience, and when to stop waiting."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

TOTAL_S = 300.0
"""The most that one request waits on 429s in all, in seconds."""

FIRST_S = 2.0
LONGEST_S = 60.0
LEAST_S = 1.0
"""Bounds of one wait, in seconds: the first and longest where nothing was asked for, the least in any case."""

_SECONDS = re.compile(r"[0-9]{1,9}(\.[0-9]+)?")


class Patience:
    """The waits of one request."""

    def __init__(self) -> None:
        self._left = TOTAL_S
        self._next = FIRST_S

    def wait(self, retry_after: str | None, now: datetime) -> float | None:
        """Return seconds to wait before sending again; ``None`` where it is enough. ``now`` has an offset."""
        asked = _asked(retry_after, now)
        seconds = max(LEAST_S, asked) if asked is not None else self._next
        if asked is None:
            self._next = min(LONGEST_S, self._next * 2)
        if seconds > self._left:
            return None
        self._left -= seconds
        return seconds


def _asked(retry_after: str | None, now: datetime) -> float | None:
    """Return what a ``Retry-After`` header asks for, in seconds; ``None`` where there is none that can be read."""
    text = (retry_after or "").strip()
    if _SECONDS.fullmatch(text):
        return float(text)
    try:
        moment = parsedate_to_datetime(text)
        return ((moment if moment.tzinfo else moment.replace(tzinfo=UTC)) - now).total_seconds()
    except (TypeError, ValueError, OverflowError):
        return None
