"""docs/guarantees.md says what the registries say, and every test that it names is there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any

import pytest

from tests.guarantees.assumptions import ASSUMPTIONS
from tests.guarantees.reached import REACHED
from tests.guarantees.safeguards import BY_NAME, SAFEGUARDS
from tests.guarantees.write import BEGIN, END, FILE, SECURITY, document, nodes, security


def test_the_document_is_fresh() -> None:
    assert FILE.read_text(encoding="utf-8") == document(), "run `make docs`"


def test_the_promises_of_the_security_document_are_fresh() -> None:
    text = SECURITY.read_text(encoding="utf-8")
    assert (text.count(BEGIN), text.count(END)) == (1, 1)
    assert text == security(text), "run `make docs`"


def test_every_test_it_names_is_there(
    request: pytest.FixtureRequest, switched_off: Callable[[str, tuple[str, ...]], dict[str, Any]]
) -> None:
    there = names_of(item.nodeid for item in request.session.items)
    missing = [named for named in dict.fromkeys(nodes()) if named not in there]
    if missing:  # this run is of a part of the tests, which leaves others uncollected
        collected = switched_off("", tuple(dict.fromkeys(named.partition("::")[0] for named in missing)))
        assert collected["code"] == 0, collected["said"]
        there = names_of(collected["green"])
    assert [named for named in missing if named not in there] == []


def names_of(nodes: Iterable[str]) -> set[str]:
    """Node ids, with and without their parameters."""
    return {name for node in nodes for name in (node, node.partition("[")[0])}


def test_what_notices_has_tests_and_nothing_has_none() -> None:
    every = [each for _, chapter in ASSUMPTIONS for each in chapter]
    assert [name for name, number in Counter(each.name for each in every).items() if number > 1] == []
    for each in every:
        assert bool(each.detector) == bool(each.held_by), each.name
        assert all(text.endswith(".") for text in (each.says, each.detector or ".", each.otherwise)), each.name


def test_every_safeguard_has_a_way_to_it() -> None:
    held = {each.name for each in SAFEGUARDS if any(node.startswith("tests/cli/") for node in each.held_by)}
    names = {each.name for each in SAFEGUARDS}
    assert names - held - REACHED.keys() == set(), "hold it by a test in tests/cli/, or add a line to reached.py"
    assert REACHED.keys() - names == set()
    for name, place in REACHED.items():
        assert place.line, name  # raises where the text isn't there once


@pytest.mark.parametrize("name", BY_NAME)
def test_a_switch_names_what_is_there(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    BY_NAME[name].off(monkeypatch)
