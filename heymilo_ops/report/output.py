"""The guard of stdout and stderr: everything that a command prints passes through it.

Programs read a job's log too. A line that begins with ``::`` is a command to GitHub's runner, and so is ``##[``
anywhere in a line; ``##vso[`` is one to Azure's and ``##teamcity[`` to TeamCity's; escape characters and carriage
returns are commands to terminals and to GitLab. None of them gets through, except for the lines of ``commands`` and
the colours of a ``Writer``. The JSON of ``json_text`` passes unchanged: it escapes all of them itself.

The values given to ``hide`` are replaced by ``***``. A stream that can't be written stops no work: ``settled``.
"""

from __future__ import annotations

import errno
import io
import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TextIO, cast

from heymilo_ops.errors import Exit
from heymilo_ops.text.sanitize import Redact, redactor, sanitize, stripped

STYLE = r"\x1b\[(?:[0-2]|3[1236])m"
"""A regular expression for the escapes that a ``Writer`` makes; no other may be printed."""

GUTTER = "| "
"""What is put before the text of a line that would be a command."""

_STYLED = re.compile(f"({STYLE})")
_AT_START = re.compile(rf"^((?:{STYLE}|[^\S\n])*)(?=:(?:{STYLE})*:)", re.MULTILINE)
_ANYWHERE = re.compile(rf"(#(?:{STYLE})*#)(?=(?:{STYLE}|[A-Za-z])*\[)")
_PLAIN = re.compile(r"[\n\t -~]*")
_OWN_COMMAND = re.compile(r"::(?:error|warning|notice) [^\n]*")

_HIDDEN: dict[str, Redact] = {}


def make_safe(text: str, *, styled: bool = False) -> str:
    """Remove whatever a terminal or a CI log would obey; in a ``styled`` text our own colours stay."""
    if not _PLAIN.fullmatch(text):
        parts = _STYLED.split(text) if styled else [text]
        text = "".join(part if i % 2 else stripped(part) for i, part in enumerate(parts))
    text = redacted(text)
    return _AT_START.sub(rf"\1{GUTTER}", _ANYWHERE.sub(r"\1 ", text))


def guttered(text: str) -> str:
    """Put the lines of a message after the first behind a gutter, so that none passes for a line of ours."""
    return sanitize(text).replace("\n", f"\n  {GUTTER}")


def command_lines(text: str) -> str:
    """Return workflow commands of our own, one a line, and make any other line safe.

    Redacting a secret can remove a ``<U+200B>`` and so make a command: such a line is made safe once more.
    """
    return "".join(f"{_command_line(line)}\n" for line in text.splitlines())


def _command_line(line: str) -> str:
    return stripped(redacted(sanitize(line))) if _OWN_COMMAND.fullmatch(line) else make_safe(line)


def hide(secret: str) -> None:
    """Print ``***`` for this secret until the command ends, however it is spelt."""
    _HIDDEN.setdefault(secret, redactor(secret))


def redacted(text: str) -> str:
    """Redact every hidden secret in a text that is written to a file."""
    for redact in _HIDDEN.values():
        text = redact(text)
    return text


