"""What is shown while many postings are read."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

from heymilo_ops.model.event import ReadStep
from heymilo_ops.report.read_progress import PlainReadProgress, ReadProgressBar
from heymilo_ops.report.writer import Writer


def test_elsewhere_than_on_a_terminal_it_is_one_line_where_it_takes_a_while() -> None:
    stream = io.StringIO()
    shown = PlainReadProgress(Writer(stream=stream))
    for index in range(1, 4):
        shown(ReadStep("Porter", index, 300, 122.0))
    shown.line("postings/porter.yaml: written")
    shown.stop()
    assert stream.getvalue() == (
        "Reading 300 postings: about 2 min at the rate limit.\npostings/porter.yaml: written\n"
    )


@pytest.mark.parametrize(("left_s", "quiet"), [(9.0, False), (300.0, True)])
def test_nothing_where_it_is_short_or_quiet(left_s: float, quiet: bool) -> None:
    stream = io.StringIO()
    PlainReadProgress(Writer(stream=stream), quiet=quiet)(ReadStep("Porter", 1, 3, left_s))
    assert stream.getvalue() == ""


def test_a_bar_with_the_time_left() -> None:
    stream = io.StringIO()
    bar = ReadProgressBar(Writer(), Console(file=stream, force_terminal=True, width=120, no_color=True))
    bar.line("before")
    bar.pause(9, "not begun")
    bar(ReadStep("Porter\x1b[2J", 2, 3, 47.0))
    bar.pause(1, "the rate limit")
    bar.pause(9, "HeyMilo asks for patience (429)")
    bar.line("postings/porter.yaml: written")
    bar.stop()
    bar.stop()
    said = stream.getvalue()
    assert "1/3 about 50 s left: Porter" in said and "waiting 9 s: HeyMilo asks for patience (429)" in said
    assert "postings/porter.yaml: written" in said and "waiting 1 s" not in said and "\x1b[2JP" not in said


@pytest.mark.parametrize(
    ("left_s", "words"), [(0.2, "0 s"), (4.0, "4 s"), (44.0, "40 s"), (119.0, "2 min"), (400.0, "7 min")]
)
def test_a_guess_is_rounded(left_s: float, words: str) -> None:
    stream = io.StringIO()
    bar = ReadProgressBar(Writer(), Console(file=stream, force_terminal=True, width=120, no_color=True))
    bar(ReadStep("Nurse", 1, 3, 500.0))
    bar(ReadStep("Porter", 2, 3, left_s))
    bar.stop()
    assert f"about {words} left" in stream.getvalue()


def test_no_bar_is_begun_for_what_is_soon_read() -> None:
    stream = io.StringIO()
    bar = ReadProgressBar(Writer(), Console(file=stream, force_terminal=True, width=120, no_color=True))
    bar(ReadStep("Porter", 1, 2, 1.0))
    bar.stop()
    assert stream.getvalue() == ""
