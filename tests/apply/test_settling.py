"""What a run does about its own unknown outcomes, and what it doesn't do once the lock is lost."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack, suppress
from dataclasses import replace
from typing import Any

import pytest
from fake_heymilo import AT_ONCE, FakeHeyMilo, FlakyBackend, Killed, World, at, on, posting

from heymilo_ops.apply.run_context import NotSavedError, SettlingTime, exit_code
from heymilo_ops.apply.send import NEEDED_S
from heymilo_ops.errors import Exit, LockedError, StaleError, StateError
from heymilo_ops.model.event import Cause, Ended, Finished, Outcome, Result, Waiting
from heymilo_ops.model.live import OPERATION
from heymilo_ops.model.reason import Reason, ReasonCode
from heymilo_ops.model.state import HighWater, high_water
from heymilo_ops.remote.answer import Answer
from heymilo_ops.report.outcome_text import outcome_message
from heymilo_ops.statefile.backend import MovedError
from heymilo_ops.statefile.lease import Holder, unlock_lease

ADA = Holder("Ada", "apply", "ci-7", 4711, "2026-11-24T08:00:00+00:00")
BOB = Holder("Bob", "apply", "laptop", 12, "2026-11-24T09:00:00+00:00")


def world_of(*names: str) -> World:
    """A world that holds these and z."""
    world = World(backend=FlakyBackend())
    world.want(*(posting(name) for name in names), posting("z"))
    world.api.calls, world.api.bodies = [], []
    world.backend.calm()
    return world


def settled(world: World, *wanted: Any, **more: Any) -> tuple[Outcome, ...]:
    """Plan and apply, and look for what is unknown in the end."""
    return world.want(*wanted, posting("z"), **{"settling": AT_ONCE, **more})


def operations(world: World) -> list[str]:
    """Operation and attempt of each create that was sent."""
    return [body["metadata"][OPERATION][-3:] for body in world.api.bodies if "workflow" in body]


def code(world: World, outcomes: tuple[Outcome, ...]) -> Exit:
    return exit_code(outcomes, world.state.unknown())


# found, and gone on with


def test_what_is_found_in_the_end_is_done_and_the_old_one_is_archived() -> None:
    world = world_of("a")
    world.api.fault = on("create", "lose")
    (outcome,) = settled(world, posting("a", "Why now?"))
    assert (outcome.result, outcome.action, outcome.reasons) == (Result.DONE, "replace", ())
    assert (outcome.posting_id, outcome.revision, outcome.candidate_url) == ("P3", 2, "https://c/P3")
    assert world.api.writes == [("create", "a"), ("archive", "P1")]
    assert world.state.pending == ()
    assert [bool(each.archived_at) for each in world.state.postings["a"].revisions] == [True, False]
    assert world.state.last_apply is not None
    assert world.state.last_apply.status == "done"
    assert code(world, (outcome,)) is Exit.DONE
    assert settled(world, posting("a", "Why now?")) == ()


@pytest.mark.parametrize("what", ["lose", "drop"])
def test_an_archive_that_is_unknown_is_settled_as_well(what: str) -> None:
    world = world_of("a")
    world.api.fault = at(2, what)
    (outcome,) = settled(world, posting("a", "Why now?"))
    assert (outcome.result, outcome.posting_id, outcome.revision) == (Result.DONE, "P3", 2)
    assert world.api.writes.count(("archive", "P1")) == (1 if what == "lose" else 2)
    assert world.api.postings["P1"]["archived"]
    assert settled(world, posting("a", "Why now?")) == ()


@pytest.mark.parametrize("what", ["lose", "drop"])
def test_an_update_that_is_unknown_is_settled_as_well(what: str) -> None:
    world = world_of("a")
    world.api.fault = at(1, what)
    (outcome,) = settled(world, posting("a", max_retakes=2))
    assert (outcome.result, outcome.posting_id, outcome.revision) == (Result.DONE, "P1", 2)
    assert settled(world, posting("a", max_retakes=2)) == ()


def test_what_is_told_comes_once_for_each_change_and_last_for_what_was_unknown() -> None:
    world = world_of()
    world.api.fault = on("create", "lose", "a")
    settled(world, posting("a"), posting("b"))
    told = [(e.outcome.address, e.outcome.result, e.index, e.total) for e in world.events if isinstance(e, Finished)]
    assert told == [("b", Result.DONE, 1, 2), ("a", Result.DONE, 2, 2)]
    assert isinstance(world.events[-1], Ended)
    assert [outcome.address for outcome in world.events[-1].outcomes] == ["a", "b"]


def test_the_wait_counts_from_the_end_of_the_last_attempt() -> None:
    world, now = world_of(), [100.0]
    world.api.fault = lambda kind, target, n: now.__setitem__(0, now[0] + 10) or ("lose" if n == 1 else None)

    def sleep(seconds: float) -> None:
        now[0] += seconds

    world.api.on_list = lambda number: world.api.hidden.update({"P2"} if number == 1 else ())
    listed = []
    world.api.on_list = lambda number: (listed.append(now[0]), world.api.hidden.update({"P2"}))
    outcomes = settled(world, posting("a"), posting("b"), settling=SettlingTime(30, lambda: now[0], sleep))
    assert listed[0] == 120.0
    assert listed[1] >= 120.0 + 30 + 30
    assert next(event.seconds for event in world.events if isinstance(event, Waiting)) == 60.0
    assert outcomes[0].result is Result.DONE, "sent again"


# not found, and sent again


def test_what_was_not_made_is_sent_again_as_the_next_attempt() -> None:
    world = world_of()
    world.api.fault = at(1, "drop")
    (outcome,) = settled(world, posting("a"), seen=high_water(world.api.list_all()))
    assert (outcome.result, outcome.posting_id, outcome.revision) == (Result.DONE, "P2", 1)
    assert operations(world) == ["2/1", "2/2"]
    assert [(each.attempt, each.closed) for each in world.state.watched] == [(1, True)]
    assert code(world, (outcome,)) is Exit.DONE
    assert settled(world, posting("a")) == ()


def test_each_attempt_knows_how_far_the_list_went_before_it() -> None:
    world, seen = world_of(), []

    def fault(kind: str, target: str, number: int) -> str:
        (intent,) = world.state.unknown()
        seen.append((intent.attempt, intent.seen.ids if intent.seen else None))
        return "drop"

    world.api.fault = fault
    world.api.on_list = lambda number: world.api.copy("P1", f"Q{number}", name="q", title="q", metadata={})
    settled(world, posting("a"), seen=HighWater(created_at=1.0))
    assert seen == [(1, ()), (2, ("Q3",)), (3, ("Q6",))]


def test_three_attempts_are_enough() -> None:
    world = world_of()
    world.api.fault = lambda kind, target, n: "drop"
    outcomes = settled(world, posting("a"))
    assert [outcome.result for outcome in outcomes] == [Result.REJECTED]
    assert outcomes[0].reasons == (
        Reason(ReasonCode.NOT_CARRIED_OUT, Reason(ReasonCode.NO_ANSWER, "the connection was reset")),
    )
    assert operations(world) == ["2/1", "2/2", "2/3"]
    assert world.state.pending == (), "the last was looked for as well"
    assert [each.attempt for each in world.state.watched] == [1, 2, 3]
    assert code(world, outcomes) is Exit.UNREACHABLE
    world.api.fault = lambda *_: None
    (outcome,) = settled(world, posting("a"))
    assert outcome.result is Result.DONE
    assert operations(world)[-1] == "2/4"


def test_a_third_attempt_that_is_found_is_done() -> None:
    world = world_of()
    world.api.fault = lambda kind, target, n: "drop" if n < 3 else "lose"
    (outcome,) = settled(world, posting("a"))
    assert (outcome.result, outcome.posting_id) == (Result.DONE, "P2")
    assert operations(world) == ["2/1", "2/2", "2/3"]


def test_a_later_attempt_that_is_rejected_is_told_as_such() -> None:
    world = world_of("a")
    world.api.fault = lambda kind, target, n: "drop" if n == 1 else "reject"
    outcomes = settled(world, posting("a", "Why now?"))
    assert [outcome.result for outcome in outcomes] == [Result.REJECTED]
    assert world.api.writes == [("create", "a"), ("create", "a")]
    assert world.state.pending == ()
    assert code(world, outcomes) is Exit.ATTENTION


def test_what_allows_two_readings_is_not_looked_at_again_and_not_sent() -> None:
    world = world_of()
    world.api.fault = on("create", "lose")
    world.api.on_list = lambda number: world.api.copy("P2", "P0", created_at=None) if number == 1 else None
    (outcome,) = settled(world, posting("a"))
    assert outcome.result is Result.UNKNOWN
    assert outcome.reasons == (
        Reason(ReasonCode.SEVERAL_MADE, ("P2", "P0")),
        Reason(ReasonCode.PERSON_CHOOSES, "production", "a", ("P2", "P0")),
    )
    assert outcome.reasons == (
        Reason(ReasonCode.SEVERAL_MADE, ("P2", "P0")),
        Reason(ReasonCode.PERSON_CHOOSES, "production", "a", ("P2", "P0")),
    )
    assert world.api.calls.count(("list", "")) == 3
    assert operations(world) == ["2/1"]
    assert code(world, (outcome,)) is Exit.PARTIAL


def test_a_probable_match_is_not_sent_again() -> None:
    world = world_of()
    world.api.fault = on("create", "lose")
    world.api.on_list = lambda number: world.api.postings["P2"].update(metadata={})
    (outcome,) = settled(world, posting("a"), seen=HighWater(created_at=1001.0, ids=("P1",)))
    assert (outcome.result, operations(world)) == (Result.UNKNOWN, ["2/1"])
    assert outcome.reasons == (
        Reason(ReasonCode.LOOKS_ALIKE, ("P2",)),
        Reason(ReasonCode.PERSON_CHOOSES, "production", "a", ("P2",)),
    )


# broken off


def test_who_stops_is_not_kept_waiting() -> None:
    world, asked = world_of(), [False]
    world.api.fault = lambda kind, target, n: asked.__setitem__(0, True) or "lose"
    (outcome,) = settled(world, posting("a"), stopping=lambda: asked[0], settling=SettlingTime(30, float, pytest.fail))
    assert outcome.result is Result.UNKNOWN
    assert ("list", "") not in world.api.calls
    assert len(world.state.unknown()) == 1


def test_who_stops_while_it_is_looked_for_has_nothing_sent_again() -> None:
    world, asked = world_of(), [False]
    world.api.fault = at(1, "drop")
    world.api.on_list = lambda number: asked.__setitem__(0, number == 3)
    (outcome,) = settled(world, posting("a"), stopping=lambda: asked[0])
    assert outcome.result is Result.REJECTED
    assert outcome.reasons == (Reason(ReasonCode.NOT_CARRIED_OUT, Reason(ReasonCode.INTERRUPTED)),)
    assert operations(world) == ["2/1"]
    assert world.state.pending == ()


def test_a_heymilo_that_goes_away_while_it_is_looked_for_keeps_what_was_found() -> None:
    world = world_of("c")
    world.api.fault = lambda kind, target, n: {"a": "lose", "b": "drop"}.get(target)

    def goes(number: int) -> None:
        world.api.reading_fails = number == 2

    world.api.on_list = goes
    outcomes = settled(world, posting("a"), posting("b"), posting("c"))
    assert [(outcome.address, outcome.result) for outcome in outcomes] == [("a", Result.DONE), ("b", Result.UNKNOWN)]
    assert [intent.address for intent in world.state.unknown()] == ["b"]
    assert world.state.postings["a"].posting_id == "P3"
    assert len(world.api.bodies) == 2
    assert code(world, outcomes) is Exit.PARTIAL


def test_a_heymilo_that_can_not_be_listed_leaves_all_unknown() -> None:
    world = world_of()
    world.api.fault = on("create", "lose")
    world.api.on_list = lambda number: setattr(world.api, "reading_fails", True)
    (outcome,) = settled(world, posting("a"))
    assert outcome.result is Result.UNKNOWN
    assert len(world.state.unknown()) == 1


@pytest.mark.parametrize("what", ["fail", "fail after", "die before", "die after"])
def test_a_store_that_fails_while_it_is_looked_for_is_told_as_not_saved(what: str) -> None:
    world = world_of()
    world.api.fault = on("create", "lose")
    world.backend.keys, world.backend.what, world.backend.number = "journal/", what, 4
    error = NotSavedError if what.startswith("fail") else Killed
    with pytest.raises(error) as caught:
        settled(world, posting("a"))
    if isinstance(caught.value, NotSavedError):
        assert caught.value.exit is Exit.PARTIAL
        assert caught.value.state.postings["a"].posting_id == "P2"
    world.backend.calm()
    world.recover()
    assert settled(world, posting("a")) == ()
    assert len(world.api.postings) == 2


def unsaved(world: World, number: int, *wanted: Any, **more: Any) -> Outcome:
    """What is told of the change during which the n-th write of the journal fails."""
    world.backend.keys, world.backend.what, world.backend.number = "journal/", "fail", number
    with pytest.raises(NotSavedError) as caught:
        settled(world, *wanted, **more)
    (outcome,) = caught.value.outcomes
    return outcome


def test_a_create_that_can_not_be_recorded_is_named() -> None:
    outcome = unsaved(world_of(), 3, posting("a"), posting("b"))
    assert (outcome.address, outcome.result, outcome.posting_id, outcome.revision) == ("a", Result.DONE, "P2", 1)
    assert outcome.candidate_url == "https://c/P2"
    assert outcome.reasons == (Reason(ReasonCode.NOT_RECORDED),)


@pytest.mark.parametrize("number", [3, 4])
def test_a_replace_that_can_not_be_recorded_names_what_is_live_and_what_is_not_archived(number: int) -> None:
    world = world_of("a")
    world.backend.window = 1
    outcome = unsaved(world, number, posting("a", "Why now?"))
    assert world.api.writes == [("create", "a")]
    assert (outcome.result, outcome.posting_id, outcome.revision) == (Result.SKIPPED, "P3", 2)
    assert outcome.reasons == (Reason(ReasonCode.NOT_ARCHIVED, 2, "P1", Reason(ReasonCode.STATE_NOT_WRITTEN)),)


def test_an_archive_that_can_not_be_recorded_is_named() -> None:
    world = world_of("a", "b", "c")
    world.backend.keys, world.backend.what, world.backend.number = "journal/", "fail", 3
    with pytest.raises(NotSavedError) as caught:
        world.want(posting("b"), posting("c"), posting("z"))
    assert [(each.action, each.result, each.posting_id) for each in caught.value.outcomes] == [
        ("archive", Result.DONE, "P1")
    ]


@pytest.mark.parametrize(("what", "result"), [("reject", Result.REJECTED), ("lose", Result.UNKNOWN)])
def test_what_was_not_done_and_can_not_be_recorded_is_told_as_well(what: str, result: Result) -> None:
    world = world_of()
    world.api.fault = on("create", what)
    outcome = unsaved(world, 3, posting("a"))
    assert (outcome.address, outcome.result, outcome.posting_id) == ("a", result, None)


def test_what_is_sent_again_and_can_not_be_recorded_is_told_once() -> None:
    world = world_of()
    world.api.fault = at(1, "drop")
    outcome = unsaved(world, 7, posting("a"))
    assert (outcome.result, outcome.posting_id) == (Result.DONE, "P2")


def test_what_ended_before_is_not_in_hand_any_more() -> None:
    world = world_of()
    world.backend.window = 1
    outcome = unsaved(world, 4, posting("a"), posting("b"))
    assert (outcome.address, outcome.result, outcome.reasons) == ("a", Result.DONE, ())


@pytest.mark.parametrize("what", ["die before", "die after", "fail", "fail after"])
@pytest.mark.parametrize("number", range(1, 16))
def test_broken_off_at_any_write_while_it_is_sent_again(number: int, what: str) -> None:
    world = world_of("a")
    world.api.fault = at(1, "drop")
    world.backend.number, world.backend.what = number, what
    with suppress(Killed, NotSavedError, StateError):
        settled(world, posting("a", "Why now?"))
    world.backend.calm()
    world.api.fault = lambda *_: None
    world.recover()
    settled(world, posting("a", "Why now?"))
    assert settled(world, posting("a", "Why now?")) == ()
    assert sorted(each["name"] for each in world.api.active()) == ["a", "z"]
    assert len(world.api.postings) == 3
    assert len(set(operations(world))) == len(operations(world)), "no attempt is sent twice"


def test_a_plan_goes_on_after_its_own_crash() -> None:
    world = world_of("a")
    wanted = (posting("a", "Why now?"), posting("b"), posting("z"))
    before = world.plan(*wanted)
    world.api.fault = at(2, "die before")
    with pytest.raises(Killed):
        world.run(before)
    world.api.fault = lambda *_: None
    with pytest.raises(StaleError):
        world.run(before)
    assert world.state.last_apply is not None
    assert (world.state.last_apply.plan_digest, world.state.last_apply.status) == (before.digest, "open")
    world.recover()
    outcomes = world.want(*wanted, settling=AT_ONCE)
    assert [(each.address, each.action, each.result) for each in outcomes] == [
        ("b", "create", Result.DONE),
        ("a", "archive", Result.DONE),
    ]
    assert len(world.api.postings) == 4


# the lock


class Losing:
    """A lock that is lost when it is asked for the n-th time."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.asked: list[float] = []

    def require(self, seconds: float) -> None:
        self.asked.append(seconds)
        if len(self.asked) >= self.number:
            raise LockedError("The lock of the state was lost", "Run plan again.")


