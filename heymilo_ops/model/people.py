"""How many people a posting has: who registered and who completed, as HeyMilo's stats say it; and how few are shown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

FEW = 5
"""From this count on a number is shown; 1 to 4 people could be told apart."""

FEWER = f"fewer than {FEW}"
"""What stands for 1 to 4 people, wherever a count is shown or kept."""

AS_OF = "%Y-%m-%dT%H:%M:%SZ"
"""How the time of a count is written: of two such texts the later one sorts last."""

Count = int | str
"""A count as it is shown: the number, ``fewer than 5``, or ``at least N`` where the number would give another away."""


@dataclass(frozen=True, slots=True)
class People:
    """The two counts that are kept of a posting.

    Attributes:
        registered: everybody who ever registered.
        completed: those of them who completed.
        as_of: when HeyMilo was asked, in UTC, as ``AS_OF`` writes it.
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

    registered: Count | None
    completed: Count | None
    not_completed: Count | None
    as_of: str | None
    age_hours: Annotated[int | None, Field(exclude_if=lambda age: age is None)] = None

    @property
    def is_known(self) -> bool:
        """Whether there are counts."""
        return self.registered is not None


@dataclass(frozen=True, slots=True)
class ImpactCheck:
    """What the people of some postings are compared with, for one action of one change.

    Attributes:
        action: ``archive``, ``replace`` or ``update``.
        most: how many may be left that haven't completed.
        option: ``--allow-impact NAME=N`` where the command line says that; ``""`` where heymilo.yaml does.
        takes_unknown: whether an unknown number passes as well.
        shows: whether a count may be shown.
    """

    address: str
    action: str
    posting_ids: tuple[str, ...]
    most: int
    option: str = ""
    takes_unknown: bool = False
    shows: bool = True

    def passes(self, people: People | None) -> bool:
        """Return whether so many may be concerned; ``None`` is unknown, which counts as more than any number."""
        return self.takes_unknown if people is None else people.not_completed <= self.most


UNKNOWN = Impact(None, None, None, None)
"""The impact where HeyMilo didn't say."""


def display(people: People) -> tuple[Count, Count, Count]:
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


def kept(people: People) -> tuple[Count, Count]:
    """Return registered and completed as a file keeps them."""
    return display(people)[:2]


def people_of(registered: Count, completed: Count, as_of: str) -> People:
    """Read what ``kept`` gave: of what it may stand for, the most people left. Raises ``ValueError``."""
    low = registered == FEWER
    every, done = FEW - 1 if low else _number(registered), 1 if completed == FEWER else _number(completed)
    if done > every:
        raise ValueError("more have completed than have registered")
    return People(every, done, as_of)


def _number(count: Count) -> int:
    text = str(count).removeprefix("at least ")
    if isinstance(count, bool) or not (text.isascii() and text.isdigit()):
        raise ValueError(f"{count!r} is no count of people")
    return int(text)


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
