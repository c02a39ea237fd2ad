"""Holding the lock of a state, and saying on stderr that it is waited for."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

from heymilo_ops.cli.options import Session
from heymilo_ops.model.event import Started, Waiting
from heymilo_ops.model.reason import Reason, ReasonCode
from heymilo_ops.report.progress import ProgressObserver
from heymilo_ops.review.words import duration
from heymilo_ops.statefile.holder import Holder

if TYPE_CHECKING:
    from heymilo_ops.statefile.lock import StateLock
    from heymilo_ops.statefile.store import StateStore


@contextmanager
def hold(session: Session, store: StateStore, who: Holder, timeout_s: float) -> Iterator[StateLock]:
    """As ``StateStore.hold``; a wait is counted down on a terminal, and one line elsewhere."""
    wait = _Wait(session)
    store.on_wait = wait
    with ExitStack() as stack:
        try:
            lock = stack.enter_context(store.hold(who, timeout_s))
        finally:
            wait.stop()
        yield lock


class _Wait:
    def __init__(self, session: Session) -> None:
        self._session = session
        self._by = ""
        self._bar: ProgressObserver | None = None

    def __call__(self, seconds: float, by: str) -> None:
        if by == self._by or self._session.quiet:
            return
        self._by = by
        if self._session.ci or not sys.stderr.isatty():
            self._session.note(f"Waiting up to {duration(seconds)} for the lock, held by {by}.")
            return
        if self._bar is None:
            self._bar = ProgressObserver(self._session.err)
            self._bar(Started(1))
        self._bar(Waiting(seconds, Reason(ReasonCode.WAITS_FOR_LOCK, by)))

    def stop(self) -> None:
        if self._bar is not None:
            self._bar.stop()
