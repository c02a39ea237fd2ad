"""A baseline: what HeyMilo showed of a posting after the last write. Drift is what it shows otherwise since."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import Field

from heymilo_ops.model.canonical import digest
from heymilo_ops.model.state import FORMAT_VERSION, Moment, PostingId, Record
from heymilo_ops.version import __version__


class Carried(Record):
    """A change made outside that was known when the baseline was read, and that nobody has accepted or reverted.

    Attributes:
        path: as ``DriftField`` has it.
        value: what was there before; ``None`` for ``added``.
    """

    path: Annotated[str, Field(pattern=r"^/")]
    kind: Literal["added", "changed", "moved", "removed"]
    value: Any = None


class Baseline(Record):
    """What was read of one posting.

    Attributes:
        request: its values as ``live_request`` reads them.
        question_ids: JSON pointer into ``request`` of each question, with HeyMilo's id.
        keys: HeyMilo's id of each question that has a key in the manifest, with that key.
        questions_read: whether its questions are there, and stay: those that HeyMilo writes may still be coming.
        read_at: ISO 8601 in UTC.
        carried: what was changed outside before, and stays drift.
    """

    format_version: int = FORMAT_VERSION
    tool_version: str = __version__
    posting_id: PostingId
    request: Mapping[str, Any]
    question_ids: Mapping[str, str] = {}
    keys: Mapping[str, str] = {}
    questions_read: bool = True
    read_at: Moment
    carried: tuple[Carried, ...] = ()

    @property
    def digest(self) -> str:
        """The digest of all of it, by which it is named."""
        return digest(self.model_dump(mode="json"))


def root_digest(request: Mapping[str, Any]) -> str:
    """Return the digest of a request without its questions: what the list of postings shows."""
    return digest(without_questions(request))


def without_questions(request: Mapping[str, Any]) -> dict[str, Any]:
    """Return a copy of a request or form without the questions of its steps."""
    steps = request.get("workflow")
    if not isinstance(steps, list):
        return dict(request)
    bare = [{key: value for key, value in step.items() if key != "questions"} for step in steps]
    return {**request, "workflow": bare}
