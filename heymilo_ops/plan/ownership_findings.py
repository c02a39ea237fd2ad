"""Findings and notes on postings that carry our marks, or have one of our names, and that the state doesn't know.

None of those postings is written to.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from heymilo_ops.finding import Finding, Severity
from heymilo_ops.model.high_water import first_made
from heymilo_ops.model.reason import Reason, ReasonCode, of_posting
from heymilo_ops.model.state import PostingState
from heymilo_ops.plan.change import Action, Change
from heymilo_ops.plan.codes import finding
from heymilo_ops.plan.evidence import listed
from heymilo_ops.plan.inputs import PlanInput
from heymilo_ops.plan.namesake import describe
from heymilo_ops.plan.ownership import Ownership, Relation, namesakes, newest
from heymilo_ops.plan.superseded import gone

_RESOLVE = (
    "bring back the state that made it; or make one of the marks at HeyMilo: "
    "`heymilo-ops -w {workspace} state rebuild`; or bind this posting alone: "
    "`heymilo-ops -w {workspace} state resolve {name} --adopt {id}`"
)
_NEWER = (
    "bring back the newer state that made it; or bring this one up to date: `heymilo-ops -w {workspace} state rebuild`"
)


def ownership_findings(inputs: PlanInput, changes: Sequence[Change]) -> Iterator[Finding]:
    """Findings on postings whose owner stands in the way of the plan.

    Args:
        changes: of the plan: what it makes decides how much a posting weighs that is there already.
    """
    for owned in inputs.ownership.values():
        match owned.relation:
            case Relation.LATE | Relation.UNRECORDED if owned.original is None:
                if owned.posting_id == owned.carriers[0]:
                    yield _ambiguous(inputs, owned)
            case Relation.LATE if not owned.live.archived:
                yield _late(inputs, changes, owned)
            case Relation.RIVAL if not owned.live.archived:  # an archived one takes nobody, and nothing newer is behind
                yield _unrecorded(inputs, owned)
            case Relation.UNRECORDED:
                yield _unrecorded(inputs, owned)
            case Relation.AHEAD:
                yield _ahead(inputs, owned)
            case Relation.FOREIGN:
                yield from _foreign(inputs, changes, owned)


def ownership_notes(inputs: PlanInput, changes: Sequence[Change]) -> Iterator[Reason]:
    """Notes on postings that are left alone."""
    for owned in inputs.ownership.values():
        match owned.relation:
            case Relation.LATE if owned.original and owned.live.archived:
                mark = owned.mark
                yield Reason(ReasonCode.LATE_AND_ARCHIVED, owned.posting_id, _name(owned), mark.op_id[:8], mark.attempt)
            case Relation.PENDING if owned.posting_id == owned.carriers[0]:
                yield from _pending(changes, owned)
            case Relation.COPY if not owned.live.archived:
                yield _copy(inputs, owned)
            case Relation.OLDER if not owned.live.archived:
                yield _older(inputs, owned)
    yield from _namesakes(inputs)


def _name(owned: Ownership) -> str:
    """The revision that the marks name."""
    return f"{owned.mark.name}@{owned.mark.revision}"


def _late(inputs: PlanInput, changes: Sequence[Change], owned: Ownership) -> Finding:
    """An error where the plan would make the posting anew, and the state has none: two would be open."""
    name, posting_id, mark, entry = owned.name, owned.posting_id, owned.mark, inputs.entries.get(owned.name)
    which = f"{_name(owned)} (operation {mark.op_id[:8]}, attempt {mark.attempt})"
    what = f"posting {posting_id} of {which} appeared after it had been taken as not made"
    bind = f"`heymilo-ops -w {inputs.workspace} state resolve {name} --adopt {posting_id}`"
    if entry and mark.revision <= newest(entry):
        archive = f"archive {posting_id} at HeyMilo, or let its candidates finish first where its link is in use"
        return finding("PL504", f"{what}; {_instead(inputs, entry, mark.revision)}", archive, name)
    unknown = inputs.state.unknown() if inputs.state else ()
    if pending := next((intent for intent in unknown if intent.address == name), None):
        same = owned.is_of(pending)
        message = f"{what}, and the outcome of {'another attempt' if same else 'another operation'} is unknown"
        way = f"if it is the one that counts, {bind}" if same else "the next apply settles that first; plan again then"
        return finding("PL504", message, way, name)
    message = f"{what}, and no posting is on record for that revision"
    if _is_made(changes, name):
        way = f"bind it: {bind}; or archive it at HeyMilo, and the next plan makes another"
        return finding("PL504", f"{message}: this plan would make a second one", way, name, severity=Severity.ERROR)
    return finding("PL504", message, f"archive it at HeyMilo if nobody needs it; or bind it: {bind}", name)


def _instead(inputs: PlanInput, entry: PostingState, number: int) -> str:
    """What the state has for a revision, or that it is past it."""
    recorded = next((revision for revision in entry.revisions if revision.number == number), None)
    if recorded is None:
        return f"the state is at revision {entry.revision}, and it takes candidates beside that"
    has = f"the state has posting {recorded.posting_id} for that revision"
    if recorded.archived_at or gone(recorded.posting_id, inputs.listing):
        return f"{has}, which is archived, and this one takes candidates"
    return f"{has}, and both take candidates"


def _is_made(changes: Sequence[Change], name: str) -> bool:
    """Whether a plan makes a posting of that name, or one that takes its history over."""
    makes = (change for change in changes if change.action in (Action.CREATE, Action.REPLACE))
    return any(name in (change.address, change.moved_from, _moved_from(change)) for change in makes)


def _moved_from(change: Change) -> str | None:
    """The name that a posting without any history was to take over: its history may be what the state lost."""
    return change.desired.ops.moved_from if change.desired and change.revision_from is None else None


def _pending(changes: Sequence[Change], owned: Ownership) -> Iterator[Reason]:
    """A note where no change is planned for the name: the reasons of a change say the same."""
    if not any(owned.name == change.address for change in changes):
        carriers = (owned.original,) if owned.original else owned.carriers
        marked = Reason(ReasonCode.LISTED_WITH_MARK, carriers, 0)
        yield of_posting(owned.name, Reason(ReasonCode.OUTCOME_UNKNOWN, "create", marked))


def _older(inputs: PlanInput, owned: Ownership) -> Reason:
    """On a posting that says of itself that it is what the state knows already, or knew before."""
    if owned.original is None:
        number = inputs.entries[owned.name].revision
        return Reason(ReasonCode.OLDER_LEFT_ALONE, owned.posting_id, _name(owned), number)
    return Reason(ReasonCode.COPY_OF_OLDER, owned.posting_id, _name(owned), owned.original)


def _copy(inputs: PlanInput, owned: Ownership) -> Reason:
    """On a copy that takes candidates."""
    original = inputs.ownership.get(owned.original or "")
    is_older = original and original.is_on_record and first_made((owned.live, original.live)) is owned.live
    code = ReasonCode.OLDER_THAN_RECORDED if is_older else ReasonCode.COPY_OF_OURS
    return Reason(code, owned.posting_id, str(owned.original), _name(owned))


def _ambiguous(inputs: PlanInput, owned: Ownership) -> Finding:
    """On a posting and its copies where nothing shows which is which: none is taken."""
    ids = listed(owned.carriers)
    if not _matters(inputs, owned.name):
        return _stray(owned, f"postings {ids} at HeyMilo carry")
    return finding(
        "PL501",
        f"postings {ids} at HeyMilo carry the same marks, {_name(owned)}, and HeyMilo doesn't say "
        "which of them was made first: the others are copies of it",
        "look at them there, archive the copies, and plan again",
        owned.name,
    )


def _matters(inputs: PlanInput, name: str) -> bool:
    """Whether the manifests or the state know the name, or may have known it."""
    known = {desired.address for desired in inputs.desired} | {desired.ops.moved_from for desired in inputs.desired}
    return name in known or name in inputs.broken or name in inputs.entries or not inputs.entries


def _ahead(inputs: PlanInput, owned: Ownership) -> Finding:
    """On a posting that the state knows, changed in place by an apply that it doesn't know."""
    what = f"posting {owned.posting_id} at HeyMilo carries the mark {_name(owned)}"
    message = f"{what}; the state knows revision {newest(inputs.entries[owned.name])}"
    return finding("PL501", message, _NEWER.format(workspace=inputs.workspace), owned.mark.name)


