"""Postings that have the name of one of ours, and no marks, or another's."""

from __future__ import annotations

from typing import Any

import pytest

from heymilo_ops.model.reason import Reason, ReasonCode
from heymilo_ops.model.state import Intent
from heymilo_ops.plan.change import Action
from heymilo_ops.review.reasons import reason_sentences


def beside(world: Any, live: Any, **other: Any) -> Any:
    """What HeyMilo lists, with posting p9 that has the name and nobody's marks."""
    return world.listing(postings={**world.at_heymilo, "p9": live("p9", **{"name": "nurse", "metadata": {}, **other})})


def test_one_that_would_be_made_a_second_time_is_a_warning(world: Any, posting: Any, live: Any) -> None:
    (found,) = world.plan(posting(), listing=beside(world, live)).findings
    assert (found.code, found.severity, found.address) == ("PL505", "warning", "nurse")
    assert "posting p9" in found.message
    assert "archive" not in found.help, "the candidates may be in it"


def test_its_create_is_held_and_the_others_go_on(world: Any, posting: Any, live: Any) -> None:
    plan = world.plan(posting(), posting("cook"), listing=beside(world, live))
    cook, nurse = plan.changes
    assert (cook.action, nurse.action) == (Action.CREATE, Action.HOLD)
    assert nurse.reasons[0] == Reason(ReasonCode.NAMESAKE, ("p9",))
    assert nurse.reasons[1] == Reason(ReasonCode.NAMESAKE_CHOICE, "nurse", ("p9",))
    assert (nurse.after_digest is not None, nurse.desired) == (True, None)
    assert plan.permissions == ()


def test_it_is_made_where_somebody_says_so(world: Any, posting: Any, live: Any) -> None:
    allowed = {"namesakes_allowed": frozenset({"nurse"})}
    plan = world.plan(posting(), listing=beside(world, live), **allowed)
    assert plan.changes[0].action is Action.CREATE
    assert [(each.code, each.severity) for each in plan.findings] == [("PL505", "warning")]
    assert plan.permissions == ("--allow-namesake nurse",)
    assert Reason(ReasonCode.NEEDS_OPTION, "--allow-namesake nurse") in plan.notes
    assert world.plan(posting(), listing=world.listing(), **allowed).permissions == ()


def test_a_leave_for_a_name_without_a_manifest_is_told(world: Any, posting: Any) -> None:
    (found,) = world.plan(posting(), listing=world.listing(), namesakes_allowed=frozenset({"nurze"})).findings
    assert (found.code, found.help) == ("PL401", "did you mean nurse?")


@pytest.mark.parametrize(
    ("other", "said"),
    [
        ({"name": " Nurse "}, "spelt ' Nurse ', "),
        ({"status": "draft"}, "posting p9 (draft) at"),
        ({"status": "expired"}, "posting p9 (expired) at"),
        ({"status": "paused"}, "posting p9 at"),
    ],
)
def test_however_it_is_spelt_and_whether_it_is_open_now(
    world: Any, posting: Any, live: Any, other: dict[str, Any], said: str
) -> None:
    plan = world.plan(posting(), listing=beside(world, live, **other))
    assert plan.changes[0].action is Action.HOLD
    assert said in plan.findings[0].message


def test_a_name_of_several_words(world: Any, posting: Any, live: Any) -> None:
    plan = world.plan(posting("night-nurse"), listing=beside(world, live, name="Night  nurse"))
    assert plan.changes[0].action is Action.HOLD


def test_several_of_the_name_are_all_named(world: Any, posting: Any, live: Any) -> None:
    two = beside(world, live).postings | {"p8": live("p8", name="nurse", metadata={})}
    plan = world.plan(posting(), listing=world.listing(postings=two))
    assert plan.changes[0].reasons[0] == Reason(ReasonCode.NAMESAKE, ("p8", "p9"))
    assert "posting p8" in plan.findings[0].message
    assert "posting p9" in plan.findings[0].message


