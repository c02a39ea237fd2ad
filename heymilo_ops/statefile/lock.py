"""One apply at a time: a flock in a folder, a lock document elsewhere.

In a folder the flock is the lock: it is free the moment its process ends, however it ends, and ``lock.json`` only says
who holds it. On other backends ``lock.json`` is the lock itself, made with create-only; its expiry and heartbeat have
their place in ``_document``.
"""

from __future__ import annotations

import json
import os
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import asdict, dataclass
from datetime import datetime

from heymilo_ops.errors import LockedError, StateError
from heymilo_ops.statefile.backend import Backend, Conflict
from heymilo_ops.statefile.folder import FolderBackend, make_folder
from heymilo_ops.statefile.trouble import blocked

LOCK_FILE = "lock"
INFO_KEY = "lock.json"
POLL_S = 0.5
"""Seconds between two tries."""

Sleep = Callable[[float], None]
Clock = Callable[[], float]


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


def holder(who: str, operation: str, now: datetime) -> Holder:
    """This process as a holder; ``now`` has an offset."""
    return Holder(who, operation, socket.gethostname(), os.getpid(), now.isoformat(timespec="seconds"))


@contextmanager
def hold(
    backend: Backend,
    who: Holder,
    timeout_s: float = 0.0,
    *,
    where: str = "the state",
    sleep: Sleep = time.sleep,
    clock: Clock = time.monotonic,
) -> Iterator[None]:
    """Hold the lock for the length of a ``with``, waiting up to ``timeout_s`` seconds for it.

    Raises ``LockedError``, which says who holds it, and ``StateError`` where the place can't be written.
    """
    attempt = _flock(backend, who) if isinstance(backend, FolderBackend) else _document(backend, who)
    until = clock() + timeout_s
    while not (held := attempt()):
        left = until - clock()
        if left <= 0:
            raise _locked(backend, where, timeout_s)
        sleep(min(POLL_S, left))
    with held:
        yield


_Attempt = Callable[[], AbstractContextManager[None] | None]


def _flock(backend: FolderBackend, who: Holder) -> _Attempt:
    from filelock import FileLock, Timeout

    path = backend.root / LOCK_FILE
    lock = FileLock(path, timeout=0)

    @contextmanager
    def held() -> Iterator[None]:
        try:
            _say(backend, who)
            yield
        finally:
            with suppress(StateError):
                backend.delete(INFO_KEY)
            lock.release()

    def attempt() -> AbstractContextManager[None] | None:
        try:
            make_folder(backend.root)
            lock.acquire()
        except Timeout:
            return None
        except OSError as error:
            raise blocked(error, "lock", str(path)) from error
        return held()

    return attempt


def _document(backend: Backend, who: Holder) -> _Attempt:
    @contextmanager
    def held() -> Iterator[None]:
        try:
            yield
        finally:
            backend.delete(INFO_KEY)

    def attempt() -> AbstractContextManager[None] | None:
        try:
            backend.create(INFO_KEY, _encode(who))
        except Conflict:
            return None
        return held()

    return attempt


def _say(backend: FolderBackend, who: Holder) -> None:
    """Write who holds the flock, over what a killed holder left."""
    backend.delete(INFO_KEY)
    backend.create(INFO_KEY, _encode(who))


def _encode(who: Holder) -> bytes:
    return (json.dumps(asdict(who), indent=2, sort_keys=True) + "\n").encode()


def _locked(backend: Backend, where: str, timeout_s: float) -> LockedError:
    waited = f" after waiting {timeout_s:.0f} seconds" if timeout_s > 0 else ""
    found = current(backend)
    by = str(found) if found else "another process, which has not said who it is"
    return LockedError(
        f"{where} is still locked{waited} by {by}" if waited else f"{where} is locked by {by}",
        "Wait for it to end, or let this command wait for it: --lock-timeout 300. "
        + (
            "The lock goes when that process ends."
            if isinstance(backend, FolderBackend)
            else "If that process is gone for certain: heymilo-ops state unlock."
        ),
    )


def current(backend: Backend) -> Holder | None:
    """Who says to hold the lock; ``None`` where nobody does, or it can't be read."""
    try:
        found = backend.get(INFO_KEY)
        return Holder(**json.loads(found.data)) if found else None
    except (StateError, TypeError, ValueError):
        return None
