"""Create, replace, update, hold, or nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from heymilo_ops.model.desired import desire
from heymilo_ops.model.posting import Ops
from heymilo_ops.model.reason import Reason, ReasonCode
from heymilo_ops.plan.change import Action, Change, Plan
from heymilo_ops.plan.rule import Decided, RuleSource
from heymilo_ops.plan.verdict import live_ref, next_number, ops_fields
from heymilo_ops.review.reasons import reason_sentences
from tests.old_release import old_release


def test_equal_ops_differ_in_nothing() -> None:
    assert list(ops_fields(Ops(), Ops())) == []


def test_ops_that_differ() -> None:
    changes = list(ops_fields(Ops(workspaces=("a",)), Ops(workspaces=("a", "b"), on_remove="error")))
    assert [(each.path, each.before, each.after) for each in changes] == [
        ("/ops/on_remove", "archive", "error"),
        ("/ops/workspaces", ["a"], ["a", "b"]),
    ]


def test_no_revision_number_is_used_twice(applied: Any) -> None:
    entry = applied.state.postings["nurse"]
    late = entry.revisions[0].model_copy(update={"number": 7})
    assert next_number(None) == 1
    assert next_number(entry) == 2
    assert next_number(entry.model_copy(update={"revisions": (late, *entry.revisions)})) == 8


def test_the_live_posting_as_listed_or_remembered(applied: Any, live: Any) -> None:
    given = applied_input(applied, None)
    assert live_ref(given, applied.state.postings["nurse"]).updated_at == 1.0
    shown = applied.listing(postings={"p1": live("p1", updated_at=4.0)})
    assert live_ref(applied_input(applied, shown), applied.state.postings["nurse"]).updated_at == 4.0


def applied_input(world: Any, listing: Any) -> Any:
    class Given:
        pass

    given = Given()
    given.listing, given.listed = listing, listing.postings if listing else {}  # type: ignore[attr-defined]
    return given


COMPOSED, DECOMPOSED = "R\u00e9ceptionniste", "Re\u0301ceptionniste"
Posting = Callable[..., dict[str, Any]]


def only(plan: Plan) -> Change:
    assert len(plan.changes) == 1
    return plan.changes[0]


def codes(plan: Plan) -> list[str]:
    return [each.code for each in plan.findings]


# settings that no PATCH expresses


STUCK = [{"deadline": "2027-03-31T18:00:00Z"}, {"max_retakes": 1}, {"redirect_url": "https://a.example"}]


@pytest.mark.parametrize("setting", STUCK)
def test_a_setting_without_default_cannot_be_taken_out(world: Any, posting: Posting, setting: dict[str, Any]) -> None:
    world.apply(posting(**setting))
    plan = world.plan(posting())
    assert codes(plan) == ["PL201"]
    assert plan.findings[0].pointer == f"/{next(iter(setting))}"
    assert "--recreate nurse" in plan.findings[0].help
    assert only(plan).action is Action.UPDATE and only(plan).settings == {}


def test_with_a_template_no_setting_can_be_taken_out(world: Any, posting: Posting) -> None:
    template = {"workflow": None, "interview_template_id": "IT_1"}
    world.apply(posting(**template, allow_sms_comms=True, metadata={"team": "a"}))
    plan = world.plan(posting(**template))
    assert codes(plan) == ["PL201"]
    assert only(plan).settings == {"metadata": {}}


def test_null_over_a_template_cannot_be_patched(world: Any, posting: Posting) -> None:
    template = posting(workflow=None, interview_template_id="IT_1")
    world.apply(template)
    assert codes(world.plan({**template, "deadline": None})) == ["PL201"]


# settings


def test_settings_are_patched_and_the_posting_stays(applied: Any, posting: Posting) -> None:
    wanted = posting(deadline="2027-03-31T18:00:00+02:00", metadata={"team": "a", "cost": "1"})
    change = only(applied.plan(wanted))
    assert (change.action, change.archives, change.live.posting_id) == (Action.UPDATE, (), "p1")
    assert change.settings == {"deadline": "2027-03-31T18:00:00+02:00", "metadata": {"team": "a", "cost": "1"}}
    assert (change.revision_from, change.revision_to) == (1, 2)
    assert [each.path for each in change.fields] == ["/deadline", "/metadata/cost", "/metadata/team"]
    assert change.effect == "notice"


def test_one_moved_metadata_entry_sends_them_all(world: Any, posting: Posting) -> None:
    world.apply(posting(metadata={"team": "a", "cost": "1"}))
    change = only(world.plan(posting(metadata={"team": "a", "cost": "2"})))
    assert change.settings == {"metadata": {"team": "a", "cost": "2"}}


def test_documented_defaults_and_no_metadata_can_be_gone_back_to(world: Any, posting: Posting) -> None:
    world.apply(posting(allow_sms_comms=True, email_report_to_candidate=True, metadata={"team": "a"}))
    plan = world.plan(posting())
    assert codes(plan) == []
    assert only(plan).settings == {"allow_sms_comms": False, "email_report_to_candidate": False, "metadata": {}}


def test_only_ops_are_recorded_and_nothing_is_sent(applied: Any, posting: Posting) -> None:
    change = only(applied.plan(posting(ops={"protect": True})))
    assert (change.action, change.settings, change.archives) == (Action.UPDATE, None, ())
    assert (change.revision_from, change.revision_to) == (1, 1)
    assert [(each.path, each.before, each.after) for each in change.fields] == [("/ops/protect", False, True)]
    assert change.reasons[0] == Reason(ReasonCode.ONLY_OPS_CHANGED)
    applied.apply(posting(ops={"protect": True}))
    assert only(applied.plan(posting(ops={"protect": True}))).action is Action.UNCHANGED


# design


def test_a_new_design_replaces_the_posting(applied: Any, posting: Posting) -> None:
    plan = applied.plan(posting(title="Day nurse", max_retakes=2))
    change = only(plan)
    assert (change.action, change.archives, change.settings) == (Action.REPLACE, ("p1",), None)
    assert (change.revision_from, change.revision_to) == (1, 2)
    assert [each.path for each in change.fields] == ["/max_retakes", "/title"]
    assert change.effect == "identity"
    assert change.desired.digest == change.after_digest
    assert change.reasons[1] == Reason(ReasonCode.OLD_ARCHIVED, "p1")
    assert plan.notes[0] == Reason(ReasonCode.REPLACE_COST) and plan.notes[0] == Reason(ReasonCode.REPLACE_COST)


@pytest.mark.parametrize(("mode", "word"), [("drain", "nobody is left"), ("keep", "stays open")])
def test_the_old_posting_may_stay_open(applied: Any, posting: Posting, mode: str, word: str) -> None:
    change = only(applied.plan(posting(title="Day nurse", ops={"on_replace": mode})))
    assert change.archives == ()
    assert word in reason_sentences(change.reasons)[1]


def test_a_question_change_is_classified(applied: Any, posting: Posting) -> None:
    wanted = posting()
    wanted["workflow"][0]["questions"][1]["score_weight"] = 5
    change = only(applied.plan(wanted))
    assert change.effect == "scoring"
    assert [each.path for each in change.fields] == ["/workflow/0/questions/1/score_weight"]


def test_a_keyed_question_keeps_its_key_in_the_difference(applied: Any, posting: Posting) -> None:
    wanted = posting()
    wanted["workflow"][0]["questions"][0]["text"] = "Anything?"
    assert [each.key for each in only(applied.plan(wanted)).fields] == ["nights"]


# edit in place


def test_a_design_is_edited_in_place_where_on_change_says_so(applied: Any, posting: Posting) -> None:
    plan = applied.plan(posting(title="Day nurse", max_retakes=2, ops={"on_change": "update"}))
    change = only(plan)
    assert codes(plan) == []
    assert (change.action, change.edits, change.settings) == (Action.UPDATE, True, {"max_retakes": 2})
    assert (change.revision_from, change.revision_to) == (1, 2)
    assert change.decided_by == Decided("update", RuleSource.MANIFEST, change.effect, "replace")


# hold


def test_on_change_hold_does_nothing(world: Any, posting: Posting) -> None:
    hold = {"on_change": "hold"}
    world.apply(posting(ops=hold))
    plan = world.plan(posting(ops=hold, title="Day nurse"))
    change = only(plan)
    assert (change.action, change.desired, plan.has_changes) == (Action.HOLD, None, False)
    assert [each.path for each in change.fields] == ["/title"]


def test_settings_pass_a_hold_and_what_is_recorded_is_what_is_live(world: Any, posting: Posting) -> None:
    hold = {"on_change": "hold"}
    before = posting(ops=hold, max_retakes=1)
    world.apply(before)
    wanted = posting(ops=hold, title="Day nurse", max_retakes=2, allow_sms_comms=True)
    change = only(world.plan(wanted))
    assert (change.action, change.settings) == (Action.UPDATE, {"max_retakes": 2, "allow_sms_comms": True})
    composed = desire({**before, "max_retakes": 2, "allow_sms_comms": True}, "postings/nurse.yaml")
    assert change.after_digest == change.desired.digest == composed.digest
    assert change.desired.keys == composed.keys
    assert [each.path for each in change.fields] == ["/allow_sms_comms", "/max_retakes"]
    assert change.reasons[1] == Reason(ReasonCode.ON_CHANGE_HOLD)
    world.apply(wanted)
    assert only(world.plan(wanted)).action is Action.HOLD


def test_a_setting_that_is_stuck_is_found_under_a_hold_too(world: Any, posting: Posting) -> None:
    world.apply(posting(ops={"on_change": "hold"}, max_retakes=1))
    assert codes(world.plan(posting(ops={"on_change": "hold"}, title="Day nurse"))) == ["PL201"]


def test_hold_and_new_design_in_one_step_records_the_hold(applied: Any, posting: Posting) -> None:
    wanted = posting(title="Day nurse", ops={"on_change": "hold"})
    change = only(applied.plan(wanted))
    assert (change.action, change.settings) == (Action.UPDATE, None)
    assert [each.path for each in change.fields] == ["/ops/on_change"]
    applied.apply(wanted)
    assert only(applied.plan(wanted)).action is Action.HOLD


def test_a_design_rolled_back_from_is_held_until_another_is_applied(applied: Any, posting: Posting) -> None:
    bad = posting(title="Day nurse")
    applied.hold("nurse", desire(bad, "x").design_digest)
    change = only(applied.plan(bad))
    assert change.action is Action.HOLD
    assert change.reasons[0] == Reason(
        ReasonCode.DESIGN_HELD, "2027-01-01T00:00:00Z", "kim", "nurse", "prod"
    ) and change.reasons[0] == Reason(ReasonCode.DESIGN_HELD, "2027-01-01T00:00:00Z", "kim", "nurse", "prod")
    assert only(applied.plan(posting())).action is Action.UNCHANGED
    update = only(applied.plan({**bad, "max_retakes": 1}))
    assert (update.action, update.settings, update.held.by) == (Action.UPDATE, {"max_retakes": 1}, "kim")
    other = only(applied.plan(posting(title="Dusk nurse")))
    assert (other.action, other.held) == (Action.REPLACE, None)
    assert other.reasons[2] == Reason(ReasonCode.HOLD_LIFTED)


@pytest.mark.parametrize("kept", [True, False])
def test_a_hold_outlives_a_new_canonical_form(world: Any, posting: Posting, kept: bool) -> None:
    bad = posting(title=f"{DECOMPOSED} de nuit", ops={"on_replace": "archive"})
    with old_release():
        world.apply(posting(title=DECOMPOSED))
        world.apply(bad)
        held = world.state.postings["nurse"].current
        world.apply(posting(title=f"{DECOMPOSED} du soir"))
        world.hold("nurse", held.design_digest)
        assert only(world.plan(bad)).action is Action.HOLD
    assert held.design_digest != desire(bad, "x").design_digest
    assert only(world.plan(posting(title=f"{DECOMPOSED} du soir"))).action is Action.UNCHANGED
    assert only(world.plan(posting(title="Chef du soir"))).action is Action.REPLACE
    if not kept:
        del world.snapshots[held.digest]
    assert only(world.plan(bad)).action is Action.HOLD
    spelt_anew = only(world.plan({**bad, "title": f"{COMPOSED} de nuit"}))
    assert spelt_anew.action is (Action.HOLD if kept else Action.REPLACE)


@pytest.mark.parametrize("recreate", [False, True])
def test_an_applied_design_that_is_not_valid_any_more_holds_everything(
    applied: Any, posting: Posting, recreate: bool
) -> None:
    digest, snapshot = next(iter(applied.snapshots.items()))
    old = {**snapshot.resolved, "colour": "red"}
    applied.snapshots[digest] = replace(snapshot, resolved=old)
    wanted = posting(title="Day nurse", max_retakes=1, ops={"on_change": "hold"})
    change = only(applied.plan(wanted, recreate=frozenset({"nurse"} if recreate else ())))
    assert (change.action, change.desired) == (Action.HOLD, None)
    assert change.reasons[0] == Reason(ReasonCode.DESIGN_OUTDATED, Reason(ReasonCode.ON_CHANGE_HOLD))


def test_recreate_under_a_hold_needs_the_snapshot(applied: Any, posting: Posting) -> None:
    applied.snapshots.clear()
    wanted = posting(title="Day nurse", ops={"on_change": "hold"})
    change = only(applied.plan(wanted, recreate=frozenset({"nurse"})))
    assert change.action is Action.HOLD


# canon


def test_an_upgrade_plans_nothing_by_itself(world: Any, posting: Posting) -> None:
    before = posting(title=DECOMPOSED, description="Nights.  \nAnd days.")
    with old_release():
        world.apply(before)
        assert only(world.plan(posting(title=COMPOSED))).action is Action.REPLACE
    recorded = world.state.postings["nurse"]
    assert desire(before, "x").digest != recorded.digest and recorded.current.canon == 1
    after = posting(title=COMPOSED, description="Nights.\nAnd days.")
    for wanted in (before, after):
        change = only(world.plan(wanted))
        assert (change.action, change.fields) == (Action.UNCHANGED, ())
        settings = only(world.plan({**wanted, "max_retakes": 1}))
        assert (settings.action, settings.settings) == (Action.UPDATE, {"max_retakes": 1})
    ops = only(world.plan({**before, "ops": {"protect": True}}))
    assert (ops.before_digest, ops.after_digest) == (recorded.digest, recorded.digest)
    world.snapshots.clear()
    assert only(world.plan(before)).action is Action.UNCHANGED
    assert only(world.plan(after)).action is Action.HOLD


def test_unchanged_postings_ask_for_no_snapshot(applied: Any, posting: Posting) -> None:
    class Locked(dict[str, Any]):
        def get(self, key: str, default: Any = None) -> Any:
            raise AssertionError(key)

    assert only(applied.plan(posting(), snapshots=Locked())).action is Action.UNCHANGED


def test_a_missing_snapshot_holds_a_change(applied: Any, posting: Posting) -> None:
    applied.snapshots.clear()
    change = only(applied.plan(posting(title="Day nurse")))
    assert change.action is Action.HOLD
    assert (
        change.reasons[0]
        == Reason(
            ReasonCode.SNAPSHOT_MISSING,
            "sha256:81a4cfa0f8aef45b507e2daf2d9dde6031dfb268901510be7590aaff3e7a1314",
            "nurse",
            "prod",
        )
        and change.fields == ()
    )
    again = only(applied.plan(posting(title="Day nurse"), recreate=frozenset({"nurse"})))
    assert (again.action, again.fields) == (Action.REPLACE, ())


# create


def test_a_new_name_is_created(world: Any, posting: Posting) -> None:
    change = only(world.plan(posting()))
    assert (change.action, change.revision_from, change.revision_to) == (Action.CREATE, None, 1)
    assert (change.before_digest, change.live, change.title) == (None, None, "Night nurse")
    assert only(world.plan(posting(), state=None)).action is Action.CREATE


def test_an_archived_name_comes_back_with_the_next_number(applied: Any, posting: Posting) -> None:
    applied.apply(posting(max_retakes=1))
    applied.apply(targets=frozenset({"nurse"}))
    change = only(applied.plan(posting()))
    assert (change.action, change.revision_from, change.revision_to) == (Action.CREATE, 2, 3)
    applied.apply(posting())
    assert only(applied.plan(posting())).action is Action.UNCHANGED


# outside


@pytest.mark.parametrize("how", ["archived", "deleted"])
def test_what_went_outside_is_held_even_when_the_manifest_changes(
    applied: Any, posting: Posting, live: Any, how: str
) -> None:
    listing = (
        applied.listing(postings={"p1": live("p1", archived=True)})
        if how == "archived"
        else applied.listing(postings={}, missing=frozenset({"p1"}))
    )
    for wanted in (posting(), posting(title="Day nurse"), posting(max_retakes=1)):
        change = only(applied.plan(wanted, listing=listing))
        assert change.action is Action.HOLD
        code = ReasonCode.HELD_AS_ARCHIVED if how == "archived" else ReasonCode.HELD_AS_DELETED
        assert change.reasons[0] == Reason(code, "p1", "nurse", "prod")
    plan = applied.plan(posting(), listing=listing, recreate=frozenset({"nurse"}))
    change = only(plan)
    assert (change.action, change.archives, change.revision_to) == (Action.REPLACE, (), 2)
    assert change.live.archived and change.reasons[1] == Reason(ReasonCode.OLD_GONE, "p1")
    applied.fold(plan)
    assert only(applied.plan(posting())).action is Action.UNCHANGED


def test_recreate_of_a_healthy_posting_archives_it(applied: Any, posting: Posting) -> None:
    change = only(applied.plan(posting(), recreate=frozenset({"nurse"})))
    assert (change.action, change.archives, change.fields) == (Action.REPLACE, ("p1",), ())


def test_recreate_under_a_hold_keeps_the_design_and_the_hold(applied: Any, posting: Posting) -> None:
    bad = posting(title="Day nurse", max_retakes=1)
    applied.hold("nurse", desire(bad, "x").design_digest)
    change = only(applied.plan(bad, recreate=frozenset({"nurse"})))
    assert change.action is Action.REPLACE
    assert (change.desired.manifest.title, change.desired.manifest.max_retakes) == ("Night nurse", 1)
    assert change.held.by == "kim"
    other = only(applied.plan(posting(title="Dusk nurse"), recreate=frozenset({"nurse"})))
    assert (other.desired.manifest.title, other.held) == ("Dusk nurse", None)


# what a broken replace left


def test_a_broken_replace_is_finished(applied: Any, posting: Posting) -> None:
    plan = applied.plan(posting(title="Day nurse"))
    applied.fold(plan)
    first = applied.state.postings["nurse"].revisions[0].model_copy(update={"archived_at": None})
    applied.edit("nurse", revisions=(first, applied.state.postings["nurse"].revisions[1]))
    applied.end("open")
    unchanged = only(applied.plan(posting(title="Day nurse")))
    assert (unchanged.action, unchanged.archives) == (Action.ARCHIVE, ("p1",))
    assert unchanged.live.posting_id == "p2" and unchanged.reasons[0] == Reason(ReasonCode.FINISHES_REPLACING, ("p1",))
    update = only(applied.plan(posting(title="Day nurse", max_retakes=1)))
    assert (update.action, update.archives) == (Action.UPDATE, ("p1",))
    again = only(applied.plan(posting(title="Dusk nurse")))
    assert (again.action, again.archives) == (Action.REPLACE, ("p2", "p1"))
    held = only(applied.plan(posting(title="Dusk nurse", ops={"on_change": "hold"})))
    assert (held.action, held.archives) == (Action.UPDATE, ("p1",))
    applied.apply(posting(title="Day nurse"))
    assert applied.state.postings["nurse"].status == "active"
    assert only(applied.plan(posting(title="Day nurse"))).action is Action.UNCHANGED


def test_a_drained_posting_is_archived_when_its_last_candidate_is_done(world: Any, posting: Posting) -> None:
    drain = {"on_replace": "drain"}
    world.apply(posting(ops=drain))
    world.apply(posting(ops=drain, title="Day nurse"))
    wanted = posting(ops=drain, title="Day nurse")
    assert only(world.plan(wanted)).action is Action.UNCHANGED
    plan = world.plan(wanted, listing=world.listing(finished=frozenset({"p1"})))
    assert (only(plan).action, only(plan).archives) == (Action.ARCHIVE, ("p1",))


def test_changed_ops_of_a_posting_that_ended_outside_are_recorded_and_nothing_is_made(
    applied: Any, posting: Any, live: Any
) -> None:
    gone = applied.listing(postings={"p1": live("p1", status="archived", archived=True)})
    held = next(each for each in applied.plan(posting(), listing=gone).changes)
    assert held.action is Action.HOLD
    lowered = applied.plan(posting(ops={"on_remove": "forget"}), listing=gone)
    (change,) = lowered.changes
    assert (change.action, change.settings, change.archives) == (Action.UPDATE, None, ())
    assert [field.path for field in change.fields] == ["/ops/on_remove"]
    assert change.after_digest == change.before_digest
    assert change.reasons[-1] == Reason(ReasonCode.HELD_AS_ARCHIVED, "p1", "nurse", "prod")
