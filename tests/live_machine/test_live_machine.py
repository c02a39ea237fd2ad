"""Edits, applies, drifts and crashes at random, with people at work at HeyMilo: what is wanted is there at the end."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule, run_state_machine_as_test

from tests.live_machine.link import linked
from tests.live_machine.work_tree import EDITS, edited, manifest
from tests.live_machine.world import APPLY, World

ANY = st.integers(0, 9)
NAMES = st.sampled_from(["a", "b", "c"])
CALLS = st.integers(0, 60)
FAULTS = st.sampled_from(["drop_before", "lose_answer_after_commit", "error_5xx_after_commit", "error_5xx_before"])
FULL = os.environ.get("HEYMILO_OPS_MACHINE") == "full"


class Machine(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.world = World()
        self.words = 0
        self._linked = linked(lambda: self.world.wire, lambda: self.world.fuse)
        self._linked.__enter__()
        os.environ["HEYMILO_API_KEY"] = "sandbox-key"

    def teardown(self) -> None:
        try:
            self.world.settle()
        finally:
            self._linked.__exit__(None, None, None)
            self.world.close()

    def check_invariants(self, *args: Any, **more: Any) -> None:
        super().check_invariants(*args, **more)
        self.world.check()

    # The work tree

    @rule(name=NAMES)
    def write(self, name: str) -> None:
        if name not in self.world.manifests():
            self.world.write(manifest(name))

    @rule(which=ANY, what=st.sampled_from(EDITS), number=ANY)
    def edit(self, which: int, what: str, number: int) -> None:
        if found := self._file(which):
            data = self.world.read(found)
            edited(data, what, number, self._word())
            self.world.write(data, found)

    @rule(which=ANY)
    def remove(self, which: int) -> None:
        if len(self.world.manifests()) > 1 and (found := self._file(which)):
            found.unlink()

    @rule(which=ANY, closed=st.booleans())
    def close(self, which: int, closed: bool) -> None:
        if found := self._file(which):
            data = self.world.read(found)
            self.world.write(
                {**data, "ops": {**data.get("ops", {}), "lifecycle": "closed" if closed else "open"}}, found
            )

    # The tool

    @rule()
    def apply(self) -> None:
        self.world.cli(*APPLY)

    @rule(calls=CALLS)
    def killed(self, calls: int) -> None:
        self.world.cli(*APPLY, kill=calls)

    @rule(action=FAULTS, method=st.sampled_from(["POST", "PATCH", "DELETE", None]), skip=st.integers(0, 3))
    def trouble(self, action: str, method: str | None, skip: int) -> None:
        self.world.fault(action, method, skip)
        self.world.cli(*APPLY)
        self.world.heal()

    # People at HeyMilo

    @rule(which=ANY, how=st.sampled_from(["archive", "clone", "delete"]))
    def by_hand(self, which: int, how: str) -> None:
        if posting := self._posting(which):
            self.world.by_hand(posting, how)

    @rule(which=ANY, registered=st.integers(0, 30), completed=st.integers(0, 9))
    def candidates(self, which: int, registered: int, completed: int) -> None:
        if posting := self._posting(which):
            people = {"registered": registered + completed, "completed": completed}
            self.world.ask("POST", f"/_control/candidates/{posting}", people)

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
            max_examples=400 if FULL else 20,
            stateful_step_count=30 if FULL else 14,
            deadline=None,
            derandomize=True,
            database=None,
            report_multiple_bugs=False,
            phases=(Phase.generate, Phase.shrink) if FULL else (Phase.generate,),
            suppress_health_check=list(HealthCheck),
        ),
    )
