"""A run that sleeps past its lease, at any point, and wakes when somebody else has taken over and is done."""

from __future__ import annotations

import signal
from collections.abc import Callable

import pytest

from tests.proof import oracle
from tests.proof.rounds import assert_at_rest, begin, converge, edit, unfinished
from tests.proof.world import APPLY, World

BEFORE_THE_CHECK = ("snapshots.before", "opened.before", "opened.after", "sending.before", "sending.after")
WITH_AN_ANSWER = ("create.after", "confirmed.before", "confirmed.after", "patch.after", "archive.after")
AT_THE_END = ("state.fold.before", "state.fold.after", "sweep.before", "lease.release.before")
AFTER_THE_CHECK = ("create.before",)
"""Between the look at the lease and the first byte nothing can be done: what is sent then is told."""


def slept(world: World, label: str) -> None:
    """An apply stops at a label; another host takes over, asks for more, and is done; the first wakes and ends."""
    edit(world, 1)
    paused = world.start(*APPLY, crash=[{"label": label, "signal": signal.SIGSTOP}]).wait_stopped()
    assert paused.stopped == signal.SIGSTOP, paused.said
    world.host = "two"
    edit(world, 2)
    converge(world)
    paused.go_on()
    world.said += paused.wait().said
    assert paused.code is not None


LABELS = (*BEFORE_THE_CHECK, *WITH_AN_ANSWER, *AT_THE_END)
CASES = [
    *(("bucket", label) for label in LABELS),
    *(("git", label) for label in ("sending.after", "state.fold.before")),
]


@pytest.mark.parametrize(("backend", "label"), CASES)
def test_who_wakes_sends_nothing_and_changes_nothing(label: str, backend: str, build: Callable[[str], World]) -> None:
    world = build(backend)
    begin(world)
    slept(world, label)
    assert unfinished(world) == []
    assert oracle.audit(world) == []
    assert_at_rest(world)


@pytest.mark.parametrize("backend", ["bucket", "git"])
@pytest.mark.parametrize("label", AFTER_THE_CHECK)
def test_what_is_sent_in_the_last_moment_is_told(label: str, backend: str, build: Callable[[str], World]) -> None:
    world = build(backend)
    begin(world)
    slept(world, label)
    assert len(world.opened()["alpha"]) == 2, "what was sent late is there"
    run = world.run("plan")
    late = [each["made"][0] for each in world.served.requests() if each["made"]][-1]
    assert late in run.said, run.said
    world.served.archive(late)
    converge(world)
    assert_at_rest(world)
