"""The fast writer of RFC 8785 gives what the library gives, byte for byte."""

from __future__ import annotations

import enum
import math
from typing import Any

import pytest
import rfc8785
from hypothesis import given, settings
from hypothesis import strategies as st

from heymilo_ops.model import jcs

TEXTS = st.text(st.characters(codec="utf-8"))
LEAVES = (
    st.none()
    | st.booleans()
    | st.integers(-(2**53) + 1, 2**53 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.floats(-1000, 1000)
    | TEXTS
)
JSON = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=5) | st.dictionaries(TEXTS | st.text("az_", max_size=3), inner)
)


class Word(enum.StrEnum):
    WORD = "a"


def outcome(write: Any, value: Any) -> object:
    try:
        return write(value)
    except ValueError as error:
        return type(error)


@pytest.mark.parametrize(
    "value", [2**53, -(2**53), math.nan, math.inf, "\ud800", {"\ud800": 1}, {1: 1}, {"a": object()}, {"a": {1}}]
)
def test_what_has_no_form_is_refused_as_the_library_does(value: Any) -> None:
    refused = outcome(rfc8785.dumps, value)
    assert refused is not bytes and isinstance(refused, type)
    assert outcome(jcs.dumps, value) is refused


@pytest.mark.parametrize(
    "value",
    [
        *(
            0.0,
            -0.0,
            1.0,
            -1.0,
            0.1,
            1e-4,
            9e-5,
            1e-6,
            1e-7,
            1e15,
            1e16,
            1e20,
            1e21,
            1.5e300,
            5e-324,
            0.30000000000000004,
        ),
        *(999999999999999.9, 123456789012345.67, 0.0001, 0.00010000000000000002),
        *(2**53 - 1, -(2**53) + 1, True, False, None, [], {}, [[]], {"": {}}),
        *('\x7f\x00\x1f\b\t\n\f\r"\\/', "\u2028\u2029", "é😀", {"\ue000": 1, "😀": 2}, {"é": 1, "z": 2}),
        *({"a": 1, "A": 2, "_": 3, "a_b": 4, "ab": 5}, (1, 2), Word.WORD, {"a": Word.WORD}),
    ],
)
def test_edges(value: Any) -> None:
    assert jcs.dumps(value) == rfc8785.dumps(value)


@given(JSON)
@settings(deadline=None)
def test_any_data(value: Any) -> None:
    assert jcs.dumps(value) == rfc8785.dumps(value)


@given(st.floats() | st.floats(1e-7, 1e-3) | st.floats(1e14, 1e22) | st.decimals(-9999, 9999, places=4).map(float))
def test_any_number(value: float) -> None:
    assert outcome(jcs.dumps, value) == outcome(rfc8785.dumps, value)


@given(st.dictionaries(TEXTS | st.text("az_", max_size=3), JSON, max_size=5))
@settings(deadline=None)
def test_the_members_joined_are_the_whole(value: dict[str, Any]) -> None:
    members = jcs.members(value)
    assert jcs.joined(members.values()) == rfc8785.dumps(value)
    rest = {key: each for key, each in value.items() if key > "m"}
    assert jcs.joined(each for key, each in members.items() if key > "m") == rfc8785.dumps(rest)


@pytest.mark.parametrize("value", [{"a": "\ud800"}, {"\ud800": 1}, {"a": math.nan}, {"a": 2**53}])
def test_members_without_a_form_are_refused(value: dict[str, Any]) -> None:
    with pytest.raises(ValueError):
        jcs.members(value)


def test_a_usual_manifest_needs_no_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rfc8785, "dumps", lambda _: b"library")
    assert jcs.dumps({"a": [1, 0.5, "é", True, None]}) == '{"a":[1,0.5,"é",true,null]}'.encode()
    assert jcs.dumps({"é": 1}) == b"library"
