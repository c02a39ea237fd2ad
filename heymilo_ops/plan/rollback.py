"""A rollback as a plan: the design of an old revision with the settings of today, through the create endpoint."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from pydantic import ValidationError

from heymilo_ops.errors import AdviceKind, AttentionError, advise
from heymilo_ops.model.canonical import CANON, canonical, design_part, digest
from heymilo_ops.model.deployment import comes_to
from heymilo_ops.model.desired import Desired, desire, first_problem
from heymilo_ops.model.fold import stamp
from heymilo_ops.model.live import Live
from heymilo_ops.model.reason import Reason, ReasonCode
from heymilo_ops.model.state import Held, PostingState, Revision
from heymilo_ops.plan.build import COST, PlanInput, bare_plan, unknown_names
from heymilo_ops.plan.change import Action, ArchivePosting, Change, CreatePosting, Plan, own_permissions
from heymilo_ops.plan.diff import diff_forms
from heymilo_ops.plan.disconnect import FLAG
from heymilo_ops.plan.effect import heaviest
from heymilo_ops.plan.inputs import Snapshot
from heymilo_ops.plan.lifecycle import drain_notes, with_drains
from heymilo_ops.plan.origin import Origin
from heymilo_ops.plan.owner import PUT_BACK, is_marked, owner_of, refuse_contradicted
from heymilo_ops.plan.ownership_findings import ownership_findings, ownership_notes
from heymilo_ops.plan.pending_operation import refuse_pending
from heymilo_ops.plan.safety import guards, lasting_notes, needed_permissions
from heymilo_ops.plan.safety_settings import safety_changes, safety_findings
from heymilo_ops.plan.settings_patch import with_settings
from heymilo_ops.plan.superseded import close_leftovers, is_gone
from heymilo_ops.plan.verdict import next_number, start

Get = Callable[[str], Live | None]


@dataclass(frozen=True, slots=True)
class Rollback:
    """What a rollback will do.

    Attributes:
        plan: of one replace; ``apply`` takes it with ``rollback=True``.
        to: the revision whose design comes back. Its ``commit`` and ``source`` say where git may hold its manifest.
        desired: what will be sent; ``desired.resolved`` is what the manifest should say afterwards.
    """

    plan: Plan
    to: Revision
    desired: Desired


def plan_rollback(
    inputs: PlanInput,
    address: str,
    *,
    by: str,
    get: Get,
    to: int | None = None,
    all_settings: bool = False,
) -> Rollback:
    """Plan a rollback of one posting.

    Args:
        inputs: what a plan would be made of. Settings of today are its manifest's, else the current revision's.
        by: who holds the design that is rolled back from.
        get: fetches one posting from HeyMilo, where the list doesn't show it.
        to: number of a revision; the newest one with another design, where left out.
        all_settings: take the settings of that revision too.

    Raises:
        AttentionError: there is nothing to roll back, or what is needed for it is not known.
    """
    entry = _entry(inputs, address)
    _refuse_ending(inputs, entry, address)
    target = _target(inputs, entry, address, to)
    _refuse_edited(inputs, entry, target, address, get)
    desired = _desired(inputs, entry, address, target, all_settings=all_settings)
    held = Held(digest=entry.current.design_digest, since=stamp(inputs.now), by=by)
    change = with_drains(_change(inputs, entry, desired, target, held), inputs, {address: desired})
    return Rollback(_plan(inputs, change, target), target, desired)


def postings_between(entry: PostingState, target: Revision) -> tuple[str, ...] | None:
    """Return the ids of the postings that people entered since a revision was replaced.

    ``None`` where its own posting holds a later design by now: who entered that can't be told from those before.
    """
    later = [revision for revision in entry.revisions if revision.number > target.number]
    if any(it.posting_id == target.posting_id and it.design_digest != target.design_digest for it in later):
        return None
    return tuple(dict.fromkeys(it.posting_id for it in later if it.posting_id != target.posting_id))


def is_applied(inputs: PlanInput, desired: Desired) -> bool:
    """Return whether a revision of this posting has exactly this content, so that the state keeps it."""
    entry = inputs.entries.get(desired.address)
    return entry is not None and any(desired.under(revision.digest) for revision in entry.revisions)


def _entry(inputs: PlanInput, address: str) -> PostingState:
    entry = inputs.entries.get(address)
    if inputs.state is None or entry is None:
        raise AttentionError(f"{address} was never applied here", advise(AdviceKind.LIST))
    refuse_pending(inputs.state, address, inputs.workspace, inputs)
    if entry.status == "archived":
        raise AttentionError(f"{address} is archived", "Put its manifest back and apply; then roll back.")
    return entry


def _refuse_ending(inputs: PlanInput, entry: PostingState, address: str) -> None:
    """Refuse where the role ends: a rollback would make a new posting of it."""
    manifest = inputs.manifest(address)
    lifecycle = (manifest.ops if manifest else entry.ops).lifecycle
    if lifecycle != "open":
        raise AttentionError(
            f"ops.lifecycle of {address} is {lifecycle}, and a rollback makes a new posting",
            "Set lifecycle: open and apply that; then roll back.",
        )


def _target(inputs: PlanInput, entry: PostingState, address: str, to: int | None) -> Revision:
    current = _design(inputs, entry.current, address)
    if to is None:
        others = (made for made in reversed(entry.revisions) if _design(inputs, made, address) != current)
        latest = next(others, None)
        if latest is None:
            raise AttentionError(f"nothing to roll back: {address} has had one design only")
        return latest
    chosen = entry.numbered(to)
    if chosen is None:
        numbers = ", ".join(str(revision.number) for revision in entry.revisions)
        raise AttentionError(f"{address} has no revision {to}", f"It has {numbers}.")
    if _design(inputs, chosen, address) == current:
        raise AttentionError(
            f"nothing to roll back: revision {to} of {address} has the design that is live",
            "Settings are changed in the manifest.",
        )
    return chosen


def _design(inputs: PlanInput, revision: Revision, name: str) -> str:
    """Digest of a revision's design under today's name, in today's canonical form, as far as its snapshot is there."""
    snapshot = inputs.snapshots.get(revision.digest)
    if snapshot is None or (revision.canon == CANON and snapshot.request.get("name") == name):
        return revision.design_digest
    return digest(design_part({**canonical(snapshot.request), "name": name}))


