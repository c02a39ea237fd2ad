"""Files below a root, such as a repo's folder: opened, listed and written there, and through no link anywhere else.

What a repo names is not trusted. A path is walked folder by folder from the root, each opened without following a
link; a link is read and walked in the same way, as long as it stays below the root. Files are plain files: a pipe, a
device or a socket is refused without waiting for it. Whatever can't be done is an ``OSError``.

A link that stays below the root may be read and written through, but doesn't lead to hidden names, and git's own
folder is out of bounds for everybody: its configuration holds tokens and its hooks are programs.

Where the system can't open a file relative to an open folder (Windows), the same checks are made by path.
"""

from __future__ import annotations

import errno
import os
import secrets
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path, PurePath

MOST_LINKS = 40
"""Links in one path, as the kernel counts them."""

_BY_HANDLE = hasattr(os, "O_NOFOLLOW") and {os.open, os.stat, os.mkdir, os.unlink, os.readlink, os.rename} <= set(
    os.supports_dir_fd
)
_ANY = getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
_NOFOLLOW = getattr(os, "O_NOFOLLOW", 0)
_is_plain = stat.S_ISREG
_READ = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | _ANY
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _ANY
_PASS = getattr(os, "O_PATH", os.O_RDONLY) | getattr(os, "O_DIRECTORY", 0) | _ANY
"""For a folder on the way: the right to enter it is enough."""


class LeadsOutError(OSError):
    """A path that leads out of its root, or to what is out of bounds there. ``why`` says which."""

    def __init__(self, path: str, why: str) -> None:
        super().__init__(errno.ELOOP, why, path)
        self.why = why


class NotPlainError(OSError):
    """Something else than a plain file stands where one is meant."""

    def __init__(self, path: str, mode: int) -> None:
        what = "a folder" if stat.S_ISDIR(mode) else "a pipe, a socket or a device"
        number = errno.EISDIR if stat.S_ISDIR(mode) else errno.EINVAL
        super().__init__(number, f"it is {what} and not a plain file", path)


class EntryKind(Enum):
    """What a name in a folder is."""

    FILE = "file"
    FOLDER = "folder"
    LINK = "link"
    OTHER = "other"


@dataclass(frozen=True)
class FolderEntry:
    """One name in a folder. A link is a link, wherever it leads."""

    name: str
    kind: EntryKind


def read(root: Path, path: str | PurePath, most: int = -1) -> bytes:
    """Read a plain file, ``most`` bytes at most."""
    with _walked(root, path) as walk:
        handle = walk.open_plain()
    with open(handle, "rb") as stream:  # noqa: PTH123  of a handle
        return stream.read(most)


def kind(root: Path, path: str | PurePath) -> EntryKind | None:
    """Return what is there, links followed; ``None`` where there is nothing. Raises ``LeadsOutError``."""
    try:
        with _walked(root, path) as walk:
            if not walk.rest:
                return EntryKind.FOLDER
            return None if walk.status is None else _kind(walk.status.st_mode)
    except (FileNotFoundError, NotADirectoryError):
        return None


def entries(root: Path, folder: str | PurePath = ".") -> list[FolderEntry]:
    """List what is in a folder, by name."""
    with _walked(root, folder) as walk:
        return walk.entries()


def resolve(root: Path, path: str | PurePath) -> Path:
    """Return where a path leads, links followed: absolute, whether something is there or not.

    Raises ``LeadsOutError``.
    """
    with _walked(root, path) as walk:
        return root.joinpath(*walk.names, *walk.rest)


def resolve_file(root: Path, path: str | PurePath) -> Path:
    """Resolve a plain file that is there or may come: for what opens files itself, such as a lock or SQLite."""
    with _walked(root, path) as walk:
        walk.require_plain_or_missing()
        return root.joinpath(*walk.names, *walk.rest)


def make_folder(root: Path, path: str | PurePath) -> Path:
    """Make a folder and those above it, where they are missing; where it is."""
    with _walked(root, path) as walk:
        walk.make(len(walk.rest))
        return root.joinpath(*walk.names)


def write(root: Path, path: str | PurePath, data: bytes) -> None:
    """Write a plain file whole or not at all, folders above it too. Its mode stays as it was."""
    staged = stage(root, path, data)
    try:
        staged.commit()
    except BaseException:
        staged.discard()
        raise


def create(root: Path, path: str | PurePath, data: bytes) -> None:
    """Write a new plain file whole or not at all, folders above it too.

    Raises ``FileExistsError`` where anything has that name, a link too, also where it came there meanwhile.
    """
    place = PurePath(path)
    folder = make_folder(root, place.parent).relative_to(root)
    with _walked(root, folder / f".heymilo-ops-{secrets.token_hex(8)}.tmp") as walk:
        beside = walk.rest[0]
        walk.write_new(beside, data, None)
        try:
            walk.link_new(beside, place.name, str(path))
        finally:
            with suppress(OSError):
                walk.unlink()


