"""From ``state`` in heymilo.yaml to the backend that keeps it."""

from __future__ import annotations

from pathlib import Path

from heymilo_ops import files
from heymilo_ops.advice import AdviceKind, advise
from heymilo_ops.errors import StateError
from heymilo_ops.model import location
from heymilo_ops.statefile.backend import Backend


def backend_for(state: str, root: Path, workspace: str, *, outside: bool = False) -> Backend:
    """Return the backend of a workspace's state; nothing is read or sent yet.

    A folder and a bucket's prefix are the state's root as they are given; a branch holds a folder for each workspace.
    ``outside``: whether the folder may lie outside ``root``. Raises ``StateError`` where it does and may not, for an
    address that is none, a missing extra, and plain http beyond loopback.
    """
    where = location.parse_location(state)
    if isinstance(where, location.FolderLocation):
        from heymilo_ops.statefile.folder import FolderBackend

        return FolderBackend(folder_for(where, root, outside))
    if isinstance(where, location.BranchLocation):
        from heymilo_ops.statefile.git_branch import GitBranchBackend

        return GitBranchBackend(root, where, workspace, guarded=True)
    from heymilo_ops.statefile.object_store import ObjectStoreBackend

    return ObjectStoreBackend.at(where)


def folder_for(where: location.FolderLocation, root: Path, outside: bool = False) -> Path:
    """Return the folder itself, links followed. Raises ``StateError`` where it is outside ``root`` and may not be."""
    if outside:
        return root / where.path
    try:
        return files.resolve(root, where.path)
    except files.LeadsOutError as error:
        raise StateError(
            f"The state is to be in the folder {where.path}, which can't be used: {error.why}",
            advise(AdviceKind.ALLOW_OUTSIDE_STATE),
        ) from error
    except OSError as error:
        raise StateError(
            f"The state is to be in the folder {where.path}, which can't be used: {error.strerror}",
            "Name another folder as `state` in heymilo.yaml.",
        ) from error
