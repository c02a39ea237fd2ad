"""The one table of scalars, and every parser in use against it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from heymilo_ops.manifest import yaml_fast
from heymilo_ops.manifest.fmt import KeyOrder, format_text
from heymilo_ops.manifest.yaml_file import read_slow, read_text
from heymilo_ops.manifest.yaml_scalars import is_too_large, resolve_scalar

CASES = Path(__file__).parents[1] / "cases" / "yaml"
GOLDEN: list[tuple[str, object]] = [
    (written, value) for written, value in json.loads((CASES / "scalars.json").read_text(encoding="utf-8"))
]
CONTEXTS = (
    "k: {}",
    "k: {}  # c",
    "k:\n  {}",
    "k:\n  - {}",
    "k:\n- {}",
    "k: [{}]",
    "k: [a, {}]",
    "k: {{a: {}}}",
    "k: {{a: {}, b: c}}",
)


def only(data: object) -> object:
    """The scalar that a context holds."""
    while isinstance(data, dict | list):
        values = list(data.values()) if isinstance(data, dict) else data
        data = values[-1] if values[0] == "a" else values[0]
    return data


def test_the_file_and_the_values_belong_together() -> None:
    lines = (CASES / "scalars.yaml").read_text(encoding="utf-8").splitlines()[1:]
    assert lines == [f"- {written}" for written, _ in GOLDEN]


@pytest.mark.parametrize(("written", "value"), GOLDEN, ids=[written for written, _ in GOLDEN])
def test_table(written: str, value: object) -> None:
    assert repr(resolve_scalar(written)) == repr(value)


@pytest.mark.parametrize(("written", "value"), GOLDEN, ids=[written for written, _ in GOLDEN])
def test_every_parser_follows_the_table(written: str, value: object) -> None:
    for context in CONTEXTS:
        if any(mark in context for mark in ("[", "{{")) and any(mark in written for mark in ",[]{}"):
            continue
        text = context.format(written) + "\n"
        judged = read_slow(text, "x.yaml")
        assert repr(only(judged.data)) == repr(value), text
        quick = yaml_fast.read_fast(text)
        if quick is not None:
            assert repr(quick) == repr(judged.data), text
            assert judged.findings == (), text


@pytest.mark.parametrize(("written", "value"), GOLDEN, ids=[written for written, _ in GOLDEN])
def test_formatting_keeps_the_value(written: str, value: object) -> None:
    text = f"k: {written}\n"
    formatted = format_text(text, "x.yaml", KeyOrder())
    assert read_text(formatted, "x.yaml").data == read_text(text, "x.yaml").data
    assert format_text(formatted, "x.yaml", KeyOrder()) == formatted


def test_usual_values_are_read_fast() -> None:
    for value in ("3", "3.5", "true", "null", "~", "yes", "C++", "666A24C3", '"012"', "'a'", "[a, 1]", "{a: b, c: 1}"):
        assert yaml_fast.read_fast(f"k: {value}\n") is not None, value


def test_too_large_is_beyond_what_json_readers_keep() -> None:
    assert is_too_large("9007199254740992")
    assert is_too_large("-9007199254740992")
    assert is_too_large("1" * 5000)
    assert is_too_large("1" * 400 + ".5")
    assert not is_too_large("9007199254740991")
    assert not is_too_large("91E07829")
    assert not is_too_large("words")
