"""Postings of attempts that were taken as not made, and that show after all."""

from __future__ import annotations

from typing import Any

import pytest

from heymilo_ops.model.reason import Reason, ReasonCode
from heymilo_ops.model.state import Intent, Watched
from heymilo_ops.plan.change import Action
from heymilo_ops.review.reasons import reason_sentences

OP = "e" * 32


def marks(name: str = "nurse", revision: int = 1, attempt: int = 1, op: str = OP) -> dict[str, str]:
    return {"heymilo-ops": f"acme/prod/{name}@{revision}", "heymilo-ops-op": f"{op}/{attempt}"}


def watch(world: Any, name: str = "nurse", number: int = 1, attempt: int = 1) -> None:
    given_up = Watched(op_id=OP, attempt=attempt, address=name, number=number, at="2027-01-10T00:00:00Z")
    world.state = world.state.model_copy(update={"watched": (*world.state.watched, given_up)})


def only(plan: Any) -> Any:
    (found,) = plan.findings
    assert found.code == "PL504"
    return found


# the state has none for that revision


def test_a_late_create_that_is_still_asked_for_stops_the_plan(world: Any, posting: Any, live: Any) -> None:
    watch(world)
    listing = world.listing(postings={"p9": live("p9", metadata=marks())})
    found = only(world.plan(posting(), listing=listing))
    assert found.severity == "error"
    assert found.message == (
        "posting p9 of nurse@1 (operation eeeeeeee, attempt 1) appeared after it had been taken as not made, and no "
        "posting is on record for that revision: this plan would make a second one"
    )
    assert "`heymilo-ops -w prod state resolve nurse --adopt p9`" in found.help


def test_a_late_replace_that_is_still_asked_for_stops_the_plan(applied: Any, posting: Any, live: Any) -> None:
    watch(applied, number=2)
    listing = applied.listing(postings={**applied.at_heymilo, "p9": live("p9", metadata=marks(revision=2))})
    assert only(applied.plan(posting(title="Day nurse"), listing=listing)).severity == "error"
    plan = applied.plan(posting(), listing=listing)
    found = only(plan)
    assert found.severity == "warning", "the manifest was put back: nothing is made"
    assert not plan.has_changes and "archive it at HeyMilo if nobody needs it; or bind it" in found.help
    moved = applied.plan(posting("carer", title="Day nurse", ops={"moved_from": "nurse"}), listing=listing)
    assert only(moved).severity == "error"


def test_a_late_posting_stops_nothing_else(applied: Any, posting: Any, live: Any) -> None:
    watch(applied, "cook")
    listing = applied.listing(postings={**applied.at_heymilo, "p9": live("p9", metadata=marks("cook"))})
    gone = applied.plan(posting(), listing=listing)
    left_out = applied.plan(posting(), posting("cook"), listing=listing, targets=frozenset({"nurse"}))
    broken = applied.plan(posting(), listing=listing, broken=frozenset({"cook"}))
    for plan in (gone, left_out, broken):
        assert only(plan).severity == "warning"


def test_a_name_that_was_to_take_over_what_came_late_stops(applied: Any, posting: Any, live: Any) -> None:
    watch(applied, "cook")
    listing = applied.listing(postings={**applied.at_heymilo, "p9": live("p9", metadata=marks("cook"))})
    plan = applied.plan(posting(), posting("chef", ops={"moved_from": "cook"}), listing=listing)
    assert only(plan).severity == "error"
    old = applied.plan(posting(title="Day nurse", ops={"moved_from": "cook"}), listing=listing)
    assert only(old).severity == "warning", "a replace of what has a history of its own takes nothing over"


# the state has another


@pytest.mark.parametrize("known", ["by the state", "by the marks on record"])
def test_a_late_attempt_beside_the_one_on_record_is_a_warning(
    applied: Any, posting: Any, live: Any, known: str
) -> None:
    op = OP if known == "by the state" else "0" * 31 + "1"
    if known == "by the state":
        watch(applied)
    late = live("p9", metadata=marks(op=op, attempt=1 if known == "by the state" else 2))
    listing = applied.listing(postings={**applied.at_heymilo, "p9": late})
    plan = applied.plan(posting(max_retakes=1), listing=listing)
    found = only(plan)
    assert found.severity == "warning"
    assert found.message.endswith("; the state has posting p1 for that revision, and both take candidates")
    assert found.help.startswith("archive p9 at HeyMilo") and "--adopt" not in found.help
    assert plan.changes[0].action is Action.UPDATE and plan.changes[0].archives == ()


