"""No label is dead: runs that nobody kills reach them all."""

from __future__ import annotations

import signal
from collections.abc import Callable

import pytest

from tests.proof.behaviours import answering
from tests.proof.points import FOLDER, GIT, GIT_KILLED, LABELS, LEASE, LOCK
from tests.proof.rounds import begin, edit, killed
from tests.proof.world import APPLY, World

_LABELS_OF_A_LEASE = {f"{each}.{moment}" for each in (*LEASE, "fence", "late") for moment in ("before", "after")}
_OF_A_LOCK = {f"{each}.{moment}" for each in LOCK for moment in ("before", "after")} | {*FOLDER}
REACHED = {
    "folder": {*LABELS} - _LABELS_OF_A_LEASE - {*GIT, *GIT_KILLED},
    "bucket": {*LABELS} - _OF_A_LOCK - {*GIT, *GIT_KILLED},
    "git": {*LABELS} - _OF_A_LOCK,
}


def everything(world: World) -> None:
    """A lost answer, a create that never arrives, one that is refused, questions that HeyMilo writes, a crash."""
    begin(world)
    edit(world, 1, generated=True)
    world.served.misbehave(answering("lose_answer_after_commit", "alpha"))
    world.served.misbehave(answering("drop_before", "gamma"))
    killed(world, "opened.after", 1)
    run = world.apply()
    assert run.code == 0, run.said
    edit(world, 2)
    world.served.misbehave(answering("error_5xx_before", "gamma", status=422))
    for code in (3, 0):
        run = world.apply()
        assert run.code == code, run.said


def taken_over(world: World) -> None:
    """A run sleeps with an answer in its hands, another takes over, and the first wakes."""
    edit(world, 3)
    slow = {"action": "delay", "seconds": 0.25, "match": {"method": "PATCH"}}
    world.served.misbehave([slow])
    pause = {"label": "create.after", "nth": 2, "signal": signal.SIGSTOP}
    paused = world.start(*APPLY, crash=[pause]).wait_stopped()
    assert paused.stopped == signal.SIGSTOP, paused.said
    run = world.apply(host="two")
    assert run.code == 0, run.said
    paused.go_on()
    assert paused.wait().code == 3, paused.said


@pytest.mark.parametrize("backend", REACHED)
def test_every_label_is_reached(backend: str, build: Callable[[str], World]) -> None:
    world = build(backend)
    everything(world)
    if backend != "folder":
        taken_over(world)
    reached = {line["point"] for line in world.log() if "point" in line}
    assert REACHED[backend] - reached == set()
    assert reached - {*LABELS} == set()


def test_every_label_is_reached_somewhere() -> None:
    assert set().union(*REACHED.values()) == {*LABELS}
    assert len(LABELS) == len({*LABELS})


def test_a_label_that_is_none_is_refused(build: Callable[[str], World]) -> None:
    run = build("folder").apply(crash=[{"label": "nowhere.after", "nth": 1}])
    assert run.code == 99
    assert "no such points" in run.stderr
