"""Nothing that is printed is a command to a terminal or to a CI log, and no write error stops anything."""

from __future__ import annotations

import io
import json
import re
import sys
from pathlib import Path

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st

from heymilo_ops.cli.session import Session
from heymilo_ops.report.output import (
    STYLE,
    Stream,
    command_lines,
    guarded_streams,
    guttered,
    hide,
    make_safe,
    redacted,
    unguarded,
    write_commands,
)
from heymilo_ops.report.writer import Writer
from heymilo_ops.text.sanitize import is_hidden, json_text, sanitize

MARKS = ["::", ":", "#", "##[", "##vso[", "[", "\n", "\r", " ", "\t", "\u00a0", "\u2028", "\x85", "\x0c", "\u200b"]
OTHERS = ["\x1b[0m", "\x1b[31m", "\x1b[2K", "\x9b1m", "error", "add-mask", "x", "\u202e", "\ud800", "é"]
HOSTILE = st.lists(st.sampled_from([*MARKS, *OTHERS]), max_size=12).map("".join)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("::error::approved", "| ::error::approved"),
        ("a\n\t ::add-mask::x\nb", "a\n\t | ::add-mask::x\nb"),
        ("a\r::x", "a\n| ::x"),
        ("\u00a0\u3000::x", "\u00a0\u3000| ::x"),
        (":\u200b:x", "| ::x"),
        ("\u200b::x", "| ::x"),
        ("\x1b[31m::x\x1b[0m", "\x1b[31m| ::x\x1b[0m"),
        ("\x1b[1m\x1b[31m:\x1b[0m:x", "\x1b[1m\x1b[31m| :\x1b[0m:x"),
        ("a ##[group]b", "a ## [group]b"),
        ("###[error]", "### [error]"),
        ("#\x1b[1m#[error]", "#\x1b[1m# [error]"),
        ("#\x1b[8m#[error]", "## [error]"),
        ("##vso[task.setvariable]", "## vso[task.setvariable]"),
        ("##teamcity[x]", "## teamcity[x]"),
        ("\x1b[0Ksection_start:1:x\r\x1b[0Ky", "section_start:1:x\ny"),
        ("\x1b[32mgreen\x1b[0m \x1b[8mhidden\x1b]0;title\x07", "\x1b[32mgreen\x1b[0m hidden"),
        ("a :: b, c: :d, ## e", "a :: b, c: :d, ## e"),
    ],
)
def test_safe(text: str, shown: str) -> None:
    assert make_safe(text, styled=True) == shown
    assert make_safe(text) == make_safe(re.sub(STYLE, "", shown))


@given(HOSTILE)
def test_no_text_is_a_command(text: str) -> None:
    shown = make_safe(text, styled=True)
    assert make_safe(shown, styled=True) == shown
    bare_text = re.sub(STYLE, "", shown)
    assert not re.search(r"(?m)^\s*::|##[A-Za-z]*\[", bare_text)
    assert not any(is_hidden(char) for char in bare_text if char not in "\t\n")
    shown.encode()


@given(st.dictionaries(HOSTILE, HOSTILE))
def test_json_passes_as_it_is(data: dict[str, str]) -> None:
    text = json_text(data)
    assert make_safe(text) == text
    assert json.loads(text) == data


def test_our_colours_pass() -> None:
    paint = Writer(enabled=True)
    for style in (paint.red, paint.green, paint.yellow, paint.cyan, paint.bold, paint.dim):
        assert make_safe(style("é"), styled=True) == style("é")
        assert make_safe(style("é")) == "é"


