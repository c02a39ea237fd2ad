"""What a change does, one operation after the other: a closed union, to be matched exhaustively."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from heymilo_ops.model.desired import Desired


@dataclass(frozen=True, slots=True)
class CreatePosting:
    """Create a posting, and record it as the name's current one.

    Attributes:
        desired: what is sent and recorded; ``None`` in a plan that was read from a file.
    """

    desired: Desired | None = None


@dataclass(frozen=True, slots=True)
class PatchPosting:
    """Change the settings of a live posting.

    Attributes:
        settings: API names and values, without the marks merged into the metadata.
        desired: what is recorded; while a design is held, today's settings on the design that was applied.
    """

    posting_id: str
    settings: Mapping[str, Any]
    desired: Desired | None = None


@dataclass(frozen=True, slots=True)
class EditPosting:
    """Edit the design of a live posting in place. No planner makes this yet.

    Attributes:
        before, after: digests of the canonical form.
    """

    posting_id: str
    before: str
    after: str
    desired: Desired | None = None


@dataclass(frozen=True, slots=True)
class ArchivePosting:
    """Archive a posting: its link stops for new people."""

    posting_id: str


@dataclass(frozen=True, slots=True)
class AdoptPosting:
    """Record a posting that was made elsewhere as the name's current one. No planner makes this yet."""

    posting_id: str
    desired: Desired | None = None


@dataclass(frozen=True, slots=True)
class RecordOnly:
    """Record ``ops`` as last applied. Nothing is sent."""

    desired: Desired | None = None


@dataclass(frozen=True, slots=True)
class Forget:
    """Take the name out of the state. Nothing is sent; the posting stays live."""


Operation = CreatePosting | PatchPosting | EditPosting | ArchivePosting | AdoptPosting | RecordOnly | Forget
