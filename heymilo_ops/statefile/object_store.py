"""The backend in a bucket: S3 and what speaks like it, Azure Blob Storage, Google Cloud Storage (experimental).

Each write carries its condition to the store, which alone decides who won. A request whose answer was lost is sent
again below us and then finds its own bytes there; so a refusal counts only after reading back: where the key holds
exactly what was to be written, it is written. Hence writers for whom it matters who was first must never write the same
bytes: state and locks carry an id that is new with every write.
"""

from __future__ import annotations

import builtins
import json
import secrets
import threading
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress

from heymilo_ops.errors import StateError
from heymilo_ops.model.location import BucketLocation
from heymilo_ops.statefile.backend import Conflict, Stored, checked
from heymilo_ops.statefile.bucket import BucketRequests, ConditionFailed, open_bucket

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


PROBE_PREFIX = "probe"
_TRIES = 3


TagSpelling = Callable[[str], str]
"""From an ETag as the store gives it to one as it takes it."""


def quoted_tag(tag: str) -> str:
    """Return the ETag as the store gave it."""
    return tag


def bare_tag(tag: str) -> str:
    """Return the ETag without its quotes, which some gateways (Ceph of 2021) want back."""
    return tag.strip('"')


def probe_tag_spelling(store: BucketRequests, place: str) -> TagSpelling:
    """Find out how this store wants its tags spelled, after checking that it refuses what it must.

    Raises ``StateError`` where it ignores conditions, or refuses even those that hold.
    """
    for _ in range(_TRIES):
        if spelling := _spelling(store, place):
            return spelling
    raise StateError(
        f"{place} refuses to write even where its condition holds, so it can't keep the state",
        "Choose another store, or keep the state on a git branch: git:origin/heymilo-state.",
    )


def _spelling(store: BucketRequests, place: str) -> TagSpelling | None:
    """Probe once; ``None`` where a right condition was refused, as where a request was sent twice below us."""
    key = f"{PROBE_PREFIX}/{secrets.token_hex(16)}.json"
    try:
        first = store.create(key, _body())
        _must_refuse(lambda: store.create(key, _body()), place, "wrote over a key that was to be new")
        spelling = next(
            (spell for spell in (quoted_tag, bare_tag) if _replaces(store, key, respelled(first, spell))), None
        )
        if spelling:
            stale = respelled(first, spelling)
            _must_refuse(lambda: store.replace(key, _body(), stale), place, "replaced a version that was gone")
    except ConditionFailed:
        spelling = None
    except StateError:
        with suppress(StateError):
            store.remove(key)
        raise
    store.remove(key)
    return spelling


def respelled(tag: str, spell: TagSpelling) -> str:
    """Return a tag (JSON: ``[e_tag, version]``) with its ETag spelled so."""
    e_tag, version = json.loads(tag)
    return json.dumps([spell(e_tag) if e_tag else e_tag, version])


def _replaces(store: BucketRequests, key: str, tag: str) -> bool:
    try:
        store.replace(key, _body(), tag)
    except ConditionFailed:
        return False
    return True


def _must_refuse(write: Callable[[], str], place: str, what: str) -> None:
    try:
        write()
    except ConditionFailed:
        return
    raise StateError(
        f"{place} ignores conditions: it {what}. Two people applying at once would undo each other's work there",
        "Choose a store with conditional writes (If-None-Match and If-Match), or git:origin/heymilo-state.",
    )


def _body() -> bytes:
    """Make a body that is never the same twice: S3 takes the tag from the content."""
    return b'{"probe": "%s"}\n' % secrets.token_hex(16).encode()
