"""What git knows: commit, branch, uncommitted files, author, old content. Outside git every answer is ``None``.

Nothing here fails and nothing hangs: git is asked with a time limit, without prompts, locks or file system monitors.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit by its full hash; ``at`` is its committer's time, in Unix seconds."""

    hash: str
    at: float


def commits(root: Path, paths: Iterable[str], limit: int) -> tuple[Commit, ...]:
    """The newest ``limit`` commits of any branch that touched ``paths`` (files or folders), the newest first."""
    asked = ("rev-list", "--all", "--full-history", "--timestamp", f"--max-count={limit}", "--", *paths)
    lines = (_text(root, *asked) or "").splitlines()
    return tuple(Commit(line.split()[1], float(line.split()[0])) for line in lines)


def tree(root: Path, commit: str, paths: Iterable[str], most: int) -> dict[str, str]:
    """Blob by path (relative to ``root``) of the plain files of at most ``most`` bytes below ``paths`` in a commit."""
    if not _COMMIT.fullmatch(commit):
        return {}
    found = _git(root, "ls-tree", "-r", "-l", "-z", commit, "--", *paths) or b""
    entries = (entry.partition(b"\t") for entry in found.split(b"\0") if entry)
    files = ((head.split(), os.fsdecode(path)) for head, _, path in entries)
    return {
        path: head[2].decode()
        for head, path in files
        if head[0].startswith(b"100") and head[3].isdigit() and int(head[3]) <= most
    }


def blobs(root: Path, ids: Iterable[str]) -> dict[str, bytes]:
    """The bytes of blobs by id; those that git doesn't have are left out."""
    asked = "".join(f"{each}\n" for each in ids if _COMMIT.fullmatch(each))
    return dict(_blobs(_git(root, "cat-file", "--batch", given=asked.encode()) or b"")) if asked else {}


def _blobs(printed: bytes) -> Iterator[tuple[str, bytes]]:
    """Blobs as ``cat-file --batch`` prints them: a line with id, type and size, the bytes, a line end."""
    while printed:
        head, _, printed = printed.partition(b"\n")
        words = head.split()
        if len(words) == 3:  # else it says that it is missing
            size = int(words[2])
            yield words[0].decode(), printed[:size]
            printed = printed[size + 1 :]


def is_shallow(root: Path) -> bool:
    """Whether this clone has only the newest part of the history."""
    return _text(root, "rev-parse", "--is-shallow-repository") == "true"


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


def _git(root: Path, *arguments: str, given: bytes = b"") -> bytes | None:
    """What git prints, ``None`` where it fails in any way. ``given``: what it reads."""
    try:
        done = subprocess.run(
            [*_GIT, *arguments],
            cwd=root,
            env=_environment(),
            input=given,
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
