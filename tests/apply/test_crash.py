"""A run that breaks off at any point: nothing is made twice, and what is not known is said to be so."""

from __future__ import annotations

from collections import Counter
from contextlib import suppress
from dataclasses import replace

import pytest
from fake_heymilo import AT_ONCE, FakeHeyMilo, FlakyBackend, Killed, World, at, posting
from hypothesis import given, settings
from hypothesis import strategies as st

from heymilo_ops.apply.run_context import NotSavedError
from heymilo_ops.errors import StateError
from heymilo_ops.model.desired import Desired
from heymilo_ops.model.event import Result
from heymilo_ops.model.live import read_mark
from heymilo_ops.statefile.format import decode_state, encode_record

BEFORE = (posting("a"), posting("b"), posting("c", ops={"on_remove": "archive"}))
AFTER = (posting("a", "Why now?"), posting("b", max_retakes=2), posting("d"), posting("e", ""))
SENDS = 6
"""Creates of a, d and e, the archives of a's old posting and of c, the update of b."""

SNAPSHOTS = 4
RECORDS = 1 + 2 * SENDS
"""All intents, and each send before and after it."""

QUESTIONS = SNAPSHOTS + RECORDS - 1
"""The write of the questions that HeyMilo wrote for e, after its outcome; the archive of c comes last."""

WRITES = SNAPSHOTS + RECORDS + 2 + RECORDS
"""These questions and the fold come on top, and each record is removed in the end."""


def started(window: int = 1) -> World:
    """A world that holds BEFORE."""
    backend = FlakyBackend()
    backend.window = window
    world = World(backend=backend)
    world.want(*BEFORE)
    world.api.bodies = []
    backend.calm()
    return world


def check(world: World) -> None:
    """What must hold whatever happened."""
    if world.backend.peek() is None:
        return
    state = world.state
    assert decode_state(encode_record(state), "again") == state
    made = [read_mark(each["metadata"]) for each in world.api.postings.values()]
    operations = Counter(mark.op_id for mark in made if mark)
    assert all(count == 1 for count in operations.values()), "no operation made two postings"
    known = {revision.posting_id for entry in state.postings.values() for revision in entry.revisions}
    pending = {intent.op_id for intent in state.unknown()}
    for posting_id, each in world.api.postings.items():
        mark = read_mark(each["metadata"])
        assert mark is not None
        assert posting_id in known or mark.op_id in pending, "every posting is on record, or its operation is pending"
    assert len(state.unknown()) == len({(intent.address, intent.target) for intent in state.unknown()})


def names(world: World) -> Counter[str]:
    """How many active postings each name has."""
    return Counter(each["name"] for each in world.api.active())


def healed(world: World, wanted: tuple[Desired, ...] = AFTER) -> None:
    """After the fault is gone, the same command gets there, and then does nothing."""
    world.api.fault = lambda *_: None
    world.backend.calm()
    sends = len(world.api.writes)
    world.recover()
    assert len(world.api.writes) == sends, "looking sends nothing"
    check(world)
    outcomes = world.want(*wanted)
    check(world)
    assert world.state.pending == ()
    assert all(outcome.result is Result.DONE for outcome in outcomes), outcomes
    assert names(world) == {each.address: 1 for each in wanted}
    assert world.want(*wanted) == ()


def test_the_whole_run_has_the_writes_that_are_broken_below() -> None:
    world = started()
    world.want(*AFTER)
    assert len(world.api.bodies) == SENDS
    assert world.backend.writes == WRITES
    assert world.backend.log[QUESTIONS - 1][1].endswith(".P6.json")
    assert world.backend.list("journal/") == []
    assert names(world) == {"a": 1, "b": 1, "d": 1, "e": 1}


@pytest.mark.parametrize("window", [1, 3, 50])
@pytest.mark.parametrize("what", ["die before", "die after"])
@pytest.mark.parametrize("number", range(1, SENDS + 1))
def test_killed_at_a_send(number: int, what: str, window: int) -> None:
    world = started(window)
    world.api.fault = at(number, what)
    with pytest.raises(Killed):
        world.want(*AFTER)
    check(world)
    unknown = world.state.unknown()
    assert len(unknown) <= window
    assert all(intent.sent_at is not None for intent in unknown)
    sends = len(world.api.writes)
    world.api.fault = lambda *_: None
    outcomes = world.want(*AFTER)
    assert [outcome.result for outcome in outcomes[: len(unknown)]] == [Result.UNKNOWN] * len(unknown)
    assert [outcome.address for outcome in outcomes[: len(unknown)]] == [intent.address for intent in unknown]
    touched = {target for _, target in world.api.writes[sends:]}
    in_question = {each for intent in unknown for each in (intent.address, intent.target)}
    assert not touched & in_question, "what may have been in flight is left alone"
    healed(world)


@pytest.mark.parametrize("what", ["die before", "die after"])
@pytest.mark.parametrize("number", range(1, WRITES + 1))
def test_killed_at_a_write(number: int, what: str) -> None:
    world = started()
    world.backend.number, world.backend.what = number, what
    with pytest.raises(Killed):
        world.want(*AFTER)
    world.backend.calm()
    check(world)
    assert len(world.state.unknown()) <= 1
    healed(world)


