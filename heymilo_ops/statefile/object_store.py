"""The backend in a bucket: S3 and what speaks like it, Azure Blob Storage, Google Cloud Storage (experimental).

Each write carries its condition to the store, which alone decides who won. A request whose answer was lost is sent
again below us and then finds its own bytes there; so a refusal counts only after reading back: where the key holds
exactly what was to be written, it is written. Hence writers for whom it matters who was first must never write the same
bytes: state and locks carry an id that is new with every write.
"""

from __future__ import annotations

import builtins
import json
import os
import re
import secrets
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import timedelta
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from heymilo_ops.errors import StateError
from heymilo_ops.model.location import BucketLocation, is_loopback
from heymilo_ops.statefile.backend import Conflict, Stored, checked

if TYPE_CHECKING:
    from obstore.store import ObjectStore

RETRIES = 6
RETRY_S = 45.0
"""How often, and for how many seconds from the first try, a request is sent again (5xx, 429, a lost connection)."""

REQUEST_S = 30
CONNECT_S = 5

ENDPOINTS = (
    "AWS_ENDPOINT_URL_S3",
    "AWS_ENDPOINT_URL",
    "AWS_ENDPOINT",
    "AZURE_STORAGE_ENDPOINT",
    "AZURE_ENDPOINT",
    "GOOGLE_BASE_URL",
)
"""The environment variables that name another server than the vendor's."""

# One plain DELETE instead of a POST that not every store speaks.
_CONFIG = {"s3": {"disable_bulk_delete": True}}
_NO_BUCKET = re.compile(r"NoSuchBucket|ContainerNotFound|bucket does not exist", re.IGNORECASE)
_STATUS = re.compile(r"\b[45]\d\d\b(?= [A-Z])")
_RIGHTS = "Check the credentials in the environment, and that they may read, write, list and delete there."
_LATER = "Check that the store can be reached from here, then run again."
_EXTRA = "Install the tool again with its extra, heymilo-ops[remote], from where it came."


class ConditionFailed(Exception):  # noqa: N818 - caught here, never shown to a user
    """The store refused a write because its condition did not hold."""


def _tag(result: Any) -> str:
    return json.dumps([result["e_tag"], result["version"]])


def _explained(error: Exception) -> tuple[str, str]:
    """Say what happened and what to do, by the first line of a long text that also names hosts and headers."""
    from obstore.exceptions import PermissionDeniedError, UnauthenticatedError

    first = str(error).partition("\n")[0]
    status = _STATUS.search(first)
    if isinstance(error, (PermissionDeniedError, UnauthenticatedError)) or (status and status[0] in ("401", "403")):
        return "the store refuses these credentials", _RIGHTS
    if status:
        return f"the store answered {status[0]}", _LATER
    if re.search("credential|metadata", first, re.IGNORECASE):
        return "there are no credentials for it in the environment", _RIGHTS
    if re.search("sending request|timed out|HTTP error", first):
        return "the store can't be reached", _LATER
    return type(error).__name__, _RIGHTS


def open_bucket(bucket: BucketLocation, environ: Mapping[str, str] = os.environ) -> ObjectStoreBackend:
    """Open a bucket with credentials and endpoint from the environment; nothing is sent yet. Raises ``StateError``."""
    plain = _endpoint_is_plain(environ)
    try:
        from obstore.exceptions import BaseError
        from obstore.store import AzureStore, GCSStore, S3Store
    except ModuleNotFoundError as error:
        raise StateError(
            f"The state is in {bucket}, and what speaks to object stores isn't installed", _EXTRA
        ) from error
    kinds: dict[str, Any] = {"az": AzureStore, "gs": GCSStore, "s3": S3Store}
    try:
        store = kinds[bucket.scheme](
            bucket.name,
            prefix=bucket.prefix or None,
            config=_CONFIG.get(bucket.scheme),
            client_options={
                "allow_http": plain,
                "connect_timeout": timedelta(seconds=CONNECT_S),
                "timeout": timedelta(seconds=REQUEST_S),
            },
            retry_config={"max_retries": RETRIES, "retry_timeout": timedelta(seconds=RETRY_S)},
        )
    except (BaseError, ValueError) as error:
        raise StateError(f"{bucket} can't be used as it is set up: {_explained(error)[0]}", _RIGHTS) from None
    return ObjectStoreBackend(store, str(bucket))


def _endpoint_is_plain(environ: Mapping[str, str]) -> bool:
    """Return whether an endpoint is http on loopback. Raises ``StateError`` for plain http to anywhere else."""
    plain = False
    for name in ENDPOINTS:
        parts = urlsplit(environ.get(name, ""))
        if parts.scheme == "http":
            if not is_loopback(parts.hostname or ""):
                raise StateError(
                    f"{name} names a server by plain http, and the state would cross the network unprotected",
                    "Use https there; plain http is for loopback.",
                )
            plain = True
    return plain


AT_ONCE = 8
"""How many requests of one call are under way together."""


