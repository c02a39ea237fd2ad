"""What ``drift show`` shows, as plain data."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Protocol

from heymilo_ops.model.reason import Reason


class DriftStatus(StrEnum):
    """What HeyMilo shows of a posting."""

    SAME = "same"
    """As it was after the last write, or as the manifest says."""
    CHANGED = "changed"
    """Values were changed outside that nobody has accepted."""
    ARCHIVED = "archived"
    DELETED = "deleted"
    EXPIRED = "expired"
    DRAFT = "draft"
    NO_BASELINE = "no-baseline"
    """What HeyMilo showed after the last write isn't known, so values can't be compared."""


class Field(Protocol):
    """One value that was changed outside; ``plan.change.DriftField`` is."""

    @property
    def path(self) -> str: ...
    @property
    def baseline(self) -> Any: ...
    @property
    def live(self) -> Any: ...
    @property
    def desired(self) -> Any: ...
    @property
    def is_open(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class PostingDrift:
    """One posting.

    Attributes:
        fields: what was changed outside, without what ``ops`` ignores; ``ignored``: how many values that are.
        questions: whether its questions were compared.
        notes: what is to be said of it beside that.
    """

    address: str
    posting_id: str
    status: DriftStatus
    title: str = ""
    fields: tuple[Any, ...] = ()
    ignored: int = 0
    questions: bool = False
    notes: tuple[Reason, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether something was changed outside that is neither accepted nor ignored."""
        ended = (DriftStatus.ARCHIVED, DriftStatus.DELETED)
        return self.status in ended or any(field.is_open for field in self.fields) or bool(self.notes)


@dataclass(frozen=True, slots=True)
class DriftReport:
    """What was changed outside of the postings of one workspace.

    Attributes:
        trouble: what could not be kept beside the state, a sentence; ``""`` where all was.
    """

    workspace: str
    postings: tuple[PostingDrift, ...]
    trouble: str = ""

    @property
    def is_open(self) -> bool:
        """Whether something waits for somebody to accept or revert it."""
        return any(posting.is_open for posting in self.postings)
