"""What a plan does about a posting that was changed outside."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from heymilo_ops.model.reason import Reason, ReasonCode
from heymilo_ops.plan.change import (
    Action,
    ActivatePosting,
    CreatePosting,
    EditPosting,
    PatchPosting,
    RecordRevision,
    rows,
)
from heymilo_ops.plan.drift_decision import NAMED, named_paths
from tests.plan.drifted import Outside

Posting = Callable[..., dict[str, Any]]


@pytest.fixture
def outside(world: Any, posting: Posting) -> Outside:
    return Outside(world, posting(max_retakes=1, deadline="2027-03-01T12:00:00Z"))


def test_drift_alone_is_shown_and_nothing_is_done(outside: Outside) -> None:
    outside.shown.document["max_retakes"] = 3
    plan = outside.plan()
    (change,) = plan.changes
    assert (change.action, plan.has_changes, plan.differing) == (Action.UNCHANGED, False, ("nurse",))
    assert change.reasons == (Reason(ReasonCode.DRIFTED, ("/max_retakes",), "nurse", "prod"),)


@pytest.mark.parametrize("edit", [{"max_retakes": 2}, {"title": "Day nurse"}, {"deadline": "2027-04-01T12:00:00Z"}])
def test_what_would_be_written_over_a_change_is_held(outside: Outside, posting: Posting, edit: dict[str, Any]) -> None:
    outside.shown.document["max_retakes"] = 3
    wanted = posting(**{"max_retakes": 1, "deadline": "2027-03-01T12:00:00Z", **edit})
    change = outside.change(wanted)
    assert (change.action, change.operations) == (Action.HOLD, ())
    assert change.reasons == (Reason(ReasonCode.DRIFT_HOLDS, ("/max_retakes",), "nurse", "prod"),)
    assert [field.path for field in change.drift] == ["/max_retakes"]
    assert [field.path for field in change.fields] == [f"/{name}" for name in edit]


def test_ops_of_its_own_still_pass(outside: Outside) -> None:
    outside.shown.document["max_retakes"] = 3
    change = outside.change({**outside.resolved, "ops": {"protect": True}})
    assert (change.action, change.settings) == (Action.UPDATE, None)


def test_the_other_postings_go_on(outside: Outside, posting: Posting) -> None:
    outside.shown.document["max_retakes"] = 3
    plan = outside.world.plan(
        posting(title="Day nurse"),
        posting("cook", title="Cook"),
        baselines={outside.baseline.digest: outside.baseline},
        listing=outside.world.listing(postings=dict(outside_live(outside))),
    )
    assert [change.action for change in plan.changes] == [Action.CREATE, Action.HOLD]


def outside_live(outside: Outside) -> dict[str, Any]:
    from tests.plan.conftest import live_of

    metadata = outside.world.at_heymilo["p1"].metadata
    return {"p1": live_of("p1", metadata=metadata, document=outside.shown.document)}


def test_report_writes_all_the_same(outside: Outside) -> None:
    outside.shown.document["max_retakes"] = 3
    wanted = {**outside.resolved, "deadline": "2027-04-01T12:00:00Z", "ops": {"on_drift": "report"}}
    change = outside.change(wanted)
    assert change.settings == {"deadline": "2027-04-01T12:00:00Z"}
    assert [field.path for field in change.open_drift] == ["/max_retakes"]


def test_what_may_be_changed_outside_is_no_drift(outside: Outside) -> None:
    outside.shown.document["max_retakes"] = 3
    outside.shown.question(0)["text"] = "Something else?"
    ops = {"ignore_changes": ["/max_retakes", "/questions/nights"]}
    change = outside.change({**outside.resolved, "deadline": "2027-04-01T12:00:00Z", "ops": ops})
    assert (change.action, change.drift) == (Action.UPDATE, ())


def test_recreate_asks_no_leave(outside: Outside) -> None:
    outside.shown.document["max_retakes"] = 3
    change = outside.change(recreate=frozenset({"nurse"}))
    assert change.action is Action.REPLACE
    assert isinstance(change.operations[0], CreatePosting)


# -- accepted ----------------------------------------------------------------------------------------------------------


def test_what_heymilo_shows_already_is_recorded_without_sending(outside: Outside) -> None:
    outside.shown.document |= {"title": "Day nurse", "max_retakes": 3}
    outside.shown.question(0)["text"] = "What draws you to the night?"
    wanted = {**outside.resolved, "title": "Day nurse", "max_retakes": 3}
    step = wanted["workflow"][0]
    asked = [{**step["questions"][0], "text": "What draws you to the night?"}, *step["questions"][1:]]
    change = outside.change({**wanted, "workflow": [{**step, "questions": asked}]})
    assert (change.action, change.revision_to, change.open_drift) == (Action.UPDATE, 2, ())
    assert [type(operation) for operation in change.operations] == [RecordRevision]
    assert change.reasons[0] == Reason(ReasonCode.ACCEPTED)


def test_of_accepted_settings_the_rest_is_patched(outside: Outside) -> None:
    outside.shown.document["max_retakes"] = 3
    change = outside.change({**outside.resolved, "max_retakes": 3, "deadline": "2027-04-01T12:00:00Z"})
    assert change.settings == {"deadline": "2027-04-01T12:00:00Z"}
    assert [reason.code for reason in change.reasons[:2]] == [ReasonCode.ACCEPTED, ReasonCode.SETTINGS_CHANGED]


def test_one_that_is_accepted_and_one_that_is_not(outside: Outside) -> None:
    outside.shown.document |= {"max_retakes": 3, "redirect_url": "https://a.example"}
    change = outside.change({**outside.resolved, "max_retakes": 3})
    assert [type(operation) for operation in change.operations] == [RecordRevision]
    assert [field.path for field in change.open_drift] == ["/redirect_url"]


def test_a_question_that_was_added_outside_is_accepted_under_a_key(outside: Outside) -> None:
    outside.shown.questions.append({"id": "Q99", "modality": "voice", "text": "Do you like tea?"})
    step = outside.resolved["workflow"][0]
    asked = [*step["questions"], {"text": "Do you like tea?", "key": "tea"}]
    change = outside.change({**outside.resolved, "workflow": [{**step, "questions": asked}]})
    assert [type(operation) for operation in change.operations] == [RecordRevision]
    assert [(field.path, field.is_settled) for field in change.drift] == [("/questions/tea", True)]


def test_an_order_that_was_changed_outside_is_accepted(outside: Outside) -> None:
    questions = outside.shown.questions
    questions.append(questions.pop(0))
    step = outside.resolved["workflow"][0]
    asked = [*step["questions"][1:], step["questions"][0]]
    change = outside.change({**outside.resolved, "workflow": [{**step, "questions": asked}]})
    assert [type(operation) for operation in change.operations] == [RecordRevision]
    other = [step["questions"][1], step["questions"][0], step["questions"][2]]
    held = outside.change({**outside.resolved, "workflow": [{**step, "questions": other}]})
    assert held.action is Action.HOLD


def test_a_question_in_place_of_a_deleted_one_that_reads_like_it_is_accepted(outside: Outside) -> None:
    step = outside.resolved["workflow"][0]
    gone = outside.shown.questions.pop(0)
    new = {"modality": "voice", "text": f"Q99: {gone['text']}", "question_type": "scored", "score_weight": 2}
    outside.shown.questions.append({"id": "Q99", **new})
    asked = [*step["questions"][1:], {name: value for name, value in new.items() if name != "modality"}]
    change = outside.change({**outside.resolved, "workflow": [{**step, "questions": asked}]})
    assert [(field.path, field.is_settled) for field in change.drift] == [
        ("/questions/nights", True),
        ("/questions/Q99", True),
    ]
    assert [type(operation) for operation in change.operations] == [RecordRevision]


def test_an_accepted_order_is_settled_whatever_the_manifest_adds(outside: Outside) -> None:
    outside.shown.questions.append(outside.shown.questions.pop(0))
    step = outside.resolved["workflow"][0]
    tea = {"key": "tea", "text": "Tea?", "not_scored": True}
    asked = [tea, *step["questions"][1:], step["questions"][0]]
    change = outside.change({**outside.resolved, "workflow": [{**step, "questions": asked}]})
    assert (change.action, change.open_drift) == (Action.REPLACE, ())
    held = outside.change({**outside.resolved, "workflow": [{**step, "questions": [tea, *step["questions"]]}]})
    assert held.action is Action.HOLD
    dropped = outside.change({**outside.resolved, "workflow": [{**step, "questions": step["questions"][1:]}]})
    assert (dropped.action, dropped.open_drift) == (Action.REPLACE, ())


def test_a_design_of_which_heymilo_shows_a_part_is_held(outside: Outside, posting: Posting) -> None:
    outside.shown.document["title"] = "Day nurse"
    change = outside.change({**outside.resolved, "title": "Day nurse", "language": "de"})
    assert change.action is Action.REPLACE  # nothing that somebody else did is lost
    assert outside.change({**outside.resolved, "language": "de"}).action is Action.HOLD


def test_moved_steps_are_never_taken_for_accepted(world: Any, posting: Posting) -> None:
    steps = [*posting()["workflow"], {"type": "form", "questions": [{"text": "Where do you live?"}]}]
    outside = Outside(world, posting(workflow=steps, max_retakes=1))
    outside.shown.document["max_retakes"] = 3
    change = outside.change(posting(workflow=steps[::-1], max_retakes=3), asks=False)
    assert change.action is Action.REPLACE


# -- reverted ----------------------------------------------------------------------------------------------------------


def test_a_revert_puts_settings_back_in_place_and_its_digest_covers_what_it_overwrites(outside: Outside) -> None:
    outside.shown.document |= {"max_retakes": 3, "deadline": 1_806_000_000, "metadata": {}}
    plan = outside.plan(reverts=frozenset({"nurse"}))
    (change,) = plan.changes
    assert (change.action, change.revision_to) == (Action.UPDATE, 2)
    assert change.settings == {"max_retakes": 1, "deadline": "2027-03-01T12:00:00Z"}
    assert {(field.path, field.after) for field in change.fields} == {
        ("/max_retakes", 1),
        ("/deadline", "2027-03-01T12:00:00Z"),
    }
    assert change.before_digest == change.after_digest
    assert rows(plan.changes)[0][5] == change.overwrites is not None
    outside.shown.document["max_retakes"] = 4
    assert outside.plan(reverts=frozenset({"nurse"})).digest != plan.digest


def test_a_revert_sends_the_settings_that_the_manifest_changes_as_well(outside: Outside) -> None:
    outside.shown.document["max_retakes"] = 3
    wanted = {**outside.resolved, "deadline": "2027-04-01T12:00:00Z"}
    change = outside.change(wanted, reverts=frozenset({"nurse"}))
    assert change.settings == {"max_retakes": 1, "deadline": "2027-04-01T12:00:00Z"}


def test_a_revert_under_another_design_keeps_the_one_that_was_applied(outside: Outside) -> None:
    outside.shown.document["max_retakes"] = 3
    change = outside.change({**outside.resolved, "title": "Day nurse"}, reverts=frozenset({"nurse"}))
    assert (change.action, change.settings) == (Action.UPDATE, {"max_retakes": 1})
    assert change.desired is not None
    assert change.desired.manifest.title == "Night nurse"
    outside.world.snapshots.clear()
    held = outside.change({**outside.resolved, "title": "Day nurse"}, reverts=frozenset({"nurse"}))
    assert held.reasons[0] == Reason(ReasonCode.REVERT_NEEDS_APPLIED)


def _without_first_question(resolved: dict[str, Any]) -> dict[str, Any]:
    (step,) = resolved["workflow"]
    return {**resolved, "workflow": [{**step, "questions": step["questions"][1:]}]}


def test_a_revert_takes_a_question_that_the_manifest_has_dropped_for_itself(outside: Outside) -> None:
    outside.shown.document["title"] = "Day nurse"
    wanted = {**_without_first_question(outside.resolved), "title": "Nurse at night"}
    change = outside.change(wanted, reverts=frozenset({"nurse"}))
    assert [(field.path, field.before, field.after) for field in change.fields] == [
        ("/title", "Day nurse", "Night nurse")
    ]
    (operation,) = change.operations
    assert isinstance(operation, EditPosting)
    assert operation.scope is not None
    assert operation.scope.pairs == {f"/workflow/0/questions/{number}": f"Q0{number}" for number in range(3)}
    assert operation.desired.form["title"] == "Night nurse"


def test_a_revert_beside_what_was_accepted_goes_on_the_design_of_the_manifest(outside: Outside) -> None:
    outside.shown.document["title"] = "Day nurse"
    outside.shown.questions.pop(0)
    wanted = _without_first_question(outside.resolved)
    change = outside.change(wanted, reverts=frozenset({"nurse"}))
    (operation,) = change.operations
    assert isinstance(operation, EditPosting)
    assert operation.scope is not None
    pairs = {"/workflow/0/questions/0": "Q01", "/workflow/0/questions/1": "Q02"}
    assert (operation.scope.pairs, operation.scope.touched) == (pairs, ("/title",))
    assert change.settings == {}
    more = outside.change({**wanted, "instructions": "Be kind."}, reverts=frozenset({"nurse"}))
    assert (more.action, more.reasons[0].code) == (Action.HOLD, ReasonCode.REVERT_NOT_POSSIBLE)


def test_a_revert_takes_off_what_it_can(world: Any, posting: Posting) -> None:
    outside = Outside(world, posting(metadata={"team": "a"}))
    outside.shown.document |= {"allow_sms_comms": True, "metadata": {"team": "b"}}
    change = outside.change(reverts=frozenset({"nurse"}))
    assert change.settings == {"allow_sms_comms": False, "metadata": {"team": "a"}}
    outside.shown.document |= {"redirect_url": "https://a.example"}
    plan = outside.plan(reverts=frozenset({"nurse"}))
    assert [finding.code for finding in plan.findings] == ["PL201"]


def test_a_design_is_reverted_in_place_and_never_by_a_replace(world: Any, posting: Posting) -> None:
    steps = posting()["workflow"]
    steps[0]["config"] = {"interview_type": "general"}
    outside = Outside(world, posting(workflow=steps, max_retakes=1))
    outside.shown.document |= {"title": "Day nurse", "max_retakes": 3, "instructions": "Be kind."}
    outside.shown.document["workflow"][0]["config"] = {"interview_type": "technical"}
    outside.shown.question(0)["text"] = "What draws you to the night?"
    outside.shown.question(1)["score_weight"] = 5
    change = outside.change(reverts=frozenset({"nurse"}))
    (operation,) = change.operations
    assert isinstance(operation, EditPosting)
    assert operation.scope is not None
    assert set(operation.scope.touched) == {
        "/title",
        "/max_retakes",
        "/instructions",
        "/workflow/0/config/interview_type",
        "/workflow/0/questions/0/text",
        "/workflow/0/questions/1/score_weight",
    }
    assert operation.scope.pairs["/workflow/0/questions/1"] == "Q01"
    assert (operation.scope.gone, operation.scope.orders) == ((), ())
    assert (change.action, change.before_digest == change.after_digest) == (Action.UPDATE, True)


@pytest.mark.parametrize(
    ("do", "path"),
    [
        (lambda shown: shown.questions.append({"id": "Q9", "modality": "voice", "text": "Tea?"}), "/questions/Q9"),
        (lambda shown: shown.questions.pop(0), "/questions/nights"),
        (lambda shown: shown.document.update(name="other"), "/name"),
        (lambda shown: shown.document["workflow"].append({"type": "form", "order": 2}), "/workflow/form"),
        (lambda shown: shown.document.update(interview_process_overview="We talk."), "/interview_process_overview"),
        (lambda shown: shown.question(0).update(min_follow_ups=2), "/questions/nights/min_follow_ups"),
        (
            lambda shown: shown.document["workflow"][0].update(config={"min_evaluation_score": 0.5}),
            "/workflow/web_interview/config/min_evaluation_score",
        ),
    ],
)
def test_what_no_edit_can_put_back_is_held_with_a_way_out(outside: Outside, do: Any, path: str) -> None:
    do(outside.shown)
    change = outside.change(reverts=frozenset({"nurse"}))
    assert change.action is Action.HOLD
    assert change.reasons[0] == Reason(ReasonCode.REVERT_NOT_POSSIBLE, (path,), "nurse", "prod")


def test_a_revert_of_nothing_is_nothing(outside: Outside) -> None:
    assert outside.change(reverts=frozenset({"nurse"})).action is Action.UNCHANGED
    plan = outside.plan(reverts=frozenset({"nobody"}))
    assert [finding.code for finding in plan.findings] == ["PL401"]


# -- what takes nobody -------------------------------------------------------------------------------------------------


def _drafted(outside: Outside, *, pending: bool = True) -> dict[str, Any]:
    outside.shown.document["ats_metadata"] = {"pending_activation": pending}
    return {"status": "draft"}


def test_a_draft_that_waits_is_activated_where_that_is_asked_for(outside: Outside) -> None:
    live = _drafted(outside)
    plan = outside.plan(live=live)
    assert Reason(ReasonCode.AWAITS_ACTIVATION, "p1") in {note.args[1] for note in plan.notes}
    wanted = {**outside.resolved, "ops": {"activate": True}}
    change = outside.change(wanted, live=live)
    assert [type(it) for it in change.operations][-1] is ActivatePosting
    assert (change.action, change.activates) == (Action.UPDATE, True)
    outside.world.apply(wanted)
    alone = outside.change(wanted, live=live)
    assert (alone.action, alone.revision_from, alone.revision_to) == (Action.UPDATE, 1, 1)
    assert outside.change(wanted).action is Action.UNCHANGED


def test_a_draft_that_waits_for_nothing_is_not_activated(outside: Outside) -> None:
    live = _drafted(outside, pending=False)
    plan = outside.plan({**outside.resolved, "ops": {"activate": True}}, live=live)
    assert not plan.changes[0].activates
    assert Reason(ReasonCode.DRAFT, "p1") in {note.args[1] for note in plan.notes}


def test_one_that_was_closed_by_another_deadline(outside: Outside) -> None:
    live = {"status": "expired", "deadline": 1_770_000_000.0}
    assert Reason(ReasonCode.CLOSED_OUTSIDE, "p1") in {note.args[1] for note in outside.plan(live=live).notes}
    live = {"status": "expired", "deadline": 1_803_902_400.4000001}  # a server may keep more digits
    assert Reason(ReasonCode.EXPIRED, "p1") in {note.args[1] for note in outside.plan(live=live).notes}


# -- where there is no baseline ----------------------------------------------------------------------------------------


def test_a_baseline_that_is_gone_is_as_none(outside: Outside) -> None:
    outside.shown.document["max_retakes"] = 3
    change = outside.change(baselines={}, live={"settings": {"max_retakes": 3}})
    assert change.drift == ()
    assert change.reasons[0].code is ReasonCode.DIFFERS_UNDATED


def test_marks_that_are_gone_are_told_beside_the_baseline(outside: Outside) -> None:
    outside.world.at_heymilo["p1"] = outside.world.at_heymilo["p1"].__class__(
        "p1", "Night nurse", None, "active", False
    )
    assert outside.change().reasons == (Reason(ReasonCode.DIFFERS, ("marks",)),)


def test_only_the_first_paths_are_named() -> None:
    paths = tuple(f"/{number}" for number in range(NAMED + 2))
    assert named_paths(paths)[-1] == "and 2 more"
    assert len(named_paths(paths)) == NAMED + 1


def test_a_patch_alone_is_a_write(outside: Outside) -> None:
    change = outside.change({**outside.resolved, "max_retakes": 2})
    assert [type(operation) for operation in change.operations] == [PatchPosting]


def test_what_cannot_be_read_back_is_said_once(world: Any, posting: Posting) -> None:
    steps = [{"type": "form", "questions": [{"text": "One?"}]}, {"type": "form", "questions": [{"text": "Two?"}]}]
    outside = Outside(world, posting(workflow=steps))
    (note,) = [note for note in outside.plan().notes if note.code is ReasonCode.NOT_READABLE]
    assert note.args == (("which of several steps of one type a question belongs to",),)


def test_a_plan_says_of_how_many_postings_the_questions_were_not_read(outside: Outside) -> None:
    unread = Reason(ReasonCode.LISTED_WITH_SOME_QUESTIONS, 1)
    assert outside.plan(asks=False).compared == Reason(ReasonCode.COMPARED_LIVE, unread)
    assert outside.plan().compared == Reason(ReasonCode.COMPARED_LIVE, Reason(ReasonCode.LISTED_WITH_QUESTIONS))
