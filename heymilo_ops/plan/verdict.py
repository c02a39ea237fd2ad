"""What is decided of one name, and what a decision starts from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from heymilo_ops.finding import Finding
from heymilo_ops.model.desired import Desired
from heymilo_ops.model.facts import facts
from heymilo_ops.model.posting import Ops
from heymilo_ops.model.reason import Reason
from heymilo_ops.model.state import PostingState
from heymilo_ops.plan.change import Action, Change, FieldChange, LiveRef
from heymilo_ops.plan.inputs import PlanInput
from heymilo_ops.plan.origin import Origin
from heymilo_ops.plan.ownership import newest
from heymilo_ops.plan.superseded import is_gone

_OF_THE_FILE = ("accepted", "adopt")
_DEFAULT_BEFORE = ("on_change", "replace", None)
"""A state of an earlier release holds the default of that time, and an upgrade alone plans nothing."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """One change, and what the reader should know beside it."""

    change: Change
    findings: tuple[Finding, ...] = ()
    notes: tuple[Reason, ...] = ()


def live_ref(inputs: PlanInput, entry: PostingState) -> LiveRef:
    """Return the posting that a change of the entry meets."""
    live = inputs.listed.get(entry.posting_id)
    updated_at = live.updated_at if live else entry.updated_at
    return LiveRef(entry.posting_id, updated_at, is_gone(entry.posting_id, inputs.listing))


def next_number(entry: PostingState | None) -> int:
    """Return the number of the next revision: none is used twice."""
    return 1 + newest(entry) if entry else 1


def ops_fields(before: Ops, after: Ops) -> Iterator[FieldChange]:
    """Yield what differs in ``ops``, which only the state holds. Some of it says nothing of what is live already."""
    if before == after:
        return
    olds: Mapping[str, Any] = before.model_dump(mode="json")
    for name, value in after.model_dump(mode="json").items():
        if name not in _OF_THE_FILE and olds[name] != value and (name, olds[name], value) != _DEFAULT_BEFORE:
            yield FieldChange(f"/ops/{name}", "changed", olds[name], value, facts(Ops)[name].effect)


def start(inputs: PlanInput, desired: Desired, origin: Origin) -> Change:
    """Return the parts of a change that don't depend on the decision: nothing happens."""
    entry = origin.entry if origin.entry and origin.entry.status == "active" else None
    return Change(
        address=desired.address,
        action=Action.UNCHANGED,
        source=desired.source,
        before_digest=entry.digest if entry else None,
        after_digest=entry.digest if entry and desired.under(entry.digest) else desired.digest,
        revision_from=entry.revision if entry else None,
        revision_to=entry.revision if entry else None,
        live=live_ref(inputs, entry) if entry else None,
        moved_from=origin.address if origin.address != desired.address else None,
        title=desired.manifest.title,
        held=entry.held if entry else None,
    )
