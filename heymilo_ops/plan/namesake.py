"""Creates that would stand beside a posting of the same name which nobody manages."""

from __future__ import annotations

from collections.abc import Sequence

from heymilo_ops.finding import Finding
from heymilo_ops.model.live import Live
from heymilo_ops.model.reason import Reason, ReasonCode
from heymilo_ops.plan.codes import make_finding
from heymilo_ops.plan.inputs import PlanInput


def decide_namesake(inputs: PlanInput, address: str, postings: Sequence[Live]) -> tuple[Finding, tuple[Reason, ...]]:
    """Return the finding on what has the name of a posting that would be made, and why that waits.

    No reason is given where the command line allows another one. ``postings``: at least one.
    """
    namesakes = "; ".join(describe_namesake(live, address) for live in postings)
    if address in inputs.namesakes_allowed:
        return make_finding("PL505.allowed", address, namesakes=namesakes), ()
    ids = tuple(live.posting_id for live in postings)
    reasons = (Reason(ReasonCode.NAMESAKE, ids), Reason(ReasonCode.NAMESAKE_CHOICE, address, ids))
    return make_finding("PL505.held", address, namesakes=namesakes), reasons


def describe_namesake(live: Live, name: str) -> str:
    """Return a posting that has the name and no marks, as a clause."""
    status = "" if live.is_open else f" ({live.status})"
    spelt = "" if live.name == name else f", spelt '{live.name}',"
    return f"posting {live.posting_id}{status} at HeyMilo has the name {name}{spelt} and no marks of heymilo-ops"
