"""The law as data: what each place says on a topic or a notice, from when, and where that stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import cached_property

from heymilo_ops.finding import SEVERITIES, Severity
from heymilo_ops.lint.law.place import including

NOT_CONFIRMED = "not confirmed by counsel"
BROAD = ("US", "EU", "GB")
"""A topic on which all of these have something to say is common to all places."""

_YEAR = timedelta(days=365)


class Effect(StrEnum):
    """What follows from an entry."""

    BARS = "bars"
    """It may not be asked, or not scored: an error."""
    EVIDENCE = "evidence"
    """It is taken as a sign of discrimination: a warning."""
    NOTICE = "notice"
    """Candidates have to be told, and a text of the posting can tell them."""
    LAWYER = "lawyer"
    """Something has to be done that no text of a posting can do."""


_SEVERITY = {Effect.BARS: Severity.ERROR, Effect.EVIDENCE: Severity.WARNING}


@dataclass(frozen=True, slots=True)
class LawEntry:
    """What one place says on one topic.

    Attributes:
        id: stable, unique among the entries of a topic.
        places: codes of the places it holds in, with all that lies in them.
        topic: a ``Topic``, or the name of a notice.
        what_it_says: one plain sentence.
        source_url: where it stands.
        checked_on: when somebody compared the sentence with the source; ``None`` where nobody did.
        checked_with: the page that it was compared with, where that is a copy, or a regulator's words; else ``""``.
        confirmed_by: role and date, or ``NOT_CONFIRMED``.
        effective_from: the first day on which it holds; ``None`` where it has held for long.
        effective_to: the last one.
        since: the release of this tool that brought the entry.
        excepted: places in ``places`` in which it doesn't hold.
        uses: what a posting has to use for the entry to matter, any of them; empty: it always matters.
        when: for a notice: by when, in words.
    """

    id: str
    places: tuple[str, ...]
    topic: str
    effect: Effect
    what_it_says: str
    source_url: str
    checked_on: date | None = None
    confirmed_by: str = NOT_CONFIRMED
    effective_from: date | None = None
    effective_to: date | None = None
    since: str = "0.1.0"
    excepted: tuple[str, ...] = ()
    uses: tuple[str, ...] = ()
    when: str = ""
    checked_with: str = ""

    def holds_in(self, place: str) -> bool:
        """Return whether it holds in a place, at whatever time."""
        above = including(place)
        return any(code in above for code in self.places) and not any(code in above for code in self.excepted)

    def is_in_force(self, today: date) -> bool:
        """Return whether it holds on a day."""
        return self.is_current(today) and not self.is_to_come(today)

    def is_to_come(self, today: date) -> bool:
        """Return whether it holds only later."""
        return self.effective_from is not None and today < self.effective_from

    def is_current(self, today: date) -> bool:
        """Return whether it holds on a day, or will."""
        return self.effective_to is None or today <= self.effective_to

    def severity(self, today: date) -> Severity | None:
        """Return what it makes of a question; ``None`` where it is about something else, or past."""
        severity = _SEVERITY.get(self.effect)
        if severity is None or not self.is_current(today):
            return None
        return Severity.INFO if self.is_to_come(today) else severity


@dataclass(frozen=True)
class Law:
    """Every entry."""

    entries: tuple[LawEntry, ...] = ()

    def of(self, places: Iterable[str], now: datetime) -> tuple[LawEntry, ...]:
        """Return what holds, or will hold, in any of the places."""
        codes, today = tuple(places), now.date()
        if (codes, today) not in self._known:
            self._known[codes, today] = tuple(
                entry
                for entry in self.entries
                if entry.is_current(today) and any(entry.holds_in(place) for place in codes)
            )
        return self._known[codes, today]

    def on_in(self, topic: str, places: tuple[str, ...], now: datetime) -> tuple[LawEntry, ...]:
        """Return the entries on a topic or notice that hold, or will hold, in any of the places."""
        key = (topic, places, now.date())
        if key not in self._on_in:
            self._on_in[key] = tuple(entry for entry in self.of(places, now) if entry.topic == topic)
        return self._on_in[key]

    @cached_property
    def _on_in(self) -> dict[tuple[str, tuple[str, ...], date], tuple[LawEntry, ...]]:
        return {}

    @cached_property
    def _known(self) -> dict[tuple[tuple[str, ...], date], tuple[LawEntry, ...]]:
        """What ``of`` returned: many postings are for the same places."""
        return {}

    def on(self, topic: str) -> tuple[LawEntry, ...]:
        """Return the entries on a topic or notice."""
        return self._by_topic.get(topic, ())

    def knows(self, place: str) -> bool:
        """Return whether there is any entry for a place or one above it."""
        above = including(place)
        return any(code in self._places for code in above)

    def old(self, now: datetime) -> tuple[int, int]:
        """Return how many entries were compared with their source more than a year ago, and how many never."""
        limit = now.date() - _YEAR
        checked = [entry.checked_on for entry in self.entries]
        return sum(day is not None and day < limit for day in checked), sum(day is None for day in checked)

    @cached_property
    def _by_topic(self) -> dict[str, tuple[LawEntry, ...]]:
        topics: dict[str, list[LawEntry]] = {}
        for entry in self.entries:
            topics.setdefault(entry.topic, []).append(entry)
        return {topic: tuple(entries) for topic, entries in topics.items()}

    @cached_property
    def _places(self) -> frozenset[str]:
        return frozenset(code for entry in self.entries for code in entry.places)

    def is_common(self, topic: str, today: date) -> bool:
        """Return whether a topic is one that all broad places have something on, or nothing is known of the law."""
        if not self.entries:
            return True
        entries = [entry for entry in self.on(topic) if entry.severity(today) in (Severity.ERROR, Severity.WARNING)]
        return all(any(entry.holds_in(place) for entry in entries) for place in BROAD)


def heaviest(severities: Sequence[Severity]) -> Severity:
    """Return the heaviest of some severities."""
    return min(severities, key=SEVERITIES.index)
