"""Operations of unknown outcome: what HeyMilo shows of them, and that nothing is done until they are settled."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from heymilo_ops.errors import Advice, AdviceKind, AttentionError, advise
from heymilo_ops.model.reason import Reason, ReasonCode
from heymilo_ops.model.state import Intent, State, first_made
from heymilo_ops.plan.change import Action, Change
from heymilo_ops.plan.inputs import PlanInput
from heymilo_ops.plan.ownership import Ownership, made_by, probable
from heymilo_ops.plan.superseded import is_gone

_DONE = {
    "create": "created",
    "update": "changed",
    "edit": "edited in place, in part or whole",
    "archive": "archived",
    "adopt": "taken over",
    "activate": "activated",
}
KIND_NOUNS = {"activate": "activation", "adopt": "adoption", "edit": "edit in place"}
"""What an intent of a kind is called, where that is another word."""


def blocked(state: State) -> frozenset[str]:
    """Return the names that no run touches until the outcome of their intent is known, old names of them included."""
    unknown = state.unknown()
    names = {intent.address for intent in unknown}
    moved = {intent.ops.moved_from for intent in unknown if intent.ops.moved_from}
    return frozenset(names | moved)


def refuse_pending(state: State | None, name: str, workspace: str, inputs: PlanInput | None = None) -> None:
    """Raise ``AttentionError`` where an earlier write of the posting may or may not have arrived.

    ``inputs``: what HeyMilo shows of it, where HeyMilo was asked.
    """
    if state is None or name not in blocked(state):
        return
    intent = next(intent for intent in state.unknown() if name in (intent.address, intent.ops.moved_from))
    candidates = evidence(inputs, intent).candidates if inputs is not None else ()
    posting = f"posting {intent.target}" if intent.target else "the posting"
    raise AttentionError(
        f"{intent.address} has a pending operation in '{workspace}': {posting} may have been {_DONE[intent.kind]}",
        _ways_out(workspace, intent.address, candidates),
    )


def _ways_out(workspace: str, name: str, candidates: Sequence[str]) -> tuple[Advice, ...]:
    """Return what settles an operation: the next apply, or a person where looking again would not help."""
    names = {"workspace": workspace, "name": name}
    if not candidates:
        return (advise(AdviceKind.APPLY_SETTLES, **names),)
    adopt = (advise(AdviceKind.STATE_RESOLVE_ADOPT, posting_id=posting_id, **names) for posting_id in candidates)
    return (*adopt, advise(AdviceKind.STATE_RESOLVE_RETRY, **names))


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
    live = inputs.listed.get(intent.target or "")
    if intent.kind == "create":
        original, mine = made_by(inputs.ownership.values(), intent)
        return _created(original, mine, intent) if mine else _probable(inputs, intent)
    if intent.kind == "archive" and intent.target and is_gone(intent.target, inputs.listing):
        return Evidence(Reason(ReasonCode.LISTED_AS_GONE, intent.target))
    if intent.kind in ("update", "adopt") and live and live.mark and live.mark.op_id == intent.op_id:
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


def pending_hold(inputs: PlanInput, change: Change, intent: Intent) -> Change:
    """Return the change of an address whose last write may or may not have arrived: nothing, until that is known."""
    seen = evidence(inputs, intent)
    reasons = [
        Reason(ReasonCode.OUTCOME_UNKNOWN, intent.kind, *([seen.reason] if seen.reason else [])),
        Reason(ReasonCode.APPLY_SETTLES, intent.address),
    ]
    if seen.candidates:
        reasons.append(Reason(ReasonCode.PERSON_SETTLES, inputs.workspace, intent.address, seen.candidates))
    return replace(change, action=Action.HOLD, reasons=tuple(reasons))
