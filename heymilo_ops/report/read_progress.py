"""What is shown while many postings are read: a bar with the time left on a terminal, a line elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from heymilo_ops.model.event import ReadStep
from heymilo_ops.report.output import make_safe
from heymilo_ops.report.writer import Writer
from heymilo_ops.review.words import counted, duration
from heymilo_ops.text.sanitize import one_line

if TYPE_CHECKING:
    from rich.console import Console
    from rich.progress import Progress

LONG_S = 20.0
"""Seconds from which it is worth a line that reading takes so long."""

SHORT_S = 3.0
"""Seconds that reading must take for a bar to be begun."""

_LONG_PAUSE_S = 3.0
"""Seconds from which a pause is shown: those between single requests are shorter."""


class PlainReadProgress:
    """Writes one line where reading will take a while."""

    def __init__(self, writer: Writer, *, quiet: bool = False) -> None:
        self.writer = writer
        self._quiet = quiet

    def __call__(self, step: ReadStep) -> None:
        """Write the line at the first step."""
        if step.index == 1 and step.left_s >= LONG_S and not self._quiet:
            postings = counted(step.total, "posting")
            self.line(f"Reading {postings}: about {duration(_rounded(step.left_s))} at the rate limit.")

    def line(self, text: str) -> None:
        """Write a line of its own."""
        self.writer.write(f"{text}\n")

    def stop(self) -> None:
        """Nothing is to be removed."""


class ReadProgressBar(PlainReadProgress):
    """Shows a bar with what is read and the time left. Imports rich at the first step."""

    def __init__(self, writer: Writer, console: Console | None = None) -> None:
        """``console`` is one of rich's, for tests; otherwise one on the stream of the writer is made."""
        super().__init__(writer)
        self._console = console
        self._bar: Progress | None = None

    def __call__(self, step: ReadStep) -> None:
        """Update the bar; none is begun for what is soon read."""
        if self._bar is None and step.left_s < SHORT_S:
            return
        if self._bar is None:
            self._bar = self._started(step.total)
        words = f"about {duration(_rounded(step.left_s))} left: {one_line(step.title)}"
        self._bar.update(self._bar.task_ids[0], completed=step.index - 1, description=make_safe(words), refresh=True)

    def pause(self, seconds: float, reason: str) -> None:
        """Show a longer pause; those for the rate limit are part of the time left."""
        if self._bar is not None and seconds >= _LONG_PAUSE_S:
            words = f"waiting {duration(seconds)}: {one_line(reason)}"
            self._bar.update(self._bar.task_ids[0], description=make_safe(words), refresh=True)

    def line(self, text: str) -> None:
        """Write a line above the bar."""
        if self._bar is None:
            super().line(text)
        else:
            from rich.text import Text

            self._bar.console.print(Text.from_ansi(make_safe(text, styled=True)))

    def stop(self) -> None:
        """Remove the bar. May be called twice."""
        if self._bar is not None:
            self._bar.stop()
            self._bar = None

    def _started(self, total: int) -> Progress:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
        from rich.table import Column

        console = self._console or Console(file=self.writer.bare(), highlight=False, no_color=not self.writer.enabled)
        words = TextColumn("{task.description}", markup=False, table_column=Column(no_wrap=True, overflow="ellipsis"))
        bar = Progress(BarColumn(20), MofNCompleteColumn(), words, console=console, transient=True)
        bar.add_task("", total=total)
        bar.start()
        return bar


def _rounded(seconds: float) -> float:
    """Return seconds as a guess is said: in steps of ten, above two minutes in whole minutes."""
    step = 10.0 if seconds < 120 else 60.0
    return max(step, round(seconds / step) * step) if seconds >= 5 else round(seconds)
