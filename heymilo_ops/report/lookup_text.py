"""What ``lookup`` finds, as a table."""

from __future__ import annotations

from collections.abc import Sequence

from heymilo_ops.report.history_text import NONE
from heymilo_ops.report.writer import Writer
from heymilo_ops.text.sanitize import one_line
from heymilo_ops.text.width import table


def found(head: Sequence[str], rows: Sequence[Sequence[str]], writer: Writer) -> str:
    """The table of ``lookup``: name, id and the kind's own columns. The name is cut where a terminal needs it."""
    cells = [[one_line(cell) or NONE for cell in row] for row in rows]
    first, *rest = table(tuple(head), cells, writer.columns, 0)
    return "\n".join([writer.bold(first), *rest]) + "\n"
