"""The plan as data."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from heymilo_ops.model.canonical import digest
from heymilo_ops.plan.change import Action, ArchivePosting, Change, CreatePosting, Plan, plan_digest, rows


def plan(*actions: Action, **options: Any) -> Plan:
    changes = tuple(Change(f"n-{i}", action) for i, action in enumerate(actions))
    return Plan("prod", None, "l", 1, changes, **options)


@pytest.mark.parametrize("action", [Action.HOLD, Action.UNCHANGED])
def test_what_is_held_or_unchanged_is_no_change(action: Action) -> None:
    assert not plan(action).has_changes
    assert list(plan(action).actions()) == []


@pytest.mark.parametrize("action", sorted(set(Action) - {Action.HOLD, Action.UNCHANGED}))
def test_everything_else_is(action: Action) -> None:
    assert plan(action).has_changes
    assert plan(action).summary()[action] == 1


def test_what_is_pending_is_a_change() -> None:
    assert plan(pending=("n-0",)).has_changes


A = Change("a", Action.UPDATE, before_digest="x", after_digest="y")
OPERATIONS = (CreatePosting(), ArchivePosting("q"), ArchivePosting("p"))
B = Change(
    "b",
    Action.REPLACE,
    before_digest="x",
    after_digest="y",
    operations=OPERATIONS,
)


def test_only_what_writes_counts_in_order_of_address() -> None:
    idle = [Change("c", Action.HOLD), Change("d", Action.UNCHANGED)]
    assert rows([B, *idle, A]) == (
        ("a", "update", "x", "y", (), None),
        ("b", "replace", "x", "y", ("p", "q"), None),
    )


def test_the_digest_is_of_lineage_workspace_and_rows() -> None:
    expected = {"changes": [["b", "replace", "x", "y", ["p", "q"]]], "lineage": "l", "workspace_id": None}
    assert plan_digest("l", None, rows([B])) == digest(expected)
    reverting = {**expected, "changes": [[*expected["changes"][0], "sha256:live"]]}
    assert plan_digest("l", None, rows([replace(B, overwrites="sha256:live")])) == digest(reverting)
