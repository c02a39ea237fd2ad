"""What HeyMilo shows of our operations."""

from __future__ import annotations

from typing import Any

import pytest

from heymilo_ops.model.desired import desire
from heymilo_ops.model.reason import Reason, ReasonCode
from heymilo_ops.model.state import HighWater
from heymilo_ops.review.reasons import reason_sentences

OP = "f" * 32


def marks(attempt: int = 1, op: str = OP, workspace: str = "prod") -> dict[str, str]:
    return {"heymilo-ops": f"acme/{workspace}/nurse@1", "heymilo-ops-op": f"{op}/{attempt}"}


def reasons(world: Any, posting: Any, postings: Any, **changes: Any) -> tuple[str, ...]:
    world.await_outcome("nurse", **changes)
    plan = world.plan(posting(), listing=world.listing(postings=postings))
    return reason_sentences(plan.changes[0].reasons)


def test_twins_of_a_pending_create_are_both_named_and_neither_is_chosen(world: Any, posting: Any, live: Any) -> None:
    twins = {each: live(each, metadata=marks(), created_at=1.0) for each in ("p8", "p9")}
    said = reasons(world, posting, twins)
    assert said[0].endswith(
        "HeyMilo lists postings p8 and p9 with its mark, and doesn't say which of them was made first"
    )
    resolve = "heymilo-ops -w prod state resolve nurse"
    assert f"`{resolve} --adopt p8` or `{resolve} --adopt p9`; `{resolve} --retry` if none is" in said[2]


def test_an_earlier_attempt_that_shows_is_named_as_such(world: Any, posting: Any, live: Any) -> None:
    said = reasons(world, posting, {"p9": live("p9", metadata=marks(1))}, attempt=2)
    assert said[0].endswith("HeyMilo lists posting p9 with the mark of its attempt 1")
    assert len(said) == 2


def test_twins_of_an_earlier_attempt_are_left_to_a_person_as_reconciling_leaves_them(
    world: Any, posting: Any, live: Any
) -> None:
    twins = {f"p{at}": live(f"p{at}", metadata=marks(1), created_at=float(at)) for at in (8, 9)}
    said = reasons(world, posting, twins, attempt=2)
    assert said[0].endswith("HeyMilo lists postings p8 and p9 with the mark of its attempt 1")
    assert "--adopt p8" in said[2] and "--adopt p9" in said[2]


def test_two_attempts_that_show_are_both_named(world: Any, posting: Any, live: Any) -> None:
    two = {"p8": live("p8", metadata=marks(2)), "p9": live("p9", metadata=marks(1))}
    said = reasons(world, posting, two, attempt=2)
    assert said[0].endswith(
        "HeyMilo lists posting p9 with the marks of its attempt 1 and p8 with the marks of its attempt 2"
    )
    assert "--adopt p9" in said[2] and "--adopt p8" in said[2]


def test_what_another_attempt_made_and_is_on_record_is_not_taken_twice(applied: Any, posting: Any, live: Any) -> None:
    applied.await_outcome("nurse", attempt=2)
    plan = applied.plan(posting(), listing=applied.listing(postings={"p1": live("p1", metadata=marks())}))
    assert plan.changes[0].reasons[0] == Reason(ReasonCode.OUTCOME_UNKNOWN, "create")
    assert plan.findings == ()


def test_marks_of_another_workspace_are_not_ours(world: Any, posting: Any, live: Any) -> None:
    said = reasons(world, posting, {"p9": live("p9", metadata=marks(workspace="stage"), name="nurse")})
    assert said[0] == "the outcome of an earlier create is unknown"


# postings without our marks


SEEN = HighWater(created_at=5.0, ids=("p5",))


@pytest.mark.parametrize("look", [{"name": "nurse", "title": "x"}, {"name": None, "title": "Night nurse"}])
def test_a_newer_posting_without_marks_is_a_probable_match(world: Any, posting: Any, live: Any, look: Any) -> None:
    digest = desire(posting(), "x").digest
    said = reasons(world, posting, {"p9": live("p9", created_at=6.0, **look)}, seen=SEEN, digest=digest)
    assert "HeyMilo lists posting p9, made since, with its name or title and without our marks" in said[0]
    assert "--adopt p9" in said[2]


