"""The backend in a bucket: S3 and what speaks like it, Azure Blob Storage, Google Cloud Storage (experimental).

Each write carries its condition to the store, which alone decides who won. A request whose answer was lost is sent
again below us and then finds its own bytes there; so a refusal counts only after reading back: where the key holds
exactly what was to be written, it is written. Hence writers for whom it matters who was first must never write the same
bytes: state and locks carry an id that is new with every write.
"""

from __future__ import annotations

import builtins
import threading
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress

from heymilo_ops.errors import StateError
from heymilo_ops.model.location import BucketLocation
from heymilo_ops.statefile.backend import Conflict, Stored, checked
from heymilo_ops.statefile.bucket import BucketRequests, ConditionFailed, open_bucket
from heymilo_ops.statefile.probe import PROBE_PREFIX, TagSpelling, probe_tag_spelling, respelled

AT_ONCE = 8
"""How many requests of one call are under way together."""


class ObjectStoreBackend:
    """A backend in a bucket, safe in any number of processes and threads.

    Before its first write it asks the store whether it honours conditions; ``StateError`` where not.
    """

    window = 10
    """How many sends one record of the journal should announce, as a write takes a while."""

    def __init__(self, requests: BucketRequests, place: str) -> None:
        self._requests = requests
        self._place = place
        self._spell: TagSpelling | None = None
        self._probing = threading.Lock()

    @classmethod
    def at(cls, bucket: BucketLocation) -> ObjectStoreBackend:
        """Return the backend in a bucket, with credentials from the environment. Raises ``StateError``."""
        return cls(open_bucket(bucket), str(bucket))

    def get(self, key: str) -> Stored | None:
        """As ``Backend.get``."""
        return self._requests.get(key)

    def put(self, key: str, data: bytes, expected: str | None) -> str:
        """As ``Backend.put``. Bytes that are there already are no conflict."""
        if expected is None:
            return self.create(key, data)
        checked(key)
        tag = respelled(expected, self._spelling())
        return self._write(key, data, lambda: self._requests.replace(key, data, tag))

    def create(self, key: str, data: bytes) -> str:
        """As ``Backend.create``. Bytes that are there already are no conflict."""
        checked(key)
        self._spelling()
        return self._write(key, data, lambda: self._requests.create(key, data))

    def list(self, prefix: str) -> builtins.list[str]:
        """As ``Backend.list``."""
        keys = self._requests.list(prefix.rpartition("/")[0])  # a store knows whole folders, not beginnings of names
        return sorted(key for key in keys if key.startswith(prefix) and not key.startswith(f"{PROBE_PREFIX}/"))

    def delete(self, key: str) -> None:
        """As ``Backend.delete``."""
        self._requests.remove(key)

    def create_all(self, documents: Mapping[str, bytes]) -> None:
        """As ``backend.create_all``, several at a time."""

        def create(key: str) -> None:
            with suppress(Conflict):
                self.create(key, documents[key])

        _run_on_all(create, documents)

    def delete_all(self, keys: Iterable[str]) -> None:
        """As ``backend.delete_all``, several at a time."""
        _run_on_all(self.delete, keys)

    def _spelling(self) -> TagSpelling:
        with self._probing:
            if self._spell is None:
                self._spell = probe_tag_spelling(self._requests, self._place)
            return self._spell

    def _write(self, key: str, data: bytes, write: Callable[[], str]) -> str:
        try:
            return write()
        except ConditionFailed:
            stored = self.get(key)
        except StateError:
            stored = None
            with suppress(StateError):  # the first problem is the one to tell
                stored = self.get(key)
            if not stored or stored.data != data:
                raise
        if stored and stored.data == data:
            return stored.version
        raise Conflict(key)


def _run_on_all(do: Callable[[str], None], keys: Iterable[str]) -> None:
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(AT_ONCE) as pool:
        for _ in pool.map(do, keys):
            pass