class Gated(FakeHeyMilo):
    """A HeyMilo whose client asks before each send, and again after a 429, as the real one does."""

    gate: Callable[[], None] = staticmethod(lambda: None)

    def create(self, body: Any) -> Answer:
        self.gate()
        return super().create(body)

    def archive(self, posting_id: str) -> Answer:
        self.gate()
        return super().archive(posting_id)


@pytest.mark.parametrize("window", [1, 10])
@pytest.mark.parametrize("gated", [False, True])
@pytest.mark.parametrize(("number", "expected"), [(1, Exit.STALE), (2, Exit.PARTIAL)])
def test_without_the_lock_nothing_more_is_sent(number: int, expected: Exit, gated: bool, window: int) -> None:
    world, lock = world_of(), Losing(number)
    world.backend.window = window
    world.api = Gated(postings=world.api.postings)
    if gated:
        world.api.gate = lambda: lock.require(NEEDED_S)
    given = {} if gated else {"lock": lock}
    outcomes = settled(world, posting("a"), posting("b"), posting("c"), **given)
    made = ["a", "b", "c"][: number - 1]
    assert world.api.writes == [("create", name) for name in made]
    assert lock.asked == [NEEDED_S] * number
    assert [outcome.result for outcome in outcomes] == [Result.DONE] * len(made) + [Result.SKIPPED] * (3 - len(made))
    assert all(outcome.cause is Cause.FENCED for outcome in outcomes[len(made) :])
    assert all(
        outcome_message(outcome) == "not sent: The lock of the state was lost" for outcome in outcomes[len(made) :]
    ), outcomes
    assert world.state.pending == (), "what was not sent is not in question"
    assert code(world, outcomes) is expected
    lock.number = 99
    assert [outcome.result for outcome in settled(world, posting("a"), posting("b"), posting("c"))] == [Result.DONE] * (
        3 - len(made)
    )


