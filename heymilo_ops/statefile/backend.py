"""Where bytes are kept, in five verbs: get, put, create, list, delete.

State, snapshots, journal and lock are built on these alone, so that a folder, a bucket and a git branch behave alike.
Keys are ``/``-separated, of letters, digits and ``. _ ~ - %``; they are safe as file names everywhere.

Where several calls can be one, a backend may say so by methods of its own: ``create_all`` and ``delete_all`` (one round
trip for all) and ``one_moment`` (reads that belong together). Call the functions of these names here: they do without
where there are none. ``create_all`` and ``delete_all`` promise nothing as a whole: a crash may leave a part done.
``window`` says how much is best written together where a write takes long.
"""

from __future__ import annotations

import errno
import hashlib
import re
from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager, nullcontext, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from heymilo_ops.errors import Help, OpsError, StaleError, StateError

if TYPE_CHECKING:
    from heymilo_ops.model.state import State

_PART = r"[A-Za-z0-9_%-][A-Za-z0-9._~%-]*"
_KEY = re.compile(rf"{_PART}(?:/{_PART})*")


class Conflict(Exception):  # noqa: N818 - part of the backend's protocol, never shown to a user
    """The key does not hold what the caller thought: it moved, or it is there already."""


@dataclass(frozen=True, slots=True)
class Stored:
    """What a key holds. ``version`` is opaque; give it back to ``put`` to replace exactly this."""

    data: bytes
    version: str


class Backend(Protocol):
    """The five verbs. Each raises ``StateError`` where the place itself fails."""

    def get(self, key: str) -> Stored | None:
        """Return what the key holds, ``None`` where it holds nothing."""

    def put(self, key: str, data: bytes, expected: str | None) -> str:
        """Replace what has version ``expected`` (``None``: nothing there yet); the new version.

        Raises ``Conflict`` where the key holds something else.
        """

    def create(self, key: str, data: bytes) -> str:
        """Write a key that isn't there yet; its version. Raises ``Conflict`` where it is."""

    def list(self, prefix: str) -> list[str]:
        """Return the keys that begin with ``prefix``, sorted."""

    def delete(self, key: str) -> None:
        """Remove the key; nothing happens where it isn't there."""


def create_all(backend: Backend, documents: Mapping[str, bytes]) -> None:
    """Create several keys, each unless it is there. One that is there is left alone, whatever it holds: check it
    where that matters. Raises ``StateError``.
    """
    at_once: Callable[[Mapping[str, bytes]], None] | None = getattr(backend, "create_all", None)
    if at_once:
        at_once(documents)
        return
    for key, data in documents.items():
        with suppress(Conflict):
            backend.create(key, data)


def delete_all(backend: Backend, keys: Iterable[str]) -> None:
    """Remove several keys; nothing happens for one that isn't there. Raises ``StateError``."""
    at_once: Callable[[Iterable[str]], None] | None = getattr(backend, "delete_all", None)
    if at_once:
        at_once(keys)
        return
    for key in keys:
        backend.delete(key)


def one_moment(backend: Backend) -> AbstractContextManager[None]:
    """Read at one moment where the backend can: all reads of this thread within it cost one round trip.

    Elsewhere each read is of its own moment, so the order of reads matters all the same. Only read within it.
    """
    reading: Callable[[], AbstractContextManager[None]] | None = getattr(backend, "one_moment", None)
    return reading() if reading else nullcontext()


def is_key(name: str) -> bool:
    """Return whether a name that was listed can be a key; others may have put anything there."""
    return _KEY.fullmatch(name) is not None


def checked(key: str) -> str:
    """Return the key itself. Raises ``ValueError`` for one that could leave the backend's own place."""
    if not is_key(key):
        raise ValueError(f"not a key: {key!r}")
    return key


def version_of(data: bytes) -> str:
    """Make a version of the content: the same bytes, the same version."""
    return hashlib.sha256(data).hexdigest()


_FULL = "Free some space and run again; what was there before is untouched."
_RIGHTS = "Give yourself the right to write there, or name another place as `state` in heymilo.yaml."

_WORDS: dict[int, tuple[str, str]] = {
    errno.EACCES: ("permission denied", _RIGHTS),
    errno.EPERM: ("permission denied", _RIGHTS),
    errno.EROFS: ("the file system is read-only", _RIGHTS),
    errno.ENOSPC: ("no space is left on the disk", _FULL),
    errno.EDQUOT: ("your disk quota is used up", _FULL),
    errno.ENOTDIR: ("a part of the path is a file, not a folder", "Move that file, or name another place as `state`."),
    errno.EISDIR: ("there is a folder where a file should be", "Move that folder away and run again."),
}
_OTHERWISE = "Check that the folder is there and that its disk works, then run again."


class UnwrittenError(OpsError):
    """A state was not written. ``state`` is what should have been."""

    def __init__(self, message: str, help: Help, state: State) -> None:
        super().__init__(message, help)
        self.state = state


class UnsavedError(UnwrittenError, StateError):
    """The place of the state failed: hand ``state`` to ``StateStore.rescue``."""


class MovedError(UnwrittenError, StaleError):
    """Somebody else wrote the state since it was read."""


def filesystem_error(error: OSError, doing: str, path: str) -> StateError:
    """Make a ``StateError`` of what the operating system refused. ``doing``: "read", "write", "lock", …"""
    words, help = _WORDS.get(error.errno or 0, (error.strerror or type(error).__name__, _OTHERWISE))
    return StateError(f"Can't {doing} {path}: {words}", help)
