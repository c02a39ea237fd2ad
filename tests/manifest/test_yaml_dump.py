"""What is written is read back the same, whatever the texts are."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from heymilo_ops.manifest.check import check_posting
from heymilo_ops.manifest.yaml_dump import Bracketed, FoldedText, dump
from heymilo_ops.manifest.yaml_file import read_text
from tests.strategies import NASTY, TEXTS, manifests


def back(data: dict[str, Any]) -> Any:
    source = read_text(dump(data), "postings/a.yaml")
    assert [found.code for found in source.findings] == []
    return source.data


@pytest.mark.parametrize("text", NASTY, ids=repr)
@pytest.mark.parametrize("place", ["value", "item", "key", "nested"])
def test_a_nasty_text_comes_back(text: str, place: str) -> None:
    data: dict[str, Any] = {
        "value": {"title": text},
        "item": {"title": "a", "items": [text, [text]]},
        "key": {"metadata": {text: "x", "other": text}},
        "nested": {"workflow": [{"type": "form", "questions": [{"text": text, "answer": {"a": [text]}}]}]},
    }[place]
    assert back(data) == data


@settings(max_examples=40, deadline=None)
@given(manifests())
def test_every_manifest_comes_back_valid(data: dict[str, Any]) -> None:
    source = read_text(dump(data), "postings/a.yaml")
    assert source.data == data
    assert [*source.findings, *check_posting(source)] == []


@settings(max_examples=100, deadline=None)
@given(st.dictionaries(TEXTS, TEXTS, min_size=1, max_size=3))
def test_every_text_comes_back(data: dict[str, str]) -> None:
    assert back(data) == data


def test_scalars_keep_their_type() -> None:
    data = {
        "a": 1,
        "b": 1.5,
        "c": True,
        "d": None,
        "e": "1",
        "f": "true",
        "g": "null",
        "h": [],
        "i": {},
        "j": 1e-7,
        "l": 3.0,
        "m": 1e15,
        "n": -2.25,
        "k": -0.5,
    }
    found = back(data)
    assert found == data
    assert {key: type(value) for key, value in found.items()} == {key: type(value) for key, value in data.items()}


def test_keys_come_in_the_usual_order_and_prose_as_a_block() -> None:
    data = {
        "workflow": [{"questions": [{"text": "Why?", "key": "why"}], "type": "form"}],
        "title": "Baker",
        "instructions": "Be warm.\nBe brief.\n",
        "name": "baker",
    }
    assert dump(data) == (
        "name: baker\n"
        "title: Baker\n"
        "instructions: |\n"
        "  Be warm.\n"
        "  Be brief.\n"
        "workflow:\n"
        "  - type: form\n"
        "    questions:\n"
        "      - key: why\n"
        "        text: Why?\n"
    )


def test_writing_again_changes_nothing() -> None:
    data = {"title": "a: b", "metadata": {"k": "x\ny\n"}, "description": "Long words. " * 30}
    once = dump(data)
    assert dump(back(data)) == once


LONG = "You talk to an AI interviewer. It is recorded, and a person decides. Ask for another way."


@pytest.mark.parametrize(
    ("text", "written"),
    [
        (LONG, ">-\n  You talk to an AI interviewer.\n  It is recorded, and a person decides.\n  Ask for another way."),
        ("One. Two.\nThree.", ">-\n  One.\n  Two.\n\n  Three."),
        ("- one\n- two\n\n- three", "|-\n  - one\n  - two\n\n  - three"),
        ("One. Two.\n  deep", "|-\n  One. Two.\n    deep"),
        ("One.\n\nTwo. Three.\n", ">\n  One.\n\n\n  Two.\n  Three."),
        ("One. Two. \nThree", '"One. Two. \\nThree"'),
        ("tab\tand more. Two.", '"tab\\tand more. Two."'),
        ("", '""'),
    ],
)
def test_prose_is_folded_one_sentence_a_line_where_that_gives_it_back(text: str, written: str) -> None:
    assert dump({"a": FoldedText(text)}) == f"a: {written}\n"
    assert read_text(dump({"a": FoldedText(text)}), "").data == {"a": text}


@given(TEXTS)
def test_folded_or_not_a_text_comes_back(text: str) -> None:
    assert read_text(dump({"a": FoldedText(text)}), "").data == {"a": text}


def test_short_lists_stand_in_brackets_and_mappings_in_braces() -> None:
    data = {
        "types": Bracketed(["a", "b c"]),
        "choices": Bracketed([{"label": "No", "value": "x"}]),
        "none": Bracketed(),
    }
    assert dump(data) == 'types: [a, b c]\nchoices:\n  - {label: "No", value: x}\nnone: []\n'
    assert read_text(dump(data), "").data == data


@pytest.mark.parametrize("text", [":0", "::", "a, b", "[x", "x]", "{", "#", "- a", "?", "yes", "a: b", "1", "*a"])
def test_what_brackets_would_change_is_quoted_in_them(text: str) -> None:
    data = {"types": Bracketed([text, "plain"]), "options": Bracketed([{"label": text}])}
    written = dump(data)
    assert read_text(written, "x.yaml").data == {"types": [text, "plain"], "options": [{"label": text}]}
    assert "plain]" in written