def test_without_the_lock_the_old_one_is_not_archived() -> None:
    world = world_of("a")
    outcomes = settled(world, posting("a", "Why now?"), lock=Losing(2))
    assert [outcome.result for outcome in outcomes] == [Result.SKIPPED]
    assert outcome_message(outcomes[0]).startswith("revision 2 is live, but P1 is not archived yet (The lock")
    assert code(world, outcomes) is Exit.PARTIAL
    assert world.state.pending == ()
    assert [outcome.action for outcome in settled(world, posting("a", "Why now?"))] == ["archive"]


def test_without_the_lock_an_update_is_not_sent() -> None:
    world = world_of("a")
    (outcome,) = settled(world, posting("a", max_retakes=1), lock=Losing(1))
    assert (outcome.result, outcome_message(outcome)) == (Result.SKIPPED, "not sent: The lock of the state was lost")
    assert world.api.writes == []


def test_without_the_lock_nothing_is_sent_again() -> None:
    world = world_of()
    world.api.fault = at(1, "drop")
    outcomes = settled(world, posting("a"), lock=Losing(2))
    assert [outcome.cause for outcome in outcomes] == [Cause.FENCED]
    assert operations(world) == ["2/1"]
    assert world.state.pending == ()
    world.api.fault = lambda *_: None
    assert settled(world, posting("a"))[0].result is Result.DONE
    assert operations(world) == ["2/1", "2/2"]


