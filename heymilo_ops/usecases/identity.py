"""In whose name a command writes."""

from __future__ import annotations

import os
from collections.abc import Iterable
from datetime import UTC, datetime

from heymilo_ops import gitinfo
from heymilo_ops.apply.run_context import Author
from heymilo_ops.statefile.lease import Holder, this_holder
from heymilo_ops.usecases.workspace import Workspace


def identify(workspace: Workspace, sources: Iterable[str] = ()) -> Author:
    """Say in whose name this runs, and from which commit. ``sources``: the manifests that may be applied."""
    root = workspace.root
    commit = gitinfo.commit(root)
    dirty = gitinfo.dirty(root, sources) if commit else None
    return Author(gitinfo.applied_by(root, os.environ), commit if dirty is not None else None, dirty or frozenset())


def lock_holder(author: Author, operation: str) -> Holder:
    """Describe the holder of a lock, for whoever waits for it."""
    return this_holder(author.by, operation, datetime.now(UTC))
