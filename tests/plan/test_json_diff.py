"""Leaves that differ."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heymilo_ops.plan.json_diff import is_same_json, leaves

SCALAR = st.one_of(
    st.none(), st.booleans(), st.integers(-2, 2), st.sampled_from([0.0, 1.0, 1.5]), st.sampled_from("ab")
)
JSON = st.recursive(
    SCALAR,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(["a", "__b", "c'[0]"]), inner),
    max_leaves=6,
)
OBJECT = st.dictionaries(st.sampled_from(["a", "b", "__c"]), JSON)


@pytest.mark.parametrize(
    ("one", "other"),
    [(1, True), (0, False), ([1], [True]), ([1], [1, 2]), ({"a": 1}, {"b": 1}), ({}, []), ("1", 1), (None, {})],
)
def test_not_the_same(one: Any, other: Any) -> None:
    assert not is_same_json(one, other)


@pytest.mark.parametrize(("one", "other"), [(1, 1.0), ([1, {"a": 2.0}], [1.0, {"a": 2}]), ((1,), [1])])
def test_the_same(one: Any, other: Any) -> None:
    assert is_same_json(one, other)


@given(OBJECT, OBJECT)
def test_leaves_exactly_where_something_differs(one: dict[str, Any], other: dict[str, Any]) -> None:
    assert bool(leaves(one, other)) == (not is_same_json(one, other))
    assert leaves(one, one) == []


def test_objects_are_told_by_leaf_and_lists_whole() -> None:
    before = {"a": {"x": 1, "y": {"z": 1}}, "l": [1, 2], "o": {"p": 1}, "n": None}
    after = {"a": {"x": 2, "y": {"z": 1}}, "l": [2], "q": {"r": 1, "s": {}}, "o": [1]}
    assert leaves(before, after) == [
        (("a", "x"), "changed", 1, 2),
        (("l",), "changed", [1, 2], [2]),
        (("n",), "removed", None, None),
        (("o",), "changed", {"p": 1}, [1]),
        (("q", "r"), "added", None, 1),
        (("q", "s"), "added", None, {}),
    ]
    assert leaves({"q": {"s": {"t": 1}}}, {}) == [(("q", "s", "t"), "removed", 1, None)]


def test_what_the_library_takes_for_equal_in_a_list_is_told() -> None:
    assert leaves({"l": [True]}, {"l": [1]}) == [(("l",), "changed", [True], [1])]


def test_an_object_that_is_empty_on_one_side_is_told_whole() -> None:
    assert leaves({"m": {"a": "1"}}, {"m": {}}) == [(("m",), "changed", {"a": "1"}, {})]
    assert leaves({"m": {"n": {}}}, {"m": {"n": {"a": 1}, "o": 1}}) == [
        (("m", "n"), "changed", {}, {"a": 1}),
        (("m", "o"), "added", None, 1),
    ]


def test_a_variable_is_one_value() -> None:
    one, other = {"var": "a"}, {"var": "b"}
    assert leaves({"title": one}, {"title": other}) == [(("title",), "changed", one, other)]
    assert leaves({"title": one}, {"title": "b"}) == [(("title",), "changed", one, "b")]
    assert leaves({}, {"config": {"voice_id": one}}) == [(("config", "voice_id"), "added", None, one)]
    assert leaves({"metadata": one}, {"metadata": other}) == [(("metadata", "var"), "changed", "a", "b")]
