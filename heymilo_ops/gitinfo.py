"""What git knows: commit, branch, uncommitted files, author, remotes, old content. Outside git there is no answer.

Nothing here fails and nothing hangs: git is asked with a time limit, and runs no program for an answer.
"""

from __future__ import annotations

import hashlib
import os
import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from heymilo_ops import files
from heymilo_ops.git.repository import GitError, Repository, find_repository

TIMEOUT_S = 10.0
"""The longest that one question to git may take, in seconds."""

_COMMIT = re.compile(r"[0-9a-f]{7,64}")
_REMOTE = re.compile(r"remote\.(.+)\.url", re.DOTALL)
_CI = ("GITHUB_ACTOR", "GITLAB_USER_LOGIN")
_TARGETS = ("GITHUB_BASE_REF", "CI_MERGE_REQUEST_TARGET_BRANCH_NAME")
_USER = ("USER", "LOGNAME", "USERNAME")
_FAILURES = (GitError, OSError, ValueError)


def commit(root: Path) -> str | None:
    """Return the full hash of HEAD; ``None`` outside git, without git, or before the first commit."""
    head = _text(root, "rev-parse", "--verify", "--quiet", "HEAD")
    return head if head and _COMMIT.fullmatch(head) else None


def committed_at(root: Path, commit: str) -> float | None:
    """Return when a commit was made, in Unix seconds; ``None`` where git doesn't have it."""
    if not _COMMIT.fullmatch(commit):
        return None
    printed = _text(root, "show", "--no-patch", "--format=%ct", commit, "--")
    return float(printed) if printed and printed.isdecimal() else None


def branch(root: Path) -> str | None:
    """Return the name of the branch that is checked out; ``None`` on a detached HEAD or outside git."""
    return _text(root, "symbolic-ref", "--quiet", "--short", "HEAD")


def dirty(root: Path, paths: Iterable[str]) -> frozenset[str] | None:
    """Return those of ``paths`` (files, relative to ``root``, ``/``-separated) that differ from HEAD or that it doesn't
    have.

    One question to git for all of them. Files are compared as they are, since git's own comparison runs the filters
    that ``.gitattributes`` asks for; a line end may be CRLF here and LF there. ``None`` where git can't say.
    """
    files_named = list(dict.fromkeys(paths))
    repository = _repository(root)
    if repository is None:
        return None
    tracked = {path: posixpath.normpath(repository.prefix + path) for path in files_named}
    if any(path.startswith(("../", "/")) for path in tracked.values()):
        return None
    # A line break would make two questions of one: such a file counts as changed.
    askable = [path for path in files_named if "\n" not in path]
    lines = "".join(f"HEAD:{tracked[path]}\n" for path in askable)
    printed = _git(root, "cat-file", "--batch-check", data=lines.encode(errors="surrogateescape"))
    if printed is None:
        return None
    answers = (line.split() for line in printed.split(b"\n"))
    blobs = {path: words[0].decode() for path, words in zip(askable, answers, strict=False) if words[1:2] == [b"blob"]}
    return frozenset(path for path in files_named if not _is_as_in(blobs.get(path), repository.top, tracked[path]))


def bases(root: Path, environ: Mapping[str, str]) -> tuple[str, ...]:
    """Return the commits that show what was agreed before HEAD, full hashes, the nearest first; none where git has
    none.

    That is where HEAD left the default branch; on that branch itself, HEAD (the files may have changed since) and its
    first parent. ``environ`` may name the branch that a pull request goes to.
    """
    here = commit(root)
    if here is None:
        return ()
    forks = (_text(root, "merge-base", here, ref) for ref in _default_branches(root, environ))
    fork = next((commit for commit in forks if commit and _COMMIT.fullmatch(commit)), here)
    if fork != here:
        return (fork,)
    parent = _text(root, "rev-parse", "--verify", "--quiet", f"{here}^1")
    return (here, parent) if parent and _COMMIT.fullmatch(parent) else (here,)


class BaseGap(StrEnum):
    """Why ``bases`` can't name the commit at which HEAD left the default branch."""

    NO_COMMIT = "no_commit"
    """This is no repository, or it has no commit."""
    NO_BRANCH = "no_branch"
    """No branch is known by the name of a default one."""
    NO_FORK = "no_fork"
    """The clone lacks the commit at which the branches parted."""


def base_gap(root: Path, environ: Mapping[str, str]) -> BaseGap | None:
    """Return why ``bases`` gives no commit, or only the newest ones of HEAD; ``None`` where it can be relied on."""
    if commit(root) is None:
        return BaseGap.NO_COMMIT
    refs = _default_branches(root, environ)
    if not refs:
        return BaseGap.NO_BRANCH
    return None if any(_text(root, "merge-base", "HEAD", ref) for ref in refs) else BaseGap.NO_FORK


