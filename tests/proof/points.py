"""Labelled points of the protocol at which a run can be killed, and a log of what it wrote and read.

They are put in from outside, in the forked process, by wrapping the verbs of the backends and the sends of the client:
the product has no hook for them. A label is what happens and a moment of it, such as ``sending.after``.
"""

from __future__ import annotations

import json
import os
import re
import signal
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterable
from contextlib import contextmanager, suppress
from dataclasses import replace
from functools import partial, wraps
from pathlib import Path
from typing import Any

from heymilo_ops.git.repository import GitError
from tests.statefile.killing import Killing

RECORDS = ("opened", "sending", "confirmed", "rejected", "unknown", "absent", "retried", "noted", "seal")
WRITES = ("snapshots", "generated", "state.first", *RECORDS, "fence", "late", "state.fold", "sweep")
"""``fence``: the state is replaced by itself, so that nobody can replace what they read before."""

LEASE = ("lease.acquire", "lease.renew", "lease.release")
LOCK = ("lock.said", "lock.cleared")
REQUESTS = ("create", "archive", "patch")
FOLDER = ("folder.half", "folder.written", "folder.renamed", "folder.synced")
"""Inside the write of a file: half of a temporary file is there; all of it; it has its name; the name is durable."""

GIT = ("push.before", "push.after")
"""Inside the write of a branch: a commit is made here; the remote has it."""

GIT_KILLED = ("push.half", "push.flight", "fetch.half")
"""git's own processes are killed, and then this one: the remote has the objects of a push and not the branch; it has
both, and its answer is lost; half a pack of a fetch has come."""

LABELS = (
    *(f"{what}.{moment}" for what in (*WRITES, *LEASE, *LOCK) for moment in ("before", "after")),
    *(f"{what}.{moment}" for what in REQUESTS for moment in ("before", "flight", "after")),
    *FOLDER,
    *GIT,
    *GIT_KILLED,
)
"""Every point. ``flight``: the request is on the wire and no answer has come."""

EDIT_REQUESTS = ("step_patch", "question_patch", "question_post", "question_delete", "reorder")
EDIT_LABELS = (
    *(f"{what}.{moment}" for what in EDIT_REQUESTS for moment in ("before", "flight", "after")),
    *(f"half_done.{moment}" for moment in ("before", "after")),
)
"""Every point that only an edit in place reaches."""

_SNAPSHOT = re.compile(r"snapshots/sha256-[0-9a-f]+\.json")
_KEPT = ("state.json", "journal/")


def install(
    log: str | None = None,
    crash: list[dict[str, Any]] | None = None,
    times: dict[str, float] | None = None,
    boot: str | None = None,
    bucket: bool = False,
    origin: str | None = None,
) -> None:
    """Put the points into this process.

    Args:
        log: a file that takes a JSON line for each point reached and each document written or read.
        crash: for each: ``label``, ``nth`` (from 1) and ``signal``, which this process then sends to itself: SIGKILL,
            the default, or SIGSTOP.
        times: seconds instead of the product's, see ``_hurry``.
        boot: this process is one of another host, with this boot id.
        bucket: a state in a folder is kept by the five verbs alone, with a lease, as in a bucket.
        origin: the remote of a state on a branch, which ``tests.statefile.killing`` has set up for ``GIT_KILLED``.
    """
    unknown = {each["label"] for each in crash or ()} - {*LABELS, *EDIT_LABELS}
    if unknown:
        raise ValueError(f"no such points: {unknown}")
    if times:
        _hurry(**times)
    if boot:
        _elsewhere(boot)
    if bucket:
        _as_bucket()
    points = _Points(log, crash or [], origin)
    _backends(points)
    _requests(points)
    _files(points)


