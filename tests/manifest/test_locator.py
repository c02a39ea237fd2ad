"""Pointers to places, on every node."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from heymilo_ops.manifest.yaml_file import Locator, read_text
from heymilo_ops.model.pointer import escape

TEXT = """\
name: x
text: |
  one
  two

workflow:
  - type: form
    "a/b": {c~d: [1, 22]}
    folded: >-
      words

      more
  -
    type: sms
empty:
long: words
  go on
last: |
  end"""


def show(place: Any) -> str:
    return f"{place.line}:{place.column}-{place.end_line}:{place.end_column}"


@pytest.mark.parametrize(
    ("pointer", "value", "key"),
    [
        ("", "1:1-19:6", "1:1-19:6"),
        ("/name", "1:7-1:8", "1:1-1:5"),
        ("/text", "2:7-4:6", "2:1-2:5"),
        ("/workflow", "7:3-14:14", "6:1-6:9"),
        ("/workflow/0", "7:5-12:11", "7:5-12:11"),
        ("/workflow/0/a~1b/c~0d/1", "8:22-8:24", "8:22-8:24"),
        ("/workflow/0/a~1b", "8:12-8:26", "8:5-8:10"),
        ("/workflow/0/folded", "9:13-12:11", "9:5-9:11"),
        ("/workflow/1/type", "14:11-14:14", "14:5-14:9"),
        ("/empty", "15:7-15:7", "15:1-15:6"),
        ("/long", "16:7-17:8", "16:1-16:5"),
        ("/last", "18:7-19:6", "18:1-18:5"),
    ],
)
def test_places(pointer: str, value: str, key: str) -> None:
    locator = Locator(TEXT, "x.yaml")
    assert show(locator.place(pointer)) == value
    assert show(locator.place(pointer, key=True)) == key


@pytest.mark.parametrize(
    ("pointer", "place"),
    [
        ("/title", "1:1-1:5"),  # the file: its first key
        ("/workflow/0/questions", "7:5-7:9"),  # a list item: its first key
        ("/workflow/0/a~1b/x", "8:5-8:10"),  # a mapping behind a key: that key
        ("/workflow/7/type", "6:1-6:9"),
        ("/workflow/x", "6:1-6:9"),
        ("/name/deep/er", "1:1-1:5"),
    ],
)
def test_what_is_not_there_is_shown_at_what_is(pointer: str, place: str) -> None:
    assert show(Locator(TEXT, "x.yaml").place(pointer)) == place
    assert show(Locator(TEXT, "x.yaml").place(pointer, key=True)) == place


def test_a_text_that_can_not_be_read_has_one_place() -> None:
    assert str(Locator("a: [", "x.yaml").place("/a/0")) == "x.yaml:1:1"
    assert str(Locator("", "x.yaml").place("")) == "x.yaml:1:1"


def test_list_items_that_are_missing_are_shown_at_the_item_above() -> None:
    assert show(Locator("- a\n- [b]\n", "x.yaml").place("/1/4")) == "2:3-2:6"


def test_places_through_an_alias() -> None:
    locator = Locator("a: &a {b: c}\nd: *a\n", "x.yaml")
    assert show(locator.place("/d/b")) == "1:11-1:12"
    assert show(locator.place("/d")) == "2:4-2:6"


def pointers(data: Any, above: str = "") -> Iterator[str]:
    yield above
    entries = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, value in entries:
        yield from pointers(value, f"{above}/{escape(str(step))}")


def test_every_node_has_a_place_within_the_text() -> None:
    source = read_text(TEXT, "x.yaml")
    found = [source.locator.place(pointer) for pointer in pointers(source.data)]
    assert len(found) == 16
    lines = TEXT.split("\n")
    for place in found:
        assert place.end_line is not None and place.end_column is not None
        assert (place.line, place.column) <= (place.end_line, place.end_column)
        assert place.end_column <= len(lines[place.end_line - 1]) + 1
