"""Postings at HeyMilo that nobody manages: how many, and which."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from heymilo_ops.model.live import Live
from heymilo_ops.report.history_text import NONE
from heymilo_ops.report.writer import Writer
from heymilo_ops.review.plan_words import unmanaged_words
from heymilo_ops.text.sanitize import one_line
from heymilo_ops.text.width import cells, table

_HEAD = ("posting", "name", "title", "status", "made")


def unmanaged_table(postings: Sequence[Live], writer: Writer) -> str:
    """Render a table of unmanaged postings, and how many there are. Off a terminal nothing is cut."""
    count = unmanaged_words(len(postings))
    last = f"{count[0].upper()}{count[1:]}."
    if not postings:
        return f"{last}\n"
    rows = [
        [
            one_line(live.posting_id),
            one_line(live.name or NONE),
            one_line(live.title or NONE),
            one_line(live.status or NONE),
            _day(live.created_at),
        ]
        for live in postings
    ]
    lines = table(_HEAD, rows, None)
    if writer.columns is not None and max(map(cells, lines)) > writer.columns:
        lines = table(_HEAD, rows, writer.columns, _HEAD.index("title"))
    return f"{writer.headed(lines)}\n{last}\n"


def _day(seconds: float | None) -> str:
    return NONE if seconds is None else datetime.fromtimestamp(seconds, UTC).date().isoformat()


def unmanaged_data(postings: Sequence[Live]) -> list[dict[str, Any]]:
    """Return unmanaged postings as JSON data."""
    names = ("posting_id", "name", "title", "status", "created_at", "candidate_url")
    return [{name: getattr(live, name) for name in names} for live in postings]
