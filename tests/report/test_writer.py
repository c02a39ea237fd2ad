from __future__ import annotations

import io

import pytest

from heymilo_ops.report.output import Stream
from heymilo_ops.report.writer import Writer, writer_of


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
