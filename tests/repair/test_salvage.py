from __future__ import annotations

import json

import pytest

from heymilo_ops.errors import StateError
from heymilo_ops.model.state import Position, State
from heymilo_ops.repair.salvage import LAST, Standing, beyond, read_standing, set_aside
from heymilo_ops.statefile import journal
from heymilo_ops.statefile.backend import Stored
from heymilo_ops.statefile.store import StateStore
from tests.statefile.memory_backend import MemoryBackend

STATE = "state.json"
DOCUMENT = "journal/00000004/000002.json"


@pytest.fixture(autouse=True)
def _no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(journal, "_PAUSE_S", 0)


def stored(backend: MemoryBackend) -> State:
    store = StateStore(backend, "the state")
    return store.write(store.begin("acme", "production", "x"))


def standing(backend: MemoryBackend) -> Standing:
    return read_standing(StateStore(backend, "the state"))


def test_what_is_sound_stays() -> None:
    assert standing(MemoryBackend()) == Standing(None)
    backend = MemoryBackend()
    state = stored(backend)
    assert standing(backend) == Standing(state)


@pytest.mark.parametrize("data", [b"{", b"", b"[]", b'{"format_version": 1}', b'{"format_version": "x"}'])
def test_nonsense_is_in_the_way(data: bytes) -> None:
    backend = MemoryBackend()
    backend.create(STATE, data)
    backend.create(DOCUMENT, b"{}")
    found = standing(backend)
    assert (found.state, found.aside, found.epoch) == (None, (STATE, DOCUMENT), 4)
    assert "can't be understood" in found.trouble


@pytest.mark.parametrize("more", [{"format_version": 3}, {"tool_version": "99.0", "new": 1}])
def test_a_newer_release_is_believed(more: dict[str, object]) -> None:
    backend = MemoryBackend()
    stored(backend)
    data = json.loads((backend.get(STATE) or Stored(b"", "")).data)
    backend.delete(STATE)
    backend.create(STATE, json.dumps({**data, **more}).encode())
    with pytest.raises(StateError, match="written by heymilo-ops"):
        standing(backend)


def test_a_journal_that_belongs_to_none_is_in_the_way() -> None:
    backend = MemoryBackend()
    backend.create(DOCUMENT, b"{}")
    found = standing(backend)
    assert (found.state, found.aside, found.epoch) == (None, (DOCUMENT,), 4)
    assert "gone" in found.trouble
    state = stored(backend)
    found = standing(backend)
    assert (found.state, found.aside) == (state, (DOCUMENT,))


def test_a_place_that_fails_is_not_taken_for_nonsense() -> None:
    class Failing(MemoryBackend):
        tries = 0

        def get(self, key: str) -> Stored | None:
            self.tries += 1
            if self.tries > 1:
                raise StateError("the bucket can't be reached")
            return super().get(key)

    backend = Failing()
    with pytest.raises(StateError, match="the bucket"):
        standing(backend)
    backend = Failing()
    stored_at = MemoryBackend()
    stored(stored_at)
    backend.create(STATE, (stored_at.get(STATE) or Stored(b"", "")).data)
    backend.tries = 0
    with pytest.raises(StateError, match="the bucket"):
        standing(backend)


def test_what_is_set_aside_is_kept() -> None:
    backend = MemoryBackend()
    backend.create(STATE, b"{")
    backend.create(DOCUMENT, b"x")
    set_aside(backend, (STATE, DOCUMENT, "journal/gone.json"), "now")
    assert backend.list("") == [f"set-aside/now/{DOCUMENT}", f"set-aside/now/{STATE}"]
    backend.create(STATE, b"{")
    set_aside(backend, (STATE,), "now")
    assert backend.list(STATE) == []


def test_a_new_state_is_beyond_the_journal_of_before() -> None:
    state = stored(MemoryBackend())
    assert beyond(state, 0).journal == Position()
    assert beyond(state, 4).journal == Position(epoch=4, seq=LAST)
    later = state.model_copy(update={"journal": Position(epoch=7, seq=3)})
    assert beyond(later, 4).journal == Position(epoch=7, seq=3)
