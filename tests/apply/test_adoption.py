"""Postings made at HeyMilo, taken over: killed anywhere and run again, each is adopted once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace

import pytest
from fake_heymilo import AT_ONCE, Asked, FakeHeyMilo, FlakyBackend, Killed, World, asked_in, at, live, on, posting

from heymilo_ops.apply.baselines import lacks_baseline
from heymilo_ops.apply.run_context import NotSavedError
from heymilo_ops.errors import AttentionError, StaleError, StateError
from heymilo_ops.model.desired import Desired
from heymilo_ops.model.event import Cause, Result
from heymilo_ops.model.live import Listing, Mark, read_mark
from heymilo_ops.model.state import Intent
from heymilo_ops.statefile.baseline import StoredBaselines

NAMES = ("a", "b")
WANTED = tuple(posting(name, ops={"adopt": f"HAND-{name}"}) for name in NAMES)
WRITES = 2 + (1 + 2 * 2) + 2 + 5
"""Snapshots; all intents, and each PATCH before and after it; the first state and the fold; the sweep."""


def by_hand(backend: FlakyBackend | None = None) -> World:
    """Two postings that people made, with a name and notes of theirs."""
    world = World(api=FakeHeyMilo(), backend=backend or FlakyBackend())
    for wanted in WANTED:
        notes = {"team": "north"}
        world.api.make_by_hand(f"HAND-{wanted.address}", wanted.request, name=f"Made {wanted.address}", metadata=notes)
    return world


def check(world: World) -> None:
    """Each is taken over once, as it was, and nothing was made."""
    assert sorted(world.api.postings) == ["HAND-a", "HAND-b"]
    assert {kind for kind, _ in world.api.writes} == {"update"}
    for name in NAMES:
        shown, entry = world.api.postings[f"HAND-{name}"], world.state.postings[name]
        mark = read_mark(shown["metadata"])
        assert mark is not None
        assert (mark.project, mark.workspace, mark.name, mark.revision) == ("acme", "production", name, 1)
        assert (shown["metadata"]["team"], shown["name"], shown["archived"]) == ("north", f"Made {name}", False)
        assert (entry.posting_id, entry.live_name, entry.status) == (f"HAND-{name}", f"Made {name}", "active")
        assert [(made.number, made.action, made.digest) for made in entry.revisions] == [(1, "adopt", mark.digest)]
        assert entry.updated_at == shown["updated_at"]
        assert (entry.candidate_url, entry.review_url) == (f"https://c/HAND-{name}", f"https://r/HAND-{name}")
    assert world.state.pending == ()
    assert not world.plan(*WANTED).has_changes


def healed(world: World) -> None:
    """After the fault is gone, the same command gets there, and then does nothing."""
    world.api.fault = lambda *_: None
    assert isinstance(world.backend, FlakyBackend)
    world.backend.calm()
    world.recover()
    outcomes = world.want(*WANTED)
    assert all(outcome.result is Result.DONE for outcome in outcomes), outcomes
    check(world)


def test_a_posting_is_taken_over_by_one_patch_of_its_metadata() -> None:
    world = by_hand()
    outcomes = world.want(*WANTED)
    assert [(outcome.action, outcome.result, outcome.revision) for outcome in outcomes] == [
        ("adopt", Result.DONE, 1),
        ("adopt", Result.DONE, 1),
    ]
    assert [list(body) for body in world.api.bodies] == [["metadata"], ["metadata"]]
    check(world)


@pytest.mark.parametrize("number", range(1, WRITES + 1))
@pytest.mark.parametrize("what", ["die before", "die after", "fail", "fail after"])
def test_broken_off_at_any_write_of_the_state_each_is_adopted_once(number: int, what: str) -> None:
    world = by_hand(FlakyBackend(number, what))
    with suppress(Killed, StateError, NotSavedError):
        world.want(*WANTED)
    healed(world)


@pytest.mark.parametrize("number", [1, 2])
@pytest.mark.parametrize("what", ["lose", "drop", "die before", "die after", "503", "unreached", "reject"])
def test_broken_off_at_any_send_each_is_adopted_once(number: int, what: str) -> None:
    world = by_hand()
    world.api.fault = at(number, what)
    with suppress(Killed):
        world.want(*WANTED)
    healed(world)


def test_one_of_unknown_outcome_is_settled_in_the_same_run() -> None:
    world = by_hand()
    world.api.fault = at(1, "lose")
    outcomes = world.want(*WANTED, settling=AT_ONCE)
    assert [outcome.result for outcome in outcomes] == [Result.DONE, Result.DONE]
    check(world)
    world = by_hand()
    world.api.fault = at(1, "drop")
    assert [outcome.result for outcome in world.want(*WANTED, settling=AT_ONCE)] == [Result.DONE, Result.DONE]
    check(world)


def test_one_that_arrives_after_it_counted_as_not_made_is_adopted_by_the_next_run() -> None:
    world = by_hand()
    world.api.fault = at(1, "die before")
    with pytest.raises(Killed):
        world.want(*WANTED)
    (intent,) = world.state.unknown()
    world.recover()
    assert world.state.unknown() == ()
    late = Mark("acme", "production", "a", 1, intent.op_id, 1, intent.digest or "")
    world.api.touch("HAND-a", metadata={"team": "north", **late.metadata()})
    healed(world)


def test_a_lost_state_takes_the_same_postings_over_again() -> None:
    world = by_hand()
    world.want(*WANTED)
    lost = World(api=world.api, backend=FlakyBackend())
    lost.ops = 100
    lost.want(*WANTED)
    check(lost)


def test_one_that_was_changed_since_the_plan_stops_everything() -> None:
    world = by_hand()
    plan = world.plan(*WANTED)
    world.api.touch("HAND-b", title="Edited")
    with pytest.raises(StaleError, match="HAND-b was changed since"):
        world.run(plan)
    assert world.api.writes == []


def test_marks_that_came_since_the_plan_stop_everything() -> None:
    world = by_hand()
    plan = world.plan(*WANTED)
    theirs = Mark("other", "production", "a", 1, "f" * 32, 1, "sha256:" + "0" * 64).metadata()
    world.api.postings["HAND-a"]["metadata"] |= theirs
    with pytest.raises(AttentionError, match="carries the marks of other/production"):
        world.run(plan)
    assert world.api.writes == []


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"title": "Edited"}, "was changed since the plan was made"),
        ({"archived": True}, "was changed since the plan was made"),
        (None, "is not there any more"),
    ],
)
def test_what_happens_to_it_right_before_its_patch_is_seen(change: dict | None, says: str) -> None:
    world = by_hand()

    def meanwhile(kind: str, target: str, number: int) -> str | None:
        if change is None:
            world.api.deleted.add("HAND-b")
        else:
            world.api.touch("HAND-b", **change)
        return None

    world.api.fault = meanwhile
    first, second = world.want(*WANTED)
    assert (first.result, second.result) == (Result.DONE, Result.REJECTED)
    assert says in str(second.reasons)
    assert world.api.writes == [("update", "HAND-a")]


def test_one_that_can_t_be_read_right_before_its_patch_is_not_sent() -> None:
    world = by_hand()

    def meanwhile(kind: str, target: str, number: int) -> str | None:
        world.api.reading_fails = True
        return None

    world.api.fault = meanwhile
    first, second = world.want(*WANTED)
    assert (first.result, second.result, second.cause) == (Result.DONE, Result.REJECTED, Cause.UNREACHED)


def test_marks_that_come_right_before_its_patch_are_not_overwritten() -> None:
    world = by_hand()
    theirs = Mark("other", "production", "b", 1, "f" * 32, 1, "sha256:" + "0" * 64).metadata()

    def meanwhile(kind: str, target: str, number: int) -> str | None:
        world.api.postings["HAND-b"]["metadata"] = theirs
        return None

    world.api.fault = meanwhile
    _, second = world.want(*WANTED)
    assert second.result is Result.REJECTED
    assert world.api.postings["HAND-b"]["metadata"] == theirs


def test_an_answer_without_links_keeps_those_that_were_read() -> None:
    world = by_hand()
    plain = world.api.update

    def update(posting_id: str, body: dict) -> object:
        answer = plain(posting_id, body)
        return replace(answer, data={**answer.data, "urls": None})

    world.api.update = update
    world.want(*WANTED)
    check(world)


def test_a_draft_is_taken_over_without_a_word_about_how_it_was_made() -> None:
    world = by_hand()
    world.api.touch("HAND-a", status="draft")
    first, _ = world.want(*WANTED)
    assert (first.result, first.reasons) == (Result.DONE, ())


def test_a_pending_adoption_is_held_until_it_is_known() -> None:
    world = by_hand()
    world.api.fault = on("update", "lose", "HAND-a")
    world.want(*WANTED)
    (intent,) = world.state.unknown()
    assert (intent.kind, intent.target, intent.live_name) == ("adopt", "HAND-a", "Made a")
    held, other = world.plan(*WANTED).changes
    assert held.to_settle and other.action == "unchanged"
    assert "listed_with_mark" in str(held.reasons)
    assert isinstance(intent, Intent)


MANY = tuple("abcdefg")
SHOWN = {"reads_back": True, "settling": AT_ONCE}


def many_by_hand() -> tuple[World, list[Desired]]:
    """More postings than are read one by one."""
    world = World(Asked())
    wanted = [posting(name, ops={"adopt": f"HAND-{name}"}) for name in MANY]
    for one in wanted:
        world.api.make_by_hand(f"HAND-{one.address}", one.request)
    return world, wanted


def meanwhile(world: World, happens: Callable[[], object]) -> None:
    """Something happens right before the PATCH of the last posting; the others are taken over by then."""

    def fault(kind: str, target: str, number: int) -> None:
        if target == "HAND-g":
            happens()

    world.api.fault = fault


def drift_of(world: World, wanted: list[Desired], name: str) -> list[str]:
    """What a plan that reads all questions shows as changed outside."""
    listed = {posting_id: live(shown) for posting_id, shown in world.api.postings.items()}
    questions = {posting_id: asked_in(shown) for posting_id, shown in world.api.postings.items()}
    baselines = StoredBaselines(world.store, world.state)
    plan = world.plan(*wanted, baselines=baselines, listing=Listing(listed, questions=questions))
    (change,) = (change for change in plan.changes if change.address == name)
    return [field.path for field in change.drift]


def test_of_many_each_is_read_once_and_written_once() -> None:
    world, wanted = many_by_hand()
    outcomes = world.want(*wanted, **SHOWN)
    assert {outcome.result for outcome in outcomes} == {Result.DONE}
    assert Counter(kind for kind, _ in world.api.calls) == {"list": 2, "get": len(MANY), "update": len(MANY)}
    assert not any(map(lacks_baseline, world.state.postings.values()))
    assert not world.plan(*wanted, baselines=StoredBaselines(world.store, world.state)).has_changes
    assert not any(drift_of(world, wanted, name) for name in MANY)


def test_one_of_many_that_was_changed_since_the_plan_stops_everything() -> None:
    world, wanted = many_by_hand()
    plan = world.plan(*wanted)
    world.api.touch("HAND-d", title="Edited")
    with pytest.raises(StaleError, match="HAND-d was changed since"):
        world.run(plan, **SHOWN)
    assert world.api.writes == []


def test_one_of_many_that_the_list_lacks_is_read() -> None:
    world, wanted = many_by_hand()
    plan = world.plan(*wanted)
    world.api.hidden.add("HAND-d")
    outcomes = world.run(plan, **SHOWN)
    assert {outcome.result for outcome in outcomes} == {Result.DONE}
    assert world.api.calls.count(("get", "HAND-d")) == 3
    assert not lacks_baseline(world.state.postings["d"])


def test_a_list_that_lags_behind_is_not_taken_for_what_is_there_after_the_patch() -> None:
    world, wanted = many_by_hand()
    before = world.api.list_all()
    world.api.list_all = lambda: before
    world.want(*wanted, **SHOWN)
    assert world.api.calls.count(("get", "HAND-a")) == 2
    assert world.state.postings["a"].updated_at == world.api.postings["HAND-a"]["updated_at"]
    assert not drift_of(world, wanted, "a")


def test_what_somebody_changes_after_its_patch_is_drift() -> None:
    world, wanted = many_by_hand()
    meanwhile(world, lambda: world.api.touch("HAND-a", title="Theirs"))
    world.want(*wanted, **SHOWN)
    assert drift_of(world, wanted, "a") == ["/title"]
    assert world.state.postings["a"].updated_at < world.api.postings["HAND-a"]["updated_at"]


@pytest.mark.parametrize("is_dated", [True, False])
def test_a_question_that_somebody_changes_since_the_plan_is_drift(is_dated: bool) -> None:
    world, wanted = many_by_hand()
    plan = world.plan(*wanted)
    theirs = [{"type": "web_interview", "questions": [{"text": "And theirs?", "not_scored": True}]}]
    shown = world.api.postings["HAND-a"]
    if is_dated:
        meanwhile(world, lambda: world.api.touch("HAND-a", workflow=theirs))
    else:
        shown["workflow"] = theirs
    world.run(plan, **SHOWN)
    assert drift_of(world, wanted, "a") == ["/questions/HAND-aQ0/text"]


def test_what_heymilo_writes_otherwise_with_the_patch_is_no_drift() -> None:
    world, wanted = many_by_hand()
    plain = world.api.update

    def update(posting_id: str, body: dict) -> object:
        return plain(posting_id, {**body, "description": "Filled in by HeyMilo."})

    world.api.update = update
    world.want(*wanted, **SHOWN)
    assert not any(drift_of(world, wanted, name) for name in MANY)


def test_one_that_is_gone_after_its_patch_has_the_baseline_of_the_plan() -> None:
    world, wanted = many_by_hand()
    meanwhile(world, lambda: world.api.deleted.add("HAND-a"))
    world.want(*wanted, **SHOWN)
    kept = StoredBaselines(world.store, world.state)[world.state.postings["a"].current.baseline or ""]
    assert kept.request["title"] == "Title of a"
