"""What is checked before a write: that the plan still speaks of the state and the postings as they are, and that the
postings are ours, by their marks at that moment.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from heymilo_ops.apply.jobs import Job, entry_of
from heymilo_ops.apply.run_context import RunContext
from heymilo_ops.errors import AdviceKind, AttentionError, StaleError, advise
from heymilo_ops.finding import Severity
from heymilo_ops.model.live import Live
from heymilo_ops.model.state import State
from heymilo_ops.plan.change import Action, Change, LiveRef, Plan
from heymilo_ops.plan.owner import Refusal, owner_of

if TYPE_CHECKING:
    from heymilo_ops.remote.postings import Postings

_AGAIN = (advise(AdviceKind.PLAN_AGAIN), "Nothing was written.")


def refuse_errors(plan: Plan) -> None:
    """Raises ``AttentionError`` for a plan in which anything is an error."""
    errors = [finding for finding in plan.findings if finding.severity is Severity.ERROR]
    if errors:
        more = f" (and {len(errors) - 1} more)" if len(errors) > 1 else ""
        raise AttentionError(f"the plan can't be applied: {errors[0].code} {errors[0].message}{more}", errors[0].help)


def check_state(plan: Plan, state: State) -> None:
    """Raises ``StaleError`` where the plan was made for another state than this one.

    A plan made before there was any state has no lineage; it fits one that was begun and never written.
    """
    if plan.lineage != state.lineage and (plan.lineage or state.serial):
        raise StaleError("the plan was made for another state (its lineage differs)", _AGAIN)
    if plan.serial != state.serial:
        moved = f"serial {plan.serial} then, {state.serial} now"
        raise StaleError(f"the state was written since the plan was made ({moved})", _AGAIN)


def check_live(jobs: Iterable[Job], api: Postings) -> dict[str, Live]:
    """Read each posting that is about to be changed. Raises ``StaleError`` where one isn't as it was planned against.

    All are read before anything is written; return what was read, by posting id. ``UnreachableError`` passes through.
    """
    read = {}
    for job in jobs:
        planned = job.change.live
        if planned is not None and job.intents and job.change.action is not Action.CREATE:
            live = api.get(planned.posting_id)
            _check(job.change.address, planned, live)
            if live is not None:
                read[live.posting_id] = live
    return read


def check_owned(jobs: Iterable[Job], state: State, context: RunContext, read: Mapping[str, Live]) -> None:
    """Refuse the whole run where the marks of a posting that it would write to don't say that it is ours.

    ``read``: what was read just now; others are read here, before anything is written. What is archived or gone is not
    written to. Raises ``AttentionError``; ``UnreachableError`` passes through.
    """
    for job in jobs:
        for intent in job.intents:
            live = intent.target and (read.get(intent.target) or context.api.get(intent.target))
            refusal = refusal_of(job.change, state, context, live) if live and not live.archived else None
            if live and refusal:
                what = f"{job.change.address}: posting {live.posting_id} {refusal.reason}. Nothing was written"
                raise AttentionError(what, f"{refusal.help[:1].upper()}{refusal.help[1:]}.")


def _check(address: str, planned: LiveRef, live: Live | None) -> None:
    gone = live is None or live.archived
    if gone and planned.archived:
        return
    if live is None or live.archived or planned.archived:
        happened = "deleted" if live is None else "archived" if live.archived else "made active again"
        raise StaleError(f"{address}: posting {planned.posting_id} was {happened} since the plan was made", _AGAIN)
    if None not in (live.updated_at, planned.updated_at) and live.updated_at != planned.updated_at:
        raise StaleError(f"{address}: posting {planned.posting_id} was changed since the plan was made", _AGAIN)


def refusal_of(change: Change, state: State, context: RunContext, live: Live) -> Refusal | None:
    """Return why the change must not write to this posting; ``None`` where it may."""
    owner = owner_of(
        entry_of(state, change),
        change.address,
        change.moved_from,
        project=context.project,
        workspace=context.workspace,
        unmarked_allowed=context.unmarked_allowed,
    )
    return owner.refusal(live)