def test_one_that_was_archived_here_and_is_wanted_again_waits_too(applied: Any, posting: Any, live: Any) -> None:
    applied.apply(targets=frozenset({"nurse"}))
    at_heymilo = {"p1": live("p1", archived=True), "p9": live("p9", name="nurse", metadata={})}
    plan = applied.plan(posting(), listing=applied.listing(postings=at_heymilo))
    assert plan.changes[0].action is Action.HOLD


def test_without_a_listing_nobody_can_tell(world: Any, posting: Any) -> None:
    assert world.plan(posting()).changes[0].action is Action.CREATE


def test_beside_one_on_record_it_is_a_note(applied: Any, posting: Any, live: Any) -> None:
    listing = applied.listing(postings={**applied.at_heymilo, "p9": live("p9", name="nurse", metadata={})})
    plan = applied.plan(posting(), listing=listing)
    assert not plan.findings and not plan.has_changes
    assert any("posting p9" in note and "left alone" in note for note in reason_sentences(plan.notes))


@pytest.mark.parametrize(
    "other",
    [
        {"name": "cook"},
        {"name": None},
        {"archived": True, "status": "archived"},
        {"metadata": {"heymilo-ops": "acme/other/nurse@1"}},
    ],
)
def test_others_are_none_of_our_business(world: Any, posting: Any, live: Any, other: dict[str, Any]) -> None:
    listing = world.listing(postings={"p9": live("p9", **{"name": "nurse", "metadata": {}, **other})})
    plan = world.plan(posting(), listing=listing, siblings=frozenset({"prod", "other"}))
    assert not any(
        "p9" in each for each in [*reason_sentences(plan.notes), *(found.message for found in plan.findings)]
    )


def test_where_an_operation_is_unknown_its_change_says_so(applied: Any, posting: Any, live: Any) -> None:
    intent = Intent(
        kind="create", status="sending", op_id="e" * 32, address="nurse", action="replace", at="2027-01-10T00:00:00Z"
    )
    applied.state = applied.state.model_copy(update={"pending": (intent,)})
    listing = applied.listing(postings={**applied.at_heymilo, "p9": live("p9", name="nurse", metadata={})})
    plan = applied.plan(posting(), listing=listing)
    assert not any("p9" in note for note in reason_sentences(plan.notes))


OTHERS = [
    {"heymilo-ops": "other/prod/nurse@1"},
    {"heymilo-ops": "acme/old/nurse@3"},
    {"heymilo-ops": "other/old/nurse@1"},
]


@pytest.mark.parametrize("metadata", OTHERS)
def test_nothing_is_known_and_another_project_has_the_name(
    world: Any, posting: Any, live: Any, metadata: dict[str, str]
) -> None:
    world.state = None
    listing = world.listing(postings={"p9": live("p9", name="nurse", metadata=metadata)})
    given = {"listing": listing, "siblings": frozenset({"prod", "staging"})}
    plan = world.plan(posting(), **given)
    (found,) = plan.findings
    assert (found.code, found.severity, found.address) == ("PL508", "error", "nurse")
    assert metadata["heymilo-ops"].rpartition("/")[0] in found.message
    assert world.plan(posting(), recreate=frozenset({"nurse"}), **given).findings == ()
    closed = world.listing(postings={"p9": live("p9", metadata=metadata, archived=True)})
    assert world.plan(posting(), **given | {"listing": closed}).findings == ()
    assert world.plan(posting("cook"), **given).findings == ()


@pytest.mark.parametrize("metadata", OTHERS)
def test_a_state_that_knows_something_tells_another_repo_from_this_one(
    applied: Any, posting: Any, live: Any, metadata: dict[str, str]
) -> None:
    marks = {"heymilo-ops": metadata["heymilo-ops"].replace("nurse", "cook")}
    listing = applied.listing(postings={**applied.at_heymilo, "p9": live("p9", name="cook", metadata=marks)})
    assert applied.plan(posting(), posting("cook"), listing=listing).findings == ()
