"""Findings and notes on postings that carry our marks, or have one of our names, and that the state doesn't know.

None of those postings is written to.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from heymilo_ops.finding import Finding, Severity
from heymilo_ops.model.live import Live
from heymilo_ops.model.reason import Reason, ReasonCode, of_posting
from heymilo_ops.model.state import first_made
from heymilo_ops.plan.change import Action, Change
from heymilo_ops.plan.codes import make_finding
from heymilo_ops.plan.inputs import PlanInput
from heymilo_ops.plan.ownership import Ownership, Relation, newest
from heymilo_ops.plan.pending_operation import listed
from heymilo_ops.plan.superseded import is_gone


def ownership_findings(inputs: PlanInput, changes: Sequence[Change]) -> Iterator[Finding]:
    """Yield findings on postings whose ownership stands in the way of the plan.

    Args:
        changes: of the plan: what it makes decides how much a posting weighs that is there already.
    """
    adopted = {change.live.posting_id for change in changes if change.action is Action.ADOPT and change.live}
    for owned in inputs.ownership.values():
        if owned.posting_id in adopted:  # with our marks: an adoption of it that nothing recorded
            continue
        match owned.relation:
            case Relation.LATE | Relation.UNRECORDED if owned.original is None:
                # Once for all of them; marks that were edited may name another posting, of which the state knows more.
                alike = (
                    posting_id
                    for posting_id in owned.carriers
                    if inputs.ownership[posting_id].relation is owned.relation
                )
                if owned.posting_id == next(alike):
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
    """Yield notes on postings that are left alone."""
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
    """Return the revision that the marks name."""
    return f"{owned.mark.name}@{owned.mark.revision}"


def _finding(
    case: str, inputs: PlanInput, owned: Ownership, severity: Severity | None = None, /, **values: str | int
) -> Finding:
    always = {"posting_id": owned.posting_id, "mark": _name(owned), "workspace": inputs.workspace}
    return make_finding(case, owned.name, "", severity, **always, **values)


def _late(inputs: PlanInput, changes: Sequence[Change], owned: Ownership) -> Finding:
    """Report a late posting: as an error where the plan would make a second one and the state has none."""
    mark, entry = owned.mark, inputs.entries.get(owned.name)
    make = partial(_finding, operation=mark.op_id[:8], attempt=mark.attempt)
    if entry and mark.revision <= newest(entry):
        recorded = entry.numbered(mark.revision)
        if recorded is None:
            return make("PL504.past", inputs, owned, revision=entry.revision)
        is_over = recorded.archived_at or is_gone(recorded.posting_id, inputs.listing)
        return make("PL504.archived" if is_over else "PL504.both", inputs, owned, recorded=recorded.posting_id)
    unknown = inputs.state.unknown() if inputs.state else ()
    if pending := next((intent for intent in unknown if intent.address == owned.name), None):
        return make("PL504.attempt" if owned.is_of(pending) else "PL504.operation", inputs, owned)
    if _is_made(changes, owned.name):
        return make("PL504.second", inputs, owned, Severity.ERROR)
    return make("PL504.unrecorded", inputs, owned)


def _is_made(changes: Sequence[Change], name: str) -> bool:
    """Return whether a plan makes a posting of that name, or one that takes its history over."""
    makes = (change for change in changes if change.action in (Action.CREATE, Action.REPLACE))
    return any(name in (change.address, change.moved_from, _moved_from(change)) for change in makes)


def _moved_from(change: Change) -> str | None:
    """Return the name whose history, maybe lost with the state, a posting without any was to take over."""
    return change.desired.ops.moved_from if change.desired and change.revision_from is None else None


def _pending(changes: Sequence[Change], owned: Ownership) -> Iterator[Reason]:
    """Note a pending create where no change is planned for its name; else the change's reasons have it."""
    if not any(owned.name == change.address for change in changes):
        carriers = (owned.original,) if owned.original else owned.carriers
        marked = Reason(ReasonCode.LISTED_WITH_MARK, carriers, 0)
        yield of_posting(owned.name, Reason(ReasonCode.OUTCOME_UNKNOWN, "create", marked))


def _older(inputs: PlanInput, owned: Ownership) -> Reason:
    """Note a posting that carries the marks of a revision that the state has or is past."""
    if owned.original is None:
        number = inputs.entries[owned.name].revision
        return Reason(ReasonCode.OLDER_LEFT_ALONE, owned.posting_id, _name(owned), number)
    return Reason(ReasonCode.COPY_OF_OLDER, owned.posting_id, _name(owned), owned.original)


