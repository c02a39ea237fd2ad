"""Whether the location of a workspace's state can be written, and who writes to it; found out without changing it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from heymilo_ops.advice import AdviceKind, advise
from heymilo_ops.errors import AttentionError
from heymilo_ops.model import location
from heymilo_ops.model.setup_check import SetupCheck, SetupCode, SetupPart
from heymilo_ops.text.phrase import first_few
from heymilo_ops.text.sanitize import one_line
from heymilo_ops.usecases.workspace import Workspace

if TYPE_CHECKING:
    from heymilo_ops.statefile.git_transport import GitTransport

_PROTECT = (
    "Protect the branch at the remote: nobody but the apply job may push to it, and nobody may force-push or delete it."
)
_MOST = 5


def check_location(workspace: Workspace, *, probe: bool) -> SetupCheck:
    """Check that the state can be written where it is. Raises ``StateError`` where it can't.

    A branch is pushed to as a dry run. A bucket is written to with ``probe`` only, below ``probe/``, and cleared again.
    """
    place = location.parse_location(workspace.state_location)
    if isinstance(place, location.FolderLocation):
        return SetupCheck(SetupPart.LOCATION, SetupCode.FOLDER)
    if isinstance(place, location.BranchLocation):
        _dry_run(workspace, place)
        return SetupCheck(SetupPart.LOCATION, SetupCode.BRANCH, {"remote": place.remote})
    if probe:
        _probe(place)
    code = SetupCode.BUCKET_WRITABLE if probe else SetupCode.BUCKET
    return SetupCheck(SetupPart.LOCATION, code, {"scheme": place.scheme})


def check_history(workspace: Workspace) -> SetupCheck | None:
    """Check who wrote to the state's branch; ``None`` where it is on none.

    Raises ``AttentionError`` where somebody else did or it was rewritten, ``StateError`` where it can't be read.
    """
    place = location.parse_location(workspace.state_location)
    if not isinstance(place, location.BranchLocation):
        return None
    from heymilo_ops.statefile.branch_use import read_branch_log

    log = read_branch_log(workspace.root, place)
    if log.rewritten:
        raise AttentionError(
            "it was rewritten since this clone last looked: what was applied may be missing from the state",
            ("Compare it with a backup.", _PROTECT, advise(AdviceKind.PLAN, workspace=workspace.name)),
        )
    if log.foreign:
        raise AttentionError(
            f"{first_few(log.foreign, _MOST)} of its newest commits don't read like those of heymilo-ops: somebody "
            "else may write to the state",
            f"Look at them: git fetch {place.remote} {place.name}, then git show. {_PROTECT}",
        )
    writers = first_few([f"{one_line(writer)} ({number})" for writer, number in log.writers.items()], _MOST)
    code = SetupCode.HISTORY if log.rewritten is False else SetupCode.HISTORY_UNSEEN
    return SetupCheck(SetupPart.HISTORY, code, {"commits": sum(log.writers.values()), "writers": writers})


def _dry_run(workspace: Workspace, branch: location.BranchLocation) -> None:
    """Ask the remote for the right to push, and send nothing."""
    from heymilo_ops.statefile.git_transport import GitTransport

    transport = GitTransport(workspace.root, branch.remote, str(branch))

    def push() -> bytes:
        # Another name than the branch's: whatever git made of it, the state would not be met.
        target = f"{_empty_commit(transport)}:refs/heads/{branch.name}-doctor"
        options = ("--dry-run", "--quiet", "--no-verify", "--recurse-submodules=no")
        return transport.network("push", *options, "--", branch.remote, target)

    transport.attempt("push to", push)


def _empty_commit(transport: GitTransport) -> str:
    tree = transport.local("hash-object", "-t", "tree", "-w", "--stdin").decode().strip()
    return transport.local("commit-tree", tree, "-m", "doctor").decode().strip()


def _probe(bucket: location.BucketLocation) -> None:
    from heymilo_ops.statefile.bucket import open_bucket
    from heymilo_ops.statefile.object_store import probe_tag_spelling

    probe_tag_spelling(open_bucket(bucket), str(bucket))
