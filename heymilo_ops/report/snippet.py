"""A source line with carets below a value."""

from __future__ import annotations

from collections.abc import Callable

from heymilo_ops.finding import Place
from heymilo_ops.report.writer import Writer
from heymilo_ops.text.sanitize import is_hidden
from heymilo_ops.text.width import char_cells

TAB = 4
"""Cells from one tab stop to the next, as the snippet shows a tab."""
_AROUND = 3
"""Widths to each side of the value's beginning that are looked at; lines may have a million characters."""


def snippet(line: str, place: Place, style: Callable[[str], str], writer: Writer) -> list[str]:
    """Return the line behind its number, and the carets, both within the width of the writer.

    A line that is too long is cut around the value. Characters that can't be seen are written as
    ``<U+202E>``, because they may be what the finding is about.
    """
    width = writer.width
    line = line.rstrip("\r\n")
    first = min(max(place.column - 1, 0), len(line))
    last = max(_end(line, place), first)
    skipped = max(first - _AROUND * width, 0)
    upto = min(first + _AROUND * width, len(line))
    pieces, starts = _cells(line[skipped:upto])
    first, last = first - skipped, min(last, upto) - skipped
    start, end = starts[first], max(starts[last], starts[first] + 1)
    gutter = " " * len(str(place.line))
    text, start, end = _window(pieces, start, end, max(width - len(gutter) - 5, 20))
    if upto < len(line) and not text.endswith("…"):
        text += "…"
    return [
        f"  {writer.dim(f'{place.line} |')} {text}".rstrip(),
        f"  {writer.dim(f'{gutter} |')} {' ' * start}{style('^' * (end - start))}",
    ]


def _end(line: str, place: Place) -> int:
    """Return the index just after the last character to underline on this line."""
    if place.end_line is not None and place.end_line > place.line:
        return len(line.rstrip())
    if place.end_column is None:
        return min(place.column, len(line))
    return min(place.end_column - 1, len(line))


def _cells(line: str) -> tuple[list[tuple[str, int]], list[int]]:
    """Return what stands for each character with its cells, and the cell at which each character starts."""
    pieces, starts, at = [], [], 0
    for char in line:
        starts.append(at)
        if char == "\t":
            text, size = " " * (TAB - at % TAB), TAB - at % TAB
        elif is_hidden(char):
            text = f"<U+{ord(char):04X}>"
            size = len(text)
        else:
            text, size = char, char_cells(char)
        pieces.append((text, size))
        at += size
    return pieces, [*starts, at]


def _window(pieces: list[tuple[str, int]], start: int, end: int, room: int) -> tuple[str, int, int]:
    """Return the part of the line that fits ``room`` cells around start…end, and both counted from its left edge."""
    total = sum(size for _, size in pieces)
    if total <= room:
        return "".join(text for text, _ in pieces), start, end
    left = max(0, min(start - room // 3, total - room + 2))
    right = left + room - 2
    kept, at, origin = [], 0, None
    for text, size in pieces:
        if at >= left and at + size <= right:
            origin = at if origin is None else origin
            kept.append(text)
        at += size
    origin = origin or 0
    before = "…" if origin > 0 else ""
    after = "…" if right < total else ""
    shift = len(before) - origin
    start, end = start + shift, min(end, right) + shift
    return before + "".join(kept) + after, start, max(end, start + 1)
