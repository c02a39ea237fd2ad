"""What the journal holds: the records of a run, in the order in which they happened."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from heymilo_ops.model.live import Live
from heymilo_ops.model.posting import Ops
from heymilo_ops.model.state import FORMAT_VERSION, Address, Intent, Moment, PostingId, Record, Revision

Kind = Literal["create", "update", "edit", "archive", "adopt", "activate"]


class WrittenPosting(Record):
    """What is kept of a posting that was written: as ``Live`` names it."""

    posting_id: PostingId
    status: str = ""
    candidate_url: str | None = None
    review_url: str | None = None
    created_at: float | None = None
    updated_at: float | None = None


def written_posting(live: Live) -> WrittenPosting:
    """Return what is kept of a live posting."""
    return WrittenPosting(**{name: getattr(live, name) for name in WrittenPosting.model_fields})


class Opened(Record):
    """A plan is about to be applied; these are all the writes to HeyMilo that it takes."""

    kind: Literal["opened"] = "opened"
    plan_digest: str
    workspace_id: str | None = None
    intents: tuple[Intent, ...]


class Sending(Record):
    """From now on each of these operations may be under way."""

    kind: Literal["sending"] = "sending"
    ops: tuple[str, ...]
    at: Moment


class Retried(Record):
    """An operation is decided on again, as its next attempt, after the one before counts as not made."""

    kind: Literal["retried"] = "retried"
    intent: Intent


class _OfIntent(Record):
    op_id: str
    attempt: int
    address: str
    what: Kind
    number: int | None = None


def of_intent(intent: Intent) -> dict[str, Any]:
    """Return what a record about an intent says of it."""
    return {
        "op_id": intent.op_id,
        "attempt": intent.attempt,
        "address": intent.address,
        "what": intent.kind,
        "number": intent.number,
    }


class Confirmed(_OfIntent):
    """HeyMilo did it, or shows that it was done."""

    kind: Literal["confirmed"] = "confirmed"
    live: WrittenPosting
    at: Moment


class Rejected(_OfIntent):
    """HeyMilo did not do it, or nothing was sent."""

    kind: Literal["rejected"] = "rejected"


class Unknown(_OfIntent):
    """No answer said what became of it. ``at``: when the attempt ended."""

    kind: Literal["unknown"] = "unknown"
    at: Moment


class HalfDone(_OfIntent):
    """An edit in place ended before all of it was done: the posting is between two revisions, and an edit goes on."""

    kind: Literal["half_done"] = "half_done"


class Absent(_OfIntent):
    """Two listings, late enough, didn't show it: it counts as not made, and is watched.

    ``closed``: it is never sent again.
    """

    kind: Literal["absent"] = "absent"
    closed: bool = False
    at: Moment


class Noted(Record):
    """What concerns the state alone: a history under a new address, and other ``ops``; ``None``: forgotten.

    ``at``: when; ``None`` in what earlier releases recorded.
    """

    kind: Literal["noted"] = "noted"
    address: Address
    moved_from: Address | None = None
    ops: Ops | None = None
    at: Moment | None = None


class Accepted(Record):
    """A revision is recorded of what HeyMilo shows already: nothing was sent for it."""

    kind: Literal["accepted"] = "accepted"
    address: Address
    moved_from: Address | None = None
    revision: Revision
    ops: Ops
    updated_at: float | None = None


class Sealed(Record):
    """Nothing more may be written in this epoch: the holder of a later one took its next number."""

    kind: Literal["sealed"] = "sealed"
    by_epoch: int


Every = Annotated[
    Opened | Sending | Retried | Confirmed | Rejected | Unknown | HalfDone | Absent | Noted | Accepted | Sealed,
    Field(discriminator="kind"),
]
"""Any record."""


class Entry(Record):
    """One document of the journal.

    Attributes:
        lineage, serial: of the state that it continues.
        epoch, seq: of the lock's holding, and the number within it, from 1.
        write_id: new with every document, so that no two are alike.
        at: ISO 8601 in UTC. ``by``: a person or a CI job.
    """

    format_version: int = FORMAT_VERSION
    tool_version: str
    lineage: str
    serial: int
    epoch: int
    seq: int
    write_id: str
    at: Moment
    by: str = ""
    records: tuple[Every, ...]

    @property
    def seals(self) -> bool:
        """Whether this ends its epoch."""
        return any(isinstance(record, Sealed) for record in self.records)
