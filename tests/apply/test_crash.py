"""A run that breaks off at any point: nothing is made twice, and what is not known is said to be so."""

from __future__ import annotations

from collections import Counter
from contextlib import suppress
from dataclasses import replace

import pytest
from fake_heymilo import FakeHeyMilo, FlakyBackend, Killed, World, at, posting
from hypothesis import given, settings
from hypothesis import strategies as st

from heymilo_ops.apply.outcome import NotSavedError
from heymilo_ops.apply.resolve import resolve
from heymilo_ops.errors import StateError
from heymilo_ops.model.desired import Desired
from heymilo_ops.model.event import Result
from heymilo_ops.model.mark import read_mark
from heymilo_ops.statefile.format import decode, encode

BEFORE = (posting("a"), posting("b"), posting("c", ops={"on_remove": "archive"}))
AFTER = (posting("a", "Why now?"), posting("b", max_retakes=2), posting("d"), posting("e", ""))
SENDS = 6
"""Creates of a, d and e, the archives of a's old posting and of c, the update of b."""


def started(api: FakeHeyMilo | None = None) -> World:
    """A world that holds BEFORE."""
    world = World(backend=FlakyBackend())
    world.want(*BEFORE)
    world.api.bodies = []
    world.backend.state_writes = 0
    return world


def check(world: World) -> None:
    """What must hold whatever happened."""
    stored = world.backend.peek()
    if stored is None:
        return
    state = decode(stored.data, "state.json")
    assert decode(encode(state), "again") == state
    made = [read_mark(each["metadata"]) for each in world.api.postings.values()]
    operations = Counter(mark.op_id for mark in made if mark)
    assert all(count == 1 for count in operations.values()), "no operation made two postings"
    known = {revision.posting_id for entry in state.postings.values() for revision in entry.revisions}
    pending = {intent.op_id for intent in state.unknown()}
    for posting_id, each in world.api.postings.items():
        mark = read_mark(each["metadata"])
        assert mark is not None
        assert posting_id in known or mark.op_id in pending, "every posting is on record, or its operation is pending"
    assert len(state.unknown()) == len({intent.address for intent in state.unknown()})


def names(world: World) -> Counter[str]:
    """How many active postings each name has."""
    return Counter(each["name"] for each in world.api.active())


def settle(world: World) -> None:
    """Do as the tool says with everything that is pending, looking at HeyMilo as a person would."""
    for intent in world.state.unknown():
        by_op = {
            mark.op_id: posting_id
            for posting_id, each in world.api.postings.items()
            if (mark := read_mark(each["metadata"]))
        }
        archived = intent.kind == "archive" and world.api.postings[intent.target]["archived"]
        found = intent.target if archived else by_op.get(intent.op_id)
        resolve(
            intent.address,
            store=world.store,
            api=world.api,
            project="acme",
            now=world.now,
            adopt=found,
            absent=found is None,
        )
        check(world)


def healed(world: World, wanted: tuple[Desired, ...] = AFTER) -> None:
    """After the fault is gone and what was unknown is settled, the same command gets there, and then does nothing."""
    world.api.fault = lambda *_: None
    world.backend.number = 0
    world.want(*wanted)
    check(world)
    settle(world)
    outcomes = world.want(*wanted)
    check(world)
    assert all(outcome.result is Result.DONE for outcome in outcomes), outcomes
    assert names(world) == {each.address: 1 for each in wanted}
    assert world.want(*wanted) == ()


def test_the_whole_run_has_the_sends_that_are_broken_below() -> None:
    world = started()
    world.want(*AFTER)
    assert len(world.api.bodies) == SENDS
    assert world.backend.state_writes == SENDS + 2, "one more for e, whose questions HeyMilo writes"
    assert names(world) == {"a": 1, "b": 1, "d": 1, "e": 1}


@pytest.mark.parametrize("what", ["die before", "die after"])
@pytest.mark.parametrize("number", range(1, SENDS + 1))
def test_killed_at_a_send(number: int, what: str) -> None:
    world = started()
    world.api.fault = at(number, what)
    with pytest.raises(Killed):
        world.want(*AFTER)
    check(world)
    (intent,) = world.state.unknown()
    assert intent.sent_at is not None
    sends = len(world.api.writes)
    world.api.fault = lambda *_: None
    outcomes = world.want(*AFTER)
    assert outcomes[0].result is Result.UNKNOWN
    assert outcomes[0].address == intent.address
    touched = {target for _, target in world.api.writes[sends:]}
    assert not touched & {intent.address, intent.target}, "what may have been in flight is left alone"
    healed(world)


@pytest.mark.parametrize("what", ["die before", "die after", "fail"])
@pytest.mark.parametrize("number", range(1, SENDS + 3))
def test_broken_off_at_a_write_of_the_state(number: int, what: str) -> None:
    world = started()
    world.backend.number, world.backend.what = number, what
    error = Killed if what != "fail" else StateError if number == 1 else NotSavedError
    with pytest.raises(error):
        world.want(*AFTER)
    check(world)
    assert len(world.api.bodies) <= number
    assert len(world.state.unknown()) <= 1
    healed(world)


@pytest.mark.parametrize("number", range(2, SENDS + 3))
def test_what_could_not_be_saved_is_carried_by_the_error(number: int) -> None:
    world = started()
    world.backend.number, world.backend.what = number, "fail"
    with pytest.raises(NotSavedError, match="no space") as caught:
        world.want(*AFTER)
    state = caught.value.state
    assert state.pending == (), "every send so far has its outcome, and the others were never sent"
    assert all(outcome.result is Result.DONE for outcome in caught.value.outcomes)
    known = {revision.posting_id for entry in state.postings.values() for revision in entry.revisions}
    assert known == world.api.postings.keys()
    store = world.store
    assert store.read() is not None
    store.write(state)  # what `state push` will do
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
        st.one_of(st.none(), st.tuples(st.integers(1, 6), st.sampled_from(["fail", "die before", "die after"]))),
        st.booleans(),
    ),
    min_size=1,
    max_size=5,
)


@given(RUNS, POSTINGS)
@settings(max_examples=60, deadline=None)
def test_any_sequence_of_runs_and_faults(runs: list, last: tuple[Desired, ...]) -> None:
    world = World(backend=FlakyBackend())
    for wanted, faults, broken, settles in runs:
        world.api.bodies, world.backend.state_writes = [], 0
        world.api.fault = lambda kind, target, n, faults=faults: faults.get(n)
        world.backend.number, world.backend.what = broken or (0, "")
        plan = world.plan(*wanted)
        plan = replace(plan, findings=tuple(each for each in plan.findings if each.code != "PL103"))  # nothing wanted
        with suppress(Killed, StateError, NotSavedError):
            world.run(plan)
        world.backend.number = 0
        check(world)
        if settles and world.backend.peek():
            settle(world)
    if last:
        healed(world, last)
