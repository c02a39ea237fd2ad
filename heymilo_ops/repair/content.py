"""What a digest stands for: looked up in the manifests as they stand, the snapshots that are kept, and git history.

A manifest of an earlier commit is composed with the shared files and the variables of that commit; where that gives
nothing, with today's variables.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import ValidationError

from heymilo_ops import config, files, gitinfo
from heymilo_ops.apply.run_context import Who
from heymilo_ops.apply.snapshot import portable_of, snapshot_of
from heymilo_ops.errors import StateError
from heymilo_ops.finding import Severity
from heymilo_ops.manifest.listing import FOLDER
from heymilo_ops.manifest.repo import read_document
from heymilo_ops.manifest.sharing.library import SHARED, Library
from heymilo_ops.manifest.variables import Variables
from heymilo_ops.manifest.yaml_file import MAX_BYTES, read_text
from heymilo_ops.model.desired import Desired, desire
from heymilo_ops.statefile.format import StoredSnapshot

if TYPE_CHECKING:
    from heymilo_ops.statefile.store import StateStore

MOST_COMMITS = 2000
"""How far back git history is searched, in commits that touched a manifest or heymilo.yaml."""

AS_IT_STANDS = "manifest as it stands"
KEPT = "snapshot"


@dataclass(frozen=True, slots=True)
class Wanted:
    """A digest to look up. ``at``: Unix seconds by which it was applied; ``None`` where that isn't known."""

    digest: str
    address: str
    at: float | None = None


@dataclass(frozen=True, slots=True)
class Content:
    """What a digest stands for.

    Attributes:
        where: where it was found, in words: the manifest as it stands, a snapshot, ``git commit abc1234``.
        portable: its form before variables were filled in, where it had any and that is known.
    """

    where: str
    desired: Desired
    snapshot: StoredSnapshot
    portable: StoredSnapshot | None = None


@dataclass
class Found:
    """What was found by digest, and what stood in the way, a sentence each."""

    contents: dict[str, Content] = field(default_factory=dict)
    troubles: list[str] = field(default_factory=list)


def find(
    wanted: Iterable[Wanted],
    manifests: Iterable[Desired],
    store: StateStore | None,
    root: Path,
    variables: Variables,
    who: Who,
) -> Found:
    """Look each digest up. ``who`` names the commit of the work tree; without ``store`` no snapshot counts."""
    found = Found()
    missing = {each.digest: each for each in wanted}
    for desired in manifests:
        for reading in desired.readings:
            if missing.pop(reading.digest, None):
                found.contents[reading.digest] = _of(reading, AS_IT_STANDS, who)
    for digest in list(missing):
        content = _kept(digest, store, found) if store is not None else None
        if content is not None:
            found.contents[digest] = content
            del missing[digest]
    if missing:
        _History(root, variables, found).search(missing)
    return found


def _of(desired: Desired, where: str, who: Who) -> Content:
    portable = portable_of(desired, who) if desired.portable is not None else None
    return Content(where, desired, snapshot_of(desired, who), portable)


def _kept(digest: str, store: StateStore, found: Found) -> Content | None:
    try:
        snapshot = store.snapshot(digest)
        return Content(KEPT, desire(snapshot.resolved, snapshot.source), snapshot) if snapshot is not None else None
    except StateError as error:
        found.troubles.append(error.message)
    except ValidationError:
        found.troubles.append(f"The snapshot {digest} holds what this release takes for no manifest")
    return None


@dataclass(frozen=True, slots=True)
class _Commit:
    """One commit's files: path and blob id of the manifests, of what they share, and of heymilo.yaml."""

    hash: str
    manifests: Mapping[str, str]
    shared: Mapping[str, str]
    config: str | None

    @property
    def where(self) -> str:
        return f"git commit {self.hash[:7]}"