def stage(root: Path, path: str | PurePath, data: bytes) -> Staged:
    """Write what is to stand at a path beside it, ready to be moved there."""
    with _walked(root, path) as walk:
        walk.require_plain_or_missing()
        mode = walk.writable_mode()
        made = walk.make(len(walk.rest) - 1)
        name = f".heymilo-ops-{secrets.token_hex(8)}.tmp"
        staged = Staged(root, PurePath(*walk.names, *walk.rest), PurePath(*walk.names, name), made)
        try:
            walk.write_new(name, data, mode)
        except BaseException:
            staged.discard()
            raise
        return staged


@dataclass(frozen=True)
class Staged:
    """A file beside its place.

    Attributes:
        path: its place, relative to ``root``, free of links.
        beside: where it stands until ``commit``.
        made: folders that were made for it, the outermost first.
    """

    root: Path
    path: PurePath
    beside: PurePath
    made: list[PurePath] = field(default_factory=list)

    def commit(self) -> None:
        """Move it to its place. A link that somebody put there meanwhile is replaced and not followed."""
        with _walked(self.root, self.beside) as walk:
            walk.replace(self.beside.name, self.path.name)

    def discard(self) -> None:
        """Remove it, and the folders made for it, as far as the system lets us."""
        with suppress(OSError):
            remove(self.root, self.beside)
        for folder in reversed(self.made):
            with suppress(OSError):
                self.root.joinpath(folder).rmdir()


def remove(root: Path, path: str | PurePath) -> None:
    """Remove a plain file."""
    with _walked(root, path) as walk:
        walk.require_plain()
        walk.unlink()


@contextmanager
def _walked(root: Path, path: str | PurePath) -> Iterator[_Walk]:
    walk = _Walk(root, str(path))
    try:
        walk.go(walk.parts(PurePath(path)))
        yield walk
    finally:
        walk.close()


