"""Find what a digest stands for: in the manifests as they stand, the stored snapshots, and git history.

A manifest of an earlier commit is composed with the shared files and the variables of that commit; where that gives
nothing, with today's variables.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import ValidationError

from heymilo_ops import config, files, gitinfo
from heymilo_ops.apply.run_context import Author
from heymilo_ops.apply.snapshot import portable_of, snapshot_of
from heymilo_ops.errors import StateError
from heymilo_ops.finding import Severity
from heymilo_ops.manifest.listing import FOLDER, is_manifest_path
from heymilo_ops.manifest.repo import read_document
from heymilo_ops.manifest.sharing.library import SHARED, Library
from heymilo_ops.manifest.variables import Variables
from heymilo_ops.manifest.yaml_file import MAX_BYTES, read_text
from heymilo_ops.model.desired import Desired, desire
from heymilo_ops.model.reason import Reason, ReasonCode, as_written
from heymilo_ops.statefile.format import StoredSnapshot

if TYPE_CHECKING:
    from heymilo_ops.statefile.store import StateStore

MOST_COMMITS = 2000
"""How far back git history is searched, in commits that touched a manifest or heymilo.yaml."""


class ContentOrigin(StrEnum):
    """Where the content of a digest was found."""

    MANIFEST = "manifest"
    SNAPSHOT = "snapshot"
    COMMIT = "commit"
    AS_RECORDED = "as recorded"
    """The state knew the revision."""
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class ContentQuery:
    """A digest to find. ``at``: Unix seconds by which it was applied; ``None`` where that isn't known."""

    digest: str
    name: str
    at: float | None = None


@dataclass(frozen=True, slots=True)
class Content:
    """What a digest stands for.

    Attributes:
        snapshot: what is stored of it; where it is of a commit, it names that.
        portable: its form before variables were filled in, where it had any and that is known.
    """

    origin: ContentOrigin
    desired: Desired
    snapshot: StoredSnapshot
    portable: StoredSnapshot | None = None


@dataclass
class ContentSearch:
    """Contents by digest, and what stood in the way."""

    contents: dict[str, Content] = field(default_factory=dict)
    troubles: list[Reason] = field(default_factory=list)


def find_contents(
    queries: Iterable[ContentQuery],
    manifests: Iterable[Desired],
    store: StateStore | None,
    root: Path,
    variables: Variables,
    author: Author,
) -> ContentSearch:
    """Find what each digest stands for.

    Args:
        store: without it no snapshot counts.
        author: names the commit of the work tree.
    """
    result = ContentSearch()
    missing = {query.digest: query for query in queries}
    for desired in manifests:
        for reading in desired.readings:
            if missing.pop(reading.digest, None):
                result.contents[reading.digest] = _content_of(reading, ContentOrigin.MANIFEST, author)
    for digest in list(missing):
        content = _stored(digest, store, result) if store is not None else None
        if content is not None:
            result.contents[digest] = content
            del missing[digest]
    if missing:
        _History(root, variables, result).search(missing)
    return result


def stored_content(digest: str, store: StateStore) -> Content | None:
    """Return what the store has of a digest; ``None`` where it has nothing that can be used."""
    return _stored(digest, store, ContentSearch())


def earlier_designs(
    name: str, manifests: Iterable[Desired], root: Path, variables: Variables, author: Author
) -> Iterator[Content]:
    """Yield every design that a name has had, the newest first: its manifest as it stands, then those in git history.

    Each may come more than once.
    """
    for desired in manifests:
        if desired.address == name:
            yield _content_of(desired, ContentOrigin.MANIFEST, author)
    yield from _History(root, variables, ContentSearch()).designs(name)


def _content_of(desired: Desired, origin: ContentOrigin, author: Author) -> Content:
    portable = portable_of(desired, author) if desired.portable is not None else None
    return Content(origin, desired, snapshot_of(desired, author), portable)


def _stored(digest: str, store: StateStore, result: ContentSearch) -> Content | None:
    try:
        snapshot = store.snapshot(digest)
        if snapshot is not None:
            return Content(ContentOrigin.SNAPSHOT, desire(snapshot.resolved, snapshot.source), snapshot)
    except StateError as error:
        result.troubles.append(as_written(error.message))
    except ValidationError:
        result.troubles.append(Reason(ReasonCode.SNAPSHOT_IS_NO_MANIFEST, digest))
    return None


@dataclass(frozen=True, slots=True)
class _Commit:
    """One commit's files: path and blob id of the manifests, of what they share, and of heymilo.yaml."""

    hash: str
    manifests: Mapping[str, str]
    shared: Mapping[str, str]
    config: str | None