def test_the_title_is_that_which_was_sent(world: Any, posting: Any, live: Any) -> None:
    world.apply(posting("cook", title="Day nurse"))
    world.await_outcome("nurse", seen=SEEN, digest=world.state.postings["cook"].digest)
    shown = {"p8": live("p8", title="Day nurse"), "p9": live("p9", title="Night nurse")}
    plan = world.plan(posting(), posting("cook", title="Night cook"), listing=world.listing(postings=shown))
    assert plan.changes[1].reasons[0] == Reason(
        ReasonCode.OUTCOME_UNKNOWN, "create", Reason(ReasonCode.LISTED_AND_PROBABLE, ("p8",))
    )


@pytest.mark.parametrize(
    "look",
    [
        {"created_at": 4.0},
        {"posting_id": "p5", "created_at": 5.0},
        {"name": "cook"},
        {"metadata": {"heymilo-ops": "other/prod/nurse@1"}},
    ],
)
def test_what_is_older_or_somebody_elses_is_no_match(world: Any, posting: Any, live: Any, look: Any) -> None:
    shown = live(**{"posting_id": "p9", "title": "x", "name": "nurse", "created_at": 6.0, **look})
    said = reasons(world, posting, {shown.posting_id: shown}, seen=SEEN)
    assert said[0] == "the outcome of an earlier create is unknown" and len(said) == 2


def test_what_is_on_record_is_no_match(applied: Any, posting: Any, live: Any) -> None:
    applied.await_outcome("cook")
    stripped = live("p1", name="cook")
    plan = applied.plan(posting(), posting("cook"), listing=applied.listing(postings={"p1": stripped}))
    assert plan.changes[0].reasons[0] == Reason(ReasonCode.OUTCOME_UNKNOWN, "create")


# changes and archives


def test_a_change_in_place_that_shows(applied: Any, posting: Any, live: Any) -> None:
    applied.await_outcome("nurse", kind="update", action="update", target="p1")
    shown = {"p1": live("p1", metadata=marks()), "p9": live("p9", metadata=marks())}
    plan = applied.plan(posting(), listing=applied.listing(postings=shown))
    assert plan.changes[0].reasons[0] == Reason(
        ReasonCode.OUTCOME_UNKNOWN, "update", Reason(ReasonCode.LISTED_WITH_MARK, ("p1",), 0)
    )
    assert plan.notes == (Reason(ReasonCode.COPY_OF_OURS, "p9", "p1", "nurse@1"),)
    older = {"p1": live("p1", created_at=5.0), "p9": live("p9", metadata=marks(), created_at=4.0)}
    plan = applied.plan(posting(), listing=applied.listing(postings=older))
    assert Reason(ReasonCode.COPY_OF_OURS, "p9", "p1", "nurse@1") in plan.notes
    plan = applied.plan(posting(), listing=applied.listing(postings={"p9": shown["p9"]}))
    assert plan.changes[0].reasons[0] == Reason(ReasonCode.OUTCOME_UNKNOWN, "update")
    assert plan.notes == (Reason(ReasonCode.COPY_OF_OURS, "p9", "p1", "nurse@1"),), "it is the target that is changed"
    assert plan.findings == ()


def test_an_archive_that_shows(applied: Any, posting: Any, live: Any) -> None:
    applied.await_outcome("nurse", kind="archive", action="archive", target="p1")
    for shown, word in (("archived", " or deleted"), ("active", "archive is unknown")):
        listing = applied.listing(postings={"p1": live("p1", archived=shown == "archived")})
        assert reason_sentences(applied.plan(posting(), listing=listing).changes[0].reasons)[0].endswith(word)
    assert applied.plan(posting()).changes[0].reasons[0] == Reason(ReasonCode.OUTCOME_UNKNOWN, "archive")
