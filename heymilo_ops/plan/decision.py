"""What was decided on one address, and the pieces that decisions share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from heymilo_ops.finding import Finding
from heymilo_ops.model.facts import fact_of
from heymilo_ops.model.posting import Ops
from heymilo_ops.model.reason import Reason, ReasonCode
from heymilo_ops.model.state import Intent, PostingState
from heymilo_ops.plan.change import Action, Change, FieldChange, LiveRef
from heymilo_ops.plan.evidence import Evidence
from heymilo_ops.plan.inputs import PlanInput
from heymilo_ops.plan.superseded import is_gone


@dataclass(frozen=True, slots=True)
class Verdict:
    """One change, and what the reader should know beside it."""

    change: Change
    findings: tuple[Finding, ...] = ()
    notes: tuple[Reason, ...] = ()


def live_ref(inputs: PlanInput, entry: PostingState) -> LiveRef:
    """Return the posting that a change of the entry meets."""
    live = inputs.listing.postings.get(entry.posting_id) if inputs.listing else None
    updated_at = live.updated_at if live else entry.updated_at
    return LiveRef(entry.posting_id, updated_at, is_gone(entry.posting_id, inputs.listing))


def next_number(entry: PostingState | None) -> int:
    """Return the number of the next revision: none is used twice."""
    return 1 + max((revision.number for revision in entry.revisions), default=0) if entry else 1


def ops_fields(before: Ops, after: Ops) -> Iterator[FieldChange]:
    """Yield what differs in ``ops``, which only the state holds."""
    if before == after:
        return
    olds: Mapping[str, Any] = before.model_dump(mode="json")
    for name, value in after.model_dump(mode="json").items():
        if olds[name] != value:
            yield FieldChange(f"/ops/{name}", "changed", olds[name], value, fact_of(Ops, name).effect)


def pending_hold(change: Change, intent: Intent, seen: Evidence, workspace: str) -> Change:
    """Return the change of an address whose last write may or may not have arrived: nothing, until that is known."""
    reasons = [
        Reason(ReasonCode.OUTCOME_UNKNOWN, intent.kind, *([seen.reason] if seen.reason else [])),
        Reason(ReasonCode.APPLY_SETTLES, intent.address),
    ]
    if seen.candidates:
        reasons.append(Reason(ReasonCode.PERSON_SETTLES, workspace, intent.address, seen.candidates))
    return replace(change, action=Action.HOLD, reasons=tuple(reasons))
