"""What this tool was installed from, as its installer recorded it (``direct_url.json``).

Without such a record an installer took it from a package index, by name and version.
"""

from __future__ import annotations

import json
import re
import shlex
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha1, sha256
from importlib.metadata import PackageNotFoundError, distribution
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from urllib.request import url2pathname

PACKAGE = "heymilo_ops"
PROJECT = "heymilo-ops"

_HOST = r"[A-Za-z0-9][A-Za-z0-9.-]*(?::[0-9]{1,5})?"
_PATH = r"(?:/[A-Za-z0-9_~][A-Za-z0-9._~-]*)+/?"
_URL = re.compile(rf"https://{_HOST}{_PATH}|ssh://(?:[A-Za-z0-9_][A-Za-z0-9._-]*@)?{_HOST}{_PATH}")
_SCP = re.compile(r"([A-Za-z0-9_][A-Za-z0-9._-]*)@([A-Za-z0-9][A-Za-z0-9.-]*):([A-Za-z0-9_~][A-Za-z0-9._~/-]*)")
_COMMIT = re.compile(r"[0-9a-f]{40}")


@dataclass(frozen=True, slots=True)
class IndexSource:
    """A package index, by name and version."""

    version: str


@dataclass(frozen=True, slots=True)
class CommitSource:
    """A commit, by its full hash, of a git repository that a CI job can name: https or ssh, without a password."""

    url: str
    commit: str

    def requirement(self) -> str:
        """Return the line of a requirements file that installs it."""
        return f"{PROJECT} @ git+{self.url}@{self.commit}"


@dataclass(frozen=True, slots=True)
class FolderSource:
    """A folder of this machine."""

    path: Path


@dataclass(frozen=True, slots=True)
class UnusableSource:
    """Something that a CI job can't install from, in words that go on after "it was installed from"."""

    what: str


InstallSource = IndexSource | CommitSource | FolderSource | UnusableSource


def install_source() -> InstallSource:
    """Return where the tool that runs here was installed from."""
    try:
        installed = distribution(PROJECT)
    except PackageNotFoundError:
        return UnusableSource("nowhere: it runs from its source")
    recorded = installed.read_text("direct_url.json")
    return IndexSource(installed.version) if recorded is None else _direct(recorded)


def reinstall_command(extra: str) -> str:
    """Return how to install the tool anew with an extra, from where it came: a name that isn't released may be
    anybody's.
    """
    with_extra = f"{PROJECT}[{extra}]"
    match install_source():
        case IndexSource(version):
            return f"pipx install --force '{with_extra}=={version}'"
        case CommitSource(url, commit):
            return f"pipx install --force '{with_extra} @ git+{url}@{commit}'"
        case FolderSource(path):
            return f"pipx install --force {shlex.quote(f'{path}[{extra}]')}"
        case UnusableSource():
            return f"{with_extra}, from where you have it"


def commit_of(url: str, commit: str) -> CommitSource | None:
    """Return a commit that a job can install; ``None`` where the address or the hash isn't one that it can name.

    No character of either means anything to a shell, to YAML or to pip; a password is refused.
    """
    match = _SCP.fullmatch(url)
    plain = f"ssh://{match[1]}@{match[2]}/{match[3]}" if match is not None else url
    if _URL.fullmatch(plain) is None or _COMMIT.fullmatch(commit) is None:
        return None
    return CommitSource(plain, commit)


def contents() -> dict[str, str]:
    """Return the SHA-256 of each file of the package that runs here, by its path from the package's parent."""
    return {path: sha256(data).hexdigest() for path, data in _files()}


def package_commands() -> tuple[str, ...]:
    """Return the lines that name the commands of the tool that is installed here."""
    try:
        return lines_of(distribution(PROJECT).read_text("entry_points.txt") or "")
    except PackageNotFoundError:
        return ()


def lines_of(text: str) -> tuple[str, ...]:
    """Return the lines of an ``entry_points.txt`` that say something."""
    return tuple(filter(None, (line.strip() for line in text.splitlines())))


def package_blobs() -> dict[str, str]:
    """Return the git blob id (SHA-1) of each file of the package that runs here, by its path from its parent."""
    return {path: sha1(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest() for path, data in _files()}


def _direct(recorded: str) -> InstallSource:
    try:
        record = json.loads(recorded)
    except ValueError:
        record = None
    if not isinstance(record, Mapping) or not isinstance(record.get("url"), str):
        return UnusableSource("a place that its installer recorded in a form that can't be read")
    return _vcs(record) if "vcs_info" in record else _local(record)


def _vcs(record: Mapping[str, Any]) -> InstallSource:
    info = record["vcs_info"]
    if not isinstance(info, Mapping) or info.get("vcs") != "git" or record.get("subdirectory"):
        return UnusableSource("a repository that is not the git repository of heymilo-ops")
    source = commit_of(record["url"], str(info.get("commit_id")))
    return source or UnusableSource(
        "a git repository without an https or ssh address free of passwords, or no full commit"
    )


def _local(record: Mapping[str, Any]) -> InstallSource:
    at = urlsplit(record["url"])
    if "dir_info" in record and at.scheme == "file" and at.netloc in ("", "localhost"):
        return FolderSource(Path(url2pathname(at.path)))
    return UnusableSource("a file, not from a package index or a git repository")


def _files() -> Iterator[tuple[str, bytes]]:
    """Return every file of the package but what Python compiled."""
    rest: list[tuple[str, Traversable]] = [(PACKAGE, files(PACKAGE))]
    while rest:
        path, entry = rest.pop()
        if entry.is_file():
            yield path, entry.read_bytes()
        elif entry.is_dir() and entry.name != "__pycache__":
            rest.extend((f"{path}/{below.name}", below) for below in entry.iterdir())
