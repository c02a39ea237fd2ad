"""Guards over the plan as a whole."""

from __future__ import annotations

from typing import Any

import pytest

from heymilo_ops.plan.change import Plan
from heymilo_ops.plan.safety import ends


def codes(plan: Plan) -> list[str]:
    return [each.code for each in plan.findings]


def many(posting: Any, count: int, changed: int = 0) -> list[dict[str, Any]]:
    return [posting(f"n-{i}", title="New title" if i < changed else "Nurse") for i in range(count)]


def filled(world: Any, posting: Any, count: int) -> Any:
    world.apply(*many(posting, count))
    return world


# protect


def test_a_protected_posting_is_neither_replaced_nor_archived(world: Any, posting: Any) -> None:
    protect = {"protect": True}
    world.apply(posting(ops=protect), posting("cook"))
    assert codes(world.plan(posting(ops=protect, title="Day nurse"), posting("cook"))) == ["PL101"]
    assert codes(world.plan(posting("cook"))) == ["PL101"]
    assert codes(world.plan(posting(title="Day nurse"), posting("cook"))) == ["PL101"]
    assert codes(world.plan(posting(ops=protect), posting("cook"), recreate=frozenset({"nurse"}))) == ["PL101"]
    moved = posting("carer", ops={"moved_from": "nurse"})
    assert codes(world.plan(moved, posting("cook"))) == ["PL101"]


def test_protection_asked_for_now_holds_now(applied: Any, posting: Any) -> None:
    assert codes(applied.plan(posting(ops={"protect": True}, title="Day nurse"))) == ["PL101"]


def test_protection_lets_settings_and_its_own_lifting_pass(world: Any, posting: Any) -> None:
    world.apply(posting(ops={"protect": True}))
    assert codes(world.plan(posting(ops={"protect": True}, max_retakes=1))) == []
    world.apply(posting())
    assert codes(world.plan(posting(title="Day nurse"))) == []


def test_what_a_broken_replace_left_is_not_protected(applied: Any, posting: Any) -> None:
    applied.apply(posting(title="Day nurse"))
    first, second = applied.state.postings["nurse"].revisions
    applied.edit("nurse", revisions=(first.model_copy(update={"archived_at": None}), second))
    plan = applied.plan(posting(title="Day nurse", ops={"protect": True}))
    assert codes(plan) == [] and not ends(plan.changes[0])


def test_a_protected_posting_that_has_ended_outside_may_be_made_anew(world: Any, posting: Any, live: Any) -> None:
    protected = posting(ops={"protect": True})
    world.apply(protected, posting("cook"))
    ended = {each: live(each, archived=True) for each in ("p1", "p2")}
    listing = world.listing(postings=ended)
    assert codes(world.plan(protected, posting("cook"), listing=listing, recreate=frozenset({"nurse"}))) == []
    assert codes(world.plan(posting("cook"), listing=listing)) == []


# large changes


LIMITS = [
    (4, 3, False),
    (4, 4, True),
    (10, 3, False),
    (10, 4, True),
    (20, 6, False),
    (20, 7, True),
    (40, 10, False),
    (40, 11, True),
]


@pytest.mark.parametrize(("managed", "changed", "stops"), LIMITS)
def test_a_large_change_needs_a_yes_of_its_own(
    world: Any, posting: Any, managed: int, changed: int, stops: bool
) -> None:
    filled(world, posting, managed)
    plan = world.plan(*many(posting, managed, changed))
    assert codes(plan) == (["PL102"] if stops else [])
    if stops:
        assert f"{changed} of {managed}" in plan.findings[0].message
    assert codes(world.plan(*many(posting, managed, changed), allow_large_change=True)) == []


def test_creates_and_updates_are_never_large(world: Any, posting: Any) -> None:
    filled(world, posting, 20)
    wanted = [{**each, "max_retakes": 1} for each in many(posting, 60)]
    assert codes(world.plan(*wanted)) == []


def test_removals_count_as_well(world: Any, posting: Any) -> None:
    filled(world, posting, 20)
    assert codes(world.plan(*many(posting, 13))) == ["PL102"]


# nothing left


def test_an_empty_folder_never_archives_everything(world: Any, posting: Any) -> None:
    filled(world, posting, 2)
    assert codes(world.plan(allow_large_change=True)) == ["PL103"]
    elsewhere = [posting(f"n-{i}", ops={"workspaces": ["sandbox"]}) for i in range(2)]
    assert codes(world.plan(*elsewhere)) == ["PL103"]
    assert codes(world.plan(targets=frozenset({"n-0", "n-1"}))) == ["PL103"]
    assert codes(world.plan(targets=frozenset({"n-0"}))) == []


def test_nothing_desired_and_nothing_live_is_fine(world: Any, posting: Any) -> None:
    assert codes(world.plan()) == []
    world.apply(posting())
    world.apply(targets=frozenset({"nurse"}))
    assert codes(world.plan()) == []


# unreadable


def test_an_unreadable_file_is_not_a_removed_one(world: Any, posting: Any) -> None:
    world.apply(posting(ops={"on_remove": "forget"}), posting("cook"), posting("driver"))
    plan = world.plan(posting("driver"), unreadable=True)
    assert codes(plan) == ["PL104"]
    assert "cook, nurse" in plan.findings[0].message
    changed = posting(ops={"on_remove": "forget"}, title="Day nurse")
    assert codes(world.plan(changed, posting("cook"), posting("driver"), unreadable=True)) == []


def test_all_guards_are_told(world: Any, posting: Any) -> None:
    world.apply(*[posting(f"n-{i}", ops={"protect": i == 0}) for i in range(12)])
    assert codes(world.plan(unreadable=True)) == ["PL101", "PL102", "PL103", "PL104"]
