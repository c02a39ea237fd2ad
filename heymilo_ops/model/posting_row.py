"""One posting in a list."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PostingRow:
    """One posting as ``list`` shows it.

    Attributes:
        status: ``active``, ``active, a design is held``, ``archived``, ``not applied`` or ``has errors``.
        deadline: ISO 8601, ``None`` where the manifest has none.
    """

    name: str
    status: str
    revision: int | None = None
    deadline: str | None = None
    candidate_url: str | None = None
