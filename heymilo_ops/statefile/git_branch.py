"""The backend on a branch of the repo's own remote: one commit for each write, pushed at once.

A write, of one key or of several, is made on the tip as it was read and pushed on the condition that the remote still
has that tip (a lease). Where the branch moved for another key's sake, the same change is made again on the new tip;
where our key moved, that is a conflict. Nothing is taken for refused, or for done already, by a tip that may be old.
The version of a key is the id of its blob. The branch holds a folder for each workspace.
"""

from __future__ import annotations

import builtins
import random
import secrets
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from heymilo_ops.errors import StateError
from heymilo_ops.git.repository import GitError
from heymilo_ops.model.location import BranchLocation
from heymilo_ops.statefile import commit_message
from heymilo_ops.statefile.backend import Conflict, Stored, checked
from heymilo_ops.statefile.branch_use import refuse_used_branch
from heymilo_ops.statefile.git_transport import BrokenCacheError, GitTransport

MOVES = 40
"""How often one write is made again because the branch moved."""

STUCK = 3
"""How often a push is tried that is refused although the branch did not move."""

WRITE_ONCE = ("baselines/", "snapshots/", "journal/", "late/")
"""Keys below these are only created and removed, so what the tip that is known already holds of them is what they hold.
One that it doesn't hold is looked for on the remote."""

_AT_ONCE = 500
"""Paths on one command line."""

Describe = Callable[[Sequence[commit_message.DocumentChange]], str]
T = TypeVar("T")
_Blob = tuple[str, bytes]
_Edits = dict[str, _Blob | None]
_Held = Mapping[str, Stored | None]


