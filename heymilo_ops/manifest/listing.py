"""Which files are manifests: those below ``postings/``, or those that somebody asked for.

A link that stays below the root is followed, and a file that is reached twice is listed once, where it really is. A
link that leads out is listed as it stands: reading it gives the finding that says so.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath

from heymilo_ops import files
from heymilo_ops.files import Kind
from heymilo_ops.manifest.source import Source, read_file

FOLDER = "postings"
ENDINGS = (".yaml", ".yml")


@dataclass(frozen=True)
class Listed:
    """A file to read as a manifest.

    Attributes:
        shown: its path for findings: relative to the repo where it lies in it.
        root: no link out of this folder is followed.
        path: relative to ``root``; absolute for a file elsewhere that was asked for by itself, opened as it is.
    """

    shown: str
    root: Path
    path: Path

    def read(self) -> Source:
        """The file as it is now."""
        return read_file(self.root, self.path, self.shown)

    def write(self, text: str) -> None:
        """Replace it, whole or not at all. Raises ``OSError``."""
        if self.path.is_absolute():
            real = self.path.resolve()
            files.write(real.parent, real.name, text.encode())
        else:
            files.write(self.root, self.path, text.encode())


def listed(root: Path, paths: Sequence[Path] = ()) -> list[Listed]:
    """The manifests at ``paths`` (files or folders; all of ``postings/`` where there is none), in order, each once."""
    found: set[Listed] = set()
    for path in paths or (root / FOLDER,):
        found.update(_asked(root, path))
    return sorted(found, key=lambda item: Path(item.shown))


def _asked(root: Path, path: Path) -> Iterator[Listed]:
    """What one path stands for. Elsewhere than in the repo, a folder is held to the same rule, with itself as root."""
    full = Path(os.path.normpath(root / path))
    near = full.parent.resolve() / full.name
    inside = next((each.relative_to(root) for each in (full, near) if each.is_relative_to(root)), None)
    if inside is not None:
        for each in _below(root, inside):
            yield Listed(each.as_posix(), root, each)
    elif full.is_dir():
        base = full.resolve()
        for each in _walk(base, PurePath(), {PurePath()}):
            yield Listed((full / each).as_posix(), base, Path(each))
    else:
        yield Listed(full.as_posix(), root, full)


def _below(root: Path, path: Path) -> Iterator[Path]:
    """The files that a path in the repo stands for, relative to the root."""
    try:
        real = files.resolve(root, path).relative_to(root)
        kind = files.kind(root, real)
    except OSError:
        yield path  # reading it says what is wrong
        return
    if kind is not Kind.FOLDER:
        yield Path(real)
    elif _is_above(real, path):
        yield path
    else:
        yield from _walk(root, real, {real})


def _walk(root: Path, folder: PurePath, seen: set[PurePath]) -> Iterator[Path]:
    """The manifests below a folder; names that begin with ``.`` or ``_`` are skipped."""
    try:
        found = files.entries(root, folder)
    except OSError:
        return
    for entry in found:
        path = folder / entry.name
        if entry.name[0] in "._":
            continue
        if entry.kind is Kind.LINK:
            yield from _linked(root, path, seen)
        elif entry.kind is Kind.FOLDER:
            yield from _once(root, path, seen)
        elif entry.name.endswith(ENDINGS):
            yield Path(path)


def _linked(root: Path, path: PurePath, seen: set[PurePath]) -> Iterator[Path]:
    """The manifests behind a link."""
    try:
        real = files.resolve(root, path).relative_to(root)
        kind = files.kind(root, real)
    except OSError:
        yield Path(path)
        return
    if kind is Kind.FOLDER and real in seen:
        return
    if kind is Kind.FOLDER and not _is_above(real, path):
        yield from _once(root, real, seen)
    elif kind is Kind.FOLDER or path.name.endswith(ENDINGS):
        yield Path(real if kind is Kind.FILE else path)


def _once(root: Path, folder: PurePath, seen: set[PurePath]) -> Iterator[Path]:
    if folder not in seen:
        seen.add(folder)
        yield from _walk(root, folder, seen)


def _is_above(folder: PurePath, path: PurePath) -> bool:
    """Whether a link leads to a folder that it lies in: all of that can't be meant."""
    return folder != path and path.is_relative_to(folder)
