"""Who holds a lock."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

OnWait = Callable[[float, str], None]
"""Called before each pause of waiting for a lock: with the most seconds that are left to wait, and who holds it."""


def ignore_wait(_seconds: float, _holder: str) -> None:
    """Report nothing while waiting for a lock."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds the lock.

    Attributes:
        who: a person or a CI job.
        operation: such as ``apply``.
        since: ISO 8601 in UTC.
    """

    who: str
    operation: str
    host: str
    pid: int
    since: str

    def __str__(self) -> str:
        return f"{self.who} ({self.operation}) on {self.host}, process {self.pid}, since {self.since}"


@dataclass(frozen=True, slots=True)
class LockRequest:
    """Who asks for the lock of a state, and how.

    Attributes:
        holder: who holds it afterwards.
        timeout_s: the longest wait for somebody else's lock, in seconds.
        location: of the state, for messages.
        epoch_floor: the highest epoch known from elsewhere; the new one is higher, even where the lease was lost.
        on_wait: called before each pause of a wait.
    """

    holder: Holder
    timeout_s: float = 0.0
    location: str = "the state"
    epoch_floor: int = 0
    on_wait: OnWait = ignore_wait


def this_holder(who: str, operation: str, now: datetime) -> Holder:
    """Describe this process as a holder; ``now`` has an offset."""
    return Holder(who, operation, socket.gethostname(), os.getpid(), now.isoformat(timespec="seconds"))
