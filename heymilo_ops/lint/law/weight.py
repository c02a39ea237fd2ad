"""What a topic weighs for one posting."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from heymilo_ops.finding import SEVERITIES, Severity
from heymilo_ops.lint.law.law import Law, LawEntry, heaviest
from heymilo_ops.lint.topics.topic import Scope, Topic


class Situated(Protocol):
    """A posting with the places it is for; ``Subject`` is one."""

    @property
    def law(self) -> Law:
        """The law as data."""

    @property
    def now(self) -> datetime:
        """An aware time."""

    @property
    def places(self) -> tuple[str, ...]:
        """Codes of the places where candidates are."""


@dataclass(frozen=True, slots=True)
class Weight:
    """What a topic weighs for a posting, and why.

    Attributes:
        entries: what the severity rests on, the heaviest first; none where the topic is merely common to all places.
        since: the release that brought the newest entry without which it would weigh less; ``""`` for none.
    """

    severity: Severity
    entries: tuple[LawEntry, ...] = ()
    since: str = ""


def weigh(topic: str, scope: Scope, posting: Situated) -> Weight | None:
    """Return what a topic weighs in a kind of text; ``None`` where no place of the posting minds.

    What bars is an error, what counts as evidence a warning, what isn't in force yet an info. Without places, and in
    one of which no law is on record, what all places mind is a warning and the rest an info. A knock-out weighs one
    more, but nothing is an error unless a place of the posting says so, and smoking only where a place bars that.
    """
    today = posting.now.date()
    weights = [_in_place(topic, place, posting.law, today) for place in posting.places or (None,)]
    grave = [weight for weight in weights if weight is not None]
    if not grave:
        return None
    severity = heaviest([weight.severity for weight in grave])
    entries = _unique(weight.entries for weight in grave)
    if scope is Scope.KNOCKOUT and not (topic == Topic.LIFESTYLE and severity is Severity.WARNING):
        severity = _graver(severity, is_law=any(entry.is_in_force(today) for entry in entries))
    resting = tuple(entry for entry in entries if entry.severity(today) is not None)
    heaviest_first = sorted(resting, key=lambda entry: SEVERITIES.index(entry.severity(today) or Severity.INFO))
    # An error stands as long as the oldest entry that makes it one: a newer one adds nothing.
    top = heaviest_first[0].severity(today) if heaviest_first else None
    since = min((entry.since for entry in heaviest_first if entry.severity(today) is top), default="")
    return Weight(severity, tuple(heaviest_first), since)


def _in_place(topic: str, place: str | None, law: Law, today: date) -> Weight | None:
    if place is None or not law.knows(place):
        return Weight(Severity.WARNING if law.is_common(topic, today) else Severity.INFO)
    entries = [entry for entry in law.on(topic) if entry.holds_in(place) and entry.severity(today) is not None]
    if not entries:
        return None
    return Weight(heaviest([entry.severity(today) or Severity.INFO for entry in entries]), tuple(entries))


def _unique(groups: Iterable[tuple[LawEntry, ...]]) -> tuple[LawEntry, ...]:
    return tuple(dict.fromkeys(entry for group in groups for entry in group))


def _graver(severity: Severity, *, is_law: bool) -> Severity:
    if severity is Severity.INFO:
        return Severity.WARNING
    return Severity.ERROR if is_law else severity
