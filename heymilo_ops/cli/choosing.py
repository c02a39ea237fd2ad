"""Where ``init`` puts the state of production: on a branch of the repo's remote, or in a folder where it has none."""

from __future__ import annotations

from pathlib import Path

from heymilo_ops import gitinfo
from heymilo_ops.errors import StateError
from heymilo_ops.model import location

BRANCH = "heymilo-state"
FOLDER = ".heymilo/state/production"

_ON_BRANCH = """\
    # What was applied is kept on a branch of this repo's own remote: a fresh CI job finds it there, and no bucket is
    # needed. Your files and branches here are never touched. A second project in this repo needs a branch of its own.
    # Protect that branch: nobody but the apply job may push to it, and nobody may force-push or delete it.
"""
_IN_FOLDER = """\
    # What was applied is kept in a folder here, since this repo has no remote: nobody else sees it, and no CI job.
    # Once there is a remote, and before the first apply to production, write git:origin/heymilo-state instead.
"""


def state_for(root: Path) -> str:
    """The state of production for a repo in this folder, as heymilo.yaml writes it: that of ``origin`` for choice."""
    named = [name for name in gitinfo.remotes(root) if _is_usable(name)]
    chosen = "origin" if "origin" in named else next(iter(named), None)
    return _on_branch(chosen) if chosen is not None else FOLDER


def lines(state: str) -> str:
    """The lines of heymilo.yaml that say so, and why."""
    return f"{_IN_FOLDER if state == FOLDER else _ON_BRANCH}    state: {state}\n"


def told(state: str) -> str:
    """What was chosen, in words."""
    if state == FOLDER:
        return (
            f"The state of production is the folder {state}: this repo has no remote yet. Before the first apply to\n"
            "production, and before CI, give it one and write state: git:origin/heymilo-state."
        )
    return (
        f"The state of production is the branch {state.removeprefix('git:')}: every clone and CI job that may push\n"
        "there knows what was applied. Until the first apply there is no such branch.\n"
        "Whoever may write to it decides what is taken for ours. Protect it at the remote, on GitHub by a ruleset for\n"
        f"{BRANCH}: nobody but the apply job may push, and nobody may force-push or delete it. `doctor` tells who did."
    )


def _on_branch(remote: str) -> str:
    return f"git:{remote}/{BRANCH}"


def _is_usable(remote: str) -> bool:
    """Whether its name can stand in an address."""
    try:
        return location.parse_location(_on_branch(remote)) == location.BranchLocation(remote, BRANCH)
    except StateError:
        return False