def test_what_else_the_state_has_for_that_revision(applied: Any, posting: Any, live: Any) -> None:
    watch(applied)
    shown = {"p1": live("p1", archived=True), "p9": live("p9", metadata=marks())}
    found = only(applied.plan(posting(), listing=applied.listing(postings=shown)))
    assert found.message.endswith(
        "the state has posting p1 for that revision, which is archived, and this one takes candidates"
    )
    bound = applied.state.postings["nurse"].revisions[0].model_copy(update={"number": 5})
    applied.edit("nurse", revision=5, revisions=(bound,))
    found = only(applied.plan(posting(title="Day nurse"), listing=applied.listing(postings=shown)))
    assert found.severity == "warning", "it can't be bound: it is older than what is on record"
    assert "the state is at revision 5" in found.message


# what is archived, pending, copied


def test_an_archived_late_posting_is_no_more_than_a_note(world: Any, posting: Any, live: Any) -> None:
    watch(world)
    late = live("p9", metadata=marks(), archived=True)
    plan = world.plan(posting(), listing=world.listing(postings={"p9": late}))
    assert (plan.findings, plan.changes[0].action) == ((), Action.CREATE)
    assert plan.notes[0] == Reason(ReasonCode.LATE_AND_ARCHIVED, "p9", "nurse@1", "eeeeeeee", 1) and plan.notes[
        0
    ] == Reason(ReasonCode.LATE_AND_ARCHIVED, "p9", "nurse@1", "eeeeeeee", 1)


def test_another_attempt_than_the_pending_one_is_late(world: Any, posting: Any, live: Any) -> None:
    world.await_outcome("nurse", op_id=OP, attempt=2)
    listing = world.listing(postings={"p9": live("p9", metadata=marks(attempt=1))})
    plan = world.plan(posting(), listing=listing)
    found = only(plan)
    assert (found.severity, plan.changes[0].action) == ("warning", Action.HOLD)
    assert "the outcome of another attempt is unknown" in found.message and "--adopt p9" in found.help


def test_a_late_posting_while_another_operation_is_pending(world: Any, posting: Any, live: Any) -> None:
    watch(world)
    world.await_outcome("nurse")
    found = only(world.plan(posting(), listing=world.listing(postings={"p9": live("p9", metadata=marks())})))
    assert "the outcome of another operation is unknown" in found.message
    assert "plan again then" in found.help and "--adopt" not in found.help


def test_a_late_posting_and_its_copy(world: Any, posting: Any, live: Any) -> None:
    watch(world)
    shown = {f"p{at}": live(f"p{at}", metadata=marks(), created_at=float(at)) for at in (8, 9)}
    plan = world.plan(posting(), listing=world.listing(postings=shown))
    assert "posting p8 of nurse@1" in only(plan).message
    assert plan.notes == (Reason(ReasonCode.COPY_OF_OURS, "p9", "p8", "nurse@1"),)
    shown["p9"] = live("p9", metadata=marks(), created_at=8.0)
    (found,) = world.plan(posting(), listing=world.listing(postings=shown)).findings
    assert (found.code, found.severity) == ("PL501", "error") and "postings p8 and p9" in found.message


def test_a_late_posting_that_was_bound_is_late_no_more(applied: Any, posting: Any, live: Any) -> None:
    watch(applied)
    shown = {"p1": live("p1", metadata=marks()), "p9": live("p9", metadata=marks())}
    plan = applied.plan(posting(), listing=applied.listing(postings=shown))
    assert (plan.findings, plan.notes) == ((), (Reason(ReasonCode.COPY_OF_OURS, "p9", "p1", "nurse@1"),))
    assert applied.plan(posting(), listing=applied.listing(postings=shown), state=None).findings[0].code == "PL501"


def test_marks_without_an_operation_are_nobodys_attempt(applied: Any, posting: Any, live: Any) -> None:
    shown = {"p1": live("p1", metadata={"heymilo-ops": "acme/prod/nurse@1"})}
    shown["p9"] = live("p9", metadata={"heymilo-ops": "acme/prod/nurse@1"})
    plan = applied.plan(posting(), listing=applied.listing(postings=shown))
    assert plan.findings == () and plan.notes[-1] == Reason(ReasonCode.COPY_OF_OLDER, "p9", "nurse@1", "p1")


def test_a_posting_whose_marks_were_edited_to_another_name_is_named_as_well(
    applied: Any, posting: Any, live: Any
) -> None:
    names = {"p7": "nurse", "p8": "porter", "p9": "porter"}
    shown = {key: live(key, metadata=marks(name), created_at=None) for key, name in names.items()}
    plan = applied.plan(posting(), listing=applied.listing(postings=shown))
    words = " ".join([found.message for found in plan.findings] + [repr(note) for note in plan.notes])
    assert all(posting_id in words for posting_id in shown), (plan.findings, plan.notes)


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
