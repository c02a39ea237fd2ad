"""What a posting's marks show of a revision."""

from __future__ import annotations

from typing import Any

import pytest

from heymilo_ops.errors import AttentionError
from heymilo_ops.model.live import Mark
from heymilo_ops.plan.owner import owner_of
from heymilo_ops.plan.provenance import is_marked, refuse_contradicted


def marked(live: Any, digest: str, project: str = "acme", revision: int = 1) -> Any:
    mark = Mark(project, "prod", "nurse", revision, "0" * 32, 1, digest)
    return live("p1", metadata=mark.metadata())


def refuse(world: Any, live: Any) -> None:
    entry = world.state.postings["nurse"]
    owner = owner_of(entry, "nurse", project="acme", workspace="prod")
    refuse_contradicted(entry, entry.current, live, owner, lambda _: False, "design")


def test_marks_of_the_revision_are_believed(applied: Any, live: Any) -> None:
    refuse(applied, marked(live, applied.state.postings["nurse"].digest))


def test_marks_of_another_project_are_refused(applied: Any, live: Any) -> None:
    with pytest.raises(AttentionError, match="nurse: posting p1 "):
        refuse(applied, marked(live, applied.state.postings["nurse"].digest, project="other"))


def test_another_digest_or_revision_is_refused(applied: Any, live: Any) -> None:
    for other in (marked(live, "sha256:other"), marked(live, "sha256:other", revision=7)):
        with pytest.raises(AttentionError, match="one of them was edited"):
            refuse(applied, other)


def test_without_a_digest_nothing_is_shown(live: Any) -> None:
    assert is_marked(marked(live, "sha256:x"))
    assert not is_marked(marked(live, "")) and not is_marked(live("p1"))