# somebody else has it


class Taking(FakeHeyMilo):
    """A HeyMilo that takes so long over the n-th create that somebody else takes the lock."""

    number = 1
    meanwhile: Callable[[], None] = staticmethod(lambda: None)

    def create(self, body: Any) -> Answer:
        answer = super().create(body)
        if len(self.bodies) == self.number:
            self.meanwhile()
        return answer


@pytest.mark.parametrize("number", [1, 2])
def test_who_was_taken_over_leaves_what_it_knows_and_writes_nothing(number: int) -> None:
    world = world_of()
    world.api = Taking(postings=world.api.postings)
    world.api.number = number
    mine, other = world.store, world.store
    plan = world.plan(posting("a"), posting("b"), posting("z"))
    with ExitStack() as stack:
        lock: Any = stack.enter_context(mine.hold(ADA))

        def meanwhile() -> None:
            unlock_lease(world.backend, lock.terms.lease_id)
            stack.enter_context(other.hold(BOB))

        world.api.meanwhile = meanwhile
        with pytest.raises(NotSavedError) as caught:
            world.run(plan, store=mine, lock=lock, settling=AT_ONCE)
        assert caught.value.exit is Exit.PARTIAL
        name = "ab"[number - 1]
        assert [call for call in world.api.writes if call[0] == "create"] == [
            ("create", each) for each in "ab"[:number]
        ]
        known = {address: entry.posting_id for address, entry in caught.value.state.postings.items()}
        assert known[name] == f"P{1 + number}", "the error carries what is known"
        assert world.backend.list("late/") == [f"late/{lock.epoch}-{number + 1:032x}-1.json"]
        (late,) = other.late()
        assert (late.address, late.live.posting_id) == (name, f"P{1 + number}")
        assert [intent.address for intent in world.state.unknown()] == [name]
        world.api.hidden = {f"P{1 + number}"}  # a list that lags: the evidence is enough
        settled_ = world.recover(store=other)
        assert settled_ is not None
        assert len(settled_.adopted) == 1
        with pytest.raises(MovedError):
            other.write(caught.value.state)
    assert settled(world, posting("a"), posting("b"))[-1:] == () or number == 1
    world.api.hidden = set()
    assert sorted(each["name"] for each in world.api.active()) == ["a", "b", "z"]


