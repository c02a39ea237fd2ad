"""A backend, a HeyMilo, clocks and runners, and what must hold among them at every moment."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from machine_heymilo import Content, HeyMilo, Sent, content_of, mark_of, questions_in
from machine_runner import Carrying, Runner, RunnerBackend

from heymilo_ops.apply import reconcile
from heymilo_ops.apply.baselines import lacks_baseline, take_baselines
from heymilo_ops.apply.run import apply
from heymilo_ops.apply.run_context import Author, RunContext, SettlingTime, exit_code
from heymilo_ops.apply.send import NEEDED_S
from heymilo_ops.errors import Exit, OpsError, StaleError, StateError
from heymilo_ops.finding import Severity
from heymilo_ops.model.desired import Desired, desire
from heymilo_ops.model.fold import without_planned
from heymilo_ops.model.reason import Reason, ReasonCode
from heymilo_ops.model.state import HighWater, State, high_water
from heymilo_ops.plan.build import PlanInput, build
from heymilo_ops.plan.change import Plan
from heymilo_ops.repair import salvage
from heymilo_ops.repair.resolve import Binding, adopt
from heymilo_ops.review.reasons import reason_sentences
from heymilo_ops.statefile import journal, lease, store
from heymilo_ops.statefile.baseline import StoredBaselines
from heymilo_ops.statefile.journal import STATE_KEY
from heymilo_ops.statefile.lease import LEASE_KEY, Holder, LockRequest, Process
from heymilo_ops.statefile.store import StateStore
from heymilo_ops.usecases import rebuild_state
from heymilo_ops.usecases.adoption import adopted_ids, with_adopted
from heymilo_ops.usecases.plan import PlanOptions, StoredSnapshots, read_listing
from heymilo_ops.usecases.read_pace import PacedReads
from tests.statefile.memory_backend import MemoryBackend

PROJECT, WORKSPACE = "acme", "production"
WHO = Author("ada@example.com")
SETTLE_S = 30.0
PATIENT_S = 200.0
"""Longer than a lease of somebody who is gone."""
FIRST = datetime(2027, 1, 1, tzinfo=UTC)
EVERYTHING = PlanOptions(allow_large_change=True)
Spec = tuple[int, int]
"""Which question is asked, and how many retakes there are: a design and a setting."""


Ops = tuple[tuple[str, Any], ...]
"""``ops`` of a manifest that this world changes; mappings in them as pairs."""
DESIGNS = (("why", "how"), ("why", "how", "where"), ("where", "why"))
"""The questions of each design, by their keys; the second asks the first of them in other words."""


@functools.lru_cache(None)
def manifest(name: str, spec: Spec, ops: Ops = ()) -> Desired:
    """A small posting."""
    design, setting = spec
    texts = {key: f"{key.title()} do you want this?" for key in ("why", "how", "where")}
    if design == 1:
        texts["why"] = "Why do you want to have this?"
    questions = [{"key": key, "text": texts[key], "not_scored": True} for key in DESIGNS[design]]
    data = {
        "name": name,
        "title": f"Title of {name}",
        "max_retakes": 1 + setting,
        "workflow": [{"type": "web_interview", "questions": questions}],
        "ops": {"on_remove": "archive", **{key: dict(one) if isinstance(one, tuple) else one for key, one in ops}},
    }
    return desire(data, f"postings/{name}.yaml")


@functools.lru_cache(None)
def content(name: str, spec: Spec) -> Content:
    """What a posting says that was made of a manifest."""
    request = manifest(name, spec).request
    return content_of(request, questions_in(request))


NAMES = ("a", "b", "c")
SPECS = [(design, setting) for design in range(len(DESIGNS)) for setting in range(2)]
DIGESTS = {manifest(name, spec).digest: content(name, spec) for name in NAMES for spec in SPECS}
"""What a posting says, by its digest."""


class World:
    """Everything. ``broken``: what was seen that must not be; threads can't fail a test by themselves.

    ``bound``: ids of postings that people had edited when they were bound to a name: what they say is taken as it is.
    """

    def __init__(self) -> None:
        self.memory = MemoryBackend()
        self.boot = 1000.0
        self.set_by = 0.0
        self.heymilo = HeyMilo(lambda: self.boot)
        self.runners: list[Runner] = []
        self.active: Runner | None = None
        self.fates: list[str] = []
        self.due: list[tuple[float, Callable[[], None]]] = []
        self.broken: list[str] = []
        self.wanted: dict[str, Spec] = {}
        self.ops_of: dict[str, dict[str, Any]] = {}
        self.refused: set[str] = set()
        self.bound: set[str] = set()
        self.moves = self.writes = self.recorded = self.ops = self.cut = 0
        self.entered = 0
        self.backup: dict[str, bytes] = {}
        self.last: State | None = None
        self.questions_sent: list[tuple[str, str, Carrying]] = []
        self._read_at = -1

    # Time and turns

    def clock(self) -> float:
        """Seconds on the clock that nobody sets."""
        return self.boot

    def now(self) -> datetime:
        """The time as a host shows it."""
        return FIRST + timedelta(seconds=self.boot + self.set_by)

    def advance(self, seconds: float) -> None:
        """Time passes: leases are renewed, and what HeyMilo takes its time for is done."""
        until = self.boot + max(0.0, seconds)
        while True:
            beating = [each for each in self.runners if each.lease and not each.suspended and not each.dead]
            beats = [(each.beat_at, each.beat) for each in beating]
            coming = [each for each in (*beats, *self.due) if each[0] <= until]
            if not coming:
                break
            moment, do = min(coming, key=lambda each: each[0])
            self.boot = max(self.boot, moment)
            self.due = [each for each in self.due if each[1] != do]
            for each in beating:
                if each.beat == do:
                    each.beat_at = self.boot + lease.BEAT_S
            do()
        self.boot = until

    def desired(self) -> list[Desired]:
        """The manifests as they are now."""
        return [
            manifest(name, spec, tuple(sorted(self.ops_of.get(name, {}).items())))
            for name, spec in sorted(self.wanted.items())
        ]

    def open_roles(self) -> list[str]:
        """The names whose manifests ask for a posting."""
        return [name for name in self.wanted if self.ops_of.get(name, {}).get("lifecycle") != "closed"]

    def start(
        self,
        host: str,
        *,
        timeout_s: float = 0.0,
        recreate: frozenset[str] = frozenset(),
        reverts: frozenset[str] = frozenset(),
    ) -> Runner:
        """A process that applies what is wanted now."""
        options = PlanOptions(recreate=recreate, reverts=reverts, allow_large_change=True)
        wanted = self.desired()
        runner = Runner(self, len(self.runners) + 1, host, lambda it: self._body(it, wanted, timeout_s, options))
        self.runners.append(runner)
        return runner

    def run(self, **more: Any) -> Exit | None:
        """The same, to its end; its exit code, ``None`` where it was killed."""
        runner = self.start("host1", timeout_s=PATIENT_S, **more)
        runner.step()
        return self.exits.get(runner)

    @property
    def alive(self) -> list[Runner]:
        """The runners that have not ended."""
        return [each for each in self.runners if not each.done]

    @functools.cached_property
    def exits(self) -> dict[Runner, Exit]:
        """Exit codes by runner."""
        return {}

    # The tool

    def _body(self, runner: Runner, wanted: list[Desired], timeout_s: float, options: PlanOptions) -> None:
        begun = self.moves
        shown = not self.cut or len(self.heymilo.listed()) == len(self.heymilo.postings)
        try:
            self.exits[runner] = self._command(runner, wanted, timeout_s, options)
        except StateError as error:
            self.exits[runner] = error.exit
            if not runner.faulted:
                self.broken.append(f"the state can't be used: {error.message}")
        except OpsError as error:
            self.exits[runner] = error.exit
        undisturbed = self.moves == begun and shown and not runner.faulted and not runner.stopping
        if undisturbed and not options.reverts:  # a revert puts back what was applied, and no more
            self._judge(self.exits[runner], wanted)

    def _command(self, runner: Runner, wanted: list[Desired], timeout_s: float, options: PlanOptions) -> Exit:
        """As the command ``apply`` goes."""
        place, api = StateStore(runner.backend, "memory"), runner.api
        self._recover(runner, place, timeout_s)
        plan, state, seen = self.plan(place, api, wanted, options)
        if any(each.severity is Severity.ERROR for each in plan.findings):
            return Exit.ATTENTION
        if not plan.has_changes:
            self._complete_baselines(runner, place)
            return Exit.DONE
        with place.hold(self._holder(runner), timeout_s) as lock:
            api.gate = lambda: lock.require(NEEDED_S)
            current = place.state
            if _version(current) != _version(state):
                raise StaleError("the state moved")
            begun = place.begin(PROJECT, WORKSPACE, "https://api.heymilo.ai")
            context = replace(
                self._context(runner, place), lock=lock, unmarked_allowed=frozenset(self.heymilo.stripped)
            )
            outcomes = apply(plan, context, begun=begun, seen=seen)
            self.refused = {each.address for each in outcomes if any(map(_is_refusal, each.reasons))}
        if runner.stopping:
            return Exit.INTERRUPTED
        state = place.read()
        return exit_code(outcomes, state.unknown() if state else ())

    def _complete_baselines(self, runner: Runner, place: StateStore) -> None:
        """As the command does where nothing else is to be done."""
        state = place.read()
        if state is None or not any(map(lacks_baseline, state.postings.values())):
            return
        with suppress(OpsError), place.hold(self._holder(runner), 0.0):
            current = place.state  # as the lock read it: read again, it could be the next holder's
            if current is not None:
                taken, _ = take_baselines(current, self._context(runner, place))
                if taken is not current:
                    place.write(taken)

    def _context(self, runner: Runner, place: StateStore) -> RunContext:
        return RunContext(
            store=place,
            api=runner.api,
            project=PROJECT,
            workspace=WORKSPACE,
            author=WHO,
            now=self.now,
            settling=self._settling(runner),
            stopping=lambda: runner.stopping,
            new_op=self.new_op,
            reads_back=True,
        )

    def _recover(self, runner: Runner, place: StateStore, timeout_s: float, *, only: str | None = None) -> None:
        state = place.read()
        if state is None or not state.unknown():
            return
        with place.hold(self._holder(runner), timeout_s):
            since = self.clock()
            state = place.state
            if state is None or not state.unknown():
                return
            ops = frozenset(each.op_id for each in state.unknown() if only in (None, each.address))
            search = reconcile.Search(since, ops, taken_for_absent=only is not None)
            settled = reconcile.reconcile(state, self._context(runner, place), search)
            if settled.adopted or settled.absent:
                place.write(without_planned(settled.state))
        if runner.stopping:
            raise OpsError("interrupted")

    def plan(
        self, place: StateStore, api: Any, wanted: list[Desired], options: PlanOptions = EVERYTHING
    ) -> tuple[Plan, State | None, HighWater]:
        """As the command ``plan`` goes."""
        listed = api.list_all()
        state = place.read()
        names = {each.address for each in wanted} | (state.postings.keys() if state else set())
        reads = PacedReads(api)
        listing = read_listing(reads, listed, state, options, wanted, "")
        given = PlanInput(
            desired=wanted,
            state=state,
            snapshots=StoredSnapshots(place, state),
            baselines=StoredBaselines(place, state),
            listing=with_adopted(listing, reads, adopted_ids(wanted, state, frozenset())),
            now=self.now(),
            workspace=WORKSPACE,
            workspace_id="W1",
            project=PROJECT,
            recreate=options.recreate,
            reverts=options.reverts,
            allow_large_change=True,
            unmarked_allowed=frozenset(self.heymilo.stripped & names),
        )
        return build(given), state, high_water(listed)

    def new_op(self) -> str:
        self.ops += 1
        return f"{self.ops:032x}"

    def _holder(self, runner: Runner) -> Holder:
        return Holder("ada", "apply", runner.process.boot, runner.process.pid, self.now().isoformat())

    def _settling(self, runner: Runner) -> SettlingTime:
        return SettlingTime(SETTLE_S, clock=self.clock, sleep=runner.sleep)

    # What a person does

    def command(self, do: Callable[[StateStore, Any], Any]) -> Any:
        """Another command of the tool, to its end; what it gives, ``None`` where it was refused."""
        answers: list[Any] = []

        def body(runner: Runner) -> None:
            with suppress(OpsError):
                answers.append(do(StateStore(runner.backend, "memory"), runner.api))

        self.runners.append(runner := Runner(self, len(self.runners) + 1, "host1", body))
        runner.step()
        return answers[0] if answers else None

    def resolve(self, name: str, posting_id: str | None) -> None:
        """``state resolve``, with an id or with ``--retry``."""
        self.bound |= self.heymilo.touched
        runner = Runner(self, len(self.runners) + 1, "host1", lambda it: self._resolving(it, name, posting_id))
        self.runners.append(runner)
        runner.step()

    def _resolving(self, runner: Runner, name: str, posting_id: str | None) -> None:
        place = StateStore(runner.backend, "memory")
        with suppress(OpsError):
            if posting_id is None:
                self._recover(runner, place, PATIENT_S, only=name)
                return
            with place.hold(self._holder(runner), PATIENT_S):
                context = RunContext(place, runner.api, PROJECT, WORKSPACE, WHO, self.now)
                binding = Binding(next((each for each in self.desired() if each.address == name), None))
                adopt(name, posting_id, context, binding)

    # What must hold

    def peek(self) -> State | None:
        """The state as any reader would read it now."""
        before, self.active = self.active, None
        try:
            return StateStore(self.memory, "memory").read()
        except StateError as error:
            self.broken.append(f"the state can't be read: {error.message}")
            return None
        finally:
            self.active = before

    def epoch(self) -> int:
        """Of the newest holder of the lock."""
        found = self.memory.get(LEASE_KEY)
        return lease.decode_lease(found.data).epoch if found else 0

    def stored(self, runner: Runner, key: str, data: bytes | None) -> None:
        """A runner wrote something, or removed it."""
        self.writes += 1
        self.recorded += key != LEASE_KEY
        if key == LEASE_KEY and data is not None:
            terms = lease.decode_lease(data)
            if not terms.released and not terms.unsealed:
                self.entered = max(self.entered, terms.epoch)
            return
        place = journal.entry_position(key)
        if data is None and place:
            if any(each.endswith(f"/{key}") for each in self.memory.list(f"{salvage.ASIDE}/")):
                return
            state = self.peek()
            if state is None or place > (state.journal.epoch, state.journal.seq):
                self.broken.append(f"{key} was removed before it was folded")
        elif key == STATE_KEY or place:
            if not runner.holds:
                self.broken.append(f"{key} was written without the lock")
            elif runner.epoch < self.entered:
                self.broken.append(f"{key} was written under epoch {runner.epoch}, and {self.entered} is in charge")

    def posted(self, runner: Runner, body: Mapping[str, Any]) -> Carrying:
        """A runner sends a create."""
        mark = mark_of(body)
        self._may_send(runner, lambda each: (each.op_id, each.attempt) == (mark.op_id, mark.attempt), mark.name)
        sent = Sent(mark, "under way", body)
        self._known_before(sent)
        self.heymilo.sent.append(sent)

        def make() -> dict[str, Any]:
            made = self.heymilo.create(body)
            sent.fate, sent.posting_id = "made", str(made["id"])
            return made

        def drop(later: bool) -> None:
            sent.fate, sent.late = "lost", later
            if later:
                self.heymilo.in_the_air.append(sent)

        return Carrying(make, lambda: setattr(sent, "fate", "rejected"), drop)

    def patched(self, runner: Runner, posting_id: str, body: Mapping[str, Any]) -> Carrying:
        """A runner sends a change."""
        mark = mark_of(body)
        self._may_send(runner, lambda each: (each.op_id, each.target) == (mark.op_id, posting_id), mark.name)
        state = self.peek()
        adopting = any((each.kind, each.op_id) == ("adopt", mark.op_id) for each in (state.unknown() if state else ()))
        if adopting and state and posting_id in state.posting_ids:
            self.broken.append(f"{posting_id} is adopted, and it is on record already")
        return Carrying(lambda: self.heymilo.change(posting_id, **body), lambda: None, lambda later: None)

    def edited(self, runner: Runner, posting_id: str, do: Callable[[], dict[str, Any]]) -> Carrying:
        """A runner writes to a step or a question."""
        self._may_send(runner, lambda each: (each.kind, each.target) == ("edit", posting_id), None)
        return Carrying(do, lambda: None, lambda later: None)

    def asked(self, runner: Runner, posting_id: str, body: Mapping[str, Any]) -> Carrying:
        """A runner makes a question: one that its manifest asks for and that isn't there, nor under way."""
        ours = [one for one in self.heymilo.asked[posting_id] if one["id"] not in self.heymilo.theirs]
        under_way = [text for of, text, sent in self.questions_sent if of == posting_id and not sent.over]
        if body["text"] in [*(one["text"] for one in ours), *under_way]:
            self.broken.append(f"{posting_id} has a question twice: {body['text']}")
        sent = self.edited(runner, posting_id, lambda: self.heymilo.ask(posting_id, body))
        self.questions_sent.append((posting_id, str(body["text"]), sent))
        return sent

    def unasked(self, runner: Runner, posting_id: str, question_id: str) -> Carrying:
        """A runner deletes a question: never one that somebody else made."""
        if question_id in self.heymilo.theirs:
            self.broken.append(f"{question_id} of {posting_id} is somebody's, and is deleted")
        return self.edited(runner, posting_id, lambda: self.heymilo.drop(posting_id, question_id))

    def closed(self, runner: Runner, posting_id: str) -> Carrying:
        """A runner archives."""
        self._may_send(runner, lambda each: (each.kind, each.target) == ("archive", posting_id), None)
        gone = {"archived": True, "status": "archived"}
        return Carrying(lambda: self.heymilo.change(posting_id, **gone), lambda: None, lambda later: None)

    def _may_send(self, runner: Runner, is_it: Callable[[Any], bool], name: str | None) -> None:
        self.heymilo.written += 1
        state = self.peek()
        unknown = state.unknown() if state else ()
        if not any(is_it(each) for each in unknown):
            self.broken.append("something was sent that no durable intent says is being sent")
        if name and len([each for each in unknown if each.address == name and each.kind != "archive"]) > 1:
            self.broken.append(f"{name} was sent while another operation on it is unknown")
        found = self.memory.get(LEASE_KEY)
        held = lease.decode_lease(found.data) if found else None
        if held is None or held.epoch != runner.epoch or not runner.holds:
            self.broken.append("something was sent by a runner that had lost the lock")

    def _known_before(self, sent: Sent) -> None:
        """What became of every attempt on that name before is on record."""
        state = self.peek()
        if state is None:
            return
        known = {each.posting_id for entry in state.postings.values() for each in entry.revisions}
        watched = {(each.op_id, each.attempt) for each in state.watched}
        for each in self.heymilo.sent[self.cut :]:
            attempt = (each.mark.op_id, each.mark.attempt)
            if each.fate == "rejected":
                continue
            if attempt == (sent.mark.op_id, sent.mark.attempt):
                self.broken.append("an attempt was sent twice")
            elif each.mark.op_id == sent.mark.op_id and each.fate != "lost" and not each.late:
                self.broken.append("an operation was sent again that had been carried out in time")
            elif each.mark.name == sent.mark.name and each.posting_id not in known and attempt not in watched:
                self.broken.append(f"{sent.mark.name} was sent before the attempt before was known of")

    def _judge(self, code: Exit, wanted: list[Desired]) -> None:
        """Exit code 0 says that nothing is left open, and nothing else says so."""
        state = self.peek()
        plan = self.oracle(wanted)
        errors = [each for each in plan.findings if each.severity is Severity.ERROR]
        left = bool(errors or plan.has_changes or (state and state.unknown()))
        if left == (code is Exit.DONE):
            what = [(each.address, each.action.value, each.reasons) for each in plan.actions()] + errors
            self.broken.append(f"exit code {code}, and {'something' if left else 'nothing'} is left open: {what}")

    def oracle(self, wanted: list[Desired], options: PlanOptions = EVERYTHING) -> Plan:
        """The next plan."""
        return self.plan(StateStore(self.memory, "memory"), Looker(self.heymilo), wanted, options)[0]

    def check(self) -> None:
        """What must hold between two steps. Raises ``AssertionError``."""
        assert not self.broken, self.broken
        if self._read_at != self.writes:
            self._read_at = self.writes
            state = self.peek()
            if self.last is not None:
                assert state is not None, "the state is gone"
                assert state.lineage == self.last.lineage, "the lineage changed"
                assert state.serial >= self.last.serial, "the serial fell"
            for entry in state.postings.values() if state else ():
                said = (entry.posting_id, DIGESTS[entry.digest])
                known = said in self.heymilo.held or entry.posting_id in self.heymilo.touched
                assert known, f"{said} is on record, and HeyMilo never had it"
            self.last = state
        self.no_silent_second()

    def no_silent_second(self) -> None:
        """At most one posting of a name is open, or the plan names the others."""
        shown = {each.posting_id for each in self.heymilo.listed()}
        names = sorted(set(self.heymilo.names.values()))
        several = {name: found for name in names if len(found := self._ours(name) & shown) > 1}
        if several:
            said = _words(self.oracle(self.desired()))
            said += "".join(f"\n{each.target}" for each in (self.last.pending if self.last else ()))
            for name, ids in several.items():
                silent = sorted(each for each in ids if each not in said)
                assert len(silent) <= 1, f"{name} has {silent} open, and the plan says nothing of it:\n{said}"

    def _ours(self, name: str) -> set[str]:
        """Open postings of a name that can be known as ours: by their marks, by the state, or as probably ours."""
        state = self.last
        known = {each.posting_id for entry in state.postings.values() for each in entry.revisions} if state else set()
        pending_names = {each.address for each in state.unknown()} if state else set()
        return {
            each
            for each in self.heymilo.open(name)
            if each in known
            or ((live := self.heymilo.found(each)) and live.mark)
            or (name in pending_names and each not in self.heymilo.by_people)
        }

    def close(self) -> None:
        """End every thread."""
        for each in self.runners:
            each.kill()


