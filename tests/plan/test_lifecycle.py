"""A role that is closed, drains, or is opened again."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest

from heymilo_ops.model.reason import ReasonCode
from heymilo_ops.plan.change import Action, ArchivePosting, Change, Drain, Plan, RecordOnly
from heymilo_ops.plan.comparison import Comparison, compare
from heymilo_ops.plan.document import to_json
from heymilo_ops.plan.planfile import SavedPlan, parse_plan_file, seal
from heymilo_ops.review.reasons import reason_sentence, reason_sentences

Posting = Callable[..., dict[str, Any]]
CLOSED = {"lifecycle": "closed"}
DRAINING = {"lifecycle": "draining", "drain_days": 5}
NOBODY = frozenset({"p1"})


def only(plan: Plan) -> Change:
    (change,) = plan.changes
    return change


def codes(change: Change) -> list[ReasonCode]:
    return [reason.code for reason in change.reasons]


def later(days: int) -> datetime:
    return datetime.fromisoformat("2027-01-10T12:00:00Z") + timedelta(days=days)


def test_a_closed_role_is_archived(applied: Any, posting: Posting) -> None:
    change = only(applied.plan(posting(ops=CLOSED)))
    assert change.action is Action.ARCHIVE
    assert [type(part) for part in change.operations] == [RecordOnly, ArchivePosting]
    assert change.archives == ("p1",)
    assert codes(change) == [ReasonCode.ROLE_CLOSED]
    assert (change.effect, change.after_digest, change.revision_to) == ("identity", None, None)
    assert [(field.path, field.before, field.after, field.effect) for field in change.fields] == [
        ("/ops/lifecycle", "open", "closed", "identity")
    ]


def test_a_closed_role_is_never_made_anew(applied: Any, posting: Posting, live: Any) -> None:
    applied.apply(posting(ops=CLOSED))
    assert applied.state.postings["nurse"].status == "archived"
    plan = applied.plan(posting(ops=CLOSED), listing=applied.listing(postings={"p1": live("p1", archived=True)}))
    assert (only(plan).action, plan.notes, plan.has_changes) == (Action.UNCHANGED, (), False)
    plan = applied.plan(posting(title="Day nurse", ops=CLOSED))
    assert only(plan).action is Action.UNCHANGED


def test_its_archive_is_planned_again_after_a_crash_before_it(applied: Any, posting: Posting) -> None:
    """The ops were recorded, and the archive wasn't sent."""
    wanted = posting(ops=CLOSED)
    entry = applied.state.postings["nurse"]
    applied.edit("nurse", ops=entry.ops.model_copy(update=CLOSED))
    change = only(applied.plan(wanted))
    assert (change.action, change.archives, change.fields) == (Action.ARCHIVE, ("p1",), ())
    assert [type(part) for part in change.operations] == [ArchivePosting]


def test_a_closed_role_that_was_never_applied_is_not_made(world: Any, posting: Posting) -> None:
    plan = world.plan(posting(ops=CLOSED))
    assert (only(plan).action, plan.has_changes) == (Action.UNCHANGED, False)
    assert [reason_sentence(note) for note in plan.notes if note.code is ReasonCode.OF_POSTING] == [
        "nurse: ops.lifecycle is closed, so no posting is made"
    ]


def test_other_ops_of_a_closed_role_are_recorded(applied: Any, posting: Posting) -> None:
    applied.apply(posting(ops=CLOSED))
    change = only(applied.plan(posting(ops={**CLOSED, "protect": True})))
    assert (change.action, change.archives) == (Action.UPDATE, ())
    assert (change.revision_from, change.revision_to, change.before_digest, change.after_digest) == (1, 1, None, None)


def test_it_is_recorded_where_it_was_archived_outside(applied: Any, posting: Posting, live: Any) -> None:
    listing = applied.listing(postings={"p1": live("p1", archived=True)})
    change = only(applied.plan(posting(ops=CLOSED), listing=listing))
    assert codes(change) == [ReasonCode.ROLE_CLOSED, ReasonCode.ARCHIVED_OUTSIDE]
    assert (change.archives, change.effect) == (("p1",), None)


def test_protection_needs_two_applies(world: Any, posting: Posting) -> None:
    world.apply(posting(ops={"protect": True}))
    plan = world.plan(posting(ops=CLOSED))
    assert [finding.code for finding in plan.findings] == ["PL101"]


