"""Late commits: postings of attempts that were taken as not made, and that HeyMilo shows after all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from heymilo_ops.finding import Finding, Severity
from heymilo_ops.model.live import Live
from heymilo_ops.model.mark import Mark
from heymilo_ops.model.state import PostingState
from heymilo_ops.plan.change import Action, Change
from heymilo_ops.plan.codes import finding
from heymilo_ops.plan.inputs import PlanInput
from heymilo_ops.plan.superseded import gone
from heymilo_ops.plan.traces import Trace


def late_attempts(given: PlanInput, found: Iterable[Trace]) -> list[Trace]:
    """Those attempts whose postings the state doesn't know because they counted as not made.

    They are on the state's list of such; or another attempt of the operation made a posting on record; or another
    attempt of it is the one whose outcome is unknown now.
    """
    if given.state is None:
        return []
    traces = list(found)
    watched = {(each.op_id, each.attempt) for each in given.state.watched}
    pending = {each.op_id: each.attempt for each in given.state.unknown() if each.kind == "create"}
    made = {each.mark.op_id for each in traces if each.recorded} - {""}
    return [
        each
        for each in traces
        if each.recorded is None
        and (
            (each.mark.op_id, each.mark.attempt) in watched
            or each.mark.op_id in made
            or pending.get(each.mark.op_id, each.mark.attempt) != each.mark.attempt
        )
    ]


def late(given: PlanInput, changes: Sequence[Change], live: Live, mark: Mark) -> Finding | str:
    """What is said of a posting that came late: a note on an archived one, else a finding.

    The finding is an error where the plan would make the posting anew, and the state has none: two would be open.
    """
    name, posting_id = mark.name, live.posting_id
    which = f"operation {mark.op_id[:8]}, attempt {mark.attempt}"
    what = f"posting {posting_id} of {name}@{mark.revision} ({which}) appeared after it had been taken as not made"
    if live.archived:
        return f"{what}; it is archived and takes nobody"
    entry = given.entries.get(name)
    bind = f"`heymilo-ops -w {given.workspace} state resolve {name} --adopt {posting_id}`"
    if entry and mark.revision <= max(each.number for each in entry.revisions):
        archive = f"archive {posting_id} at HeyMilo, or let its candidates finish first where its link is in use"
        return finding("PL504", f"{what}; {_instead(given, entry, mark)}", archive, name)
    pending = next((each for each in given.state.unknown() if each.address == name), None) if given.state else None
    if pending:
        same = pending.op_id == mark.op_id
        said = f"{what}, and the outcome of {'another attempt' if same else 'another operation'} is unknown"
        way = f"if it is the one that counts, {bind}" if same else "the next apply settles that first; plan again then"
        return finding("PL504", said, way, name)
    if asks(changes, name):
        said = f"{what}, and no posting is on record for that revision: this plan would make a second one"
        way = f"bind it: {bind}; or archive it at HeyMilo, and the next plan makes another"
        return finding("PL504", said, way, name, severity=Severity.ERROR)
    said = f"{what}, and no posting is on record for that revision"
    return finding("PL504", said, f"archive it at HeyMilo if nobody needs it; or bind it: {bind}", name)


def _instead(given: PlanInput, entry: PostingState, mark: Mark) -> str:
    """What the state has for that revision, or that it is past it."""
    recorded = next((each for each in entry.revisions if each.number == mark.revision), None)
    if recorded is None:
        return f"the state is at revision {entry.revision}, and it takes candidates beside that"
    has = f"the state has posting {recorded.posting_id} for that revision"
    if recorded.archived_at or gone(recorded.posting_id, given.listing):
        return f"{has}, which is archived, and this one takes candidates"
    return f"{has}, and both take candidates"


def asks(changes: Sequence[Change], name: str) -> bool:
    """Whether a plan makes a posting of that name, or one that takes its history over."""
    makes = (each for each in changes if each.action in (Action.CREATE, Action.REPLACE))
    return any(name in (each.address, each.moved_from, _moved_from(each)) for each in makes)


def _moved_from(change: Change) -> str | None:
    """The name that a posting without any history was to take over: its history may be what the state lost."""
    return change.desired.ops.moved_from if change.desired and change.revision_from is None else None
