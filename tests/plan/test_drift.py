"""What HeyMilo shows that the state doesn't say."""

from __future__ import annotations

from typing import Any

import pytest

from heymilo_ops.model.desired import desire
from heymilo_ops.model.reason import Reason, ReasonCode
from heymilo_ops.plan.change import Action, Plan
from heymilo_ops.plan.drift import find_question_drift
from heymilo_ops.review.reasons import reason_sentence, reason_sentences


def codes(plan: Plan) -> list[str]:
    return [each.code for each in plan.findings]


def marks(name: str, revision: int = 1, op: str = "e", attempt: int = 1, workspace: str = "prod") -> dict[str, str]:
    return {"heymilo-ops": f"acme/{workspace}/{name}@{revision}", "heymilo-ops-op": f"{op * 32}/{attempt}"}


# postings with our mark


def test_a_marked_posting_and_no_state_stops(world: Any, posting: Any, live: Any) -> None:
    listing = world.listing(postings={"p9": live("p9", metadata=marks("other"))})
    for state in (None, world.state):
        plan = world.plan(posting(), listing=listing, state=state)
        assert codes(plan) == ["PL501"]
        assert "p9" in plan.findings[0].message and "other@1" in plan.findings[0].message
        assert "state resolve other --adopt p9" in plan.findings[0].help


def test_a_marked_posting_under_a_wanted_name_stops(applied: Any, posting: Any, live: Any) -> None:
    listing = applied.listing(postings={**applied.at_heymilo, "p9": live("p9", metadata=marks("cook"))})
    assert codes(applied.plan(posting(), posting("cook"), listing=listing)) == ["PL501"]
    moved = posting("chef", ops={"moved_from": "cook"})
    assert codes(applied.plan(posting(), moved, listing=listing)) == ["PL501"]


def test_a_marked_posting_under_a_broken_manifests_name_stops(applied: Any, posting: Any, live: Any) -> None:
    listing = applied.listing(postings={**applied.at_heymilo, "p9": live("p9", metadata=marks("cook"))})
    assert codes(applied.plan(posting(), listing=listing, broken=frozenset({"cook"}))) == ["PL501"]


def test_a_posting_changed_in_place_by_an_apply_that_the_state_does_not_know_stops(
    applied: Any, posting: Any, live: Any
) -> None:
    ahead = applied.listing(postings={"p1": live("p1", metadata=marks("nurse", 2))})
    plan = applied.plan(posting(), listing=ahead)
    assert codes(plan) == ["PL501"] and "newer state" in plan.findings[0].help
    applied.await_outcome("nurse", kind="update", action="update", target="p1", op_id="e" * 32)
    assert codes(applied.plan(posting(), listing=ahead)) == []


def test_a_forgotten_posting_is_a_warning(applied: Any, posting: Any, live: Any) -> None:
    listing = applied.listing(postings={**applied.at_heymilo, "p9": live("p9", metadata=marks("cook"))})
    plan = applied.plan(posting(), listing=listing)
    assert codes(plan) == ["PL502"] and plan.findings[0].severity == "warning"


def test_a_newer_revision_than_the_state_knows_stops(applied: Any, posting: Any, live: Any) -> None:
    listing = applied.listing(postings={**applied.at_heymilo, "p9": live("p9", metadata=marks("nurse", 2))})
    plan = applied.plan(posting(), listing=listing)
    assert codes(plan) == ["PL501"]
    assert "the state knows revision 1" in plan.findings[0].message


def test_another_posting_of_the_same_revision_by_another_operation_stops(applied: Any, posting: Any, live: Any) -> None:
    listing = applied.listing(postings={**applied.at_heymilo, "p9": live("p9", metadata=marks("nurse"))})
    plan = applied.plan(posting(), listing=listing)
    assert codes(plan) == ["PL501"]
    assert "archive p9 at HeyMilo" in plan.findings[0].help, "it can't be bound: the state has that revision"
    assert "--adopt" not in plan.findings[0].help
    listing = applied.listing(postings={**applied.at_heymilo, "p9": live("p9", metadata=marks("nurse"), archived=True)})
    plan = applied.plan(posting(), listing=listing)
    assert (codes(plan), plan.notes) == ([], ()), "once it is archived, the way is free"