@dataclass
class _History:
    """A search through git history. Each blob is read once, and each manifest composed once."""

    root: Path
    today: Variables
    result: ContentSearch
    data: dict[str, bytes] = field(default_factory=dict)
    done: dict[tuple[object, ...], list[Desired]] = field(default_factory=dict)
    later: dict[str, Content] = field(default_factory=dict)
    troubles: dict[str, Reason] = field(default_factory=dict)

    def search(self, missing: dict[str, ContentQuery]) -> None:
        """Search every commit, the newest first, until nothing is missing."""
        commits = gitinfo.commits(self.root, (FOLDER, config.FILE_NAME), MOST_COMMITS)
        with tempfile.TemporaryDirectory(prefix="heymilo-ops-") as folder:
            for number, commit in enumerate(commits):
                if not missing:
                    break
                self._search_commit(self._files(commit.hash), Path(folder) / str(number), missing, commit.at)
        for digest, content in self.later.items():
            if missing.pop(digest, None):
                self.result.contents[digest] = content
        if missing:
            self._add_troubles({query.name for query in missing.values()}, len(commits))

    def designs(self, name: str) -> Iterator[Content]:
        """Yield the designs that a name had, the newest commit first."""
        with tempfile.TemporaryDirectory(prefix="heymilo-ops-") as folder:
            for number, known in enumerate(gitinfo.commits(self.root, (FOLDER, config.FILE_NAME), MOST_COMMITS)):
                commit = self._files(known.hash)
                checkout = _Checkout(self, commit, Path(folder) / str(number))
                for path, blob in commit.manifests.items():
                    if name.encode() in self.data.get(blob, b""):
                        for desired in self._composed(commit, path, blob, checkout):
                            if desired.address == name:
                                yield _content_of(desired, ContentOrigin.COMMIT, Author("", commit.hash))

    def _add_troubles(self, names: set[str], searched: int) -> None:
        self.result.troubles += [trouble for name, trouble in sorted(self.troubles.items()) if name in names]
        if gitinfo.is_shallow(self.root):
            self.result.troubles.append(Reason(ReasonCode.CLONE_IS_SHALLOW))
        elif searched == MOST_COMMITS:
            self.result.troubles.append(Reason(ReasonCode.HISTORY_NOT_SEARCHED_WHOLE, f"{MOST_COMMITS:,}"))

    def _files(self, commit: str) -> _Commit:
        tree = gitinfo.tree(self.root, commit, (FOLDER, config.FILE_NAME), MAX_BYTES)
        shared = {path: blob for path, blob in tree.items() if path.startswith(f"{SHARED}/")}
        manifests = {path: blob for path, blob in tree.items() if is_manifest_path(path)}
        config_blob = tree.get(config.FILE_NAME)
        self.fetch([*manifests.values(), *([config_blob] if config_blob else [])])
        return _Commit(commit, manifests, shared, config_blob)

    def fetch(self, ids: Iterable[str]) -> None:
        """Read the blobs that were not read yet."""
        unread = dict.fromkeys(blob for blob in ids if blob not in self.data)
        self.data.update(gitinfo.blobs(self.root, unread))

    def _search_commit(self, commit: _Commit, folder: Path, missing: dict[str, ContentQuery], at: float) -> None:
        names = {query.name.encode() for query in missing.values()}
        checkout = _Checkout(self, commit, folder)
        for path, blob in commit.manifests.items():
            data = self.data.get(blob, b"")
            if not any(name in data for name in names):
                continue
            composed = self._composed(commit, path, blob, checkout)
            for desired in (reading for manifest in composed for reading in manifest.readings):
                query = missing.get(desired.digest)
                if query is None:
                    continue
                content = _content_of(desired, ContentOrigin.COMMIT, Author("", commit.hash))
                if query.at is None or at <= query.at:
                    self.result.contents[desired.digest] = content
                    del missing[desired.digest]
                else:  # the same content, committed after it was applied: an earlier commit is named where there is one
                    self.later[desired.digest] = content

    def _composed(self, commit: _Commit, path: str, blob: str, checkout: _Checkout) -> list[Desired]:
        """Return what a manifest asked for in a commit, with the variables of then and of now."""
        key = (blob, path, commit.config, *sorted(commit.shared.items()))
        if key not in self.done:
            self.done[key] = list(self._compose(commit, path, blob, checkout))
        return self.done[key]

    def _compose(self, commit: _Commit, path: str, blob: str, checkout: _Checkout) -> Iterator[Desired]:
        source = read_text(self.data[blob], path)
        for variables in self._variable_sets(commit):
            document = read_document(source, checkout.library, variables)
            if document.desired is not None:
                yield document.desired
            elif document.address is not None and document.address not in self.troubles:
                errors = [finding.message for finding in document.findings if finding.severity is Severity.ERROR]
                why = as_written(errors[0]) if errors else Reason(ReasonCode.SHARED_FILE_UNREADABLE)
                self.troubles[document.address] = Reason(ReasonCode.NOT_COMPOSED, path, commit.hash[:7], why)

    def _variable_sets(self, commit: _Commit) -> list[Variables]:
        then = self._variables(commit)
        return [self.today] if then is None or then == self.today else [then, self.today]

    def _variables(self, commit: _Commit) -> Variables | None:
        """Return the variables that heymilo.yaml had; ``None`` where it can't be read."""
        data = self.data.get(commit.config or "")
        source = read_text(data, config.FILE_NAME) if data is not None else None
        try:
            workspaces = config.parse_config((source and source.data) or {}).workspaces
        except ValidationError:
            return None
        values = {name: workspace.vars or {} for name, workspace in workspaces.items()}
        sandboxes = frozenset(name for name, workspace in workspaces.items() if workspace.sandbox)
        return Variables(values, sandboxes, self.today.chosen, source)


@dataclass
class _Checkout:
    """The shared files of a commit, written out when something asks for them."""

    history: _History
    commit: _Commit
    folder: Path

    @cached_property
    def library(self) -> Library:
        self.history.fetch(self.commit.shared.values())
        self.folder.mkdir(parents=True, exist_ok=True)
        for path, blob in self.commit.shared.items():
            if blob in self.history.data:
                with suppress(files.LeadsOutError):  # a tree can be made with any name
                    files.write(self.folder, path, self.history.data[blob])
        return Library(self.folder)
