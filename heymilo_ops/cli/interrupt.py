"""Being asked to stop: Ctrl-C, a signal from whoever runs this, or a terminal that is closed."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

import click

HANGUP = getattr(signal, "SIGHUP", None)
"""Sent when the terminal is closed or the connection to it ends; ``None`` where the system has no such signal."""


class Signals:
    """Whether somebody asked to stop. The first signal sets it; the second leaves at once."""

    def __init__(self) -> None:
        self.asked = False

    def __call__(self) -> bool:
        return self.asked

    def ask(self, _number: int, _frame: FrameType | None) -> None:
        """Take a signal."""
        if self.asked:
            raise KeyboardInterrupt
        self.asked = True
        click.echo("\nStopping: what is in flight is awaited and recorded.\nAgain to leave at once.", err=True)

    @contextmanager
    def listening(self) -> Iterator[None]:
        """Take SIGINT, SIGTERM and SIGHUP for the length of a ``with``; SIGHUP stays ignored under ``nohup``."""
        numbers = [signal.SIGINT, signal.SIGTERM]
        if HANGUP is not None and signal.getsignal(HANGUP) is not signal.SIG_IGN:
            numbers.append(HANGUP)
        before = {number: signal.signal(number, self.ask) for number in numbers}
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)
