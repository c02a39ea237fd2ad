"""What to do with a manifest of which nothing is live: create its posting, or hold that."""

from __future__ import annotations

from dataclasses import replace

from heymilo_ops.model.desired import Desired
from heymilo_ops.model.reason import Reason, ReasonCode
from heymilo_ops.model.state import PostingState
from heymilo_ops.plan.change import Action, CreatePosting
from heymilo_ops.plan.inputs import PlanInput
from heymilo_ops.plan.lint_errors import lint_bar
from heymilo_ops.plan.origin import Origin
from heymilo_ops.plan.ownership_findings import decide_namesake
from heymilo_ops.plan.superseded import close_leftovers
from heymilo_ops.plan.verdict import Verdict, next_number, start


def _why_new(entry: PostingState | None) -> Reason:
    if entry is None:
        return Reason(ReasonCode.NEW)
    was_open = entry.ops.lifecycle == "open"
    return Reason(ReasonCode.ARCHIVED_BEFORE if was_open else ReasonCode.ROLE_REOPENS, entry.revision)


def decide_new(inputs: PlanInput, desired: Desired, origin: Origin) -> Verdict:
    """Return the verdict on a manifest of which nothing is live: it is created, or held."""
    entry = origin.entry
    reason = _why_new(entry)
    verdict = Verdict(
        replace(
            start(inputs, desired, origin),
            action=Action.CREATE,
            reasons=(reason,),
            revision_from=entry.revision if entry else None,
            revision_to=next_number(entry),
            operations=(CreatePosting(desired),),
        )
    )
    if origin.namesakes:
        problem, reasons = decide_namesake(inputs, desired.address, origin.namesakes)
        verdict = replace(verdict, findings=(problem,))
        if reasons:
            held = replace(start(inputs, desired, origin), action=Action.HOLD, reasons=reasons)
            verdict = replace(verdict, change=held)
    if barred := lint_bar(inputs, desired.address):
        reasons = verdict.change.reasons if verdict.change.action is Action.HOLD else ()
        held = replace(start(inputs, desired, origin), action=Action.HOLD, reasons=(*reasons, barred))
        verdict = replace(verdict, change=held)
    return replace(verdict, change=close_leftovers(verdict.change, entry, desired.ops, inputs)) if entry else verdict
