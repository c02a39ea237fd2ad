"""That state, workspace and key belong together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from heymilo_ops.errors import AttentionError
from heymilo_ops.model.state import State
from heymilo_ops.usecases.workspace import Workspace

if TYPE_CHECKING:
    from heymilo_ops.remote.postings import WorkspaceRef


def guard_state(state: State | None, workspace: Workspace) -> None:
    """Refuse a state of another project or workspace: its postings would be taken for ours."""
    if state is None:
        return
    project = workspace.project
    if (state.project, state.workspace.name) != (project, workspace.name):
        raise AttentionError(
            f"The state in {workspace.state_location} belongs to {state.project}/{state.workspace.name}, "
            f"not to {project}/{workspace.name}",
            "Give each workspace a state of its own in heymilo.yaml. A project can't be renamed once it was applied.",
        )


def guard_workspace(state: State | None, workspace: Workspace, ref: WorkspaceRef | None) -> None:
    """Refuse a key that opens another HeyMilo workspace than the one that was applied to first."""
    if state is None or ref is None or state.workspace.remote_id in (None, ref.id):
        return
    raise AttentionError(
        f"The key in {workspace.config.api_key_env} opens the HeyMilo workspace {ref.name or ref.id} ({ref.id}), but "
        f"'{workspace.name}' was applied to {state.workspace.remote_name or ''} ({state.workspace.remote_id})",
        "Use the key of the right workspace; or, if this is another workspace, add it to heymilo.yaml by another name.",
    )
