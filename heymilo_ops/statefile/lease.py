"""The lock where no operating system holds one: a lease that its holder renews, and that ends when it stops.

``lease.json`` says who holds it. Each renewal is a compare-and-swap with an id that is new, so a holder that lost it
learns so at its next renewal, and never writes over its successor. Nobody's clock is compared with anybody else's: a
lease is over when somebody watched it for a whole term without a renewal, on a clock that goes on through suspension.
The holder counts its own term from before its last renewal was sent, so it stops first. On one host a process that
ended is seen to have ended, and its lease is free at once. ``epoch`` grows with every holder and never falls.

A holder that lost its lease may still be under way, paused for instance. Its epoch is *unsealed* until a later holder
has seen to it that nothing more can be written under it, and has said so.
"""

from __future__ import annotations

import json
import os
import secrets
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from heymilo_ops.errors import Advice, AdviceKind, LockedError, StateError, advise
from heymilo_ops.statefile.backend import Backend, Conflict, Stored

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


def encode_lock(holding: Holder | LeaseTerms) -> bytes:
    """Encode who holds a lock, as bytes."""
    return (json.dumps(asdict(holding), indent=2, sort_keys=True) + "\n").encode()


def locked_error(request: LockRequest, by: str, until: str | Advice) -> LockedError:
    """Return the error that a state is locked ``by`` somebody; ``until``: how the lock ends."""
    waited = request.timeout_s
    still = f"still locked after waiting {waited:.0f} seconds" if waited > 0 else "locked"
    return LockedError(f"{request.location} is {still} by {by}", (advise(AdviceKind.WAIT_FOR_LOCK), until))


_PROC = Path("/proc")


@dataclass(frozen=True, slots=True)
class Process:
    """A process of one boot of one kernel. ``boot`` is empty where the system can't say; then nothing is known of it.

    Attributes:
        boot: the kernel's boot id.
        namespace: of process ids, since containers of one host number theirs alike.
        started: clock ticks since boot, since process ids are used again.
    """

    boot: str
    namespace: str
    pid: int
    started: str

    def is_gone(self) -> bool:
        """Return whether it certainly ended. ``False`` for a process of another host, boot or container."""
        here = this_process()
        if not self.boot or (self.boot, self.namespace) != (here.boot, here.namespace):
            return False
        return _started(self.pid) != self.started


def this_process() -> Process:
    """Return the process that asks."""
    boot = namespace = started = ""
    with suppress(OSError):
        namespace = str((_PROC / "self" / "ns" / "pid").readlink())
        started = _started(os.getpid())
        boot = (_PROC / "sys" / "kernel" / "random" / "boot_id").read_text().strip()
    return Process(boot, namespace, os.getpid(), started)


def _started(pid: int) -> str:
    """Return when a process began; empty where there is none, or only what its parent has not collected yet."""
    try:
        # The name in parentheses may hold anything, parentheses and blanks included.
        fields = (_PROC / str(pid) / "stat").read_text(errors="replace").rpartition(")")[2].split()
    except OSError:
        return ""
    return "" if fields[0] in "ZX" else fields[19]


LEASE_KEY = "lease.json"
TERM_S = 120.0
"""How long a lease holds without a renewal, in seconds."""

BEAT_S = 20.0
"""Seconds between two renewals."""

POLL_S = 2.0
"""Seconds between two looks at somebody else's lease."""


def boot_clock() -> float:
    """Return seconds on a clock that is never set and, where the system has one, counts suspension."""
    return time.clock_gettime(time.CLOCK_BOOTTIME) if hasattr(time, "CLOCK_BOOTTIME") else time.monotonic()


@dataclass(frozen=True, slots=True)
class LeaseTiming:
    """How long a lease holds and how often it is renewed, in seconds, and the clock for both."""

    term_s: float = TERM_S
    beat_s: float = BEAT_S
    sleep: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = boot_clock


