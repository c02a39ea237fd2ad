"""Postings without our marks that have the name of one of ours: made elsewhere, or one of ours that lost its marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from heymilo_ops.finding import Finding
from heymilo_ops.plan.change import Action, Change
from heymilo_ops.plan.codes import finding
from heymilo_ops.plan.given import PlanInput


def namesakes(given: PlanInput, changes: Sequence[Change]) -> Iterator[Finding | str]:
    """A finding on each where the plan makes a posting of that name for the first time, else a note.

    Where an operation on the name is unknown, the change itself says what it may have made.
    """
    entries = given.entries
    known = given.state.posting_ids if given.state else frozenset()
    unsure = {intent.address for intent in given.state.unknown()} if given.state else set()
    made = {change.address for change in changes if change.action is Action.CREATE}
    for live in given.listing.postings.values() if given.listing else ():
        name = live.name
        if live.archived or live.mark or live.posting_id in known or name is None or name in unsure:
            continue
        what = f"posting {live.posting_id} at HeyMilo has the name {name} and no marks of heymilo-ops"
        if name in made:
            help = f"look at it at HeyMilo first: if it is {name}, archive it there, or candidates can enter at both"
            yield finding("PL505", f"{what}; another one would be made", help, name)
        elif name in entries and entries[name].status == "active":
            yield f"{name}: {what}; it is left alone"
