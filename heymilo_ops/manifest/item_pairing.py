"""Which items of two versions of a list are the same item: questions by ``key``, steps by type, choices by value."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from heymilo_ops.text.similarity import similarity

_ALIKE = 0.6
"""How alike the texts of two questions without a key must be, to be taken for one that was reworded."""
_MOST_COMPARED = 10_000
"""Pairs of items that are looked at one by one; of more, only those that have a name in common are matched."""


def is_same(one: Any, other: Any) -> bool:
    """Return whether two plain values are the same in YAML, where 1, 1.0 and true are three values."""
    return exact_form(one) == exact_form(other)


def pair_items(before: Sequence[Any], after: Sequence[Any]) -> list[int | None]:
    """For each item of ``after`` the index of the item of ``before`` that it comes from, each at most once."""
    pairing = _Pairing(before, after)
    pairing.match(_key)
    pairing.match(exact_form)
    pairing.compare(_have_questions_in_common)
    for field in ("text", "type", "value", "label"):
        pairing.match(partial(_field, name=field))
    pairing.compare(_are_alike)
    return pairing.matches


class _Pairing:
    """Two versions of a list, matched in rounds, from what is certain to what is likely."""

    def __init__(self, before: Sequence[Any], after: Sequence[Any]) -> None:
        self.after = after
        self.free = dict(enumerate(before))
        self.matches: list[int | None] = [None] * len(after)

    def match(self, name: Callable[[Any], str | None]) -> None:
        """Match what has the same name, in order; ``None`` is none."""
        by_name: dict[str, list[int]] = {}
        for index, item in reversed(self.free.items()):
            if (called := name(item)) is not None:
                by_name.setdefault(called, []).append(index)
        for number, item in self._new():
            called = name(item)
            if called is not None and (indices := by_name.get(called)):
                self._take(number, indices.pop())

    def compare(self, is_same: Callable[[Mapping[str, Any], Mapping[str, Any]], bool]) -> None:
        """Match the mappings by comparing each new one with each old one."""
        new = [(number, item) for number, item in self._new() if isinstance(item, dict)]
        if len(new) * len(self.free) > _MOST_COMPARED:
            return
        for number, item in new:
            for index, candidate in self.free.items():
                if isinstance(candidate, dict) and is_same(candidate, item):
                    self._take(number, index)
                    break

    def _new(self) -> Iterator[tuple[int, Any]]:
        return ((number, item) for number, item in enumerate(self.after) if self.matches[number] is None)

    def _take(self, number: int, index: int) -> None:
        self.matches[number] = index
        del self.free[index]


def exact_form(value: Any) -> str:
    """Return the same text for values that are the same in YAML."""
    return json.dumps(value, sort_keys=True, default=lambda wrapper: wrapper.value)


def _field(item: Any, name: str) -> str | None:
    return exact_form(item[name]) if isinstance(item, dict) and name in item else None


def _key(item: Any) -> str | None:
    """Return the key of a question; of one that is shared the name it is used by."""
    if not isinstance(item, dict):
        return None
    key, use = item.get("key"), item.get("use")
    if isinstance(key, str):
        return key
    return use.rpartition("/")[2] if isinstance(use, str) else None


def _have_questions_in_common(old: Mapping[str, Any], new: Mapping[str, Any]) -> bool:
    return "type" in old and old["type"] == new.get("type") and bool(_asked(old) & _asked(new))


def _asked(step: Mapping[str, Any]) -> set[str]:
    questions = step.get("questions")
    items = [item for item in questions if isinstance(item, dict)] if isinstance(questions, list) else []
    return {name for item in items if (name := _key(item) or _field(item, "text")) is not None}


def _are_alike(old: Mapping[str, Any], new: Mapping[str, Any]) -> bool:
    """Return whether one is the other reworded. Two different keys say that they are different questions."""
    if _key(old) is not None and _key(new) is not None:
        return False
    one, other = old.get("text"), new.get("text")
    return isinstance(one, str) and isinstance(other, str) and similarity(one, other, _ALIKE) >= _ALIKE