def _copy(inputs: PlanInput, owned: Ownership) -> Reason:
    """Note a copy that takes candidates."""
    original = inputs.ownership.get(owned.original or "")
    code = ReasonCode.COPY_OF_OURS
    if original and original.is_on_record and original.mark.op_id == owned.mark.op_id:
        is_older = first_made((owned.live, original.live)) is owned.live
        code = ReasonCode.OLDER_THAN_RECORDED if is_older else code
    return Reason(code, owned.posting_id, str(owned.original), _name(owned))


def _ambiguous(inputs: PlanInput, owned: Ownership) -> Finding:
    """Report a posting and its copies where nothing shows which is the original."""
    case = "PL501.ambiguous" if _matters(inputs, owned.name) else "PL502.several"
    return _finding(case, inputs, owned, ids=listed(owned.carriers))


def _matters(inputs: PlanInput, name: str) -> bool:
    """Return whether the manifests or the state know the name, or may have known it."""
    known = {desired.address for desired in inputs.desired} | {desired.ops.moved_from for desired in inputs.desired}
    return name in known or name in inputs.broken or name in inputs.entries or not inputs.entries


def _ahead(inputs: PlanInput, owned: Ownership) -> Finding:
    """Report a posting on record that was changed in place by an apply that the state doesn't know."""
    return make_finding(
        "PL501.ahead",
        owned.mark.name,
        posting_id=owned.posting_id,
        mark=_name(owned),
        revision=newest(inputs.entries[owned.name]),
        workspace=inputs.workspace,
    )


def _unrecorded(inputs: PlanInput, owned: Ownership) -> Finding:
    entry = inputs.entries.get(owned.name)
    if entry:  # to bind a rival would put an older revision over the state's own
        case = "PL501.rival" if owned.relation is Relation.RIVAL else "PL501.newer"
        return _finding(case, inputs, owned, revision=newest(entry))
    return _finding("PL501.unknown" if _matters(inputs, owned.name) else "PL502", inputs, owned)


def _foreign(inputs: PlanInput, changes: Sequence[Change], owned: Ownership) -> Iterator[Finding]:
    """Report one that another project or workspace made, where the state is empty and the plan makes its name.

    Where the state knows something, this is the project that made it, and the other one is another repo's.
    """
    mark, name = owned.live.mark, owned.name
    is_made = any(change.address == name and change.action is Action.CREATE for change in changes)
    if mark is None or owned.live.archived or not is_made or inputs.entries or name in inputs.recreate:
        return
    if mark.project == inputs.project and mark.workspace in inputs.siblings:
        return
    owner = f"{mark.project}/{mark.workspace}"
    ours = f"{inputs.project}/{inputs.workspace}"
    yield _finding("PL508", inputs, owned, owner=owner, ours=ours)


def _namesakes(inputs: PlanInput) -> Iterator[Reason]:
    """Note each posting that nobody manages and that has the name of a live one.

    What is done about those that a create would stand beside is decided by ``decide_namesake``. Where an operation on
    the name is unknown, the change itself says what it may have made.
    """
    unknown = {intent.address for intent in inputs.state.unknown()} if inputs.state else set()
    by_name = inputs.namesakes
    for name in inputs.active:
        if name not in unknown:
            for live in by_name.get(name, ()):
                yield of_posting(name, Reason(ReasonCode.NAMESAKE_LEFT_ALONE, describe_namesake(live, name)))


def decide_namesake(inputs: PlanInput, address: str, postings: Sequence[Live]) -> tuple[Finding, tuple[Reason, ...]]:
    """Return the finding on what has the name of a posting that would be made, and why that waits.

    No reason is given where the command line allows another one. ``postings``: at least one.
    """
    namesakes = "; ".join(describe_namesake(live, address) for live in postings)
    if address in inputs.namesakes_allowed:
        return make_finding("PL505.allowed", address, namesakes=namesakes), ()
    ids = tuple(live.posting_id for live in postings)
    reasons = (Reason(ReasonCode.NAMESAKE, ids), Reason(ReasonCode.NAMESAKE_CHOICE, address, ids))
    return make_finding("PL505.held", address, namesakes=namesakes), reasons


def describe_namesake(live: Live, name: str) -> str:
    """Return a posting that has the name and no marks, as a clause."""
    status = "" if live.is_open else f" ({live.status})"
    spelt = "" if live.name == name else f", spelt '{live.name}',"
    return f"posting {live.posting_id}{status} at HeyMilo has the name {name}{spelt} and no marks of heymilo-ops"
