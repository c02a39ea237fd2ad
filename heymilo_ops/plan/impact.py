"""Whom a plan concerns: the people of the postings that it writes to, and what stops where they are too many.

A plan is made without knowing how many they are, since only the plan says which postings have to be asked for. So the
counts come afterwards: ``touched`` says whose, ``assess`` adds them, and nothing else of the plan depends on them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import assert_never

from heymilo_ops.finding import Finding
from heymilo_ops.model.allowance import ANY, allowance
from heymilo_ops.model.people import AS_OF, FEW, UNKNOWN, Impact, ImpactCheck, People, display, total
from heymilo_ops.model.reason import Reason, ReasonCode
from heymilo_ops.plan.build import unknown_names
from heymilo_ops.plan.change import (
    Action,
    ActivatePosting,
    AdoptPosting,
    ArchivePosting,
    Change,
    CreatePosting,
    EditPosting,
    Forget,
    PatchPosting,
    Plan,
    RecordOnly,
    RecordRevision,
)
from heymilo_ops.plan.codes import make_finding
from heymilo_ops.plan.inputs import PlanInput
from heymilo_ops.plan.safety import ended_ids

CODES = ("PL130", "PL131", "PL132", "PL133")
"""The findings on people. What they say moves with every person who registers."""

COMPLETED_NOTE = Reason(ReasonCode.NOT_COMPLETED_MEANS)
"""What every plan with counts says of them."""


def touched(inputs: PlanInput, plan: Plan) -> tuple[str, ...]:
    """Return the ids of the postings whose people the plan concerns, each once, in its order."""
    return tuple(dict.fromkeys(posting_id for change in plan.actions() for posting_id in _written(inputs, change)))


def _written(inputs: PlanInput, change: Change) -> tuple[str, ...]:
    """Return the ids of the open postings that a change replaces, archives or changes in place."""
    ids = [change.live.posting_id] if change.live is not None and change.action is Action.REPLACE else []
    for operation in change.operations:
        match operation:
            case PatchPosting(posting_id=posting_id, settings=settings):
                ids += [posting_id] if settings else []
            case EditPosting(posting_id=posting_id) | ArchivePosting(posting_id=posting_id):
                ids.append(posting_id)
            case CreatePosting() | AdoptPosting() | RecordRevision() | ActivatePosting() | RecordOnly() | Forget():
                pass  # nobody is in it, or nothing changes for those who are
            case _:
                assert_never(operation)
    over = {change.live.posting_id} if change.live is not None and change.live.archived else set()
    over.update(posting_id for posting_id in ids if posting_id in inputs.listed and inputs.listed[posting_id].archived)
    return tuple(posting_id for posting_id in dict.fromkeys(ids) if posting_id not in over)


def assess(inputs: PlanInput, plan: Plan) -> Plan:
    """Return the plan with whom each change concerns, and with what stops since they are too many or unknown."""
    impacts = {change.address: _impact(inputs, _written(inputs, change)) for change in plan.actions()}
    allowances = dict(allowance(text) for text in inputs.impact_allowed)
    checks = {change.address: tuple(_checks(inputs, change, allowances)) for change in plan.actions()}
    changes = tuple(
        replace(
            change,
            impact=impacts.get(change.address),
            allowed=(*change.allowed, *dict.fromkeys(it.option for it in checks.get(change.address, ()) if it.option)),
        )
        for change in plan.changes
    )
    every = [check for change in plan.changes for check in checks.get(change.address, ())]
    findings, permissions = _compare(inputs, every)
    notes = [COMPLETED_NOTE] if any(impact is not None for impact in impacts.values()) else []
    return replace(
        plan,
        changes=changes,
        notes=(*plan.notes, *notes),
        findings=(*plan.findings, *_unknown_names(inputs, allowances), *_uncounted(inputs, plan), *findings),
        permissions=(*plan.permissions, *permissions),
        impact_checks=tuple(every),
    )


def _impact(inputs: PlanInput, ids: Sequence[str]) -> Impact | None:
    if not ids or not inputs.shows_people:
        return None
    people = together(inputs.people.get(posting_id) for posting_id in ids)
    if people is None:
        return UNKNOWN
    age = None
    if inputs.listing is None:
        asked_at = datetime.strptime(people.as_of, AS_OF).replace(tzinfo=UTC)
        age = max(0, int((inputs.now - asked_at).total_seconds() // 3600))
    return Impact(*display(people), as_of=people.as_of, age_hours=age)


def together(counts: Iterable[People | None]) -> People | None:
    """Return the people of several postings; ``None``, unknown, where those of one are."""
    known = list(counts)
    every = [people for people in known if people is not None]
    return total(every) if len(every) == len(known) else None


def _checks(inputs: PlanInput, change: Change, allowances: dict[str, int | None]) -> Iterator[ImpactCheck]:
    """Yield what the people of a change are compared with: ``--allow-impact`` for its name, else each action's limit.

    What finishes a replace that broke off is no new decision.
    """
    parts = [(action, ids) for action, ids in _parts(inputs, change) if ids]
    most, name, shows = allowances.get(change.address), change.address, inputs.shows_people
    if most is not None and parts:
        ids = tuple(dict.fromkeys(posting_id for _, some in parts for posting_id in some))
        yield ImpactCheck(name, parts[0][0], ids, most, f"{OPTION} {name}={most}", shows=shows)
        return
    option = f"{OPTION} {name}={ANY}" if name in allowances else ""
    for action, ids in parts:
        if action in inputs.limits:
            yield ImpactCheck(name, action, ids, inputs.limits[action], option, takes_unknown=bool(option), shows=shows)


def _parts(inputs: PlanInput, change: Change) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield each action of a change that has a limit, with the postings that it is done to."""
    written, ended = _written(inputs, change), ended_ids(inputs, change)
    replaced = change.live.posting_id if change.live is not None and change.action is Action.REPLACE else None
    yield "replace", tuple(posting_id for posting_id in written if posting_id == replaced)
    yield "archive", tuple(it for it in written if it in ended and it != replaced)
    patched = {it.posting_id for it in change.operations if isinstance(it, PatchPosting | EditPosting)}
    yield "update", tuple(it for it in written if it in patched)