def top_folder(root: Path) -> Path | None:
    """Return the top folder of the work tree that holds ``root``; ``None`` outside git."""
    repository = _repository(root)
    return repository.top if repository is not None else None


def blob_id(data: bytes, like: str) -> str:
    """Return the id that git gives these bytes, by the algorithm of an id of the same repository."""
    algorithm = hashlib.sha1 if len(like) == 40 else hashlib.sha256
    return algorithm(b"blob %d\0" % len(data) + data).hexdigest()


def is_in_history(root: Path, commit: str) -> bool:
    """Return whether a commit is HEAD or one of its ancestors; ``False`` where git can't say, as in a shallow clone."""
    return (
        _COMMIT.fullmatch(commit) is not None and _git(root, "merge-base", "--is-ancestor", commit, "HEAD") is not None
    )


def _default_branches(root: Path, environ: Mapping[str, str]) -> list[str]:
    """Return the refs that there are of those that may be the default branch, the likeliest first."""
    target = next(filter(None, (environ.get(name, "").strip() for name in _TARGETS)), None)
    candidates = [f"refs/remotes/origin/{target}"] if target else []
    candidates += ["refs/remotes/origin/HEAD", "refs/remotes/origin/main", "refs/remotes/origin/master"]
    candidates += ["refs/heads/main", "refs/heads/master"]
    existing = (_text(root, "for-each-ref", "--format=%(refname)", *candidates) or "").splitlines()
    return [ref for ref in candidates if ref in existing]


def default_branch(root: Path) -> str | None:
    """Return the default branch of the remote, by what the clone noted of it; ``None`` where it noted nothing."""
    names = sorted(remotes(root), key=lambda name: (name != "origin", name))
    for remote in names:
        head = _text(root, "symbolic-ref", "--quiet", f"refs/remotes/{remote}/HEAD")
        if head:
            return head.removeprefix(f"refs/remotes/{remote}/")
    return None


def branches(root: Path) -> tuple[str, ...]:
    """Return the names of the local branches that have a commit, sorted."""
    return tuple((_text(root, "for-each-ref", "--format=%(refname:lstrip=2)", "refs/heads/") or "").split())


def author(root: Path) -> str | None:
    """``Name <mail>`` as git would sign a commit here; ``None`` where it doesn't know."""
    settings = _settings(root)
    name, mail = settings.get("user.name"), settings.get("user.email")
    if mail:
        return f"{name} <{mail}>" if name else mail
    return name or None


def remotes(root: Path) -> tuple[str, ...]:
    """Return the names of the remotes that have a URL, sorted."""
    return tuple(sorted(match[1] for key in _settings(root) if (match := _REMOTE.fullmatch(key))))


def remote_urls(root: Path) -> tuple[str, ...]:
    """Return the URLs of the remotes."""
    settings = _settings(root)
    return tuple(settings[f"remote.{name}.url"] for name in remotes(root))


def applied_by(root: Path, environ: Mapping[str, str]) -> str:
    """Return who applies: the person that CI names, else git's author, else the login name, else ``unknown``."""
    actors = (environ.get(name, "").strip() for name in _CI)
    logins = (environ.get(name, "").strip() for name in _USER)
    return next(filter(None, actors), None) or author(root) or next(filter(None, logins), None) or "unknown"


def show(root: Path, commit: str, path: str) -> bytes | None:
    """Read the bytes that ``path`` (relative to ``root``, ``/``-separated) had in ``commit``; ``None`` where it had
    none.
    """
    if not _COMMIT.fullmatch(commit):
        return None
    repository = _repository(root)
    return _git(root, "cat-file", "blob", f"{commit}:{repository.prefix}{path}", fetching=True) if repository else None


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit by its full hash; ``at`` is its committer's time, in Unix seconds."""

    hash: str
    at: float


def commits(root: Path, paths: Iterable[str], limit: int) -> tuple[Commit, ...]:
    """Return the newest ``limit`` commits of any branch that touched ``paths`` (files or folders), the newest first."""
    repository = _repository(root)
    if repository is None:
        return ()
    options = ("--all", "--full-history", "--timestamp", f"--max-count={limit}")
    lines = (_text(root, "rev-list", *options, "--", *(repository.prefix + path for path in paths)) or "").splitlines()
    return tuple(Commit(line.split()[1], float(line.split()[0])) for line in lines)


