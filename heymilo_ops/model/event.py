"""The events of an apply, in order: Started, then per change OperationStarted, maybe Waiting, Finished;
then ReadingBack for each posting that is read back; Ended.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from heymilo_ops.model.reason import Reason, ReasonCode


class Result(StrEnum):
    """How one change ended."""

    DONE = "done"
    REJECTED = "rejected"
    UNKNOWN = "unknown"
    SKIPPED = "skipped"


class Cause(StrEnum):
    """Why a change that has nothing wrong with it was not done."""

    UNREACHED = "unreached"
    """HeyMilo refuses the key, or was never reached."""
    FENCED = "fenced"
    """The lock was lost."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one change.

    Attributes:
        action: of the plan: create, replace, update, archive.
        revision: the new revision's number, where there is one.
        reasons: why it was rejected, is unknown or was skipped; what to do where that is known.
        errors: HeyMilo's own field messages, JSON pointer into the request → message.
        cause: why it is no fault of the change, where that is so.
        archived: ids of the postings that were archived, apart from the one that a replace took the place of.
    """

    address: str
    action: str
    result: Result
    posting_id: str | None = None
    revision: int | None = None
    candidate_url: str | None = None
    review_url: str | None = None
    reasons: tuple[Reason, ...] = ()
    errors: Mapping[str, str] | None = None
    archived: tuple[str, ...] = ()
    cause: Cause | None = None

    @property
    def needs_person(self) -> bool:
        """Whether only a person can settle what is unknown: looking again would not help."""
        return any(reason.code is ReasonCode.PERSON_CHOOSES for reason in self.reasons)


@dataclass(frozen=True, slots=True)
class Started:
    """``total`` changes will be executed."""

    total: int


@dataclass(frozen=True, slots=True)
class OperationStarted:
    """An operation of change ``index`` (from 1) of ``total`` is sent; ``kind``: create, archive, update."""

    address: str
    kind: str
    index: int
    total: int


@dataclass(frozen=True, slots=True)
class Waiting:
    """HeyMilo asked for patience, or the rate limit did: nothing is sent for ``seconds``."""

    seconds: float
    reason: Reason


@dataclass(frozen=True, slots=True)
class ReadingBack:
    """What HeyMilo shows of a posting is read, number ``index`` of ``total``."""

    address: str
    index: int
    total: int


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


Event = Started | OperationStarted | Waiting | ReadingBack | Finished | Ended


@dataclass(frozen=True, slots=True)
class ReadStep:
    """Posting ``index`` (from 1) of ``total`` is read; the rest takes ``left_s`` seconds or more at the rate limit."""

    title: str
    index: int
    total: int
    left_s: float


Observer = Callable[[Event], None]
"""Receives the events of a run: a progress bar, plain lines, a test. It must not raise."""
