"""Which branch the workflows of ``init --ci github`` apply: the remote's default branch."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import click

from heymilo_ops import gitinfo
from heymilo_ops.cli.options import Session
from heymilo_ops.errors import UsageError

_USUAL = "main"
_PLACE = "@branch@"
_NAME = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._/-]*")
_HELP = "Say which branch is applied: --branch NAME, of letters, digits and . _ / -."


def applied_branch(session: Session, root: Path, asked: str | None) -> str:
    """The name of the branch whose pushes are applied. Raises ``UsageError`` where it can't be known, or used.

    ``asked``: by the command line. Else it is the remote's default branch; where the clone noted none, the only branch
    there is, and where there are several, whoever sits at the terminal is asked.
    """
    name = asked or gitinfo.default_branch(root) or _only(root) or _ask(session, root)
    if not _NAME.fullmatch(name):
        raise UsageError(f"The branch '{name}' can't stand in a workflow", _HELP)
    return name


def with_branch(workflows: Mapping[str, str], branch: str) -> dict[str, str]:
    """The files with the branch filled in."""
    return {path: text.replace(_PLACE, branch) for path, text in workflows.items()}


def _only(root: Path) -> str | None:
    """The one branch there is, or will be with the first commit."""
    there = {*gitinfo.branches(root), *filter(None, [gitinfo.branch(root)])}
    return next(iter(there or {_USUAL})) if len(there) <= 1 else None


def _ask(session: Session, root: Path) -> str:
    if not session.interactive:
        said = ", ".join(gitinfo.branches(root))
        raise UsageError(f"git doesn't know the remote's default branch, and there are several branches: {said}", _HELP)
    found = click.prompt("Which branch is applied? The default branch of the remote", default=gitinfo.branch(root))
    return str(found)
