"""What HeyMilo shows of an operation whose outcome is unknown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from heymilo_ops.model.reason import Reason, ReasonCode
from heymilo_ops.model.state import Intent, first_made
from heymilo_ops.plan.inputs import PlanInput
from heymilo_ops.plan.ownership import Ownership, made_by, probable
from heymilo_ops.plan.superseded import is_gone


@dataclass(frozen=True, slots=True)
class Evidence:
    """What HeyMilo shows of an operation.

    Attributes:
        reason: what it shows; ``None`` where it shows nothing.
        candidates: ids of the postings between which only a person can choose.
    """

    reason: Reason | None = None
    candidates: tuple[str, ...] = ()


def listed(names: Iterable[str]) -> str:
    """Join names as in ``p1, p2 and p3``."""
    *most, last = names
    return f"{', '.join(most)} and {last}" if most else last


def evidence(inputs: PlanInput, intent: Intent) -> Evidence:
    """Return what HeyMilo shows of a write whose outcome isn't known."""
    live = inputs.listing.postings.get(intent.target or "") if inputs.listing else None
    if intent.kind == "create":
        original, mine = made_by(inputs.ownership.values(), intent)
        return _created(original, mine, intent) if mine else _probable(inputs, intent)
    if intent.kind == "archive" and intent.target and is_gone(intent.target, inputs.listing):
        return Evidence(Reason(ReasonCode.LISTED_AS_GONE, intent.target))
    if intent.kind == "update" and live and live.mark and live.mark.op_id == intent.op_id:
        return Evidence(Reason(ReasonCode.LISTED_WITH_MARK, (live.posting_id,), 0))
    return Evidence()


def _created(original: Ownership | None, mine: Sequence[Ownership], intent: Intent) -> Evidence:
    ids = tuple(owned.posting_id for owned in mine)
    attempts = {owned.mark.attempt: owned.carriers for owned in mine}
    if len(attempts) > 1:
        marked = (Reason(ReasonCode.MARKS_OF_ATTEMPT, carriers, number) for number, carriers in attempts.items())
        return Evidence(Reason(ReasonCode.LISTED_OF_SEVERAL_ATTEMPTS, *marked), ids)
    ((number, carriers),) = attempts.items()
    earlier = 0 if number == intent.attempt else number
    if original:
        return Evidence(Reason(ReasonCode.LISTED_WITH_MARK, (original.posting_id,), earlier))
    is_dated = first_made(owned.live for owned in mine) is not None
    code = ReasonCode.SEVERAL_LISTED_WITH_MARK if is_dated else ReasonCode.UNDATED_LISTED_WITH_MARK
    return Evidence(Reason(code, carriers, earlier), ids)


def _probable(inputs: PlanInput, intent: Intent) -> Evidence:
    """Return the postings without our marks that were made since, and that look like what was sent."""
    alike = tuple(sorted(probable(inputs.ownership.values(), intent, lambda: _title(inputs, intent))))
    return Evidence(Reason(ReasonCode.LISTED_AND_PROBABLE, alike), alike) if alike else Evidence()


def _title(inputs: PlanInput, intent: Intent) -> object:
    """Return the title that was sent, as far as it is known."""
    snapshot = inputs.snapshots.get(intent.digest or "")
    if snapshot:
        return snapshot.request.get("title")
    return next((desired.manifest.title for desired in inputs.desired if desired.under(intent.digest or "")), None)