def test_an_archived_posting_that_is_newer_than_the_state_stops(applied: Any, posting: Any, live: Any) -> None:
    newer = live("p9", metadata=marks("nurse", 2), archived=True)
    assert codes(applied.plan(posting(), listing=applied.listing(postings={**applied.at_heymilo, "p9": newer}))) == [
        "PL501"
    ]


def test_a_clone_with_copied_marks_is_reported_and_left_alone(applied: Any, posting: Any, live: Any) -> None:
    copied = live("p0", metadata=applied.at_heymilo["p1"].metadata, created_at=0.0)
    plan = applied.plan(posting(), listing=applied.listing(postings={"p0": copied, **applied.at_heymilo}))
    assert codes(plan) == []
    assert plan.notes == (Reason(ReasonCode.COPY_OF_OURS, "p0", "p1", "nurse@1"),)


def test_a_copy_of_an_original_that_is_not_listed_is_left_alone(applied: Any, posting: Any, live: Any) -> None:
    copied = live("p9", metadata=marks("nurse"))
    plan = applied.plan(posting(), listing=applied.listing(postings={"p9": copied}))
    assert codes(plan) == []
    assert plan.notes[1] == Reason(ReasonCode.COPY_OF_OLDER, "p9", "nurse@1", "p1")
    another = live("p9", metadata={**marks("nurse"), "heymilo-ops-digest": "sha256:" + "b" * 64})
    plan = applied.plan(posting(), listing=applied.listing(postings={"p9": another}))
    assert codes(plan) == ["PL501"], "a copy has the digest of its original"


def test_a_copy_that_is_older_than_what_is_on_record_is_told_as_what_it_is(
    applied: Any, posting: Any, live: Any
) -> None:
    mine = applied.at_heymilo["p1"].metadata
    shown = {"p1": live("p1", metadata=mine, created_at=5.0), "p0": live("p0", metadata=mine, created_at=4.0)}
    plan = applied.plan(posting(), listing=applied.listing(postings=shown))
    assert (codes(plan), plan.has_changes) == ([], False), "what is on record stays so"
    assert plan.notes == (Reason(ReasonCode.OLDER_THAN_RECORDED, "p0", "p1", "nurse@1"),)
    shown["p0"] = live("p0", metadata=mine, created_at=4.0, archived=True)
    assert applied.plan(posting(), listing=applied.listing(postings=shown)).notes == ()


def test_a_copy_made_before_a_change_in_place_is_no_fork(applied: Any, posting: Any, live: Any) -> None:
    before = applied.at_heymilo["p1"].metadata
    applied.apply(posting(max_retakes=1))
    after = {**marks("nurse", 2, op="d"), "heymilo-ops-digest": applied.state.postings["nurse"].digest}
    shown = {"p1": live("p1", metadata=after), "p9": live("p9", metadata=before)}
    plan = applied.plan(posting(max_retakes=1), listing=applied.listing(postings=shown))
    assert codes(plan) == []
    assert plan.notes[0] == Reason(ReasonCode.COPY_OF_OLDER, "p9", "nurse@1", "p1")
    shown["p9"] = live("p9", metadata={**before, "heymilo-ops-digest": "sha256:" + "b" * 64})
    plan = applied.plan(posting(max_retakes=1), listing=applied.listing(postings=shown))
    assert codes(plan) == ["PL501"], "another state made something else of that revision"


def test_a_revision_that_the_state_skipped_is_told_and_left_alone(applied: Any, posting: Any, live: Any) -> None:
    bound = applied.state.postings["nurse"].revisions[0].model_copy(update={"number": 5})
    applied.edit("nurse", revision=5, revisions=(bound,))
    listing = applied.listing(postings={**applied.at_heymilo, "p9": live("p9", metadata=marks("nurse", 3))})
    plan = applied.plan(posting(), listing=listing)
    assert codes(plan) == []
    assert plan.notes[0] == Reason(ReasonCode.OLDER_LEFT_ALONE, "p9", "nurse@3", 5)


