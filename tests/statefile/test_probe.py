from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from heymilo_ops.errors import StateError
from heymilo_ops.statefile.object_store import (
    ConditionFailed,
    ObjectStoreBackend,
    bare_tag,
    probe_tag_spelling,
    quoted_tag,
    respelled,
)


class Store:
    """A store in memory. Its faults: conditions that it ignores, tags that it takes only bare, refusals by mistake."""

    def __init__(self, *faults: str, mistakes: int = 0) -> None:
        self.faults = faults
        self.mistakes = mistakes
        self.held: dict[str, tuple[bytes, str]] = {}
        self.serial = 0

    def create(self, key: str, data: bytes) -> str:
        self._err()
        if key in self.held and "ignores create" not in self.faults:
            raise ConditionFailed(key)
        return self._set(key, data)

    def replace(self, key: str, data: bytes, tag: str) -> str:
        given, held = json.loads(tag)[0], json.loads(self.held[key][1])[0]
        wanted = held.strip('"') if "bare tags" in self.faults else held
        if "refuses all" in self.faults or (given != wanted and "ignores replace" not in self.faults):
            raise ConditionFailed(key)
        return self._set(key, data)

    def remove(self, key: str) -> None:
        if "keeps" in self.faults:
            raise StateError("can't remove")
        self.held.pop(key, None)

    def _set(self, key: str, data: bytes) -> str:
        self.serial += 1
        assert data not in [body for body, _ in self.held.values()]
        tag = json.dumps([f'"{self.serial}"', None])
        self.held[key] = (data, tag)
        return tag

    def _err(self) -> None:
        if self.mistakes:
            self.mistakes -= 1
            raise ConditionFailed("mistake")


@pytest.mark.parametrize("fault", ["ignores create", "ignores replace"])
def test_a_store_that_ignores_a_condition_is_refused(fault: str) -> None:
    store = Store(fault)
    with pytest.raises(StateError, match="the/place ignores conditions: it ") as caught:
        probe_tag_spelling(store, "the/place")
    assert "git:origin/heymilo-state" in caught.value.help
    assert store.held == {}


def test_the_reason_is_told_even_where_the_probe_can_not_be_removed() -> None:
    with pytest.raises(StateError, match="ignores conditions"):
        probe_tag_spelling(Store("ignores create", "keeps"), "the/place")


def test_a_store_that_refuses_the_right_version_is_refused() -> None:
    store = Store("refuses all")
    with pytest.raises(StateError, match="refuses to write even where its condition holds"):
        probe_tag_spelling(store, "the/place")
    assert store.held == {}


def test_a_store_that_can_not_remove_is_refused() -> None:
    with pytest.raises(StateError, match="can't remove"):
        probe_tag_spelling(Store("keeps"), "the/place")


@pytest.mark.parametrize(("store", "expected"), [(Store(), quoted_tag), (Store("bare tags"), bare_tag)])
def test_how_tags_are_spelled(store: Store, expected: Callable[[str], str]) -> None:
    assert probe_tag_spelling(store, "the/place") is expected
    assert store.held == {}


def test_one_refusal_by_mistake_is_forgiven() -> None:
    assert probe_tag_spelling(Store(mistakes=2), "the/place") is quoted_tag
    with pytest.raises(StateError):
        probe_tag_spelling(Store(mistakes=9), "the/place")


@pytest.mark.parametrize(
    ("tag", "expected"), [('["\\"a\\"", "7"]', ["a", "7"]), ('[null, "7"]', [None, "7"]), ('["a", null]', ["a", None])]
)
def test_a_tag_without_its_quotes(tag: str, expected: list[str | None]) -> None:
    assert json.loads(respelled(tag, bare_tag)) == expected


@pytest.mark.parametrize("fault", ["ignores create", "ignores replace"])
def test_nothing_is_written_to_a_store_that_ignores_conditions(fault: str) -> None:
    store: Any = Store(fault)
    backend = ObjectStoreBackend(store, "the/place")
    for write in (lambda: backend.create("lock.json", b"1"), lambda: backend.put("lock.json", b"1", '["1", null]')):
        with pytest.raises(StateError, match="ignores conditions"):
            write()
    assert store.held == {}
