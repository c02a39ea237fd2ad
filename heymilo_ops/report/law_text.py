"""The entries of the law, as ``explain`` shows them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from heymilo_ops.lint.law.law import LawEntry
from heymilo_ops.lint.law.place import place_name
from heymilo_ops.report.writer import Writer
from heymilo_ops.text.width import fold


def render_law(entries: Sequence[LawEntry], writer: Writer) -> str:
    """Render the entries, each with its places, effect, source, and who looked at it; ``""`` for none."""
    if not entries:
        return ""
    blocks = [f"{writer.bold('What the law says')}: {len(entries)}"]
    return "\n\n".join([*blocks, *("\n".join(_lines(entry, writer)) for entry in entries)]) + "\n"


def _lines(entry: LawEntry, writer: Writer) -> list[str]:
    places = ", ".join(place_name(code) for code in entry.places)
    without = f", without {', '.join(place_name(code) for code in entry.excepted)}" if entry.excepted else ""
    return [
        *fold(f"{places}{without} · {entry.topic} · {entry.effect}", writer.width),
        *(f"  {line}" for line in fold(entry.what_it_says, writer.width - 2)),
        f"  {entry.source_url}",
        *(f"  {line}" for line in fold(f"{_when(entry)}{_looked_at(entry)}", writer.width - 2)),
    ]


def _when(entry: LawEntry) -> str:
    begins = f"from {entry.effective_from}; " if entry.effective_from else ""
    ends = f"until {entry.effective_to}; " if entry.effective_to else ""
    return f"{begins}{ends}{f'to be given {entry.when}; ' if entry.when else ''}"


def _looked_at(entry: LawEntry) -> str:
    checked = f"checked on {entry.checked_on}" if entry.checked_on else "not checked"
    checked += f" with {entry.checked_with}" if entry.checked_with else ""
    return f"{checked}; {entry.confirmed_by}"


def law_data(entries: Sequence[LawEntry]) -> list[dict[str, Any]]:
    """Return the entries as JSON data."""
    return [
        {
            "id": entry.id,
            "places": list(entry.places),
            "excepted": list(entry.excepted),
            "topic": str(entry.topic),
            "effect": entry.effect.value,
            "says": entry.what_it_says,
            "source": entry.source_url,
            "when": entry.when,
            "effective_from": entry.effective_from.isoformat() if entry.effective_from else None,
            "effective_to": entry.effective_to.isoformat() if entry.effective_to else None,
            "checked_on": entry.checked_on.isoformat() if entry.checked_on else None,
            "checked_with": entry.checked_with or None,
            "confirmed_by": entry.confirmed_by,
            "since": entry.since,
        }
        for entry in entries
    ]
