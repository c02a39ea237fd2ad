"""What ``lookup`` finds, as a table."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from heymilo_ops.report.history_text import NONE
from heymilo_ops.report.writer import Writer
from heymilo_ops.text.sanitize import one_line
from heymilo_ops.text.width import table

if TYPE_CHECKING:
    from heymilo_ops.remote.lookups import Resource


def resource_table(columns: Iterable[str], resources: Iterable[Resource], writer: Writer) -> str:
    """Render the table of ``lookup``: name, id and the columns of the kind. Only names are cut."""
    rows = [(resource.name, resource.id, *resource.details.values()) for resource in resources]
    cells = [[one_line(cell) or NONE for cell in row] for row in rows]
    return writer.headed(table(("name", "id", *columns), cells, writer.columns, 0))
