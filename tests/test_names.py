"""The words: identifiers use the terms of CONTRIBUTING's glossary, and one public class has one name."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "heymilo_ops"

VAGUE = {"each", "found", "given", "said", "shown", "tell", "telling", "told", "wanted"}
"""Words that say what was done with a value, not what it is. None is an identifier, or a part of one."""

NOUNS = {"finding", "heading", "listing", "mapping", "posting", "quoting", "spelling"}
"""Words in -ing that are names of things."""
STATES = {"applied", "deployed", "shared", "unmanaged", "unmarked"}


KEYS = {"given_in"}
"""Keys of files, which people asked for by that name."""


def defined(tree: ast.AST) -> Iterator[tuple[str, int]]:
    """Every name that a module defines: variables, parameters, functions, classes and attributes."""
    for node in ast.walk(tree):
        match node:
            case ast.Name(id=name, ctx=ast.Store()) | ast.arg(arg=name):
                yield name, node.lineno
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
                yield name, node.lineno
            case ast.Attribute(attr=name, ctx=ast.Store()):
                yield name, node.lineno


def words(name: str) -> set[str]:
    return {word.lower() for part in name.split("_") for word in re.findall(r"[A-Z]?[a-z0-9]+|[A-Z]+", part)}


def vague(text: str) -> list[str]:
    return [f"{line}: {name}" for name, line in defined(ast.parse(text)) if words(name) & VAGUE and name not in KEYS]


def modules() -> list[Path]:
    return sorted(path for path in PACKAGE.rglob("*.py") if path.name not in ("__init__.py", "__main__.py"))


def is_participle(stem: str) -> bool:
    """Whether a module is called by a participle alone, which says that something is done and not what."""
    if "_" in stem or stem in NOUNS | STATES:
        return False
    return stem.endswith("ing") or stem in VAGUE or stem in {"afresh", "known", "pending"}


def test_an_identifier_says_what_a_value_is() -> None:
    names = {path.relative_to(PACKAGE).as_posix(): vague(path.read_text(encoding="utf-8")) for path in modules()}
    assert {path: vague_names for path, vague_names in names.items() if vague_names} == {}


def test_a_module_is_called_by_a_noun_or_a_stage() -> None:
    assert [path.relative_to(PACKAGE).as_posix() for path in modules() if is_participle(path.stem)] == []


def test_no_public_class_has_the_name_of_another() -> None:
    """The sandbox is apart: it imports nothing of ours, and nothing of ours imports its models."""
    places: dict[str, list[str]] = defaultdict(list)
    for path in modules():
        room = path.relative_to(PACKAGE).as_posix()
        if not room.startswith("sandbox/"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                    places[node.name].append(room)
    assert {name: where for name, where in places.items() if len(where) > 1} == {}


@pytest.mark.parametrize(
    "text",
    [
        "for each in x: pass",
        "def told(): ...",
        "def f(given): ...",
        "self.found = 1",
        "[shown for shown in x]",
        "class FoundAll: ...",
        "what_was_said = 1",
    ],
)
def test_a_vague_name_is_seen(text: str) -> None:
    assert len(vague(text)) == 1


def test_a_participle_is_seen_and_a_noun_is_not() -> None:
    assert [
        stem
        for stem in ("telling", "looking", "known", "told", "finding", "listing", "retry_waiting")
        if is_participle(stem)
    ] == [
        "telling",
        "looking",
        "known",
        "told",
    ]
