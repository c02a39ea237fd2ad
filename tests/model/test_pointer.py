"""JSON pointers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heymilo_ops.model.pointer import escape, join, last, parent, split, unescape, value_at

KEYS = st.text() | st.integers(min_value=0)


@pytest.mark.parametrize("text", ["a", "a/b", " /a", "#/a"])
def test_a_pointer_begins_with_a_slash(text: str) -> None:
    with pytest.raises(ValueError, match="not a JSON pointer"):
        split(text)


@given(st.lists(KEYS))
def test_what_is_joined_is_split_again(keys: list[str | int]) -> None:
    assert split(join(*keys)) == tuple(map(str, keys))


@given(st.lists(KEYS), KEYS)
def test_a_pointer_is_its_parent_and_its_last_key(keys: list[str | int], key: str | int) -> None:
    pointer = join(*keys, key)
    assert pointer == join(key, base=join(*keys))
    assert (parent(pointer), last(pointer)) == (join(*keys), str(key))


def test_the_root_has_no_keys() -> None:
    assert (join(), split(""), parent(""), last("")) == ("", (), "", "")


@pytest.mark.parametrize(("key", "token"), [("a/b", "a~1b"), ("~1", "~01"), ("m~n", "m~0n"), ("", ""), (3, "3")])
def test_the_examples_of_the_standard(key: object, token: str) -> None:
    assert escape(key) == token
    assert unescape(token) == str(key)


@pytest.mark.parametrize(
    ("at", "value"),
    [
        ("", {"a/b": [{"c": 1}, 2]}),
        ("/a~1b/0/c", 1),
        ("/a~1b/2", None),
        ("/a~1b/x", None),
        ("/d", None),
        ("/d/e", None),
    ],
)
def test_a_value_is_looked_up_by_its_pointer(at: str, value: object) -> None:
    assert value_at({"a/b": [{"c": 1}, 2]}, at) == value
