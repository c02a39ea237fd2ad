"""Intents that an earlier run left behind, and what people are told of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from heymilo_ops.model.event import Outcome, Result
from heymilo_ops.model.state import Intent, State
from heymilo_ops.plan.decision import ways_out
from heymilo_ops.plan.evidence import evidence
from heymilo_ops.plan.inputs import PlanInput


def without_planned(state: State) -> State:
    """The state without intents that were never sent; the caller holds the lock, so nobody will send them."""
    if len(state.unknown()) == len(state.pending):
        return state
    return state.model_copy(update={"pending": state.unknown()})


def blocked(state: State) -> frozenset[str]:
    """Addresses that no run touches until the outcome of their intent is known, old names of them included."""
    unknown = state.unknown()
    names = {intent.address for intent in unknown}
    moved = {intent.ops.moved_from for intent in unknown if intent.ops.moved_from}
    return frozenset(names | moved)


def outcomes(state: State) -> tuple[Outcome, ...]:
    """One outcome, unknown, for each intent that an earlier run may have sent."""
    return tuple(_outcome(intent, state.workspace.name) for intent in state.unknown())


def _outcome(intent: Intent, workspace: str) -> Outcome:
    return Outcome(
        address=intent.address,
        action=intent.action,
        result=Result.UNKNOWN,
        posting_id=intent.target,
        message=f"pending since {intent.sent_at or intent.at}: {what_to_do(intent, workspace)}",
    )


def what_to_do(intent: Intent, workspace: str, candidates: Sequence[str] = ()) -> str:
    """The words for an intent of unknown outcome: what may have happened, and what settles it.

    ``candidates``: ids of the postings between which only a person can choose; then looking again would not help.
    """
    happened = {"create": "created", "update": "changed", "archive": "archived"}[intent.kind]
    what = f"posting {intent.target}" if intent.target else "the posting"
    if candidates:
        out = ways_out(workspace, intent.address, candidates)
        return f"{what} may have been {happened}; see what is in HeyMilo, then run {out}"
    return (
        f"{what} may have been {happened}; run `heymilo-ops -w {workspace} apply` again: it looks in HeyMilo first, "
        f"and sends nothing for {intent.address} until it knows"
    )


def candidates(given: PlanInput, intent: Intent) -> tuple[str, ...]:
    """Ids of the postings between which only a person can choose, by what HeyMilo lists."""
    return evidence(given, intent).candidates


def names(intents: Iterable[Intent]) -> str:
    """The addresses of some intents as a list for people."""
    return ", ".join(sorted({intent.address for intent in intents}))
