"""A backend in memory, for tests."""

from __future__ import annotations

import threading

from heymilo_ops.statefile.backend import Conflict, Stored, checked, version_of


class MemoryBackend:
    """Forgets everything when its process ends. Threads may share it."""

    def __init__(self) -> None:
        self._held: dict[str, bytes] = {}
        self._changing = threading.Lock()

    def get(self, key: str) -> Stored | None:
        """As ``Backend.get``."""
        data = self._held.get(checked(key))
        return None if data is None else Stored(data, version_of(data))

    def put(self, key: str, data: bytes, expected: str | None) -> str:
        """As ``Backend.put``."""
        with self._changing:
            held = self._held.get(checked(key))
            if (None if held is None else version_of(held)) != expected:
                raise Conflict(key)
            self._held[key] = data
        return version_of(data)

    def create(self, key: str, data: bytes) -> str:
        """As ``Backend.create``."""
        return self.put(key, data, None)

    def list(self, prefix: str) -> list[str]:
        """As ``Backend.list``."""
        with self._changing:
            keys = tuple(self._held)
        return sorted(key for key in keys if key.startswith(prefix))

    def delete(self, key: str) -> None:
        """As ``Backend.delete``."""
        with self._changing:
            self._held.pop(checked(key), None)
