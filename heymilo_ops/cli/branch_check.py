"""What can be seen of the protection of a state's branch, in words."""

from __future__ import annotations

from heymilo_ops.errors import AttentionError
from heymilo_ops.model import location
from heymilo_ops.review.words import counted
from heymilo_ops.text.sanitize import one_line
from heymilo_ops.usecases.workspace import Workspace

PROTECT = (
    "Protect the branch at the remote: nobody but the apply job may push to it, and nobody may force-push or delete it."
)
_SHOWN = 5


def history(workspace: Workspace) -> str | None:
    """Who wrote to the branch; ``None`` where the state is on none.

    Raises ``AttentionError`` where somebody else wrote to it or it was rewritten, ``StateError`` where it can't be
    read.
    """
    where = location.parse_location(workspace.state_place)
    if not isinstance(where, location.BranchLocation):
        return None
    from heymilo_ops.statefile.branch_log import read_branch_log

    found = read_branch_log(workspace.root, where)
    if found.rewritten:
        raise AttentionError(
            "it was rewritten since this clone last looked: what was applied may be missing from the state",
            f"Compare it with a backup, and see: heymilo-ops -w {workspace.name} plan. {PROTECT}",
        )
    if found.strange:
        raise AttentionError(
            f"{_listed(found.strange)} of its newest commits don't read like those of heymilo-ops: somebody else "
            "may write to the state",
            f"Look at them: git fetch {where.remote} {where.name}, then git show. {PROTECT}",
        )
    writers = _listed([f"{one_line(writer)} ({number})" for writer, number in found.writers.items()])
    total = counted(sum(found.writers.values()), "newest commit")
    unseen = "" if found.rewritten is False else "; whether it was rewritten before can't be seen from here"
    return f"{total} by {writers}{unseen}; whether the remote protects it can't be seen by git"


def _listed(names: list[str] | tuple[str, ...]) -> str:
    more = len(names) - _SHOWN
    return ", ".join(names[:_SHOWN]) + (f" and {more} more" if more > 0 else "")