def _unrecorded(inputs: PlanInput, owned: Ownership) -> Finding:
    entry, name, posting_id = inputs.entries.get(owned.name), owned.name, owned.posting_id
    what = f"posting {posting_id} at HeyMilo carries the mark {_name(owned)}"
    way = _RESOLVE.format(workspace=inputs.workspace, name=name, id=posting_id)
    if owned.relation is Relation.RIVAL:  # binding it would put an older revision over the state's own
        way = f"bring back the state that made it; or archive {posting_id} at HeyMilo if nobody needs it"
    if entry:
        return finding("PL501", f"{what}; the state knows revision {newest(entry)}", way, name)
    if _matters(inputs, name):
        return finding("PL501", f"{what}, which the state doesn't know", way, name)
    return _stray(owned, f"posting {posting_id} at HeyMilo carries")


def _stray(owned: Ownership, carries: str) -> Finding:
    return finding(
        "PL502",
        f"{carries} the mark {_name(owned)}, which neither the manifests nor the state know",
        "it was forgotten, or another branch made it; archive it at HeyMilo if nobody needs it",
        owned.name,
    )


def _foreign(inputs: PlanInput, changes: Sequence[Change], owned: Ownership) -> Iterator[Finding]:
    """A finding on one that another project or workspace made, where the state is empty and the plan makes its name.

    Where the state knows something, this is the project that made it, and the other one is another repo's.
    """
    mark, name = owned.live.mark, owned.name
    is_made = any(change.address == name and change.action is Action.CREATE for change in changes)
    if mark is None or owned.live.archived or not is_made or inputs.entries or name in inputs.recreate:
        return
    if mark.project == inputs.project and mark.workspace in inputs.siblings:
        return
    owner = f"{mark.project}/{mark.workspace}"
    yield finding(
        "PL508",
        f"posting {owned.posting_id} at HeyMilo has the name {name} and the marks of {owner}, not of "
        f"{inputs.project}/{inputs.workspace}, and nothing was applied from here yet; another one would be made",
        f"if {owner} was this repo, restore that in heymilo.yaml; if it is another repo's, choose another name, or "
        f"allow a second one with `--recreate {name}`",
        name,
    )


def _namesakes(inputs: PlanInput) -> Iterator[Reason]:
    """A note on each posting that nobody manages and that has the name of a live one.

    What is done about those that a create would stand beside is decided in ``undecided``. Where an operation on the
    name is unknown, the change itself says what it may have made.
    """
    unknown = {intent.address for intent in inputs.state.unknown()} if inputs.state else set()
    by_name = namesakes(inputs.ownership)
    for name in inputs.active:
        if name not in unknown:
            for live in by_name.get(name, ()):
                yield of_posting(name, Reason(ReasonCode.NAMESAKE_LEFT_ALONE, describe(live, name)))