def _snapshot(inputs: PlanInput, revision: Revision) -> Snapshot:
    snapshot = inputs.snapshots.get(revision.digest)
    if snapshot is None:
        raise AttentionError(
            f"what revision {revision.number} held is not known: its snapshot {revision.digest} is missing",
            "Bring the snapshot back, or edit the manifest and apply.",
        )
    return snapshot


def _template(inputs: PlanInput, revision: Revision, snapshot: Snapshot) -> Mapping[str, Any]:
    """Return a revision's manifest before variables were filled in, as far as that is known."""
    portable = inputs.snapshots.get(revision.portable_digest) or snapshot
    if not comes_to(canonical(portable.request), canonical(snapshot.request)):
        raise AttentionError(
            f"the portable form that the state names for revision {revision.number}, {revision.portable_digest}, "
            f"doesn't come to what was sent, {revision.digest}: the state was edited",
            PUT_BACK,
        )
    return portable.resolved


def _refuse_edited(inputs: PlanInput, entry: PostingState, revision: Revision, address: str, get: Get) -> None:
    """Refuse where the marks of a revision's posting don't say that its design was sent, as far as HeyMilo was asked.

    A posting that was changed in place carries the mark of its newest revision, and has had one design.
    """
    if inputs.listing is None:
        return
    posting_id = revision.posting_id
    live = inputs.listing.postings.get(posting_id) or get(posting_id)
    if live is None or not is_marked(live):
        if address not in inputs.unmarked_allowed:
            raise _unshown(revision, address, "carries no marks" if live else "isn't there")
        return

    def same(made: Revision) -> bool:
        return _sent_design(inputs, made) == _sent_design(inputs, revision)

    owner = owner_of(entry, address, project=inputs.project, workspace=inputs.workspace)
    refuse_contradicted(entry, revision, live, owner, same, "design")


def _unshown(revision: Revision, address: str, why: str) -> AttentionError:
    return AttentionError(
        f"nothing at HeyMilo shows what revision {revision.number} of {address} was: posting {revision.posting_id} "
        f"{why}",
        f"If the plan shows what you want, run this again with `--allow-unmarked {address}`; or edit the manifest and "
        "apply.",
    )


