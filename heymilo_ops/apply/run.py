"""Apply: carry out a plan that was built, guarded and approved, so that nothing is made twice.

The caller holds the lock, under which the store has read the state. What is written, and when:

* snapshots of all that will be sent, before anything else;
* one document of the journal with all intents of the run, ``planned``;
* one before the send of an intent that turns it, and as many after it as the store takes at once, to ``sending``;
* one after each send, with its outcome. A change is reported as finished only after that;
* the state, once, at the end.

So after a crash ``planned`` intents were never sent, outcomes are on disk, and only what was ``sending`` without one is
unknown. The documents of a change are as big as the change is, whatever the size of the state.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from heymilo_ops.apply.baselines import take_baselines
from heymilo_ops.apply.jobs import Job, check_live, check_owned, check_state, make_jobs, refuse_errors
from heymilo_ops.apply.people_check import check_people
from heymilo_ops.apply.reconcile import IncompleteReconciliationError, Search, reconcile
from heymilo_ops.apply.run_context import Ledger, RunContext
from heymilo_ops.apply.send import Sender
from heymilo_ops.apply.snapshot import keep_snapshots
from heymilo_ops.errors import AdviceKind, StaleError, advise
from heymilo_ops.model import record
from heymilo_ops.model.event import Ended, Outcome, Result, Started
from heymilo_ops.model.fold import without_planned
from heymilo_ops.model.reason import Reason, ReasonCode
from heymilo_ops.model.state import HighWater, LastApply, State
from heymilo_ops.plan.change import Plan

ATTEMPTS = 3
"""How often one run sends an operation at most, each time after the one before counts as not made."""


def apply(
    plan: Plan,
    context: RunContext,
    *,
    begun: State | None = None,
    rollback: bool = False,
    seen: HighWater | None = None,
    safety: Mapping[str, Any] | None = None,
) -> tuple[Outcome, ...]:
    """Carry out a plan; one outcome a change, after one for each intent that an earlier run left unknown.

    Args:
        begun: the state to start from where the store holds none yet.
        rollback: the replace of this plan is one, and recorded as such.
        seen: how far HeyMilo's list went when the plan was made.
        safety: what heymilo.yaml says of safety, to be recorded.

    Raises:
        AttentionError: the plan holds an error, or the marks of a posting don't say that it is ours; nothing was
            written.
        StaleError: the state or a posting moved since the plan was made; nothing was written.
        UnreachableError: a posting could not be read beforehand; nothing was written.
        NotSavedError: something was sent, and the state could not be written after it.
    """
    refuse_errors(plan)
    stored = context.store.state or begun
    if stored is None:
        raise StaleError("the state that the plan was made for is not there", advise(AdviceKind.PLAN_AGAIN))
    state = without_planned(stored)
    check_state(plan, state)
    jobs = make_jobs(plan.actions(), state, context, rollback=rollback, seen=seen)
    check_owned(jobs, state, context, check_live(jobs, context.api))
    check_people(plan, jobs, context.api)
    keep_snapshots(jobs, context)
    ledger = Ledger(context, state)
    _open(ledger, plan, jobs)
    sender = Sender(ledger, jobs)
    unsure = _send(jobs, sender, ledger)
    if context.settling:
        _settle(unsure, sender, ledger)
    for number, _ in unsure:
        ledger.report(ledger.outcomes[number])
    if context.reads_back:
        _read_back(ledger, jobs)
    if jobs or state is not stored or (plan.to_record and state.serial):
        _close(ledger, plan, bool(jobs), safety)
    outcomes = tuple(ledger.outcomes)
    context.observer(Ended(outcomes))
    return outcomes


def _open(ledger: Ledger, plan: Plan, jobs: tuple[Job, ...]) -> None:
    """Record every intent; a state that is only begun is written first, so that there is something to add to."""
    if not jobs:
        return
    intents = tuple(intent for job in jobs for intent in job.intents)
    ledger.decided = {intent.op_id for intent in intents}
    if not ledger.state.serial:
        last = LastApply(plan_digest=plan.digest, status="open")
        ledger.state = ledger.context.store.write(ledger.state.model_copy(update={"last_apply": last}))
    ledger.record(record.Opened(plan_digest=plan.digest, workspace_id=plan.workspace_id, intents=intents))


def _send(jobs: tuple[Job, ...], sender: Sender, ledger: Ledger) -> list[tuple[int, Job]]:
    """Execute every job; return those whose outcome is unknown, each with the number of its outcome."""
    left_over = earlier_outcomes(ledger.state)
    ledger.total = len(left_over) + len(jobs)
    ledger.context.observer(Started(ledger.total))
    for outcome in left_over:
        ledger.ended(outcome)
    unsure = []
    for job in jobs:
        outcome = sender.execute(job)
        is_unsure = outcome.result is Result.UNKNOWN
        if is_unsure:
            unsure.append((len(ledger.outcomes), job))
        ledger.ended(outcome, settled=not is_unsure)
    return unsure


def _settle(unsure: list[tuple[int, Job]], sender: Sender, ledger: Ledger) -> None:
    """Reconcile what is unknown, and send again what was not made, until all is known or the attempts are used up."""
    left = unsure
    for attempt in range(1, ATTEMPTS + 1):
        if not left or ledger.context.stopping():
            return
        is_reached = True
        op_ids = frozenset(intent.op_id for _, job in left for intent in job.intents)
        search = Search(since=sender.ended_at, only=op_ids, refused=sender.refused(), answers=sender.answers(op_ids))
        try:
            settled = ledger.writing(partial(reconcile, ledger.state, ledger.context, search))
        except IncompleteReconciliationError as error:
            settled, is_reached = error.settled, False
            for number, _ in left:
                outcome = ledger.outcomes[number]
                reasons = (*outcome.reasons, Reason(ReasonCode.NOT_LOOKED_FOR, error.message))
                ledger.outcomes[number] = replace(outcome, reasons=reasons)
        ledger.state = settled.state
        unknown = []
        for number, job in left:
            outcome = sender.resume(job, ledger.outcomes[number], settled, again=attempt < ATTEMPTS)
            ledger.outcomes[number] = outcome
            if outcome.result is Result.UNKNOWN and not settled.is_open(job.intents):
                unknown.append((number, job))
        left = unknown if is_reached else []


def _read_back(ledger: Ledger, jobs: tuple[Job, ...]) -> None:
    """Read what HeyMilo shows now; the outcome of a change says where that could not be had."""
    ledger.state, failures = take_baselines(ledger.state, ledger.context, jobs)
    for number, outcome in enumerate(ledger.outcomes):
        if outcome.result is Result.DONE and outcome.address in failures:
            reason = Reason(ReasonCode.BASELINE_NOT_READ, failures[outcome.address])
            ledger.outcomes[number] = replace(outcome, reasons=(*outcome.reasons, reason))


def _close(ledger: Ledger, plan: Plan, ran: bool, safety: Mapping[str, Any] | None) -> None:
    """Fold the journal, and record what was applied under, and whether the plan was carried out to its end."""
    state = without_planned(ledger.state)
    if safety is not None:
        workspace = state.workspace.model_copy(update={"base_url": safety.get("base_url", state.workspace.base_url)})
        state = state.model_copy(update={"safety": dict(safety), "workspace": workspace})
    if ran:
        complete = all(outcome.result is Result.DONE for outcome in ledger.outcomes)
        begun = state.last_apply.ending if state.last_apply and not complete else {}
        last = LastApply(plan_digest=plan.digest, status="done" if complete else "open", ending=begun)
        state = state.model_copy(update={"last_apply": last})
    ledger.close(state)


def earlier_outcomes(state: State) -> tuple[Outcome, ...]:
    """Return one outcome, unknown, for each intent that an earlier run may have sent."""
    return tuple(
        Outcome(
            address=intent.address,
            action=intent.action,
            result=Result.UNKNOWN,
            posting_id=intent.target,
            reasons=(
                Reason(ReasonCode.MAY_HAVE_HAPPENED, intent.sent_at or intent.at, intent.kind, intent.target or ""),
                Reason(ReasonCode.APPLY_AGAIN_SETTLES, state.workspace.name, intent.address),
            ),
        )
        for intent in state.unknown()
    )
