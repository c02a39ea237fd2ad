"""Postings with an operation of unknown outcome, which no plan and no run touches until that is settled."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from heymilo_ops.errors import AttentionError
from heymilo_ops.model.state import Intent, State
from heymilo_ops.plan.evidence import evidence
from heymilo_ops.plan.inputs import PlanInput


def blocked(state: State) -> frozenset[str]:
    """Return the names that no run touches until the outcome of their intent is known, old names of them included."""
    unknown = state.unknown()
    names = {intent.address for intent in unknown}
    moved = {intent.ops.moved_from for intent in unknown if intent.ops.moved_from}
    return frozenset(names | moved)


def refuse_pending(state: State | None, name: str, workspace: str, given: PlanInput | None = None) -> None:
    """Raise ``AttentionError`` where an earlier write of the posting may or may not have arrived.

    ``given``: what HeyMilo shows of it, where HeyMilo was asked.
    """
    if state is None or name not in blocked(state):
        return
    intent = next(intent for intent in state.unknown() if name in (intent.address, intent.ops.moved_from))
    candidates = evidence(given, intent).candidates if given is not None else ()
    raise AttentionError(
        f"{intent.address} has a pending operation in '{workspace}': {what_to_do(intent, workspace, candidates)}"
    )


def what_to_do(intent: Intent, workspace: str, candidates: Sequence[str] = ()) -> str:
    """Say what may have happened to an intent of unknown outcome, and what settles it.

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


def ways_out(workspace: str, name: str, candidates: Iterable[str]) -> str:
    """Return the commands by which a person settles which of some postings an operation made, if any."""
    settle = f"heymilo-ops -w {workspace} state resolve {name}"
    adopt = " or ".join(f"`{settle} --adopt {posting_id}`" for posting_id in candidates)
    return f"{adopt}; `{settle} --retry` if none is" if adopt else f"`{settle} --retry` if it was not made"
