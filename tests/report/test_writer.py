from __future__ import annotations

import io

import pytest

from heymilo_ops.report.output import Stream
from heymilo_ops.report.writer import Writer, want_color, writer_of


class Terminal(io.StringIO):
    """A stream that is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("columns", "filled"), [("20", 60), ("80", 80), ("500", 140)])
def test_a_terminal_has_the_width_it_fills(monkeypatch: pytest.MonkeyPatch, columns: str, filled: int) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    writer = writer_of(Terminal(), "auto", {})
    assert (writer.columns, writer.width) == (filled, filled)


def test_elsewhere_nothing_is_cut_and_prose_fills_a_hundred_columns() -> None:
    writer = writer_of(io.StringIO(), "auto", {})
    assert (writer.columns, writer.width) == (None, 100)


@pytest.mark.parametrize(("color", "styled"), [("always", True), ("never", False)])
def test_the_guard_lets_exactly_the_colours_pass_that_the_writer_makes(color: str, styled: bool) -> None:
    target = Terminal()
    writer = writer_of(Stream(target), color, {})  # type: ignore[arg-type]
    writer.write(writer.red("no") + "\n")
    writer.write("\x1b[31mfrom a file\x1b[0m\n")
    assert target.getvalue().startswith("\x1b[31mno\x1b[0m\n" if styled else "no\nfrom a file\n")


def test_who_moves_the_cursor_writes_past_the_guard() -> None:
    target = Terminal()
    writer_of(Stream(target), "never", {}).bare().write("\x1b[2K")  # type: ignore[arg-type]
    assert target.getvalue() == "\x1b[2K"


def test_a_writer_without_a_stream_only_lays_out() -> None:
    writer = Writer()
    writer.write("nothing")
    assert writer.red("x") == "x"
    with pytest.raises(ValueError, match="no stream"):
        writer.bare()


def test_off_is_the_text_itself() -> None:
    for style in (Writer().red, Writer().green, Writer().yellow, Writer().cyan, Writer().bold, Writer().dim):
        assert style("x") == "x"


def test_on_wraps_and_resets() -> None:
    paint = Writer(enabled=True)
    styles = [paint.red, paint.green, paint.yellow, paint.cyan, paint.bold, paint.dim]
    assert len({style("x") for style in styles}) == 6
    assert paint.red("x") == "\x1b[31mx\x1b[0m"
    assert paint.red("") == ""


@pytest.mark.parametrize(
    ("flag", "isatty", "env", "wanted"),
    [
        ("never", True, {"FORCE_COLOR": "1"}, False),
        ("always", False, {"NO_COLOR": "1"}, True),
        ("auto", True, {}, True),
        ("auto", False, {}, False),
        ("auto", True, {"NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
        ("auto", True, {"NO_COLOR": ""}, True),
        ("auto", False, {"FORCE_COLOR": "1"}, True),
        ("auto", False, {"FORCE_COLOR": "0"}, False),
        ("auto", False, {"FORCE_COLOR": ""}, False),
        ("auto", True, {"TERM": "dumb"}, False),
        ("auto", True, {"CI": "true"}, False),
        ("auto", False, {"CI": "true", "FORCE_COLOR": "3"}, True),
    ],
)
def test_want_color(flag, isatty, env, wanted) -> None:
    assert want_color(flag, isatty, env) is wanted