class Stream(io.TextIOBase):
    """A guarded stream. Writing never fails: the first failure is kept in ``error``.

    Args:
        target: where it goes; ``None`` where the process was started without.
        guarded: whether texts are made safe; false for who moves the cursor, and does so itself.
    """

    def __init__(self, target: TextIO | None, *, guarded: bool = True) -> None:
        self._target, self._guarded = target, guarded
        self.styled = False
        """Whether colours of our own pass; others are never asked for."""
        self.error: OSError | None = None

    @property
    def encoding(self) -> str:  # type: ignore[override]
        """Return that of the target."""
        return getattr(self._target, "encoding", None) or "utf-8"

    @property
    def errors(self) -> str:  # type: ignore[override]
        """Return that of the target."""
        return getattr(self._target, "errors", None) or "strict"

    def isatty(self) -> bool:
        """Return whether the target is a terminal."""
        return self._target is not None and self._target.isatty()

    def fileno(self) -> int:
        """Return that of the target. Raises ``OSError`` where there is none."""
        if self._target is None:
            raise io.UnsupportedOperation("fileno")
        return self._target.fileno()

    def writable(self) -> bool:
        """Return true."""
        return True

    def write(self, text: str, /) -> int:
        """Write the text, made safe."""
        self._put(make_safe(text, styled=self.styled) if self._guarded else text)
        return len(text)

    def commands(self, text: str) -> None:
        """Write workflow commands of our own."""
        self._put(command_lines(text))

    def flush(self) -> None:
        """Flush the target."""
        self._put("")

    def bare(self) -> Stream:
        """Return the same stream unguarded."""
        return Stream(self._target, guarded=False)

    def _put(self, text: str) -> None:
        if self.error is not None:
            return
        if self._target is None:
            self.error = OSError(errno.EBADF, os.strerror(errno.EBADF)) if text else None
            return
        try:
            self._target.write(text)
            self._target.flush()
        except RuntimeError:  # a signal's handler writes in the middle of another write: this text is lost, no more
            return
        except ValueError as error:  # it was closed
            self.error = OSError(errno.EBADF, str(error))
        except OSError as error:
            self.error = error
            self._empty()

    def _empty(self) -> None:
        """Discard what is still buffered: flushing it at the end of the process would fail again."""
        with suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), self.fileno())


def allow_styles(stream: TextIO, allowed: bool) -> None:
    """Allow or forbid our own colours on a stream."""
    if isinstance(stream, Stream):
        stream.styled = allowed


def unguarded(stream: TextIO) -> TextIO:
    """Return the stream unguarded, for a progress bar that calls ``make_safe`` itself."""
    return cast("TextIO", stream.bare()) if isinstance(stream, Stream) else stream


def write_commands(text: str) -> None:
    """Print workflow commands of our own on stdout."""
    if isinstance(sys.stdout, Stream):
        sys.stdout.commands(text)
    else:
        sys.stdout.write(command_lines(text))


class Streams:
    """Both streams of a command."""

    def __init__(self) -> None:
        self.out, self.err = Stream(sys.stdout), Stream(sys.stderr)

    def settled(self, code: int, wrote: bool) -> int:
        """Return the exit code in view of write errors on stdout; ``wrote``: whether anything was written to HeyMilo.

        A reader that went away changes nothing. Any other failure is reported on stderr, and replaces a code
        that says that all went well.
        """
        error = self.out.error
        if error is None or isinstance(error, BrokenPipeError):
            return code
        self.err.write(f"Error: The output can't be written: {error.strerror}\n")
        if code not in (Exit.DONE, Exit.ATTENTION, Exit.CHANGES):
            return code
        return Exit.PARTIAL if wrote else Exit.ATTENTION


@contextmanager
def guarded_streams() -> Iterator[Streams]:
    """Guard stdout and stderr for the length of a ``with``."""
    before = sys.stdout, sys.stderr
    _HIDDEN.clear()
    streams = Streams()
    sys.stdout, sys.stderr = cast("TextIO", streams.out), cast("TextIO", streams.err)
    try:
        yield streams
    finally:
        sys.stdout, sys.stderr = before
        _HIDDEN.clear()


def write_report(error: Exception) -> str:
    """Write the report of a bug of ours to a file of its own, without any secret, and return its path."""
    import tempfile
    import traceback
    from pathlib import Path

    from heymilo_ops.version import __version__

    text = "".join(traceback.format_exception(error))
    handle, name = tempfile.mkstemp(prefix="heymilo-ops-bug-", suffix=".txt")
    os.close(handle)
    Path(name).write_text(f"heymilo-ops {__version__}\n\n{_without_secrets(text)}", encoding="utf-8")
    return name


def _without_secrets(text: str) -> str:
    """The text without the value of any variable that may hold a key."""
    for name, value in os.environ.items():
        if len(value) >= 6 and any(word in name.upper() for word in ("KEY", "TOKEN", "SECRET", "PASSWORD")):
            text = text.replace(value, f"<{name}>")
    return redacted(text)
