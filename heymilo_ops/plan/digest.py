"""The digest of a plan: what will be done, and not when, by whom, or with which notes."""

from __future__ import annotations

from collections.abc import Iterable

from heymilo_ops.model.canonical import digest
from heymilo_ops.plan.change import Action, Change

Row = tuple[str, str, str | None, str | None, tuple[str, ...]]
"""Address, action, digest before, digest after, sorted ids of the postings that are archived."""


def rows(changes: Iterable[Change]) -> tuple[Row, ...]:
    """One row for each change that writes, sorted."""
    done = (each for each in changes if each.action not in (Action.UNCHANGED, Action.HOLD))
    return tuple(
        sorted(
            ((each.address, each.action.value, each.before_digest, each.after_digest, tuple(sorted(each.archives)))
             for each in done),
            key=lambda row: row[:2],
        )
    )  # fmt: skip


def plan_digest(lineage: str, workspace_id: str | None, done: Iterable[Row]) -> str:
    """``sha256:…`` of the RFC 8785 JSON of {changes, lineage, workspace_id}."""
    changes = [[*row[:4], list(row[4])] for row in done]
    return digest({"changes": changes, "lineage": lineage, "workspace_id": workspace_id})
