"""The names that a shell offers: those in the manifests, the state and heymilo.yaml. HeyMilo isn't asked."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from heymilo_ops.config import FILE_NAME, find_root, parse_config, state_location
from heymilo_ops.errors import OpsError
from heymilo_ops.manifest.yaml_file import read_file
from heymilo_ops.usecases.project import Invocation

WRONG = (OpsError, OSError, ValueError)
"""What a repo may be wrong with: then fewer names are known."""


def read_workspace_names(invocation: Invocation) -> Iterator[Any]:
    """Yield the workspaces of heymilo.yaml. Raises one of ``WRONG``."""
    workspaces = (read_file(find_root(invocation.directory), Path(FILE_NAME)).data or {}).get("workspaces")
    yield from workspaces if isinstance(workspaces, dict) else ()


def read_posting_names(invocation: Invocation) -> Iterator[Any]:
    """Yield the names in the manifests, and those in the workspace's state where that is a folder.

    Raises one of ``WRONG``.
    """
    from heymilo_ops.manifest.listing import list_manifests

    root = find_root(invocation.directory)
    for item in list_manifests(root):
        yield (item.read().data or {}).get("name")
    with suppress(*WRONG):
        yield from _read_applied_names(invocation, root)


def _read_applied_names(invocation: Invocation, root: Path) -> Iterator[str]:
    """The names in the state where it is a folder: what takes a while is not read."""
    from heymilo_ops.model import location
    from heymilo_ops.statefile.store import StateStore, backend_for

    config = parse_config(read_file(root, Path(FILE_NAME)).data or {})
    name = invocation.workspace or config.default_workspace or ""
    workspace = config.workspaces.get(name)
    if workspace is None:
        return
    place = state_location(workspace.state, name)
    if isinstance(location.parse_location(place), location.FolderLocation):
        state = StateStore(backend_for(place, root, name, outside=invocation.outside_state), place).read()
        yield from state.postings if state is not None else ()
