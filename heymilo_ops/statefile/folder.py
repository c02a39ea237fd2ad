"""The backend in a folder: every write is whole or not at all, and survives a power cut.

A write goes to a temporary file beside its target, is synced, renamed over it, and the folder is synced. What was
there before a ``put`` stays as ``<name>.previous``. Files get the mode that the umask gives: nothing in them is secret,
and a shared folder stays shared.
"""

from __future__ import annotations

import builtins
import errno
import itertools
import os
import secrets
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from heymilo_ops import files
from heymilo_ops.errors import AdviceKind, StateError, advise
from heymilo_ops.model.location import FolderLocation
from heymilo_ops.statefile.backend import Conflict, Stored, checked, filesystem_error, version_of

CAS_TIMEOUT_S = 30.0
"""How long one write waits for another to end, in seconds."""

ORPHAN_AGE_S = 3600.0
"""A temporary file older than this, in seconds, belongs to a process that was killed."""

_NO_FOLDER_SYNC = frozenset({errno.EINVAL, errno.ENOTSUP, errno.EBADF})


class FolderBackend:
    """A backend in ``root``, which is made at the first write. Writers in any number of processes are safe."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def get(self, key: str) -> Stored | None:
        """As ``Backend.get``."""
        try:
            data = files.read(self.root, checked(key))
        except FileNotFoundError:
            return None
        except OSError as error:
            raise filesystem_error(error, "read", str(self.root / key)) from error
        return Stored(data, version_of(data))

    def put(self, key: str, data: bytes, expected: str | None) -> str:
        """As ``Backend.put``; keeps what was replaced as ``<key>.previous``."""
        with self._placing(key) as path:
            stored = self.get(key)
            if (stored.version if stored else None) != expected:
                raise Conflict(key)
            if stored:
                _replace(path.with_name(path.name + ".previous"), stored.data)
            _replace(path, data)
            _sweep(path.parent, path.name)
        return version_of(data)

    def create(self, key: str, data: bytes) -> str:
        """As ``Backend.create``."""
        with self._placing(key) as path:
            if path.exists():
                raise Conflict(key)
            _replace(path, data)
        return version_of(data)

    def list(self, prefix: str) -> builtins.list[str]:
        """As ``Backend.list``. Lock files, temporary files and previous versions are not keys."""
        below = prefix.rpartition("/")[0]
        try:
            start = files.resolve(self.root, checked(below)) if below else self.root
        except FileNotFoundError:
            return []
        except OSError as error:
            raise filesystem_error(error, "read", str(self.root / below)) from error
        keys = [
            Path(folder, name).relative_to(self.root).as_posix()
            for folder, _, names in os.walk(start, onerror=_refused)
            for name in names
            if name.endswith(".json") and not name.startswith(".")
        ]
        return sorted(key for key in keys if key.startswith(prefix))

    def delete(self, key: str) -> None:
        """As ``Backend.delete``."""
        self.delete_all([key])

    def delete_all(self, keys: Iterable[str]) -> None:
        """As ``backend.delete_all``. Folders that are empty then go as well."""
        paths = [self.root / checked(key) for key in keys]
        there = [path for path in paths if _is_there(path)]
        if not there:
            return
        with self._writing("remove", there[0]):
            for path in there:
                (files.resolve(self.root, path.parent) / path.name).unlink(missing_ok=True)
            for folder in sorted({path.parent for path in there} - {self.root}):
                _tidy(folder, self.root)

    def lock_file(self, name: str) -> Path:
        """Return the path of a lock, which is opened by its path. Raises ``OSError`` where that leads elsewhere."""
        make_durable_folder(self.root)
        return files.resolve_file(self.root, name)

    @contextmanager
    def _placing(self, key: str) -> Iterator[Path]:
        """Yield where a key is kept, in a folder that is there. Raises ``StateError`` where a link leads elsewhere."""
        with self._writing("write", self.root / checked(key)):
            path = files.resolve_file(self.root, key)
            make_durable_folder(path.parent)
            yield path

    @contextmanager
    def _writing(self, doing: str, path: Path) -> Iterator[None]:
        """Let one writer at a time into this folder; what the operating system refuses is raised as ``StateError``."""
        from filelock import FileLock, Timeout

        try:
            with FileLock(self.lock_file(".cas"), timeout=CAS_TIMEOUT_S):
                yield
        except Timeout:
            raise StateError(
                f"Can't {doing} {path}: another process has been writing there for {CAS_TIMEOUT_S:.0f} seconds",
                "Wait for it to end, then run again.",
            ) from None
        except OSError as error:
            raise filesystem_error(error, doing, str(path)) from error


def make_durable_folder(folder: Path) -> None:
    """Make a folder and its parents, each durable. Raises ``OSError``."""
    missing = [path for path in (folder, *folder.parents) if not path.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    for path in missing:
        _sync_folder(path.parent)


def _replace(path: Path, data: bytes) -> None:
    """Put ``data`` at ``path``, whole or not at all, durable when this returns. Raises ``OSError``."""
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(8)}.tmp")
    try:
        _write_durably(temporary, data)
        temporary.replace(path)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise
    _sync_folder(path.parent)


def _write_durably(path: Path, data: bytes) -> None:
    """Write a file that isn't there yet. Raises ``OSError``."""
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _write_whole(path: Path, data: bytes) -> None:
    """Write a file that isn't there yet, or leave none behind. Raises ``OSError``."""
    try:
        _write_durably(path, data)
    except FileExistsError:
        raise
    except OSError:
        with suppress(OSError):
            path.unlink()
        raise