def test_a_message_of_several_lines_has_a_gutter() -> None:
    assert guttered("a\n::b\rError: c") == "a\n  | ::b\n  | Error: c"


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("::error file=a,line=1::b %0A::c", "::error file=a,line=1::b %0A::c\n"),
        ("::warning title=x::a\x1b[1m ##[b]", "::warning title=x::a ## [b]\n"),
        ("::add-mask::x", "| ::add-mask::x\n"),
        ("::stop-commands::x\n::notice a=b::c\n", "| ::stop-commands::x\n::notice a=b::c\n"),
        (" ::error a=b::c", " | ::error a=b::c\n"),
        ("", ""),
    ],
)
def test_only_our_commands_are_commands(text: str, printed: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert command_lines(text) == printed
    write_commands(text)
    with guarded_streams():
        write_commands(text)
    assert capsys.readouterr().out == printed * 2


def test_no_command_comes_of_a_secret_that_is_taken_out() -> None:
    """Around a secret, invisible characters that are shown count for nothing."""
    with guarded_streams():
        hide("a-key-that-is-known")
        for made in (make_safe, command_lines):
            shown = made("::error title=x::#<U+200B>#[add-mask]y a-key-<U+200B>that-is-known")
            assert "***" in shown
            assert "##[" not in shown


def test_everything_printed_is_made_safe(capsys: pytest.CaptureFixture[str]) -> None:
    with guarded_streams():
        click.secho("no colours were decided on", fg="red", color=True)
        Session(color="always").out.write("")
        click.echo("::a")
        click.echo("::b\x1b[2K", err=True, color=True)
        sys.stdout.write("##[c]\n")
        click.secho("d", fg="red", color=True)
        assert not sys.stdout.isatty() and sys.stdout.writable()
        assert (sys.stdout.encoding.lower(), sys.stdout.errors) == ("utf-8", "strict")
        unguarded(sys.stderr).write("\x1b[2K")
    assert unguarded(sys.stderr) is sys.stderr
    assert capsys.readouterr() == ("no colours were decided on\n| ::a\n## [c]\n\x1b[31md\x1b[0m\n", "| ::b\n\x1b[2K")


def test_a_hidden_secret_is_not_printed(capsys: pytest.CaptureFixture[str]) -> None:
    with guarded_streams():
        hide("hm-secret-1")
        hide("hm-secret-1")
        click.echo("a hm-secret-1 b hm\\u002dsecret-1 c hm-\u200bsecret-1 d")
        write_commands("::error ::hm-secret-1 hm%2Dsecret-1")
        assert redacted("hm-secret-1") == "***"
        assert redacted(sanitize("hm-\u200bsecret-1") + " <U+200B>") == "*** "
        assert redacted("hm&lt;U\\+200B&gt;-secret-1") == "***"
        assert redacted("hm-<U+200B>") == "hm-<U+200B>"
    assert redacted("hm-secret-1") == "hm-secret-1"
    assert capsys.readouterr().out == "a *** b *** c *** d\n::error ::*** ***\n"


class Broken(io.StringIO):
    """A stream that fails."""

    def __init__(self, error: Exception) -> None:
        super().__init__()
        self.error, self.tries = error, 0

    def write(self, text: str) -> int:
        self.tries += 1
        raise self.error


FULL = OSError(28, "No space left on device")


@pytest.mark.parametrize(
    ("error", "code", "wrote", "settled"),
    [
        (BrokenPipeError(), 0, False, 0),
        (BrokenPipeError(), 2, True, 2),
        (FULL, 0, False, 1),
        (FULL, 2, False, 1),
        (FULL, 1, False, 1),
        (FULL, 0, True, 3),
        (FULL, 4, False, 4),
        (FULL, 130, True, 130),
        (ValueError("it is closed"), 0, True, 3),
    ],
)
def test_what_a_failing_stdout_comes_to(
    error: Exception,
    code: int,
    wrote: bool,
    settled: int,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    stream = Broken(error)
    monkeypatch.setattr(sys, "stdout", stream)
    with guarded_streams() as streams:
        click.echo("a")
        click.echo("b")
        assert streams.settled(code, wrote) == settled
    assert stream.tries == 1
    said = capsys.readouterr().err
    assert said.count("\n") == (not isinstance(error, BrokenPipeError))
    assert not said or said.startswith("Error: The output can't be written: ")


def test_a_failing_stderr_is_nobodys_matter(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stderr", Broken(FULL))
    with guarded_streams() as streams:
        click.echo("a", err=True)
        click.echo("b")
        assert streams.settled(0, False) == 0
    assert capsys.readouterr().out == "b\n"


def test_a_stream_that_was_never_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    with guarded_streams() as streams:
        assert not sys.stdout.isatty()
        assert (sys.stdout.encoding, sys.stdout.errors) == ("utf-8", "strict")
        with pytest.raises(OSError):
            sys.stdout.fileno()
        sys.stdout.flush()
        assert streams.settled(0, False) == 0  # nothing was to be said
        sys.stdout.write("a")
        assert streams.settled(0, False) == 1


def test_what_a_full_disk_kept_back_does_not_fail_again() -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        stream = Stream(full)
        stream.write("a")
        assert stream.error is not None
        assert stream.fileno() == full.fileno()
    assert full.closed


def test_a_signals_handler_may_write_in_the_middle_of_another_write(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    stream = Broken(RuntimeError("reentrant call inside <_io.BufferedWriter name='<stderr>'>"))
    monkeypatch.setattr(sys, "stdout", stream)
    with guarded_streams() as streams:
        click.echo("a")
        assert streams.settled(0, False) == 0
    assert capsys.readouterr().err == ""
