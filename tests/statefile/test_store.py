from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import Any

import pytest

from heymilo_ops.errors import Exit, StaleError, StateError
from heymilo_ops.model.state import State
from heymilo_ops.statefile import folder as folder_module
from heymilo_ops.statefile.backend import Backend, Conflict, MovedError, UnsavedError
from heymilo_ops.statefile.folder import FolderBackend
from heymilo_ops.statefile.format import StoredSnapshot, decode_state, encode_record
from heymilo_ops.statefile.journal import STATE_KEY
from heymilo_ops.statefile.store import StateStore
from tests.statefile.memory_backend import MemoryBackend


def other(store: StateStore) -> StateStore:
    """Another process on the same place, which has read the state."""
    another = StateStore(store.backend, "the/state")
    another.read()
    return another


def test_a_state_that_moved_is_not_overwritten(store: StateStore, filled: State) -> None:
    mine = store.write(filled)
    theirs = other(store).write(mine)
    with pytest.raises(MovedError) as caught:
        store.write(mine)
    assert isinstance(caught.value, StaleError)
    assert caught.value.exit is Exit.STALE
    assert "the/state" in caught.value.message
    assert caught.value.state.postings == mine.postings
    assert store.read() == theirs


def test_a_first_write_overwrites_nothing(store: StateStore, filled: State) -> None:
    store.write(filled)
    with pytest.raises(MovedError):
        StateStore(store.backend, "x").write(filled)


def test_a_state_that_was_removed_meanwhile_is_not_made_again(store: StateStore, filled: State) -> None:
    mine = store.write(filled)
    store.backend.delete(STATE_KEY)
    with pytest.raises(MovedError):
        store.write(mine)


def test_an_older_state_than_the_store_holds_is_refused(store: StateStore, filled: State) -> None:
    first = store.write(filled)
    second = store.write(first)
    with pytest.raises(MovedError):
        store.write(first)
    assert store.read() == second


def test_a_state_of_another_lineage_is_refused(store: StateStore, filled: State) -> None:
    store.write(filled)
    stranger = store.begin("acme", "production", "https://api.heymilo.ai").model_copy(update={"serial": 50})
    with pytest.raises(MovedError):
        store.write(stranger)


def test_nothing_is_there_at_first(store: StateStore) -> None:
    assert store.read() is None


def test_begin_writes_nothing(store: StateStore) -> None:
    first = store.begin("acme", "production", "https://api.heymilo.ai")
    second = store.begin("acme", "production", "https://api.heymilo.ai")
    assert first.lineage != second.lineage
    assert (first.serial, first.write_id, first.workspace.name) == (0, "", "production")
    assert store.read() is None


def test_each_write_is_new(store: StateStore, filled: State) -> None:
    first = store.write(filled)
    second = store.write(first)
    assert (first.serial, second.serial) == (1, 2)
    assert len({filled.write_id, first.write_id, second.write_id}) == 3
    assert first.postings == filled.postings
    assert store.read() == second
    assert other(store).read() == second


def test_a_state_that_can_not_be_read_is_not_overwritten(store: StateStore, filled: State) -> None:
    store.backend.create(STATE_KEY, b"nonsense")
    with pytest.raises(StateError, match=r"^the/state/state\.json can't"):
        store.read()
    store.backend.delete(STATE_KEY)


