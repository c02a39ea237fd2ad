"""Postings that have the name of one of ours and not our marks: made elsewhere, or ours once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from heymilo_ops.finding import Finding
from heymilo_ops.model.live import Live
from heymilo_ops.model.mark import Mark
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
        if live.mark:
            yield from _of_another(given, live, live.mark, made)
            continue
        if live.archived or live.posting_id in known or name is None or name in unsure:
            continue
        what = f"posting {live.posting_id} at HeyMilo has the name {name} and no marks of heymilo-ops"
        if name in made:
            help = f"look at it at HeyMilo first: if it is {name}, archive it there, or candidates can enter at both"
            yield finding("PL505", f"{what}; another one would be made", help, name)
        elif name in entries and entries[name].status == "active":
            yield f"{name}: {what}; it is left alone"


def _of_another(given: PlanInput, live: Live, mark: Mark, made: set[str]) -> Iterator[Finding]:
    """A finding on one that another project or workspace made, where the state is empty and the plan makes its name.

    Where the state knows something, this is the project that made it, and the other one is another repo's.
    """
    known = mark.project == given.project and mark.workspace in {given.workspace, *given.siblings}
    if live.archived or known or mark.name not in made or given.entries or mark.name in given.recreate:
        return
    owner = f"{mark.project}/{mark.workspace}"
    yield finding(
        "PL508",
        f"posting {live.posting_id} at HeyMilo has the name {mark.name} and the marks of {owner}, not of "
        f"{given.project}/{given.workspace}, and nothing was applied from here yet; another one would be made",
        f"if {owner} was this repo, restore that in heymilo.yaml; if it is another repo's, choose another name, or "
        f"allow a second one with `--recreate {mark.name}`",
        mark.name,
    )
