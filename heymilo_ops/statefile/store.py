"""The state and its snapshots on a backend. Every write of the state replaces exactly what was read."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Mapping
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from heymilo_ops.errors import StateError
from heymilo_ops.model.state import State, Workspace
from heymilo_ops.statefile.backend import Backend, Conflict
from heymilo_ops.statefile.format import (
    Generated,
    Snapshot,
    decode,
    decode_record,
    decode_snapshot,
    encode,
    encode_record,
)
from heymilo_ops.statefile.lock import Holder, hold
from heymilo_ops.statefile.trouble import MovedError, UnsavedError
from heymilo_ops.version import __version__

STATE_KEY = "state.json"
_MOVED = "Run plan again: it will be made on the state as it is now."


class Store:
    """One workspace's state.

    Attributes:
        backend: where the bytes are.
        where: the place in words for people, such as ``.heymilo/state/production``.
    """

    def __init__(self, backend: Backend, where: str) -> None:
        self.backend = backend
        self.where = where
        self._version: str | None = None
        self._seen: State | None = None
        self._unsure: bytes | None = None

    def read(self) -> State | None:
        """The state, ``None`` where there is none yet. Raises ``StateError`` where it can't be read or understood."""
        found = self.backend.get(STATE_KEY)
        self._version = found.version if found else None
        self._seen = decode(found.data, self._place(STATE_KEY)) if found else None
        return self._seen

    def begin(self, project: str, workspace: str, base_url: str) -> State:
        """A new state with a lineage of its own and serial 0. It is not written."""
        return State(
            tool_version=__version__,
            lineage=secrets.token_hex(16),
            project=project,
            workspace=Workspace(name=workspace, base_url=base_url),
        )

    def write(self, state: State) -> State:
        """Replace what was last read or written here; the state as written: serial one higher, a new ``write_id``.

        Raises ``MovedError`` (a ``StaleError``) where somebody else wrote since, or ``state`` is older than what this
        store holds; ``UnsavedError`` (a ``StateError``) where the place fails. Both carry the state that is not saved.
        """
        new = state.model_copy(
            update={"serial": state.serial + 1, "write_id": secrets.token_hex(16), "tool_version": __version__}
        )
        if self._seen and (state.lineage != self._seen.lineage or state.serial < self._seen.serial):
            raise self._moved(new)
        data = encode(new)
        try:
            self._version = self._put(data, new)
        except StateError as error:
            self._unsure = data  # it may be there all the same, so the next write may replace it
            raise UnsavedError(error.message, error.help, new) from error
        self._seen, self._unsure = new, None
        return new

    def hold(self, who: Holder, timeout_s: float = 0.0) -> AbstractContextManager[None]:
        """The lock of this state for the length of a ``with``; see ``lock.hold``."""
        return hold(self.backend, who, timeout_s, where=self.where)

    def snapshot(self, digest: str) -> Snapshot | None:
        """What was sent under ``digest``; ``None`` where it was never kept.

        Raises ``StateError`` where it can't be read or was edited.
        """
        key = _snapshot_key(digest)
        found = self.backend.get(key)
        if found is None:
            return None
        snapshot = decode_snapshot(found.data, self._place(key))
        if snapshot.digest != digest:
            raise StateError(f"{self._place(key)} holds the snapshot of {snapshot.digest}", "Put the right file back.")
        return snapshot

    def put_snapshot(self, snapshot: Snapshot) -> None:
        """Keep a snapshot. One that is there stays as it is: the same digest is the same design."""
        try:
            self.backend.create(_snapshot_key(snapshot.digest), encode_record(snapshot))
        except Conflict:
            self.snapshot(snapshot.digest)

    def put_generated(self, digest: str, posting_id: str, questions: Iterable[Mapping[str, Any]]) -> None:
        """Keep the questions that HeyMilo wrote for a posting; a later reading replaces an earlier one."""
        key = _generated_key(digest, posting_id)
        record = Generated(digest=digest, posting_id=posting_id, questions=tuple(questions))
        found = self.backend.get(key)
        try:
            self.backend.put(key, encode_record(record), found.version if found else None)
        except Conflict:
            raise StateError(f"{self._place(key)} was written by another process just now", "Run again.") from None

    def generated(self, digest: str, posting_id: str) -> tuple[dict[str, Any], ...] | None:
        """The questions that HeyMilo wrote for a posting; ``None`` where none were kept."""
        key = _generated_key(digest, posting_id)
        found = self.backend.get(key)
        if found is None:
            return None
        record = decode_record(Generated, found.data, self._place(key))
        return tuple(dict(each) for each in record.questions) if record.posting_id == posting_id else None

    @staticmethod
    def rescue(state: State, folder: Path) -> Path:
        """Save a state that its own place refused as ``errored.state.json`` in ``folder``; the path of the file.

        An earlier rescue is never overwritten: the next is ``errored.2.state.json``. Raises ``StateError``.
        """
        from heymilo_ops.statefile.folder import save_new

        return save_new(folder, "errored", ".state.json", encode(state))

    def _put(self, data: bytes, new: State) -> str:
        try:
            return self.backend.put(STATE_KEY, data, self._version)
        except Conflict:
            found = self.backend.get(STATE_KEY)
        if found and found.data == data:  # a retry below us stored it and then saw its own bytes
            return found.version
        if found and found.data == self._unsure:  # our write that seemed to fail went through
            try:
                return self.backend.put(STATE_KEY, data, found.version)
            except Conflict:
                pass
        raise self._moved(new)

    def _moved(self, new: State) -> MovedError:
        return MovedError(f"The state in {self.where} was written by somebody else since it was read", _MOVED, new)

    def _place(self, key: str) -> str:
        return f"{self.where}/{key}"


def _snapshot_key(digest: str) -> str:
    """Without the colon of ``sha256:…``, which Windows takes in no file name."""
    return f"snapshots/{digest.replace(':', '-')}.json"


def _generated_key(digest: str, posting_id: str) -> str:
    return f"snapshots/{digest.replace(':', '-')}.{quote(posting_id, safe='')}.json"
