"""Being asked to stop: Ctrl-C, or a signal from whoever runs this."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

import click


class Stopping:
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
        """Take SIGINT and SIGTERM for the length of a ``with``."""
        before = {each: signal.signal(each, self.ask) for each in (signal.SIGINT, signal.SIGTERM)}
        try:
            yield
        finally:
            for each, handler in before.items():
                signal.signal(each, handler)
