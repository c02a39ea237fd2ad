"""Salvage what a state's location holds before a rebuild: what can be used, and what has to be set aside first.

A state that can't be understood and a journal that belongs to none are never thrown away: they are copied to
``set-aside/`` on the same backend before a new state takes their place.
"""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass

from heymilo_ops.errors import StateError
from heymilo_ops.model.state import FORMAT_VERSION, Position, State
from heymilo_ops.statefile import journal
from heymilo_ops.statefile.backend import Backend, Conflict
from heymilo_ops.statefile.format import decode_state
from heymilo_ops.statefile.journal import STATE_KEY
from heymilo_ops.statefile.store import StateStore
from heymilo_ops.version import satisfies

ASIDE = "set-aside"
LAST = 999_999
"""A number in an epoch of the journal that no writer reaches."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What the location of a state holds.

    Attributes:
        state: as far as it can be read; ``None`` where there is none, or none that can be understood.
        trouble: why not all of it can be used; ``""`` where it can.
        aside: keys that are in the way of a new state.
        epoch: the highest that the journal shows.
    """

    state: State | None
    trouble: str = ""
    aside: tuple[str, ...] = ()
    epoch: int = 0


def read_standing(store: StateStore) -> Standing:
    """Read what the location holds. Raises ``StateError`` where it can't be read, or a newer release wrote it."""
    stored = store.backend.get(STATE_KEY)
    positions = journal.entry_positions(store.backend)
    keys, epoch = tuple(positions), max((position[0] for position in positions.values()), default=0)
    try:
        return Standing(store.read(), epoch=epoch)
    except StateError as error:
        trouble = error
    if stored is None:
        if not keys:
            raise trouble
        return Standing(None, trouble.message, keys, epoch)
    try:
        state = decode_state(stored.data, f"{store.where}/{STATE_KEY}")
    except StateError:
        if _is_newer(stored.data):
            raise
        return Standing(None, trouble.message, (STATE_KEY, *keys), epoch)
    if not keys:
        raise trouble
    return Standing(state, trouble.message, keys, max(epoch, state.journal.epoch))


def set_aside(backend: Backend, keys: tuple[str, ...], folder: str) -> None:
    """Copy what is in the way to ``set-aside/<folder>/``, then remove it. Raises ``StateError``."""
    for key in keys:
        stored = backend.get(key)
        if stored is not None:
            with suppress(Conflict):  # copied by a try that failed later
                backend.create(f"{ASIDE}/{folder}/{key}", stored.data)
    for key in sorted(keys, reverse=True):
        backend.delete(key)


def beyond(state: State, epoch: int) -> State:
    """Return the state past whatever an earlier holder of the lock may still write to the journal of that epoch."""
    position = max((state.journal.epoch, state.journal.seq), (epoch, LAST if epoch else 0))
    return state.model_copy(update={"journal": Position(epoch=position[0], seq=position[1])})


def _is_newer(data: bytes) -> bool:
    """Return whether a newer release wrote this, so that this one can't understand it."""
    try:
        parsed = json.loads(data)
        if int(parsed["format_version"]) > FORMAT_VERSION:
            return True
        return satisfies(f">={parsed['tool_version']}") is False
    except (KeyError, TypeError, ValueError, RecursionError):
        return False
