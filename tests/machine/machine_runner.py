"""Runners: each applies in a thread of its own that goes on only when the world says so, one call at a time."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from heymilo_ops.model.live import Live
from heymilo_ops.remote.answer import Answer, ConfirmedAnswer, RejectedAnswer, UnknownAnswer
from heymilo_ops.statefile.backend import Stored
from heymilo_ops.statefile.lease import Lease, Process
from tests.statefile.memory_backend import MemoryBackend

if TYPE_CHECKING:
    from machine_world import World

REQUEST_S = 30.0
SLOW_S = 25.0
FOREVER = 1_000_000


class Killed(BaseException):
    """The process ends here."""


class Runner:
    """One process on one host.

    ``fuel``: so many calls are made before it stops and waits. ``trouble``: what happens at a call, by its number.
    A runner that is not ``suspended`` renews its lease, however long it waits for its next turn.
    """

    def __init__(self, world: World, number: int, host: str, body: Callable[[Runner], None]) -> None:
        self.world = world
        self.process = Process(host, "", number, "1")
        self.backend = RunnerBackend(self)
        self.api = RunnerApi(self)
        self.lease: Lease | None = None
        self.epoch = 0
        self.holds = False
        self.beat_at = 0.0
        self.suspended = self.stopping = self.dead = self.done = self.faulted = False
        self.calls = self.fuel = 0
        self.trouble: dict[int, str] = {}
        self._go, self._back = threading.Semaphore(0), threading.Semaphore(0)
        self._thread = threading.Thread(target=self._run, args=(body,), daemon=True)
        self._thread.start()

    def step(self, calls: int = FOREVER) -> None:
        """Go on for so many calls."""
        self.suspended = False
        self.fuel = calls
        self.world.moves += 1
        before, self.world.active = self.world.active, self
        self._go.release()
        self._back.acquire()
        self.world.active = before
        if self.done:
            self._thread.join()

    def kill(self) -> None:
        """End it where it waits."""
        if not self.done:
            self.dead = True
            self.step()

    def die(self) -> None:
        """End it here, from within."""
        self.dead = True
        raise Killed

    def point(self) -> str | None:
        """Before a call: wait for the next turn where this one is over; what goes wrong with this call."""
        if self.dead:
            raise Killed
        if self.fuel <= 0:
            self._back.release()
            self._go.acquire()
            if self.dead:
                raise Killed
        self.fuel -= 1
        self.calls += 1
        what = self.trouble.pop(self.calls, None)
        if what == "die before":
            self.die()
        return what

    def sleep(self, seconds: float) -> None:
        """Others may go on meanwhile, and so does the clock."""
        until = self.world.boot + seconds
        self.point()
        self.world.advance(until - self.world.boot)

    def beat(self) -> None:
        """A renewal of the lease in the background, unless one is under way."""
        lease = self.lease
        if lease is not None and not lease._renewing.locked():
            self.backend.quiet = True
            try:
                lease.renew()
            finally:
                self.backend.quiet = False

    def _run(self, body: Callable[[Runner], None]) -> None:
        self._go.acquire()
        try:
            with suppress(Killed):
                if not self.dead:
                    body(self)
        except BaseException as error:
            self.world.broken.append(f"a bug: {error!r}")
        finally:
            self.done = True
            self._back.release()


class RunnerBackend:
    """The one backend as one runner reaches it."""

    def __init__(self, runner: Runner) -> None:
        self.runner = runner
        self.quiet = False

    @property
    def _memory(self) -> MemoryBackend:
        return self.runner.world.memory

    def get(self, key: str) -> Stored | None:
        return self._call(lambda: self._memory.get(key), writes=False)

    def put(self, key: str, data: bytes, expected: str | None) -> str:
        return self._write(key, data, lambda: self._memory.put(key, data, expected))

    def create(self, key: str, data: bytes) -> str:
        return self._write(key, data, lambda: self._memory.create(key, data))

    def list(self, prefix: str) -> list[str]:
        return self._call(lambda: self._memory.list(prefix), writes=False)

    def delete(self, key: str) -> None:
        return self._write(key, None, lambda: self._memory.delete(key))

    def _write(self, key: str, data: bytes | None, do: Callable[[], Any]) -> Any:
        def done() -> Any:
            found = do()
            self.runner.world.stored(self.runner, key, data)
            return found

        return self._call(done, writes=True)

    def _call(self, do: Callable[[], Any], *, writes: bool) -> Any:
        from heymilo_ops.errors import StateError

        what = None if self.quiet else self.runner.point()
        if writes and what == "fail before":
            self.runner.faulted = True
            raise StateError("the place can't be reached")
        found = do()
        if what == "die after":
            self.runner.die()
        if writes and what == "fail after":
            self.runner.faulted = True
            raise StateError("no answer")
        return found


class RunnerApi:
    """HeyMilo as one runner reaches it: what goes wrong with its writes is taken from ``world.fates``."""

    def __init__(self, runner: Runner) -> None:
        self.runner = runner
        self.gate: Callable[[], None] = lambda: None

    def list_all(self) -> list[Live]:
        self._read()
        return self.runner.world.heymilo.listed()

    def get(self, posting_id: str) -> Live | None:
        self._read()
        return self.runner.world.heymilo.found(posting_id)

    def questions(self, posting_id: str) -> list[dict[str, Any]]:
        self._read()
        return self.runner.world.heymilo.questions(posting_id)

    def blueprints(self) -> frozenset[str]:
        return frozenset()

    def create(self, body: Mapping[str, Any]) -> Answer:
        return self._send(lambda: self.runner.world.posted(self.runner, body))

    def update(self, posting_id: str, body: Mapping[str, Any]) -> Answer:
        return self._send(lambda: self.runner.world.patched(self.runner, posting_id, body))

    def archive(self, posting_id: str) -> Answer:
        return self._send(lambda: self.runner.world.closed(self.runner, posting_id))

    def update_step(self, posting_id: str, order: int, config: Mapping[str, Any]) -> Answer:
        raise AssertionError("no manifest here says anything of a step")

    def update_question(self, posting_id: str, question_id: str, body: Mapping[str, Any]) -> Answer:
        heymilo = self.runner.world.heymilo
        return self._edit(posting_id, question_id, lambda: heymilo.reword(posting_id, question_id, body))

    def create_question(self, posting_id: str, body: Mapping[str, Any]) -> Answer:
        return self._send(lambda: self.runner.world.asked(self.runner, posting_id, body))

    def delete_question(self, posting_id: str, question_id: str) -> Answer:
        if not self.runner.world.heymilo.has(posting_id, question_id):
            return RejectedAnswer(404, "no such question")
        return self._send(lambda: self.runner.world.unasked(self.runner, posting_id, question_id))

    def reorder_questions(self, posting_id: str, modality: str, ids: Sequence[str]) -> Answer:
        heymilo = self.runner.world.heymilo
        if sorted(ids) != sorted(one["id"] for one in heymilo.asked[posting_id]):
            return RejectedAnswer(422, "a reorder names all questions")
        return self._edit(posting_id, ids[0], lambda: heymilo.order(posting_id, ids))

    def _edit(self, posting_id: str, question_id: str, do: Callable[[], dict[str, Any]]) -> Answer:
        if not self.runner.world.heymilo.has(posting_id, question_id):
            return RejectedAnswer(404, "no such question")
        return self._send(lambda: self.runner.world.edited(self.runner, posting_id, do))

    def _read(self) -> None:
        self.runner.point()
        self.runner.world.advance(0.2)

    def _send(self, begin: Callable[[], Carrying]) -> Answer:
        runner, world = self.runner, self.runner.world
        after = runner.point()
        self.gate()
        fate = world.fates.pop(0) if world.fates else "made"
        if fate == "unreached":
            return RejectedAnswer(None, "connection refused", reached=False)
        sent = begin()
        if fate == "rejected":
            sent.reject()
            return RejectedAnswer(422, "title is too short")
        if fate in ("made", "lost"):
            sent.carry_out()
        elif fate == "slow":
            world.due.append((world.boot + SLOW_S, sent.carry_out))
        else:
            sent.drop(later=fate == "late")
        if after == "die after":
            runner.die()
        runner.point()
        world.advance({"made": 1.0, "slow": SLOW_S}.get(fate, REQUEST_S))
        return ConfirmedAnswer(sent.found) if fate in ("made", "slow") else UnknownAnswer("no answer within 30 s")


class Carrying:
    """One write under way. ``found`` is HeyMilo's answer, once it is carried out."""

    def __init__(self, do: Callable[[], dict[str, Any]], reject: Callable[[], None], drop: Callable[[bool], None]):
        self.found: dict[str, Any] = {}
        self.over = False
        self._do, self._reject, self._drop = do, reject, drop

    def carry_out(self) -> None:
        self.over = True
        self.found = self._do()

    def reject(self) -> None:
        self.over = True
        self._reject()

    def drop(self, *, later: bool) -> None:
        self.over = True
        self._drop(later)
