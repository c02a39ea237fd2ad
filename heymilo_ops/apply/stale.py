"""What is checked before the first write: that the plan still speaks of the state and of the postings as they are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from heymilo_ops.apply.decide import Job, entry_of, sends
from heymilo_ops.apply.ports import Api
from heymilo_ops.errors import AttentionError, StaleError
from heymilo_ops.finding import Severity
from heymilo_ops.model.live import Live
from heymilo_ops.model.state import PostingState, State
from heymilo_ops.plan.change import Action, Change, LiveRef, Plan

_AGAIN = "Plan again."


def refuse_errors(plan: Plan) -> None:
    """Raises ``AttentionError`` for a plan in which anything is an error."""
    errors = [finding for finding in plan.findings if finding.severity is Severity.ERROR]
    if errors:
        raise AttentionError(f"the plan has {len(errors)} error(s): {errors[0].message}", "Nothing was written.")


def changes_left(plan: Plan, state: State) -> tuple[Change, ...]:
    """The changes that are still to be carried out.

    All of them where the state is the one that was planned against. After its own crash or interruption the same
    plan goes on with what that run left. Raises ``StaleError`` for any other state.
    """
    if plan.serial == state.serial and plan.lineage in (state.lineage, "" if state.serial == 0 else state.lineage):
        return tuple(plan.actions())
    if plan.lineage not in (state.lineage, ""):
        raise StaleError("the plan was made for another state (its lineage differs)", _AGAIN)
    last = state.last_apply
    if last is None or last.plan_digest != plan.digest:
        raise StaleError(f"the state moved since the plan was made (serial {plan.serial} → {state.serial})", _AGAIN)
    if last.status == "done":
        raise StaleError("this plan was applied already", _AGAIN)
    return tuple(left for change in plan.actions() if (left := _left(change, state)) is not None)


def _left(change: Change, state: State) -> Change | None:
    entry = state.postings.get(change.address)
    if change.forget:
        return change if entry else None
    archives = tuple(each for each in change.archives if _unarchived(entry or entry_of(state, change), each))
    if not sends(change):
        return replace(change, archives=archives) if archives or change.desired else None
    if entry and (entry.revision, entry.digest) == (change.revision_to, change.after_digest):
        rest = replace(change, action=Action.ARCHIVE, archives=archives, desired=None, settings=None)
        return rest if archives else None
    known = entry_of(state, change)
    if change.revision_to not in (None, known.revision + 1 if known else 1):
        raise StaleError(f"{change.address} moved since the plan was made", _AGAIN)
    return replace(change, archives=archives)


def _unarchived(entry: PostingState | None, posting_id: str) -> bool:
    return entry is None or any(each.archived_at is None for each in entry.revisions if each.posting_id == posting_id)


def check_live(jobs: Iterable[Job], api: Api) -> None:
    """Read each posting that is about to be changed. Raises ``StaleError`` where one isn't as it was planned against.

    All are read before anything is written. ``UnreachableError`` passes through.
    """
    for job in jobs:
        planned = job.change.live
        if planned is not None and job.intents and job.change.action is not Action.CREATE:
            _check(job.change.address, planned, api.get(planned.posting_id))


def _check(address: str, planned: LiveRef, live: Live | None) -> None:
    if live is None:
        raise StaleError(f"{address}: posting {planned.posting_id} is not there any more", _AGAIN)
    if live.archived != planned.archived:
        word = "archived" if live.archived else "made active again"
        raise StaleError(f"{address}: posting {planned.posting_id} was {word} since the plan was made", _AGAIN)
    if None not in (live.updated_at, planned.updated_at) and live.updated_at != planned.updated_at:
        raise StaleError(f"{address}: posting {planned.posting_id} was changed since the plan was made", _AGAIN)
