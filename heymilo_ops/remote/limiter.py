"""How fast we may ask: a token bucket that keeps every minute within the limit, its first one included."""

from __future__ import annotations

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