class _Points:
    def __init__(self, log: str | None, crash: list[dict[str, Any]], origin: str | None) -> None:
        self._log = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o644) if log else None
        self._crash = {(each["label"], each.get("nth", 1)): each.get("signal", signal.SIGKILL) for each in crash}
        self._killing = Killing(Path(origin)) if origin else None
        self._reached: Counter[str] = Counter()
        self._leases: set[str] = set()
        self._ahead: set[str] = set()
        self._serial = 0
        self._inside = threading.local()
        self._counting = threading.Lock()

    def reach(self, label: str) -> None:
        """The process is at this point; it may end here."""
        if number := self._due(label):
            os.kill(os.getpid(), number)

    def _due(self, label: str) -> int | None:
        """The signal that this time is for."""
        with self._counting:
            self._reached[label] += 1
            number = self._crash.get((label, self._reached[label]))
        self.note(point=label, signal=number)
        return number

    @contextmanager
    def within_git(self, labels: Iterable[str], private: Path) -> Any:
        """git may end at one of these points, which its remote sees to, and this process with it.

        Where git fails before it comes there, as it does at a lock that a fetch killed earlier has left behind, the
        next call is the one that ends: the private repository is made anew for it.
        """
        due = [label for label in labels if self._due(label) or label in self._ahead]
        for label in due:
            assert self._killing
            self._killing.at(label, private)
        try:
            yield
        except GitError:
            self._end_where_git_ended(due)
            self._ahead.update(due)
            raise
        self._end_where_git_ended(due)
        assert not due, f"git went on at {', '.join(due)}"

    def _end_where_git_ended(self, labels: Iterable[str]) -> None:
        if self._killing and any(map(self._killing.happened, labels)):
            os.kill(os.getpid(), signal.SIGKILL)

    def note(self, **line: Any) -> None:
        """Add a line to the log."""
        if self._log is not None:
            line = {"at": time.time(), "pid": os.getpid(), **line}
            os.write(self._log, json.dumps(line).encode() + b"\n")

    @contextmanager
    def around(self, whats: Iterable[str]) -> Any:
        """Before and after each of these."""
        whats = tuple(dict.fromkeys(whats))
        for what in whats:
            self.reach(f"{what}.before")
        yield
        for what in whats:
            self.reach(f"{what}.after")

    @contextmanager
    def outermost(self) -> Any:
        """``True`` where no other wrapped call of this thread is around."""
        depth = getattr(self._inside, "depth", 0)
        self._inside.depth = depth + 1
        try:
            yield depth == 0
        finally:
            self._inside.depth = depth

    def kind(self, key: str, data: bytes, expected: str | None) -> str | None:
        """What the write of a key is called."""
        if key.startswith("snapshots/"):
            return "snapshots" if _SNAPSHOT.fullmatch(key) else "generated"
        if key == "state.json":
            if expected and json.loads(data)["serial"] == self._serial:
                return "fence"
            return "state.fold" if expected else "state.first"
        if key.startswith("journal/"):
            kind = json.loads(data)["records"][0]["kind"]
            return "seal" if kind == "sealed" else str(kind)
        if key == "lease.json":
            return self._lease(json.loads(data))
        return {"late": "late", "lock.json": "lock.said"}.get(key.partition("/")[0])

    def _lease(self, terms: dict[str, Any]) -> str:
        if terms["released"]:
            return "lease.release"
        if terms["lease_id"] in self._leases:
            return "lease.renew"
        self._leases.add(terms["lease_id"])
        return "lease.acquire"

    def kept(self, key: str, data: bytes, how: str) -> None:
        """Log a document that is durable: this process wrote it, or read it."""
        if key == "state.json":
            self._serial = json.loads(data)["serial"]
        if key.startswith(_KEPT):
            self.note(key=key, how=how, document=json.loads(data))


def _backends(points: _Points) -> None:
    from heymilo_ops.statefile.folder import FolderBackend
    from heymilo_ops.statefile.git_branch import GitBranchBackend
    from heymilo_ops.statefile.object_store import ObjectStoreBackend

    for backend in (FolderBackend, GitBranchBackend, ObjectStoreBackend):
        for verb, wrapped in (("put", _put), ("create", _put), ("create_all", _create_all), ("get", _get)):
            if verb in vars(backend):
                setattr(backend, verb, wrapped(points, vars(backend)[verb]))
        for verb in ("delete", "delete_all"):
            if verb in vars(backend):
                setattr(backend, verb, _delete(points, vars(backend)[verb]))


