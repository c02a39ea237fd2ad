"""What git knows: commit, branch, uncommitted files, author, old content. Outside git every answer is ``None``.

Nothing here fails and nothing hangs: git is asked with a time limit, without prompts, locks or file system monitors.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path

TIMEOUT_S = 10.0
"""The longest that one question to git may take, in seconds."""

_COMMIT = re.compile(r"[0-9a-f]{7,64}")
_GIT = ("git", "--no-pager", "--literal-pathspecs", "-c", "core.fsmonitor=false", "-c", "core.quotepath=false")
_CI = ("GITHUB_ACTOR", "GITLAB_USER_LOGIN")
_USER = ("USER", "LOGNAME", "USERNAME")


def commit(root: Path) -> str | None:
    """Full hash of HEAD; ``None`` outside git, without git, or before the first commit."""
    found = _text(root, "rev-parse", "--verify", "--quiet", "HEAD")
    return found if found and _COMMIT.fullmatch(found) else None


def branch(root: Path) -> str | None:
    """Name of the branch that is checked out; ``None`` on a detached HEAD or outside git."""
    return _text(root, "symbolic-ref", "--quiet", "--short", "HEAD")


def dirty(root: Path, paths: Iterable[str]) -> frozenset[str] | None:
    """Those of ``paths`` (files, relative to ``root``, ``/``-separated) that differ from HEAD or that it doesn't have.

    One question to git for all of them. ``None`` where git can't say.
    """
    asked = list(dict.fromkeys(paths))
    prefix = _git(root, "rev-parse", "--show-prefix")
    if prefix is None:
        return None
    listing = ("status", "--porcelain", "-z", "--no-renames", "--untracked-files=all", "--ignored=matching")
    changed: set[str] = set()
    for some in _batches(asked):
        found = _git(root, *listing, "--", *some)
        if found is None:
            return None
        changed.update(os.fsdecode(entry[3:]) for entry in found.split(b"\0") if entry)
    base = os.fsdecode(prefix.rstrip(b"\n"))
    return frozenset(path for path in asked if _is_in(base + path, changed))


def author(root: Path) -> str | None:
    """``Name <mail>`` as git would sign a commit here; ``None`` where it doesn't know."""
    name, mail = _text(root, "config", "--get", "user.name"), _text(root, "config", "--get", "user.email")
    if mail:
        return f"{name} <{mail}>" if name else mail
    return name


def applied_by(root: Path, environ: Mapping[str, str]) -> str:
    """Who applies: the person that CI names, else git's author, else the login name, else ``unknown``."""
    named = (environ.get(name, "").strip() for name in _CI)
    logins = (environ.get(name, "").strip() for name in _USER)
    return next(filter(None, named), None) or author(root) or next(filter(None, logins), None) or "unknown"


def show(root: Path, commit: str, path: str) -> bytes | None:
    """The bytes that ``path`` (relative to ``root``, ``/``-separated) had in ``commit``; ``None`` where it had none."""
    if not _COMMIT.fullmatch(commit):
        return None
    return _git(root, "cat-file", "blob", f"{commit}:./{path}")


def _batches(paths: list[str], size: int = 500) -> Iterable[list[str]]:
    """Few enough at once for a command line."""
    return (paths[i : i + size] for i in range(0, len(paths), size))


def _is_in(path: str, changed: set[str]) -> bool:
    """Whether the path, or a folder above it that git names as a whole (``vendor/``), is among the changed."""
    parts = path.split("/")
    return path in changed or any("/".join(parts[:i]) + "/" in changed for i in range(1, len(parts)))


def _text(root: Path, *arguments: str) -> str | None:
    found = _git(root, *arguments)
    text = found.decode(errors="replace").strip() if found else ""
    return text or None


def _git(root: Path, *arguments: str) -> bytes | None:
    """What git prints, ``None`` where it fails in any way."""
    try:
        done = subprocess.run(
            [*_GIT, *arguments],
            cwd=root,
            env=_environment(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=TIMEOUT_S,
            check=False,
        )
    except (OSError, ValueError, subprocess.SubprocessError):
        return None
    return done.stdout if done.returncode == 0 else None


def _environment() -> dict[str, str]:
    """Ours, less what a git hook sets, which would point every question at the hook's own repository."""
    kept = {
        key: value
        for key, value in os.environ.items()
        if key not in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX")
    }
    return kept | {"GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}
