"""Rolling back: the design of then, the settings of today."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from fake_heymilo import World, given_for, on, posting

from heymilo_ops.errors import AttentionError
from heymilo_ops.finding import Severity
from heymilo_ops.model.desired import Desired, desire
from heymilo_ops.model.event import Outcome, Result
from heymilo_ops.model.reason import Reason, ReasonCode
from heymilo_ops.plan.rollback import Rollback, plan_rollback
from heymilo_ops.review.reasons import reason_sentences

ONE = posting("a", "One?", max_retakes=1)
TWO = posting("a", "Two?", max_retakes=2)


def composed(world: World, *wanted: Desired, address: str = "a", more: Any = None, **how: Any) -> Rollback:
    inputs = given_for(world.store, wanted, world.api, **(more or {}))
    return plan_rollback(inputs, address, **{"by": "bob", "get": lambda _: None, **how})


def rolled(world: World, *wanted: Desired, **how: Any) -> tuple[Outcome, ...]:
    return world.run(composed(world, *wanted, **how).plan, rollback=True)


def two() -> World:
    """Revision 1 asks One?, revision 2 asks Two?."""
    world = World()
    world.want(ONE)
    world.want(TWO)
    return world


def questions(world: World, posting_id: str) -> list[str]:
    return [each["text"] for step in world.api.postings[posting_id]["workflow"] for each in step["questions"]]


# nothing to roll back


def test_what_was_never_applied_is_refused() -> None:
    with pytest.raises(AttentionError, match="never applied"):
        composed(World())
    with pytest.raises(AttentionError, match="never applied"):
        composed(two(), address="b")


def test_an_archived_posting_is_refused() -> None:
    world = World()
    world.want(ONE, posting("z"))
    world.want(posting("z"))
    with pytest.raises(AttentionError, match="archived"):
        composed(world, posting("z"))


def test_a_pending_address_is_refused() -> None:
    world = two()
    world.api.fault = on("create", "lose")
    world.want(posting("b", ops={"moved_from": "a"}))
    with pytest.raises(AttentionError, match="b has a pending operation"):
        composed(world)


def test_one_design_only_is_refused() -> None:
    world = World()
    world.want(ONE)
    world.want(posting("a", "One?", max_retakes=3))
    with pytest.raises(AttentionError, match="nothing to roll back: a has had one design only"):
        composed(world, ONE)


def test_an_unknown_revision_is_refused_with_those_there_are() -> None:
    with pytest.raises(AttentionError, match="no revision 7") as caught:
        composed(two(), to=7)
    assert caught.value.help == "It has 1, 2."


def test_the_design_that_is_live_is_refused() -> None:
    world = two()
    world.want(posting("a", "Two?", max_retakes=5))
    for number in (2, 3):
        with pytest.raises(AttentionError, match="has the design that is live"):
            composed(world, to=number)


def test_a_design_that_went_by_another_name_is_the_same_design() -> None:
    world = two()
    moved = posting("b", "Two?", title=TWO.manifest.title, max_retakes=2, ops={"moved_from": "a"})
    world.want(moved)
    with pytest.raises(AttentionError, match="revision 2 of b has the design that is live"):
        composed(world, moved, address="b", to=2)
    assert composed(world, moved, address="b").to.number == 1
    rolled(world, moved, address="b", to=1)
    with pytest.raises(AttentionError, match="revision 1 of b has the design that is live"):
        composed(world, moved, address="b", to=1)


def test_a_missing_snapshot_is_refused() -> None:
    world = two()
    with pytest.raises(AttentionError, match="what revision 1 held is not known"):
        composed(world, TWO, more={"snapshots": {}})
    kept = {ONE.digest: world.store.snapshot(ONE.digest)}
    with pytest.raises(AttentionError, match="what revision 2 held is not known"):
        composed(world, more={"snapshots": kept})


def test_a_design_that_is_not_valid_any_more_is_refused() -> None:
    world = two()
    snapshot = world.store.snapshot(ONE.digest)
    assert snapshot is not None
    broken = snapshot.model_copy(update={"resolved": {**snapshot.resolved, "title": ""}})
    with pytest.raises(AttentionError, match="not valid any more: /title"):
        composed(world, TWO, more={"snapshots": {ONE.digest: broken, TWO.digest: world.store.snapshot(TWO.digest)}})


# what it does


def test_the_design_comes_back_with_the_settings_of_the_manifest() -> None:
    world = two()
    today = posting("a", "Two?", max_retakes=4, ops={"jurisdictions": ["EU"]})
    chosen = composed(world, today)
    assert chosen.to.number == 1
    assert chosen.desired.resolved["max_retakes"] == 4
    assert chosen.desired.resolved["ops"] == {"jurisdictions": ["EU"]}
    assert chosen.desired.source == "postings/a.yaml"
    (outcome,) = world.run(chosen.plan, rollback=True)
    assert (outcome.result, outcome.posting_id, outcome.revision) == (Result.DONE, "P3", 3)
    assert questions(world, "P3") == ["One?"]
    entry = world.state.postings["a"]
    assert (entry.current.action, entry.current.design_digest) == ("rollback", ONE.design_digest)
    assert entry.held is not None
    assert (entry.held.digest, entry.held.by) == (TWO.design_digest, "bob")
    assert entry.revisions[1].archived_at is not None
    assert [each["id"] for each in world.api.active()] == ["P3"]


def test_the_design_rolled_back_from_is_held_until_another_is_applied() -> None:
    world = two()
    rolled(world, TWO)
    assert world.want(TWO) == ()
    (outcome,) = world.want(posting("a", "Two?", max_retakes=5))
    assert (outcome.action, outcome.posting_id) == ("update", "P3"), "settings pass"
    assert questions(world, "P3") == ["One?"]
    assert world.state.postings["a"].held is not None
    (outcome,) = world.want(posting("a", "Three?"))
    assert outcome.action == "replace"
    assert world.state.postings["a"].held is None


def test_what_was_written_back_changes_nothing_more() -> None:
    world = two()
    chosen = composed(world, TWO)
    world.run(chosen.plan, rollback=True)
    assert world.want(chosen.desired) == ()


def test_without_a_manifest_the_settings_applied_last_are_kept() -> None:
    world = two()
    chosen = composed(world)
    assert chosen.desired.resolved["max_retakes"] == 2
    assert "ops" not in chosen.desired.resolved


def test_all_settings_are_those_of_then() -> None:
    assert composed(two(), TWO, all_settings=True).desired.digest == ONE.digest


def test_settings_of_today_that_were_not_there_then_come_along() -> None:
    today = posting("a", "Two?", redirect_url="https://x.example/")
    resolved = composed(two(), today).desired.resolved
    assert resolved["redirect_url"] == "https://x.example/"
    assert "max_retakes" not in resolved


def test_a_moved_posting_keeps_its_name_of_today() -> None:
    world = World()
    world.want(posting("old", "One?"))
    world.want(posting("a", "Two?", ops={"moved_from": "old"}))
    chosen = composed(world)
    assert (chosen.desired.address, chosen.desired.request["name"]) == ("a", "a")


def test_a_chosen_revision_is_taken() -> None:
    world = two()
    world.want(posting("a", "Three?"))
    assert composed(world).to.number == 2
    assert composed(world, to=1).to.number == 1


def test_rolling_back_twice_goes_to_the_other_design() -> None:
    world = two()
    rolled(world, TWO)
    rolled(world)
    entry = world.state.postings["a"]
    assert entry.current.design_digest == TWO.design_digest
    assert entry.held is not None
    assert entry.held.digest == ONE.design_digest


def test_the_plan_shows_what_changes_and_what_it_costs() -> None:
    plan = composed(two(), TWO).plan
    (change,) = plan.changes
    assert [field.after["text"] for field in change.fields if field.after] == ["One?"]
    assert [field.before["text"] for field in change.fields if field.before] == ["Two?"]
    assert change.archives == ("P2",)
    assert (change.revision_from, change.revision_to) == (2, 3)
    assert Reason(ReasonCode.ROLLED_BACK, 1) in change.reasons
    assert any("new candidate link" in note for note in reason_sentences(plan.notes))
    assert plan.digest.startswith("sha256:")
    assert plan.findings == ()


def test_generated_questions_are_said_to_come_out_new() -> None:
    world = World()
    world.want(posting("a", ""))
    world.want(TWO)
    assert composed(world, TWO).plan.notes[0] == Reason(ReasonCode.QUESTIONS_WRITTEN_AGAIN, 1)


def test_a_protected_posting_is_not_rolled_back() -> None:
    world = two()
    world.want(posting("a", "Two?", max_retakes=2, ops={"protect": True}))
    plan = composed(world, posting("a", "Two?", ops={"protect": True})).plan
    assert [each.code for each in plan.findings if each.severity is Severity.ERROR] == ["PL101"]
    with pytest.raises(AttentionError, match="PL101"):
        world.run(plan, rollback=True)


def test_a_fork_stops_a_rollback_too() -> None:
    world = two()
    mark = {"heymilo-ops": "acme/production/a@9", "heymilo-ops-op": "f" * 32 + "/1"}
    world.api.postings["P9"] = {**world.api.postings["P2"], "id": "P9", "metadata": mark}
    assert "PL501" in [each.code for each in composed(world, TWO).plan.findings]


@pytest.mark.parametrize("on_replace", ["keep", "drain"])
def test_the_old_posting_stays_open_where_ops_say_so(on_replace: str) -> None:
    today = posting("a", "Two?", ops={"on_replace": on_replace})
    assert composed(two(), today).plan.changes[0].archives == ()


def test_a_posting_that_is_gone_is_not_archived_again() -> None:
    world = two()
    world.api.touch("P2", archived=True)
    chosen = composed(world, TWO)
    assert chosen.plan.changes[0].archives == ()
    assert world.run(chosen.plan, rollback=True)[0].result is Result.DONE


def test_left_overs_are_archived_along() -> None:
    world = World()
    world.want(ONE)
    world.api.fault = on("archive", "reject")
    world.want(TWO)
    world.api.fault = lambda *_: None
    assert composed(world, TWO).plan.changes[0].archives == ("P2", "P1")


def test_without_a_listing_the_state_is_believed() -> None:
    assert composed(two(), TWO, more={"listing": None}).plan.changes[0].archives == ("P2",)


def test_an_older_canonical_form_is_compared_by_content() -> None:
    world = two()
    state = world.state
    entry = state.postings["a"]
    odd = {"canon": 0, "design_digest": "sha256:" + "9" * 64}
    revisions = tuple(each.model_copy(update=odd) for each in entry.revisions)
    older = state.model_copy(update={"postings": {"a": entry.model_copy(update={"revisions": revisions})}})
    assert composed(world, TWO, more={"state": older}).to.number == 1
    with pytest.raises(AttentionError, match="one design only"):
        composed(world, TWO, more={"state": older, "snapshots": {}})


def test_a_rollback_that_is_unknown_can_be_adopted() -> None:
    from heymilo_ops.repair.resolve import adopt

    world = two()
    world.api.fault = on("create", "lose")
    rolled(world, TWO)
    state = adopt("a", "P3", world.context())
    entry = state.postings["a"]
    assert (entry.current.action, entry.posting_id) == ("rollback", "P3")
    assert entry.held is not None
    assert entry.held.digest == TWO.design_digest


def test_times_are_those_of_the_plan() -> None:
    world = two()
    chosen = composed(world, TWO, more={"now": datetime(2028, 2, 29, tzinfo=UTC)})
    held = chosen.plan.changes[0].held
    assert held is not None
    assert held.since == "2028-02-29T00:00:00Z"
    assert replace(chosen).to == chosen.to


def test_what_a_template_gave_is_cloned_anew() -> None:
    world = World()
    one, two = (
        desire({"name": "a", "title": each, "interview_template_id": "IT_1"}, "postings/a.yaml")
        for each in ("One", "Two")
    )
    world.want(one)
    world.want(two)
    said = reason_sentences(composed(world, two).plan.notes)[0]
    assert said == "revision 1 was cloned from template IT_1, which is cloned anew as it is now"