class _Walk:
    """The way from a root to a path.

    Attributes:
        names: of the folders entered so far.
        rest: the last name; more where folders are missing before it; none where the path is a folder entered already.
        found: what stands at the first of ``rest``, never a link; ``None`` where there is nothing.
    """

    def __init__(self, root: Path, label: str) -> None:
        self.root = root
        self.label = label
        self.names: list[str] = []
        self.rest: list[str] = []
        self.status: os.stat_result | None = None
        self._links = 0
        self._handles: list[int] = []
        if _BY_HANDLE:
            self._handles.append(os.open(root, _PASS))

    def close(self) -> None:
        """Close the folders on the way."""
        while self._handles:
            os.close(self._handles.pop())

    # --- the way ---

    def parts(self, path: PurePath) -> list[str]:
        """Split a path into names, from the root. Raises ``LeadsOutError``."""
        try:
            if b"\0" in os.fsencode(path):
                raise ValueError
        except ValueError:
            raise OSError(errno.EINVAL, "no file can have this name", self.label) from None
        if path.is_absolute() or path.anchor:
            bases = [base for base in (self.root, self.root.resolve()) if path.is_relative_to(base)]
            if not bases:
                raise self._leads("out of the repo")
            path = path.relative_to(bases[0])
        if any(_is_of_git(part) for part in path.parts):
            raise self._leads("into git's own folder")
        return list(path.parts)

    def go(self, parts: list[str]) -> None:
        """Walk as far as there are folders."""
        todo = parts[::-1]
        while todo:
            part = todo.pop()
            if part == "..":
                self._up()
                continue
            target = self._look(part)
            if target is not None and stat.S_ISLNK(target.st_mode):
                self._links += 1
                if self._links > MOST_LINKS:
                    raise self._leads("in a circle")
                todo += self._target(part)[::-1]
            elif target is None or not todo:
                self.rest, self.status = [part, *todo[::-1]], target
                break
            else:
                self._enter(part)
        if ".." in self.rest:
            raise self._missing()

    def _target(self, part: str) -> list[str]:
        """Return the names that a link leads to, from the folder it is in, or from the root."""
        target = PurePath(os.readlink(self._at(part), dir_fd=self._folder))
        parts = self.parts(target)
        if any(_is_hidden(name) for name in parts):
            raise self._leads("to a hidden name")
        while target.is_absolute() and self.names:
            self._up()
        return parts

    def _up(self) -> None:
        if not self.names:
            raise self._leads("out of the repo")
        self.names.pop()
        if self._handles:
            os.close(self._handles.pop())

    def _enter(self, part: str) -> None:
        if self._handles:
            self._handles.append(os.open(part, _PASS | os.O_NOFOLLOW, dir_fd=self._folder))
        elif not stat.S_ISDIR(os.lstat(self._at(part)).st_mode):
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), self.label)
        self.names.append(part)

    def make(self, number: int) -> list[PurePath]:
        """Make so many of the folders that are missing, and enter them; those made."""
        made = []
        for _ in range(number):
            part = self.rest.pop(0)
            if self.status is None:
                with suppress(FileExistsError):
                    os.mkdir(self._at(part), dir_fd=self._folder)
                    made.append(PurePath(*self.names, part))
            self._enter(part)
        return made

    # --- what is there ---

    def require_plain(self) -> None:
        """Raises ``OSError`` unless a plain file is there."""
        if self.rest and self.status is None:
            raise self._missing()
        self.require_plain_or_missing()

    def require_plain_or_missing(self) -> None:
        """Raises ``NotPlainError`` where something else than a plain file is there."""
        mode = self.status.st_mode if self.status is not None else 0 if self.rest else stat.S_IFDIR
        if mode and not _is_plain(mode):
            raise NotPlainError(self.label, mode)

    def open_plain(self) -> int:
        """Open the plain file that is there, to read it."""
        self.require_plain()
        handle = os.open(self._at(self.rest[0]), _READ | _NOFOLLOW, dir_fd=self._folder)
        mode = os.fstat(handle).st_mode
        if not _is_plain(mode):  # put there since it was looked at
            os.close(handle)
            raise NotPlainError(self.label, mode)
        return handle

    def entries(self) -> list[FolderEntry]:
        """Enter the folder that the path names, and list what is in it."""
        for part in self.rest:
            self._enter(part)
        self.rest = []
        folder = self._folder
        handle = None if folder is None else os.open(".", os.O_RDONLY | _ANY, dir_fd=folder)
        try:
            with os.scandir(self._at("") if handle is None else handle) as listed:
                return sorted((FolderEntry(item.name, _kind_of(item)) for item in listed), key=lambda entry: entry.name)
        finally:
            if handle is not None:
                os.close(handle)

    # --- writing ---

    def writable_mode(self) -> int | None:
        """Return the permissions of the file that is there.

        Raises ``PermissionError`` where it is not to be written.
        """
        if self.status is None:
            return None
        if not os.access(self._at(self.rest[0]), os.W_OK, dir_fd=self._folder):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), self.label)
        return stat.S_IMODE(self.status.st_mode)

    def write_new(self, name: str, data: bytes, mode: int | None) -> None:
        """Write a file of a name that is free."""
        handle = os.open(self._at(name), _NEW | _NOFOLLOW, 0o666, dir_fd=self._folder)
        with open(handle, "wb") as stream:  # noqa: PTH123  of a handle
            if mode is not None and hasattr(os, "fchmod"):
                os.fchmod(handle, mode)
            stream.write(data)

    def replace(self, name: str, target: str) -> None:
        """Move a file to another name in its folder."""
        os.replace(self._at(name), self._at(target), src_dir_fd=self._folder, dst_dir_fd=self._folder)

    def link_new(self, name: str, target: str, label: str) -> None:
        """Give a file a second name in its folder. Raises ``FileExistsError`` where the name is taken."""
        taken = FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), label)
        try:
            os.link(self._at(name), self._at(target), src_dir_fd=self._folder, dst_dir_fd=self._folder)
        except FileExistsError:
            raise taken from None
        except (OSError, NotImplementedError):  # a file system without hard links
            if self._look(target) is not None:
                raise taken from None
            self.replace(name, target)

    def unlink(self) -> None:
        """Remove the file that is there."""
        os.unlink(self._at(self.rest[0]), dir_fd=self._folder)

    @property
    def _folder(self) -> int | None:
        return self._handles[-1] if self._handles else None

    def _at(self, part: str) -> str:
        """Return a name for the system: in the folder that is open, or else by its whole path."""
        return part if self._handles else str(self.root.joinpath(*self.names, part))

    def _look(self, part: str) -> os.stat_result | None:
        try:
            return os.stat(self._at(part), dir_fd=self._folder, follow_symlinks=False)
        except FileNotFoundError:
            return None

    def _leads(self, where: str) -> LeadsOutError:
        return LeadsOutError(self.label, f"it {'is a link that ' if self._links else ''}leads {where}")

    def _missing(self) -> FileNotFoundError:
        return FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), self.label)


def _is_of_git(name: str) -> bool:
    """Return whether a name is git's, however a file system may spell it."""
    return name.casefold().rstrip(". ") in (".git", "git~1")


def _is_hidden(name: str) -> bool:
    return name[0] == "." and name != ".."


def _kind(mode: int) -> EntryKind:
    return EntryKind.FILE if stat.S_ISREG(mode) else EntryKind.FOLDER if stat.S_ISDIR(mode) else EntryKind.OTHER


def _kind_of(entry: os.DirEntry[str]) -> EntryKind:
    if entry.is_symlink():
        return EntryKind.LINK
    if entry.is_dir(follow_symlinks=False):
        return EntryKind.FOLDER
    return EntryKind.FILE if entry.is_file(follow_symlinks=False) else EntryKind.OTHER
