"""Edits, applies, drifts and crashes at random, with people at work at HeyMilo: what is wanted is there at the end."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test

from heymilo_ops.sandbox.rewrites import REWRITES
from tests.live_machine.link import linked
from tests.live_machine.work_tree import EDITS, HAND_EDITS, IN_PLACE, ON_CHANGE, edited, manifest
from tests.live_machine.world import World

ANY = st.integers(0, 9)
NAMES = st.sampled_from(["a", "b", "c"])
CHANGES = st.lists(st.tuples(st.sampled_from(EDITS), ANY), min_size=1, max_size=3)
Changes = list[tuple[str, int]]
BothChanges = tuple[Changes, Changes]
BEFORE_AND_AFTER = st.tuples(st.just([]) | CHANGES, st.just([]) | CHANGES)
FAULTS = st.tuples(
    st.sampled_from(["drop_before", "lose_answer_after_commit", "error_5xx_after_commit", "error_5xx_before"]),
    st.sampled_from(["POST", "PATCH", "DELETE", None]),
    st.integers(0, 3),
)
CALLS = st.integers(0, 60)
Run = None | int | tuple[str, str | None, int]
"""How an apply goes: well, until its call of that number, or with a fault: action, method, requests before it."""
RUNS = st.none() | CALLS | FAULTS
QUESTIONS_BY_HAND = st.sampled_from(["add", "copy"])
ENDS = st.sampled_from(["archive", "clone", "delete"])
HAND_EDITS_MADE = st.lists(
    st.tuples(st.sampled_from([*HAND_EDITS, "delete", "reorder"]), ANY, st.booleans()), min_size=1, max_size=2
)
WAYS = st.sampled_from([frozenset(), REWRITES]) | st.frozensets(st.sampled_from(sorted(REWRITES)), min_size=1)
"""In which ways the sandbox says otherwise what it stores."""
THEN = st.sampled_from(["accept", "revert", "nothing"])
FULL = os.environ.get("HEYMILO_OPS_MACHINE") == "full"


class Machine(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.world = World()
        self.words = 0
        self._linked = linked(lambda: self.world.wire, lambda: self.world.fuse)
        self._linked.__enter__()
        os.environ["HEYMILO_API_KEY"] = "sandbox-key"

    @initialize(ways=WAYS)
    def begin(self, ways: frozenset[str]) -> None:
        """Two postings are applied to a HeyMilo that says otherwise, in these ways, what it stores."""
        self.world.rewrite(ways)
        for name in ("a", "b"):
            self.world.write({**manifest(name), "ops": {"on_change": IN_PLACE}})
        self.world.apply()

    def teardown(self) -> None:
        try:
            self.world.settle()
        finally:
            self._linked.__exit__(None, None, None)
            self.world.close()

    def check_invariants(self, *args: Any, **more: Any) -> None:
        super().check_invariants(*args, **more)
        self.world.check()

    @rule(which=ANY, changes=CHANGES, run=RUNS)
    def edit(self, which: int, changes: list[tuple[str, int]], run: Run) -> None:
        if found := self._file(which):
            data = self.world.read(found)
            for what, number in changes:
                edited(data, what, number, self._word())
            self.world.write(data, found)
        self._apply(run)

    @rule(which=ANY, how=QUESTIONS_BY_HAND, number=ANY, changes=CHANGES, run=RUNS)
    def ask(self, which: int, how: str, number: int, changes: list[tuple[str, int]], run: Run) -> None:
        """Somebody asks another question at HeyMilo, and then somebody edits the manifest."""
        if posting := self._posting(which):
            self.world.question_by_hand(posting, how, number, self._word())
        self.edit(which, changes, run)

    @rule(name=NAMES, how=st.sampled_from(["remove", "close", "open", *ON_CHANGE]), run=RUNS)
    def turn(self, name: str, how: str | dict[str, str], run: Run) -> None:
        """A role is opened, closed, removed, or its changes are treated otherwise from now on."""
        files = self.world.manifests()
        data = self.world.read(files[name]) if name in files else manifest(name)
        ops = data.get("ops", {})
        if how != "remove":
            new = (
                {"lifecycle": "closed" if how == "close" else "open"}
                if how in ("open", "close")
                else {"on_change": how}
            )
            self.world.write({**data, "ops": {**ops, **new}})
        elif name in files and len(files) > 1:
            files[name].unlink()
        self._apply(run)

    @rule(which=ANY, how=ENDS, number=ANY, run=RUNS)
    def end(self, which: int, how: str, number: int, run: Run) -> None:
        """Somebody ends or copies a posting at HeyMilo, and people register."""
        if posting := self._posting(which):
            self.world.ask("POST", f"/_control/candidates/{posting}", {"registered": 2 * number, "completed": number})
            self.world.by_hand(posting, how)
        self._apply(run)

    @rule(which=ANY, edits=HAND_EDITS_MADE, then=THEN, changes=BEFORE_AND_AFTER, run=RUNS)
    def drift(self, which: int, edits: list[tuple[str, int, bool]], then: str, changes: BothChanges, run: Run) -> None:
        """Somebody edits at HeyMilo, and it is accepted, reverted or left; before and after that, perhaps, somebody
        edits the manifest too.
        """
        files = self.world.manifests()
        name = sorted(files)[which % len(files)]
        posting = self.world.state().get(name, {}).get("posting_id")
        if posting in {one["id"] for one in self.world.postings()}:
            for what, number, moves in edits:
                self.world.change_by_hand(posting, what, number, self._word(), moves=moves)
        self._edited(files[name], changes[0])
        if then == "accept":
            self.world.accept(name)
        if then == "revert":
            self.world.apply("--revert", name)
        self._edited(files[name], changes[1])
        self._apply(run)

    def _edited(self, file: Path, changes: Changes) -> None:
        if changes:
            data = self.world.read(file)
            for what, number in changes:
                edited(data, what, number, self._word())
            self.world.write(data, file)

    @rule(number=ANY, kill=st.none() | CALLS, run=RUNS)
    def take_over(self, number: int, kill: int | None, run: Run) -> None:
        """Somebody makes a posting at HeyMilo, and it is imported."""
        self.world.post_by_hand(number, self._word())
        self.world.cli("import", "--all", "--adopt", "--auto-approve", kill=kill)
        self._apply(run)

    def _apply(self, run: Run) -> None:
        """To its end, with a call that goes wrong, or until it is killed."""
        if isinstance(run, int):
            self.world.apply(kill=run)
        elif run is not None:
            self.world.fault(*run)
            self.world.apply()
            self.world.heal()
        else:
            self.world.apply()

    def _posting(self, which: int) -> str | None:
        ids = [one["id"] for one in self.world.postings() if not one["archived"]]
        return ids[which % len(ids)] if ids else None

    def _file(self, which: int) -> Path | None:
        files = sorted(self.world.manifests().values())
        return files[which % len(files)] if files else None

    def _word(self) -> str:
        self.words += 1
        return f"word {self.words}"


def test_whatever_people_and_the_network_do() -> None:
    """The same every time."""
    run_state_machine_as_test(
        Machine,
        settings=settings(
            max_examples=400 if FULL else 18,
            stateful_step_count=25 if FULL else 12,
            deadline=None,
            derandomize=True,
            database=None,
            report_multiple_bugs=False,
            phases=(Phase.generate, Phase.shrink) if FULL else (Phase.generate,),
            suppress_health_check=list(HealthCheck),
        ),
    )
