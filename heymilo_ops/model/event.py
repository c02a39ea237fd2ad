"""What an apply tells its observer, in order: Started, then per change Sending, maybe Waiting, Finished; last Ended."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class Result(StrEnum):
    """How one change ended."""

    DONE = "done"
    REJECTED = "rejected"
    UNKNOWN = "unknown"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one change.

    Attributes:
        action: of the plan: create, replace, update, archive.
        revision: the new revision's number, where there is one.
        message: why it was rejected, is unknown or was skipped; what to do where that is known.
        errors: HeyMilo's own field messages, JSON pointer into the request → message.
        archived: ids of the postings that were archived, apart from the one that a replace took the place of.
    """

    address: str
    action: str
    result: Result
    posting_id: str | None = None
    revision: int | None = None
    candidate_url: str | None = None
    review_url: str | None = None
    message: str = ""
    errors: Mapping[str, str] | None = None
    archived: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Started:
    """``total`` changes will be carried out."""

    total: int


@dataclass(frozen=True, slots=True)
class Sending:
    """Change ``index`` (from 1) of ``total`` goes out; ``what`` is the half: create, archive, update."""

    address: str
    what: str
    index: int
    total: int


@dataclass(frozen=True, slots=True)
class Waiting:
    """HeyMilo asked for patience, or the rate limit did: nothing is sent for ``seconds``."""

    seconds: float
    reason: str


@dataclass(frozen=True, slots=True)
class Finished:
    """A change has its outcome, and the outcome is durable."""

    outcome: Outcome
    index: int
    total: int


@dataclass(frozen=True, slots=True)
class Ended:
    """Nothing more will be sent."""

    outcomes: tuple[Outcome, ...]


Event = Started | Sending | Waiting | Finished | Ended


class Observer(Protocol):
    """Whoever wants to know: a progress bar, plain lines, a test."""

    def __call__(self, event: Event, /) -> None:
        """Take one event; must not raise."""
