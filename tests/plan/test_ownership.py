"""Postings that nobody manages: which they are, and that many creates beside them need a yes of their own."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from heymilo_ops.plan.ownership import Relation, classify, namesakes, unmanaged


def test_which_they_are(applied: Any, live: Any) -> None:
    of_others = {"heymilo-ops": "other/prod/cook@1"}
    owners = classify(
        applied.state,
        [
            live("p1", metadata={}, name="nurse"),
            live("p2", metadata={}, created_at=5.0),
            live("p3", metadata={"ats": "7"}, created_at=4.0, status="paused"),
            live("p4", metadata=of_others, name="cook"),
            live("p5", metadata={}, archived=True),
            live("p6", metadata={}, status="draft", name="Draft One"),
            live("p7", metadata={}, status="expired"),
            live("p8", metadata={"heymilo-ops": "odd"}),
        ],
        "acme",
        "prod",
    )
    assert [each.posting_id for each in unmanaged(owners) if each.is_open] == ["p3", "p2", "p8"], "p1 is on record"
    by_name = namesakes(owners)
    assert [each.posting_id for each in by_name["draft-one"]] == ["p6"]
    assert by_name.keys().isdisjoint({"nurse", "cook"})


def test_before_anything_was_applied(live: Any) -> None:
    assert len(unmanaged(classify(None, [live("p1", metadata={})], "acme", "prod"))) == 1
    assert unmanaged(classify(None, [], "acme", "prod")) == []


def many(world: Any, posting: Any, live: Any, number: int, *, others: int = 1, **options: Any) -> Any:
    listed = {f"q{n}": live(f"q{n}", metadata={}) for n in range(others)}
    wanted = [posting(f"nurse-{n}") for n in range(number)]
    return world.plan(*wanted, listing=world.listing(postings=listed), **options)


def test_many_creates_beside_them_need_a_yes_of_their_own(world: Any, posting: Any, live: Any) -> None:
    plan = many(world, posting, live, 11)
    (found,) = plan.findings
    assert (found.code, found.severity) == ("PL106", "error")
    assert "list --unmanaged" in found.help
    assert plan.unmanaged == 1
    allowed = many(world, posting, live, 11, allow_large_change=True)
    assert allowed.findings == ()
    assert allowed.permissions == ("--allow-large-change",)


@pytest.mark.parametrize(("number", "others"), [(10, 3), (11, 0)])
def test_few_creates_or_nobody_beside_them_need_none(
    world: Any, posting: Any, live: Any, number: int, others: int
) -> None:
    plan = many(world, posting, live, number, others=others)
    assert (plan.findings, plan.unmanaged) == ((), others)


def test_those_that_are_held_are_not_counted(world: Any, posting: Any, live: Any) -> None:
    listed = {"q0": live("q0", metadata={}, name="nurse-0")}
    wanted = [posting(f"nurse-{n}") for n in range(11)]
    assert [each.code for each in world.plan(*wanted, listing=world.listing(postings=listed)).findings] == ["PL505"]


def test_offline_nothing_is_said(world: Any, posting: Any) -> None:
    assert world.plan(posting()).unmanaged == 0


# what was seen made


def test_a_posting_that_was_seen_made_is_its_operations_whatever_became_of_its_marks(world: Any, live: Any) -> None:
    world.await_outcome("nurse", op_id="e" * 32)
    (intent,) = world.state.pending
    listed = [live("p1", metadata={}), live("p2", metadata={})]
    owners = classify(world.state, listed, "acme", "prod", {"p1": intent})
    assert (owners["p1"].relation, owners["p1"].name, owners["p1"].original) == (Relation.PENDING, "nurse", "p1")
    assert owners["p2"].relation is Relation.UNMANAGED


# marks that were edited


def test_of_one_attempt_the_marks_of_the_first_made_count(applied: Any, live: Any) -> None:
    op = {"heymilo-ops-op": f"{'e' * 32}/1"}
    twins = [
        live("p8", metadata={"heymilo-ops": "acme/prod/cook@1", **op}, created_at=2.0),
        live("p9", metadata={"heymilo-ops": "acme/prod/nurse@1", **op}, created_at=1.0),
    ]
    owners = classify(applied.state, twins, "acme", "prod")
    assert {owned.name for owned in owners.values()} == {"nurse"}
    assert {owned.relation for owned in owners.values()} == {Relation.OLDER}
    same = [replace(twin, created_at=None) for twin in twins]
    owners = classify(None, same, "acme", "prod")
    assert [(owned.name, owned.original) for owned in owners.values()] == [("cook", None), ("cook", None)]


def test_what_a_pending_operation_made_is_attributed_to_its_name(world: Any, live: Any) -> None:
    world.await_outcome("nurse", op_id="e" * 32)
    edited = live("p9", metadata={"heymilo-ops": "acme/prod/cook@1", "heymilo-ops-op": f"{'e' * 32}/1"})
    owners = classify(world.state, [edited], "acme", "prod")
    assert (owners["p9"].relation, owners["p9"].name) == (Relation.PENDING, "nurse")
