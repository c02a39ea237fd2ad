"""A stream that people read: which colours it takes, and how wide its lines may be. Renderers are given one."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TextIO

from heymilo_ops.report.output import allow_styles, bare
from heymilo_ops.report.paint import ColorFlag, Paint, want_color

WIDTH = 100
"""Columns that prose fills where there is no terminal to ask."""
_NARROWEST, _WIDEST = 60, 140


@dataclass(frozen=True, slots=True)
class Writer(Paint):
    """Styles texts for one stream and writes them to it.

    Attributes:
        enabled: whether texts get colours.
        columns: columns of the terminal; ``None`` elsewhere, where tables and links are never cut.
        stream: where ``write`` puts texts; ``None`` for who only lays texts out.
    """

    columns: int | None = None
    stream: TextIO | None = None

    @property
    def width(self) -> int:
        """Columns that prose is folded to, on a terminal or elsewhere."""
        return WIDTH if self.columns is None else self.columns

    def write(self, text: str) -> None:
        """Write a text as it is; a last newline is the caller's."""
        if self.stream is not None:
            self.stream.write(text)

    def bare(self) -> TextIO:
        """The stream for who moves the cursor on it, and makes texts safe itself."""
        if self.stream is None:
            raise ValueError("there is no stream")
        return bare(self.stream)


def writer_of(stream: TextIO, color: ColorFlag, env: Mapping[str, str]) -> Writer:
    """The writer of a stream, whose guard lets the colours pass exactly where the writer makes them.

    A terminal fills between 60 and 140 columns.
    """
    enabled = want_color(color, stream.isatty(), env)
    allow_styles(stream, enabled)
    columns = None
    if stream.isatty():
        columns = max(_NARROWEST, min(shutil.get_terminal_size((WIDTH, 24)).columns, _WIDEST))
    return Writer(enabled, columns, stream)