def test_a_failing_disk_hands_the_state_back(
    folder: FolderBackend, filled: State, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    store = StateStore(folder, str(folder.root))
    first = store.write(filled)

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(folder_module.os, "fsync", full)
    with pytest.raises(UnsavedError) as caught:
        store.write(first)
    monkeypatch.undo()
    assert caught.value.exit is Exit.ATTENTION
    assert "no space" in caught.value.message
    path = StateStore.rescue(caught.value.state, tmp_path)
    assert path == tmp_path / "errored.state.json"
    assert decode_state(path.read_bytes(), "x") == caught.value.state
    assert caught.value.state.serial == 2
    assert store.read() == first
    assert StateStore.rescue(caught.value.state, tmp_path).name == "errored.2.state.json"


class Shaky(MemoryBackend):
    """A backend whose writes may go through and still fail, as those over a network do."""

    def __init__(self) -> None:
        super().__init__()
        self.plan: list[str] = []

    def put(self, key: str, data: bytes, expected: str | None) -> str:
        what = self.plan.pop(0) if self.plan else "work"
        if what == "race":
            super().put(key, b"theirs", expected)
            raise Conflict(key)
        version = super().put(key, data, expected)
        if what == "retried":  # the layer below stored it, lost the answer, tried again
            raise Conflict(key)
        if what == "lost":
            raise StateError("the answer was lost")
        return version


@pytest.fixture
def shaky() -> Shaky:
    return Shaky()


def test_a_conflict_with_our_own_bytes_is_a_success(shaky: Shaky, filled: State) -> None:
    store = StateStore(shaky, "x")
    shaky.plan = ["retried"]
    written = store.write(filled)
    assert store.write(written).serial == 2


def test_after_a_write_that_seemed_to_fail_the_next_one_goes_on(shaky: Shaky, filled: State) -> None:
    store = StateStore(shaky, "x")
    first = store.write(filled)
    shaky.plan = ["lost"]
    with pytest.raises(UnsavedError):
        store.write(first)
    again = store.write(first)
    assert again.serial == 2
    assert store.read() == again


def test_after_a_write_that_seemed_to_fail_somebody_elses_is_seen(shaky: Shaky, filled: State) -> None:
    store = StateStore(shaky, "x")
    first = store.write(filled)
    shaky.plan = ["lost", "work", "race"]
    with pytest.raises(UnsavedError):
        store.write(first)
    with pytest.raises(MovedError):
        store.write(first)


def test_snapshots_are_kept_under_names_that_every_system_takes(store: StateStore, snapshot: StoredSnapshot) -> None:
    assert store.snapshot(snapshot.digest) is None
    store.put_snapshots([snapshot])
    assert store.snapshot(snapshot.digest) == snapshot
    key = f"snapshots/sha256-{snapshot.digest.removeprefix('sha256:')}.json"
    assert store.backend.list("snapshots/") == [key]


def test_a_snapshot_is_written_once(store: StateStore, snapshot: StoredSnapshot) -> None:
    store.put_snapshots([snapshot])
    store.put_snapshots([snapshot])
    store.put_snapshots([snapshot.model_copy(update={"source": "elsewhere.yaml", "commit": None})])
    assert store.snapshot(snapshot.digest) == snapshot


def test_an_edited_snapshot_is_not_taken_for_the_design(store: StateStore, snapshot: StoredSnapshot) -> None:
    edited = snapshot.model_copy(update={"request": {**snapshot.request, "title": "Butcher"}})
    key = f"snapshots/{snapshot.digest.replace(':', '-')}.json"
    store.backend.create(key, encode_record(edited))
    with pytest.raises(StateError, match="the/state/snapshots/"):
        store.snapshot(snapshot.digest)
    with pytest.raises(StateError, match="digest"):
        store.put_snapshots([snapshot])


def test_a_snapshot_under_another_ones_name(store: StateStore, snapshot: StoredSnapshot) -> None:
    wrong = "sha256:" + "1" * 64
    store.backend.create(f"snapshots/{wrong.replace(':', '-')}.json", encode_record(snapshot))
    with pytest.raises(StateError, match="holds the snapshot of"):
        store.snapshot(wrong)


def test_generated_questions_are_kept_for_each_posting(store: StateStore, snapshot: StoredSnapshot) -> None:
    digest = snapshot.digest
    assert store.generated(digest, "A/1") is None
    store.put_generated(digest, "A/1", [{"text": "one"}])
    store.put_generated(digest, "B~.1", [{"text": "two"}, {"text": "three"}])
    assert store.generated(digest, "A/1") == ({"text": "one"},)
    assert store.generated(digest, "B~.1") == ({"text": "two"}, {"text": "three"})
    store.put_generated(digest, "A/1", [{"text": "a later reading"}])
    assert store.generated(digest, "A/1") == ({"text": "a later reading"},)


def test_generated_questions_of_an_id_that_differs_in_case_alone(store: StateStore, snapshot: StoredSnapshot) -> None:
    store.put_generated(snapshot.digest, "AB", [{"text": "one"}])
    found = store.backend.get(store.backend.list("snapshots/")[0])
    assert found is not None
    store.backend.create(f"snapshots/{snapshot.digest.replace(':', '-')}.ab.json", found.data)
    assert store.generated(snapshot.digest, "ab") is None


def test_generated_questions_in_a_race(shaky: Shaky, snapshot: StoredSnapshot) -> None:
    shaky.plan = ["race"]
    with pytest.raises(StateError, match="another process"):
        StateStore(shaky, "x").put_generated(snapshot.digest, "A", [])


def test_the_state_and_its_snapshots_hold_no_key_that_is_not_theirs(store: StateStore, filled: State) -> None:
    assert b"ingestion" not in encode_record(store.write(filled))


def _fits(backend: Backend) -> Any:
    return backend


def test_both_backends_fit_the_protocol(folder: FolderBackend) -> None:
    assert _fits(folder)
    assert _fits(MemoryBackend())
