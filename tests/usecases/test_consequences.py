"""Nothing is judged on what isn't there: one mistake is one finding, whatever the rules miss because of it."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from heymilo_ops.finding import Finding
from heymilo_ops.manifest.repo import Repo, read_document
from heymilo_ops.manifest.yaml_file import read_text
from heymilo_ops.model.state import State
from heymilo_ops.usecases.check import CheckBasis, check_repo, deadline_sends
from tests.plan.conftest import World

POSTINGS = Path(__file__).parents[2] / "postings"
PAST = "2020-01-31T18:00:00Z"


class NoSnapshots:
    """A store without snapshots."""

    def snapshot(self, digest: str) -> None:
        return None


def found(data: Mapping[str, Any], state: State | None = None) -> list[Finding]:
    document = read_document(read_text(json.dumps(data), "postings/x.yaml"))
    return list(check_repo(Repo((document,)), CheckBasis(sends=deadline_sends(state, NoSnapshots()))).findings)  # type: ignore[arg-type]


def paths(node: Any, above: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    items = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, value in items:
        yield (*above, key)
        yield from paths(value, (*above, key))


def broken(data: Mapping[str, Any], path: tuple[Any, ...], *, misspelt: bool) -> dict[str, Any]:
    """A copy in which one key is misspelt, or one value is of a wrong type."""
    whole = copy.deepcopy(dict(data))
    node: Any = whole
    for part in path[:-1]:
        node = node[part]
    last = path[-1]
    if misspelt:
        items = [(f"{key}x" if key == last else key, value) for key, value in node.items()]
        node.clear()
        node.update(items)
    else:
        node[last] = 7 if isinstance(node[last], dict) else {"wrong": 1}
    return whole


@pytest.mark.parametrize("misspelt", [True, False])
def test_one_mistake_is_one_finding_wherever_it_is(misspelt: bool) -> None:
    data = yaml.safe_load((POSTINGS / "night-baker-chicago.yaml").read_text())
    before = {(each.code, each.message) for each in found(data)}
    for path in paths(data):
        if misspelt and not isinstance(path[-1], str):
            continue
        new = [each for each in found(broken(data, path, misspelt=misspelt)) if (each.code, each.message) not in before]
        assert [each.code for each in new if not each.code.startswith("SY")] == [], (path, new)


@pytest.fixture
def over() -> tuple[dict[str, Any], State]:
    """A posting that was applied, and whose deadline has passed since."""
    data = yaml.safe_load((POSTINGS / "night-baker-chicago.yaml").read_text()) | {"deadline": PAST}
    world = World()
    world.apply(data)
    return data, world.state


def deadlines(findings: list[Finding]) -> list[str]:
    return [each.severity.value for each in findings if each.code == "AP151"]


@pytest.mark.parametrize("path", [("workflow", 0, "questions", 0, "text"), ("workflow", 0, "config"), ("title",)])
def test_the_deadline_of_a_live_posting_is_not_held_against_a_misspelt_key(
    over: tuple[dict[str, Any], State], path: tuple[Any, ...]
) -> None:
    data, state = over
    assert deadlines(found(data, state)) == ["info"]
    misspelt = found(broken(data, path, misspelt=True), state)
    assert [each.code for each in misspelt if each.severity.value == "error"] == ["SY101"]


def test_without_its_name_nothing_is_known_of_a_posting(over: tuple[dict[str, Any], State]) -> None:
    data, state = over
    unnamed = broken({**data, "name": 7}, ("workflow", 0, "config"), misspelt=True)
    assert "error" not in deadlines(found(unnamed, state))


def test_a_new_posting_is_told_of_its_deadline_beside_a_misspelt_key(over: tuple[dict[str, Any], State]) -> None:
    data, state = over
    assert deadlines(found(broken(data, ("workflow", 0, "config"), misspelt=True))) == ["error"]
    assert deadlines(found({**data, "title": "Another"}, state)) == ["error"]


def test_a_misspelt_switch_of_a_resume_step_is_one_finding() -> None:
    data = yaml.safe_load((POSTINGS / "night-baker-chicago.yaml").read_text())
    requirement = {"modality": "resume_eligibility", "text": "Has the right to work in the country.", "mandatory": True}
    step = {"type": "resume", "config": {"knockout_enabled": True}, "questions": [requirement]}
    misspelt = copy.deepcopy({**data, "workflow": [step, *data["workflow"]]})
    misspelt["workflow"][0]["config"] = {"knockout_enabledx": True}
    assert "KO120" not in [finding.code for finding in found(misspelt)]
    misspelt["workflow"][0]["config"] = {}
    assert "KO120" in [finding.code for finding in found(misspelt)]
