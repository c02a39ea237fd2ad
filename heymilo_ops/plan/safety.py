"""Guards over a plan as a whole, checked before the first write. All of them are reported, not only the first.

They refuse what ends too much, what is protected, what a file that isn't read may still ask for, and writes to
postings whose marks don't say that they are ours.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from heymilo_ops.finding import Finding
from heymilo_ops.model.desired import Unread
from heymilo_ops.model.reason import Reason, ReasonCode
from heymilo_ops.plan.change import Action, ArchivePosting, Change, EditPosting, PatchPosting, SharedChange
from heymilo_ops.plan.codes import make_finding
from heymilo_ops.plan.disconnect import FLAG, Ending, disconnect_findings, disconnect_notes, disconnected
from heymilo_ops.plan.drain import open_leftovers
from heymilo_ops.plan.inputs import PlanInput
from heymilo_ops.plan.owner import owner_of
from heymilo_ops.plan.shared_changes import count_reached
from heymilo_ops.plan.superseded import interrupted
from heymilo_ops.text.phrase import first_few

MOST = 10
"""More postings than this are never replaced or archived without a yes of its own."""
NAMED = 5
"""As many files or names stand in one finding."""
ALWAYS = 3
"""This many always may be."""
SHARE = 0.3
"""Beyond ``ALWAYS``, this share of the managed postings."""
_ENDS = ("/ops/lifecycle", "/ops/on_replace")
"""What archives postings where several have it from one file."""


def guards(inputs: PlanInput, changes: Sequence[Change], shared: Sequence[SharedChange] = ()) -> list[Finding]:
    """Return what forbids the plan as a whole. ``shared`` tells which file reaches how many postings."""
    return [
        *_protected(inputs, changes),
        *_large(inputs, changes, shared),
        *_many(inputs, changes),
        *_nothing_desired(inputs),
        *_unreadable(inputs, changes),
        *_incomplete(inputs, changes),
        *unowned_findings(inputs, changes),
        *disconnect_findings(inputs, _ending(inputs, changes)),
    ]


def _ending(inputs: PlanInput, changes: Iterable[Change]) -> Ending:
    return [(change, ended_ids(inputs, change)) for change in changes]


def ended_ids(inputs: PlanInput, change: Change) -> tuple[str, ...]:
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
        if ended_ids(inputs, change) and (remembered or change.address in asked):
            yield _protected_finding(inputs, change)


def _protected_finding(inputs: PlanInput, change: Change) -> Finding:
    ids, pointer = ended_ids(inputs, change), "/ops/protect"
    if change.live and change.live.posting_id in ids:
        return make_finding("PL101.current", change.address, pointer, action=change.action.value)
    return make_finding("PL101.one" if len(ids) == 1 else "PL101.several", change.address, pointer, ids=", ".join(ids))


def _large(inputs: PlanInput, changes: Sequence[Change], shared: Sequence[SharedChange]) -> Iterator[Finding]:
    if not inputs.allow_large_change:
        yield from large_change(inputs, changes, _cause(inputs, changes, shared))


def needed_permissions(inputs: PlanInput, changes: Sequence[Change]) -> dict[str, Reason]:
    """Return the options that a plan was allowed by and that its apply needs as well, with a note on each."""
    excesses = [*large_change(inputs, changes), *many_creates(inputs, changes)] if inputs.allow_large_change else []
    excess = "; ".join(problem.message for problem in excesses)
    unmarked = {problem.address for problem in unowned_findings(replace(inputs, unmarked_allowed=frozenset()), changes)}
    anew = inputs.recreate.intersection(change.address for change in changes if change.desired is not None)
    flags = [f"--allow-unmarked {name}" for name in sorted(inputs.unmarked_allowed.intersection(unmarked - {None}))]
    flags += [f"--recreate {name}" for name in sorted(anew)]
    made = {change.address for change in changes if change.action is Action.CREATE}
    beside = made.intersection(inputs.namesakes_allowed, inputs.namesakes)
    flags += [f"--allow-namesake {name}" for name in sorted(beside)]
    connected = {change.address for change, ended in _ending(inputs, changes) if disconnected(inputs, change, ended)}
    flags += [f"{FLAG} {name}" for name in sorted(connected & inputs.disconnect_allowed)]
    notes = {"--allow-large-change": Reason(ReasonCode.NEEDS_LARGE_CHANGE, excess)} if excess else {}
    return notes | {flag: Reason(ReasonCode.NEEDS_OPTION, flag) for flag in flags}


def lasting_notes(inputs: PlanInput, changes: Iterable[Change]) -> Iterator[Reason]:
    """Yield notes on what people have to set up again after what was allowed."""
    yield from disconnect_notes(inputs, _ending(inputs, changes))


def _begun(inputs: PlanInput, change: Change) -> bool:
    """Return whether an apply that was broken off had begun to do the same: it was allowed and counted then.

    What that one would have kept open, and this change archives, was not: a replace counts again then. Neither was it
    allowed to archive, with nothing in its place, a posting that it was to replace.
    """
    last = inputs.state.last_apply if inputs.state else None
    if last is None or last.status != "open":
        return False
    begun = last.ending.get(change.address, ())
    ids = set(ended_ids(inputs, change))
    if change.action is Action.REPLACE:
        if change.after_digest not in begun:
            return False
        ids -= {change.live.posting_id} if change.live else set()  # replaced, whether or not it is kept open
    elif change.live and change.live.posting_id in ids and any(value.startswith("sha256:") for value in begun):
        return False
    return ids.issubset(begun)


def large_change(inputs: PlanInput, changes: Sequence[Change], cause: str = "") -> Iterator[Finding]:
    """Yield the finding on how many postings a plan ends, where that is more than a usual change does.

    What an apply that was broken off left to do of such a change is no new one.
    """
    changes = [change for change in changes if not _begun(inputs, change)]
    total = sum(len(ended_ids(inputs, change)) for change in changes)
    managed = len(inputs.active)
    if total <= MOST and total <= max(ALWAYS, SHARE * managed):
        return
    current = {entry.posting_id for entry in inputs.active.values()}
    older = sum(posting_id not in current for change in changes for posting_id in ended_ids(inputs, change))
    yield make_finding("PL102.older" if older else "PL102", total=total, managed=managed, older=older, cause=cause)


def _many(inputs: PlanInput, changes: Sequence[Change]) -> Iterator[Finding]:
    if not inputs.allow_large_change:
        yield from many_creates(inputs, changes)


def many_creates(inputs: PlanInput, changes: Sequence[Change]) -> Iterator[Finding]:
    """Yield the finding on how many postings a plan creates, where that is a lot beside postings that nobody manages.

    Those may be the same ones, made by hand under other names.
    """
    number = sum(change.action is Action.CREATE for change in changes)
    if number > MOST and any(live.is_open for live in inputs.unmanaged):
        yield make_finding("PL106", number=number, workspace=inputs.workspace)


def _cause(inputs: PlanInput, changes: Sequence[Change], shared: Sequence[SharedChange]) -> str:
    """Return the one shared file that ends the most, in words."""
    ending = [change for change in changes if ended_ids(inputs, change)]
    replacing = count_reached(shared, (change.address for change in ending if change.action is Action.REPLACE))
    if replacing:
        path, count = replacing[0]
        return f"; {path} alone replaces {count}"
    by_ops = {change.address for change in ending if change.closes}
    archiving = [(len(by_ops.intersection(entry.addresses)), entry.path) for entry in shared if entry.field in _ENDS]
    most, path = max(archiving, default=(0, ""))
    return f"; {path} alone archives those of {most}" if most else ""


def _nothing_desired(inputs: PlanInput) -> Iterator[Finding]:
    active = len(inputs.active.keys() - inputs.unseen)
    desired = bool(inputs.broken) or any(map(inputs.belongs, inputs.desired))
    if active and len(inputs.targets) != 1 and not desired:
        yield make_finding("PL103", workspace=inputs.workspace, number=active)


def _unreadable(inputs: PlanInput, changes: Sequence[Change]) -> Iterator[Finding]:
    """Yield a finding on everything unread that may be the manifest of one of the postings to be removed.

    What has a posting's name in it, or takes the place of its manifest, is of that one. Anything else may be any.
    """
    there = {desired.address for desired in inputs.desired}
    ending = {change.address for change in changes if ended_ids(inputs, change) or change.forgets}
    removed, gone = ending - there, inputs.entries.keys() - there - inputs.broken
    alike: dict[tuple[tuple[str, ...], str], list[Unread]] = {}
    for item in inputs.unread:
        own = {name for name in gone if item.is_of(name, inputs.entries[name].current.source)}
        may_be_any = not own and item.name is None
        barred = tuple(sorted(removed if may_be_any else own & removed))
        if barred:
            alike.setdefault((barred, item.reason), []).append(item)
    for (names, reason), items in alike.items():
        paths = first_few([item.path for item in items], NAMED)
        case, name = ("PL104.one", names[0]) if len(names) == 1 else ("PL104.several", None)
        subject = paths if len(items) == 1 else f"each of {paths}"
        yield make_finding(case, name, paths=subject, names=first_few(names, NAMED), reason=reason, help=items[0].help)


def _incomplete(inputs: PlanInput, changes: Sequence[Change]) -> Iterator[Finding]:
    creates = any(change.action in (Action.CREATE, Action.REPLACE) for change in changes)
    if inputs.listing is not None and inputs.listing.endless and creates:
        yield make_finding("PL503", endless=inputs.listing.endless)


def unowned_findings(inputs: PlanInput, changes: Sequence[Change]) -> Iterator[Finding]:
    """Yield an error on each posting that the plan would write to and that is not shown as ours.

    What the listing doesn't show is read before the first write of the apply. To archive what is archived already
    sends nothing.
    """
    for change in changes:
        entry = inputs.entries.get(change.address) or inputs.entries.get(change.moved_from or "")
        owner = owner_of(
            entry,
            change.address,
            change.moved_from,
            project=inputs.project,
            workspace=inputs.workspace,
            unmarked_allowed=inputs.unmarked_allowed,
        )
        written = (part for part in change.operations if isinstance(part, PatchPosting | EditPosting | ArchivePosting))
        for live in (inputs.listed[part.posting_id] for part in written if part.posting_id in inputs.listed):
            refusal = None if live.archived else owner.refusal(live)
            if refusal is not None:
                case = "PL506" if refusal.unmarked else "PL507"
                yield make_finding(
                    case, change.address, posting_id=live.posting_id, reason=refusal.reason, help=refusal.help
                )


def unread_notes(inputs: PlanInput) -> Iterator[Reason]:
    """Yield a note on what was passed over, where there is some: no posting comes of it."""
    if inputs.unread:
        yield Reason(ReasonCode.NOT_READ, tuple(item.path for item in inputs.unread))