def _put(points: _Points, original: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(original)
    def put(self: Any, key: str, data: bytes, *expected: str | None) -> Any:
        with points.outermost() as is_outer:
            kind = points.kind(key, data, expected[0] if expected else None) if is_outer else None
            with points.around([kind] if kind else []):
                version = original(self, key, data, *expected)
                if is_outer:
                    points.kept(key, data, original.__name__)
        return version

    return put


def _create_all(points: _Points, original: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(original)
    def create_all(self: Any, documents: Any) -> Any:
        kinds = [points.kind(key, data, None) for key, data in documents.items()]
        with points.outermost(), points.around(each for each in kinds if each):
            return original(self, documents)

    return create_all


def _get(points: _Points, original: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(original)
    def get(self: Any, key: str) -> Any:
        found = original(self, key)
        with points.outermost() as is_outer:
            if is_outer and found:
                with suppress(ValueError):
                    points.kept(key, found.data, "get")
        return found

    return get


def _delete(points: _Points, original: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(original)
    def delete(self: Any, keys: Any) -> Any:
        keys = keys if isinstance(keys, str) else list(keys)
        every = [keys] if isinstance(keys, str) else keys
        kinds = {"sweep" if key.startswith("journal/") else "lock.cleared" for key in every if _swept(key)}
        with points.outermost() as is_outer, points.around(sorted(kinds) if is_outer else ()):
            return original(self, keys)

    return delete


def _swept(key: str) -> bool:
    return key.startswith("journal/") or key == "lock.json"


def _requests(points: _Points) -> None:
    import httpx

    from heymilo_ops.remote.client import Client

    send, travel = Client._send, httpx.Client.send

    def sending(self: Client, method: str, path: str, *rest: Any) -> Any:
        if method == "GET":
            return send(self, method, path, *rest)
        with points.around([_request(method, path)]):
            return send(self, method, path, *rest)

    def travelling(self: httpx.Client, request: httpx.Request, **options: Any) -> httpx.Response:
        def trace(event: str, _info: dict[str, Any]) -> None:
            if event == "http11.receive_response_headers.started":
                points.reach(f"{_request(request.method, request.url.path)}.flight")

        if request.method != "GET":
            request.extensions["trace"] = trace
        return travel(self, request, **options)

    Client._send = sending  # type: ignore[method-assign]
    httpx.Client.send = travelling  # type: ignore[method-assign,assignment]


def _request(method: str, path: str) -> str:
    if "/questions" in path:
        return "reorder" if path.endswith("/reorder") else f"question_{method.lower()}"
    if method == "PATCH":
        return "step_patch" if "/workflow" in path else "patch"
    return "archive" if path.endswith("/archive") else "create"


def _files(points: _Points) -> None:
    """Inside the writes of a folder and of a branch."""
    from heymilo_ops.statefile import folder
    from heymilo_ops.statefile.git_branch import GitBranchBackend
    from heymilo_ops.statefile.git_transport import GitTransport

    replacing, write, sync = folder._replace, folder._write_durably, folder._sync_folder
    push, network = GitBranchBackend._push, GitTransport.network
    within = threading.local()

    def whole(path: Any, data: bytes) -> None:
        within.replacing = True
        try:
            replacing(path, data)
        finally:
            within.replacing = False

    def written(path: Any, data: bytes) -> None:
        if getattr(within, "replacing", False):
            path.write_bytes(data[: len(data) // 2])
            points.reach("folder.half")
            path.unlink()
            write(path, data)
            points.reach("folder.written")
        else:
            write(path, data)

    def synced(path: Any) -> None:
        inside = getattr(within, "replacing", False)
        if inside:
            points.reach("folder.renamed")
        sync(path)
        if inside:
            points.reach("folder.synced")

    def pushed(self: Any, *arguments: Any) -> None:
        points.reach("push.before")
        with points.within_git(("push.half", "push.flight"), self._transport.folder):
            push(self, *arguments)
        points.reach("push.after")

    def spoken(self: Any, *arguments: str) -> bytes:
        with points.within_git(("fetch.half",) if arguments[0] == "fetch" else (), self.folder):
            return network(self, *arguments)

    folder._replace, folder._write_durably, folder._sync_folder = whole, written, synced
    GitBranchBackend._push = pushed  # type: ignore[method-assign]
    GitTransport.network = spoken  # type: ignore[method-assign]


class Bucket:
    """What a bucket is to the state: five verbs and a window; no flock."""

    window = 10

    def __init__(self, folder: Any) -> None:
        self.get, self.put, self.create = folder.get, folder.put, folder.create
        self.list, self.delete = folder.list, folder.delete


def _as_bucket() -> None:
    from heymilo_ops.statefile import store as stores

    found = stores.backend_for

    def backend_for(state: str, root: Any, workspace: str, **more: Any) -> Any:
        return Bucket(found(state, root, workspace, **more))

    stores.backend_for = backend_for  # type: ignore[assignment]


def _elsewhere(boot: str) -> None:
    """This process says to run on another host."""
    from heymilo_ops.statefile import lease

    here = lease.this_process
    lease.this_process = lambda: replace(here(), boot=boot)


def _hurry(
    request: float = 30.0,
    settle: float = 30.0,
    term: float = 120.0,
    beat: float = 20.0,
    needed: float = 40.0,
) -> None:
    """The product's times, cut down. ``request`` and ``settle`` as they bear on absence, the others as of the lease."""
    from heymilo_ops.apply import reconcile, run_context, send
    from heymilo_ops.remote import client, pace
    from heymilo_ops.statefile import journal, lease, lock, store
    from heymilo_ops.usecases import execute, workspace

    run_context.REQUEST_S, reconcile._GLANCE_S, client.REQUEST_S = request, 0.02, request
    client.FIRST_PAUSE_S, pace.LEAST_S, pace.FIRST_S = 0.05, 0.05, 0.05
    lease.hold_lease = partial(lease.hold_lease, timing=lease.LeaseTiming(term, beat))
    lease.POLL_S, lock.POLL_S, journal._PAUSE_S = 0.05, 0.05, 0.02
    send.NEEDED_S = store._FENCE_S = needed
    if hasattr(execute, "NEEDED_S"):
        execute.NEEDED_S = needed
    workspace.Workspace.settling = property(lambda _self: run_context.SettlingTime(settle))  # type: ignore[method-assign,assignment]