def test_of_unknown_twins_the_older_is_the_original(world: Any, posting: Any, live: Any) -> None:
    twins = {
        "p7": live("p7", metadata=marks("nurse"), created_at=2.0),
        "p8": live("p8", metadata=marks("nurse"), created_at=1.0),
    }
    plan = world.plan(posting(), listing=world.listing(postings=twins))
    assert codes(plan) == ["PL501"] and "posting p8 " in plan.findings[0].message
    assert plan.notes == (Reason(ReasonCode.COPY_OF_OURS, "p7", "p8", "nurse@1"),)


@pytest.mark.parametrize("moments", [(1.0, 1.0), (None, None), (1.0, None)])
def test_of_twins_without_an_older_one_neither_is_taken(
    world: Any, posting: Any, live: Any, moments: tuple[Any, Any]
) -> None:
    twins = {f"p{i}": live(f"p{i}", metadata=marks("nurse"), created_at=at) for i, at in enumerate(moments)}
    (found,) = world.plan(posting(), listing=world.listing(postings=twins)).findings
    assert (found.code, found.severity) == ("PL501", "error")
    assert "postings p0 and p1 at HeyMilo carry the same marks" in found.message and "archive the copies" in found.help
    twins["p0"] = live("p0", metadata=marks("nurse"), created_at=moments[0], archived=True)
    (found,) = world.plan(posting(), listing=world.listing(postings=twins)).findings
    assert "--adopt p1" in found.help, "one of them is archived: the other can be bound"
    twins["p1"] = live("p1", metadata=marks("nurse"), created_at=moments[1], archived=True)
    assert codes(world.plan(posting(), listing=world.listing(postings=twins))) == ["PL501"]


def test_twins_of_a_forgotten_name_stop_nothing(applied: Any, posting: Any, live: Any) -> None:
    twins = {each: live(each, metadata=marks("cook")) for each in ("p7", "p8")}
    (found,) = applied.plan(posting(), listing=applied.listing(postings={**applied.at_heymilo, **twins})).findings
    assert found.code == "PL502" and "postings p7 and p8 at HeyMilo carry the mark cook@1" in found.message


def test_a_mark_without_operation_is_nobodys_copy(world: Any, posting: Any, live: Any) -> None:
    bare = {"heymilo-ops": "acme/prod/nurse@1"}
    listing = world.listing(postings={each: live(each, metadata=bare) for each in ("p7", "p8")})
    assert codes(world.plan(posting(), listing=listing)) == ["PL501", "PL501"]


@pytest.mark.parametrize("metadata", [{}, {"heymilo-ops": "else/prod/x@1"}, marks("x", workspace="sandbox")])
def test_what_is_not_ours_is_no_matter(applied: Any, posting: Any, live: Any, metadata: dict[str, str]) -> None:
    listing = applied.listing(postings={**applied.at_heymilo, "p9": live("p9", metadata=metadata)})
    plan = applied.plan(posting(), listing=listing)
    assert (codes(plan), plan.notes) == ([], ())


def test_an_incomplete_listing_stops_creates(applied: Any, posting: Any) -> None:
    half = applied.listing(endless="it sends the same page again and again")
    assert codes(applied.plan(posting(), listing=half)) == []
    (stopped,) = applied.plan(posting(), posting("cook"), listing=half).findings
    assert (stopped.code, "it sends the same page again and again" in stopped.message) == ("PL503", True)
    assert "before its list breaks off: it sends the same page" in reason_sentence(
        applied.plan(posting(), listing=half).compared
    )


# changes made elsewhere


def drifted(applied: Any, live: Any, **changes: Any) -> Any:
    mine = {"metadata": applied.at_heymilo["p1"].metadata}
    return applied.listing(postings={"p1": live("p1", **{**mine, **changes})})


