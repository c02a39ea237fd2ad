"""Values in a sentence: a deadline, by the author's own clock first and then UTC; a list."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def deadline_words(deadline: str) -> str:
    """Return an ISO 8601 time as ``1 Mar 2027 17:00 +01:00 (16:00 UTC)``, or ``1 Mar 2027 16:00 UTC``.

    What isn't a time comes back as it is.
    """
    try:
        own = datetime.fromisoformat(deadline)
    except ValueError:
        return deadline
    if own.tzinfo is None:
        return f"{_day(own)} {_time(own)}"
    if not own.utcoffset():
        return f"{_day(own)} {_time(own)} UTC"
    words = f"{_day(own)} {_time(own)} {own:%z}"
    words = f"{words[:-2]}:{words[-2:]}"
    try:
        exact = own.astimezone(UTC)
    except OverflowError:  # in the first or last hours of the calendar
        return words
    day = "" if exact.date() == own.date() else f"{_day(exact)} "
    return f"{words} ({day}{_time(exact)} UTC)"


def on_clock_of(deadline: str, written: str | None) -> str:
    """Return the same moment at the offset of ``written``, a deadline as its author wrote it.

    ``deadline`` comes back as it is where one of both is no time with an offset.
    """
    try:
        zone = datetime.fromisoformat(written or "").tzinfo
        moment = datetime.fromisoformat(deadline)
        return moment.astimezone(zone).isoformat() if zone is not None and moment.tzinfo is not None else deadline
    except (ValueError, OverflowError):
        return deadline


def _day(moment: datetime) -> str:
    return f"{moment.day} {_MONTHS[moment.month - 1]} {moment.year}"  # strftime would follow the locale


def _time(moment: datetime) -> str:
    """Return ``18:00``; with seconds where there are some, and nothing finer."""
    exact = moment.time().isoformat(timespec="seconds")
    return exact.removesuffix(":00")


def first_few(items: Iterable[str], most: int, separator: str = ", ") -> str:
    """Join the first items, and count the rest: ``a, b and 3 more``."""
    items = list(items)
    rest = f" and {len(items) - most} more" if len(items) > most else ""
    return separator.join(items[:most]) + rest
