"""From ``state`` in heymilo.yaml to the backend that keeps it."""

from __future__ import annotations

from pathlib import Path

from heymilo_ops.statefile import address
from heymilo_ops.statefile.backend import Backend


def backend_for(state: str, root: Path, workspace: str) -> Backend:
    """The backend of a workspace's state; nothing is read or sent yet.

    A folder and a bucket's prefix are the state's root as they are given; a branch holds a folder for each workspace.
    Raises ``StateError`` for an address that is none, a missing extra, and plain http beyond loopback.
    """
    where = address.parse(state)
    if isinstance(where, address.Folder):
        from heymilo_ops.statefile.folder import FolderBackend

        return FolderBackend(root / where.path)
    if isinstance(where, address.Branch):
        from heymilo_ops.statefile.gitbranch import GitBranchBackend

        return GitBranchBackend(root, where, workspace)
    from heymilo_ops.statefile.objectstore import ObjectStoreBackend

    return ObjectStoreBackend.at(where)