def test_who_was_taken_over_before_its_first_send_is_stale() -> None:
    world = world_of()
    mine, other = world.store, world.store
    plan = world.plan(posting("a"), posting("z"))
    with ExitStack() as stack:
        lock: Any = stack.enter_context(mine.hold(ADA))
        unlock_lease(world.backend, lock.terms.lease_id)
        stack.enter_context(other.hold(BOB))
        with pytest.raises(StaleError):
            world.run(plan, store=mine, lock=lock, settling=AT_ONCE)
    assert world.api.writes == []
    assert world.state.pending == ()


# the cost of one change


def test_a_change_costs_the_same_in_a_small_state_and_in_a_large_one() -> None:
    cost = {}
    for count in (10, 1000):
        world = World(backend=FlakyBackend())
        world.want(posting("p0000"))
        with (store := world.store).hold(ADA):
            state = store.read()
            assert state is not None
            entry = state.postings["p0000"]
            known = {f"p{n:04d}": entry.model_copy(update={"posting_id": f"X{n:04d}"}) for n in range(1, count)}
            store.write(state.model_copy(update={"postings": {**state.postings, **known}}))
        plan = world.plan(*(posting(name) for name in world.state.postings), posting("q"))
        plan = replace(plan, changes=tuple(each for each in plan.changes if each.address == "q"), findings=())
        world.backend.calm()
        with (store := world.store).hold(ADA) as lock:
            assert [each.result for each in world.run(plan, store=store, lock=lock, settling=AT_ONCE)] == [Result.DONE]
        log = world.backend.log
        kinds = [(verb, key.partition("/")[0]) for verb, key, _ in log]
        small = sum(size for _, key, size in log if key != "state.json")
        cost[count] = (kinds, small)
        assert sum(key == "state.json" for _, key, _ in log) == 1, "the fold"
    assert cost[10][0] == cost[1000][0]
    assert cost[1000][1] == pytest.approx(cost[10][1], rel=0.01)
    assert cost[1000][1] < 20_000
