"""Guards over a plan as a whole, checked before the first write. All of them are told, not the first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from heymilo_ops.finding import Finding
from heymilo_ops.model.reason import Reason, ReasonCode
from heymilo_ops.plan.change import Action, Change, SharedChange
from heymilo_ops.plan.codes import finding
from heymilo_ops.plan.inputs import PlanInput
from heymilo_ops.plan.ownership import namesakes, unmanaged
from heymilo_ops.plan.shared_changes import reach
from heymilo_ops.plan.superseded import interrupted, open_leftovers
from heymilo_ops.plan.unmarked import not_ours
from heymilo_ops.plan.unread_paths import unread

MOST = 10
"""More postings than this are never replaced or archived without a yes of its own."""
ALWAYS = 3
"""This many always may be."""
SHARE = 0.3
"""Beyond ``ALWAYS``, this share of the managed postings."""
_ON_REPLACE = "/ops/on_replace"


def guards(inputs: PlanInput, changes: Sequence[Change], shared: Sequence[SharedChange] = ()) -> list[Finding]:
    """Return what forbids the plan as a whole. ``shared`` tells which file reaches how many postings."""
    return [
        *_protected(inputs, changes),
        *_large(inputs, changes, shared),
        *_many(inputs, changes),
        *_nothing_desired(inputs),
        *_unreadable(inputs, changes),
        *_incomplete(inputs, changes),
        *not_ours(inputs, changes),
    ]


def ended(inputs: PlanInput, change: Change) -> tuple[str, ...]:
    """Return the ids of the postings whose life the change ends: replaced or archived, whichever way that came.

    One that was archived outside has ended already. What a broken-off apply left open was decided when its replace was
    planned, and finishing that is no new decision.
    """
    entry = inputs.entries.get(change.moved_from or change.address)
    over = {change.live.posting_id} if change.live and change.live.archived else set()
    if entry is not None and interrupted(entry, inputs.state):
        over.update(open_leftovers(entry))
    replaced = (change.live.posting_id,) if change.live and change.action is Action.REPLACE else ()
    return tuple(posting_id for posting_id in dict.fromkeys((*replaced, *change.archives)) if posting_id not in over)


def _protected(inputs: PlanInput, changes: Sequence[Change]) -> Iterator[Finding]:
    asked = {desired.address for desired in inputs.desired if inputs.belongs(desired) and desired.ops.protect}
    for change in changes:
        entry = inputs.entries.get(change.moved_from or change.address)
        remembered = entry is not None and entry.ops.protect
        if ended(inputs, change) and (remembered or change.address in asked):
            yield finding(
                "PL101",
                f"{change.address} is protected, and this plan would {_ending(inputs, change)}",
                "set protect: false and apply that alone; then make the change",
                change.address,
                "/ops/protect",
            )


def _ending(inputs: PlanInput, change: Change) -> str:
    """Return what a change does to what it ends, in words."""
    current = change.live.posting_id if change.live else None
    ids = ended(inputs, change)
    if current in ids:
        return f"{change.action.value} it"
    return f"archive {', '.join(ids)}, which it replaced earlier and which {'is' if len(ids) == 1 else 'are'} open"


def _large(inputs: PlanInput, changes: Sequence[Change], shared: Sequence[SharedChange]) -> Iterator[Finding]:
    excess = large(inputs, changes)
    if excess and not inputs.allow_large_change:
        yield finding(
            "PL102",
            f"{excess}{_cause(inputs, changes, shared)}",
            "read the plan, then pass --allow-large-change; or go in steps with --target NAME",
        )


def permissions(inputs: PlanInput, changes: Sequence[Change]) -> dict[str, Reason]:
    """Return the options that a plan was allowed by and that its apply needs as well, with a note on each."""
    excesses = [large(inputs, changes), many(inputs, changes)] if inputs.allow_large_change else []
    excess = "; ".join(filter(None, excesses))
    unmarked = {problem.address for problem in not_ours(replace(inputs, unmarked_allowed=frozenset()), changes)}
    anew = inputs.recreate.intersection(change.address for change in changes if change.desired is not None)
    flags = [f"--allow-unmarked {name}" for name in sorted(inputs.unmarked_allowed.intersection(unmarked - {None}))]
    flags += [f"--recreate {name}" for name in sorted(anew)]
    made = {change.address for change in changes if change.action is Action.CREATE}
    beside = made.intersection(inputs.namesakes_allowed, namesakes(inputs.ownership))
    flags += [f"--allow-namesake {name}" for name in sorted(beside)]
    notes = {"--allow-large-change": Reason(ReasonCode.NEEDS_LARGE_CHANGE, excess)} if excess else {}
    return notes | {flag: Reason(ReasonCode.NEEDS_OPTION, flag) for flag in flags}


def _begun(inputs: PlanInput, change: Change) -> bool:
    """Return whether an apply that was broken off had begun to do the same: it was allowed and counted then.

    What that one would have kept open, and this change archives, was not: a replace counts again then. Neither was it
    allowed to archive, with nothing in its place, a posting that it was to replace.
    """
    last = inputs.state.last_apply if inputs.state else None
    if last is None or last.status != "open":
        return False
    begun = last.ending.get(change.address, ())
    ids = set(ended(inputs, change))
    if change.action is Action.REPLACE:
        if change.after_digest not in begun:
            return False
        ids -= {change.live.posting_id} if change.live else set()  # replaced, whether or not it is kept open
    elif change.live and change.live.posting_id in ids and any(value.startswith("sha256:") for value in begun):
        return False
    return ids.issubset(begun)


def large(inputs: PlanInput, changes: Sequence[Change]) -> str:
    """Return how many postings a plan ends, in words, where that is more than a usual change does; else ``""``.

    What an apply that was broken off left to do of such a change is no new one.
    """
    changes = [change for change in changes if not _begun(inputs, change)]
    total = sum(len(ended(inputs, change)) for change in changes)
    managed = len(inputs.active)
    if total <= MOST and total <= max(ALWAYS, SHARE * managed):
        return ""
    current = {entry.posting_id for entry in inputs.active.values()}
    older = sum(posting_id not in current for change in changes for posting_id in ended(inputs, change))
    if not older:
        return f"{total} of {managed} managed postings would be replaced or archived"
    return (
        f"{total} postings would be replaced or archived, {older} of them open since an earlier replace; "
        f"{managed} are managed"
    )


def _many(inputs: PlanInput, changes: Sequence[Change]) -> Iterator[Finding]:
    excess = many(inputs, changes)
    if excess and not inputs.allow_large_change:
        workspace = inputs.workspace
        yield finding(
            "PL106",
            excess,
            f"see whether some of them are there already, under other names: `heymilo-ops -w {workspace} list "
            "--unmanaged`; then pass --allow-large-change, or go in steps with --target NAME",
        )


def many(inputs: PlanInput, changes: Sequence[Change]) -> str:
    """Return how many postings a plan creates, in words, where that is a lot beside postings that nobody manages.

    Those may be the same ones, made by hand under other names. Else ``""``.
    """
    made = sum(change.action is Action.CREATE for change in changes)
    if made <= MOST or not any(live.is_open for live in unmanaged(inputs.ownership)):
        return ""
    return f"{made} postings would be created, and HeyMilo lists open postings that nobody manages"


def _cause(inputs: PlanInput, changes: Sequence[Change], shared: Sequence[SharedChange]) -> str:
    """Return the one shared file that ends the most, in words."""
    ending = [change for change in changes if ended(inputs, change)]
    replacing = reach(shared, (change.address for change in ending if change.action is Action.REPLACE))
    if replacing:
        path, count = replacing[0]
        return f"; {path} alone replaces {count}"
    by_ops = {change.address for change in ending if change.closes}
    archiving = [
        (len(by_ops.intersection(entry.addresses)), entry.path) for entry in shared if entry.field == _ON_REPLACE
    ]
    most, path = max(archiving, default=(0, ""))
    return f"; {path} alone archives those of {most}" if most else ""


def _nothing_desired(inputs: PlanInput) -> Iterator[Finding]:
    active = len(inputs.active)
    desired = bool(inputs.broken) or any(map(inputs.belongs, inputs.desired))
    if active and len(inputs.targets) != 1 and not desired:
        yield finding(
            "PL103",
            f"no manifest is left for workspace {inputs.workspace}, and {active} of its postings are live",
            "put the files back, or archive one by one: heymilo-ops apply --target NAME",
        )


def _unreadable(inputs: PlanInput, changes: Sequence[Change]) -> Iterator[Finding]:
    there = {desired.address for desired in inputs.desired}
    ending = (change for change in changes if ended(inputs, change) or change.forgets)
    return unread(inputs, {change.address for change in ending if change.address not in there})


def _incomplete(inputs: PlanInput, changes: Sequence[Change]) -> Iterator[Finding]:
    creates = any(change.action in (Action.CREATE, Action.REPLACE) for change in changes)
    if inputs.listing is not None and inputs.listing.endless and creates:
        yield finding(
            "PL503", f"the list of postings at HeyMilo didn't come to its end: {inputs.listing.endless}", "plan again"
        )