def tree(root: Path, commit: str, paths: Iterable[str], most: int) -> dict[str, str]:
    """Return the blob by path of the plain files of at most ``most`` bytes below ``paths`` (relative to ``root``) in a
    commit.
    """
    repository = _repository(root)
    if repository is None or not _COMMIT.fullmatch(commit):
        return {}
    arguments = ("ls-tree", "-r", "-l", "-z", commit, "--", *(repository.prefix + path for path in paths))
    listed = _git(root, *arguments, fetching=True) or b""
    entries = (entry.partition(b"\t") for entry in listed.split(b"\0") if entry)
    plain = ((head.split(), os.fsdecode(path).removeprefix(repository.prefix)) for head, _, path in entries)
    return {
        path: head[2].decode()
        for head, path in plain
        if head[0].startswith(b"100") and head[3].isdigit() and int(head[3]) <= most
    }


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What the index has and the work tree doesn't, although nobody deleted it. Paths are relative to ``root``.

    Attributes:
        files: those that are skipped by a sparse checkout, or by their skip-worktree bit, with the blob of each.
        submodules: those that aren't checked out.
    """

    files: Mapping[str, str]
    submodules: tuple[str, ...]


def left_out(root: Path, folders: Iterable[str]) -> LeftOut:
    """Return what git left out of the work tree below ``folders``; nothing where git can't say."""
    repository = _repository(root)
    if repository is None:
        return LeftOut({}, ())
    printed = _git(root, "ls-files", "-s", "-t", "-z", "--", *(repository.prefix + path for path in folders)) or b""
    skipped, modules = {}, []
    for entry in filter(None, printed.split(b"\0")):
        head, _, name = entry.partition(b"\t")
        tag, mode, blob, _ = head.split()
        path = os.fsdecode(name)
        exists = os.path.lexists(repository.top / path / ".git" if mode == b"160000" else repository.top / path)
        if exists or not (tag == b"S" or mode == b"160000"):
            continue
        path = path.removeprefix(repository.prefix)
        if mode == b"160000":
            modules.append(path)
        else:
            skipped[path] = blob.decode()
    return LeftOut(skipped, tuple(modules))


def blobs(root: Path, ids: Iterable[str], *, fetching: bool = True) -> dict[str, bytes]:
    """Return the bytes of blobs by id; those that git doesn't have, or doesn't fetch, are left out."""
    questions = "".join(f"{blob}\n" for blob in ids if _COMMIT.fullmatch(blob))
    if not questions:
        return {}
    return dict(_blobs(_git(root, "cat-file", "--batch", data=questions.encode(), fetching=fetching) or b""))


def _blobs(printed: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield blobs as ``cat-file --batch`` prints them: a line with id, type and size, the bytes, a line end."""
    while printed:
        head, _, printed = printed.partition(b"\n")
        words = head.split()
        if len(words) == 3:  # else it says that it is missing
            size = int(words[2])
            yield words[0].decode(), printed[:size]
            printed = printed[size + 1 :]


def published(root: Path, commit: str) -> tuple[str, ...]:
    """Return the URLs of the remotes with a branch that holds ``commit``, as far as the last fetch or push here knows.

    Empty where ``root`` is not the top folder of a work tree, or git can't say.
    """
    repository = _repository(root)
    if repository is None or repository.prefix or not _COMMIT.fullmatch(commit):
        return ()
    arguments = ("for-each-ref", "--contains", commit, "--format=%(refname)")
    settings = _settings(root)
    holding = (name for name in remotes(root) if _text(root, *arguments, f"refs/remotes/{name}/"))
    return tuple(settings[f"remote.{name}.url"] for name in holding)


def is_shallow(root: Path) -> bool:
    """Return whether this clone has only the newest part of the history."""
    return _text(root, "rev-parse", "--is-shallow-repository") == "true"


def _is_as_in(blob: str | None, top: Path, path: str) -> bool:
    """Return whether a file (a link by its target) is this blob; without a blob, whether there is no file either."""
    if blob is None:
        return not os.path.lexists(top / path)
    try:
        data = os.fsencode((top / path).readlink()) if (top / path).is_symlink() else files.read(top, path)
    except OSError:
        return False
    return any(blob_id(form, blob) == blob for form in (data, data.replace(b"\r\n", b"\n")))


def _settings(root: Path) -> dict[str, str]:
    """git's configuration, less what the work tree could have brought."""
    with suppress(*_FAILURES):
        settings = find_repository(root, TIMEOUT_S).settings(TIMEOUT_S)
        return {setting.key: setting.value for setting in settings if not setting.is_brought}
    return {}


def _repository(root: Path) -> Repository | None:
    with suppress(*_FAILURES):
        return find_repository(root, TIMEOUT_S)
    return None


def _text(root: Path, *arguments: str) -> str | None:
    printed = _git(root, *arguments)
    text = printed.decode(errors="replace").strip() if printed else ""
    return text or None


def _git(root: Path, *arguments: str, data: bytes = b"", fetching: bool = False) -> bytes | None:
    """Run git and return its output, ``None`` where it fails in any way. ``data``: what it reads."""
    with suppress(*_FAILURES):
        return find_repository(root, TIMEOUT_S).ask(arguments, TIMEOUT_S, data, fetching=fetching)
    return None
