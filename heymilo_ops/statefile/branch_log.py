"""What the history of a state's branch shows of who writes to it. Whether the remote protects it, git can't say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from heymilo_ops.model.location import BranchLocation
from heymilo_ops.statefile.git_transport import GitTransport

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
    with transport.cache.alone():
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