class _History:
    """The search through git. Every blob is read once, and what gave a result once is not composed again."""

    def __init__(self, root: Path, variables: Variables, found: Found) -> None:
        self.root = root
        self.today = variables
        self.found = found
        self.bytes: dict[str, bytes] = {}
        self.done: dict[tuple[object, ...], list[Desired]] = {}
        self.later: dict[str, Content] = {}
        self.troubles: dict[str, str] = {}

    def search(self, missing: dict[str, Wanted]) -> None:
        """Look in every commit, the newest first, until nothing is missing."""
        commits = gitinfo.commits(self.root, (FOLDER, config.FILE_NAME), MOST_COMMITS)
        with tempfile.TemporaryDirectory(prefix="heymilo-ops-") as folder:
            for number, commit in enumerate(commits):
                if not missing:
                    break
                self._look(self._files(commit.hash), Path(folder) / str(number), missing, commit.at)
        for digest, content in self.later.items():
            if missing.pop(digest, None):
                self.found.contents[digest] = content
        self._tell(missing, len(commits))

    def _tell(self, missing: Mapping[str, Wanted], searched: int) -> None:
        if not missing:
            return
        addresses = {each.address for each in missing.values()}
        self.found.troubles += [said for name, said in sorted(self.troubles.items()) if name in addresses]
        if gitinfo.is_shallow(self.root):
            self.found.troubles.append(
                "This clone has only the newest part of git history. After `git fetch --unshallow` more may be found"
            )
        elif searched == MOST_COMMITS:
            told = f"Git history was searched back for {MOST_COMMITS:,} commits, not to its beginning"
            self.found.troubles.append(told)

    def _files(self, commit: str) -> _Commit:
        tree = gitinfo.tree(self.root, commit, (FOLDER, config.FILE_NAME), MAX_BYTES)
        shared = {path: blob for path, blob in tree.items() if path.startswith(f"{SHARED}/")}
        manifests = {path: blob for path, blob in tree.items() if _is_manifest(path)}
        found = _Commit(commit, manifests, shared, tree.get(config.FILE_NAME))
        self.fetch([*manifests.values(), *([found.config] if found.config else [])])
        return found

    def fetch(self, ids: Iterable[str]) -> None:
        """Read the blobs that were not read yet."""
        self.bytes.update(gitinfo.blobs(self.root, dict.fromkeys(each for each in ids if each not in self.bytes)))

    def _look(self, commit: _Commit, folder: Path, missing: dict[str, Wanted], at: float) -> None:
        names = {each.address.encode() for each in missing.values()}
        library = _Checkout(self, commit, folder)
        for path, blob in commit.manifests.items():
            data = self.bytes.get(blob, b"")
            if not any(name in data for name in names):
                continue
            composed = self._composed(commit, path, blob, library)
            for desired in (reading for each in composed for reading in each.readings):
                wanted = missing.get(desired.digest)
                if wanted is None:
                    continue
                content = _of(desired, commit.where, Who("", commit.hash))
                if wanted.at is None or at <= wanted.at:
                    self.found.contents[desired.digest] = content
                    del missing[desired.digest]
                else:  # the same content, committed after it was applied: an earlier commit is named where there is one
                    self.later[desired.digest] = content

    def _composed(self, commit: _Commit, path: str, blob: str, checkout: _Checkout) -> list[Desired]:
        """What a manifest asked for in a commit, with the variables of then and of now."""
        key = (blob, path, commit.config, *sorted(commit.shared.items()))
        if key not in self.done:
            self.done[key] = list(self._compose(commit, path, blob, checkout))
        return self.done[key]

    def _compose(self, commit: _Commit, path: str, blob: str, checkout: _Checkout) -> Iterator[Desired]:
        source = read_text(self.bytes[blob], path)
        for variables in self._both(commit):
            document = read_document(source, checkout.library, variables)
            if document.desired is not None:
                yield document.desired
            elif document.address is not None and document.address not in self.troubles:
                errors = [each.message for each in document.findings if each.severity is Severity.ERROR]
                why = errors[0] if errors else "a shared file can't be read"
                self.troubles[document.address] = f"{path} of {commit.where} can't be composed: {why}"

    def _both(self, commit: _Commit) -> list[Variables]:
        then = self._variables(commit)
        return [self.today] if then is None or then == self.today else [then, self.today]

    def _variables(self, commit: _Commit) -> Variables | None:
        """The variables that heymilo.yaml had; ``None`` where it can't be read."""
        data = self.bytes.get(commit.config or "")
        source = read_text(data, config.FILE_NAME) if data is not None else None
        try:
            workspaces = config.parse_config((source and source.data) or {}).workspaces
        except ValidationError:
            return None
        values = {name: each.vars or {} for name, each in workspaces.items()}
        sandboxes = frozenset(name for name, each in workspaces.items() if each.sandbox)
        return Variables(values, sandboxes, self.today.chosen, source)


class _Checkout:
    """The shared files of a commit, written out when something asks for them."""

    def __init__(self, history: _History, commit: _Commit, folder: Path) -> None:
        self._history = history
        self._commit = commit
        self._folder = folder

    @cached_property
    def library(self) -> Library:
        self._history.fetch(self._commit.shared.values())
        self._folder.mkdir(parents=True, exist_ok=True)
        for path, blob in self._commit.shared.items():
            if blob in self._history.bytes:
                with suppress(files.LeadsOutError):  # a tree can be made with any name
                    files.write(self._folder, path, self._history.bytes[blob])
        return Library(self._folder)


def _is_manifest(path: str) -> bool:
    parts = path.split("/")
    hidden = any(part[0] in "._" for part in parts[1:])
    return parts[0] == FOLDER and len(parts) > 1 and not hidden and path.endswith((".yaml", ".yml"))
