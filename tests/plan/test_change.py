"""The plan as data."""

from __future__ import annotations

from typing import Any

import pytest

from heymilo_ops.plan.change import Action, Change, Plan


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