class ObjectStoreBackend:
    """A backend in a bucket, safe in any number of processes and threads.

    Before its first write it asks the store whether it honours conditions; ``StateError`` where not. A version is what
    the store calls one, as JSON: ``[e_tag, version]``.
    """

    window = 10
    """How many sends one record of the journal should announce, as a write takes a while."""

    def __init__(self, store: ObjectStore, place: str) -> None:
        self.place = place
        self._store = store
        self._bare: bool | None = None
        self._probing = threading.Lock()

    def get(self, key: str) -> Stored | None:
        """As ``Backend.get``."""
        with self._asking("read from"):
            try:
                result = self._store.get(checked(key))
                return Stored(bytes(result.bytes()), _tag(result.meta))
            except FileNotFoundError as error:
                if _NO_BUCKET.search(str(error)):
                    raise
                return None

    def put(self, key: str, data: bytes, expected: str | None) -> str:
        """As ``Backend.put``. Bytes that are there already are no conflict."""
        if expected is None:
            return self.create(key, data)
        checked(key)
        return self._write(key, data, respelled(expected, self._takes_bare_tags()))

    def create(self, key: str, data: bytes) -> str:
        """As ``Backend.create``. Bytes that are there already are no conflict."""
        checked(key)
        self._takes_bare_tags()
        return self._write(key, data, None)

    def list(self, prefix: str) -> builtins.list[str]:
        """As ``Backend.list``."""
        folder = prefix.rpartition("/")[0]  # a store knows whole folders, not beginnings of names
        with self._asking("list"):
            chunks = self._store.list(folder or None, chunk_size=1000)
            keys = [str(entry["path"]) for chunk in chunks for entry in chunk]
        return sorted(key for key in keys if key.startswith(prefix) and not key.startswith(f"{PROBE_PREFIX}/"))

    def delete(self, key: str) -> None:
        """As ``Backend.delete``."""
        with self._asking("delete from"), suppress(FileNotFoundError):
            self._store.delete(checked(key))

    def create_all(self, documents: Mapping[str, bytes]) -> None:
        """As ``backend.create_all``, several at a time."""

        def create(key: str) -> None:
            with suppress(Conflict):
                self.create(key, documents[key])

        _run_on_all(create, documents)

    def delete_all(self, keys: Iterable[str]) -> None:
        """As ``backend.delete_all``, several at a time."""
        _run_on_all(self.delete, keys)

    def send(self, key: str, data: bytes, tag: str | None) -> str:
        """Write a key that has this tag, or for ``None`` isn't there; the new tag. Raises ``ConditionFailed``."""
        from obstore.exceptions import AlreadyExistsError, NotModifiedError, PreconditionError

        mode: Any = "create"
        if tag is not None:
            e_tag, version = json.loads(tag)
            # A key whose value is None is refused as a TypeError.
            mode = {name: value for name, value in (("e_tag", e_tag), ("version", version)) if value}
        with self._asking("write to"):
            try:
                # In one part however big it is: only that takes a condition.
                return _tag(self._store.put(checked(key), data, mode=mode, use_multipart=False))
            except (AlreadyExistsError, NotModifiedError, PreconditionError) as error:
                raise ConditionFailed(key) from error

    def _takes_bare_tags(self) -> bool:
        with self._probing:
            if self._bare is None:
                self._bare = probe_bare_tags(self)
            return self._bare

    def _write(self, key: str, data: bytes, tag: str | None) -> str:
        try:
            return self.send(key, data, tag)
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

    @contextmanager
    def _asking(self, doing: str) -> Iterator[None]:
        from obstore.exceptions import BaseError

        try:
            yield
        except FileNotFoundError:
            raise StateError(f"Can't {doing} {self.place}: there is no such bucket", _RIGHTS) from None
        except BaseError as error:
            words, help = _explained(error)
            # Not chained: the text below holds addresses, and what a store echoes of a request.
            raise StateError(f"Can't {doing} {self.place}: {words}", help) from None


def _run_on_all(do: Callable[[str], None], keys: Iterable[str]) -> None:
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(AT_ONCE) as pool:
        for _ in pool.map(do, keys):
            pass


PROBE_PREFIX = "probe"
_TRIES = 3


def probe_bare_tags(backend: ObjectStoreBackend) -> bool:
    """Return whether a store wants its ETags without their quotes, as some gateways do (Ceph of 2021).

    It is checked first that it refuses what it must. Raises ``StateError`` where it ignores conditions, or refuses even
    those that hold.
    """
    for _ in range(_TRIES):
        if (bare := _probe(backend)) is not None:
            return bare
    raise StateError(
        f"{backend.place} refuses to write even where its condition holds, so it can't keep the state",
        "Choose another store, or keep the state on a git branch: git:origin/heymilo-state.",
    )


def _probe(backend: ObjectStoreBackend) -> bool | None:
    """Probe once; ``None`` where a right condition was refused, as where a request was sent twice below us."""
    key = f"{PROBE_PREFIX}/{secrets.token_hex(16)}.json"
    try:
        first = backend.send(key, _body(), None)
        _must_refuse(backend, key, None, "wrote over a key that was to be new")
        bare = next((bare for bare in (False, True) if _replaces(backend, key, respelled(first, bare))), None)
        if bare is not None:
            _must_refuse(backend, key, respelled(first, bare), "replaced a version that was gone")
    except ConditionFailed:
        bare = None
    except StateError:
        with suppress(StateError):
            backend.delete(key)
        raise
    backend.delete(key)
    return bare


def respelled(tag: str, bare: bool) -> str:
    """Return a tag (JSON: ``[e_tag, version]``) as the store takes it, without the quotes of its ETag if ``bare``."""
    e_tag, version = json.loads(tag)
    return json.dumps([e_tag.strip('"') if bare and e_tag else e_tag, version])


def _replaces(backend: ObjectStoreBackend, key: str, tag: str | None) -> bool:
    try:
        backend.send(key, _body(), tag)
    except ConditionFailed:
        return False
    return True


def _must_refuse(backend: ObjectStoreBackend, key: str, tag: str | None, what: str) -> None:
    if _replaces(backend, key, tag):
        raise StateError(
            f"{backend.place} ignores conditions: it {what}. Two people applying at once would undo each other's work "
            "there",
            "Choose a store with conditional writes (If-None-Match and If-Match), or git:origin/heymilo-state.",
        )


def _body() -> bytes:
    """Make a body that is never the same twice: S3 takes the tag from the content."""
    return b'{"probe": "%s"}\n' % secrets.token_hex(16).encode()
