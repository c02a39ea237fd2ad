"""A clone and its remote, and the state's branch of it."""

from __future__ import annotations

import subprocess
from pathlib import Path

from heymilo_ops.model.location import BranchLocation
from heymilo_ops.statefile.git_branch import GitBranchBackend


def git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True, text=True)
    return done.stdout.strip()


def on_branch(clone: Path, remote: str = "origin", workspace: str = "production") -> GitBranchBackend:
    """The backend as any keys can be put through it: what tests write there is no state."""
    return GitBranchBackend(clone, BranchLocation(remote, "heymilo-state"), workspace)


def another(origin: Path) -> Path:
    git(origin.parent, "clone", "--quiet", str(origin), "another")
    return origin.parent / "another"