@dataclass(frozen=True, slots=True)
class LeaseTerms:
    """The contents of ``lease.json``.

    Attributes:
        lease_id: of this holding, for ``state unlock``; ``beat`` is new with every write.
        expires_at: ISO 8601 in UTC by the holder's clock, for people.
        released: the holder gave it back, or somebody did in its place; the document stays for its ``epoch``.
        unsealed: epochs whose holders did not give the lease back themselves, and that nobody has sealed since.
    """

    lease_id: str
    epoch: int
    beat: str
    holder: Holder
    process: Process
    expires_at: str
    released: bool = False
    unsealed: tuple[int, ...] = ()


def decode_lease(data: bytes) -> LeaseTerms:
    """Decode the terms of a lease. Raises ``StateError`` for anything else."""
    try:
        document = json.loads(data)
        holder, process = Holder(**document.pop("holder")), Process(**document.pop("process"))
        unsealed = tuple(int(epoch) for epoch in document.pop("unsealed", ()))
        document["epoch"] = int(document["epoch"])
        return LeaseTerms(holder=holder, process=process, unsealed=unsealed, **document)
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise StateError(f"{LEASE_KEY} of the state can't be understood", "Put it right, or remove it.") from error


class Lease:
    """A lease that is held. ``epoch`` goes into what is written under it."""

    def __init__(self, backend: Backend, terms: LeaseTerms, version: str, until: float, timing: LeaseTiming) -> None:
        self.terms = terms
        self._backend = backend
        self._version = version
        self._until = until
        self._timing = timing
        self._lost = False
        self.epoch = terms.epoch
        """Of this holding: higher than any before it."""
        self.unsealed = terms.unsealed
        """Epochs under which somebody may still be writing; seal them before anything else, then call ``sealed``."""
        self._renewing = threading.Lock()

    def sealed(self) -> bool:
        """Record that nothing can be written any more under the unsealed epochs. Written at once, as a renewal; see
        ``renew``.

        Where that raises ``StateError``, the next renewal writes it.
        """
        self.unsealed = ()
        return self.renew()

    def remaining(self) -> float:
        """Return seconds for which it is certainly held; 0 where it was lost."""
        return 0.0 if self._lost else max(0.0, self._until - self._timing.clock())

    def require(self, seconds: float) -> None:
        """Raises ``LockedError`` unless it is certainly held for so long. Ask before each request that writes."""
        if self.remaining() < seconds:
            raise LockedError(
                "The lock of the state was lost: it could not be renewed in time, or somebody took it over",
                "Nothing more was sent. Run plan again.",
            )

    def renew(self) -> bool:
        """Hold it for another term; ``False`` where somebody else has it, for good. Raises ``StateError``."""
        with self._renewing:
            began = self._timing.clock()
            if not self._swap(self._next(expires_at=_expiry(self._timing.term_s))):
                return False
            self._until = began + self._timing.term_s
            return True

    def release(self) -> None:
        """Give it back; nothing happens where it was lost. Raises ``StateError``."""
        with self._renewing:
            self._swap(self._next(released=True))
            self._lost = True

    def _next(self, **changes: Any) -> LeaseTerms:
        return replace(self.terms, beat=secrets.token_hex(8), unsealed=self.unsealed, **changes)

    def _swap(self, terms: LeaseTerms) -> bool:
        if self._lost:
            return False
        data = encode_lock(terms)
        try:
            self._version = self._backend.put(LEASE_KEY, data, self._version)
        except Conflict:
            stored = self._backend.get(LEASE_KEY)
            # A renewal that seemed to fail may have been stored all the same; then it is ours to renew.
            if not stored or (current := decode_lease(stored.data)).lease_id != terms.lease_id or current.released:
                self._lost = True
                return False
            try:
                self._version = self._backend.put(LEASE_KEY, data, stored.version)
            except Conflict:
                self._lost = True
                return False
        self.terms = terms
        return True


@contextmanager
def hold_lease(backend: Backend, request: LockRequest, timing: LeaseTiming = LeaseTiming()) -> Iterator[Lease]:
    """Hold the lease for the length of a ``with``, renewed in the background.

    Raises ``LockedError``, which says who holds it, and ``StateError`` where the place fails.
    """
    lease = acquire_lease(backend, request, timing)
    stop = threading.Event()
    beating = threading.Thread(target=_beat, args=(lease, stop, timing.beat_s), name="lease", daemon=True)
    beating.start()
    try:
        yield lease
    finally:
        stop.set()
        beating.join(timing.beat_s)
        with suppress(StateError):  # then it ends by itself
            lease.release()


