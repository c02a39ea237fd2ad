"""The journal beside the state: create-only documents since the last fold, so that one change costs one small write.

``journal/<epoch>/<seq>.json``. An epoch is one holding of the lock. Its numbers have no gaps, and a number is taken
once, so the next number is what writers of one epoch compare and swap on: whoever takes over the lock from somebody who
may still be there takes that number as well (a seal), and the other's next write is refused. Documents up to the
``journal`` position of the state are in it already; they are left over and mean nothing.
"""

from __future__ import annotations

import re
import secrets
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field

from heymilo_ops.errors import AdviceKind, StateError, advise
from heymilo_ops.model import fold
from heymilo_ops.model.record import Entry
from heymilo_ops.model.state import State
from heymilo_ops.statefile.backend import Backend, Conflict, one_moment
from heymilo_ops.statefile.format import decode_record, decode_state, encode_record

PREFIX = "journal/"
STATE_KEY = "state.json"
_KEY = re.compile(r"journal/(\d{1,12})/(\d{1,12})\.json")
_TRIES = 6
_PAUSE_S = 0.2
_SEALS = 1000

_BACK = advise(AdviceKind.STATE_REBUILD_OR_BACKUP)


class Moving(Exception):  # noqa: N818 - caught here, never shown
    """Somebody folded the journal while it was read."""


@dataclass(frozen=True, slots=True)
class JournalReading:
    """What was read.

    Attributes:
        state: with the journal folded in; ``None`` where there is none.
        version: of ``state.json``.
        positions: epoch and number of every document by key, those that mean nothing any more included.
        fresh: keys of those that were folded in, seals left out; ``sealed``: the epochs that end in a seal.
    """

    state: State | None = None
    version: str | None = None
    positions: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    fresh: tuple[str, ...] = ()
    sealed: frozenset[int] = frozenset()

    @property
    def highest(self) -> int:
        """The highest epoch that shows."""
        return max([self.state.journal.epoch if self.state else 0, *(at for at, _ in self.positions.values())])

    def next_in(self, epoch: int) -> int:
        """Return the first number of an epoch that nothing shows to be taken."""
        folded = self.state.journal if self.state else None
        taken = [seq for at, seq in self.positions.values() if at == epoch]
        return max([folded.seq if folded and folded.epoch == epoch else 0, *taken]) + 1


def entry_key(epoch: int, seq: int) -> str:
    """Return the key of a document; keys sort as their numbers do."""
    return f"{PREFIX}{epoch:08d}/{seq:06d}.json"


def entry_position(key: str) -> tuple[int, int] | None:
    """Return the epoch and number of a key; ``None`` for what is no document of the journal."""
    match = _KEY.fullmatch(key)
    return (int(match[1]), int(match[2])) if match else None


def entry_positions(backend: Backend) -> dict[str, tuple[int, int]]:
    """Return the epoch and number of every document of the journal, by key."""
    return {key: position for key in backend.list(PREFIX) if (position := entry_position(key))}


def read_journal(backend: Backend, where: str) -> JournalReading:
    """Read the state with its journal.

    Read without the lock, it is the state as it was at some moment of the reading. Raises ``StateError``.
    """
    for left in range(_TRIES - 1, -1, -1):
        with suppress(Moving), one_moment(backend):
            return _read(backend, where, final=not left)
        time.sleep(_PAUSE_S)
    raise AssertionError("unreachable")  # pragma: no cover


def _read(backend: Backend, where: str, *, final: bool) -> JournalReading:
    """Read once. Raises ``Moving`` where the documents don't follow each other, in the end ``StateError``."""
    positions = entry_positions(backend)  # before the state: what is folded meanwhile is in it
    stored, place = backend.get(STATE_KEY), f"{where}/{STATE_KEY}"
    if not stored and not positions:
        return JournalReading()
    if not stored:
        if not final:
            raise Moving
        raise StateError(f"{place} is gone, and the journal of what was applied since is still there", _BACK)
    state = decode_state(stored.data, place)
    done = (state.journal.epoch, state.journal.seq)
    fresh, sealed = [], set()
    for (epoch, seq), key in sorted((position, key) for key, position in positions.items() if position > done):
        document = backend.get(key)
        entry = decode_record(Entry, document.data, f"{where}/{key}") if document else None
        if entry and _follows(entry, seq, state, epoch):
            state = fold.replayed(state, entry)
            if entry.seals:
                sealed.add(epoch)
            else:
                fresh.append(key)
        elif not final:
            raise Moving
        else:
            raise StateError(f"{where}/{key} does not follow what is in the state and the journal before it", _BACK)
    return JournalReading(state, stored.version, positions, tuple(fresh), frozenset(sealed))


def _follows(entry: Entry, seq: int, state: State, epoch: int) -> bool:
    """Return whether a document continues this state. A seal may have been meant for a number before its own."""
    expected = state.journal.seq + 1 if epoch == state.journal.epoch else 1
    return entry.lineage == state.lineage and seq == expected and (entry.seals or entry.serial == state.serial)


def append_entry(backend: Backend, entry: Entry) -> Entry | None:
    """Write a document that is new; ``None``, or what is there instead. Raises ``StateError``."""
    data = encode_record(entry)
    key = entry_key(entry.epoch, entry.seq)
    try:
        backend.create(key, data)
    except Conflict:
        stored = backend.get(key)
        if stored and stored.data == data:  # a retry below us stored it and then saw its own bytes
            return None
        return decode_record(Entry, stored.data, key) if stored else append_entry(backend, entry)
    return None


def seal_epoch(backend: Backend, like: Entry, epoch: int, first: int) -> bool:
    """Take the next number of an epoch, from ``first``; ``False`` where somebody did. Raises ``StateError``."""
    for seq in range(first, first + _SEALS):
        entry = like.model_copy(update={"epoch": epoch, "seq": seq, "write_id": secrets.token_hex(8)})
        stored = append_entry(backend, entry)
        if stored is None or stored.seals:
            return stored is None
    raise StateError("the holder of the lock before us keeps writing", "End that process, then run again.")
