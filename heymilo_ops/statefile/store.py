"""The state, its journal and its snapshots on a backend.

Every write of the state replaces exactly what was read, and every document of the journal takes a number that is free:
whoever lost the lock and doesn't know it is refused by either.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote

from heymilo_ops.errors import LockedError, StateError
from heymilo_ops.model import fold, location
from heymilo_ops.model.record import Confirmed, Entry, Every, Sealed
from heymilo_ops.model.state import Position, State, WorkspaceIdentity
from heymilo_ops.statefile import journal
from heymilo_ops.statefile.backend import (
    Backend,
    Conflict,
    MovedError,
    UnsavedError,
    create_all,
    delete_all,
    is_key,
    one_moment,
)
from heymilo_ops.statefile.folder import FolderBackend, folder_for, save_new
from heymilo_ops.statefile.format import (
    GeneratedQuestions,
    StoredSnapshot,
    decode_record,
    decode_snapshot,
    decode_state,
    encode_record,
)
from heymilo_ops.statefile.journal import STATE_KEY
from heymilo_ops.statefile.lease import Holder, LockRequest, OnWait, ignore_wait
from heymilo_ops.statefile.lock import StateLock, hold_lock
from heymilo_ops.version import __version__

_LATE = "late/"
_KEPT = 100
_FENCE_S = 1.0
_AGAIN = "Fix the cause, and run again."
_LOST = ("Somebody took over the lock of the state while it was being taken", "Nothing was written. Run plan again.")
_MOVED = "Run plan again: it will be made on the state as it is now."


class StateStore:
    """One workspace's state.

    Attributes:
        backend: where the bytes are.
        where: the place in words for people, such as ``.heymilo/state/production``.
    """

    def __init__(self, backend: Backend, where: str) -> None:
        self.backend = backend
        self.where = where
        self._version: str | None = None
        self.state: State | None = None
        """As it was last read or written here."""
        self._unsure: bytes | None = None
        self._in_flight = False
        self._reading = journal.JournalReading()
        self._held = _Held()
        self.on_wait: OnWait = ignore_wait
        """Told of waiting for the lock."""

    @property
    def window(self) -> int:
        """How many sends one ``Sending`` record may announce: more where a write takes long."""
        return int(getattr(self.backend, "window", 1))

    def read(self) -> State | None:
        """Read the state with its journal; ``None`` where there is none yet.

        Raises ``StateError`` where it can't be read or understood.
        """
        self._reading = journal.read_journal(self.backend, self.where)
        self._version, self.state = self._reading.version, self._reading.state
        return self.state

    def begin(self, project: str, workspace: str, base_url: str) -> State:
        """Make a new state with a lineage of its own and serial 0. It is not written."""
        return State(
            tool_version=__version__,
            lineage=secrets.token_hex(16),
            project=project,
            workspace=WorkspaceIdentity(name=workspace, base_url=base_url),
        )

    def write(self, state: State) -> State:
        """Replace what was last read or written here; the state as written: serial one higher, a new ``write_id``.

        What it holds of the journal goes from there. Raises ``MovedError`` (a ``StaleError``) where somebody else
        wrote since, or ``state`` is older than what this store holds; ``UnsavedError`` (a ``StateError``) where the
        place fails. Both carry the state that is not saved.
        """
        new = state.model_copy(
            update={"serial": state.serial + 1, "write_id": secrets.token_hex(16), "tool_version": __version__}
        )
        if self.state and (state.lineage != self.state.lineage or _is_older(state, self.state)):
            raise self._moved(new)
        if self._held.unsure:  # what seemed to fail means nothing, should it be there or come yet
            position = Position(epoch=self._held.epoch, seq=self._held.seq + 1)
            new = new.model_copy(update={"journal": position, "serial": new.serial + 1})
        data = encode_record(new)
        self._in_flight = True
        try:
            self._version = self._put(data, new)
        except StateError as error:
            self._unsure = data  # it may be there all the same, so the next write may replace it
            raise UnsavedError(error.message, error.help, new) from error
        except MovedError:
            self._in_flight = False
            raise
        self.state, self._unsure, self._in_flight = new, None, False
        self._sweep(new)
        return new

    def append(self, *records: Every) -> State:
        """Add records to the journal, as one document; the state with them, its serial one higher.

        The state must have been read or written here, under the lock. Raises ``MovedError`` where somebody took over
        the lock, ``UnsavedError`` where the place fails, and after a write of the state that failed, until one goes
        through; both carry the state with these records, which is not saved.
        """
        state = self.state
        if state is None:
            raise ValueError("nothing was read or written yet")
        held = self._held
        held.epoch = held.epoch or self._reading.highest + 1
        entry = self._entry(state, held.epoch, held.seq + 1, records)
        new = fold.replayed(state, entry)
        if self._unsure is not None:
            raise UnsavedError("The state could not be written just now, so nothing can be added to it", _AGAIN, new)
        seemed_to_fail = set(held.unsure)
        held.unsure.add(entry.write_id)
        try:
            stored = journal.append_entry(self.backend, entry)
        except StateError as error:
            raise UnsavedError(error.message, error.help, new) from error
        held.unsure.clear()  # the number is taken: one of them is there, and no other can come
        if stored is not None and stored.write_id in seemed_to_fail:
            self._appended(fold.replayed(state, stored), stored)
            return self.append(*records)
        if stored is not None:
            self._leave(entry)
            raise self._moved(new)
        self._appended(new, entry)
        return new

    def late(self) -> tuple[Confirmed, ...]:
        """Read what those who had lost the lock still learnt of their operations: evidence to look up in HeyMilo."""
        keys = filter(is_key, self.backend.list(_LATE))  # others may have put anything beside them
        documents = (self.backend.get(key) for key in keys)
        entries = [decode_record(Entry, document.data, self._place(_LATE)) for document in documents if document]
        return tuple(record for entry in entries for record in entry.records if isinstance(record, Confirmed))

    @contextmanager
    def hold(self, who: Holder, timeout_s: float = 0.0) -> Iterator[StateLock]:
        """Hold the lock of this state for the length of a ``with``; see ``lock.hold_lock``.

        ``state`` is as it was read under the lock.
        """
        if not self._reading.version:
            self.read()
        request = LockRequest(who, timeout_s, self.where, self._reading.highest, self.on_wait)
        with hold_lock(self.backend, request) as lock:
            state = self.read()
            self._held = _Held(lock.epoch or self._reading.highest + 1, by=who.who)
            try:
                if state is not None:
                    self._seal(state, lock)
                    if lock.sealed() is False:
                        raise LockedError(*_LOST)
                yield lock
            finally:
                self._end(lock)

    def snapshot(self, digest: str) -> StoredSnapshot | None:
        """Read what was sent under ``digest``; ``None`` where it was never kept.

        Raises ``StateError`` where it can't be read or was edited.
        """
        key = _snapshot_key(digest)
        stored = self.backend.get(key)
        if stored is None:
            return None
        snapshot = decode_snapshot(stored.data, self._place(key))
        if snapshot.digest != digest:
            raise StateError(f"{self._place(key)} holds the snapshot of {snapshot.digest}", "Put the right file back.")
        return snapshot

    def put_snapshots(self, snapshots: Iterable[StoredSnapshot]) -> None:
        """Keep snapshots. One that is there stays as it is: the same digest is the same design.

        All are read back, so what somebody edited is refused before it is relied on. Raises ``StateError``.
        """
        documents = {_snapshot_key(snapshot.digest): snapshot for snapshot in snapshots}
        create_all(self.backend, {key: encode_record(snapshot) for key, snapshot in documents.items()})
        with one_moment(self.backend):
            for snapshot in documents.values():
                self.snapshot(snapshot.digest)

    def put_generated(self, digest: str, posting_id: str, questions: Iterable[Mapping[str, Any]]) -> None:
        """Keep the questions that HeyMilo wrote for a posting; a later reading replaces an earlier one."""
        key = _generated_key(digest, posting_id)
        record = GeneratedQuestions(digest=digest, posting_id=posting_id, questions=tuple(questions))
        stored = self.backend.get(key)
        try:
            self.backend.put(key, encode_record(record), stored.version if stored else None)
        except Conflict:
            raise StateError(f"{self._place(key)} was written by another process just now", "Run again.") from None

    def generated(self, digest: str, posting_id: str) -> tuple[dict[str, Any], ...] | None:
        """Read the questions that HeyMilo wrote for a posting; ``None`` where none were kept."""
        key = _generated_key(digest, posting_id)
        stored = self.backend.get(key)
        if stored is None:
            return None
        record = decode_record(GeneratedQuestions, stored.data, self._place(key))
        return tuple(dict(question) for question in record.questions) if record.posting_id == posting_id else None

    @staticmethod
    def rescue(state: State, folder: Path) -> Path:
        """Save a state that its own place refused as ``errored.state.json`` in ``folder``; the path of the file.

        An earlier rescue is never overwritten: the next is ``errored.2.state.json``. Raises ``StateError``.
        """
        return save_new(folder, "errored", ".state.json", encode_record(state))

    def _entry(self, state: State, epoch: int, seq: int, records: tuple[Every, ...]) -> Entry:
        return Entry(
            tool_version=__version__,
            lineage=state.lineage,
            serial=state.serial,
            epoch=epoch,
            seq=seq,
            write_id=secrets.token_hex(8),
            at=fold.stamp(datetime.now(UTC)),
            by=self._held.by,
            records=records,
        )

    def _appended(self, state: State, entry: Entry) -> None:
        self.state = state
        self._held.seq = entry.seq
        self._held.keys.append(journal.entry_key(entry.epoch, entry.seq))

    def _leave(self, entry: Entry) -> None:
        """Leave what a refused document knows of postings that were made, where nothing is folded from."""
        with suppress(StateError, Conflict):
            for record in entry.records:
                if isinstance(record, Confirmed):
                    key = f"{_LATE}{entry.epoch}-{record.op_id}-{record.attempt}.json"
                    self.backend.create(key, encode_record(entry.model_copy(update={"records": (record,)})))

    def _seal(self, state: State, lock: StateLock) -> None:
        """Take the next number of every epoch whose holder may still be there, or did not fold what it wrote."""
        folded = state.journal.epoch
        read_epochs = {self._reading.positions[key][0] for key in self._reading.fresh}
        held = self._held.epoch
        epochs = {epoch for epoch in {*lock.unsealed, *read_epochs} if folded <= epoch < held} - self._reading.sealed
        for epoch in sorted(epochs):
            like = self._entry(state, epoch, 1, (Sealed(by_epoch=held),))
            journal.seal_epoch(self.backend, like, epoch, self._reading.next_in(epoch))
        if lock.unsealed:
            self._fence(lock)
        if epochs or lock.unsealed:
            self.read()

    def _fence(self, lock: StateLock | None = None) -> None:
        """Replace the stored state by itself under another ``write_id``: who read it before can't replace it.

        ``lock``: asked after the state is read, so that whoever lost it by then, or loses it later, fences nobody.
        """
        while stored := self.backend.get(STATE_KEY):
            if lock is not None:
                lock.require(_FENCE_S)
            state = decode_state(stored.data, self._place(STATE_KEY))
            fenced = state.model_copy(update={"write_id": secrets.token_hex(16)})
            with suppress(Conflict):
                self.backend.put(STATE_KEY, encode_record(fenced), stored.version)
                return

    def _end(self, lock: StateLock) -> None:
        """Give up the epoch. What may still be under way to a place far away must not arrive in another's epoch."""
        held = self._held
        if lock.epoch and self.state and (self._in_flight or held.unsure):
            with suppress(StateError):  # then the lease can't be given back either, and whoever comes next sees to it
                like = self._entry(self.state, held.epoch, held.seq + 1, (Sealed(by_epoch=held.epoch),))
                if journal.seal_epoch(self.backend, like, held.epoch, held.seq + 1):
                    self._fence()
        self._held, self._unsure, self._in_flight = _Held(), None, False

    def _sweep(self, state: State) -> None:
        """Remove what is in the state now. What stays by a failure means nothing.

        Seals stay longer than their writers can: for a hundred holdings.
        """
        held = self._held
        if held.unsure:
            held.seq += 1
            held.keys.append(journal.entry_key(held.epoch, held.seq))
            held.unsure.clear()
        old = [key for key, (epoch, _) in self._reading.positions.items() if epoch < state.journal.epoch - _KEPT]
        keys = sorted({*self._reading.fresh, *self._held.keys, *old}, reverse=True)
        self._held.keys = []
        self._reading = replace(self._reading, state=state, version=self._version, fresh=())
        if keys:
            with suppress(StateError):
                delete_all(self.backend, keys)

    def _put(self, data: bytes, new: State) -> str:
        try:
            return self.backend.put(STATE_KEY, data, self._version)
        except Conflict:
            stored = self.backend.get(STATE_KEY)
        if stored and stored.data == data:  # a retry below us stored it and then saw its own bytes
            return stored.version
        if stored and stored.data == self._unsure:  # our write that seemed to fail went through
            try:
                return self.backend.put(STATE_KEY, data, stored.version)
            except Conflict:
                pass
        raise self._moved(new)

    def _moved(self, new: State) -> MovedError:
        return MovedError(f"The state in {self.where} was written by somebody else since it was read", _MOVED, new)

    def _place(self, key: str) -> str:
        return f"{self.where}/{key}"


