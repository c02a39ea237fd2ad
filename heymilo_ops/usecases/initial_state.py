"""Choose where production keeps its state: on a branch of the repo's remote, or in a folder where it has none."""

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


def choose_location(root: Path) -> str:
    """Return the location of the state as heymilo.yaml writes it; of several remotes ``origin`` is preferred."""
    usable = [name for name in gitinfo.remotes(root) if _is_usable(name)]
    chosen = "origin" if "origin" in usable else next(iter(usable), None)
    return _on_branch(chosen) if chosen is not None else FOLDER


def config_lines(state: str) -> str:
    """The lines of heymilo.yaml that set it, with a comment that says why."""
    return f"{_IN_FOLDER if state == FOLDER else _ON_BRANCH}    state: {state}\n"


def _on_branch(remote: str) -> str:
    return f"git:{remote}/{BRANCH}"


def _is_usable(remote: str) -> bool:
    """Whether its name can stand in a location."""
    try:
        return location.parse_location(_on_branch(remote)) == location.BranchLocation(remote, BRANCH)
    except StateError:
        return False
