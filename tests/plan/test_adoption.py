"""Manifests that take over a posting made at HeyMilo, by ``ops.adopt``."""

from __future__ import annotations

from typing import Any

import pytest

from heymilo_ops.model.canonical import request_of
from heymilo_ops.model.desired import Unread, desire
from heymilo_ops.model.live import Listing, Live, Mark
from heymilo_ops.model.reason import Reason, ReasonCode
from heymilo_ops.plan.change import Action, AdoptPosting, Change, Plan

DIGEST = "sha256:" + "0" * 64


def shown(manifest: dict[str, Any], posting_id: str = "P1", **changes: Any) -> tuple[Live, list[dict[str, Any]]]:
    """A posting as HeyMilo shows what a manifest asks for, and its questions."""
    request = request_of(manifest)
    steps = [{key: value for key, value in step.items() if key != "questions"} for step in request["workflow"]]
    questions = [
        {"id": f"Q{step}{number}", "rank": 100 * step + number, **question}
        for step, of_step in enumerate(request["workflow"])
        for number, question in enumerate(of_step["questions"])
    ]
    document = {**request, "id": posting_id, "status": "active", "workflow": steps, **changes}
    live = Live(
        posting_id=posting_id,
        title=document["title"],
        name=document.get("name"),
        status=document["status"],
        archived=document["status"] == "archived",
        updated_at=7.0,
        metadata=document.get("metadata") or {},
        document=document,
    )
    return live, questions


def listing(*pairs: tuple[Live, list[dict[str, Any]]], **more: Any) -> Listing:
    postings = {live.posting_id: live for live, _ in pairs}
    return Listing(postings, questions={live.posting_id: questions for live, questions in pairs}, **more)


def codes(change: Change) -> list[ReasonCode]:
    return [reason.code for reason in change.reasons]


@pytest.fixture
def manifest(posting: Any) -> dict[str, Any]:
    return dict(posting("nurse", ops={"adopt": "P1"}))


def only(plan: Plan) -> Change:
    (change,) = plan.changes
    return change


def test_a_posting_that_is_as_the_manifest_says_is_taken_over(world: Any, manifest: dict[str, Any]) -> None:
    plan = world.plan(manifest, listing=listing(shown(manifest)))
    change = only(plan)
    assert (change.action, change.revision_from, change.revision_to) == (Action.ADOPT, None, 1)
    assert codes(change) == [ReasonCode.ADOPTED]
    (operation,) = change.operations
    assert isinstance(operation, AdoptPosting)
    assert (operation.posting_id, operation.live_name, change.live.posting_id) == ("P1", "nurse", "P1")
    assert change.after_digest == desire(manifest, "x").digest
    assert (plan.summary()["adopt"], plan.unmanaged, plan.findings) == (1, 0, ())


@pytest.mark.parametrize(
    ("changes", "code"),
    [({"name": "Night Nurse"}, ReasonCode.ADOPTED_NAME), ({"name": None}, ReasonCode.ADOPTED_NAMELESS)],
)
def test_another_name_at_heymilo_is_said_once_and_kept(
    world: Any, manifest: dict[str, Any], changes: dict[str, Any], code: ReasonCode
) -> None:
    change = only(world.plan(manifest, listing=listing(shown(manifest, **changes))))
    assert (change.action, codes(change)) == (Action.ADOPT, [ReasonCode.ADOPTED, code])
    (operation,) = change.operations
    assert isinstance(operation, AdoptPosting)
    assert operation.live_name == (changes["name"] or "")


def test_metadata_of_others_needs_not_stand_in_the_manifest(world: Any, manifest: dict[str, Any]) -> None:
    mine = {**manifest, "metadata": {"team": "north"}}
    seen = shown(mine, metadata={"team": "north", "ats": "4711"})
    assert only(world.plan(mine, listing=listing(seen))).action is Action.ADOPT
    seen = shown(mine, metadata={"team": "south"})
    assert [field.path for field in only(world.plan(mine, listing=listing(seen))).fields] == ["/metadata/team"]


_FILLED_IN = 1798435478.156186
"""A deadline that HeyMilo filled in by itself, in the middle of a second."""


