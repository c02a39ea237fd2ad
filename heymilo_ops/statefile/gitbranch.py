"""The backend on a branch of the repo's own remote: one commit for each write, pushed at once.

A write is made on the tip as it was read and pushed on the condition that the remote still has that tip (a lease).
Where the branch moved for another key's sake, the same change is made again on the new tip; where our key moved, that
is a conflict. The version of a key is the id of its blob. The branch holds a folder for each workspace.
"""

from __future__ import annotations

import builtins
import random
import secrets
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from heymilo_ops.errors import StateError
from heymilo_ops.statefile import commit
from heymilo_ops.statefile.address import Branch
from heymilo_ops.statefile.backend import Conflict, Stored, checked
from heymilo_ops.statefile.gitwire import GitError, Wire

MOVES = 40
"""How often one write is made again because the branch moved."""

STUCK = 3
"""How often a push is tried that is refused although the branch did not move."""

WRITE_ONCE = "snapshots/"
"""Keys below it are read from the tip that is known already: what is there stays as it is."""

Describe = Callable[[str, bytes | None, bytes | None], str]
_ANY = object()


class GitBranchBackend:
    """A backend on a branch, safe in any number of clones, processes and threads.

    ``root`` is a folder of the clone; ``folder`` is where the keys are on the branch; ``describe`` makes a commit's
    message of the key, what it held and what it will hold.
    """

    def __init__(self, root: Path, branch: Branch, folder: str, describe: Describe = commit.describe) -> None:
        self._wire = Wire(root, branch.remote, str(branch))
        self._branch = branch
        self._ref = f"refs/heads/{branch.name}"
        self._folder = checked(folder)
        self._describe = describe
        self._tip: str | None = None
        """The newest commit seen; ``None`` where none was seen yet."""

    def get(self, key: str) -> Stored | None:
        """As ``Backend.get``."""
        path = self._path(key)
        with self._telling("read"):
            known = self._at(self._tip, path) if key.startswith(WRITE_ONCE) else None
            return known or self._at(self._refresh(), path)

    def put(self, key: str, data: bytes, expected: str | None) -> str:
        """As ``Backend.put``. Bytes that are there already are no conflict."""
        path = self._path(key)
        with self._telling("write to"):
            blob = self._wire.local("hash-object", "-w", "--stdin", data=data).decode().strip()
            self._change(path, (blob, data), expected)
            return blob

    def create(self, key: str, data: bytes) -> str:
        """As ``Backend.create``. Bytes that are there already are no conflict."""
        return self.put(key, data, None)

    def list(self, prefix: str) -> builtins.list[str]:
        """As ``Backend.list``."""
        with self._telling("read"):
            tip = self._refresh()
            if tip is None:
                return []
            found = self._wire.local("ls-tree", "-r", "-z", "--name-only", "--full-tree", tip, f"{self._folder}/")
        keys = [path.removeprefix(f"{self._folder}/") for path in found.decode().split("\0") if path]
        return sorted(key for key in keys if key.startswith(prefix))

    def delete(self, key: str) -> None:
        """As ``Backend.delete``."""
        path = self._path(key)
        with self._telling("write to"):
            self._change(path, None, _ANY)

    def _path(self, key: str) -> str:
        return f"{self._folder}/{checked(key)}"

    def _change(self, path: str, new: tuple[str, bytes] | None, expected: object) -> None:
        """Bring the branch to hold the blob (``None``: nothing) at the path. Raises ``Conflict``, ``GitError``."""
        tip, fresh, stuck = self._tip, False, 0
        for turn in range(MOVES):
            held = self._at(tip, path)
            version = held.version if held else None
            is_there = version == (new[0] if new else None)
            if is_there or (expected is not _ANY and version != expected):
                if not fresh:
                    tip, fresh = self._refresh(), True
                    continue
                if is_there:
                    return
                raise Conflict(path)
            made = self._commit(tip, path, new, held)
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

    def _at(self, tip: str | None, path: str) -> Stored | None:
        """What a commit holds at a path."""
        if tip is None:
            return None
        found = self._wire.local("cat-file", "--batch", data=f"{tip}:{path}\n".encode())
        head, _, rest = found.partition(b"\n")
        if head.endswith(b" missing"):
            return None
        blob, _, size = head.decode().split(" ")
        return Stored(rest[: int(size)], blob)

    def _refresh(self) -> str | None:
        """The branch's tip on the remote, with its files here; ``None`` where there is no such branch."""
        listed = self._wire.network("ls-remote", self._branch.remote, self._ref).decode()
        tip = next((line.split("\t")[0] for line in listed.splitlines() if line.endswith(f"\t{self._ref}")), None)
        if tip and tip != self._tip:
            tip = self._fetch(tip)
        self._tip = tip
        return tip

    def _fetch(self, tip: str) -> str:
        here = f"refs/tips/{self._branch.remote}/{self._branch.name}"
        with self._wire.alone():
            # A commit that is here came with its files, by a fetch or as our own.
            if b"missing" in self._wire.local("cat-file", "--batch-check", data=f"{tip}\n".encode()):
                options = ("--quiet", "--no-tags", "--no-write-fetch-head", "--depth=1", "--no-recurse-submodules")
                self._wire.network("fetch", *options, self._branch.remote, f"+{self._ref}:{here}")
                return self._wire.local("rev-parse", "--verify", here).decode().strip()
        return tip

    def _commit(self, tip: str | None, path: str, new: tuple[str, bytes] | None, held: Stored | None) -> str:
        """A commit on ``tip`` in which nothing differs but the path."""
        index = self._wire.folder / f"index-{secrets.token_hex(8)}"
        extra = {"GIT_INDEX_FILE": str(index)}
        try:
            self._wire.local("read-tree", tip or "--empty", extra=extra)
            entry = f"100644 {new[0]}\t{path}\n" if new else f"0 {'0' * len(tip or '')}\t{path}\n"
            self._wire.local("update-index", "--index-info", data=entry.encode(), extra=extra)
            tree = self._wire.local("write-tree", extra=extra).decode().strip()
        finally:
            index.unlink(missing_ok=True)
        message = self._describe(path, held.data if held else None, new[1] if new else None)
        parent = ("-p", tip) if tip else ()
        return self._wire.local("commit-tree", tree, *parent, "-F", "-", data=message.encode()).decode().strip()

    def _push(self, tip: str | None, made: str) -> None:
        lease = f"--force-with-lease={self._ref}:{tip or ''}"
        options = ("--quiet", "--porcelain", "--no-verify", "--recurse-submodules=no", lease)
        self._wire.network("push", *options, self._branch.remote, f"{made}:{self._ref}")

    @contextmanager
    def _telling(self, doing: str) -> Iterator[None]:
        try:
            yield
        except GitError as error:
            raise self._wire.trouble(error, doing) from None


def _pause(turn: int) -> None:
    """Writers that met once don't meet again in step."""
    time.sleep(random.uniform(0.2, 1.0) * min(2.0, 0.05 * 2 ** min(turn, 6)))