def _beat(lease: Lease, stop: threading.Event, beat_s: float) -> None:
    while not stop.wait(beat_s):
        with suppress(StateError):  # tried again; the holder asks for what remains
            if not lease.renew():
                return


def acquire_lease(backend: Backend, request: LockRequest, timing: LeaseTiming = LeaseTiming()) -> Lease:
    """Take the lease without renewing it; see ``hold_lease``.

    A lease that is over by its own ``expires_at`` is watched for a whole term, even without a timeout, and taken when
    nobody renews it.
    """
    clock = timing.clock
    beat, over_at = "", 0.0
    until = clock() + request.timeout_s
    while True:
        began = clock()
        stored, held = _read_lease(backend)
        if held and not held.released and not held.process.is_gone():
            if held.beat != beat:
                over_at = clock() + timing.term_s
                if not beat and _is_over(held):
                    until = max(until, over_at)
                beat = held.beat
            if (now := clock()) < over_at:
                if now >= until:
                    raise _locked(held, request)
                request.on_wait(until - now, str(held.holder))
                timing.sleep(min(POLL_S, until - now, over_at - now))
                continue
        epoch, unsealed = _after(held, request.epoch_floor)
        terms = LeaseTerms(
            lease_id=secrets.token_hex(8),
            epoch=epoch,
            beat=secrets.token_hex(8),
            holder=request.holder,
            process=this_process(),
            expires_at=_expiry(timing.term_s),
            unsealed=unsealed,
        )
        with suppress(Conflict):
            version = backend.put(LEASE_KEY, encode_lock(terms), stored.version if stored else None)
            return Lease(backend, terms, version, began + timing.term_s, timing)


def _after(held: LeaseTerms | None, floor: int) -> tuple[int, tuple[int, ...]]:
    """Return the epoch that follows, and those that are unsealed then."""
    last = held.epoch if held else 0
    unsealed = set(held.unsealed) if held else set()
    if held and not held.released:
        unsealed.add(last)
    if floor > last:  # of its holder nothing is known
        unsealed.add(floor)
    return max(last, floor) + 1, tuple(sorted(unsealed))


def unlock_lease(backend: Backend, lease_id: str) -> LeaseTerms | None:
    """Give somebody's lease back in their place; what they held, ``None`` where nobody holds that one.

    Their next write under it is refused. Raises ``StateError``.
    """
    stored, held = _read_lease(backend)
    if not stored or not held or held.released or held.lease_id != lease_id:
        return None
    unsealed = tuple(sorted({*held.unsealed, held.epoch}))  # its holder may be alive
    terms = replace(held, beat=secrets.token_hex(8), released=True, unsealed=unsealed)
    try:
        backend.put(LEASE_KEY, encode_lock(terms), stored.version)
    except Conflict:
        raise StateError("The lock was renewed just now: its holder is alive", "Ask them, or try again.") from None
    return held


def current_lease(backend: Backend) -> LeaseTerms | None:
    """Return what somebody holds; ``None`` where nobody does. Raises ``StateError``."""
    _, held = _read_lease(backend)
    return held if held and not held.released else None


def _read_lease(backend: Backend) -> tuple[Stored | None, LeaseTerms | None]:
    stored = backend.get(LEASE_KEY)
    return stored, decode_lease(stored.data) if stored else None


def _expiry(term_s: float) -> str:
    return (datetime.now(UTC) + timedelta(seconds=term_s)).isoformat(timespec="seconds")


def _is_over(held: LeaseTerms) -> bool:
    try:
        return datetime.fromisoformat(held.expires_at) < datetime.now(UTC)
    except (TypeError, ValueError):
        return True


def _locked(held: LeaseTerms, request: LockRequest) -> LockedError:
    by = f"{held.holder}; unless renewed, the lock ends at {held.expires_at}"
    return locked_error(request, by, advise(AdviceKind.STATE_UNLOCK, lease_id=held.lease_id))
