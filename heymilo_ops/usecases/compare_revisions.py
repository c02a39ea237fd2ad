"""Compare two revisions of a posting, or one with the manifest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from heymilo_ops.errors import AttentionError
from heymilo_ops.manifest.repo import Repo
from heymilo_ops.model.canonical import canonical
from heymilo_ops.plan.change import FieldChange
from heymilo_ops.plan.diff import diff_forms
from heymilo_ops.usecases.state_lookup import WorkspaceState, applied_posting, find_revision, read_snapshot


@dataclass(frozen=True)
class Version:
    """One side of a comparison: its title, canonical form, question keys, and the deadline as written."""

    title: str
    form: Mapping[str, Any]
    keys: Mapping[str, str]
    deadline: str | None


@dataclass(frozen=True)
class RevisionDiff:
    """Two versions and their difference."""

    before: Version
    after: Version
    fields: tuple[FieldChange, ...]


def compare_revisions(known: WorkspaceState, name: str, numbers: Sequence[int]) -> RevisionDiff:
    """Compare two revisions; one with the manifest; without ``numbers`` the current one with the manifest.

    Raises ``UsageError`` for an unknown name or revision, ``AttentionError`` where a version can't be had.
    """
    posting = applied_posting(known, name)
    versions = []
    for number in numbers or [posting.revision]:
        sent = read_snapshot(known.store, find_revision(posting, number))
        versions.append(Version(f"revision {number}", canonical(sent.request), sent.keys, sent.request.get("deadline")))
    before, after = versions if len(versions) == 2 else (versions[0], _of_manifest(known.repo, name))
    return RevisionDiff(before, after, diff_forms(before.form, after.form, before.keys, after.keys))


def _of_manifest(repo: Repo, name: str) -> Version:
    document = repo.by_address.get(name)
    if document is None or document.desired is None:
        why = "there is no manifest of that name" if document is None else f"{document.path} has errors"
        raise AttentionError(f"Nothing to compare '{name}' with: {why}", "Name two revisions: diff NAME REV REV.")
    desired = document.desired
    return Version(document.path, desired.form, desired.keys, desired.request.get("deadline"))
