"""Postings with an operation of unknown outcome, which no plan and no run touches until that is settled."""

from __future__ import annotations

from collections.abc import Sequence

from heymilo_ops.advice import Advice, AdviceKind, advise
from heymilo_ops.errors import AttentionError
from heymilo_ops.model.state import State
from heymilo_ops.plan.evidence import evidence
from heymilo_ops.plan.inputs import PlanInput

_DONE = {"create": "created", "update": "changed", "archive": "archived"}


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
