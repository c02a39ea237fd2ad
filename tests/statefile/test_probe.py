from __future__ import annotations

import json

import pytest

from heymilo_ops.errors import StateError
from heymilo_ops.statefile.object_store import (
    ConditionFailed,
    ObjectStoreBackend,
    probe_bare_tags,
    respelled,
)


class Store(ObjectStoreBackend):
    """A store in memory. Its faults: conditions that it ignores, tags that it takes only bare, refusals by mistake."""

    def __init__(self, *faults: str, mistakes: int = 0) -> None:
        super().__init__(object(), "the/place")  # type: ignore[arg-type]
        self.faults = faults
        self.mistakes = mistakes
        self.held: dict[str, tuple[bytes, str]] = {}
        self.serial = 0

    def send(self, key: str, data: bytes, tag: str | None) -> str:
        if tag is None:
            self._err()
            if key in self.held and "ignores create" not in self.faults:
                raise ConditionFailed(key)
            return self._set(key, data)
        given, held = json.loads(tag)[0], json.loads(self.held[key][1])[0]
        wanted = held.strip('"') if "bare tags" in self.faults else held
        if "refuses all" in self.faults or (given != wanted and "ignores replace" not in self.faults):
            raise ConditionFailed(key)
        return self._set(key, data)

    def delete(self, key: str) -> None:
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
        probe_bare_tags(store)
    assert "git:origin/heymilo-state" in caught.value.help
    assert store.held == {}


def test_the_reason_is_told_even_where_the_probe_can_not_be_removed() -> None:
    with pytest.raises(StateError, match="ignores conditions"):
        probe_bare_tags(Store("ignores create", "keeps"))


def test_a_store_that_refuses_the_right_version_is_refused() -> None:
    store = Store("refuses all")
    with pytest.raises(StateError, match="refuses to write even where its condition holds"):
        probe_bare_tags(store)
    assert store.held == {}


def test_a_store_that_can_not_remove_is_refused() -> None:
    with pytest.raises(StateError, match="can't remove"):
        probe_bare_tags(Store("keeps"))


@pytest.mark.parametrize(("store", "expected"), [(Store(), False), (Store("bare tags"), True)])
def test_how_tags_are_spelled(store: Store, expected: bool) -> None:
    assert probe_bare_tags(store) is expected
    assert store.held == {}


def test_one_refusal_by_mistake_is_forgiven() -> None:
    assert probe_bare_tags(Store(mistakes=2)) is False
    with pytest.raises(StateError):
        probe_bare_tags(Store(mistakes=9))


@pytest.mark.parametrize(
    ("tag", "expected"), [('["\\"a\\"", "7"]', ["a", "7"]), ('[null, "7"]', [None, "7"]), ('["a", null]', ["a", None])]
)
def test_a_tag_without_its_quotes(tag: str, expected: list[str | None]) -> None:
    assert json.loads(respelled(tag, True)) == expected


@pytest.mark.parametrize("fault", ["ignores create", "ignores replace"])
def test_nothing_is_written_to_a_store_that_ignores_conditions(fault: str) -> None:
    store = Store(fault)
    for write in (lambda: store.create("lock.json", b"1"), lambda: store.put("lock.json", b"1", '["1", null]')):
        with pytest.raises(StateError, match="ignores conditions"):
            write()
    assert store.held == {}