def test_a_change_outside_is_told_to_the_next_apply(world: Any, posting: Any, live: Any) -> None:
    wanted = posting(max_retakes=1, deadline="2027-03-31T18:00:00Z")
    world.apply(wanted)
    shown = {"max_retakes": 2, "deadline": 1806516000, "redirect_url": "https://x"}
    listing = drifted(world, live, title="Nurse (nights)", settings=shown, updated_at=5.0)
    plan = world.plan(wanted, listing=listing)
    assert plan.changes[0].action is Action.UNCHANGED
    assert plan.notes == (Reason(ReasonCode.OF_POSTING, "nurse", Reason(ReasonCode.DIFFERS, ("max_retakes", "title"))),)
    change = world.plan(posting(max_retakes=3, deadline="2027-03-31T18:00:00Z"), listing=listing).changes[0]
    assert Reason(ReasonCode.DIFFERS, ("max_retakes", "title")) in change.reasons
    assert change.live.updated_at == 5.0


@pytest.mark.parametrize(
    ("now", "word"),
    [
        ({"title": "Nurse (nights)"}, "title"),
        ({"settings": {"max_retakes": 2}}, "max_retakes"),
        ({"metadata": {}}, "the marks by which it is known as ours"),
        ({"settings": {"deadline": 0}}, "deadline"),
    ],
)
def test_a_difference_is_told_although_the_time_of_the_last_change_stands_still(
    world: Any, posting: Any, live: Any, now: dict[str, Any], word: str
) -> None:
    wanted = posting(max_retakes=1, deadline="2027-03-31T18:00:00Z")
    world.apply(wanted)
    plan = world.plan(wanted, listing=drifted(world, live, updated_at=1.0, **now))
    (note,) = reason_sentences(plan.notes)
    assert note.startswith(
        f"nurse: HeyMilo shows it otherwise than it was applied, and dates its last change as before: {word}"
    )
    assert plan.differing == ("nurse",)
    assert not plan.has_changes


def test_a_setting_that_was_sent_as_its_default_is_compared_too(world: Any, posting: Any, live: Any) -> None:
    wanted = posting(allow_sms_comms=False)
    world.apply(wanted)
    listing = drifted(world, live, settings={"allow_sms_comms": True})
    assert world.plan(wanted, listing=listing).notes[0] == Reason(
        ReasonCode.OF_POSTING, "nurse", Reason(ReasonCode.DIFFERS_UNDATED, ("allow_sms_comms",))
    )
    changed = world.plan(posting(allow_sms_comms=False, title="Day nurse"), listing=listing)
    assert changed.notes[-1] == Reason(
        ReasonCode.OF_POSTING, "nurse", Reason(ReasonCode.DIFFERS_UNDATED, ("allow_sms_comms",))
    )
    assert world.plan(posting(), listing=listing).notes == (), "nothing says what it should be"


@pytest.mark.parametrize("deadline", [0, None, "soon"])
def test_a_deadline_moved_outside(world: Any, posting: Any, live: Any, deadline: Any) -> None:
    wanted = posting(deadline="2027-03-31T18:00:00Z")
    world.apply(wanted)
    listing = drifted(world, live, settings={"deadline": deadline}, updated_at=None)
    assert world.plan(wanted, listing=listing).notes[0] == Reason(
        ReasonCode.OF_POSTING, "nurse", Reason(ReasonCode.DIFFERS, ("deadline",))
    )


def test_marks_that_were_taken_off_are_told(applied: Any, posting: Any, live: Any) -> None:
    (note,) = reason_sentences(
        applied.plan(posting(), listing=drifted(applied, live, metadata={}, updated_at=5.0)).notes
    )
    assert note.startswith("nurse: changed outside since the last apply: the marks by which it is known as ours")


