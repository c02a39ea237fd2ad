"""How fast HeyMilo may be asked: a token bucket that keeps every minute within the limit, its first one included; and
how long to wait where HeyMilo asks for patience.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

WINDOW_S = 61.0
"""The minute, with a second more for requests that bunch up on their way."""


class Limiter:
    """At most ``per_minute`` requests in any 60 seconds: a tenth of them at once, the rest evenly.

    A bucket that starts full lets burst + rate × window through, so the rate is what the burst leaves of the limit.
    """

    def __init__(self, per_minute: int) -> None:
        limit = max(1, per_minute)
        self._burst = max(1, limit // 10)
        self._rate = (limit + 1 - self._burst) / WINDOW_S
        self._tokens = float(self._burst)
        self._at: float | None = None

    def reserve(self, now: float) -> float:
        """Take one request; seconds to wait before sending it. ``now`` in seconds of a monotonic clock."""
        self._refill(now)
        self._tokens -= 1
        return max(0.0, -self._tokens / self._rate)

    def drain(self, now: float) -> None:
        """Drop the burst: HeyMilo says that it was too fast."""
        self._refill(now)
        self._tokens = min(self._tokens, 0.0)

    def _refill(self, now: float) -> None:
        passed = max(0.0, now - self._at) if self._at is not None else 0.0
        self._tokens = min(float(self._burst), self._tokens + passed * self._rate)
        self._at = now


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
