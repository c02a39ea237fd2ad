"""The digest of a plan: what will be done, and not when, by whom, or with which notes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from heymilo_ops.model.canonical import digest
from heymilo_ops.plan.change import Action

Row = tuple[str, str, str | None, str | None, tuple[str, ...]]
"""Name, action, digest before, digest after, sorted ids of the postings that are archived."""


class Digested(Protocol):
    """What a digest covers of a change, whether it was planned now or read from a file."""

    @property
    def address(self) -> str: ...
    @property
    def action(self) -> Action: ...
    @property
    def before_digest(self) -> str | None: ...
    @property
    def after_digest(self) -> str | None: ...
    @property
    def archives(self) -> tuple[str, ...]: ...


def rows(changes: Iterable[Digested]) -> tuple[Row, ...]:
    """Return one row for each change that writes, sorted."""
    writing = (change for change in changes if change.action not in (Action.UNCHANGED, Action.HOLD))
    return tuple(sorted(map(_row, writing), key=lambda row: row[:2]))


def _row(change: Digested) -> Row:
    archives = tuple(sorted(change.archives))
    return change.address, change.action.value, change.before_digest, change.after_digest, archives


def plan_digest(lineage: str, workspace_id: str | None, done: Iterable[Row]) -> str:
    """Return ``sha256:…`` of the RFC 8785 JSON of {changes, lineage, workspace_id}."""
    changes = [[*row[:4], list(row[4])] for row in done]
    return digest({"changes": changes, "lineage": lineage, "workspace_id": workspace_id})
