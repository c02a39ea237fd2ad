"""How many people a posting has: who registered and who completed, as HeyMilo's stats say it; and how few are shown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

FEW = 5
"""From this count on a number is shown; 1 to 4 people could be told apart."""

FEWER = f"fewer than {FEW}"
"""What stands for 1 to 4 people, wherever a count is shown or kept."""

Shown = int | str
"""A count as it is shown: the number, ``fewer than 5``, or ``at least N`` where the number would give another away."""


@dataclass(frozen=True, slots=True)
class People:
    """The two counts that are kept of a posting.

    Attributes:
        registered: everybody who ever registered.
        completed: those of them who completed.
        as_of: when HeyMilo was asked: UTC, as RFC 3339 (``2026-11-28T02:00:00Z``), so that the later sorts last.
    """

    registered: int
    completed: int
    as_of: str

    @property
    def not_completed(self) -> int:
        """Registered minus completed: people who were knocked out or gave up are among them."""
        return self.registered - self.completed


@dataclass(frozen=True, slots=True)
class Impact:
    """Whom a change concerns: the people of all postings that it writes to, together.

    Attributes:
        registered, completed, not_completed: ``None`` where HeyMilo didn't say: that is unknown, and never 0.
        as_of: when HeyMilo was asked; of several postings the earliest.
        age_hours: how old that is where the counts are from an earlier run; ``None`` where they were asked for now.
    """

    registered: Shown | None
    completed: Shown | None
    not_completed: Shown | None
    as_of: str | None
    age_hours: int | None = None

    @property
    def is_known(self) -> bool:
        """Whether there are counts."""
        return self.registered is not None


UNKNOWN = Impact(None, None, None, None)
"""The impact where HeyMilo didn't say."""


def shown(people: People) -> tuple[Shown, Shown, Shown]:
    """Return registered, completed and not completed as they may be shown: no count of 1 to 4 can be worked out."""
    registered, completed, left = people.registered, people.completed, people.not_completed
    if 0 < registered < FEW:
        return FEWER, FEWER if completed else 0, FEWER if left else 0
    if registered <= 2 * (FEW - 1) and completed and left:  # one of them is few, and to say which gives it away
        return registered, "at least 1", "at least 1"
    rest = f"at least {registered - FEW + 1}"
    if 0 < left < FEW:
        return registered, rest, FEWER
    if 0 < completed < FEW:
        return registered, FEWER, rest
    return registered, completed, left


def total(postings: Iterable[People]) -> People:
    """Return the people of several postings together, as of the earliest. Raises ``ValueError`` of none."""
    every = list(postings)
    if not every:
        raise ValueError("no posting")
    return People(
        sum(people.registered for people in every),
        sum(people.completed for people in every),
        min(people.as_of for people in every),
    )


def merged(one: Mapping[str, People], other: Mapping[str, People]) -> dict[str, People]:
    """Return the counts of both by posting id; of two of one posting the later one."""
    result = dict(one)
    for posting_id, people in other.items():
        known = result.get(posting_id)
        if known is None or known.as_of <= people.as_of:
            result[posting_id] = people
    return result
