"""Postings that have the name of one of ours and not our marks: made elsewhere, or ours once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from heymilo_ops.finding import Finding
from heymilo_ops.model.live import Live
from heymilo_ops.model.mark import Mark
from heymilo_ops.plan.change import Action, Change
from heymilo_ops.plan.codes import finding
from heymilo_ops.plan.inputs import PlanInput
from heymilo_ops.plan.unmanaged import unmanaged_of


def namesakes(given: PlanInput, changes: Sequence[Change]) -> Iterator[Finding | str]:
    """A note on each beside a posting of ours; a finding where it has the marks of another project.

    What is done about those that a create would stand beside is decided in ``undecided``. Where an operation on the
    name is unknown, the change itself says what it may have made.
    """
    entries, found = given.entries, unmanaged_of(given)
    unsure = {intent.address for intent in given.state.unknown()} if given.state else set()
    made = {change.address for change in changes if change.action is Action.CREATE}
    for live in given.listing.postings.values() if given.listing else ():
        if live.mark:
            yield from _of_another(given, live, live.mark, made)
    for name, entry in entries.items():
        if entry.status == "active" and name not in unsure:
            yield from (f"{name}: {_what(live, name)}; it is left alone" for live in found.named(name))


def undecided(given: PlanInput, address: str, found: Sequence[Live]) -> tuple[Finding, tuple[str, ...]]:
    """The finding on what has the name of a posting that would be made, and why that waits.

    No reason is given where the command line allows another one. ``found``: at least one.
    """
    ids = " and ".join(live.posting_id for live in found)
    what = "; ".join(_what(live, address) for live in found)
    option = f"`--allow-namesake {address}`"
    if address in given.namesakes_allowed:
        said = f"{what}; another one is made beside it, as --allow-namesake says"
        return finding("PL505", said, "see at HeyMilo which of them candidates should enter at", address), ()
    help = (
        f"look at it at HeyMilo, and leave it as it is if there are candidates in it: remove the manifest until this "
        f"release can take a posting over; or make another one beside it with {option}"
    )
    reasons = (
        f"namesake: {ids} at HeyMilo {'has' if len(found) == 1 else 'have'} this name and no marks of heymilo-ops, so "
        "no other posting is made until somebody decides",
        f"either {option} makes one beside it, or its manifest is removed and {ids} goes on as it is",
    )
    return finding("PL505", f"{what}; its create is held", help, address), reasons


def _what(live: Live, name: str) -> str:
    status = "" if live.is_open else f" ({live.status})"
    spelt = "" if live.name == name else f", spelt '{live.name}',"
    return f"posting {live.posting_id}{status} at HeyMilo has the name {name}{spelt} and no marks of heymilo-ops"


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
