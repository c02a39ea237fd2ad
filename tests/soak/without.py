"""Safeguards that can be switched off in one run, to see that the soak notices."""

from __future__ import annotations

from typing import Any


def _conditions() -> None:
    """A folder takes every write, whatever is there by then."""
    from heymilo_ops.statefile.backend import Conflict
    from heymilo_ops.statefile.folder import FolderBackend

    put = FolderBackend.put

    def forced(self: FolderBackend, key: str, data: bytes, expected: str | None = None) -> str:
        while True:
            found = self.get(key)
            try:
                return put(self, key, data, found.version if found else None)
            except Conflict:
                continue

    FolderBackend.put = FolderBackend.create = forced  # type: ignore[method-assign]


def _intent() -> None:
    """Nothing durable says that an operation may be under way."""
    from heymilo_ops.model import fold
    from heymilo_ops.statefile.store import StateStore

    append = StateStore.append

    def forgetful(self: StateStore, *records: Any) -> Any:
        kept = [each for each in records if each.kind != "sending"]
        state = append(self, *kept) if kept else self.state
        for each in records:
            if each.kind == "sending":
                state = fold.sending(state, each.ops, each.at)
        return state

    StateStore.append = forgetful  # type: ignore[method-assign]


def _lease() -> None:
    """Nobody asks, before they send, whether the lease is still theirs."""
    from heymilo_ops.statefile.lease import Lease

    Lease.require = lambda self, seconds: None  # type: ignore[method-assign]


def _lock() -> None:
    """Whoever wants the lock has it."""
    from contextlib import contextmanager

    from heymilo_ops.statefile import lock
    from heymilo_ops.statefile.lease import Process

    @contextmanager
    def open_door(*_: Any) -> Any:
        yield

    Process.is_gone = lambda self: True  # type: ignore[method-assign]
    lock._flock = open_door


def _seal() -> None:
    """Whoever lost the lock can still write."""
    from heymilo_ops.statefile.store import StateStore

    StateStore._seal = lambda self, state, lock: None  # type: ignore[method-assign]


def _settling() -> None:
    """What is not listed at once was not made."""
    from heymilo_ops.apply.run_context import SettlingTime

    SettlingTime.left = lambda self, since: 0.0  # type: ignore[method-assign]


SAFEGUARDS = {
    "conditions": _conditions,
    "intent": _intent,
    "lease": _lease,
    "lock": _lock,
    "seal": _seal,
    "settling": _settling,
}
