"""Every class of answer, to every kind of send."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from fake_heymilo import FakeHeyMilo, World, at, on, posting

from heymilo_ops.apply.run_context import exit_code
from heymilo_ops.errors import Exit
from heymilo_ops.model.event import Cause, Outcome, Result
from heymilo_ops.model.reason import Reason, ReasonCode
from heymilo_ops.remote.answer import Answer, RejectedAnswer
from heymilo_ops.report.outcome_text import outcome_message

SETTLED = posting("z")


def settled() -> World:
    """A world that holds posting a, and z, which nothing changes."""
    world = World()
    world.want(posting("a"), SETTLED)
    world.api.calls = []
    world.api.bodies = []
    return world


def change(world: World, kind: str) -> tuple[Outcome, ...]:
    """One change whose faulty send is of this kind, beside a create of b."""
    if kind == "create":
        return world.want(posting("a"), SETTLED, posting("b"), posting("c"))
    if kind == "update":
        return world.want(posting("a", max_retakes=1), SETTLED, posting("c"))
    if kind == "replace":
        return world.want(posting("a", "Why now?"), SETTLED, posting("c"))
    return world.want(SETTLED, posting("c"))


KINDS = {"create": ("b", "create", "b"), "update": ("a", "update", "P1"), "archive": ("a", "archive", "P1")}


@pytest.mark.parametrize("kind", KINDS)
def test_rejected_is_told_with_heymilos_words_and_the_others_go_on(kind: str) -> None:
    world = settled()
    address, sent, target = KINDS[kind]
    world.api.fault = on(sent, "reject", target)
    before = world.state.postings.get(address)
    outcomes = {outcome.address: outcome for outcome in change(world, kind)}
    assert outcomes[address].result is Result.REJECTED
    assert outcome_message(outcomes[address]) == "title is too short"
    assert outcomes[address].errors == {"/title": "too short"}
    assert outcomes["c"].result is Result.DONE
    state = world.state
    assert state.pending == ()
    assert state.postings.get(address) == before
    assert state.last_apply is not None
    assert state.last_apply.status == "open"
    assert exit_code(tuple(outcomes.values()), state.unknown()) is Exit.PARTIAL


@pytest.mark.parametrize("what", ["lose", "drop"])
@pytest.mark.parametrize("kind", KINDS)
def test_unknown_stays_pending_and_the_address_is_left_alone(kind: str, what: str) -> None:
    world = settled()
    address, sent, target = KINDS[kind]
    world.api.fault = on(sent, what, target)
    before = world.state.postings.get(address)
    outcomes = {outcome.address: outcome for outcome in change(world, kind)}
    assert outcomes[address].result is Result.UNKNOWN
    assert ("no answer within 30 s" if what == "lose" else "the connection was reset") in outcome_message(
        outcomes[address]
    )
    assert outcomes["c"].result is Result.DONE
    (intent,) = world.state.unknown()
    assert (intent.address, intent.kind, intent.attempt) == (address, sent, 1)
    assert intent.sent_at is not None
    assert world.state.postings.get(address) == before
    world.api.fault = lambda *_: None
    sends = list(world.api.writes)
    again = change(world, kind)
    assert [(outcome.address, outcome.result) for outcome in again] == [(address, Result.UNKNOWN)]
    assert f"pending since {intent.sent_at}" in outcome_message(again[0])
    assert "run `heymilo-ops -w production apply` again" in outcome_message(again[0])
    assert world.api.writes == sends, "nothing is sent for a pending address"
    assert exit_code(again, world.state.unknown()) is Exit.PARTIAL


def test_a_plan_made_before_an_address_became_pending_does_not_touch_it() -> None:
    world = settled()
    world.api.fault = on("create", "lose", "b")
    change(world, "create")
    plan = world.plan(posting("a"), SETTLED, posting("b"), posting("c"), posting("d", ops={"moved_from": "b"}))
    moved = [replace(each, moved_from="b") for each in plan.changes if each.address == "d"]
    fresh = World().plan(posting("b")).changes
    outcomes = world.run(replace(plan, changes=(*moved, *fresh), findings=()))
    assert [(outcome.address, outcome.result) for outcome in outcomes] == [
        ("b", Result.UNKNOWN),
        ("d", Result.SKIPPED),
    ]
    assert outcomes[1].reasons == (Reason(ReasonCode.NOT_SENT, Reason(ReasonCode.EARLIER_UNKNOWN, "b")),)
    assert len([each for each in world.api.postings.values() if each["name"] == "b"]) == 1


@pytest.mark.parametrize("kind", KINDS)
def test_refused_stops_the_run_at_once(kind: str) -> None:
    world = settled()
    address, sent, target = KINDS[kind]
    world.api.fault = on(sent, "refuse", target)
    outcomes = change(world, kind)
    refused = next(outcome for outcome in outcomes if outcome.address == address)
    assert refused.cause is Cause.UNREACHED
    assert outcome_message(refused) == "HeyMilo refuses the key"
    rest = outcomes[outcomes.index(refused) + 1 :]
    assert all(
        outcome.result is Result.SKIPPED
        and outcome.reasons == (Reason(ReasonCode.NOT_SENT, Reason(ReasonCode.KEY_REFUSED)),)
        for outcome in rest
    )
    assert world.api.writes[-1] == (sent, target)
    assert world.state.pending == ()


def test_refused_before_anything_was_written_is_unreachable() -> None:
    world = World(FakeHeyMilo(fault=at(1, "refuse")))
    outcomes = world.want(posting("a"), posting("b"))
    assert [outcome.result for outcome in outcomes] == [Result.REJECTED, Result.SKIPPED]
    assert exit_code(outcomes) is Exit.UNREACHABLE
    world.api.fault = lambda *_: None
    assert all(outcome.result is Result.DONE for outcome in world.want(posting("a"), posting("b")))


def test_refused_after_something_was_written_is_partial() -> None:
    world = World(FakeHeyMilo(fault=at(2, "refuse")))
    assert exit_code(world.want(posting("a"), posting("b"), posting("c"))) is Exit.PARTIAL


def test_three_that_never_arrived_end_the_run() -> None:
    world = World(FakeHeyMilo(fault=lambda *_: "unreached"))
    outcomes = world.want(*(posting(f"p{n}") for n in range(5)))
    assert [outcome.result for outcome in outcomes] == [Result.REJECTED] * 3 + [Result.SKIPPED] * 2
    assert outcomes[4].reasons == (Reason(ReasonCode.NOT_SENT, Reason(ReasonCode.UNREACHABLE)),)
    assert exit_code(outcomes) is Exit.UNREACHABLE


def test_three_that_never_arrived_must_be_in_a_row() -> None:
    world = World(FakeHeyMilo(fault=lambda kind, target, n: "unreached" if n != 3 else None))
    outcomes = world.want(*(posting(f"p{n}") for n in range(5)))
    assert [outcome.result for outcome in outcomes] == [
        Result.REJECTED,
        Result.REJECTED,
        Result.DONE,
        Result.REJECTED,
        Result.REJECTED,
    ]


def test_patience_at_its_end_is_as_good_as_not_reached() -> None:
    class Busy(FakeHeyMilo):
        def create(self, body: dict) -> Answer:
            return RejectedAnswer(429, "too many requests", {}, True)

    outcomes = World(Busy()).want(posting("a"))
    assert exit_code(outcomes) is Exit.UNREACHABLE


# the second half of a replace


@pytest.mark.parametrize("what", ["reject", "unreached", "refuse"])
def test_a_failed_archive_leaves_the_new_one_in_effect_and_is_made_up_for(what: str) -> None:
    world = settled()
    world.api.fault = on("archive", what)
    outcome = change(world, "replace")[0]
    assert outcome.result is Result.REJECTED
    assert (outcome.posting_id, outcome.revision, outcome.candidate_url) == ("P3", 2, "https://c/P3")
    assert "P1 is not archived yet" in outcome_message(outcome)
    assert exit_code([outcome]) is Exit.PARTIAL
    assert world.state.pending == ()
    assert world.state.postings["a"].posting_id == "P3"
    world.api.fault = lambda *_: None
    outcomes = change(world, "replace")
    assert outcomes[-1].action == "archive"
    assert outcomes[-1].result is Result.DONE
    assert world.api.postings["P1"]["archived"]
    assert world.state.postings["a"].status == "active", "the address lives on"
    assert change(world, "replace") == ()


def test_an_unknown_archive_of_a_replace_is_pending_alone() -> None:
    world = settled()
    world.api.fault = on("archive", "lose")
    outcome = change(world, "replace")[0]
    assert (outcome.result, outcome.posting_id, outcome.revision) == (Result.UNKNOWN, "P3", 2)
    (intent,) = world.state.unknown()
    assert (intent.kind, intent.target) == ("archive", "P1")
    assert world.state.postings["a"].posting_id == "P3"


@pytest.mark.parametrize("what", ["reject", "lose", "drop"])
def test_a_create_that_failed_archives_nothing(what: str) -> None:
    world = settled()
    world.api.fault = on("create", what, "a")
    change(world, "replace")
    assert ("archive", "P1") not in world.api.writes
    assert [intent.kind for intent in world.state.pending] == ([] if what == "reject" else ["create"])


def test_left_overs_of_which_one_was_archived_are_partial() -> None:
    world = settled()
    wanted = (posting("a", "Why then?"), SETTLED)
    world.api.fault = on("archive", "reject")
    world.want(posting("a", "Why now?"), SETTLED)
    world.want(*wanted)
    world.api.fault = on("archive", "reject", "P3")
    outcomes = world.want(*wanted)
    assert [(outcome.action, outcome.result) for outcome in outcomes] == [("archive", Result.REJECTED)]
    assert outcome_message(outcomes[0]).startswith("P3 is not archived yet")
    assert exit_code(outcomes) is Exit.PARTIAL
    assert [bool(each.archived_at) for each in world.state.postings["a"].revisions] == [True, False, False]
    world.api.fault = lambda *_: None
    assert [outcome.result for outcome in world.want(*wanted)] == [Result.DONE]
    assert world.want(*wanted) == ()


def test_a_posting_that_is_not_there_needs_no_archiving() -> None:
    world = settled()
    world.api.fault = on("archive", "reject")
    change(world, "replace")
    world.api.fault = lambda *_: None
    world.api.deleted.add("P1")
    (outcome,) = change(world, "replace")
    assert outcome.result is Result.DONE
    assert change(world, "replace") == ()


@pytest.mark.parametrize("reading_fails", [True, False])
def test_a_404_alone_is_not_believed(reading_fails: bool) -> None:
    class Odd(FakeHeyMilo):
        def archive(self, posting_id: str) -> Answer:
            self.reading_fails = reading_fails
            return RejectedAnswer(404, "not found")

    world = settled()
    world.api = Odd(postings=world.api.postings)
    outcome = change(world, "replace")[0]
    assert outcome.result is Result.REJECTED
    assert world.state.postings["a"].revisions[0].archived_at is None


# an update reads first


def test_an_update_that_cannot_read_is_not_sent() -> None:
    world = settled()
    plan = world.plan(posting("a", max_retakes=1), SETTLED)
    reads: Iterator[bool] = iter([False, True])

    class Failing(FakeHeyMilo):
        def get(self, posting_id: str) -> object:
            self.reading_fails = next(reads)
            return super().get(posting_id)

    world.api = Failing(postings=world.api.postings)
    (outcome,) = world.run(plan)
    assert outcome.cause is Cause.UNREACHED
    assert world.api.writes == []
    assert world.state.pending == ()


def test_an_update_of_what_vanished_meanwhile_is_not_sent() -> None:
    world = settled()
    plan = world.plan(posting("a", max_retakes=1), SETTLED)
    reads: Iterator[bool] = iter([False, True])

    class Vanishing(FakeHeyMilo):
        def get(self, posting_id: str) -> object:
            found = super().get(posting_id)
            return None if next(reads) else found

    world.api = Vanishing(postings=world.api.postings)
    (outcome,) = world.run(plan)
    assert outcome.result is Result.REJECTED
    assert "not there any more" in outcome_message(outcome)
    assert world.api.writes == []


def test_an_update_whose_old_snapshot_was_edited_is_not_sent() -> None:
    world = settled()
    plan = world.plan(posting("a", max_retakes=1), SETTLED)
    key = f"snapshots/{world.state.postings['a'].digest.replace(':', '-')}.json"
    world.backend.delete(key)
    world.backend.create(key, b"{}")
    (outcome,) = world.run(plan)
    assert outcome.result is Result.REJECTED
    assert outcome.cause is None
    assert world.api.writes == []


# stopping


@pytest.mark.parametrize("asked", range(1, 6))
def test_stopping_starts_nothing_new(asked: int) -> None:
    world = settled()
    questions = iter(range(1, 100))
    wanted = (posting("a", "Why now?"), SETTLED, posting("b"), posting("c"))
    outcomes = world.want(*wanted, stopping=lambda: next(questions) >= asked)
    assert world.state.pending == ()
    assert len(outcomes) == 3
    skipped = [outcome for outcome in outcomes if outcome.result is Result.SKIPPED]
    assert skipped
    assert all("interrupted" in outcome_message(outcome) for outcome in skipped)
    world.want(*wanted)
    assert sorted(each["name"] for each in world.api.active()) == ["a", "b", "c", "z"]
    assert len(world.api.postings) == 5
    assert world.want(*wanted) == ()


def test_what_was_kept_open_is_counted_when_a_later_change_archives_it() -> None:
    keep = {"on_replace": "keep"}
    world = World()
    world.want(posting("a", ops=keep))
    world.want(posting("a", "Why now?", ops=keep))
    (replaced,) = world.want(posting("a", "And then?"))
    assert (replaced.action, replaced.archived) == ("replace", ("P1",))
    (ended,) = world.want(SETTLED)[-1:]
    assert (ended.action, ended.archived) == ("archive", ("P3",))