def _sent_design(inputs: PlanInput, revision: Revision) -> Mapping[str, Any]:
    """Return a revision's design by its snapshot, which its digest covers: what the state says of it proves nothing."""
    return design_part(canonical(_snapshot(inputs, revision).request))


def _desired(inputs: PlanInput, entry: PostingState, address: str, target: Revision, *, all_settings: bool) -> Desired:
    """Return the old design under today's name and ``ops``, with today's settings or its own."""
    snapshot = _snapshot(inputs, target)
    manifest = inputs.manifest(address)
    today = manifest.resolved if manifest else _snapshot(inputs, entry.current).resolved
    source = manifest.source if manifest else entry.current.source
    then = _template(inputs, target, snapshot)
    now = manifest.template if manifest else _template(inputs, entry.current, _snapshot(inputs, entry.current))
    # A snapshot's ops are in no digest, so without a manifest those count that were last applied.
    ops = today if manifest else {"ops": entry.ops.model_dump(mode="json", exclude_defaults=True) or None}
    resolved = with_settings(snapshot.resolved, snapshot.resolved if all_settings else today, ops)
    template = with_settings(then, then if all_settings else now, ops)
    try:
        return desire({**resolved, "name": address}, source, template={**template, "name": address})
    except ValidationError as error:
        raise AttentionError(f"the old design of {address} is not valid any more: /{first_problem(error)}") from error


def _change(inputs: PlanInput, entry: PostingState, desired: Desired, target: Revision, held: Held) -> Change:
    before = inputs.snapshots.get(entry.digest)
    fields = diff_forms(canonical(before.request), desired.form, before.keys, desired.keys) if before else ()
    closes = desired.ops.on_replace == "archive" and not is_gone(entry.posting_id, inputs.listing)
    change = replace(
        start(inputs, desired, Origin(desired.address, entry)),
        action=Action.REPLACE,
        reasons=(
            Reason(ReasonCode.ROLLED_BACK, target.number),
            Reason(ReasonCode.ROLLED_BACK_FROM, entry.revision, desired.address, inputs.workspace),
        ),
        effect=heaviest(field.effect for field in fields),
        after_digest=desired.digest,
        revision_to=next_number(entry),
        fields=fields,
        operations=(CreatePosting(desired), *([ArchivePosting(entry.posting_id)] if closes else [])),
        held=held,
    )
    return close_leftovers(change, entry, desired.ops, inputs)


def _anew(change: Change, target: Revision) -> Reason:
    """Why what comes back isn't what was there."""
    template = change.desired.request.get("interview_template_id") if change.desired else None
    if template is not None:
        return Reason(ReasonCode.TEMPLATE_CLONED_AGAIN, target.number, str(template))
    return Reason(ReasonCode.QUESTIONS_WRITTEN_AGAIN, target.number)


def _plan(inputs: PlanInput, change: Change, target: Revision) -> Plan:
    """Return the plan of one change, held against the same guards as any other."""
    strangers = ownership_findings(inputs, (change,))
    known = {desired.address for desired in inputs.desired} | {*inputs.entries} | inputs.broken
    unnamed = [
        *unknown_names("--allow-unmarked", inputs.unmarked_allowed - known, known, inputs.workspace),
        *unknown_names(FLAG, inputs.disconnect_allowed - known, known, inputs.workspace),
    ]
    needed = needed_permissions(inputs, (change,))
    change = replace(change, allowed=own_permissions(change.address, needed))
    notes = [COST, *lasting_notes(inputs, (change,)), *drain_notes((change,)), *ownership_notes(inputs, (change,))]
    if not target.reproducible:
        notes.insert(0, _anew(change, target))
    differing = safety_changes(inputs)
    alone = replace(inputs, targets=frozenset({change.address}))
    return replace(
        bare_plan(inputs, (change,)),
        notes=tuple(notes),
        findings=(*safety_findings(inputs, differing), *strangers, *unnamed, *guards(alone, (change,))),
        partial=True,
        compared=Reason(ReasonCode.COMPARED_REVISIONS),
        safety=differing,
    )