def test_a_deadline_that_heymilo_filled_in_needs_not_stand_in_the_manifest(
    world: Any, manifest: dict[str, Any]
) -> None:
    pair = shown(manifest, deadline=_FILLED_IN)
    change = only(world.plan(manifest, listing=listing(pair)))
    assert (change.action, codes(change)) == (Action.ADOPT, [ReasonCode.ADOPTED, ReasonCode.ADOPTED_DEADLINE])
    assert change.reasons[1].args == ("2026-12-28T05:24:38Z",)


@pytest.mark.parametrize(
    ("written", "action"),
    [
        ("2026-12-28T05:24:38Z", Action.ADOPT),
        ("2026-12-28T06:24:38.156186+01:00", Action.ADOPT),
        ("2026-12-28T05:24:39Z", Action.HOLD),
    ],
)
def test_a_deadline_in_the_manifest_is_compared_by_whole_seconds(
    world: Any, manifest: dict[str, Any], written: str, action: Action
) -> None:
    pair = shown(manifest, deadline=_FILLED_IN)
    change = only(world.plan({**manifest, "deadline": written}, listing=listing(pair)))
    assert change.action is action
    assert [field.path for field in change.fields] == ([] if action is Action.ADOPT else ["/deadline"])


def test_what_differs_is_held_and_shown(world: Any, manifest: dict[str, Any]) -> None:
    live, questions = shown(manifest, title="Day nurse")
    change = only(world.plan(manifest, listing=listing((live, questions[:-1]))))
    assert (change.action, codes(change), change.operations) == (Action.HOLD, [ReasonCode.ADOPT_DIFFERS], ())
    assert [(field.path, field.kind) for field in change.fields] == [
        ("/title", "changed"),
        ("/workflow/0/questions/2", "added"),
    ]


def test_values_that_no_manifest_holds_stay_and_are_said(world: Any, manifest: dict[str, Any]) -> None:
    change = only(world.plan(manifest, listing=listing(shown(manifest, video_url="https://x"))))
    assert (change.action, codes(change)) == (Action.ADOPT, [ReasonCode.ADOPTED, ReasonCode.ADOPTED_KEEPS])
    assert change.reasons[1].args == (("/video_url",),)


def test_a_step_that_no_manifest_holds_is_held(world: Any, manifest: dict[str, Any]) -> None:
    live, questions = shown(manifest)
    live.document["workflow"].append({"type": "whiteboard"})
    change = only(world.plan(manifest, listing=listing((live, questions))))
    assert (change.action, codes(change)) == (Action.HOLD, [ReasonCode.ADOPT_INEXPRESSIBLE])


def test_which_of_two_steps_asks_a_question_is_believed_of_the_manifest(world: Any, manifest: dict[str, Any]) -> None:
    twice = {
        **manifest,
        "workflow": [*manifest["workflow"], {"type": "web_interview", "questions": [{"text": "Why?"}]}],
    }
    change = only(world.plan(twice, listing=listing(shown(twice))))
    assert (change.action, codes(change)) == (Action.ADOPT, [ReasonCode.ADOPTED, ReasonCode.ADOPTED_STEPS])


@pytest.mark.parametrize(
    ("changes", "more", "code"),
    [
        ({"status": "archived"}, {}, ReasonCode.ADOPT_ARCHIVED),
        ({"test_posting": True}, {}, ReasonCode.ADOPT_TEST),
        ({}, {"blueprints": frozenset({"P1"})}, ReasonCode.ADOPT_BLUEPRINT),
        ({"metadata": Mark("other", "prod", "nurse", 2, "a" * 32, 1, DIGEST).metadata()}, {}, ReasonCode.ADOPT_MARKED),
        ({"metadata": Mark("acme", "test", "nurse", 2, "a" * 32, 1, DIGEST).metadata()}, {}, ReasonCode.ADOPT_MARKED),
        ({"metadata": Mark("acme", "prod", "cook", 2, "a" * 32, 1, DIGEST).metadata()}, {}, ReasonCode.ADOPT_MARKED),
        ({"metadata": Mark("acme", "prod", "nurse", 2, "a" * 32, 1, DIGEST).metadata()}, {}, ReasonCode.ADOPT_MARKED),
    ],
)
def test_what_is_not_there_to_be_taken_over_is_held(
    world: Any, manifest: dict[str, Any], changes: dict[str, Any], more: dict[str, Any], code: ReasonCode
) -> None:
    change = only(world.plan(manifest, listing=listing(shown(manifest, **changes), **more)))
    assert (change.action, codes(change), change.operations) == (Action.HOLD, [code], ())