def test_many_closed_roles_are_a_large_change(world: Any, posting: Posting) -> None:
    world.apply(*(posting(f"nurse-{number}") for number in range(12)))
    plan = world.plan(*(posting(f"nurse-{number}", ops=CLOSED) for number in range(12)))
    assert [finding.code for finding in plan.findings] == ["PL102"]
    assert plan.summary()["archive"] == 12


def test_opened_again_a_posting_is_made(applied: Any, posting: Posting) -> None:
    applied.apply(posting(ops=CLOSED))
    change = only(applied.plan(posting()))
    assert (change.action, change.revision_from, change.revision_to) == (Action.CREATE, 1, 2)
    assert "a new posting with a new link; the old link stays closed" in reason_sentences(change.reasons)[0]


@pytest.mark.parametrize("ops", [CLOSED, DRAINING])
def test_recreate_makes_nothing_of_it(applied: Any, posting: Posting, ops: dict[str, Any]) -> None:
    plan = applied.plan(posting(ops=ops), recreate=frozenset({"nurse"}))
    assert [(finding.code, finding.pointer) for finding in plan.findings] == [("PL140", "/ops/lifecycle")]


def test_what_was_kept_stays_open_and_is_named(world: Any, posting: Posting) -> None:
    world.apply(posting(ops={"on_replace": "keep"}))
    world.apply(posting(title="Day nurse", ops={"on_replace": "keep"}))
    change = only(world.plan(posting(title="Day nurse", ops={"on_replace": "keep", **CLOSED})))
    assert change.archives == ("p2",)
    assert reason_sentences(change.reasons)[1] == "kept open by on_replace: keep: p1"


def test_what_drains_is_archived_with_its_role(world: Any, posting: Posting) -> None:
    world.apply(posting(ops={"on_replace": "drain"}))
    world.apply(posting(title="Day nurse", ops={"on_replace": "drain"}))
    change = only(world.plan(posting(title="Day nurse", ops={"on_replace": "drain", **CLOSED})))
    assert change.archives == ("p2", "p1")


# -- draining ----------------------------------------------------------------------------------------------------------


def test_draining_is_recorded_and_says_until_when(applied: Any, posting: Posting) -> None:
    change = only(applied.plan(posting(ops=DRAINING), listing=applied.listing()))
    assert (change.action, change.archives) == (Action.UPDATE, ())
    assert change.drains == (Drain("p1", None, 5, "2027-01-15"),)
    assert "until then its link takes new people" in reason_sentences(change.reasons)[-1]


def test_while_it_drains_each_plan_says_so(applied: Any, posting: Posting) -> None:
    applied.apply(posting(ops=DRAINING))
    plan = applied.plan(posting(ops=DRAINING), listing=applied.listing(), now=later(4))
    assert (only(plan).action, plan.has_changes) == (Action.UNCHANGED, False)
    assert [reason_sentence(note) for note in plan.notes] == [
        "nurse: posting p1 drains: an apply archives it when nobody is left in it, at the latest on 2027-01-15; until "
        "then its link takes new people"
    ]


def test_it_is_archived_when_nobody_is_left(applied: Any, posting: Posting) -> None:
    applied.apply(posting(ops=DRAINING))
    change = only(applied.plan(posting(ops=DRAINING), listing=applied.listing(finished=NOBODY)))
    assert (change.action, change.archives, change.drains) == (Action.ARCHIVE, ("p1",), ())
    assert codes(change) == [ReasonCode.ROLE_DRAINED]


def test_it_is_archived_at_once_where_nobody_was_there(applied: Any, posting: Posting) -> None:
    change = only(applied.plan(posting(ops=DRAINING), listing=applied.listing(finished=NOBODY)))
    assert (change.action, change.archives) == (Action.ARCHIVE, ("p1",))


@pytest.mark.parametrize("is_asked", [True, False])
def test_it_is_archived_when_its_days_are_over(applied: Any, posting: Posting, is_asked: bool) -> None:
    applied.apply(posting(ops=DRAINING))
    listing = applied.listing() if is_asked else None
    change = only(applied.plan(posting(ops=DRAINING), listing=listing, now=later(5)))
    assert (change.action, change.archives) == (Action.ARCHIVE, ("p1",))
    assert codes(change) == [ReasonCode.ROLE_DRAINED_BY_TIME]


def test_archived_outside_it_is_done(applied: Any, posting: Posting, live: Any) -> None:
    applied.apply(posting(ops=DRAINING))
    listing = applied.listing(postings={"p1": live("p1", archived=True)})
    change = only(applied.plan(posting(ops=DRAINING), listing=listing))
    assert codes(change) == [ReasonCode.ROLE_DRAINED, ReasonCode.ARCHIVED_OUTSIDE]


