"""The files of a repo as a commit of the default branch has them, and which of them differ by now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

from heymilo_ops import files, gitinfo
from heymilo_ops.config import FILE_NAME
from heymilo_ops.files import EntryKind
from heymilo_ops.manifest.exceptions import FILE_NAME as EXCEPTIONS
from heymilo_ops.manifest.listing import FOLDER
from heymilo_ops.manifest.yaml_file import MAX_BYTES, Source, read_text

_WORKFLOWS = (
    *(".github/workflows", ".github/actions", ".github/CODEOWNERS", ".gitlab-ci.yml", ".pre-commit-config.yaml"),
    *("CODEOWNERS", "action.yaml", "action.yml", "docs/CODEOWNERS"),
)
"""What decides what CI does, and whom a forge asks; at the top of the repository."""
_DEEPEST = 6
_YAML = (".yaml", ".yml")


class BaseFiles:
    """Reads a commit, the blobs that differ all at once.

    Attributes:
        current: the files of today by path, as far as anything reads them.
    """

    def __init__(self, root: Path, commit: str, current: Mapping[str, Source]) -> None:
        self.root, self.commit, self.current = root, commit, current

    @cached_property
    def blobs(self) -> Mapping[str, str]:
        """The ids of the manifests, of what they share, and of the tool's own files, by path."""
        paths = (FOLDER, FILE_NAME, EXCEPTIONS)
        listed = gitinfo.tree(self.root, self.commit, paths, MAX_BYTES)
        return {path: blob for path, blob in listed.items() if path.endswith(_YAML)}

    @cached_property
    def differing(self) -> frozenset[str]:
        """The paths of which today's text is another one, or that are gone, or new."""
        same = {
            path
            for path, blob in self.blobs.items()
            if path in self.current and gitinfo.blob_id(_bytes_of(self.current[path]), blob) == blob
        }
        return frozenset({*self.blobs, *self.current} - same)

    @cached_property
    def _texts(self) -> Mapping[str, bytes]:
        ids = {self.blobs[path] for path in self.differing if path in self.blobs}
        read = gitinfo.blobs(self.root, sorted(ids))
        return {path: read[blob] for path, blob in self.blobs.items() if blob in read}

    def source(self, path: str) -> Source | None:
        """Return a file as it was; ``None`` where there was none. One that can't be read has no ``data``."""
        if path not in self.differing:
            return self.current.get(path)
        text = self._texts.get(path)
        return read_text(text, path) if text is not None else None

    def manifests(self) -> Iterator[Source]:
        """Yield the manifests that were other ones."""
        for path in sorted(self.differing):
            is_shared = any(part.startswith(("_", ".")) for part in path.split("/"))
            if path.startswith(f"{FOLDER}/") and not is_shared and (source := self.source(path)) is not None:
                yield source

    def read(self, path: str) -> bytes | None:
        """Read one more file of the commit, ``None`` where it had none."""
        return gitinfo.show(self.root, self.commit, path)


def _bytes_of(source: Source) -> bytes:
    """Return the bytes of a file, as far as they weren't normalised; half a surrogate pair is possible."""
    return source.text.encode("utf-8", "surrogatepass")


def workflow_changes(root: Path, commit: str) -> Iterator[tuple[str, str | None, str | None]]:
    """Yield the files of CI that differ from a commit: the path from the top of the repository, and both ids."""
    top = gitinfo.top_folder(root)
    if top is None:
        return
    before = gitinfo.tree(top, commit, _WORKFLOWS, MAX_BYTES)
    like = next(iter(before.values()), commit)
    after: dict[str, Any] = {path: _id(top, path, like) for start in _WORKFLOWS for path in _paths(top, start)}
    for path in sorted({*before, *after}):
        was, is_now = before.get(path), after.get(path)
        if was != is_now:
            yield path, was, is_now


def _paths(top: Path, path: str, depth: int = 0) -> Iterator[str]:
    """Yield the files at or below a path; a link, and what can't be read, is one by itself."""
    try:
        kind = files.kind(top, path)
        if kind is not EntryKind.FOLDER or depth > _DEEPEST:
            if kind is not None:
                yield path
            return
        entries = files.entries(top, path)
    except OSError:
        yield path
        return
    for entry in entries:
        yield from _paths(top, f"{path}/{entry.name}", depth + 1)


def _id(top: Path, path: str, like: str) -> str:
    """Return the id of a file's bytes, with LF where git keeps that; ``unreadable`` where it can't be read."""
    try:
        data = files.read(top, path, MAX_BYTES + 1)
    except OSError:
        return "unreadable"
    return gitinfo.blob_id(data.replace(b"\r\n", b"\n"), like)
