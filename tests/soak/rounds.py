"""One round: the manifests change, runs are killed, paused or race while answers get lost, and apply is run again."""

from __future__ import annotations

import signal
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from tests.proof.forker import Run
from tests.proof.world import APPLY
from tests.soak import edits, judge, scripts
from tests.soak.forked import SharedForker
from tests.soak.grounds import Ground
from tests.soak.scripts import Act
from tests.soak.tally import Tally

RUNS = 4
"""So many runs of ``apply``, and all is done, whatever happened before."""

_HAPPENS = (0, 3, 4, 5)
"""How a run may end that something came in between of: done, something open, somebody else was there, no answer."""

_NOTHING = "nothing to roll back"
_REFUSED = "HeyMilo answered 409"


class WrongError(Exception):
    """A round showed that something does not hold."""


@dataclass
class Playing:
    """A round under way. ``usual``: seconds that a run at this place takes, for all rounds."""

    world: Ground
    tally: Tally
    number: int
    seed: int
    usual: list[float]

    @property
    def place(self) -> str:
        """Where."""
        return self.world.door.place

    def play(self) -> None:
        """The whole round. Raises ``WrongError``."""
        world, tally = self.world, self.tally
        script = scripts.script(scripts.rng_of(self.seed, self.place, self.number), self.place)
        since, before, asked = _last(world), judge.takeovers(world), tally.asked
        tally.asked += edits.edit(world, scripts.rng_of(self.seed, self.place, self.number, "edits"), self.number)
        world.served.misbehave(script.faults)
        self.unread: set[int] = set()
        self.complaints: list[str] = []
        for act in script.acts:
            _ACTS[act.kind](self, act)
        self._converge()
        world.served.behave()
        world.served.rest()
        requests = world.served.requests(since)
        made = judge.made_by(requests)
        tally.made += made
        if made != tally.asked - asked:
            told = "\n".join(judge.told(each) for each in judge.asked_of(requests))
            self.complaints.append(f"asked for {tally.asked - asked} creates, and {made} were made:\n{told}")
        tally.lost += judge.lost_in(requests, self.unread)
        tally.takeovers += judge.takeovers(world) - before
        tally.rounds += 1
        self._judge()
        self._idle()

    def calm(self) -> None:
        """Only the edits of the round, applied without any trouble."""
        edits.edit(self.world, scripts.rng_of(self.seed, self.place, self.number, "edits"), self.number)
        run = self.world.apply()
        if run.code != 0:
            raise WrongError(f"without any trouble, apply ended with {run.code}: {run.said}")

    def kill(self, act: Act) -> None:
        """A run is killed at a point, or at a moment; it may have come to its end before."""
        self._move(act)
        run = self.world.start(*APPLY, crash=act.crash if act.moment is None else (), output=act.output)
        self._strike(run, act)

    def pause(self, act: Act) -> None:
        """A run stops with all that it holds, the other host goes on, and it wakes."""
        world = self.world
        paused = world.start(*APPLY, crash=act.crash).wait_stopped()
        if paused.ended:
            self._ended(paused)
            return
        patience = "0" if self.place == "folder" else "30"
        self._ended(world.start(*APPLY[:-1], patience, host=world.other).wait())
        while not paused.wait_stopped().ended:
            paused.go_on()
        self._ended(paused)

    def race(self, act: Act) -> None:
        """Two are started at once. Never do both apply the same."""
        world, tally = self.world, self.tally
        first = world.start(*APPLY[:-1], str(act.patience[0]), crash=act.crash)
        self._forker.let(first, act.apart)
        tally.races += not first.ended
        second = world.start(*APPLY[:-1], str(act.patience[1]), host=world.other)
        for run in (first, second):
            run.wait()
            self._ended(run)
        if len(judge.sent(world, first, second)) > 1 and 0 in (first.code, second.code):
            done = first if first.code == 0 else second
            other = second if done is first else first
            if other.code == 0:
                self.complaints.append(f"both of two at once applied: {first.said}\n{second.said}")

    def rollback(self, act: Act) -> None:
        """A design goes back to the first one that the posting had, and then somebody thinks of another."""
        world = self.world
        names = sorted(world.replaced & {*world.wanted})
        if not names:
            self.kill(act)
            return
        name = names[self.number % len(names)]
        command = ("rollback", name, "--to", "1", "--auto-approve", "--allow-large-change", "--lock-timeout", "20")
        self._applied()
        self.tally.asked += 1
        self._strike(world.start(*command, crash=act.crash, output=act.output), act)
        for _ in range(RUNS):
            run = world.start(*command).wait()
            if run.code == 0 or (run.code == 1 and _NOTHING in run.said):
                break
            self._ended(run)
        else:
            self._help_needed(f"{RUNS} rollbacks, and {name} is not back; the last ended with {run.code}", run)
        self.tally.asked += edits.redesign(world, name, self.number)

    @property
    def _forker(self) -> SharedForker:
        assert isinstance(self.world.forker, SharedForker)
        return self.world.forker

    def _applied(self) -> None:
        """What was edited is applied, so that only the rollback is left to do."""
        for _ in range(RUNS):
            run = self.world.apply()
            if run.code == 0:
                return
            self._ended(run)
        self._help_needed(f"{RUNS} runs, and something is left; the last ended with {run.code}", run)

    def _strike(self, run: Run, act: Act) -> None:
        if act.moment is not None:
            self._forker.let(run, act.moment * self.usual[0])
            run.send(signal.SIGKILL)
        run.wait()
        if run.signal is not None and judge.is_mid_request(self.world, run):
            self.world.served.rest()
            writes = judge.asked_of(self.world.served.requests())
            self.unread |= {each["seq"] for each in writes[-1:]}
        self.tally.unheard += bool(act.output)
        self._ended(run, *((1,) if act.output else ()))

    def _ended(self, run: Run, *more: int) -> None:
        """Count a kill; complain, in the end, of a run that was not killed and ended as none should.

        ``more``: exit codes that it may have too: 1 where the output was lost, and nobody reads why.
        """
        if run.signal is not None:
            self.tally.kills += run.signal == signal.SIGKILL
        elif run.code not in (*_HAPPENS, *more) and not (run.code == 1 and _REFUSED in run.said):
            self.complaints.append(f"a run ended with {run.code}: {run.said}")

    def _move(self, act: Act) -> None:
        if act.moves:
            self.world.host = self.world.other

    def _converge(self) -> None:
        """Nothing but ``apply`` is run, and all gets done."""
        for turn in range(RUNS):
            if turn == RUNS // 2:
                self.world.served.behave()
            began = time.monotonic()
            run = self.world.apply()
            if run.code == 0:
                self.usual[0] += 0.2 * (time.monotonic() - began - self.usual[0])
                return
        self._help_needed(f"{RUNS} runs, and something is left; the last ended with {run.code}", run)

    def _help_needed(self, why: str, run: Run) -> None:
        self.tally.manual += 1
        self.complaints.append(f"{why}: {run.said}")

    def _judge(self) -> None:
        verdict = judge.judge(self.world)
        self.tally.duplicates += len(verdict.duplicates)
        self.tally.missing += len(verdict.missing)
        self.tally.broken += len(verdict.broken) + len(self.complaints)
        if verdict.words or self.complaints:
            raise WrongError("\n".join([*verdict.words, *self.complaints]))

    def _idle(self) -> None:
        """An apply that finds nothing to do writes nothing and sends nothing."""
        world = self.world
        lines, since = len(world.log()), _last(world)
        run = world.apply()
        wrote = [each["point"] for each in world.log()[lines:] if "point" in each]
        sent = judge.asked_of(world.served.requests(since))
        if run.code != 0 or wrote or sent:
            self.tally.broken += 1
            raise WrongError(f"with nothing to do, apply ended with {run.code}, wrote {wrote}, sent {sent}: {run.said}")


_ACTS: Mapping[str, Callable[[Playing, Act], None]] = {
    "kill": Playing.kill,
    "pause": Playing.pause,
    "race": Playing.race,
    "rollback": Playing.rollback,
}


def _last(world: Ground) -> int:
    """The number of the last request that the server saw."""
    return max((int(each["seq"]) for each in world.served.requests()), default=0)
