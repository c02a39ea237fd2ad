"""Apply: carry out a plan that was built, guarded and approved, so that nothing is made twice.

The caller holds the state's lock. What is written, and when:

* snapshots of all that will be sent, before anything else;
* the state, just before each send. The first of these writes brings all intents of the run, ``planned``. Each
  holds the outcome of the send before it and turns one more intent to ``sending``. So at any moment at most one
  intent of the run is in flight: after a crash, ``planned`` ones were never sent, everything before has its outcome
  on disk, and only the ``sending`` one is unknown;
* the state once more at the end.

A run of n sends writes the state n + 1 times, once more for each posting whose questions HeyMilo writes. A change
is reported as finished only after the write that holds its outcome.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from datetime import datetime

from heymilo_ops.apply import pending
from heymilo_ops.apply.decide import Job, decide
from heymilo_ops.apply.fold import stamp
from heymilo_ops.apply.ledger import Ledger
from heymilo_ops.apply.ports import Api, Store, Who
from heymilo_ops.apply.send import Sender
from heymilo_ops.apply.snapshot import keep_snapshots
from heymilo_ops.apply.stale import check_live, check_state, refuse_errors
from heymilo_ops.errors import StaleError
from heymilo_ops.model.event import Ended, Observer, Outcome, Result, Started
from heymilo_ops.model.state import LastApply, State
from heymilo_ops.plan.change import Plan


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
) -> tuple[Outcome, ...]:
    """Carry out a plan; one outcome a change, after one for each intent that an earlier run left unknown.

    Args:
        project: goes into the marks.
        now: the time, with an offset.
        stopping: asked before each send; once it says yes, nothing more is sent and the rest is skipped.
        new_op: makes operation ids, 32 hex digits.
        begun: the state to start from where the store holds none yet.
        rollback: the replace of this plan is one, and recorded as such.

    Raises:
        AttentionError: the plan holds an error; nothing was written.
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
    jobs = decide(plan.actions(), state, who=who, at=stamp(now()), new_op=new_op, rollback=rollback)
    check_live(jobs, api)
    keep_snapshots(jobs, store, who)
    ledger = Ledger(store, _opened(state, plan, jobs), observer)
    sender = Sender(ledger, store, api, project, plan.workspace, now, stopping)
    return _carry_out(plan, jobs, sender, ledger, changed=bool(jobs) or state is not found)


def _opened(state: State, plan: Plan, jobs: tuple[Job, ...]) -> State:
    """The state with all intents decided, and the plan as the one being applied."""
    if not jobs:
        return state
    workspace = state.workspace
    if workspace.remote_id is None:
        workspace = workspace.model_copy(update={"remote_id": plan.workspace_id})
    decided = tuple(intent for job in jobs for intent in job.intents)
    return state.model_copy(
        update={
            "workspace": workspace,
            "last_apply": LastApply(plan_digest=plan.digest, status="open"),
            "pending": (*state.pending, *decided),
        }
    )


def _carry_out(
    plan: Plan, jobs: tuple[Job, ...], sender: Sender, ledger: Ledger, *, changed: bool
) -> tuple[Outcome, ...]:
    left_over = pending.outcomes(ledger.state)
    ledger.total = len(left_over) + len(jobs)
    ledger.observer(Started(ledger.total))
    for outcome in left_over:
        ledger.ended(outcome)
    for job in jobs:
        ledger.ended(sender.carry_out(job))
    if jobs:
        complete = all(outcome.result is Result.DONE for outcome in ledger.outcomes)
        done = LastApply(plan_digest=plan.digest, status="done" if complete else "open")
        ledger.state = pending.without_planned(ledger.state).model_copy(update={"last_apply": done})
    if changed:
        ledger.save()
    ledger.tell()
    outcomes = tuple(ledger.outcomes)
    ledger.observer(Ended(outcomes))
    return outcomes
