"""Links that changed: the old one and the new one side by side, to be passed on to whoever has the old one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from heymilo_ops.model.links import ChangedLink
from heymilo_ops.report.writer import Writer
from heymilo_ops.text.sanitize import one_line
from heymilo_ops.text.width import cells, table

NONE = "–"
_HEAD = ("posting", "old link", "new people", "new link")


def links_table(links: Sequence[ChangedLink], writer: Writer) -> str:
    """Render the links that stopped or were replaced; a line for each link where a table is too wide. ``""`` for none.

    Links of new postings stand with their outcomes.
    """
    rows = [
        [one_line(link.address), one_line(link.before), _takes(link), one_line(link.after or NONE)]
        for link in links
        if link.before is not None
    ]
    if not rows:
        return ""
    lines = table(_HEAD, rows, None)
    if writer.columns is not None and max(map(cells, lines)) > writer.columns:
        lines = []
        for address, before, takes, after in rows:
            lines += [address, f"  old link: {before} (new people: {takes})", f"  new link: {after}"]
    return "\n".join(["", "Links that changed. Replace the old ones where you have sent them:", *lines, ""])


def _takes(link: ChangedLink) -> str:
    return "still" if link.is_open else "no more"


def link_data(link: ChangedLink) -> dict[str, Any]:
    """Return a link as plain JSON data."""
    return {"address": link.address, "before": link.before, "after": link.after, "before_open": link.is_open}
