"""One apply at a time: a flock in a folder, a lease elsewhere.

In a folder the flock is the lock: it is free the moment its process ends, however it ends, and ``lock.json`` only says
who holds it. Everywhere else it is the lease of ``lease.py``.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Protocol

from heymilo_ops.errors import StateError
from heymilo_ops.statefile import lease
from heymilo_ops.statefile.backend import Backend, filesystem_error
from heymilo_ops.statefile.folder import FolderBackend
from heymilo_ops.statefile.lease import Holder, LockRequest

LOCK_FILE = "lock"
INFO_KEY = "lock.json"
POLL_S = 0.5
"""Seconds between two tries."""

Sleep = Callable[[float], None]
Clock = Callable[[], float]


class StateLock(Protocol):
    """The lock, as whoever holds it sees it."""

    @property
    def epoch(self) -> int:
        """Of this holding, higher than any before it; 0 where the holder has to count for itself."""

    @property
    def unsealed(self) -> tuple[int, ...]:
        """Epochs whose holder may still be there, without knowing that it lost the lock."""

    def sealed(self) -> object:
        """Record that those epochs can't write any more."""

    def require(self, seconds: float) -> None:
        """Raises ``LockedError`` unless it is certainly held for so long."""


class Flock:
    """A flock that is held: nobody can take it, and its holders before are gone."""

    epoch = 0
    unsealed: tuple[int, ...] = ()

    def sealed(self) -> None:
        """As ``StateLock.sealed``."""

    def require(self, seconds: float) -> None:
        """As ``StateLock.require``."""


@contextmanager
def hold_lock(
    backend: Backend, request: LockRequest, sleep: Sleep = time.sleep, clock: Clock = time.monotonic
) -> Iterator[StateLock]:
    """Hold the lock for the length of a ``with``.

    Raises ``LockedError``, which says who holds it, and ``StateError`` where the place can't be written.
    """
    if not isinstance(backend, FolderBackend):
        with lease.hold_lease(backend, request) as held:
            yield held
        return
    with _flock(backend, request, sleep, clock):
        yield Flock()


@contextmanager
def _flock(backend: FolderBackend, request: LockRequest, sleep: Sleep, clock: Clock) -> Iterator[None]:
    from filelock import FileLock, Timeout

    path = backend.root / LOCK_FILE
    until = clock() + request.timeout_s
    while True:
        try:
            lock = FileLock(backend.lock_file(LOCK_FILE), timeout=0)
            lock.acquire()
            break
        except Timeout:
            left = until - clock()
        except OSError as error:
            raise filesystem_error(error, "lock", str(path)) from error
        if left <= 0:
            raise lease.locked_error(request, _holder_name(backend), "The lock goes when that process ends.")
        request.on_wait(left, _holder_name(backend))
        sleep(min(POLL_S, left))
    try:
        backend.delete(INFO_KEY)  # what a killed holder left
        backend.create(INFO_KEY, lease.encode_lock(request.holder))
        yield
    finally:
        with suppress(StateError):
            backend.delete(INFO_KEY)
        lock.release()


def _holder_name(backend: FolderBackend) -> str:
    holder = current_holder(backend)
    return str(holder) if holder else "another process, which has not said who it is"


def current_holder(backend: Backend) -> Holder | None:
    """Return who holds a folder's lock by its own words; ``None`` where nobody does, or it can't be read."""
    try:
        stored = backend.get(INFO_KEY)
        return Holder(**json.loads(stored.data)) if stored else None
    except (StateError, TypeError, ValueError):
        return None
