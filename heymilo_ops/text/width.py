"""Widths in terminal cells: measuring, cutting, padding and wrapping."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import accumulate


@lru_cache(maxsize=4096)
def char_cells(char: str) -> int:
    """Return the cells of one character: 0 for combining marks, 2 for wide East Asian ones and emoji, else 1."""
    if char.isascii():
        return 1
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def cells(text: str) -> int:
    """Return the cells that a text without escapes takes on a terminal."""
    return len(text) if text.isascii() else sum(map(char_cells, text))


def cut(text: str, width: int) -> str:
    """Return the text, or as much of it as fits ``width`` cells with ``…`` at its end."""
    if cells(text) <= width:
        return text
    upto = bisect_right(list(accumulate(map(char_cells, text))), width - 1)
    return text[:upto].rstrip() + "…"


def pad(text: str, width: int) -> str:
    """Fill a text with blanks up to ``width`` cells; a longer one comes back as it is."""
    return text + " " * (width - cells(text))


Word = tuple[tuple[str, str], ...]
"""A word in pieces, each with its style."""


def wrap(words: Iterable[Word], width: int) -> list[list[Word]]:
    """Lay words out in lines of at most ``width`` cells, a blank between. A longer word gets a line of its own."""
    lines: list[list[Word]] = []
    used = 0
    for word in words:
        size = sum(cells(piece) for _, piece in word)
        if not lines or used + 1 + size > width:
            lines.append([])
            used = -1
        used += 1 + size
        lines[-1].append(word)
    return lines


def fold(text: str, width: int) -> list[str]:
    """Break a plain text at white space into lines of at most ``width`` cells."""
    lines = wrap(((("", word),) for word in text.split()), width)
    return [" ".join(word[0][1] for word in line) for line in lines]


def fold_prose(words: str, width: int) -> list[str]:
    """Break a text into lines of at most ``width`` cells, but never a command between backticks."""
    return [line.replace("\0", " ") for line in fold(whole_commands(words), width)]


def whole_commands(words: str) -> str:
    """Replace the blanks of each command between backticks by ``\\0``, at which no line is broken."""
    return re.sub(r"`[^`]*`", lambda match: match[0].replace(" ", "\0"), words)


def fill_paragraphs(text: str, width: int) -> str:
    """Break paragraphs into lines of at most ``width`` cells; blank and indented lines stay as they are."""
    out: list[str] = []
    prose: list[str] = []
    for line in [*text.split("\n"), ""]:
        if line and not line.startswith(" "):
            prose.append(line)
            continue
        out += fold_prose(" ".join(prose), width)
        prose = []
        out.append(line)
    return "\n".join(out[:-1])


def table(
    head: Sequence[str], rows: Sequence[Sequence[str]], width: int | None, shrink: int | None = None
) -> list[str]:
    """Return the lines of a table: columns two blanks apart, the head in capitals.

    ``shrink`` is the column that is cut where the lines would pass ``width`` cells; the others, and everything
    where ``width`` is ``None``, are never cut, so that an id or a link can be copied.
    """
    full = [[title.upper() for title in head], *[list(row) for row in rows]]
    sizes = [max(cells(row[i]) for row in full) for i in range(len(head))]
    if width is not None and shrink is not None:
        spare = width - (sum(sizes) - sizes[shrink] + 2 * (len(sizes) - 1))
        sizes[shrink] = max(min(sizes[shrink], spare), min(8, sizes[shrink]))
        full = [[cut(cell, sizes[i]) if i == shrink else cell for i, cell in enumerate(row)] for row in full]
    return ["  ".join(pad(cell, size) for cell, size in zip(row, sizes, strict=True)).rstrip() for row in full]
