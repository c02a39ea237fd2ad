"""Anything may happen at any moment, in any order: what was planned is made once, and what is there twice is told."""

from __future__ import annotations

import os
from contextlib import ExitStack
from typing import Any

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule, run_state_machine_as_test
from machine_person import converge, lose_state, make_anew
from machine_world import PATIENT_S, World, content, manifest, patched_clocks
from machine_world import SPECS as ALL_SPECS

NAMES = st.sampled_from(["a", "b", "c"])
SPECS = st.tuples(st.integers(0, 2), st.integers(0, 1))
HOSTS = st.sampled_from(["host1", "host2"])
FATES = st.sampled_from(["made", "lost", "dropped", "late", "slow", "rejected", "unreached"])
TROUBLE = st.sampled_from(["die before", "die after", "fail before", "fail after"])
BY_CLASS = [(("wording", "update"),), (("wording", "update"), ("scoring", "update")), (("rubric", "update"),)]
FEW = st.integers(1, 12)
ANY = st.integers(0, 9)
CALLS = st.integers(1, 45)

FULL = os.environ.get("HEYMILO_OPS_MACHINE") == "full"


def profile(examples: int, steps: int, **more: Any) -> settings:
    """The same every time, and nothing is left behind."""
    return settings(
        max_examples=examples,
        stateful_step_count=steps,
        deadline=None,
        derandomize=True,
        database=None,
        report_multiple_bugs=False,
        phases=(Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
        **more,
    )


class Machine(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self._stack = ExitStack()
        self.world = World()
        self._stack.enter_context(patched_clocks())(self.world)
        self.world.wanted = {"a": (0, 0)}

    def teardown(self) -> None:
        try:
            if not self.world.broken:
                converge(self.world)
        finally:
            self.world.close()
            self._stack.close()

    def check_invariants(self, *args: Any, **more: Any) -> None:
        """After each step."""
        super().check_invariants(*args, **more)
        self.world.check()

    # The work tree

    @rule(name=NAMES, spec=SPECS)
    def edit(self, name: str, spec: tuple[int, int]) -> None:
        self.world.wanted[name] = spec

    @precondition(lambda self: len(self.world.wanted) > 1)
    @rule(which=ANY)
    def remove(self, which: int) -> None:
        names = sorted(self.world.wanted)
        del self.world.wanted[names[which % len(names)]]

    @rule(name=NAMES, how=st.sampled_from(["update", "replace", *BY_CLASS]))
    def treat(self, name: str, how: str | tuple[tuple[str, str], ...]) -> None:
        """What becomes of a changed design: by class, or all alike."""
        self.world.ops_of.setdefault(name, {})["on_change"] = how

    @rule(name=NAMES, how=st.sampled_from(["open", "closed"]))
    def turn(self, name: str, how: str) -> None:
        """A role is opened or closed."""
        self.world.ops_of.setdefault(name, {})["lifecycle"] = how

    @rule(name=NAMES, spec=SPECS)
    def take_over(self, name: str, spec: tuple[int, int]) -> None:
        """Somebody makes a posting by hand, and a manifest that takes it over."""
        self.world.moves += 1
        made = self.world.heymilo.by_hand(f"hand-{self.world.moves}", manifest(name, spec).request)
        self.world.wanted[name] = spec
        self.world.ops_of.setdefault(name, {})["adopt"] = made

    @rule(which=ANY)
    def forget_adoption(self, which: int) -> None:
        """The key is taken out of a manifest, as it may be once the posting is taken over."""
        for name in [*self.world.ops_of][which : which + 1]:
            self.world.ops_of[name].pop("adopt", None)

    # Runners

    @rule(host=HOSTS, patient=st.booleans())
    def apply(self, host: str, patient: bool) -> None:
        self.world.moves += 1
        self.world.start(host, timeout_s=PATIENT_S * patient).step()

    @rule(host=HOSTS, name=NAMES)
    def revert(self, host: str, name: str) -> None:
        """What was changed outside of one posting is put back."""
        self.world.moves += 1
        self.world.start(host, timeout_s=PATIENT_S, reverts=frozenset({name})).step()

    @rule(host=HOSTS, call=CALLS, what=TROUBLE)
    def apply_in_trouble(self, host: str, call: int, what: str) -> None:
        self.world.moves += 1
        runner = self.world.start(host)
        runner.trouble[call] = what
        runner.step()

    @precondition(lambda self: len(self.world.alive) < 3)
    @rule(host=HOSTS, calls=CALLS, patient=st.booleans())
    def begin(self, host: str, calls: int, patient: bool) -> None:
        self.world.moves += 1
        self.world.start(host, timeout_s=PATIENT_S * patient).step(calls)

    @precondition(lambda self: len(self.world.alive) < 3)
    @rule(
        host=HOSTS,
        sent=st.booleans(),
        then=st.sampled_from(["waits", "sleeps", "dies"]),
        fates=st.lists(FATES, max_size=1),
    )
    def begin_a_send(self, host: str, sent: bool, then: str, fates: list[str]) -> None:
        """It comes as far as its first create or change: just before it is sent, or just after."""
        self.world.moves += 1
        self.world.fates = fates + self.world.fates
        runner, before = self.world.start(host), self.world.heymilo.written
        while not runner.done and self.world.heymilo.written == before:
            runner.step(1)
            if not sent and (state := self.world.peek()) and state.unknown():
                break
        if then == "dies":
            runner.kill()
        elif then == "sleeps":
            runner.suspended = True
            self.world.advance(130.0)

    @precondition(lambda self: self.world.alive)
    @rule(which=ANY, calls=FEW)
    def go_on(self, which: int, calls: int) -> None:
        self.world.moves += 1
        self._one(which).step(calls)

    @precondition(lambda self: self.world.alive)
    @rule(which=ANY)
    def finish(self, which: int) -> None:
        self.world.moves += 1
        self._one(which).step()

    @precondition(lambda self: self.world.alive)
    @rule(which=ANY)
    def kill(self, which: int) -> None:
        self.world.moves += 1
        self._one(which).kill()

    @precondition(lambda self: self.world.alive)
    @rule(which=ANY)
    def interrupt(self, which: int) -> None:
        self._one(which).stopping = True

    @precondition(lambda self: self.world.alive)
    @rule(which=ANY, past=st.booleans())
    def suspend(self, which: int, past: bool) -> None:
        self.world.moves += 1
        self._one(which).suspended = True
        self.world.advance(130.0 if past else 50.0)

    @precondition(lambda self: len(self.world.alive) < 2)
    @rule(calls=CALLS, name=NAMES, spec=SPECS, more=CALLS, wakes=st.booleans())
    def overtaken(self, calls: int, name: str, spec: tuple[int, int], more: int, wakes: bool) -> None:
        """One falls asleep somewhere, another takes over and stops somewhere, and the first wakes."""
        self.world.moves += 1
        first = self.world.start("host1")
        first.step(calls)
        first.suspended = True
        self.world.advance(130.0)
        self.world.wanted[name] = spec
        self.world.start("host2", timeout_s=PATIENT_S).step(more)
        self.world.moves += 1
        if wakes and not first.done:
            first.step()

    # HeyMilo and its network

    @rule(fates=st.lists(FATES, min_size=1, max_size=3))
    def trouble_ahead(self, fates: list[str]) -> None:
        self.world.fates += fates

    @precondition(lambda self: self.world.heymilo.in_the_air)
    @rule(which=ANY)
    def late_commit(self, which: int) -> None:
        self.world.moves += 1
        self.world.heymilo.commit_late(which)

    @rule(lag=st.sampled_from([0.0, 5.0, 29.0]))
    def lag(self, lag: float) -> None:
        self.world.heymilo.lag = lag

    # People

    @precondition(lambda self: self.world.heymilo.postings)
    @rule(which=ANY)
    def edit_in_heymilo(self, which: int) -> None:
        self.world.moves += 1
        self.world.heymilo.touched.add(self._posting(which))
        self.world.heymilo.change(self._posting(which), title="Edited by hand")

    @precondition(lambda self: self.world.heymilo.postings)
    @rule(which=ANY, number=ANY, how=st.sampled_from(["add", "copy", "delete", "move", "reword", "setting"]))
    def questions_by_hand(self, which: int, number: int, how: str) -> None:
        """Somebody changes the questions of a posting, or a setting."""
        self.world.moves += 1
        heymilo, posting = self.world.heymilo, self._posting(which)
        heymilo.touched.add(posting)
        asked = heymilo.asked[posting]
        one = asked[number % len(asked)] if asked else {"modality": "voice", "text": "Tea?"}
        if how in ("add", "copy"):
            new = {**one, "text": f"Somebody's {self.world.moves}?"} if how == "add" else one
            heymilo.theirs.add(heymilo.ask(posting, {key: value for key, value in new.items() if key != "id"})["id"])
        elif how == "setting":
            heymilo.change(posting, max_retakes=1 + number % 3)
        elif how == "delete" and asked:
            heymilo.drop(posting, one["id"])
        elif how == "move" and asked:
            heymilo.order(posting, [each["id"] for each in asked[1:]] + [asked[0]["id"]])
        elif how == "reword" and asked:
            heymilo.reword(posting, one["id"], {"text": f"Reworded {self.world.moves}?"})

    @precondition(lambda self: self.world.wanted)
    @rule(which=ANY)
    def accept(self, which: int) -> None:
        """A manifest is written as HeyMilo has its posting, where it can be said in this world."""
        name = sorted(self.world.wanted)[which % len(self.world.wanted)]
        state = self.world.peek()
        entry = state.postings.get(name) if state else None
        if entry and entry.posting_id in self.world.heymilo.postings:
            there = self.world.heymilo.content(entry.posting_id)
            self.world.wanted[name] = next((spec for spec in ALL_SPECS if content(name, spec) == there), (0, 0))

    @precondition(lambda self: self.world.heymilo.postings)
    @rule(which=ANY)
    def archive_by_hand(self, which: int) -> None:
        self.world.moves += 1
        self.world.heymilo.change(self._posting(which), archived=True, status="archived")

    @precondition(lambda self: self.world.heymilo.postings)
    @rule(which=ANY)
    def clone(self, which: int) -> None:
        self.world.moves += 1
        self.world.heymilo.clone(self._posting(which))

    @precondition(lambda self: self.world.heymilo.postings)
    @rule(which=ANY)
    def strip(self, which: int) -> None:
        self.world.moves += 1
        self.world.heymilo.strip(self._posting(which))

    # The state is lost

    @precondition(lambda self: not self.world.alive)
    @rule()
    def back_up(self) -> None:
        self.world.backup = dict(self.world.memory._held)

    @precondition(lambda self: not self.world.alive)
    @rule(how=st.sampled_from(["all", "state alone", "backup"]), at_once=st.booleans())
    def lose(self, how: str, at_once: bool) -> None:
        self.world.moves += 1
        lose_state(self.world, how)
        if at_once or how == "state alone":
            self.world.advance(60.0)
            make_anew(self.world)

    # Clocks

    @rule(seconds=st.sampled_from([1.0, 31.0, 125.0]))
    def wait(self, seconds: float) -> None:
        self.world.moves += 1
        self.world.advance(seconds)

    @rule(hours=st.integers(-5, 5))
    def set_clock(self, hours: int) -> None:
        self.world.set_by += 3600.0 * hours

    def _one(self, which: int) -> Any:
        return self.world.alive[which % len(self.world.alive)]

    def _posting(self, which: int) -> str:
        ids = sorted(self.world.heymilo.postings)
        return ids[-1 - which % len(ids)]


def test_whatever_happens() -> None:
    run_state_machine_as_test(Machine, settings=profile(800 if FULL else 150, 50 if FULL else 30))
