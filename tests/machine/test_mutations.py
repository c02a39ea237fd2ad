"""Each safeguard switched off: the shortest trace that the machine needs to see it goes red, and is green otherwise."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from machine_person import converge
from machine_runner import Runner
from machine_world import PATIENT_S, World, patched_clocks

from heymilo_ops.apply import run_context
from heymilo_ops.apply.send import Sender
from heymilo_ops.plan import build
from heymilo_ops.plan.ownership import Ownership
from heymilo_ops.statefile import journal
from heymilo_ops.statefile.journal import STATE_KEY
from heymilo_ops.statefile.lease import Lease
from heymilo_ops.statefile.store import StateStore

Trace = Callable[[World], None]
Off = Callable[[pytest.MonkeyPatch], None]


def applied_once(world: World) -> None:
    world.run()


def killed_on_the_wire(world: World) -> None:
    """HeyMilo carries it out within its time, but after the next run has begun to look."""
    world.fates = ["slow"]
    _until_sent(world, "host1").kill()
    world.run()


def asleep_before_the_send(world: World) -> None:
    sleeper = _until_sending(world)
    _taken_over(world, sleeper)
    sleeper.step()


def asleep_before_the_outcome(world: World) -> None:
    sleeper = _until_sent(world, "host1")
    _taken_over(world, sleeper)
    sleeper.step()


def asleep_before_the_fold(world: World) -> None:
    """Whoever takes over has written to the journal, and has not folded it, when the other wakes."""
    world.run()
    world.wanted["b"] = (0, 0)
    sleeper = _until(world, "host1", lambda: not world.peek().unknown() and len(world.heymilo.sent) == 2)  # type: ignore[union-attr]
    sleeper.suspended = True
    world.advance(300.0)
    world.wanted["c"] = (0, 0)
    other = _until(world, "host2", lambda: len(world.heymilo.sent) == 3, timeout_s=PATIENT_S)
    sleeper.step()
    world.check()
    other.step()


def asleep_while_taking_over(world: World) -> None:
    """Overtaken before it could fence those before it, it must not fence those after it."""
    world.run()
    world.wanted["b"] = (0, 0)
    first = _until_sending(world)
    first.suspended = True
    world.advance(300.0)
    second = _until(world, "host2", lambda: world.epoch() > first.epoch, timeout_s=PATIENT_S)
    second.suspended = True
    world.advance(300.0)
    third = _until(world, "host3", lambda: world.entered > second.epoch, timeout_s=PATIENT_S)
    second.step()
    world.check()
    third.step()


def another_shows_up(world: World) -> None:
    """While one operation is looked for, the posting of an earlier one on that name shows up."""
    world.fates = ["late", "late", "late"]
    world.run()
    world.wanted["a"] = (1, 0)
    world.fates = ["dropped"]
    looking = _until(world, "host1", lambda: len(world.heymilo.sent) == 4)
    world.heymilo.commit_late(0)
    looking.step()


def committed_late(world: World) -> None:
    world.fates = ["late"]
    world.run()
    world.heymilo.commit_late(0)


def _taken_over(world: World, sleeper: Runner) -> None:
    """It sleeps past its lease, and another has the lock when it wakes."""
    sleeper.suspended = True
    world.advance(300.0)
    _until(world, "host2", lambda: world.entered > sleeper.epoch, timeout_s=PATIENT_S)


def _until_sending(world: World) -> Runner:
    return _until(world, "host1", lambda: bool((state := world.peek()) and state.unknown()))


def _until_sent(world: World, host: str) -> Runner:
    return _until(world, host, lambda: bool(world.heymilo.sent))


def _until(world: World, host: str, there: Callable[[], bool], **more: Any) -> Runner:
    """A runner that goes on just until that is there."""
    runner = world.start(host, **more)
    while not there():
        assert not runner.done
        runner.step(1)
    return runner


def nothing_announced(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Sender, "_announce", lambda self, intent: self._ledger.tried.add(intent.op_id))


def first_listing_believed(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(run_context.SettlingTime, "left", lambda self, since: 0.0)


def lease_not_asked(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Lease, "require", lambda self, seconds: None)


def no_seal(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(journal, "seal_epoch", lambda *_: None)


def no_fence(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(StateStore, "_fence", lambda self, lock=None: None)


def no_compare(patch: pytest.MonkeyPatch) -> None:
    """The state is replaced, whatever it is by now."""

    def put(self: StateStore, data: bytes, new: Any) -> str:
        found = self.backend.get(STATE_KEY)
        return self.backend.put(STATE_KEY, data, found.version if found else None)

    patch.setattr(StateStore, "_put", put)


def adopted_by_name(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Ownership, "is_of", lambda self, intent: self.live.name == intent.address)


def fenced_without_the_lock(patch: pytest.MonkeyPatch) -> None:
    fence = StateStore._fence
    patch.setattr(StateStore, "_fence", lambda self, lock=None: fence(self))


def late_ones_untold(patch: pytest.MonkeyPatch) -> None:
    for name in ("ownership_findings", "ownership_notes"):
        patch.setattr(build, name, lambda *_: ())


OFF: list[tuple[Off, Trace, str]] = [
    (nothing_announced, applied_once, "no durable intent"),
    (first_listing_believed, killed_on_the_wire, "carried out in time"),
    (lease_not_asked, asleep_before_the_send, "had lost the lock"),
    (no_seal, asleep_before_the_outcome, "in charge"),
    (no_fence, asleep_before_the_fold, "in charge"),
    (fenced_without_the_lock, asleep_while_taking_over, "in charge"),
    (no_compare, asleep_before_the_fold, "in charge"),
    (adopted_by_name, another_shows_up, "never had it"),
    (late_ones_untold, committed_late, "says nothing of it"),
]


@contextlib.contextmanager
def a_world() -> Iterator[World]:
    world = World()
    with patched_clocks() as use:
        use(world)
        world.wanted = {"a": (0, 0)}
        try:
            yield world
        finally:
            world.close()


def follow(trace: Trace) -> None:
    with a_world() as world:
        trace(world)
        world.check()
        converge(world)


@pytest.mark.parametrize("trace", sorted({trace for _, trace, _ in OFF}, key=lambda each: each.__name__))
def test_a_trace_is_green_with_every_safeguard_on(trace: Trace) -> None:
    follow(trace)


@pytest.mark.parametrize(("off", "trace", "said"), OFF, ids=[off.__name__ for off, _, _ in OFF])
def test_a_safeguard_that_is_off_is_seen(off: Off, trace: Trace, said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    off(monkeypatch)
    with pytest.raises(AssertionError, match=said):
        follow(trace)