def test_metadata_changed_outside_is_told_and_what_others_add_is_not(world: Any, posting: Any, live: Any) -> None:
    wanted = posting(metadata={"req": "R-1"})
    world.apply(wanted)
    marked = world.at_heymilo["p1"].metadata
    for now, word in (({"req": "R-2"}, ": metadata"), ({}, ": metadata"), ({"req": "R-1", "ats": "7"}, "as applied")):
        listing = drifted(world, live, metadata={**marked, **now}, updated_at=5.0)
        assert word in reason_sentences(world.plan(wanted, listing=listing).notes)[0]


def test_a_moved_time_alone_is_told_as_such(applied: Any, posting: Any, live: Any) -> None:
    plan = applied.plan(posting(), listing=drifted(applied, live, updated_at=5.0))
    assert plan.notes[0] == Reason(ReasonCode.OF_POSTING, "nurse", Reason(ReasonCode.CHANGED_OUTSIDE))
    applied.snapshots.clear()
    change = applied.plan(posting(title="Day nurse"), listing=drifted(applied, live, updated_at=5.0)).changes[0]
    assert change.reasons[1] == Reason(ReasonCode.CHANGED_OUTSIDE)


def test_without_times_only_what_differs_is_told(applied: Any, posting: Any, live: Any) -> None:
    assert applied.plan(posting(), listing=drifted(applied, live, updated_at=None)).notes == ()
    applied.edit("nurse", updated_at=None)
    assert applied.plan(posting(), listing=drifted(applied, live, updated_at=5.0)).notes == ()


@pytest.mark.parametrize(
    ("status", "word"),
    [
        ("draft", "takes nobody"),
        ("expired", "has expired"),
        ("closed", "'closed', which"),
        ("paused", "'paused', which"),
    ],
)
def test_a_posting_that_takes_nobody_is_noted(applied: Any, posting: Any, live: Any, status: str, word: str) -> None:
    assert word in reason_sentences(applied.plan(posting(), listing=drifted(applied, live, status=status)).notes)[0]


def test_what_was_archived_here_and_opened_again_is_noted(applied: Any, posting: Any, live: Any) -> None:
    applied.apply(targets=frozenset({"nurse"}))
    assert applied.plan(posting("cook"), listing=applied.listing()).notes[0] == Reason(
        ReasonCode.OF_POSTING, "nurse", Reason(ReasonCode.OPEN_AGAIN, "p1")
    )
    for shut in (live("p1", archived=True), live("p1", status="archived")):
        assert applied.plan(posting("cook"), listing=applied.listing(postings={"p1": shut})).notes == ()


def test_absent_from_the_list_is_not_deleted(applied: Any, posting: Any) -> None:
    plan = applied.plan(posting(max_retakes=1), listing=applied.listing(postings={}))
    assert plan.changes[0].action is Action.UPDATE
    assert plan.changes[0].live.updated_at == 1.0
    assert plan.notes[0] == Reason(ReasonCode.OF_POSTING, "nurse", Reason(ReasonCode.NOT_LISTED, "p1"))


# questions as HeyMilo lists them


def test_questions_are_compared_only_where_they_were_asked_for(applied: Any, posting: Any) -> None:
    plan = applied.plan(posting(), listing=applied.listing())
    assert plan.notes == () and not plan.has_changes


def test_questions_changed_outside_are_told(applied: Any, posting: Any) -> None:
    form = desire(posting(), "x").form
    live = [dict(each) for step in form["workflow"] for each in step["questions"]]
    same = applied.plan(posting(), listing=applied.listing(questions={"p1": [*reversed(live)]}))
    assert same.notes == ()
    live[0]["text"] = "Something else?"
    told = applied.plan(posting(), listing=applied.listing(questions={"p1": live}))
    assert told.notes == (Reason(ReasonCode.OF_POSTING, "nurse", Reason(ReasonCode.QUESTIONS_CHANGED_OUTSIDE, 1, 1)),)
    assert not told.has_changes


def test_questions_that_heymilo_wrote_are_not_compared() -> None:
    assert not [*find_question_drift([{"modality": "form", "text": "x"}], {"workflow": [{"type": "form"}]})]
    assert not [*find_question_drift([{"modality": "form", "text": "x"}], {"interview_template_id": "IT_1"})]
