"""What a workspace has that postings name by id, as far as it was read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from heymilo_ops.text.similarity import similarity

_NEAR = 0.6


@dataclass(frozen=True, slots=True)
class KnownResource:
    """One voice, phone number, sender, group or template.

    Attributes:
        name: the name people know.
        is_active: whether it can be used.
        language: of a voice, where HeyMilo says it.
    """

    id: str
    name: str
    is_active: bool = True
    language: str = ""


@dataclass(frozen=True, slots=True)
class Resources:
    """The resources of a workspace by the word of ``lookup`` for their kind; a kind that wasn't read isn't in it."""

    workspace: str
    by_kind: Mapping[str, Mapping[str, KnownResource]] = field(default_factory=dict)

    def lookup(self, kind: str) -> str:
        """Return the command that shows those of a kind."""
        return f"heymilo-ops -w {self.workspace} lookup {kind}"

    def nearest(self, kind: str, written: str) -> KnownResource | None:
        """Return the resource whose name or id is most like what is written, ``None`` where none is near."""
        rows = [
            (max(similarity(written, row.name, _NEAR), similarity(written, row.id, _NEAR)), row.id, row)
            for row in self.by_kind[kind].values()
        ]
        likeness, _, row = max(rows, default=(0.0, "", None))
        return row if likeness >= _NEAR else None
