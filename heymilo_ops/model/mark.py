"""The three marks that a posting carries in its metadata, so that it is known as ours."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

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
