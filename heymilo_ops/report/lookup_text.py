"""What ``lookup`` finds, as a table."""

from __future__ import annotations

from collections.abc import Sequence

from heymilo_ops.report.history_text import NONE
from heymilo_ops.report.paint import Paint
from heymilo_ops.report.sanitize import one_line
from heymilo_ops.report.width import table


def found(head: Sequence[str], rows: Sequence[Sequence[str]], paint: Paint, width: int | None = None) -> str:
    """The table of ``lookup``: name, id and the kind's own columns. The name is cut where ``width`` needs it."""
    cells = [[one_line(cell) or NONE for cell in row] for row in rows]
    first, *rest = table(tuple(head), cells, width, 0)
    return "\n".join([paint.bold(first), *rest]) + "\n"
