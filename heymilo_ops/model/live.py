"""A posting as HeyMilo shows it, and the three marks in its metadata by which it is known as ours."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from heymilo_ops.model.people import People

OWNER = "heymilo-ops"
OPERATION = "heymilo-ops-op"
DIGEST = "heymilo-ops-digest"
RESERVED = (OWNER, OPERATION, DIGEST)
"""The metadata keys that are the tool's own."""

_OWNER = re.compile(r"(?P<project>[^/]+)/(?P<workspace>[^/]+)/(?P<name>[^/@]+)@(?P<revision>[0-9]{1,9})")
_OPERATION = re.compile(r"(?P<op>[0-9a-f]{32})/(?P<attempt>[0-9]{1,9})")


@dataclass(frozen=True, slots=True)
class Mark:
    """Whose posting it is and which attempt made it.

    Attributes:
        op_id: 32 hex digits, made once an operation.
        attempt: from 1.
        digest: of the canonical form that was sent.
    """

    project: str
    workspace: str
    name: str
    revision: int
    op_id: str
    attempt: int
    digest: str

    def belongs_to(self, project: str, workspace: str) -> bool:
        """Whether it names this project and workspace."""
        return (self.project, self.workspace) == (project, workspace)

    def metadata(self) -> dict[str, str]:
        """Return the three metadata entries."""
        return {
            OWNER: f"{self.project}/{self.workspace}/{self.name}@{self.revision}",
            OPERATION: f"{self.op_id}/{self.attempt}",
            DIGEST: self.digest,
        }


def read_mark(metadata: Mapping[str, str] | None) -> Mark | None:
    """Return the mark in a posting's metadata; ``None`` where there is none, or none that can be read."""
    if not metadata:
        return None
    owner = _OWNER.fullmatch(metadata.get(OWNER, ""))
    operation = _OPERATION.fullmatch(metadata.get(OPERATION, ""))
    if owner is None:
        return None
    return Mark(
        project=owner["project"],
        workspace=owner["workspace"],
        name=owner["name"],
        revision=int(owner["revision"]),
        op_id=operation["op"] if operation else "",
        attempt=int(operation["attempt"]) if operation else 0,
        digest=metadata.get(DIGEST, ""),
    )


def without_marks(metadata: Mapping[str, str]) -> dict[str, str]:
    """Return the user's own entries."""
    return {key: value for key, value in metadata.items() if key not in RESERVED}


POSTING_ID = r"^[A-Za-z0-9_][A-Za-z0-9_.~:@+=-]{0,199}$"
"""What can be the id of a posting: 1 to 200 characters that mean nothing in a URL, in a path or on a terminal."""

LATEST = 253_402_300_799
"""The last second of the year 9999, in Unix seconds."""

STATUSES = frozenset({"draft", "active", "expired", "archived"})
"""What HeyMilo documents a posting's status to be."""

_SHUT = frozenset({"draft", "expired", "archived"})

_ID = re.compile(POSTING_ID)


def is_posting_id(value: object) -> bool:
    """Return whether this can be the id of a posting."""
    return isinstance(value, str) and _ID.fullmatch(value) is not None


@dataclass(frozen=True, slots=True)
class Live:
    """What a plan needs to know of a live posting.

    Attributes:
        created_at, updated_at: Unix seconds, as HeyMilo reports them; ``None`` where it doesn't.
        deadline: Unix seconds.
        metadata: all of it, marks included.
        settings: the posting's settings as read (without metadata), API names, deadline as Unix seconds.
        candidate_url, review_url: links for people. The ingestion key, a credential, is never read.
        document: the posting object as HeyMilo gave it, with ``workflow`` and ``ats_metadata``, without links and
            credentials. ``model.live_request`` reads it.
    """

    posting_id: str
    title: str
    name: str | None
    status: str
    archived: bool
    created_at: float | None = None
    updated_at: float | None = None
    deadline: float | None = None
    metadata: Mapping[str, str] = field(default_factory=dict)
    settings: Mapping[str, Any] = field(default_factory=dict)
    candidate_url: str | None = None
    review_url: str | None = None
    document: Mapping[str, Any] = field(default_factory=dict, repr=False, compare=False)

    @property
    def born(self) -> tuple[float, str]:
        """By which the first made comes first, and those that HeyMilo doesn't date last."""
        return (float("inf") if self.created_at is None else self.created_at, self.posting_id)

    @property
    def is_open(self) -> bool:
        """Whether it takes candidates, or may: one with a status that HeyMilo doesn't document is taken for open."""
        return not self.archived and self.status not in _SHUT

    @property
    def has_known_status(self) -> bool:
        """Whether its status is one that HeyMilo documents, or none is given."""
        return not self.status or self.status in STATUSES

    @property
    def mark(self) -> Mark | None:
        """Whose posting it is, ``None`` for one that the tool didn't make."""
        return read_mark(self.metadata)


@dataclass(frozen=True, slots=True)
class Listing:
    """What was asked of HeyMilo for one plan.

    Attributes:
        postings: by posting id: every posting of the workspace (one full listing), and those fetched singly.
        missing: posting ids that a GET answered with 404.
        endless: why the end of the list was not reached, so that it may lack postings; ``""`` where it was.
        finished: posting ids whose candidates are all done (stats), asked only of postings being drained.
        questions: by posting id, as HeyMilo lists them (modality, text, …); only where they were asked for.
        people: by posting id, where they were asked for and HeyMilo said; one that isn't among them is unknown.
        uncounted: why HeyMilo didn't say, by posting id.
        blueprints: ids of the postings that interview templates are made from; asked only where one is to be adopted.
    """

    postings: Mapping[str, Live]
    missing: frozenset[str] = frozenset()
    endless: str = ""
    finished: frozenset[str] = frozenset()
    questions: Mapping[str, Sequence[Mapping[str, Any]]] = field(default_factory=dict)
    people: Mapping[str, People] = field(default_factory=dict)
    uncounted: Mapping[str, str] = field(default_factory=dict)
    blueprints: frozenset[str] = frozenset()
