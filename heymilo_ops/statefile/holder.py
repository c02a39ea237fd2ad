"""Who holds a lock."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

OnWait = Callable[[float, str], None]
"""Called before each pause of waiting for a lock: for how many seconds it is waited at most, and who holds it."""


def untold(_seconds: float, _by: str) -> None:
    """Nobody wants to know."""


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


def this_holder(who: str, operation: str, now: datetime) -> Holder:
    """This process as a holder; ``now`` has an offset."""
    return Holder(who, operation, socket.gethostname(), os.getpid(), now.isoformat(timespec="seconds"))