class Looker:
    """Reads HeyMilo, and no runner waits for it."""

    def __init__(self, heymilo: HeyMilo) -> None:
        self.list_all, self.get, self.questions = heymilo.listed, heymilo.found, heymilo.questions

    def blueprints(self) -> frozenset[str]:
        """There is no template here."""
        return frozenset()


_REFUSALS = (ReasonCode.QUESTIONS_ALIKE, ReasonCode.QUESTION_MISSING, ReasonCode.QUESTION_UNKNOWN)


def _is_refusal(reason: Reason) -> bool:
    """Whether an edit was refused for what somebody did to the questions."""
    inner = [reason, *(each for each in reason.args if isinstance(each, Reason))]
    return any(each.code in _REFUSALS for each in inner)


def _version(state: State | None) -> tuple[str, int] | None:
    return (state.lineage, state.serial) if state else None


def _words(plan: Plan) -> str:
    """Everything that a plan says."""
    reasons = [each for change in plan.changes for each in (*reason_sentences(change.reasons), *change.archives)]
    findings = [f"{each.message} {each.help}" for each in plan.findings]
    return "\n".join((*findings, *reason_sentences(plan.notes), *reasons))


@contextmanager
def patched_clocks() -> Iterator[Callable[[World], None]]:
    """Nothing sleeps, nobody renews a lease in the background, and every clock is the world's."""
    here: list[World] = []

    def active() -> Runner | None:
        return here[0].active

    class Moment(datetime):
        @classmethod
        def now(cls, tz: Any = None) -> datetime:
            return here[0].now()

    class Time:
        @staticmethod
        def sleep(seconds: float) -> None:
            if (runner := active()) is not None and not runner.backend.quiet:
                runner.sleep(seconds)

    def gone(process: Process) -> bool:
        me = active()
        if me is None or me.process.boot != process.boot:
            return False
        return all(each.done for each in here[0].runners if each.process == process)

    @contextmanager
    def hold(backend: RunnerBackend, request: LockRequest) -> Iterator[lease.Lease]:
        runner = backend.runner
        held = lease.acquire_lease(backend, request, lease.LeaseTiming(sleep=runner.sleep, clock=here[0].clock))
        runner.lease, runner.epoch, runner.holds = held, held.epoch, True
        runner.beat_at = here[0].boot + lease.BEAT_S
        try:
            yield held
        finally:
            runner.lease = None
            with suppress(StateError):
                held.release()
            runner.holds = False

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(store, "hold_lock", hold)
        patch.setattr(rebuild_state, "hold_lock", hold)
        patch.setattr(store, "datetime", Moment)
        patch.setattr(lease, "datetime", Moment)
        patch.setattr(lease, "POLL_S", 15.0)
        patch.setattr(lease, "this_process", lambda: here[0].active.process)
        patch.setattr(Process, "is_gone", gone)
        patch.setattr(journal, "time", Time)
        patch.setattr(reconcile, "_GLANCE_S", 1000.0)

        def use(world: World) -> None:
            here[:] = [world]

        yield use
