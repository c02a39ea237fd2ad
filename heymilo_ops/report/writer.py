"""The writer of a stream owns its colours and its width. Renderers take one."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TextIO

from heymilo_ops.report.output import allow_styles, unguarded
from heymilo_ops.text.sanitize import one_line
from heymilo_ops.text.width import fold_prose

ColorFlag = Literal["auto", "always", "never"]

WIDTH = 100
"""Columns that prose fills where there is no terminal to ask."""
_NARROWEST, _WIDEST = 60, 140


@dataclass(frozen=True, slots=True)
class Writer:
    """Styles texts for one stream and writes them to it.

    Attributes:
        enabled: whether texts get colours.
        columns: columns of the terminal; ``None`` elsewhere, where tables and links are never cut.
        stream: where ``write`` puts texts; ``None`` for who only lays texts out.
    """

    enabled: bool = False
    columns: int | None = None
    stream: TextIO | None = None

    @property
    def width(self) -> int:
        """Columns that prose is folded to, on a terminal or elsewhere."""
        return WIDTH if self.columns is None else self.columns

    def red(self, text: str) -> str:
        """What goes, or an error."""
        return self._styled(text, "31")

    def green(self, text: str) -> str:
        """What comes, or a success."""
        return self._styled(text, "32")

    def yellow(self, text: str) -> str:
        """What changes, or a warning."""
        return self._styled(text, "33")

    def cyan(self, text: str) -> str:
        """What helps."""
        return self._styled(text, "36")

    def bold(self, text: str) -> str:
        """What to read first."""
        return self._styled(text, "1")

    def dim(self, text: str) -> str:
        """What to read last."""
        return self._styled(text, "2")

    def prose(self, text: str) -> str:
        """A text as a paragraph of this stream's width; a command between backticks is never broken."""
        return "\n".join(fold_prose(one_line(text), self.width)) + "\n"

    def hanging(self, head: str, text: str, indent: int) -> list[str]:
        """A text behind its head, which may be styled, in lines that go on ``indent`` cells from the left."""
        first, *rest = fold_prose(text, max(self.width - indent, 20)) or [""]
        return [head + first, *(" " * indent + line for line in rest)]

    def bullets(self, texts: Iterable[str]) -> list[str]:
        """Each text as an item of a list."""
        return [line for text in texts for line in self.hanging("  - ", text, 4)]

    def headed(self, lines: Sequence[str]) -> str:
        """The lines of a table, the first of which is its head."""
        return "\n".join([self.bold(lines[0]), *lines[1:]]) + "\n"

    def pieces(self, line: Iterable[tuple[str, str]]) -> str:
        """A line of pieces: what is ``added``, ``removed``, ``changed`` or a ``remark`` in its colour."""
        styles = {"added": self.green, "changed": self.yellow, "remark": self.dim, "removed": self.red}
        return "".join(styles.get(kind, str)(text) for kind, text in line)

    def _styled(self, text: str, code: str) -> str:
        # One style never stands inside another here: the inner reset would end the outer one too.
        return f"\x1b[{code}m{text}\x1b[0m" if self.enabled and text else text

    def indented(self, cells: int) -> Writer:
        """The same for lines that will be indented by so many cells."""
        return self if self.columns is None else replace(self, columns=self.columns - cells)

    def write(self, text: str) -> None:
        """Write a text as it is; a last newline is the caller's."""
        if self.stream is not None:
            self.stream.write(text)

    def bare(self) -> TextIO:
        """The stream for who moves the cursor on it, and makes texts safe itself."""
        if self.stream is None:
            raise ValueError("there is no stream")
        return unguarded(self.stream)


def writer_of(stream: TextIO, color: ColorFlag, env: Mapping[str, str]) -> Writer:
    """Return the writer of a stream, and let the guard pass colours exactly where the writer makes them.

    A terminal fills between 60 and 140 columns.
    """
    enabled = want_color(color, stream.isatty(), env)
    allow_styles(stream, enabled)
    columns = None
    if stream.isatty():
        columns = max(_NARROWEST, min(shutil.get_terminal_size((WIDTH, 24)).columns, _WIDEST))
    return Writer(enabled, columns, stream)


def want_color(flag: ColorFlag, stream_isatty: bool, env: Mapping[str, str]) -> bool:
    """Return whether a stream gets colours.

    ``always`` and ``never`` are obeyed. For ``auto``: ``NO_COLOR`` forbids, then ``FORCE_COLOR`` (other than
    ``0``) asks for them; else a terminal is needed, and neither ``TERM=dumb`` nor ``CI``. An empty variable
    counts as absent.
    """
    if flag != "auto":
        return flag == "always"
    if env.get("NO_COLOR"):
        return False
    if env.get("FORCE_COLOR", "0") not in ("", "0"):
        return True
    return stream_isatty and env.get("TERM") != "dumb" and not env.get("CI")
