"""Intents that an earlier run left behind."""

from __future__ import annotations

from heymilo_ops.model.event import Outcome, Result
from heymilo_ops.model.reason import Reason, ReasonCode
from heymilo_ops.model.state import Intent, State


def without_planned(state: State) -> State:
    """Return the state without intents that were never sent; the caller holds the lock, so nobody will send them."""
    if len(state.unknown()) == len(state.pending):
        return state
    return state.model_copy(update={"pending": state.unknown()})


def outcomes(state: State) -> tuple[Outcome, ...]:
    """Return one outcome, unknown, for each intent that an earlier run may have sent."""
    return tuple(_outcome(intent, state.workspace.name) for intent in state.unknown())


def _outcome(intent: Intent, workspace: str) -> Outcome:
    return Outcome(
        address=intent.address,
        action=intent.action,
        result=Result.UNKNOWN,
        posting_id=intent.target,
        reasons=(
            Reason(ReasonCode.MAY_HAVE_HAPPENED, intent.sent_at or intent.at, intent.kind, intent.target or ""),
            Reason(ReasonCode.APPLY_AGAIN_SETTLES, workspace, intent.address),
        ),
    )
