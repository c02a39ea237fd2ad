"""Postings without a manifest."""

from __future__ import annotations

from typing import Any

import pytest

from heymilo_ops.model.reason import Reason, ReasonCode
from heymilo_ops.plan.change import Action, Change, Plan

COOK = "cook"


@pytest.fixture
def two(world: Any, posting: Any) -> Any:
    world.apply(posting())
    world.apply(posting(), posting(COOK))
    return world


def nurse(plan: Plan) -> Change:
    return next(each for each in plan.changes if each.address == "nurse")


def test_removal_may_be_refused(two: Any, posting: Any) -> None:
    two.apply(posting(ops={"on_remove": "error"}), posting(COOK))
    plan = two.plan(posting(COOK))
    assert [each.code for each in plan.findings] == ["PL105"]
    assert nurse(plan).action is Action.HOLD


def test_a_removed_manifest_archives(two: Any, posting: Any) -> None:
    plan = two.apply(posting(COOK))
    change = nurse(plan)
    assert (change.action, change.archives, change.revision_from, change.revision_to) == (
        Action.ARCHIVE,
        ("p1",),
        1,
        None,
    )
    assert (change.desired, change.after_digest, change.source) == (None, None, "postings/nurse.yaml")
    assert two.state.postings["nurse"].status == "archived"
    again = two.plan(posting(COOK))
    assert [each.address for each in again.changes] == [COOK] and not again.has_changes


def test_a_removed_manifest_may_be_forgotten(two: Any, posting: Any) -> None:
    two.apply(posting(ops={"on_remove": "forget"}), posting(COOK))
    plan = two.apply(posting(COOK))
    change = nurse(plan)
    assert (change.action, change.forgets, change.archives, change.settings) == (Action.UPDATE, True, (), None)
    assert change.reasons[1] == Reason(ReasonCode.STAYS_AS_IT_IS, "p1")
    assert "nurse" not in two.state.postings


def test_another_workspace_is_as_removed(two: Any, posting: Any) -> None:
    elsewhere = posting(ops={"workspaces": ["sandbox"]})
    change = nurse(two.plan(elsewhere, posting(COOK)))
    assert change.action is Action.ARCHIVE
    assert change.reasons[0] == Reason(ReasonCode.REMOVAL_ARCHIVES, Reason(ReasonCode.OTHER_WORKSPACE, "prod"), "p1")
    assert nurse(two.plan(posting(COOK), retired=frozenset({"nurse"}))).reasons[0] == Reason(
        ReasonCode.REMOVAL_ARCHIVES, Reason(ReasonCode.OTHER_WORKSPACE, "prod"), "p1"
    )
    here = posting(ops={"workspaces": ["sandbox", "prod"]})
    assert nurse(two.plan(here, posting(COOK))).action is Action.UPDATE


def test_a_posting_for_another_workspace_is_not_created(world: Any, posting: Any) -> None:
    assert world.plan(posting(ops={"workspaces": ["sandbox"]})).changes == ()


def test_what_was_archived_outside_is_recorded_and_what_was_deleted_forgotten(
    two: Any, posting: Any, live: Any
) -> None:
    cook = two.at_heymilo["p2"]
    archived = two.listing(postings={"p1": live("p1", archived=True), "p2": cook})
    change = nurse(two.plan(posting(COOK), listing=archived))
    assert (change.action, change.archives) == (Action.ARCHIVE, ("p1",)) and change.reasons[1] == Reason(
        ReasonCode.ARCHIVED_OUTSIDE
    )
    deleted = two.listing(postings={"p2": cook}, missing=frozenset({"p1"}))
    change = nurse(two.plan(posting(COOK), listing=deleted))
    assert change.forgets and change.reasons[1] == Reason(ReasonCode.DELETED_OUTSIDE, "p1")


def test_an_archived_posting_is_finished_too(two: Any, posting: Any) -> None:
    drain = {"on_replace": "drain"}
    two.apply(posting(ops=drain), posting(COOK))
    two.apply(posting(ops=drain, title="Day nurse"), posting(COOK))
    two.apply(posting(COOK))
    assert [each.address for each in two.plan(posting(COOK)).changes] == [COOK]
    plan = two.plan(posting(COOK), listing=two.listing(finished=frozenset({"p1"})))
    assert (nurse(plan).action, nurse(plan).archives) == (Action.ARCHIVE, ("p1",))
    assert plan.findings == ()


def test_removal_archives_what_a_broken_replace_left(two: Any, posting: Any) -> None:
    two.apply(posting(title="Day nurse"), posting(COOK))
    first, second = two.state.postings["nurse"].revisions
    two.edit("nurse", revisions=(first.model_copy(update={"archived_at": None}), second))
    assert nurse(two.plan(posting(COOK))).archives == ("p3", "p1")


def test_a_manifest_that_was_set_aside_is_removed_and_said_to_be(two: Any, posting: Any) -> None:
    change = nurse(two.plan(posting(COOK, title="Cook"), aside={"nurse": "postings/_old/nurse.yaml"}))
    assert change.action is Action.ARCHIVE
    assert change.reasons[0] == Reason(
        ReasonCode.REMOVAL_ARCHIVES, Reason(ReasonCode.MANIFEST_UNREAD, "postings/_old/nurse.yaml"), "p1"
    )
