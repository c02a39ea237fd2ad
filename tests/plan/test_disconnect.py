"""Postings that an ATS is connected to are ended only where somebody says so."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from heymilo_ops.model.reason import ReasonCode
from heymilo_ops.plan.change import Plan
from heymilo_ops.plan.disconnect import is_connected
from heymilo_ops.review.reasons import reason_sentence

Posting = Callable[..., dict[str, Any]]
ALLOWED = frozenset({"nurse"})
DAY = {"title": "Day nurse"}


@pytest.fixture
def world(world: Any, posting: Posting) -> Any:
    """``nurse`` is applied as p1, and an ATS is connected to it."""
    world.apply(posting())
    connect(world, "p1")
    return world


def connect(world: Any, posting_id: str) -> None:
    live = world.at_heymilo[posting_id]
    world.at_heymilo[posting_id] = replace(live, document={"ats_metadata": {"ats_job_id": "J1"}})


def codes(plan: Plan) -> list[str]:
    return [finding.code for finding in plan.findings]


@pytest.mark.parametrize("value", [None, {}, "", []])
def test_an_empty_object_is_no_connection(live: Any, value: Any) -> None:
    assert not is_connected(live("p1", document={"ats_metadata": value}))
    assert not is_connected(live("p1")) and not is_connected(None)


@pytest.mark.parametrize(
    ("wanted", "verb"),
    [
        ({**DAY}, "replaces"),
        ({"ops": {"lifecycle": "closed"}}, "archives"),
        ({**DAY, "ops": {"on_replace": "keep"}}, "replaces"),
    ],
)
def test_it_stops_the_plan(world: Any, posting: Posting, wanted: dict[str, Any], verb: str) -> None:
    plan = world.plan(posting(**wanted), listing=world.listing())
    assert codes(plan) == ["PL141"]
    assert f"this plan {verb} it" in plan.findings[0].message
    assert "`--allow-disconnect nurse`" in plan.findings[0].help


def test_a_removal_stops_too(world: Any, posting: Posting) -> None:
    plan = world.plan(posting("cook", title="Cook"), listing=world.listing())
    assert codes(plan) == ["PL141"]


def test_what_changes_in_place_goes_on(world: Any, posting: Posting) -> None:
    assert codes(world.plan(posting(max_retakes=1), listing=world.listing())) == []


def test_one_that_was_archived_outside_has_no_connection_to_lose(world: Any, posting: Posting) -> None:
    world.at_heymilo["p1"] = replace(world.at_heymilo["p1"], archived=True, status="archived")
    assert codes(world.plan(posting(ops={"lifecycle": "closed"}), listing=world.listing())) == []


@pytest.mark.parametrize(
    ("wanted", "code"),
    [(DAY, ReasonCode.RECONNECT), ({"ops": {"lifecycle": "closed"}}, ReasonCode.DISCONNECTS)],
)
def test_allowed_it_says_what_is_to_be_set_up(
    world: Any, posting: Posting, wanted: dict[str, Any], code: ReasonCode
) -> None:
    plan = world.plan(posting(**wanted), listing=world.listing(), disconnect_allowed=ALLOWED)
    assert (codes(plan), plan.permissions) == ([], ("--allow-disconnect nurse",))
    assert [note.args[1].code for note in plan.notes if note.code is ReasonCode.OF_POSTING] == [code]
    assert "Its apply needs --allow-disconnect nurse." in map(reason_sentence, plan.notes)
    assert plan.changes[0].allowed == ("--allow-disconnect nurse",)


def test_it_is_allowed_by_name_alone(world: Any, posting: Posting) -> None:
    wanted = (posting(**DAY), posting("cook"))
    plan = world.plan(*wanted, listing=world.listing(), disconnect_allowed=frozenset({"cook"}))
    assert (codes(plan), plan.permissions) == (["PL141"], ())
    assert codes(world.plan(*wanted, disconnect_allowed=frozenset({"nobody"}))) == ["PL401"]


def test_what_was_left_behind_with_leave_is_not_asked_for_again(world: Any, posting: Posting) -> None:
    wanted = posting(**DAY, ops={"on_replace": "keep"})
    world.apply(wanted, listing=world.listing(), disconnect_allowed=ALLOWED)
    now = posting(**DAY, ops={"on_replace": "archive"})
    assert codes(world.plan(now, listing=world.listing())) == []
    entry = world.state.postings["nurse"]
    first, second = entry.revisions
    world.edit("nurse", revisions=(first, second.model_copy(update={"allowed": ()})))
    assert codes(world.plan(now, listing=world.listing())) == ["PL141"]