@pytest.mark.parametrize("what", ["fail", "fail after"])
@pytest.mark.parametrize("number", range(1, WRITES + 1))
def test_a_write_that_fails(number: int, what: str) -> None:
    world = started()
    world.backend.number, world.backend.what = number, what
    error: Exception | None = None
    try:
        outcomes = world.want(*AFTER)
    except StateError as failed:
        error = failed
        assert world.api.bodies == []
    except NotSavedError as failed:
        error = failed
        assert world.api.bodies
        assert failed.state.unknown() == (), "what was sent has its outcome, and the rest was not sent"
        known = {revision.posting_id for entry in failed.state.postings.values() for revision in entry.revisions}
        assert known == world.api.postings.keys(), "the error carries what is known"
    else:
        verb, _, _ = world.backend.log[number - 1]
        assert verb == "delete" or number == QUESTIONS, "only what is left over and the questions may fail"
        assert all(outcome.result is Result.DONE for outcome in outcomes)
    failing = world.backend.log[number - 1 :]
    if isinstance(error, NotSavedError):
        assert [key for verb, key, _ in failing if verb != "delete"] == [failing[0][1]], "nothing is written after it"
    world.backend.calm()
    check(world)
    healed(world)


def test_what_could_not_be_saved_is_put_back() -> None:
    for number in {*range(SNAPSHOTS + 3, SNAPSHOTS + RECORDS + 2)} - {QUESTIONS}:
        world = started()
        world.backend.number, world.backend.what = number, "fail"
        with pytest.raises(NotSavedError, match="no space") as caught:
            world.want(*AFTER)
        world.backend.calm()
        store = world.store
        assert store.read() is not None
        store.write(caught.value.state)  # what `state push` does
        assert world.state.unknown() == ()
        healed(world)


@pytest.mark.parametrize("what", ["lose", "drop", "reject", "unreached", "refuse"])
@pytest.mark.parametrize("number", range(1, SENDS + 1))
def test_a_fault_at_a_send(number: int, what: str) -> None:
    world = started()
    world.api.fault = at(number, what)
    outcomes = world.want(*AFTER)
    check(world)
    assert len(outcomes) == 5
    assert len(world.state.unknown()) == (what in ("lose", "drop"))
    healed(world)


@pytest.mark.parametrize("window", [1, 50])
@pytest.mark.parametrize("what", ["lose", "drop"])
@pytest.mark.parametrize("number", range(1, SENDS + 1))
def test_a_lost_answer_is_made_up_for_within_the_run(number: int, what: str, window: int) -> None:
    world = started(window)
    world.api.fault = at(number, what)
    outcomes = world.want(*AFTER, settling=AT_ONCE)
    assert [outcome.result for outcome in outcomes] == [Result.DONE] * 5
    assert world.state.pending == ()
    assert len(world.api.bodies) == SENDS + (what == "drop")
    assert names(world) == {each.address: 1 for each in AFTER}
    assert world.want(*AFTER) == ()


def test_an_interrupt_in_flight_leaves_the_intent() -> None:
    class Interrupted(FakeHeyMilo):
        def create(self, body: dict) -> object:
            super().create(body)
            raise KeyboardInterrupt

    world = World(Interrupted())
    with pytest.raises(KeyboardInterrupt):
        world.want(posting("a"), posting("b"))
    assert [intent.address for intent in world.state.unknown()] == ["a"]
    assert [intent.status for intent in world.state.pending] == ["sending", "planned"]


FAULTS = st.sampled_from(["lose", "drop", "reject", "unreached", "refuse", "die before", "die after"])
VARIANTS = [posting(name, text, max_retakes=n) for name in "abc" for text in ("One?", "Two?", "") for n in (1, 2)]
POSTINGS = st.lists(
    st.sampled_from(VARIANTS),
    max_size=3,
    unique_by=lambda desired: desired.address,
).map(tuple)
RUNS = st.lists(
    st.tuples(
        POSTINGS,
        st.dictionaries(st.integers(1, 5), FAULTS, max_size=2),
        st.one_of(
            st.none(), st.tuples(st.integers(1, 25), st.sampled_from(["fail", "fail after", "die before", "die after"]))
        ),
        st.booleans(),
        st.booleans(),
    ),
    min_size=1,
    max_size=5,
)


@given(RUNS, POSTINGS)
@settings(max_examples=60, deadline=None)
def test_any_sequence_of_runs_and_faults(runs: list, last: tuple[Desired, ...]) -> None:
    world = World(backend=FlakyBackend())
    for wanted, faults, broken, at_once, recovers in runs:
        world.api.bodies = []
        world.backend.calm()
        world.api.fault = lambda kind, target, n, faults=faults: faults.get(n)
        world.backend.number, world.backend.what = broken or (0, "")
        plan = world.plan(*wanted)
        plan = replace(plan, findings=tuple(each for each in plan.findings if each.code != "PL103"))  # nothing wanted
        with suppress(Killed, StateError, NotSavedError):
            world.run(plan, settling=AT_ONCE if at_once else None)
        world.backend.calm()
        check(world)
        if recovers:
            world.recover()
            check(world)
    if last:
        healed(world, last)
