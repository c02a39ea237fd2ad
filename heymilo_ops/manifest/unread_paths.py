"""Files below ``postings/`` that may be manifests and are not read: each is a finding, and a reason to remove nothing.

A posting whose manifest is gone is archived, which can't be undone. So what can't be seen is never taken for gone: a
file with another ending, a link that leads to nothing, a folder that can't be listed, a file that git left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path, PurePosixPath

from heymilo_ops import files
from heymilo_ops.finding import Finding, Place
from heymilo_ops.manifest.codes import file_finding
from heymilo_ops.manifest.listing import ENDINGS, FOLDER, PassedOver, SkipCause, manifests_below
from heymilo_ops.manifest.yaml_file import MAX_BYTES, read_text
from heymilo_ops.model.desired import Unread, stem

SHARED = "_shared"
_BACKUP = re.compile(r"(~|#|(bak|backup|old|orig|prev|rej|save|swp|swo|tmp)[~\d]*|\.\d+)$", re.IGNORECASE)
"""Endings by which editors and git name a copy that they leave beside a file."""
_KEYS = tuple(re.compile(rb"""^[ \t\r{]*+["']?%b["']?[ \t]*+:""" % key, re.MULTILINE) for key in (b"name", b"title"))
"""The keys that each manifest has, as they look in a file that is read at a glance."""


def find_unread(passed: Iterable[PassedOver], names: Mapping[str, str]) -> tuple[list[Unread], int]:
    """Return what may be a manifest of what was passed over; and how many more are only backups of one that is read.

    ``names``: the posting's name by path, of the manifests whose name could be read.
    """
    readable = {stem_of_path: name for path, name in names.items() if (stem_of_path := stem(path)) is not None}
    unread: list[Unread] = []
    backups = 0
    for item in passed:
        unread_file = _classify(item)
        if unread_file is not None and _is_backup(unread_file, readable):
            backups += 1
        elif unread_file is not None:
            unread.append(unread_file)
    return unread, backups


def find_left_out(paths: Mapping[str, bytes | None], submodules: Iterable[str]) -> list[Unread]:
    """Return what git knows below ``postings/`` and didn't check out: files with their content, where git has it."""
    sparse = (_left_out(path, data) for path, data in paths.items() if stem(path) and _is_looked_at(path))
    modules = (
        Unread(path, "is a submodule that isn't checked out", f"run: git submodule update --init {path}")
        for path in submodules
        if _is_looked_at(path)
    )
    return [*sparse, *modules]


def find_set_aside(passed: Iterable[PassedOver]) -> list[tuple[str, Path, Path]]:
    """The manifests behind names that begin with ``.`` or ``_``, shared files apart: path shown, root and path."""
    hidden = (
        item for item in passed if item.cause is SkipCause.HIDDEN and item.path.as_posix() != f"{FOLDER}/{SHARED}"
    )
    return [
        (item.label + path.as_posix().removeprefix(item.path.as_posix()), item.root, path)
        for item in hidden
        for path in manifests_below(item.root, item.path)
    ]


def read_name(root: Path, path: Path) -> str | None:
    """Return the name of the posting in a file, ``None`` where it can't be read."""
    try:
        return _name(files.read(root, path, MAX_BYTES + 1), path.as_posix())
    except OSError:
        return None


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


def _classify(item: PassedOver) -> Unread | None:
    """Return what may be a manifest of this; ``None`` where nothing here can be one."""
    made = partial(Unread, item.label)
    as_named = stem(item.label)
    if item.cause is SkipCause.CLOSED:
        return made("is a folder that can't be looked into", "restore its permissions, or delete it")
    if item.cause is SkipCause.DANGLING:
        way_out = "let it lead to a file or folder of the repo, or delete it"
        return made("is a link that leads to nothing", way_out, as_named)
    if item.cause is SkipCause.FOLDER:
        return made("is a folder with the name of a manifest", "rename it, or put the manifest in its place", as_named)
    if item.cause is SkipCause.HIDDEN:
        return None
    looks_like_one = as_named or stem(item.real.as_posix())
    name = _name_at_a_glance(item, whole=looks_like_one is not None)
    if name is None and looks_like_one is None:
        return None
    target = f"{PurePosixPath(looks_like_one or item.label).name}.yaml"
    way_out = f"rename it to {target}; move it out of {FOLDER}/, or delete it, if no posting is to come of it"
    return made("has the content or the name of a manifest and another ending", way_out, looks_like_one, name)


def _name_at_a_glance(item: PassedOver, *, whole: bool) -> str | None:
    """The name in a file; one that doesn't look like a manifest by its name (``whole`` is no) has to have both keys."""
    try:
        data = files.read(item.root, item.path, MAX_BYTES + 1)
    except OSError:
        return None
    if not whole and not all(key.search(data) for key in _KEYS):
        return None
    return _name(data, item.label)


def _name(data: bytes, path: str) -> str | None:
    """Return the name of the posting that a manifest's bytes are of."""
    source = read_text(data, path)
    name = source.data.get("name") if source.data is not None else None
    return name if isinstance(name, str) and name else None


def _is_backup(item: Unread, readable: Mapping[str, str]) -> bool:
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
        _name(data, path) if data is not None else None,
    )


def _is_looked_at(path: str) -> bool:
    """Return whether a path of git's would be looked at if it were there."""
    top, *parts = PurePosixPath(path).parts
    return top != FOLDER or not any(part[0] in "._" for part in parts)
