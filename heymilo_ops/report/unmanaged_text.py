"""The postings that nobody manages: as a table, and as JSON."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from heymilo_ops.errors import AdviceKind, advise
from heymilo_ops.model.live import Live
from heymilo_ops.model.people import FEWER, People, display
from heymilo_ops.report.writer import Writer
from heymilo_ops.review.advice import command
from heymilo_ops.review.plan_words import unmanaged_words
from heymilo_ops.review.words import counted
from heymilo_ops.text.sanitize import one_line
from heymilo_ops.text.width import cells, table

_HEAD = ("posting", "title", "status", "people", "last change")
_NONE = "–"

Counts = Mapping[str, People | None]
"""By posting id; ``None`` where HeyMilo didn't say."""


def unmanaged_table(postings: Sequence[Live], people: Counts, writer: Writer) -> str:
    """Render a table of unmanaged postings, and how many there are. Off a terminal nothing is cut."""
    number = sum(live.is_open for live in postings)
    count = unmanaged_words(number)
    last = f"{count[0].upper()}{count[1:]}."
    if rest := len(postings) - number:
        last += f" {counted(rest, 'draft or expired one')} {'is' if rest == 1 else 'are'} listed too."
    if not postings:
        return f"{last}\n"
    rows = [
        [live.posting_id, _word(live.title), _word(live.status), _people(people.get(live.posting_id)), _changed(live)]
        for live in postings
    ]
    lines = table(_HEAD, rows, None)
    if writer.columns is not None and max(map(cells, lines)) > writer.columns:
        lines = table(_HEAD, rows, writer.columns, _HEAD.index("title"))
    return f"{writer.headed(lines)}\n{writer.prose(last)}"


def choose_help(workspace: str, writer: Writer) -> str:
    """Render how to choose what to import."""
    start = command(advise(AdviceKind.IMPORT, workspace=workspace))
    ways = (
        (f"{start} POSTING…", "those, by id or link"),
        (f"{start} --search TEXT", "those with these words in the title"),
        (f"{start} --all", "all but test postings and what templates copy"),
    )
    width = max(len(way) for way, _ in ways)
    lines = [f"  {way.ljust(width)}  {what}" for way, what in ways]
    return "\n".join(["Choose what becomes a manifest:", *lines]) + "\n" + writer.prose(_WRITES)


_WRITES = "An import only reads at HeyMilo. With --adopt it also takes the postings over: same id, same link."


def unmanaged_data(postings: Sequence[Live], people: Counts) -> list[dict[str, Any]]:
    """Return unmanaged postings as JSON data."""
    names = ("posting_id", "name", "title", "status", "created_at", "updated_at", "candidate_url")
    return [
        {**{name: getattr(live, name) for name in names}, "people": _people_data(people.get(live.posting_id))}
        for live in postings
    ]


def _people_data(people: People | None) -> dict[str, Any] | None:
    if people is None:
        return None
    registered, completed, not_completed = display(people)
    return {
        "registered": registered,
        "completed": completed,
        "not_completed": not_completed,
        "as_of": people.as_of,
    }


def _people(people: People | None) -> str:
    if people is None:
        return "unknown"
    registered, completed, _ = display(people)
    return str(registered) if registered in (0, FEWER) else f"{registered} ({completed} completed)"


def _word(text: str) -> str:
    return one_line(text) or _NONE


def _changed(live: Live) -> str:
    seconds = live.updated_at if live.updated_at is not None else live.created_at
    return _NONE if seconds is None else datetime.fromtimestamp(seconds, UTC).date().isoformat()
