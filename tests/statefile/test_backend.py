from __future__ import annotations

import pytest

from heymilo_ops.statefile.backend import Backend, Conflict


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