class GitBranchBackend:
    """A backend on a branch, safe in any number of clones, processes and threads.

    ``root`` is a folder of the clone; ``folder`` is where the keys are on the branch; ``describe`` makes a commit's
    message of what changes with it. ``guarded``: a branch with work on it is refused when it is first reached.
    """

    window = 50
    """How many sends one record of the journal should announce, as a push takes seconds."""

    def __init__(
        self,
        root: Path,
        branch: BranchLocation,
        folder: str,
        describe: Describe = commit_message.describe_all,
        *,
        guarded: bool = False,
    ) -> None:
        self._transport = GitTransport(root, branch.remote, str(branch))
        self._branch = branch
        self._ref = f"refs/heads/{branch.name}"
        self._folder = checked(folder)
        self._describe = describe
        self._unsure = guarded
        """Nobody looked yet whether the branch has work on it."""
        self._tip: str | None = None
        """The newest commit seen; ``None`` where none was seen yet."""
        self._moment = threading.local()

    def get(self, key: str) -> Stored | None:
        """As ``Backend.get``."""
        path = self._path(key)

        def read_stored() -> Stored | None:
            known = self._at(self._tip, [path])[path] if key.startswith(WRITE_ONCE) else None
            return known or self._at(self._now(), [path])[path]

        return self._attempt("read", read_stored)

    def put(self, key: str, data: bytes, expected: str | None) -> str:
        """As ``Backend.put``. Bytes that are there already are no conflict."""
        path = self._path(key)

        def put() -> str:
            blob = self._blobs([data])[0]

            def replacing(held: _Held) -> _Edits:
                stored = held[path]
                version = stored.version if stored else None
                if version not in (blob, expected):
                    raise Conflict(key)
                return {} if version == blob else {path: (blob, data)}

            self._change([path], replacing)
            return blob

        return self._attempt("write to", put)

    def create(self, key: str, data: bytes) -> str:
        """As ``Backend.create``. Bytes that are there already are no conflict."""
        return self.put(key, data, None)

    def create_all(self, documents: Mapping[str, bytes]) -> None:
        """As ``backend.create_all``, in one commit."""
        new = {self._path(key): data for key, data in documents.items()}

        def create() -> None:
            blobs = dict(zip(new, self._blobs(new.values()), strict=True))
            self._change(list(new), lambda held: {p: (blobs[p], new[p]) for p in new if not held[p]})

        self._attempt("write to", create)

    def list(self, prefix: str) -> builtins.list[str]:
        """As ``Backend.list``."""

        def names() -> bytes:
            tip = self._now()
            options = ("-r", "-z", "--name-only", "--full-tree", "--end-of-options")
            return self._transport.local("ls-tree", *options, tip, f"{self._folder}/") if tip else b""

        listed = self._attempt("read", names)
        keys = [path.removeprefix(f"{self._folder}/") for path in listed.decode(errors="replace").split("\0") if path]
        return sorted(key for key in keys if key.startswith(prefix))

    def delete(self, key: str) -> None:
        """As ``Backend.delete``."""
        self.delete_all([key])

    def delete_all(self, keys: Iterable[str]) -> None:
        """As ``backend.delete_all``, in one commit."""
        paths = [self._path(key) for key in keys]
        self._attempt("write to", lambda: self._change(paths, lambda held: {p: None for p in paths if held[p]}))

    @contextmanager
    def one_moment(self) -> Iterator[None]:
        """As ``backend.one_moment``: what the branch holds on entering."""
        self._moment.tip = (self._attempt("read", self._refresh),)
        try:
            yield
        finally:
            self._moment.tip = None

    def _now(self) -> str | None:
        """Return the tip to read from."""
        moment: tuple[str | None] | None = getattr(self._moment, "tip", None)
        return moment[0] if moment else self._refresh()

    def _path(self, key: str) -> str:
        return f"{self._folder}/{checked(key)}"

    def _change(self, paths: builtins.list[str], decide: Callable[[_Held], _Edits]) -> None:
        """Bring the branch to hold what ``decide`` makes of what it holds.

        Nothing to do, or ``Conflict``, by a tip that may be old counts only when the remote's own says the same.
        Raises ``Conflict``, ``GitError``.
        """
        if not paths:
            return
        tip, fresh, stuck = self._refresh() if self._unsure else self._tip, False, 0
        for turn in range(MOVES):
            held = self._at(tip, paths)
            try:
                edits = decide(held)
            except Conflict:
                if fresh:
                    raise
                edits = {}
            if not edits:
                if fresh:
                    return
                tip, fresh = self._refresh(), True
                continue
            made = self._commit(tip, edits, held)
            try:
                self._push(tip, made)
            except GitError as error:
                before, tip, fresh = tip, self._refresh(), True
                stuck += tip == before
                if stuck >= STUCK:
                    raise error from None
                _pause(turn)
            else:
                self._tip = made
                return
        raise StateError(f"{self._branch}: others keep writing to it", "Run again when they are done.")

    def _blobs(self, data: Iterable[bytes]) -> builtins.list[str]:
        """Store blobs and return their ids."""
        stream, count = bytearray(), 0
        for count, document in enumerate(data, 1):
            stream += b"blob\nmark :%d\ndata %d\n%b\nget-mark :%d\n" % (count, len(document), document, count)
        return self._transport.local("fast-import", "--quiet", data=bytes(stream)).decode().split() if count else []

    def _at(self, tip: str | None, paths: Sequence[str]) -> dict[str, Stored | None]:
        """Return what a commit holds at some paths. Raises ``GitError`` where the commit isn't here."""
        if tip is None:
            return dict.fromkeys(paths)
        asked = "".join(f"{tip}:{path}\n" for path in ("", *paths))  # "" is the root, which every commit has
        printed = self._transport.local("cat-file", "--batch", data=asked.encode())
        objects = _objects(printed, 1 + len(paths))
        if objects[0] is None:
            raise BrokenCacheError(f"fatal: commit {tip} is missing here")
        held = dict(zip(paths, objects[1:], strict=True))
        self._check_absence(tip, [path for path in paths if held[path] is None])
        return held

    def _check_absence(self, tip: str, paths: Sequence[str]) -> None:
        """Raise ``BrokenCacheError`` where a commit has one of these: a damaged blob is called missing too."""
        for start in range(0, len(paths), _AT_ONCE):
            some = paths[start : start + _AT_ONCE]
            if self._transport.local("ls-tree", "--full-tree", "--end-of-options", tip, "--", *some):
                raise BrokenCacheError(f"fatal: files of commit {tip} are damaged here")

    def _refresh(self) -> str | None:
        """Fetch the branch's tip with its files and return it; ``None`` where there is no such branch."""
        heads = ("--symref", "--", self._branch.remote, "HEAD") if self._unsure else ("--", self._branch.remote)
        listed = self._transport.network("ls-remote", *heads, self._ref).decode(errors="replace")
        tip = next((line.split("\t")[0] for line in listed.splitlines() if line.endswith(f"\t{self._ref}")), None)
        if tip and tip != self._tip:
            tip = self._fetch(tip)
        if self._unsure:
            refuse_used_branch(self._transport, self._branch, listed, tip)
            self._unsure = False
        self._tip = tip
        return tip

    def _fetch(self, tip: str) -> str:
        here = f"refs/tips/{self._branch.remote}/{self._branch.name}"
        with self._transport.alone():
            if b"missing" in self._transport.local("cat-file", "--batch-check", data=f"{tip}\n".encode()):
                options = ("--quiet", "--no-tags", "--no-write-fetch-head", "--depth=1", "--no-recurse-submodules")
                self._transport.network("fetch", *options, "--", self._branch.remote, f"+{self._ref}:{here}")
                tip = self._transport.local("rev-parse", "--verify", here).decode().strip()
        # A file that is missing would read as a key that the branch doesn't hold.
        if not self._transport.is_whole(tip):
            raise BrokenCacheError(f"fatal: files of commit {tip} are missing here")
        return tip

    def _commit(self, tip: str | None, edits: _Edits, held: _Held) -> str:
        """Make a commit on ``tip`` in which nothing differs but what ``edits`` names; its id."""
        index = self._transport.folder / f"index-{secrets.token_hex(8)}"
        extra = {"GIT_INDEX_FILE": str(index)}
        none = "0" * len(tip or "")
        entries = [f"100644 {new[0]}\t{path}\n" if new else f"0 {none}\t{path}\n" for path, new in edits.items()]
        try:
            self._transport.local("read-tree", tip or "--empty", extra=extra)
            self._transport.local("update-index", "--index-info", data="".join(entries).encode(), extra=extra)
            tree = self._transport.local("write-tree", extra=extra).decode().strip()
        finally:
            index.unlink(missing_ok=True)
        before = {path: stored.data for path in edits if (stored := held[path])}
        changes = [
            commit_message.DocumentChange(path, before.get(path), new[1] if new else None)
            for path, new in edits.items()
        ]
        parent = ("-p", tip) if tip else ()
        message = self._describe(changes).encode()
        return self._transport.local("commit-tree", tree, *parent, "-F", "-", data=message).decode().strip()

    def _push(self, tip: str | None, made: str) -> None:
        lease = f"--force-with-lease={self._ref}:{tip or ''}"
        options = ("--quiet", "--porcelain", "--no-verify", "--recurse-submodules=no", lease)
        self._transport.network("push", *options, "--", self._branch.remote, f"{made}:{self._ref}")

    def _attempt(self, doing: str, act: Callable[[], T]) -> T:
        return self._transport.attempt(doing, act, self._forget)

    def _forget(self) -> None:
        """Forget the tip: the private repository is a new one and holds nothing."""
        self._tip = None
        if getattr(self._moment, "tip", None):
            self._refresh()  # so that the moment's commit is here again, if it is still the branch's


def _objects(batch: bytes, count: int) -> list[Stored | None]:
    """Return the objects in what ``git cat-file --batch`` prints; ``None`` for each that is missing."""
    objects: list[Stored | None] = []
    at = 0
    for _ in range(count):
        end = batch.index(b"\n", at)
        head = batch[at:end]
        at = end + 1
        if head.endswith(b" missing"):
            objects.append(None)
            continue
        blob, _kind, size = head.decode().split(" ")
        objects.append(Stored(batch[at : at + int(size)], blob))
        at += int(size) + 1
    return objects


def _pause(turn: int) -> None:
    """Sleep for a random time, so that writers that met once don't meet again in step."""
    time.sleep(random.uniform(0.2, 1.0) * min(2.0, 0.05 * 2 ** min(turn, 6)))
