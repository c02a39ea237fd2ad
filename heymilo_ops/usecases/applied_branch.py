"""Which branch the workflows of ``init --ci github`` apply: the remote's default branch."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from heymilo_ops import gitinfo
from heymilo_ops.errors import UsageError

_USUAL = "main"
_NAME = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._/-]*")
_HELP = "Say which branch is applied: --branch NAME, of letters, digits and . _ / -."


def applied_branch(root: Path, asked: str | None, ask: Callable[[str | None], str] | None) -> str:
    """Return the branch whose pushes are applied. Raises ``UsageError`` where it isn't known, or can't be used.

    It is ``asked``, or the remote's default branch, or the only branch there is. Where there are several, ``ask`` is
    called with the current one; it is ``None`` where nobody can be asked.
    """
    name = asked or gitinfo.default_branch(root) or _only(root)
    if name is None:
        if ask is None:
            branches = ", ".join(gitinfo.branches(root))
            problem = f"git doesn't know the remote's default branch, and there are several branches: {branches}"
            raise UsageError(problem, _HELP)
        name = ask(gitinfo.branch(root))
    if not _NAME.fullmatch(name):
        raise UsageError(f"The branch '{name}' can't stand in a workflow", _HELP)
    return name


def _only(root: Path) -> str | None:
    """The one branch there is, or will be with the first commit."""
    branches = {*gitinfo.branches(root), *filter(None, [gitinfo.branch(root)])}
    return next(iter(branches or {_USUAL})) if len(branches) <= 1 else None