def test_one_that_heymilo_does_not_have_is_held(world: Any, manifest: dict[str, Any]) -> None:
    change = only(world.plan(manifest, listing=Listing({}, missing=frozenset({"P1"}))))
    assert (change.action, codes(change)) == (Action.HOLD, [ReasonCode.ADOPT_MISSING])


def test_an_adoption_that_nothing_recorded_is_made_again(world: Any, manifest: dict[str, Any]) -> None:
    digest = desire(manifest, "x").digest
    marked = shown(manifest, metadata=Mark("acme", "prod", "nurse", 3, "a" * 32, 1, digest).metadata())
    plan = world.plan(manifest, listing=listing(marked))
    assert (only(plan).action, only(plan).revision_to, plan.findings) == (Action.ADOPT, 3, ())


def test_more_metadata_than_the_marks_leave_room_for_is_an_error_that_names_it(
    world: Any, manifest: dict[str, Any]
) -> None:
    many = {f"key-{number}": "x" for number in range(48)}
    plan = world.plan(manifest, listing=listing(shown(manifest, metadata=many)))
    (found,) = plan.findings
    assert (found.code, found.severity, found.pointer) == ("PL110", "error", "/ops/adopt")
    assert all(key in found.message for key in many)
    assert codes(only(plan)) == [ReasonCode.ADOPT_FULL]
    full = dict(list(many.items())[:47])
    assert only(world.plan(manifest, listing=listing(shown(manifest, metadata=full)))).action is Action.ADOPT


def test_without_asking_heymilo_a_plan_says_that_nothing_was_compared(world: Any, manifest: dict[str, Any]) -> None:
    change = only(world.plan(manifest))
    assert (change.action, codes(change)) == (Action.ADOPT, [ReasonCode.ADOPTED, ReasonCode.ADOPTED_UNASKED])


def test_a_posting_that_two_manifests_name_is_taken_over_by_neither(
    world: Any, manifest: dict[str, Any], posting: Any
) -> None:
    other = posting("cook", ops={"adopt": "P1"})
    plan = world.plan(manifest, other, listing=listing(shown(manifest)))
    assert [(change.action, codes(change)) for change in plan.changes] == [
        (Action.HOLD, [ReasonCode.ADOPT_TWICE]),
        (Action.HOLD, [ReasonCode.ADOPT_TWICE]),
    ]


def test_a_posting_on_record_is_taken_over_by_no_other_name(applied: Any, posting: Any) -> None:
    plan = applied.plan(posting(), posting("cook", ops={"adopt": "p1"}), listing=applied.listing())
    assert codes(plan.changes[0]) == [ReasonCode.ADOPT_KNOWN]


def test_once_it_is_taken_over_the_line_says_nothing_more(world: Any, manifest: dict[str, Any], posting: Any) -> None:
    world.adopt(manifest, shown(manifest)[0])
    for later in (manifest, posting(), posting(ops={"adopt": "P7"})):
        plan = world.plan(later, listing=world.listing())
        assert (only(plan).action, only(plan).fields, plan.has_changes) == (Action.UNCHANGED, (), False)


def test_a_line_that_names_another_posting_of_a_live_name_is_noted(applied: Any, posting: Any) -> None:
    mine = posting(ops={"adopt": "p9"})
    other = listing(shown(posting(), "p9", name=None))
    seen = applied.listing(postings={**applied.at_heymilo, **other.postings})
    plan = applied.plan(mine, listing=seen)
    assert [note.args[1].code for note in plan.notes if note.code is ReasonCode.OF_POSTING] == [
        ReasonCode.ADOPT_IGNORED
    ]


