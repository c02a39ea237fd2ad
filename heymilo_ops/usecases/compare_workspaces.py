"""Compare what the workspaces of a project run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from heymilo_ops.advice import AdviceKind, advise
from heymilo_ops.errors import UsageError
from heymilo_ops.model.deployment import Deployment
from heymilo_ops.model.state import PostingState
from heymilo_ops.plan.change import FieldChange
from heymilo_ops.plan.diff import diff_forms
from heymilo_ops.usecases.deployed import deployment, require_deployment
from heymilo_ops.usecases.name_hint import near_names
from heymilo_ops.usecases.project import Project
from heymilo_ops.usecases.state_lookup import read_state


@dataclass(frozen=True)
class WorkspaceDiff:
    """What two workspaces run under one name, and how it differs."""

    before: Deployment
    after: Deployment
    fields: tuple[FieldChange, ...]


@dataclass(frozen=True)
class WorkspaceOverview:
    """What each workspace runs (or has archived), by posting and workspace.

    Attributes:
        without_state: the workspaces to which nothing was applied yet.
    """

    postings: Mapping[str, Mapping[str, Deployment | PostingState | None]]
    without_state: list[str]


def compare_workspaces(project: Project, name: str, workspaces: tuple[str, str]) -> WorkspaceDiff:
    """Return the difference of what two workspaces run. A variable equals itself, whatever its values are."""
    one, other = [project.require_workspace(workspace) for workspace in workspaces]
    before, after = require_deployment(read_state(one), name), require_deployment(read_state(other), name)
    fields = diff_forms(before.form or {}, after.form or {}, before.keys, after.keys)
    return WorkspaceDiff(before, after, fields)


def overview(project: Project, name: str | None) -> WorkspaceOverview:
    """Return every workspace's revision of a posting, or of all. Raises ``UsageError`` for an unknown name."""
    states = [read_state(project.workspace_named(workspace)) for workspace in project.config.workspaces]
    names = sorted({posting for known in states for posting in known.postings})
    if name is not None and name not in names:
        hint = near_names(name, names, advise(AdviceKind.HISTORY_WORKSPACES))
        raise UsageError(f"No workspace's state knows a posting '{name}'", hint)
    postings = {
        posting: {known.name: deployment(known, posting) or known.postings.get(posting) for known in states}
        for posting in ([name] if name is not None else names)
    }
    return WorkspaceOverview(postings, [known.name for known in states if known.state is None])
