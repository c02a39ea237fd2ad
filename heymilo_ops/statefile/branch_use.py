"""Who uses a state's branch: only one that nothing else uses may hold a state, and its log shows who writes to it.

A branch with work on it is never written to. Whether the remote protects the branch, git can't say.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from heymilo_ops.errors import StateError
from heymilo_ops.git.repository import GitError
from heymilo_ops.model.location import BranchLocation
from heymilo_ops.statefile.git_transport import LOCAL_S, GitTransport
from heymilo_ops.text.phrase import first_few

OURS = frozenset(
    {"baselines", "journal", "late", "lease.json", "lock.json", "people.json", "set-aside", "snapshots", "state.json"}
)
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


DEPTH = 200
"""So many of the newest commits are looked at."""


@dataclass(frozen=True, slots=True)
class BranchLog:
    """The newest commits of a branch.

    Attributes:
        writers: how many of them each committer made, by name and mail, the most first.
        foreign: short hashes of those that no heymilo-ops made, by what they say.
        rewritten: whether the commit that was the newest at the last look is not among them, and they go back to the
            first one; ``None`` where this is the first look, or where they are too many to tell.
    """

    writers: Mapping[str, int]
    foreign: tuple[str, ...]
    rewritten: bool | None


def read_branch_log(root: Path, branch: BranchLocation) -> BranchLog:
    """Fetch the newest commits and compare them with the last look from this clone. Raises ``StateError``."""
    transport = GitTransport(root, branch.remote, str(branch))
    return transport.attempt("read", lambda: _look(transport, branch))


def _look(transport: GitTransport, branch: BranchLocation) -> BranchLog:
    here = f"refs/looked/{branch.remote}/{branch.name}"
    options = ("--quiet", "--no-tags", "--no-write-fetch-head", f"--depth={DEPTH}", "--no-recurse-submodules")
    with transport.alone():
        before = transport.local("for-each-ref", "--format=%(objectname)", here).decode().strip()
        transport.network("fetch", *options, "--", branch.remote, f"+refs/heads/{branch.name}:{here}")
    format = "--format=%H%n%cn <%ce>%n%s"
    printed = transport.local("log", "-z", format, f"--max-count={DEPTH}", here, "--").decode(errors="replace")
    commits = [entry.split("\n", 2) for entry in printed.split("\0") if entry]
    folders = set(transport.local("ls-tree", "-z", "--name-only", here).decode(errors="replace").split("\0")) - {""}
    return BranchLog(
        writers=dict(Counter(writer for _, writer, _ in commits).most_common()),
        foreign=tuple(hash[:10] for hash, _, subject in commits if not _is_ours(subject, folders)),
        rewritten=_rewritten(before, [hash for hash, _, _ in commits]),
    )


def _is_ours(subject: str, folders: set[str]) -> bool:
    """Return whether a commit says what those of heymilo-ops say: ``production/state.json: …``, ``production: …``."""
    key, colon, _ = subject.partition(": ")
    return bool(colon) and key.partition("/")[0] in folders


def _rewritten(before: str, hashes: list[str]) -> bool | None:
    if not before:
        return None
    if before in hashes:
        return False
    return True if len(hashes) < DEPTH else None