def test_one_that_was_archived_here_is_neither_taken_over_again_nor_made(world: Any, manifest: dict[str, Any]) -> None:
    world.adopt(manifest, shown(manifest)[0])
    world.apply(targets=frozenset({"nurse"}))
    change = only(world.plan(manifest, listing=listing(shown(manifest, status="archived"))))
    assert (change.action, codes(change)) == (Action.HOLD, [ReasonCode.ADOPT_OVER])
    closed = {**manifest, "ops": {"adopt": "P1", "lifecycle": "closed"}}
    assert only(world.plan(closed)).action is not Action.CREATE


def test_a_closed_role_takes_nothing_over(world: Any, manifest: dict[str, Any]) -> None:
    closed = {**manifest, "ops": {"adopt": "P1", "lifecycle": "closed"}}
    plan = world.plan(closed, listing=listing(shown(manifest)))
    assert (plan.has_changes, [note.args[1].code for note in plan.notes]) == (False, [ReasonCode.ROLE_NOT_MADE])


def test_an_archived_name_takes_another_posting_over_as_its_next_revision(
    applied: Any, manifest: dict[str, Any]
) -> None:
    applied.apply(targets=frozenset({"nurse"}))
    change = next(iter(applied.plan(manifest, listing=listing(shown(manifest))).changes))
    assert (change.action, change.revision_from, change.revision_to) == (Action.ADOPT, 1, 2)


def test_a_manifest_that_takes_over_frees_its_posting_s_name_for_another(
    world: Any, manifest: dict[str, Any], posting: Any
) -> None:
    renamed = {**manifest, "name": "ward-nurse"}
    plan = world.plan(renamed, posting(), listing=listing(shown(renamed, name="nurse")))
    assert [change.action for change in plan.changes] == [Action.CREATE, Action.ADOPT]


def test_the_digest_of_a_plan_covers_which_posting_is_taken_over(world: Any, manifest: dict[str, Any]) -> None:
    one = world.plan(manifest, listing=listing(shown(manifest)))
    other = {**manifest, "ops": {"adopt": "P2"}}
    assert one.digest != world.plan(other, listing=listing(shown(other, "P2"))).digest


@pytest.mark.parametrize(("on_remove", "action"), [("archive", Action.HOLD), ("forget", Action.HOLD)])
def test_what_no_apply_has_found_in_a_commit_here_is_not_removed(
    world: Any, manifest: dict[str, Any], on_remove: str, action: Action
) -> None:
    manifest["ops"] = {**manifest["ops"], "on_remove": on_remove}
    world.adopt(manifest, shown(manifest)[0])
    plan = world.plan(unseen=frozenset({"nurse"}))
    assert (only(plan).action, codes(only(plan)), plan.findings) == (action, [ReasonCode.MANIFEST_UNSEEN], ())
    gone = world.plan(unseen=frozenset({"nurse"}), listing=Listing({}, missing=frozenset({"P1"})))
    assert only(gone).forgets


@pytest.mark.parametrize(
    ("unread", "why"),
    [
        (Unread("postings/nurse.YML", "is odd", "repair it", name="nurse"), ReasonCode.MANIFEST_NOT_READABLE),
        (Unread("postings/nurse.yaml", "is odd", "repair it", stem="postings/nurse"), ReasonCode.MANIFEST_NOT_READABLE),
        (Unread("postings/wards", "is odd", "repair it"), ReasonCode.MANIFEST_MAY_BE),
        (Unread("postings/cook.yaml", "is odd", "repair it", stem="postings/cook"), ReasonCode.MANIFEST_MAY_BE),
        (Unread("postings/cook.YML", "is odd", "repair it", name="cook"), None),
    ],
)
def test_a_manifest_that_is_not_read_is_not_said_to_be_gone(
    world: Any, manifest: dict[str, Any], unread: Unread, why: ReasonCode | None
) -> None:
    world.adopt(manifest, shown(manifest)[0])
    change = only(world.plan(unseen=frozenset({"nurse"}), unread=(unread,)))
    assert change.action is Action.HOLD
    expected = Reason(ReasonCode.MANIFEST_UNSEEN, Reason(ReasonCode.MANIFEST_GONE), "nurse", "prod")
    if why is not None:
        expected = Reason(ReasonCode.MANIFEST_UNREAD_HOLDS, Reason(why, unread.path, "is odd"), "repair it")
    assert change.reasons == (expected,)
