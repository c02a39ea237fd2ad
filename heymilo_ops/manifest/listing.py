"""Which files are manifests: those below ``postings/``, or those that somebody asked for.

A link that stays below the root is followed, and a file that is reached twice is listed once, where it really is. A
link that leads out is listed as it stands: reading it gives the finding that says so. What is not listed and may hold
a manifest all the same is kept as well, and each such path is a finding and a reason to remove nothing: a posting whose
manifest is gone is archived, which can't be undone, so what can't be seen is never taken for gone.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path, PurePath, PurePosixPath

from heymilo_ops import files
from heymilo_ops.files import EntryKind
from heymilo_ops.finding import Finding, Place
from heymilo_ops.manifest.codes import file_finding
from heymilo_ops.manifest.sharing.library import SHARED
from heymilo_ops.manifest.yaml_file import MAX_BYTES, Source, read_file, read_text
from heymilo_ops.model.desired import Unread, stem

FOLDER = "postings"
ENDINGS = (".yaml", ".yml")
_BACKUP = re.compile(r"(~|#|(bak|backup|old|orig|prev|rej|save|swp|swo|tmp)[~\d]*|\.\d+)$", re.IGNORECASE)
"""Endings by which editors and git name a copy that they leave beside a file."""
_KEYS = tuple(re.compile(rb"""^[ \t\r{]*+["']?%b["']?[ \t]*+:""" % key, re.MULTILINE) for key in (b"name", b"title"))
"""The keys that each manifest has, as they look in a file that is read at a glance."""


@dataclass(frozen=True)
class ListedFile:
    """A file to read as a manifest, or something below a folder of manifests that is passed over.

    Attributes:
        label: its path for findings: relative to the repo where it lies in it.
        root: no link out of this folder is followed.
        path: relative to ``root``; absolute for a file elsewhere that was asked for by itself, opened as it is.
        cause: why it is passed over; ``None`` of a file to read.
    """

    label: str
    root: Path
    path: Path
    cause: SkipCause | None = None

    @property
    def real(self) -> Path:
        """Where it leads, relative to ``root``; ``path`` where that isn't known."""
        try:
            return files.resolve(self.root, self.path).relative_to(self.root)
        except OSError:
            return self.path

    def read(self) -> Source:
        """Return the file as it is now."""
        return read_file(self.root, self.path, self.label)

    def write(self, text: str) -> None:
        """Replace it, whole or not at all. Raises ``OSError``."""
        if self.path.is_absolute():
            real = self.path.resolve()
            files.write(real.parent, real.name, text.encode())
        else:
            files.write(self.root, self.path, text.encode())


class SkipCause(Enum):
    """Why something below the folder of the manifests is not listed."""

    CLOSED = "closed"
    """A folder that can't be listed."""
    DANGLING = "dangling"
    """A link that leads to nothing."""
    ENDING = "ending"
    """A file, or what takes the place of one, whose name doesn't end as that of a manifest."""
    FOLDER = "folder"
    """A folder whose name ends as that of a manifest. What is in it is listed."""
    HIDDEN = "hidden"
    """A name that begins with ``.`` or ``_``."""


@dataclass(frozen=True)
class ManifestListing:
    """What was found at the paths that were asked for.

    Attributes:
        manifests: in order, each once.
        passed: in order; a file that is listed under another path is not among them.
        folders: the folders in the repo that were looked through, relative to it, without those inside of them.
    """

    manifests: list[ListedFile] = field(default_factory=list)
    passed: list[ListedFile] = field(default_factory=list)
    folders: list[str] = field(default_factory=list)


def list_manifests(root: Path, paths: Sequence[Path] = ()) -> list[ListedFile]:
    """The manifests at ``paths`` (files or folders; all of ``postings/`` where there is none), in order, each once."""
    return list_paths(root, paths).manifests


def list_paths(root: Path, paths: Sequence[Path] = ()) -> ManifestListing:
    """Return the same, with what was passed over."""
    items: set[ListedFile] = set()
    folders: set[PurePath] = set()
    for path in paths or (root / FOLDER,):
        items.update(_asked(root, path, folders))
    manifests = sorted((item for item in items if item.cause is None), key=lambda item: Path(item.label))
    known = {(item.root, item.path) for item in manifests}
    passed = [item for item in items if item.cause is not None and (item.root, item.real) not in known]
    outermost = [folder for folder in folders if not any(other in folder.parents for other in folders)]
    passed.sort(key=lambda item: (Path(item.label), str(item.cause)))
    return ManifestListing(manifests, passed, sorted(map(str, outermost)))


def manifests_below(root: Path, path: Path) -> Iterator[Path]:
    """The files below a folder, or the file, that have a manifest's ending, whatever the names; no link is followed."""
    if path.name.endswith(ENDINGS):
        yield path
    try:
        entries = files.entries(root, path)
    except OSError:
        return
    for entry in entries:
        if entry.kind is EntryKind.FOLDER:
            yield from manifests_below(root, path / entry.name)
        elif entry.kind is EntryKind.FILE and entry.name.endswith(ENDINGS):
            yield path / entry.name


def _asked(root: Path, path: Path, folders: set[PurePath]) -> Iterator[ListedFile]:
    """What one path stands for. Elsewhere than in the repo, a folder is held to the same rule, with itself as root."""
    full = Path(os.path.normpath(root / path))
    near = full.parent.resolve() / full.name
    inside = next((candidate.relative_to(root) for candidate in (full, near) if candidate.is_relative_to(root)), None)
    if inside is not None:
        for item, cause in _below(root, inside, folders):
            yield ListedFile(item.as_posix(), root, Path(item), cause)
    elif os.path.isdir(full):  # noqa: PTH112  it never raises
        base = full.resolve()
        for item, cause in _walk(base, PurePath(), {PurePath()}):
            yield ListedFile((full / item).as_posix(), base, Path(item), cause)
    else:
        yield ListedFile(full.as_posix(), root, full)


_Item = tuple[PurePath, SkipCause | None]
"""A path relative to the root, and why it is not to be read."""


def _below(root: Path, path: Path, folders: set[PurePath]) -> Iterator[_Item]:
    """Yield what a path in the repo stands for, relative to the root. The folders that are looked through are added.

    Shared files are none of it: they are parts of manifests, and the library has them.
    """
    try:
        real = files.resolve(root, path).relative_to(root)
        kind = files.kind(root, real)
    except OSError:
        yield path, None  # reading it says what is wrong
        return
    if any(candidate.is_relative_to(SHARED) for candidate in (path, real)):
        return
    if kind is not EntryKind.FOLDER:
        yield real, None if kind is not EntryKind.FILE or real.name.endswith(ENDINGS) else SkipCause.ENDING
    elif _is_above(real, path):
        yield path, None
    else:
        seen: set[PurePath] = {real}
        yield from _walk(root, real, seen)
        folders |= seen


def _walk(root: Path, folder: PurePath, seen: set[PurePath]) -> Iterator[_Item]:
    """Yield what is below a folder; what is behind names that begin with ``.`` or ``_`` is skipped."""
    try:
        entries = files.entries(root, folder)
    except OSError:
        yield folder, SkipCause.CLOSED
        return
    for entry in entries:
        path = folder / entry.name
        if entry.name[0] in "._":
            yield path, SkipCause.HIDDEN
        elif entry.kind is EntryKind.LINK:
            yield from _linked(root, path, seen)
        elif entry.kind is EntryKind.FOLDER:
            if entry.name.lower().endswith(ENDINGS):
                yield path, SkipCause.FOLDER
            yield from _once(root, path, seen)
        else:
            yield path, None if entry.name.endswith(ENDINGS) else SkipCause.ENDING


def _linked(root: Path, path: PurePath, seen: set[PurePath]) -> Iterator[_Item]:
    """Yield what is behind a link."""
    try:
        real = files.resolve(root, path).relative_to(root)
        kind = files.kind(root, real)
    except OSError:
        yield path, None
        return
    is_named = path.name.endswith(ENDINGS)
    if kind is EntryKind.FOLDER:
        if real not in seen and _is_above(real, path):
            yield path, None
            return
        if path.name.lower().endswith(ENDINGS):
            yield path, SkipCause.FOLDER
        yield from _once(root, real, seen)
    elif kind is None:
        yield path, None if is_named else SkipCause.DANGLING
    elif is_named:
        yield real if kind is EntryKind.FILE else path, None
    else:
        yield path, SkipCause.ENDING


def _once(root: Path, folder: PurePath, seen: set[PurePath]) -> Iterator[_Item]:
    if folder not in seen:
        seen.add(folder)
        yield from _walk(root, folder, seen)


def _is_above(folder: PurePath, path: PurePath) -> bool:
    """Return whether a link leads to a folder that it lies in: all of that can't be meant."""
    return folder != path and path.is_relative_to(folder)


def find_unread(passed: Iterable[ListedFile], names: Mapping[str, str]) -> tuple[list[Unread], int]:
    """Return what may be a manifest of what was passed over; and how many more are only backups of one that is read.

    ``names``: the posting's name by path, of the manifests whose name could be read.
    """
    readable = {stem(path): name for path, name in names.items()}
    candidates = [item for item in map(_classify, passed) if item is not None]
    unread = [item for item in candidates if not _is_backup(item, readable)]
    return unread, len(candidates) - len(unread)


def find_left_out(paths: Mapping[str, bytes | None], submodules: Iterable[str]) -> list[Unread]:
    """Return what git knows below ``postings/`` and didn't check out: files with their content, where git has it."""
    sparse = (_left_out(path, data) for path, data in paths.items() if stem(path) and _is_looked_at(path))
    modules = (
        Unread(path, "is a submodule that isn't checked out", f"run: git submodule update --init {path}")
        for path in submodules
        if _is_looked_at(path)
    )
    return [*sparse, *modules]


def find_set_aside(passed: Iterable[ListedFile]) -> list[tuple[str, Path, Path]]:
    """The manifests behind names that begin with ``.`` or ``_``, shared files apart: path shown, root and path."""
    hidden = (item for item in passed if item.cause is SkipCause.HIDDEN and item.path.as_posix() != SHARED)
    return [
        (item.label + path.as_posix().removeprefix(item.path.as_posix()), item.root, path)
        for item in hidden
        for path in manifests_below(item.root, item.path)
    ]


def read_name(root: Path, path: Path, *, has_keys: bool = False) -> str | None:
    """Return the name of the posting in a file, ``None`` where it can't be read.

    ``has_keys``: only of a file that has both of the keys that each manifest has.
    """
    try:
        data = files.read(root, path, MAX_BYTES + 1)
    except OSError:
        return None
    is_read = not has_keys or all(key.search(data) for key in _KEYS)
    return read_text(data, path.as_posix()).name if is_read else None


def unread_findings(unread: Iterable[Unread]) -> Iterator[Finding]:
    """Yield a warning on each; on those that are left out of a folder for the same reason, one."""
    groups: dict[tuple[str, str, str], list[Unread]] = {}
    for item in unread:
        groups.setdefault((str(PurePosixPath(item.path).parent), item.reason, item.help), []).append(item)
    for group in groups.values():
        first, more = group[0], len(group) - 1
        others = f"; so {'is 1 more' if more == 1 else f'are {more} more'} in this folder" if more else ""
        message = f"{PurePosixPath(first.path).name} {first.reason}, so it is not read{others}"
        yield file_finding("SY026", message, Place(first.path), help=first.help)


_WAYS_OUT = {
    SkipCause.CLOSED: ("is a folder that can't be looked into", "restore its permissions, or delete it"),
    SkipCause.DANGLING: (
        "is a link that leads to nothing",
        "let it lead to a file or folder of the repo, or delete it",
    ),
    SkipCause.FOLDER: ("is a folder with the name of a manifest", "rename it, or put the manifest in its place"),
}
"""What is wrong with what may hold a manifest by itself, and what to do."""


def _classify(item: ListedFile) -> Unread | None:
    """Return what may be a manifest of this; ``None`` where nothing here can be one."""
    as_named = stem(item.label)
    if item.cause is SkipCause.HIDDEN:
        return None
    if item.cause in _WAYS_OUT:
        return Unread(item.label, *_WAYS_OUT[item.cause], None if item.cause is SkipCause.CLOSED else as_named)
    looks_like_one = as_named or stem(item.real.as_posix())
    name = read_name(item.root, item.path, has_keys=looks_like_one is None)
    if name is None and looks_like_one is None:
        return None
    target = f"{PurePosixPath(looks_like_one or item.label).name}.yaml"
    way_out = f"rename it to {target}; move it out of {FOLDER}/, or delete it, if no posting is to come of it"
    reason = "has the content or the name of a manifest and another ending"
    return Unread(item.label, reason, way_out, looks_like_one, name)


def _is_backup(item: Unread, readable: Mapping[str | None, str]) -> bool:
    """Return whether it is a copy beside a manifest that is read: of the same posting, or by the name of a backup."""
    if item.stem is None or item.stem not in readable or item.path.lower().endswith(ENDINGS):
        return False
    return item.name in (None, readable[item.stem]) or _BACKUP.search(item.path) is not None


def _left_out(path: str, data: bytes | None) -> Unread:
    folder = str(PurePosixPath(path).parent)
    return Unread(
        path,
        "is in git and left out of this work tree (a sparse checkout, or its skip-worktree bit)",
        f"check it out: git sparse-checkout add {folder}, or git update-index --no-skip-worktree and git checkout; "
        "to remove a posting, run git rm --sparse on its manifest",
        stem(path),
        read_text(data, path).name if data is not None else None,
    )


def _is_looked_at(path: str) -> bool:
    """Return whether a path of git's would be looked at if it were there."""
    top, *parts = PurePosixPath(path).parts
    return top != FOLDER or not any(part[0] in "._" for part in parts)


def is_manifest_path(path: str) -> bool:
    """Return whether a path is a manifest's: below ``postings/``, and no name in it begins with ``_`` or ``.``."""
    parts = PurePath(path).parts
    return parts[:1] == (FOLDER,) and parts[-1].endswith(ENDINGS) and not any(part[0] in "._" for part in parts)
