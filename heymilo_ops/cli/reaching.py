"""Whether a workspace's state could be written where it is, found out without changing it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from heymilo_ops.model import location
from heymilo_ops.usecases.workspace import Workspace

if TYPE_CHECKING:
    from heymilo_ops.statefile.git_transport import GitTransport


def reach(workspace: Workspace, *, probe: bool) -> str:
    """What kind of place it is and what it would take, in words. Raises ``StateError`` where it takes no write.

    A branch is pushed to as a dry run. A bucket is written to with ``probe`` only, below ``probe/``, and cleared again.
    """
    where = location.parse_location(workspace.state_place)
    if isinstance(where, location.FolderLocation):
        return "a folder: what was applied is known where that folder is, and nowhere else"
    if isinstance(where, location.BranchLocation):
        _push_dry(workspace, where)
        return f"a branch: {where.remote} answers and lets git push; rules for single branches show at the first write"
    writing = _probed(where) if probe else "whether it can be written: doctor --probe"
    return f"a bucket{_standing(where)}: it answers; {writing}"


def _push_dry(workspace: Workspace, branch: location.BranchLocation) -> None:
    """Ask the remote for the right to push, and send nothing."""
    from heymilo_ops.statefile.git_transport import GitTransport

    wire = GitTransport(workspace.root, branch.remote, str(branch))

    def push() -> bytes:
        # Another name than the branch's: whatever git made of it, the state would not be met.
        target = f"{_empty_commit(wire)}:refs/heads/{branch.name}-doctor"
        options = ("--dry-run", "--quiet", "--no-verify", "--recurse-submodules=no")
        return wire.network("push", *options, "--", branch.remote, target)

    wire.telling("push to", push)


def _empty_commit(wire: GitTransport) -> str:
    tree = wire.local("hash-object", "-t", "tree", "-w", "--stdin").decode().strip()
    return wire.local("commit-tree", tree, "-m", "doctor").decode().strip()


def _standing(bucket: location.BucketLocation) -> str:
    return " (Google Cloud Storage, experimental)" if bucket.scheme == "gs" else ""


def _probed(bucket: location.BucketLocation) -> str:
    from heymilo_ops.statefile.bucket import open_bucket
    from heymilo_ops.statefile.probe import probe_tag_spelling

    probe_tag_spelling(open_bucket(bucket), str(bucket))
    return "it can be written, and honours conditions"
