"""Postings that a plan would write to, and whose marks don't say that they are ours."""

from __future__ import annotations

from typing import Any

import pytest

from heymilo_ops.model.live import OWNER, without_marks


def listed(world: Any, owner: str | None, posting_id: str = "p1", **changes: Any) -> Any:
    """What HeyMilo lists, one posting of it with this owner in its marks, or with no marks."""
    from dataclasses import replace

    live = world.at_heymilo[posting_id]
    metadata = without_marks(live.metadata) if owner is None else {**live.metadata, OWNER: owner}
    return world.listing(postings={**world.at_heymilo, posting_id: replace(live, metadata=metadata, **changes)})


def codes(plan: Any) -> list[tuple[str, str | None]]:
    return [(each.code, each.address) for each in plan.findings]


def anew(posting: Any) -> Any:
    return posting(workflow=[{"type": "web_interview", "questions": [{"text": "Why nights?"}]}])


@pytest.mark.parametrize("what", ["update", "replace", "archive"])
@pytest.mark.parametrize(
    ("owner", "code", "says"),
    [
        (None, "PL506", "p1 carries no marks"),
        ("globex/prod/nurse@1", "PL507", "p1 carries the marks of globex/prod, and this is acme/prod"),
        ("acme/prod/cook@1", "PL507", "p1 carries the marks of cook, not those of nurse"),
    ],
)
def test_a_write_to_what_is_not_shown_as_ours_is_an_error(
    world: Any, posting: Any, what: str, owner: str | None, code: str, says: str
) -> None:
    world.apply(posting(), posting("zoo"))
    wanted = {"update": [posting(max_retakes=2)], "replace": [anew(posting)], "archive": []}[what]
    plan = world.plan(*wanted, posting("zoo"), listing=listed(world, owner))
    assert (code, "nurse") in codes(plan)
    assert says in next(each.message for each in plan.findings if each.code == code)
    allowed = world.plan(*wanted, posting("zoo"), listing=listed(world, owner), unmarked_allowed=frozenset({"nurse"}))
    assert ((code, "nurse") in codes(allowed)) == (code == "PL507"), (
        "a word helps where there are no marks, and only there"
    )


@pytest.mark.parametrize("ops", [{"on_replace": "keep"}, {"on_replace": "drain"}])
def test_what_is_not_written_to_may_be_anybodys(world: Any, posting: Any, ops: dict[str, str]) -> None:
    world.apply(posting(ops=ops))
    alone = world.plan(posting(ops=ops), listing=listed(world, "globex/prod/nurse@1"))
    assert codes(alone) == []
    replaced = world.plan({**anew(posting), "ops": ops}, listing=listed(world, "globex/prod/nurse@1"))
    assert codes(replaced) == []
    remembered = world.plan(posting(ops={**ops, "protect": True}), listing=listed(world, None))
    assert codes(remembered) == []


def test_what_is_archived_already_is_not_written_to(world: Any, posting: Any) -> None:
    world.apply(posting(), posting("zoo"))
    plan = world.plan(posting("zoo"), listing=listed(world, None, archived=True, status="archived"))
    assert codes(plan) == []


def test_a_posting_that_moves_is_known_by_its_old_name(world: Any, posting: Any) -> None:
    world.apply(posting(), posting("zoo"))
    moved = posting("carer", ops={"moved_from": "nurse"})
    assert codes(world.plan(moved, posting("zoo"), listing=world.listing())) == []
    plan = world.plan(moved, posting("zoo"), listing=listed(world, "acme/prod/cook@1"))
    assert codes(plan) == [("PL507", "carer")]


def test_what_is_not_listed_is_left_to_the_apply(world: Any, posting: Any) -> None:
    world.apply(posting(), posting("zoo"))
    assert codes(world.plan(posting("zoo"))) == [], "HeyMilo was not asked"
    del world.at_heymilo["p1"]
    assert codes(world.plan(posting("zoo"), listing=world.listing())) == []


def test_a_name_that_nothing_answers_to_is_an_error(world: Any, posting: Any) -> None:
    world.apply(posting())
    plan = world.plan(posting(), unmarked_allowed=frozenset({"nurze"}))
    (found,) = plan.findings
    assert (found.code, found.message) == ("PL401", "--allow-unmarked nurze: there is no posting of that name")
    assert "nurse" in found.help
