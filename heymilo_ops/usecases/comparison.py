"""Compare two revisions of a posting, or one with the manifest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from heymilo_ops.errors import AdviceKind, AttentionError, UsageError, advise
from heymilo_ops.manifest.repo import Repo
from heymilo_ops.model.canonical import canonical, question_keys
from heymilo_ops.model.deployment import Deployment, comes_to
from heymilo_ops.model.state import PostingState, Revision
from heymilo_ops.plan.change import FieldChange
from heymilo_ops.plan.diff import diff_forms
from heymilo_ops.usecases.project import Project
from heymilo_ops.usecases.state_lookup import (
    WorkspaceState,
    applied_posting,
    find_revision,
    near_names,
    read_snapshot,
    read_state,
)

if TYPE_CHECKING:
    from heymilo_ops.statefile.format import StoredSnapshot


Compared = TypeVar("Compared")
RunningByName = dict[str, dict[str, Deployment | PostingState | None]]


@dataclass(frozen=True)
class Diff(Generic[Compared]):
    """Two sides of a comparison and how they differ."""

    before: Compared
    after: Compared
    fields: tuple[FieldChange, ...]


@dataclass(frozen=True)
class Version:
    """One side of a comparison: its title, canonical form, question keys, and the deadline as written."""

    title: str
    form: Mapping[str, Any]
    keys: Mapping[str, str]
    deadline: str | None


def compare_revisions(known: WorkspaceState, name: str, numbers: Sequence[int]) -> Diff[Version]:
    """Compare two revisions; one with the manifest; without ``numbers`` the current one with the manifest.

    Raises ``UsageError`` for an unknown name or revision, ``AttentionError`` where a version can't be had.
    """
    posting = applied_posting(known, name)
    versions = []
    for number in numbers or [posting.revision]:
        sent = read_snapshot(known.store, find_revision(posting, number))
        versions.append(Version(f"revision {number}", canonical(sent.request), sent.keys, sent.request.get("deadline")))
    before, after = versions if len(versions) == 2 else (versions[0], _of_manifest(known.repo, name))
    return Diff(before, after, diff_forms(before.form, after.form, before.keys, after.keys))


def _of_manifest(repo: Repo, name: str) -> Version:
    document = repo.by_address.get(name)
    if document is None or document.desired is None:
        why = "there is no manifest of that name" if document is None else f"{document.path} has errors"
        raise AttentionError(f"Nothing to compare '{name}' with: {why}", "Name two revisions: diff NAME REV REV.")
    desired = document.desired
    return Version(document.path, desired.form, desired.keys, desired.request.get("deadline"))


def compare_workspaces(project: Project, name: str, workspaces: tuple[str, str]) -> Diff[Deployment]:
    """Return the difference of what two workspaces run. A variable equals itself, whatever its values are."""
    one, other = [project.workspace_named(workspace) for workspace in workspaces]
    before, after = require_deployment(read_state(one), name), require_deployment(read_state(other), name)
    fields = diff_forms(before.form or {}, after.form or {}, before.keys, after.keys)
    return Diff(before, after, fields)


def overview(project: Project, name: str | None) -> tuple[RunningByName, list[str]]:
    """Return what each workspace runs (or has archived), by posting and workspace, and those without a state.

    ``name``: of one posting. Raises ``UsageError`` for an unknown name.
    """
    states = [read_state(project.workspace_named(workspace)) for workspace in project.config.workspaces]
    names = sorted({posting for known in states for posting in known.postings})
    if name is not None and name not in names:
        hint = near_names(name, names, advise(AdviceKind.HISTORY_WORKSPACES))
        raise UsageError(f"No workspace's state knows a posting '{name}'", hint)
    postings: RunningByName = {
        posting: {known.name: deployment(known, posting) or known.postings.get(posting) for known in states}
        for posting in ([name] if name is not None else names)
    }
    return postings, [known.name for known in states if known.state is None]


def deployment(known: WorkspaceState, name: str) -> Deployment | None:
    """Return what a workspace runs under a name; ``None`` where nothing was applied, or it is archived."""
    posting = known.postings.get(name)
    if posting is None or posting.status == "archived":
        return None
    revision = posting.current
    document = known.repo.by_address.get(name)
    if document is not None and document.desired is not None and document.desired.under(revision.digest):
        # What is live may have got its variables later than it was applied: filling them in changed nothing.
        template, source = document.desired.template, document.path
    else:
        portable, sent = known.store.snapshot(revision.portable_digest), known.store.snapshot(revision.digest)
        if portable is None or sent is None:  # a portable form alone shows nothing of what was sent
            return Deployment(known.name, posting, None, {}, revision.source)
        _refuse_edited(known, revision, portable, sent)
        template, source = portable.resolved, portable.source
    return Deployment(known.name, posting, template, question_keys(template), source)


def require_deployment(known: WorkspaceState, name: str) -> Deployment:
    """As ``deployment``. Raises ``AttentionError`` where it runs nothing, or what it runs isn't known any more."""
    running = deployment(known, name)
    if running is None:
        what = "is archived in" if name in known.postings else "was never applied to"
        raise AttentionError(f"{name} {what} '{known.name}'", advise(AdviceKind.HISTORY_WORKSPACES_OF, name=name))
    if running.template is None:
        portable, sent = running.revision.portable_digest, running.revision.digest
        missing = portable if known.store.snapshot(portable) is None else sent
        raise AttentionError(
            f"What {running.title} of {name} holds isn't known: its snapshot {missing} is missing from "
            f"{known.store.where}",
            "Bring the snapshot back.",
        )
    return running


def _refuse_edited(known: WorkspaceState, revision: Revision, portable: StoredSnapshot, sent: StoredSnapshot) -> None:
    """Refuse a portable form that can't have given what was sent."""
    if not comes_to(canonical(portable.request), canonical(sent.request)):
        raise AttentionError(
            f"The portable form that the state names for {known.name} r{revision.number}, {portable.digest}, doesn't "
            f"come to what was sent, {revision.digest}: the state in {known.store.where} was edited",
            "Put back a state that was not edited.",
        )
