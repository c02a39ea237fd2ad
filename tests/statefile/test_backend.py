from __future__ import annotations

import threading
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import Any

import pytest

from heymilo_ops.statefile.backend import Backend, Conflict, create_all, delete_all, one_moment
from tests.statefile.memory_backend import MemoryBackend


@pytest.mark.parametrize(
    "key", ["", "/a", "a/", "a//b", "../a", "a/../b", ".hidden", "a/.b", "a\\b", "a:b", "a\n", "é"]
)
def test_a_key_can_not_leave_the_backends_place(backend: Backend, key: str) -> None:
    with pytest.raises(ValueError):
        backend.get(key)
    with pytest.raises(ValueError):
        backend.put(key, b"x", None)
    with pytest.raises(ValueError):
        backend.create(key, b"x")
    with pytest.raises(ValueError):
        backend.delete(key)


def test_create_takes_no_key_that_is_there(backend: Backend) -> None:
    backend.create("a/b.json", b"1")
    with pytest.raises(Conflict):
        backend.create("a/b.json", b"2")
    found = backend.get("a/b.json")
    assert found is not None
    assert found.data == b"1"


def test_put_replaces_only_what_was_expected(backend: Backend) -> None:
    first = backend.put("a.json", b"1", None)
    with pytest.raises(Conflict):
        backend.put("a.json", b"2", None)
    second = backend.put("a.json", b"2", first)
    with pytest.raises(Conflict):
        backend.put("a.json", b"3", first)
    found = backend.get("a.json")
    assert found is not None
    assert (found.data, found.version) == (b"2", second)


def test_put_on_what_was_removed_is_a_conflict(backend: Backend) -> None:
    version = backend.create("a.json", b"1")
    backend.delete("a.json")
    with pytest.raises(Conflict):
        backend.put("a.json", b"2", version)


def test_get_of_nothing(backend: Backend) -> None:
    assert backend.get("a.json") is None
    assert backend.get("a/b.json") is None


def test_delete_of_nothing(backend: Backend) -> None:
    backend.delete("a.json")
    backend.create("a.json", b"1")
    backend.delete("a.json")
    backend.delete("a.json")
    assert backend.get("a.json") is None


def test_list_is_sorted_and_knows_keys_alone(backend: Backend) -> None:
    assert backend.list("") == []
    version = backend.create("b.json", b"1")
    backend.put("b.json", b"2", version)
    backend.create("a/y.json", b"1")
    backend.create("a/x.json", b"1")
    backend.create("ab.json", b"1")
    assert backend.list("") == ["a/x.json", "a/y.json", "ab.json", "b.json"]
    assert backend.list("a/") == ["a/x.json", "a/y.json"]
    assert backend.list("a") == ["a/x.json", "a/y.json", "ab.json"]
    assert backend.list("c") == []


def test_several_are_created_where_they_are_not_there_yet(backend: Backend) -> None:
    backend.create("a.json", b"old")
    create_all(backend, {"a.json": b"new", "b/c.json": b"1", "d.json": b"2"})
    create_all(backend, {})
    assert backend.list("") == ["a.json", "b/c.json", "d.json"]
    found = backend.get("a.json")
    assert found is not None
    assert found.data == b"old"


def test_several_are_removed_where_they_are_there(backend: Backend) -> None:
    for key in ("a.json", "b.json", "c.json"):
        backend.create(key, b"1")
    delete_all(backend, ["a.json", "never.json", "c.json"])
    delete_all(backend, [])
    assert backend.list("") == ["b.json"]


def test_several_keys_can_not_leave_the_backends_place(backend: Backend) -> None:
    with pytest.raises(ValueError):
        create_all(backend, {"../a": b"1"})
    with pytest.raises(ValueError):
        delete_all(backend, ["../a"])


def test_a_backend_that_can_do_several_at_once_is_asked_to() -> None:
    class Whole(MemoryBackend):
        def __init__(self) -> None:
            super().__init__()
            self.calls: list[object] = []

        def create_all(self, documents: Mapping[str, bytes]) -> None:
            self.calls.append(dict(documents))

        def delete_all(self, keys: Iterable[str]) -> None:
            self.calls.append(list(keys))

        @contextmanager
        def one_moment(self) -> Iterator[None]:
            self.calls.append("in")
            yield
            self.calls.append("out")

    backend = Whole()
    create_all(backend, {"a.json": b"1"})
    delete_all(backend, ["a.json"])
    with one_moment(backend):
        assert backend.get("a.json") is None
    assert backend.calls == [{"a.json": b"1"}, ["a.json"], "in", "out"]


def test_reads_of_one_moment_are_plain_reads_elsewhere(backend: Backend) -> None:
    backend.create("a.json", b"1")
    with one_moment(backend):
        assert backend.list("") == ["a.json"]


def test_of_threads_that_create_one_key_in_memory_one_does() -> None:
    """Each is stopped between its look and its write; without a lock all of them would have looked."""
    backend = MemoryBackend()
    won = []

    class Slow(dict[str, bytes]):
        def get(self, key: str, default: Any = None) -> Any:
            found = super().get(key, default)
            time.sleep(0.01)
            return found

    backend._held = Slow()

    def run(number: int) -> None:
        with suppress(Conflict):
            backend.create("a.json", b"%d" % number)
            won.append(number)

    threads = [threading.Thread(target=run, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(10)
    assert len(won) == 1