def _sync_folder(folder: Path) -> None:
    """Make names in a folder durable, where the system can (Windows and some network drives can't)."""
    if os.name == "nt":  # pragma: no cover
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in _NO_FOLDER_SYNC:
            raise
    finally:
        os.close(handle)


def _refused(error: OSError) -> None:
    """Raise what ``os.walk`` met; a folder that was removed meanwhile holds nothing."""
    if not isinstance(error, FileNotFoundError):
        raise filesystem_error(error, "read", str(error.filename)) from error


def _is_there(path: Path) -> bool:
    try:
        path.lstat()
    except FileNotFoundError:
        return False
    except OSError as error:
        raise filesystem_error(error, "remove", str(path)) from error
    return True


def _tidy(folder: Path, root: Path) -> None:
    """Remove a folder below ``root`` where it is empty, and then those above it."""
    _sweep(folder, "*")
    with suppress(OSError):
        while folder != root:
            folder.rmdir()
            folder = folder.parent


def _sweep(folder: Path, name: str) -> None:
    """Remove temporary files of a name that killed writers left behind."""
    for orphan in folder.glob(f".{name}.*.tmp"):
        with suppress(OSError):
            if time.time() - orphan.stat().st_mtime > ORPHAN_AGE_S:
                orphan.unlink()


def save_new(folder: Path, stem: str, suffix: str, data: bytes) -> Path:
    """Write ``<stem><suffix>`` into a folder, or ``<stem>.2<suffix>`` and so on where that is taken; the path.

    Raises ``StateError``.
    """
    try:
        make_durable_folder(folder)
        for number in itertools.count(1):
            path = folder / (f"{stem}{suffix}" if number == 1 else f"{stem}.{number}{suffix}")
            with suppress(FileExistsError):
                _write_whole(path, data)
                _sync_folder(folder)
                return path
    except OSError as error:
        raise filesystem_error(error, "write", str(folder)) from error
    raise AssertionError("unreachable")  # pragma: no cover


def folder_for(where: FolderLocation, root: Path, outside: bool = False) -> Path:
    """Return the folder itself, links followed. Raises ``StateError`` where it is outside ``root`` and may not be."""
    if outside:
        return root / where.path
    try:
        return files.resolve(root, where.path)
    except files.LeadsOutError as error:
        raise StateError(
            f"The state is to be in the folder {where.path}, which can't be used: {error.why}",
            advise(AdviceKind.ALLOW_OUTSIDE_STATE),
        ) from error
    except OSError as error:
        raise StateError(
            f"The state is to be in the folder {where.path}, which can't be used: {error.strerror}",
            "Name another folder as `state` in heymilo.yaml.",
        ) from error