def test_drained_it_is_not_made_anew(applied: Any, posting: Posting) -> None:
    applied.apply(posting(ops=DRAINING), listing=applied.listing(finished=NOBODY))
    assert only(applied.plan(posting(ops=DRAINING))).action is Action.UNCHANGED


def test_settings_pass_while_it_drains_and_another_design_does_not(applied: Any, posting: Posting) -> None:
    applied.apply(posting(ops=DRAINING))
    change = only(applied.plan(posting(title="Day nurse", max_retakes=1, ops=DRAINING), listing=applied.listing()))
    assert (change.action, change.settings) == (Action.UPDATE, {"max_retakes": 1})
    assert ReasonCode.ROLE_DRAINS_ON_OLD_DESIGN in codes(change)
    held = only(applied.plan(posting(title="Day nurse", ops=DRAINING), listing=applied.listing()))
    assert (held.action, codes(held)) == (Action.HOLD, [ReasonCode.ROLE_DRAINS_ON_OLD_DESIGN])


def test_opened_again_it_stops_draining(applied: Any, posting: Posting) -> None:
    applied.apply(posting(ops=DRAINING))
    change = only(applied.plan(posting(), listing=applied.listing(finished=NOBODY)))
    assert (change.action, change.archives, change.drains) == (Action.UPDATE, (), ())


# -- what was replaced -------------------------------------------------------------------------------------------------


def test_a_replace_that_drains_says_until_when(applied: Any, posting: Posting) -> None:
    wanted = posting(title="Day nurse", ops={"on_replace": "drain"})
    change = only(applied.plan(wanted))
    assert change.drains == (Drain("p1", None, 14, "2027-01-24"),)
    assert to_json(applied.plan(wanted), reason_sentence)["changes"][0]["drains"] == [
        {"posting_id": "p1", "since": None, "days": 14, "until": "2027-01-24"}
    ]
    applied.apply(wanted)
    plan = applied.plan(wanted, listing=applied.listing(), now=later(13))
    assert [reason_sentence(note) for note in plan.notes] == [
        "nurse: posting p1 drains: an apply archives it when nobody is left in it, at the latest on 2027-01-24; until "
        "then its link takes new people"
    ]
    assert only(applied.plan(wanted, listing=applied.listing(), now=later(14))).archives == ("p1",)


def test_a_removed_posting_leaves_what_drains_to_its_time(applied: Any, posting: Posting) -> None:
    applied.apply(posting(title="Day nurse", ops={"on_replace": "drain"}))
    cook = posting("cook")
    change = next(change for change in applied.plan(cook, listing=applied.listing()).changes if change.archives)
    assert (change.archives, [drain.posting_id for drain in change.drains]) == (("p2",), ["p1"])


# -- a plan file -------------------------------------------------------------------------------------------------------


def saved(plan: Plan, **drain: Any) -> SavedPlan:
    """The file of a plan, whose drain may say something else."""
    data = json.loads(json.dumps(to_json(plan, reason_sentence)))
    data["changes"][0]["drains"][0].update(drain)
    return parse_plan_file(seal(data))


def test_a_file_may_be_applied_on_another_day(applied: Any, posting: Posting) -> None:
    wanted = posting(ops=DRAINING)
    file = saved(applied.plan(wanted, listing=applied.listing()))
    then = applied.plan(wanted, listing=applied.listing(), now=later(3))
    assert then.changes[0].drains[0].until == "2027-01-18"
    assert compare(file, then, reason_sentence) == Comparison(("nurse",))


def test_a_file_that_says_otherwise_until_when_is_named(applied: Any, posting: Posting) -> None:
    plan = applied.plan(posting(ops=DRAINING), listing=applied.listing())
    assert compare(saved(plan, days=300), plan, reason_sentence).otherwise == ("nurse: its draining",)


def test_without_asking_it_is_not_known_whether_nobody_is_left(applied: Any, posting: Posting) -> None:
    wanted = posting(ops=DRAINING)
    asked = applied.plan(wanted, listing=applied.listing(finished=NOBODY))
    file = parse_plan_file(seal(to_json(asked, reason_sentence)))
    compared = compare(file, applied.plan(wanted), reason_sentence, seen=False)
    assert compared.otherwise == ()
    assert "nurse: whether nobody is left in p1 is only what the file says" in compared.unknown
