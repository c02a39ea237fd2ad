"""Where bytes are kept, in five verbs: get, put, create, list, delete.

State, snapshots and lock are built on these alone, so that a folder, a bucket and a git branch behave alike. Keys are
``/``-separated, of letters, digits and ``. _ ~ - %``; they are safe as file names everywhere.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import Protocol

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
        """What the key holds, ``None`` where it holds nothing."""

    def put(self, key: str, data: bytes, expected: str | None) -> str:
        """Replace what has version ``expected`` (``None``: nothing there yet); the new version.

        Raises ``Conflict`` where the key holds something else.
        """

    def create(self, key: str, data: bytes) -> str:
        """Write a key that isn't there yet; its version. Raises ``Conflict`` where it is."""

    def list(self, prefix: str) -> list[str]:
        """The keys that begin with ``prefix``, sorted."""

    def delete(self, key: str) -> None:
        """Remove the key; nothing happens where it isn't there."""


def checked(key: str) -> str:
    """The key itself. Raises ``ValueError`` for one that could leave the backend's own place."""
    if not _KEY.fullmatch(key):
        raise ValueError(f"not a key: {key!r}")
    return key


def version_of(data: bytes) -> str:
    """A version made of the content: the same bytes, the same version."""
    return hashlib.sha256(data).hexdigest()


class MemoryBackend:
    """A backend that forgets when its process ends: for tests, and for looking without touching."""

    def __init__(self) -> None:
        self._held: dict[str, bytes] = {}

    def get(self, key: str) -> Stored | None:
        """As ``Backend.get``."""
        data = self._held.get(checked(key))
        return None if data is None else Stored(data, version_of(data))

    def put(self, key: str, data: bytes, expected: str | None) -> str:
        """As ``Backend.put``."""
        found = self.get(key)
        if (found.version if found else None) != expected:
            raise Conflict(key)
        self._held[key] = data
        return version_of(data)

    def create(self, key: str, data: bytes) -> str:
        """As ``Backend.create``."""
        return self.put(key, data, None)

    def list(self, prefix: str) -> list[str]:
        """As ``Backend.list``."""
        return sorted(key for key in self._held if key.startswith(prefix))

    def delete(self, key: str) -> None:
        """As ``Backend.delete``."""
        self._held.pop(checked(key), None)
