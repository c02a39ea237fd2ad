"""Apply: carry out a plan that was built, guarded and approved, so that nothing is made twice.

The caller holds the state's lock. What is written, and when:

* snapshots of all that will be sent, before anything else;
* one document of the journal with all intents of the run, ``planned``;
* one before the send of an intent that turns it, and as many after it as the store takes at once, to ``sending``;
* one after each send, with its outcome. A change is reported as finished only after that;
* the state, once, at the end.

So after a crash ``planned`` intents were never sent, outcomes are on disk, and only what was ``sending`` without one is
unknown. The documents of a change are as big as the change is, whatever the size of the state.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Any

from heymilo_ops.apply import pending
from heymilo_ops.apply.jobs import Job, decide
from heymilo_ops.apply.ledger import Ledger
from heymilo_ops.apply.marks_check import Ownership
from heymilo_ops.apply.ports import Api, Lock, Store, Who
from heymilo_ops.apply.preconditions import check_live, check_owned, check_state, refuse_errors
from heymilo_ops.apply.reconcile import Settled, Settling, UnsettledError, reconcile
from heymilo_ops.apply.send import Sender
from heymilo_ops.apply.snapshot import keep_snapshots
from heymilo_ops.errors import StaleError
from heymilo_ops.model import record
from heymilo_ops.model.event import Ended, Event, Observer, Outcome, Result, Started, Waiting
from heymilo_ops.model.fold import stamp
from heymilo_ops.model.state import HighWater, LastApply, State
from heymilo_ops.plan.change import Plan
from heymilo_ops.statefile.lock import Flock

ATTEMPTS = 3
"""How often one run sends an operation at most, each time after the one before counts as not made."""


def new_operation() -> str:
    """A new operation id: 128 random bits as 32 hex digits."""
    return secrets.token_hex(16)


def apply(
    plan: Plan,
    *,
    store: Store,
    api: Api,
    project: str,
    who: Who,
    now: Callable[[], datetime],
    observer: Observer,
    stopping: Callable[[], bool],
    new_op: Callable[[], str] = new_operation,
    begun: State | None = None,
    rollback: bool = False,
    lock: Lock | None = None,
    settling: Settling | None = None,
    seen: HighWater | None = None,
    unmarked_allowed: frozenset[str] = frozenset(),
    safety: Mapping[str, Any] | None = None,
) -> tuple[Outcome, ...]:
    """Carry out a plan; one outcome a change, after one for each intent that an earlier run left unknown.

    Args:
        project: goes into the marks.
        now: the time, with an offset.
        stopping: asked before each send; once it says yes, nothing more is sent and the rest is skipped.
        new_op: makes operation ids, 32 hex digits.
        begun: the state to start from where the store holds none yet.
        rollback: the replace of this plan is one, and recorded as such.
        lock: asked before each send; none where nobody can take it away.
        settling: how outcomes that are unknown at the end are looked for, and sent again where they were not made;
            without it they stay unknown.
        seen: how far HeyMilo's list went when the plan was made.
        unmarked_allowed: addresses whose postings may be written to although they carry no marks.
        safety: what heymilo.yaml says of safety, to be recorded.

    Raises:
        AttentionError: the plan holds an error, or the marks of a posting don't say that it is ours; nothing was
            written.
        StaleError: the state or a posting moved since the plan was made; nothing was written.
        UnreachableError: a posting could not be read beforehand; nothing was written.
        NotSavedError: something was sent, and the state could not be written after it.
    """
    refuse_errors(plan)
    found = store.read() or begun
    if found is None:
        raise StaleError("the state that the plan was made for is not there", "Plan again.")
    state = pending.without_planned(found)
    check_state(plan, state)
    at = stamp(now())
    jobs = decide(plan.actions(), state, who=who, at=at, new_op=new_op, rollback=rollback, seen=seen)
    ownership = Ownership(project, plan.workspace, unmarked_allowed)
    check_owned(jobs, state, api, ownership, check_live(jobs, api) or {})
    keep_snapshots(jobs, store, who)
    ledger = Ledger(store, state, observer)
    _open(ledger, plan, jobs, store)
    clock = settling.clock if settling else float
    given: dict[str, Any] = {"ownership": ownership, "now": now, "clock": clock, "stopping": stopping}
    sender = Sender(ledger, store, api, lock or Flock(), jobs, **given)
    unsure = _send(jobs, sender, ledger)
    if settling:
        around: dict[str, Any] = {"store": store, "api": api, "project": project, "now": now}
        look = partial(reconcile, settling=settling, stopping=stopping, **around)
        _settle(unsure, sender, ledger, look, stopping)
    for number, _ in unsure:
        ledger.tell(ledger.outcomes[number])
    if jobs or state is not found or (plan.to_record and state.serial):
        _close(ledger, plan, bool(jobs), safety)
    outcomes = tuple(ledger.outcomes)
    ledger.observer(Ended(outcomes))
    return outcomes


def _open(ledger: Ledger, plan: Plan, jobs: tuple[Job, ...], store: Store) -> None:
    """Record every intent; a state that is only begun is written first, so that there is something to add to."""
    if not jobs:
        return
    intents = tuple(intent for job in jobs for intent in job.intents)
    ledger.decided = {intent.op_id for intent in intents}
    if not ledger.state.serial:
        last = LastApply(plan_digest=plan.digest, status="open")
        ledger.state = store.write(ledger.state.model_copy(update={"last_apply": last}))
    ledger.record(record.Opened(plan_digest=plan.digest, workspace_id=plan.workspace_id, intents=intents))


def _send(jobs: tuple[Job, ...], sender: Sender, ledger: Ledger) -> list[tuple[int, Job]]:
    """Carry out every job; those whose outcome is unknown, each with the number of its outcome."""
    left_over = pending.outcomes(ledger.state)
    ledger.total = len(left_over) + len(jobs)
    ledger.observer(Started(ledger.total))
    for outcome in left_over:
        ledger.ended(outcome)
    unsure = []
    for job in jobs:
        outcome = sender.carry_out(job)
        is_unsure = outcome.result is Result.UNKNOWN
        if is_unsure:
            unsure.append((len(ledger.outcomes), job))
        ledger.ended(outcome, settled=not is_unsure)
    return unsure


def _settle(
    unsure: list[tuple[int, Job]],
    sender: Sender,
    ledger: Ledger,
    look: Callable[..., Settled],
    stopping: Callable[[], bool],
) -> None:
    """Look for what is unknown, and send again what was not made, until all is known or it is enough."""
    left = unsure
    for attempt in range(1, ATTEMPTS + 1):
        if not left or stopping():
            return
        is_reached = True
        try:
            ops = frozenset(intent.op_id for _, job in left for intent in job.intents)
            around: dict[str, Any] = {"since": sender.ended_at, "only": ops, "refused": sender.refused()}
            watching = _with_answers(ledger.observer, sender.answers(ops))
            settled = ledger.writing(partial(look, ledger.state, observer=watching, **around))
        except UnsettledError as error:
            settled, is_reached = error.settled, False
            _unlooked(ledger, (number for number, _ in left), error.message)
        ledger.state = settled.state
        unknown = []
        for number, job in left:
            outcome = sender.go_on(job, ledger.outcomes[number], settled, again=attempt < ATTEMPTS)
            ledger.outcomes[number] = outcome
            if outcome.result is Result.UNKNOWN and not settled.is_open(job.intents):
                unknown.append((number, job))
        left = unknown if is_reached else []


def _with_answers(observer: Observer, answers: str) -> Observer:
    """The observer, told at each wait what HeyMilo answered to the operations that are looked for."""

    def told(event: Event) -> None:
        observer(replace(event, reason=f"{event.reason} ({answers})") if isinstance(event, Waiting) else event)

    return told if answers else observer


def _unlooked(ledger: Ledger, numbers: Iterable[int], why: str) -> None:
    """Say of these that they could not be looked for."""
    for number in numbers:
        outcome = ledger.outcomes[number]
        ledger.outcomes[number] = replace(outcome, message=f"{outcome.message}; it could not be looked for: {why}")


def _close(ledger: Ledger, plan: Plan, ran: bool, safety: Mapping[str, Any] | None) -> None:
    """Fold the journal, and record what was applied under, and whether the plan was carried out to its end."""
    state = pending.without_planned(ledger.state)
    if safety is not None:
        workspace = state.workspace.model_copy(update={"base_url": safety.get("base_url", state.workspace.base_url)})
        state = state.model_copy(update={"safety": dict(safety), "workspace": workspace})
    if ran:
        complete = all(outcome.result is Result.DONE for outcome in ledger.outcomes)
        begun = state.last_apply.ending if state.last_apply and not complete else {}
        last = LastApply(plan_digest=plan.digest, status="done" if complete else "open", ending=begun)
        state = state.model_copy(update={"last_apply": last})
    ledger.close(state)