@dataclass
class _Held:
    """One holding of the lock: its epoch (0: not chosen yet), its newest document, and all of them by key.

    ``unsure``: write ids of documents of the next number, of which one may be there, or may come.
    """

    epoch: int = 0
    seq: int = 0
    by: str = ""
    keys: list[str] = field(default_factory=list)
    unsure: set[str] = field(default_factory=set)


def _is_older(state: State, seen: State) -> bool:
    """Return whether a state knows less than another one of its lineage."""
    position, other = state.journal, seen.journal
    return state.serial < seen.serial or (position.epoch, position.seq) < (other.epoch, other.seq)


def _snapshot_key(digest: str) -> str:
    """Return the key of a snapshot, without the colon of ``sha256:…``, which Windows takes in no file name."""
    return f"snapshots/{digest.replace(':', '-')}.json"


def _generated_key(digest: str, posting_id: str) -> str:
    return f"snapshots/{digest.replace(':', '-')}.{quote(posting_id, safe='')}.json"


def backend_for(state: str, root: Path, workspace: str, *, outside: bool = False) -> Backend:
    """Return the backend of a workspace's state; nothing is read or sent yet.

    A folder and a bucket's prefix are the state's root as they are given; a branch holds a folder for each workspace.
    ``outside``: whether the folder may lie outside ``root``. Raises ``StateError`` where it does and may not, for an
    address that is none, a missing extra, and plain http beyond loopback.
    """
    where = location.parse_location(state)
    if isinstance(where, location.FolderLocation):
        return FolderBackend(folder_for(where, root, outside))
    if isinstance(where, location.BranchLocation):
        from heymilo_ops.statefile.git_branch import GitBranchBackend

        return GitBranchBackend(root, where, workspace, guarded=True)
    from heymilo_ops.statefile.object_store import open_bucket

    return open_bucket(where)
