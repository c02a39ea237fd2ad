import io
import re
import subprocess
import sys

import pytest
from rich.console import Console

from heymilo_ops.model.event import Ended, Finished, OperationStarted, Outcome, Result, Started, Waiting
from heymilo_ops.model.reason import Reason, ReasonCode, as_written
from heymilo_ops.report.progress import PlainObserver, ProgressObserver
from heymilo_ops.report.writer import Writer

DONE = Outcome("nurse", "create", Result.DONE, "13D77095", 1)
EVENTS = (
    Started(2),
    OperationStarted("nurse", "create", 1, 2),
    Waiting(12.4, as_written("HeyMilo asked for patience")),
    Finished(DONE, 1, 2),
    OperationStarted("cook", "juggle", 2, 2),
    Finished(Outcome("cook", "archive", Result.UNKNOWN, reasons=(as_written("the connection broke"),)), 2, 2),
    Ended((DONE,)),
)


def test_no_room_imports_rich_before_it_is_needed() -> None:
    code = (
        "import sys, pkgutil, importlib, heymilo_ops.report as r\n"
        "for each in pkgutil.iter_modules(r.__path__): importlib.import_module('heymilo_ops.report.' + each.name)\n"
        "print(sorted({'rich', 'deepdiff', 'httpx', 'click'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


class Said(io.StringIO):
    """A stream, and its lines."""

    @property
    def lines(self) -> list[str]:
        return self.getvalue().splitlines()


def plain() -> tuple[PlainObserver, Said]:
    stream = Said()
    return PlainObserver(Writer(stream=stream)), stream


def test_plain_lines() -> None:
    observer, said = plain()
    for event in EVENTS:
        observer(event)
    assert said.lines == [
        "nurse: creating… (1 of 2)",
        "waiting 12 s: HeyMilo asked for patience",
        "nurse: created 13D77095 (revision 1)",
        "cook: juggle… (2 of 2)",
        "cook: outcome unknown: the connection broke",
    ]


def test_plain_lines_of_one_change_and_of_trouble(made) -> None:
    observer, said = plain()
    observer(OperationStarted(made.NASTY, "create", 1, 1))
    observer(Finished(Outcome("a", "update", Result.REJECTED), 1, 1))
    observer(Finished(Outcome("a", "update", Result.SKIPPED, reasons=(as_written("stopped"),)), 1, 1))
    observer(Finished(Outcome("a", "archive", Result.DONE), 1, 1))
    first, *rest = said.lines
    assert "\x1b" not in first and "\u202e" not in first and first.endswith(": creating…")
    assert rest == ["a: rejected", "a: archived"]


def unsent(number: int) -> list[Outcome]:
    why = Reason(ReasonCode.NOT_SENT, Reason(ReasonCode.INTERRUPTED))
    return [Outcome(f"p{n}", "create", Result.SKIPPED, reasons=(why,)) for n in range(1, number + 1)]


@pytest.mark.parametrize("on_a_terminal", [False, True])
def test_what_was_never_sent_is_one_line(on_a_terminal: bool) -> None:
    half = Outcome(
        "cook",
        "replace",
        Result.SKIPPED,
        "A2",
        2,
        reasons=(as_written("revision 2 is live, but A1 is not archived yet"),),
    )
    outcomes = (half, *unsent(17))
    observer, stream = bar() if on_a_terminal else plain()
    for event in (Started(18), *(Finished(each, n, 18) for n, each in enumerate(outcomes, 1)), Ended(outcomes)):
        observer(event)
    lines = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", stream.getvalue()).splitlines()
    told = [line.strip() for line in lines if re.search("cook|sent", line)]
    assert told == [
        "cook: done in part: revision 2 is live, but A1 is not archived yet",
        "not sent: p1, p2, p3 and 14 more: the run was interrupted",
    ]


def test_an_attempt_after_the_first_says_so() -> None:
    observer, said = plain()
    for what in ("create", "create", "create", "archive", "archive"):
        observer(OperationStarted("nurse", what, 1, 1))
    observer(OperationStarted("cook", "create", 1, 1))
    assert said.lines == [
        "nurse: creating…",
        "nurse: creating again (attempt 2)…",
        "nurse: creating again (attempt 3)…",
        "nurse: archiving…",
        "nurse: archiving…",
        "cook: creating…",
    ]


def test_what_to_do_about_an_unknown_outcome_is_left_to_the_end() -> None:
    observer, said = plain()
    unknown = Outcome(
        "cook",
        "create",
        Result.UNKNOWN,
        reasons=(as_written("posting AA11 appeared since"), as_written("look at it, then run …")),
    )
    observer(Finished(unknown, 1, 1))
    assert said.lines == ["cook: outcome unknown: posting AA11 appeared since"]


def bar(enabled: bool = False) -> tuple[ProgressObserver, io.StringIO]:
    stream = io.StringIO()
    console = Console(file=stream, force_terminal=True, width=100, highlight=False, no_color=not enabled)
    return ProgressObserver(Writer(enabled, stream=stream), console), stream


def test_bar_shows_counts_what_goes_on_and_the_wait() -> None:
    observer, stream = bar()
    for event in EVENTS[:2]:
        observer(event)
    assert observer.bar is not None
    observer.bar.refresh()
    assert "0/2" in stream.getvalue() and "nurse: creating…" in stream.getvalue()
    observer(EVENTS[2])
    observer.bar.refresh()
    assert "waiting 12 s: HeyMilo asked for patience" in stream.getvalue()
    for event in EVENTS[3:]:
        observer(event)
    assert "nurse: created 13D77095 (revision 1)" in stream.getvalue()
    assert "cook: outcome unknown: the connection broke" in stream.getvalue()
    assert observer.bar is None


def test_the_wait_counts_down() -> None:
    observer, stream = bar()
    observer(Started(1))
    assert observer.bar is not None
    clock = [1000.0]
    observer.bar.get_time = lambda: clock[0]  # type: ignore[method-assign]
    for task in observer.bar.tasks:
        task._get_time = observer.bar.get_time
    observer(Waiting(30, as_written("rate limit")))
    clock[0] += 21
    observer.bar.refresh()
    assert "waiting 9 s: rate limit" in stream.getvalue()
    clock[0] += 100
    observer.bar.refresh()
    assert "waiting 0 s: rate limit" in stream.getvalue()
    observer.stop()


def test_a_pause_counts_down_and_then_what_was_being_done_goes_on() -> None:
    observer, stream = bar()
    observer.pause(5, "nothing is done yet")
    observer(Started(1))
    assert observer.bar is not None
    clock = [1000.0]
    observer.bar.get_time = lambda: clock[0]  # type: ignore[method-assign]
    for task in observer.bar.tasks:
        task._get_time = observer.bar.get_time
    observer(OperationStarted("nurse", "create", 1, 1))
    observer.pause(30, "the rate limit")
    clock[0] += 21
    observer.bar.refresh()
    assert stream.getvalue().endswith("waiting 9 s: the rate limit")
    clock[0] += 9
    observer.bar.refresh()
    assert stream.getvalue().endswith("nurse: creating…")
    observer(OperationStarted("cook", "create", 1, 1))
    observer.bar.refresh()
    assert stream.getvalue().endswith("cook: creating…")
    observer.stop()


def test_bar_is_gone_after_the_end_and_takes_stray_events() -> None:
    observer, stream = bar()
    observer(EVENTS[1])
    assert stream.getvalue() == ""
    observer.stop()
    observer(Started(1))
    observer.stop()
    observer.stop()
    observer(EVENTS[3])
    observer(EVENTS[-1])
    assert "\x1b[?25h" in stream.getvalue(), "the cursor is back"


@pytest.mark.parametrize(
    ("columns", "shown"), [("60", False), ("79", False), ("80", True), ("120", True), ("100", False)]
)
def test_without_room_or_colours_there_is_no_bar(columns: str, shown: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setenv("COLUMNS", columns)
    monkeypatch.setenv("TERM", "xterm")
    stream = Terminal()
    observer = ProgressObserver(Writer(enabled=columns != "100", stream=stream))
    observer(Started(1))
    observer(
        Waiting(30, as_written("to look again for a posting with a name that is rather long, as names are at times"))
    )
    assert observer.bar is not None
    observer.bar.refresh()
    said = stream.getvalue()
    observer.stop()
    assert ("\u2501" in said) == shown
    assert "waiting 30 s: to look again" in said
    lines = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", said).replace("\r", "\n").splitlines()
    assert max(map(len, lines)) <= int(columns) - 4, "there is no room for a ^C"


def test_bar_makes_its_own_console() -> None:
    stream = io.StringIO()
    observer = ProgressObserver(Writer(stream=stream))
    for event in EVENTS:
        observer(event)
    assert "nurse: created" in stream.getvalue()


def test_markup_in_names_is_text() -> None:
    observer, stream = bar(enabled=True)
    observer(Started(1))
    observer(OperationStarted("[bold]x[/bold]", "create", 1, 1))
    observer(Finished(Outcome("[red]x[/red]", "create", Result.DONE, "A"), 1, 1))
    observer(Ended(()))
    assert "[red]x[/red]: \x1b[32mcreated\x1b[0m A" in stream.getvalue()


def test_the_pause_before_each_request_at_the_rate_limit_is_not_shown() -> None:
    observer, stream = bar()
    observer(Started(1))
    observer(OperationStarted("nurse", "adopt", 1, 1))
    observer.pause(0.45, "the rate limit")
    assert observer.bar is not None
    observer.bar.refresh()
    observer.stop()
    assert "waiting" not in stream.getvalue()
