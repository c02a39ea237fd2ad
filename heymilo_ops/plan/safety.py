"""Guards over a plan as a whole, checked before the first write. All of them are told, not the first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from heymilo_ops.finding import Finding
from heymilo_ops.plan.change import Action, Change, SharedChange
from heymilo_ops.plan.codes import finding
from heymilo_ops.plan.given import PlanInput
from heymilo_ops.plan.shared import reach

MOST = 10
"""More postings than this are never replaced or archived without a yes of its own."""
ALWAYS = 3
"""This many always may be."""
SHARE = 0.3
"""Beyond ``ALWAYS``, this share of the managed postings."""


def guards(given: PlanInput, changes: Sequence[Change], shared: Sequence[SharedChange] = ()) -> list[Finding]:
    """What forbids the plan as a whole. ``shared`` tells which file reaches how many postings."""
    return [
        *_protected(given, changes),
        *_large(given, changes, shared),
        *_nothing_desired(given),
        *_unreadable(given, changes),
        *_incomplete(given, changes),
    ]


def ends(change: Change) -> bool:
    """Whether the change ends the life of a current posting: replaced or archived.

    A posting that is left over from a replace isn't current, and one that was archived outside has ended.
    """
    if change.live is None or change.live.archived:
        return False
    if change.action is Action.ARCHIVE:
        return change.live.posting_id in change.archives
    return change.action is Action.REPLACE


def _protected(given: PlanInput, changes: Sequence[Change]) -> Iterator[Finding]:
    for change in changes:
        entry = given.entries.get(change.moved_from or change.address)
        remembered = entry is not None and entry.ops.protect
        asked = change.desired is not None and change.desired.ops.protect
        if ends(change) and (remembered or asked):
            yield finding(
                "PL101",
                f"{change.address} is protected, and this plan would {change.action.value} it",
                "set protect: false and apply that alone; then make the change",
                change.address,
                "/ops/protect",
            )


def _large(given: PlanInput, changes: Sequence[Change], shared: Sequence[SharedChange]) -> Iterator[Finding]:
    ended = sum(map(ends, changes))
    managed = len(given.active)
    if given.allow_large_change or (ended <= MOST and ended <= max(ALWAYS, SHARE * managed)):
        return
    yield finding(
        "PL102",
        f"{ended} of {managed} managed postings would be replaced or archived{_cause(changes, shared)}",
        "read the plan, then pass --allow-large-change; or go in steps with --target NAME",
    )


def _cause(changes: Sequence[Change], shared: Sequence[SharedChange]) -> str:
    """The one shared file that replaces the most, in words."""
    replaced = (each.address for each in changes if ends(each) and each.action is Action.REPLACE)
    found = reach(shared, replaced)
    return f"; {found[0][0]} alone replaces {found[0][1]}" if found else ""


def _nothing_desired(given: PlanInput) -> Iterator[Finding]:
    active = len(given.active)
    desired = bool(given.broken) or any(map(given.belongs, given.desired))
    if active and len(given.targets) != 1 and not desired:
        yield finding(
            "PL103",
            f"no manifest is left for workspace {given.workspace}, and {active} of its postings are live",
            "put the files back, or archive one by one: heymilo-ops apply --target NAME",
        )


def _unreadable(given: PlanInput, changes: Sequence[Change]) -> Iterator[Finding]:
    lost = [each.address for each in changes if each.desired is None and (ends(each) or each.forget)]
    if given.unreadable and lost:
        yield finding(
            "PL104",
            f"a file's name can't be read, so nothing is archived: it may be {', '.join(lost)}",
            "repair the file; `heymilo-ops lint` shows where",
        )


def _incomplete(given: PlanInput, changes: Sequence[Change]) -> Iterator[Finding]:
    creates = any(change.action in (Action.CREATE, Action.REPLACE) for change in changes)
    if given.listing is not None and not given.listing.complete and creates:
        yield finding("PL503", "the list of postings at HeyMilo didn't come to its end", "plan again")
