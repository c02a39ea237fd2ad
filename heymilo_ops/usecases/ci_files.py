"""The workflows that ``init --ci github`` writes, and what they install: only what a hash or a full commit names.

A release is installed from the package index by the hash that the index gives for it now, if what the index has is what
runs here. A build that was never released is not looked for there, where anybody may own its name: its dependencies
come by their hashes, and the tool itself from the commit that it was installed from.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from importlib import resources
from pathlib import Path

from heymilo_ops import files, gitinfo
from heymilo_ops.config import FILE_NAME
from heymilo_ops.errors import AttentionError, UsageError
from heymilo_ops.supply import index, origin

LOCK = ".github/heymilo-ops/requirements.lock"
TOOL = ".github/heymilo-ops/tool.txt"
SCRIPT = ".github/heymilo-ops/github_jobs.py"
WORKFLOWS = ("plan.yml", "legal.yml", "apply.yml", "drift.yml", "rollback.yml")
_FOLDER = ".github/workflows"

_HEAD = """\
# What the workflows install, with the hashes that each file may have:
# {what}.
# To take another heymilo-ops: install it, delete this folder and the workflows, run `heymilo-ops init --ci github`.
"""
_BUCKET = re.compile(rb"\b(?:s3|az|gs)://")
_LARGEST = 10_000_000


def ci_texts(root: Path) -> dict[str, str]:
    """Return the files by path, with those that are there already. Raises ``AttentionError``.

    A lock that is there is kept, and the workflows install from it.
    """
    kept = [path for path in (LOCK, TOOL) if files.kind(root, path) is not None]
    if LOCK in kept:
        return dict.fromkeys(kept, "") | _workflows(has_tool=TOOL in kept)
    if kept:
        raise AttentionError(f"{TOOL} is there without {LOCK}", "Delete it, and run this again.")
    parts: list[index.Part] = ["run", "word", "remote"] if _is_in_bucket(root) else ["run", "word"]
    source = _pinned(origin.install_source())
    if isinstance(source, origin.IndexSource):
        head, own = _HEAD.format(what=f"heymilo-ops {source.version} and all it needs"), _released(source.version)
        return {LOCK: head + index.lock(parts, own), **_workflows(has_tool=False)}
    head = _HEAD.format(what=f"all that heymilo-ops and its build need; the tool itself is in {TOOL}")
    pinned = {LOCK: head + index.lock([*parts, "build"]), TOOL: f"{source.requirement()}\n"}
    return pinned | _workflows(has_tool=True)


def with_branch(workflows: Mapping[str, str], branch: str) -> dict[str, str]:
    """Fill in the branch that is applied."""
    return {path: text.replace("@branch@", branch) for path, text in workflows.items()}


def outdated_workflows(root: Path) -> tuple[str, ...]:
    """Return the workflows that are there and don't install from the lock."""
    paths = [f"{_FOLDER}/{name}" for name in WORKFLOWS]
    existing = (path for path in paths if files.kind(root, path) is not None)
    return tuple(path for path in existing if LOCK.encode() not in files.read(root, path, _LARGEST))


def _pinned(source: origin.InstallSource) -> origin.IndexSource | origin.CommitSource:
    """Return what a job installs: the release of the package index, where this one came from there, or a commit."""
    match source:
        case origin.IndexSource() | origin.CommitSource():
            return source
        case origin.FolderSource(path):
            return _checked_out(path)
        case origin.UnusableSource(what):
            raise _refused(f"it was installed from {what}")


def _checked_out(folder: Path) -> origin.CommitSource:
    """Return the commit of the folder that the tool runs from. Raises where it isn't published, or isn't what runs."""
    commit = gitinfo.commit(folder) if folder.is_dir() else None
    if commit is None:
        raise _refused(f"it was installed from the folder {folder}, which is no git repository")
    if gitinfo.tree(folder, commit, (origin.PACKAGE,), _LARGEST) != origin.package_blobs():
        raise _refused(f"it is not what commit {commit[:12]} of {folder} holds: commit there and install it again")
    published = gitinfo.published(folder, commit)
    source = next(filter(None, (origin.commit_of(url, commit) for url in published)), None)
    if source is None:
        raise _refused(
            f"commit {commit[:12]} of {folder} is on no branch of a remote with an https or ssh address (one free of "
            "passwords): push it there"
        )
    return source


def _released(version: str) -> str:
    """Return the lock's entry of the released tool. A name alone proves nothing, so its content is compared."""
    try:
        release = index.release(version)
    except index.NotHadError as error:
        raise _refused(str(error)) from error
    if (release.contents, release.commands) != (origin.contents(), origin.package_commands()):
        raise _refused(f"what the package index has as {origin.PROJECT} {version} is not what is installed here")
    return index.own_entry(origin.PROJECT, version, release.hashes)


def _refused(why: str) -> AttentionError:
    return AttentionError(
        f"A CI job could not install this heymilo-ops: {why}; nothing was written",
        "Install a release from the package index, or a commit (pipx install "
        "'heymilo-ops @ git+https://HOST/OWNER/REPO@COMMIT'), and run this again. init without --ci needs neither.",
    )


def _is_in_bucket(root: Path) -> bool:
    """Return whether a state may be in a bucket, which takes the extra ``remote``."""
    return files.kind(root, FILE_NAME) is not None and _BUCKET.search(files.read(root, FILE_NAME, _LARGEST)) is not None


def _workflows(*, has_tool: bool) -> dict[str, str]:
    folder = resources.files("heymilo_ops.usecases").joinpath("templates", "github")
    texts = {f"{_FOLDER}/{name}": folder.joinpath(name).read_text(encoding="utf-8") for name in WORKFLOWS}
    texts[SCRIPT] = folder.joinpath("github_jobs.py").read_text(encoding="utf-8")
    if has_tool:
        return texts
    # Without the line that installs the tool from its commit.
    return {
        p: "".join(line for line in text.splitlines(keepends=True) if TOOL not in line) for p, text in texts.items()
    }


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
