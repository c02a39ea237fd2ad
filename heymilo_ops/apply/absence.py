"""When the absence of a posting from HeyMilo's list can be believed."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from heymilo_ops.statefile.lease import boot_clock

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
