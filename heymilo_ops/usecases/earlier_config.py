"""What heymilo.yaml said of safety where this branch left the default branch, and what its state of then knows."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from heymilo_ops import gitinfo
from heymilo_ops.config import FILE_NAME, safety_settings, state_location
from heymilo_ops.errors import OpsError
from heymilo_ops.manifest.yaml_file import read_text
from heymilo_ops.model.state import State
from heymilo_ops.plan.inputs import Earlier
from heymilo_ops.usecases.workspace import Workspace


def read_earlier_config(workspace: Workspace, state: State | None) -> Earlier | None:
    """Read the file as the commits of the default branch have it: of several the first that differs.

    ``None`` where git has none, and for a sandbox. ``state`` is that of today; the state of then is read only where it
    is in another place.
    """
    if workspace.config.sandbox:
        return None
    commits = gitinfo.bases(workspace.root, os.environ)
    versions = [earlier for commit in commits for earlier in _at(workspace, commit, state)]
    return next((earlier for earlier in versions if _differs(earlier, workspace)), versions[0] if versions else None)


def _differs(earlier: Earlier, workspace: Workspace) -> bool:
    settings = workspace.safety.items()
    return bool(earlier.place) or any(earlier.safety.get(name, value) != value for name, value in settings)


def _at(workspace: Workspace, commit: str, state: State | None) -> Iterator[Earlier]:
    """Read the file of a commit, where it can be read. It may be one that today's schema refuses."""
    text = gitinfo.show(workspace.root, commit, FILE_NAME)
    data = read_text(text, FILE_NAME).data if text is not None else None
    if data is None:
        return
    workspaces = _mapping(data.get("workspaces"))
    yield _with_place(Earlier(commit, safety_settings(data, workspace.name)), workspace, workspaces, state)


def _with_place(earlier: Earlier, workspace: Workspace, then: Mapping[str, Any], state: State | None) -> Earlier:
    """Add the place of then that isn't used any more, and what is live there."""
    for name, place in _places(workspace, then, state):
        left, trouble = _left(workspace, name, place, state)
        if left or trouble or name == workspace.name:
            return replace(earlier, place=place, left=left, trouble=trouble)
    return earlier


def _places(workspace: Workspace, then: Mapping[str, Any], state: State | None) -> Iterator[tuple[str, str]]:
    """List the workspaces of then whose state is not read any more: this one's, and those that are gone since."""
    for name, config in then.items():
        if not isinstance(config, Mapping) or config.get("sandbox") is True:
            continue
        location = config.get("state")
        place = state_location(location if isinstance(location, str) else None, name)
        gone = name not in workspace.siblings and (state is None or not state.postings)
        if place != workspace.state_location and (name == workspace.name or gone):
            yield name, place


def _left(workspace: Workspace, name: str, place: str, state: State | None) -> tuple[tuple[str, ...], str]:
    """What is live, or may be, in the state of another place and isn't continued by today's; why it can't be read."""
    from heymilo_ops.statefile.store import StateStore, backend_for

    try:
        then = StateStore(backend_for(place, workspace.root, name, outside=workspace.outside_state), place).read()
    except OpsError as error:
        return (), error.message
    if then is None or (state is not None and state.lineage == then.lineage):
        return (), ""
    live = {name for name, posting in then.postings.items() if posting.status == "active"}
    return tuple(sorted(live | {intent.address for intent in then.unknown()})), ""


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}
