"""Postings that an applicant tracking system is connected to: replaced or archived, the connection stays behind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from heymilo_ops.finding import Finding
from heymilo_ops.model.live import Live
from heymilo_ops.model.reason import Reason, ReasonCode, of_posting
from heymilo_ops.model.state import PostingState
from heymilo_ops.plan.change import Action, Change
from heymilo_ops.plan.codes import make_finding
from heymilo_ops.plan.inputs import PlanInput

Ending = Sequence[tuple[Change, tuple[str, ...]]]
"""Changes, each with the ids of the postings that it ends."""

FLAG = "--allow-disconnect"


def is_connected(live: Live | None) -> bool:
    """Return whether an applicant tracking system is connected to the posting, as far as HeyMilo shows it."""
    return live is not None and bool(live.document.get("ats_metadata"))


def disconnected(inputs: PlanInput, change: Change, ended: Sequence[str]) -> tuple[str, ...]:
    """Return which of the postings that a change ends are connected.

    One that was replaced earlier is left out where somebody allowed that then: its connection has stayed behind.
    """
    entry = inputs.entries.get(change.moved_from or change.address)
    return tuple(
        posting_id
        for posting_id in ended
        if is_connected(inputs.listed.get(posting_id)) and not (entry and _was_allowed(entry, posting_id))
    )


def disconnect_findings(inputs: PlanInput, changes: Ending) -> Iterator[Finding]:
    """Yield an error on each change that ends connected postings, where nobody allowed it."""
    for change, ended in changes:
        ids = disconnected(inputs, change, ended)
        if ids and change.address not in inputs.disconnect_allowed:
            case = "PL141.replace" if _replaces(change, ids) else "PL141.archive"
            yield make_finding(case, change.address, ids=", ".join(ids))


def disconnect_notes(inputs: PlanInput, changes: Ending) -> Iterator[Reason]:
    """Yield what has to be set up again after each change that somebody allowed."""
    for change, ended in changes:
        ids = disconnected(inputs, change, ended)
        if ids and change.address in inputs.disconnect_allowed:
            code = ReasonCode.RECONNECT if _replaces(change, ids) else ReasonCode.DISCONNECTS
            yield of_posting(change.address, Reason(code, ids))


def _replaces(change: Change, ids: Sequence[str]) -> bool:
    return change.action is Action.REPLACE and change.live is not None and change.live.posting_id in ids


def _was_allowed(entry: PostingState, posting_id: str) -> bool:
    ids = [revision.posting_id for revision in entry.revisions]
    if posting_id == entry.posting_id or posting_id not in ids:
        return False
    after = entry.revisions[len(ids) - ids[::-1].index(posting_id) :]
    return bool(after) and any(flag.startswith(f"{FLAG} ") for flag in after[0].allowed)
