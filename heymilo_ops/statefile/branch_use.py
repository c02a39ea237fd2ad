"""Which branch may hold a state: one that nothing else uses. A branch with work on it is never written to."""

from __future__ import annotations

import re

from heymilo_ops.errors import StateError
from heymilo_ops.git.repository import GitError
from heymilo_ops.model.location import BranchLocation
from heymilo_ops.statefile.git_cache import LOCAL_S
from heymilo_ops.statefile.git_transport import GitTransport
from heymilo_ops.text.phrase import first_few

OURS = frozenset({"journal", "late", "lease.json", "lock.json", "set-aside", "snapshots", "state.json"})
"""What the folder of a workspace holds; any one of them tells it from other folders."""

_HEAD = re.compile(r"^ref: refs/heads/(.+)\tHEAD$", re.MULTILINE)
_FOLDER = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._-]*")
_NAMED = 3
_MOST = 200
"""Folders that are looked into: nobody has so many workspaces."""


def refuse_used_branch(transport: GitTransport, branch: BranchLocation, listed: str, tip: str | None) -> None:
    """Refuse a branch that is used for something else.

    Args:
        listed: what ``git ls-remote --symref`` prints of the remote's HEAD.
        tip: the branch's newest commit, which is here; ``None`` where there is no such branch yet.

    Raises ``StateError``.
    """
    head = _HEAD.search(listed)
    if head and head[1] == branch.name:
        raise _refused(branch, f"it is the default branch of the remote '{branch.remote}'")
    if _checked_out(transport) == branch.name:
        raise _refused(branch, "it is the branch that is checked out here")
    others = _others(transport, tip) if tip else []
    if others:
        raise _refused(branch, f"it holds {first_few(others, _NAMED)}, which no heymilo-ops wrote")


def _refused(branch: BranchLocation, why: str) -> StateError:
    return StateError(
        f"{branch} can't hold the state: {why}",
        f"Name a branch that nothing else uses as `state` in heymilo.yaml, such as git:{branch.remote}/heymilo-state.",
    )


def _checked_out(transport: GitTransport) -> str | None:
    """Return the branch of this work tree; ``None`` where none is."""
    try:
        printed = transport.repository.ask(("symbolic-ref", "--quiet", "HEAD"), LOCAL_S)
    except (GitError, OSError):  # a detached HEAD
        return None
    return printed.decode(errors="surrogateescape").strip().removeprefix("refs/heads/")


def _others(transport: GitTransport, tip: str) -> list[str]:
    """List what stands at the top of the branch and is no folder of a workspace, in git's order."""
    listed = _names(transport.local("ls-tree", "-z", "--full-tree", "--end-of-options", tip))
    trees = {entry.partition("\t")[2] for entry in listed if entry.startswith("040000 ")}
    asked = [f"{name}/" for name in sorted(trees) if _FOLDER.fullmatch(name)][:_MOST]
    options = ("-z", "--name-only", "--full-tree", "--end-of-options")
    held = _names(transport.local("ls-tree", *options, tip, "--", *asked)) if asked else []
    ours = {folder for folder, _, name in (path.partition("/") for path in held) if name in OURS}
    return [name for _, _, name in (entry.partition("\t") for entry in listed) if name not in ours]


def _names(printed: bytes) -> list[str]:
    return [name for name in printed.decode(errors="replace").split("\0") if name]