def _compare(inputs: PlanInput, checks: Iterable[ImpactCheck]) -> tuple[list[Finding], list[str]]:
    """Return the findings on what stops, and the options without which the rest would."""
    findings, needed = [], []
    for check in checks:
        people = together(inputs.people.get(posting_id) for posting_id in check.posting_ids)
        if not check.passes(people):
            findings.append(refusal(check, people, offline=inputs.listing is None))
            continue
        limit = inputs.limits.get(check.action)
        if check.option and limit is not None and (people is None or people.not_completed > limit):
            needed.append(check.option)
            findings.append(
                make_finding("PL133", check.address, option=check.option, limit=_limit(check.action, limit))
            )
    return findings, needed


def refusal(check: ImpactCheck, people: People | None, *, offline: bool = False) -> Finding:
    """Return the finding on a change that concerns more people than it may: an error, offline a warning."""
    is_option = check.option and not check.takes_unknown
    values = {
        "done": _DONE[check.action],
        "limit": f"{check.option} allows" if is_option else _limit(check.action, check.most),
    }
    if people is None:
        case, needed = "PL131.unknown" if offline else "PL130.unknown", ANY
    elif not check.shows:
        case, needed = "PL131.hidden" if offline else "PL130.hidden", "N"
    else:
        case, needed = "PL131" if offline else "PL130", str(max(people.not_completed, FEW - 1))
        values |= {"count": str(display(people)[2]), "as_of": people.as_of}
    return make_finding(case, check.address, option=f"{OPTION} {check.address}={needed}", **values)


OPTION = "--allow-impact"
_DONE = {"archive": "archived", "replace": "replaced", "update": "changed in place"}


def _limit(action: str, most: int) -> str:
    return f"the {most} that guards.max_affected.{action} in heymilo.yaml allows"


def _uncounted(inputs: PlanInput, plan: Plan) -> Iterator[Finding]:
    """Yield a finding on each posting whose people HeyMilo was asked for in vain."""
    reasons = inputs.listing.uncounted if inputs.listing is not None else {}
    for change in plan.changes:
        entry = inputs.entries.get(change.moved_from or change.address)
        known = {revision.posting_id for revision in entry.revisions} if entry is not None else set()
        for posting_id in (it for it in reasons if it in known):
            yield make_finding("PL132", change.address, posting_id=posting_id, why=reasons[posting_id])


def _unknown_names(inputs: PlanInput, names: Iterable[str]) -> Iterator[Finding]:
    known = {desired.address for desired in inputs.desired} | {*inputs.entries} | inputs.broken
    yield from unknown_names(OPTION, set(names) - known, known, inputs.workspace)
