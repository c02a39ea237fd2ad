"""The counts of people beside the state: merged by posting, without a lock, and no part of the state."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from heymilo_ops.errors import StateError
from heymilo_ops.model.people import People
from heymilo_ops.statefile.backend import Backend
from heymilo_ops.statefile.lease import Holder
from heymilo_ops.statefile.people_file import KEY, drop_people, keep_people, read_people
from heymilo_ops.statefile.store import StateStore
from tests.statefile.clones import another, git, on_branch
from tests.statefile.memory_backend import MemoryBackend

OLD, NEW = "2026-11-27T00:00:00Z", "2026-11-28T00:00:00Z"


def put(backend: Backend, text: str) -> None:
    backend.create(KEY, text.encode())


def test_counts_are_merged_by_posting_and_the_later_stays(backend: Backend) -> None:
    assert read_people(backend) == {}
    keep_people(backend, {"A": People(20, 10, NEW), "B": People(20, 10, OLD)})
    keep_people(backend, {"A": People(99, 10, OLD), "B": People(30, 10, NEW), "C": People(6, 0, OLD)})
    kept = {"A": People(20, 10, NEW), "B": People(30, 10, NEW), "C": People(6, 0, OLD)}
    assert read_people(backend) == kept
    drop_people(backend)
    drop_people(backend)
    assert read_people(backend) == {}


def test_the_file_holds_two_counts_and_a_time_for_each_posting(backend: Backend) -> None:
    keep_people(backend, {"A": People(41, 17, NEW), "B": People(103, 100, NEW), "C": People(3, 1, NEW)})
    stored = backend.get(KEY)
    assert stored is not None
    assert json.loads(stored.data) == {
        "format_version": 1,
        "people": {
            "A": {"registered": 41, "completed": 17, "as_of": NEW},
            "B": {"registered": 103, "completed": "at least 99", "as_of": NEW},
            "C": {"registered": "fewer than 5", "completed": "fewer than 5", "as_of": NEW},
        },
    }
    keep_people(backend, {"A": People(41, 17, NEW)})
    again = backend.get(KEY)
    assert again is not None
    assert again.version == stored.version


def _file(**counts: object) -> str:
    return json.dumps({"format_version": 1, "people": {"A": {"registered": 9, "completed": 5, "as_of": NEW, **counts}}})


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        _file(completed=10),
        _file(completed=-1),
        _file(registered="many"),
        _file(as_of="yesterday"),
        _file(as_of="2026-02-30T25:00:00Z"),
        _file(as_of="0000-01-01T00:00:00Z"),
        _file(average=61.5),
        _file().replace('"A"', '"../A"'),
        _file().replace('"format_version": 1', '"format_version": 99'),
    ],
)
def test_a_file_that_is_none_is_refused_and_written_anew(text: str) -> None:
    backend = MemoryBackend()
    put(backend, text)
    with pytest.raises(StateError, match=r"people\.json"):
        read_people(backend)
    keep_people(backend, {"B": People(20, 10, NEW)})
    assert read_people(backend) == {"B": People(20, 10, NEW)}


class Racing(MemoryBackend):
    """Somebody else writes between each read and write, so many times."""

    def __init__(self, times: int) -> None:
        super().__init__()
        self.times = times

    def put(self, key: str, data: bytes, expected: str | None) -> str:
        if self.times:
            self.times -= 1
            other = MemoryBackend()
            keep_people(other, {f"X{self.times}": People(20, 10, NEW), **read_people(self)})
            stored = other.get(KEY)
            assert stored is not None
            before = self.get(KEY)
            super().put(key, stored.data, before.version if before else None)
        return super().put(key, data, expected)


def test_who_writes_at_the_same_time_loses_nothing() -> None:
    backend = Racing(2)
    keep_people(backend, {"A": People(20, 10, NEW)})
    assert set(read_people(backend)) == {"A", "X0", "X1"}
    with pytest.raises(StateError, match="others keep writing"):
        keep_people(Racing(99), {"A": People(20, 10, NEW)})


def test_it_is_no_part_of_the_state(backend: Backend, store: StateStore) -> None:
    """A run that holds the lock goes on: neither its serial nor its journal, nor the lock, is touched."""
    state = store.write(store.begin("acme", "production", "https://x"))
    with store.hold(Holder("me", "apply", "h", 1, NEW)):
        before = {key: backend.get(key) for key in backend.list("") if key != KEY}
        keep_people(backend, {"A": People(20, 10, NEW)})
        assert {key: backend.get(key) for key in backend.list("") if key != KEY} == before
        assert store.state is not None
        written = store.write(store.state)
    again = StateStore(backend, "the/state").read()
    assert again is not None
    assert (again.serial, again.lineage) == (written.serial, state.lineage)
    assert read_people(backend) == {"A": People(20, 10, NEW)}


@pytest.mark.usefixtures("no_git_settings")
def test_on_a_branch_it_disturbs_no_push_of_the_state(origin: Path, clone: Path) -> None:
    """Another clone pushes counts while a run writes the state: both are there, and neither is refused."""
    ours, theirs = on_branch(clone), on_branch(another(origin))
    store = StateStore(ours, "git:origin/heymilo-state")
    state = store.write(store.begin("acme", "production", "https://x"))
    keep_people(theirs, {"A": People(20, 10, NEW)})
    state = store.write(state)
    keep_people(theirs, {"B": People(20, 10, NEW)})
    store.write(state)
    assert set(read_people(ours)) == {"A", "B"}
    subjects = git(origin, "log", "--format=%s", "heymilo-state").splitlines()
    assert sum(subject.startswith("production/people.json: ") for subject in subjects) == 2
