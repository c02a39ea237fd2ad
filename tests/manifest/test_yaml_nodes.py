"""The node tree: limits and what breaks it."""

from __future__ import annotations

import pytest

from heymilo_ops.manifest.yaml_nodes import compose_nodes


def test_a_text_that_can_not_be_encoded_is_a_problem() -> None:
    tree = compose_nodes("a: \ud800\n")
    assert tree.root is None
    assert tree.problem is not None
    assert (tree.problem.code, tree.problem.mark) == ("SY005", None)


@pytest.mark.parametrize("text", ["a: b\x00c\n", "a: \ufffe\n"])
def test_characters_that_yaml_forbids_are_a_problem(text: str) -> None:
    tree = compose_nodes(text)
    assert tree.root is None
    assert tree.problem is not None


def test_nodes_know_style_place_and_what_they_unfold_to() -> None:
    root = compose_nodes("a: &x [b, 'c']\nd: *x\n").root
    assert root is not None
    (_, first), (key, second) = root.entries
    assert [item.style for item in first.items] == ["", "'"]
    assert (first.flow, root.flow, first.anchor) == (True, False, "x")
    assert (key.start.line, key.start.column) == (1, 0)
    assert second.real is first
    assert (second.size, root.size, root.height) == (3, 9, 3)


def test_empty() -> None:
    tree = compose_nodes("")
    assert (tree.root, tree.problem) == (None, None)
