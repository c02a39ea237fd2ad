"""What heymilo.yaml says of safety, against what it said at the last apply and on the default branch."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from heymilo_ops.finding import Finding
from heymilo_ops.model.reason import Reason, ReasonCode
from heymilo_ops.model.state import State
from heymilo_ops.plan.change import SafetyChange
from heymilo_ops.plan.codes import make_finding
from heymilo_ops.plan.inputs import Earlier, PlanInput
from heymilo_ops.text.phrase import first_few

STATE = "state"
"""The setting that no state can record of itself: it is compared with the default branch alone."""

_MOST = 5
_MEANT = {
    "api_key_env": "the key that this variable holds is sent to HeyMilo's address",
    "base_url": "the key is sent there, and what is applied goes there",
    "lint": "rules that are left out or lowered bar nothing any more",
    "project": "the marks of what is live name the other project",
    STATE: "what was applied is known only where the state was",
}
"""What rests on a setting, by name."""


def safety_changes(inputs: PlanInput) -> tuple[SafetyChange, ...]:
    """Return the settings that differ from what the last apply recorded or, where it recorded nothing, from
    ``earlier``.
    """
    recorded, earlier = _recorded(inputs.state), inputs.earlier
    changes = []
    for name, now in sorted(inputs.safety.items()):
        if name in recorded:
            changes.append(SafetyChange(name, recorded[name], now))
        elif earlier and name in earlier.safety:
            changes.append(SafetyChange(name, earlier.safety[name], now, earlier.commit))
    if earlier and earlier.place:
        changes.append(SafetyChange(STATE, earlier.place, inputs.place, earlier.commit))
    return tuple(change for change in changes if change.before != change.after)


def _recorded(state: State | None) -> Mapping[str, Any]:
    """Return what the last apply recorded; before there was a record, what any state knows of itself."""
    if state is None:
        return {}
    if state.safety is not None:
        return state.safety
    return {"base_url": state.workspace.base_url.rstrip("/"), "project": state.project}


def safety_findings(inputs: PlanInput, changes: tuple[SafetyChange, ...]) -> Iterator[Finding]:
    """Yield a finding on each setting that differs, and one on what a moved state leaves behind."""
    for change in changes:
        rests = _MEANT.get(change.setting)
        trouble = inputs.earlier.trouble if change.setting == STATE and inputs.earlier else ""
        yield make_finding(
            "PL601.commit" if change.commit else "PL601",
            setting=change.setting,
            after=str(change.after),
            before=str(change.before),
            commit=(change.commit or "")[:10],
            trouble=f", which can't be read now ({trouble})" if trouble else "",
            rests=f": {rests}" if rests else "",
        )
    if inputs.earlier and inputs.earlier.left:
        yield _left_behind(inputs, inputs.earlier)


def _left_behind(inputs: PlanInput, earlier: Earlier) -> Finding:
    left = earlier.left
    postings = f"{len(left)} live posting{'' if len(left) == 1 else 's'} ({first_few(left, _MOST)})"
    commit = earlier.commit[:10]
    places = {"before": earlier.place, "after": inputs.place, "workspace": inputs.workspace}
    return make_finding("PL602", commit=commit, postings=postings, **places)


def unknown_past(inputs: PlanInput) -> Iterator[Reason]:
    """Yield a note where neither a state nor HeyMilo tells what was applied before."""
    if inputs.state is None and inputs.listing is None:
        yield Reason(ReasonCode.NOTHING_KNOWN, inputs.place)
