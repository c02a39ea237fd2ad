"""Observers of an apply: plain lines anywhere, a progress bar on a terminal."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from heymilo_ops.model.event import (
    Ended,
    Event,
    Finished,
    OperationStarted,
    Outcome,
    ReadingBack,
    Result,
    Started,
    Waiting,
)
from heymilo_ops.report.outcome_text import NOT_SENT, in_part, not_sent, unsent_groups
from heymilo_ops.report.output import make_safe
from heymilo_ops.report.writer import Writer
from heymilo_ops.review.reasons import reason_sentence, reason_sentences
from heymilo_ops.review.words import IN_PART, RESULTS, duration, going, past
from heymilo_ops.text.sanitize import one_line

if TYPE_CHECKING:
    from rich.console import Console
    from rich.progress import Progress, ProgressColumn, Task

_WIDE = 80
"""Columns from which there is room for a bar beside what is said."""

_FEW = 5
"""Postings that are read without a word where there is no bar."""

NOTICED_S = 1.0
"""Seconds from which a pause is shown: at the rate limit there is a shorter one before each request."""

_ECHO = 4
"""Columns that stay free for the ``^C`` that a terminal echoes: on the next line it would keep the bar from going."""


class PlainObserver:
    """Writes one line for each event: ``senior-backend-engineer: creating…``."""

    def __init__(self, writer: Writer) -> None:
        self.writer = writer
        self._going = _Going()

    def __call__(self, event: Event, /) -> None:
        """Write the line of an event."""
        if isinstance(event, OperationStarted):
            place = self.writer.dim(f" ({event.index} of {event.total})") if event.total > 1 else ""
            self._line(f"{one_line(event.address)}: {self._going(event)}…{place}")
        elif isinstance(event, Waiting):
            self._line(self.writer.dim(f"waiting {duration(event.seconds)}: {one_line(reason_sentence(event.reason))}"))
        elif isinstance(event, ReadingBack):
            if event.index == 1 and event.total > _FEW:
                self._line(self.writer.dim(f"reading what HeyMilo shows of {event.total} postings…"))
        elif isinstance(event, Finished) and not not_sent(event.outcome):
            self._line(finished_line(event.outcome, self.writer))
        elif isinstance(event, Ended):
            for group in unsent_groups(event.outcomes):
                self._line(f"{self.writer.yellow(f'{NOT_SENT}:')} {group}")

    def _line(self, line: str) -> None:
        self.writer.write(f"{line}\n")


class ProgressObserver(PlainObserver):
    """Shows a progress bar below the lines of finished changes. Imports rich at the first event."""

    def __init__(self, writer: Writer, console: Console | None = None) -> None:
        """``console`` is one of rich's, for tests; otherwise one on the stream of the writer is made."""
        super().__init__(writer)
        self.console = console
        self.bar: Progress | None = None

    def __call__(self, event: Event, /) -> None:
        """Update the bar."""
        if isinstance(event, Started):
            self.bar = self._started(event.total)
        elif isinstance(event, OperationStarted):
            self._update(description=f"{one_line(event.address)}: {self._going(event)}…", until=None, pause="")
        elif isinstance(event, Waiting):
            self._wait(event.seconds, description=one_line(reason_sentence(event.reason)), pause="")
        elif isinstance(event, ReadingBack):
            self._update(description=f"{one_line(event.address)}: reading it back… ({event.index} of {event.total})")
        elif self.bar is not None:
            super().__call__(event)
            if isinstance(event, Finished):
                self._update(completed=event.index)
            else:
                self.stop()

    def pause(self, seconds: float, reason: str) -> None:
        """Show that the current operation pauses for so many seconds; not those between single requests."""
        if seconds >= NOTICED_S:
            self._wait(seconds, pause=one_line(reason))

    def stop(self) -> None:
        """Remove the bar. May be called twice, and has to be when an exception ends the run."""
        if self.bar is not None:
            self.bar.stop()
            self.bar = None

    def _started(self, total: int) -> Progress:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeElapsedColumn

        console = self.console or Console(file=self.writer.bare(), highlight=False, no_color=not self.writer.enabled)
        if self.console is None:
            console.width -= _ECHO
        counting = (MofNCompleteColumn(), TimeElapsedColumn(), _step_column())
        has_bar = self.writer.enabled and console.width >= _WIDE - _ECHO  # without colours what is left of it is blank
        columns = (BarColumn(20), *counting) if has_bar else counting
        bar = Progress(*columns, console=console, transient=True)
        bar.add_task("", total=total, until=None, pause="")
        bar.start()
        return bar

    def _wait(self, seconds: float, **values: Any) -> None:
        if self.bar is not None:
            self._update(until=self.bar.get_time() + seconds, **values)

    def _update(self, **values: Any) -> None:
        if self.bar is not None:
            (task,) = self.bar.task_ids
            self.bar.update(task, **values)

    def _line(self, line: str) -> None:
        from rich.text import Text

        if self.bar is not None:
            self.bar.console.print(Text.from_ansi(make_safe(line, styled=True)))


def _step_column() -> ProgressColumn:
    """Return a column with the current operation, or the countdown of a wait."""
    from rich.progress import ProgressColumn
    from rich.text import Text

    class StepColumn(ProgressColumn):
        def render(self, task: Task) -> Text:
            until, pause = task.fields["until"], task.fields["pause"]
            left = max(until - task.get_time(), 0) if until is not None else 0
            text = task.description
            if until is not None and (left or not pause):  # after a pause, what was being done goes on
                text = f"waiting {duration(left)}: {pause or text}"
            return Text(make_safe(text), overflow="ellipsis", no_wrap=True)

    return StepColumn()


class _Going:
    """``creating``, and ``creating again (attempt 2)`` where the attempt before was not carried out."""

    def __init__(self) -> None:
        self._sent: Counter[tuple[str, str]] = Counter()

    def __call__(self, event: OperationStarted) -> str:
        verb = one_line(going(event.kind))
        key = (event.address, event.kind)
        self._sent[key] += event.kind != "archive"  # one change may archive several postings
        return f"{verb} again (attempt {self._sent[key]})" if self._sent[key] > 1 else verb


def finished_line(outcome: Outcome, writer: Writer) -> str:
    """Return ``senior-backend-engineer: created 13D77095 (revision 1)``."""
    name = one_line(outcome.address)
    if outcome.result is Result.DONE:
        done = writer.green(one_line(past(outcome.action)))
        revision = f" (revision {outcome.revision})" if outcome.revision is not None else ""
        return f"{name}: {done} {one_line(outcome.posting_id or '')}".rstrip() + revision
    ending = IN_PART if in_part(outcome) else RESULTS[outcome.result].line
    style = writer.yellow if outcome.result is Result.SKIPPED else writer.red
    # What to do about an unknown outcome is said once, at the end.
    reasons = outcome.reasons[:1] if outcome.result is Result.UNKNOWN else outcome.reasons
    words = one_line("; ".join(reason_sentences(reasons)))
    return f"{name}: {style(ending)}" + (f": {words}" if words else "")
