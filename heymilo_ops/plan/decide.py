"""What to do with one manifest: create, replace, update, hold, or nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from typing import Any

from pydantic import ValidationError

from heymilo_ops.finding import Finding
from heymilo_ops.model.canonical import CANON, settings_fields
from heymilo_ops.model.desired import Desired
from heymilo_ops.model.live import Live
from heymilo_ops.model.reason import Reason, ReasonCode, of_posting
from heymilo_ops.model.state import HalfEdit, PostingState
from heymilo_ops.plan.accepted_design import accepted_design, fields_from
from heymilo_ops.plan.change import (
    AcceptedDesign,
    Action,
    ArchivePosting,
    Change,
    CreatePosting,
    EditPosting,
    FieldChange,
    PatchPosting,
    RecordOnly,
)
from heymilo_ops.plan.codes import make_finding
from heymilo_ops.plan.creation import decide_new
from heymilo_ops.plan.diff import diff_forms
from heymilo_ops.plan.drift import activate, find_drift, find_question_drift, status_notes
from heymilo_ops.plan.drift_decision import (
    Drift,
    drift_reasons,
    is_stopped,
    named_paths,
    read_drift,
)
from heymilo_ops.plan.drift_verdict import InPlace, accepted, reverted
from heymilo_ops.plan.effect import heaviest
from heymilo_ops.plan.inputs import PlanInput
from heymilo_ops.plan.json_diff import is_same_json
from heymilo_ops.plan.lint_errors import is_barred, lint_bar
from heymilo_ops.plan.on_change import decide_design, design_fields, rule_of
from heymilo_ops.plan.origin import Origin
from heymilo_ops.plan.rule import Decided, RuleSource
from heymilo_ops.plan.settings_patch import Applied, applied_from, on_old_design, patch
from heymilo_ops.plan.superseded import close_leftovers, is_gone
from heymilo_ops.plan.verdict import Verdict, next_number, ops_fields, start

_ON_REPLACE = {
    "archive": ReasonCode.OLD_ARCHIVED,
    "drain": ReasonCode.OLD_DRAINS,
    "keep": ReasonCode.OLD_KEPT,
}
_OPS_ONLY = Reason(ReasonCode.ONLY_OPS_CHANGED)


def decide(inputs: PlanInput, desired: Desired, origin: Origin) -> Verdict:
    """Return the verdict on one manifest whose last write is known."""
    entry = origin.entry
    if entry is None or entry.status == "archived":
        verdict = decide_new(inputs, desired, origin)
    else:
        verdict = _Existing(inputs, desired, origin, entry).verdict()
    findings, notes = (*origin.findings, *verdict.findings), (*origin.notes, *verdict.notes)
    return Verdict(verdict.change, findings, notes)


class _Existing:
    """The decision on a posting that is live, as far as the state knows."""

    def __init__(self, inputs: PlanInput, desired: Desired, origin: Origin, entry: PostingState) -> None:
        self.inputs = inputs
        self.desired = desired
        self.entry = entry
        self.gone = is_gone(entry.posting_id, inputs.listing)
        self.applied = self._applied()
        self.base = start(inputs, desired, origin)
        self.drift = None if self.gone or entry.half_edit else read_drift(inputs, entry, desired)

    def verdict(self) -> Verdict:
        verdict = self._met_drift(self._decided())
        change = close_leftovers(verdict.change, self.entry, self.desired.ops, self.inputs)
        notes = list(verdict.notes)
        live = self.inputs.listed.get(self.entry.posting_id)
        if live and not self.gone:
            change = activate(change, live, self.desired.ops)
            notes += status_notes(live, self.desired, self.applied.form)
            drifts = self._drift_reasons(live)
            notes += [of_posting(self.desired.address, reason) for reason in drifts]
            is_held = any(reason.code is ReasonCode.DRIFT_HOLDS for reason in change.reasons)  # which names the same
            added = [reason for reason in drifts if not (is_held and reason.code is ReasonCode.DRIFTED)]
            change = replace(change, reasons=(*change.reasons, *added), differs=bool(drifts))
        elif self.inputs.listing and not self.gone:
            notes.append(of_posting(self.desired.address, Reason(ReasonCode.NOT_LISTED, self.entry.posting_id)))
        return Verdict(change, verdict.findings, tuple(notes))

    def _change(
        self, action: Action, reasons: tuple[Reason, ...], fields: tuple[FieldChange, ...], **rest: Any
    ) -> Change:
        effect = heaviest(field.effect for field in fields)
        return replace(self.base, action=action, reasons=reasons, fields=fields, effect=effect, **rest)

    def _sent(self) -> Mapping[str, Any]:
        """Return the request that made what is live."""
        return self.applied.snapshot.request if self.applied.snapshot else self.desired.request

    def _drift_reasons(self, live: Live) -> tuple[Reason, ...]:
        """Return how HeyMilo shows it otherwise than it was applied: by the baseline, where there is one."""
        if self.entry.half_edit is not None:  # then what differs is ours
            return ()
        if self.drift is None:
            return (*find_drift(self.entry, live, self.applied.form, self._sent()), *self._asked())
        unmarked = [Reason(ReasonCode.DIFFERS, ("marks",))] if live.mark is None else []
        return (*drift_reasons(self.drift, self.desired.address, self.inputs.workspace), *unmarked)

    def _met_drift(self, verdict: Verdict) -> Verdict:
        """Return the verdict with what was changed outside, which holds what would be written over it."""
        drift, ops = self.drift, self.desired.ops
        if drift is None:
            return verdict
        change = replace(verdict.change, drift=drift.fields)
        if is_stopped(change, drift, ops) and self.desired.address not in self.inputs.recreate:
            paths = named_paths(tuple(field.path for field in drift.open_fields))
            reason = Reason(ReasonCode.DRIFT_HOLDS, paths, self.desired.address, self.inputs.workspace)
            held = self._hold(reason, *verdict.findings)
            return replace(held, change=replace(held.change, drift=drift.fields), notes=verdict.notes)
        return replace(verdict, change=change)

    def _asked(self) -> Iterable[Reason]:
        """Return what was changed about the live questions, where they were asked for."""
        listing, form = self.inputs.listing, self.applied.form
        asked = listing.questions.get(self.entry.posting_id) if listing else None
        return find_question_drift(asked, form) if asked is not None and form is not None else ()

    def _applied(self) -> Applied:
        """Return what is live, canonicalised again where the recorded digest is another: an earlier release made it."""
        entry, desired = self.entry, self.desired
        if desired.under(entry.digest):
            return Applied(desired.digest, desired.design_digest, desired.form, None)
        snapshot = self.inputs.snapshots.get(entry.digest)
        if snapshot is None:
            return Applied(entry.digest, entry.current.design_digest, None, None)
        return applied_from(snapshot)

    def _decided(self) -> Verdict:
        desired, address = self.desired, self.desired.address
        if address in self.inputs.recreate:
            return self._recreate()
        if self.gone:
            return self._ended_outside()
        if self.entry.half_edit is not None:
            return self._between(self.entry.half_edit)
        if address in self.inputs.reverts and self.drift is not None and self.drift.open_fields:
            return self._reverted(self.drift)
        current = self.entry.current
        if current.is_content_unknown and current.number > 1 and desired.under(current.digest):
            return self._hold(Reason(ReasonCode.MAY_BE_HALF_EDITED, current.number, self.inputs.workspace))
        if self.applied.digest == desired.digest:
            return self._in_place(desired)
        if self.applied.form is None:
            return self._hold(self._snapshot_missing())
        if self.drift and (acceptance := self._accepted(self.drift)):
            return self._recorded(acceptance)
        if self.applied.design_digest == desired.design_digest:
            return self._in_place(desired)
        return self._new_design()

    def _between(self, half: HalfEdit) -> Verdict:
        """Go on with an edit that didn't end: to what it was to bring about, or back to what was applied, in place.

        To anything else as the rules say.
        """
        begun = Reason(ReasonCode.HALF_EDITED, half.number, half.at, self.entry.revision)
        if self.applied.form is None:
            verdict = self._hold(self._snapshot_missing())
        elif self.desired.under(half.digest) or self.applied.design_digest == self.desired.design_digest:
            verdict = self._edit(self.desired)
            unfinished = Decided("update", RuleSource.UNFINISHED)
            verdict = replace(verdict, change=replace(verdict.change, decided_by=unfinished))
        else:
            verdict = self._new_design()
        return replace(verdict, change=replace(verdict.change, reasons=(*verdict.change.reasons, begun)))

    def _new_design(self) -> Verdict:
        verdict = self._on_new_design()
        if self._held_by_hand() or is_barred(verdict.change):
            return verdict
        return replace(verdict, change=replace(verdict.change, decided_by=self._choice[0]))

    def _on_new_design(self) -> Verdict:
        held = self._held_reason()
        if held:
            composed = self._on_old_design()
            return self._in_place(composed, held) if composed else self._hold(Reason(ReasonCode.DESIGN_OUTDATED, held))
        decided, barred = self._choice
        if decided.action == "update":
            return self._edit(self.desired)
        return self._replace(self.desired, Reason(ReasonCode.DESIGN_CHANGED), *barred)

    @cached_property
    def _basis(self) -> AcceptedDesign | None:
        """What the new design is an edit of, where that is not what was applied."""
        drift, form = self.drift, self.applied.form
        old = self._on_old_design() if drift is not None and drift.fields else None
        if drift is None or old is None or form is None:
            return None
        return accepted_design(self.inputs, self.entry, drift, form, old, self.desired)

    @cached_property
    def _choice(self) -> tuple[Decided, tuple[Reason, ...]]:
        """What ``on_change`` says of the new design, and why it can't be edited in place where that was chosen."""
        rule, form = rule_of(self.desired.ops, self.inputs.on_change), self.applied.form
        if form is None:
            return Decided("hold" if rule.on_change == "hold" else "replace", rule.source), ()
        before = form if self._basis is None else self._basis.form
        return decide_design(rule, design_fields(self._new_fields(self.desired)), before, self.desired.form)

    def _edit(self, target: Desired) -> Verdict:
        """Edit the design, and the settings with it, in the posting that is live."""
        form = self.applied.form or {}
        body, stuck = patch(form, target, [name for name in settings_fields() if _differs(name, form, target.form)])
        basis = self._basis if target is self.desired else None
        operation = EditPosting(self.entry.posting_id, self.entry.digest, target.digest, target, body, basis=basis)
        lifted = (Reason(ReasonCode.HOLD_LIFTED),) if self.entry.held else ()
        reasons = (Reason(ReasonCode.EDITED_IN_PLACE), *lifted)
        return self._recorded(InPlace(target, operation, reasons, self._new_fields(target), stuck), held=None)

    def _accepted(self, drift: Drift) -> InPlace | None:
        form, fields = self.applied.form or {}, self._fields(self.desired)
        return accepted(drift, self.entry.posting_id, form, self.desired, fields)

    def _reverted(self, drift: Drift) -> Verdict:
        """Put back in place what was changed outside and isn't in the manifest: on the design that was applied, unless
        HeyMilo shows all of the manifest's.
        """
        has_all = self.applied.design_digest == self.desired.design_digest or (
            self.applied.form is not None and not drift.left(design_fields(self._fields(self.desired)))
        )
        target = self.desired if has_all else self._on_old_design()
        against = drift if has_all or target is None else read_drift(self.inputs, self.entry, target)
        if target is None or against is None:
            return self._hold(Reason(ReasonCode.REVERT_NEEDS_APPLIED))
        opened, form = against.only(drift.open_fields), self.applied.form or {}
        reverting = reverted(opened, self.entry, form, target, self._fields(target), self.inputs.workspace)
        return self._hold(reverting) if isinstance(reverting, Reason) else self._recorded(reverting)

    def _recorded(self, made: InPlace, **rest: Any) -> Verdict:
        """Return a change in place that becomes the next revision."""
        change = self._change(
            Action.UPDATE,
            made.reasons,
            made.fields,
            after_digest=made.target.digest,
            revision_to=next_number(self.entry),
            operations=(made.operation,),
            overwrites=made.overwrites,
            **rest,
        )
        return Verdict(change, tuple(self._not_clearable(made.stuck)))

    def _not_clearable(self, names: Iterable[str]) -> Iterator[Finding]:
        """Yield a finding on each setting that no PATCH can take off."""
        address, workspace = self.desired.address, self.inputs.workspace
        return (make_finding("PL201", address, f"/{name}", setting=name, workspace=workspace) for name in names)

    def _snapshot_missing(self) -> Reason:
        return Reason(ReasonCode.SNAPSHOT_MISSING, self.entry.digest, self.desired.address, self.inputs.workspace)

    def _held_by_hand(self) -> Reason | None:
        """Return why the design is held, where a rollback holds it."""
        held = self.entry.held
        if held and self._is_held(held.digest):
            return Reason(ReasonCode.DESIGN_HELD, held.since, held.by, self.desired.address, self.inputs.workspace)
        if self.desired.ops.lifecycle == "draining":
            return Reason(ReasonCode.ROLE_DRAINS_ON_OLD_DESIGN)
        return None

    def _held_reason(self) -> Reason | None:
        if reason := self._held_by_hand():
            return reason
        decided, _ = self._choice
        if decided.action != "hold":
            return lint_bar(self.inputs, self.desired.address, is_edit=decided.action == "update")
        whole = rule_of(self.desired.ops, self.inputs.on_change).on_change == "hold"
        if whole or decided.effect is None:
            return Reason(ReasonCode.ON_CHANGE_HOLD)
        return Reason(ReasonCode.ON_CHANGE_HOLD_CLASS, decided.effect.value)

    def _is_held(self, recorded: str) -> bool:
        """Return whether the wanted design is the held one, whose digest an earlier release may have recorded."""
        if self.desired.has_design(recorded):
            return True
        for revision in self.entry.revisions:
            if revision.design_digest == recorded and revision.canon != CANON:
                snapshot = self.inputs.snapshots.get(revision.digest)
                if snapshot and applied_from(snapshot).design_digest == self.desired.design_digest:
                    return True
        return False

    def _on_old_design(self) -> Desired | None:
        """Return the design that is live with today's settings; ``None`` where this release can't make it any more."""
        if self.applied.snapshot is None:
            return None
        try:
            portable = self.inputs.snapshots.get(self.entry.current.portable_digest)
            return on_old_design(self.desired, self.applied.snapshot, portable)
        except ValidationError:
            return None

    def _recreate(self) -> Verdict:
        if barred := lint_bar(self.inputs, self.desired.address):
            return self._hold(barred)
        held = self._held_reason()
        if held is None or self.applied.design_digest == self.desired.design_digest:
            return self._replace(self.desired, Reason(ReasonCode.RECREATED))
        composed = self._on_old_design()
        if composed is None:
            return self._hold(Reason(ReasonCode.DESIGN_OUTDATED, held))
        return self._replace(composed, Reason(ReasonCode.RECREATED_ON_OLD_DESIGN), keep_hold=True)

    def _replace(self, target: Desired, *why: Reason, keep_hold: bool = False) -> Verdict:
        entry = self.entry
        archived = target.ops.on_replace == "archive" and not self.gone
        old = ReasonCode.OLD_GONE if self.gone else _ON_REPLACE[target.ops.on_replace]
        days = (target.ops.drain_days,) if old is ReasonCode.OLD_DRAINS else ()
        reasons = [*why, Reason(old, entry.posting_id, *days)]
        if entry.held and not keep_hold:
            reasons.append(Reason(ReasonCode.HOLD_LIFTED))
        return Verdict(
            self._change(
                Action.REPLACE,
                tuple(reasons),
                self._new_fields(target),
                after_digest=target.digest,
                revision_to=next_number(entry),
                operations=(CreatePosting(target), *([ArchivePosting(entry.posting_id)] if archived else [])),
                held=entry.held if keep_hold else None,
            )
        )

    def _in_place(self, target: Desired, held: Reason | None = None) -> Verdict:
        """Settings and ``ops`` of a posting whose design stays; ``held`` says why, where the manifest has another."""
        form = self.applied.form
        fields = self._fields(target)
        if not fields:
            return self._hold(held) if held else Verdict(self.base)
        names = [] if form is None else [name for name in settings_fields() if _differs(name, form, target.form)]
        change = self._change(
            Action.UPDATE,
            (Reason(ReasonCode.SETTINGS_CHANGED) if names else _OPS_ONLY, *([held] if held else ())),
            fields,
            after_digest=self.entry.digest,
            operations=(RecordOnly(target),),
        )
        if not names or form is None:
            return Verdict(change)
        body, stuck = patch(form, target, names)
        change = replace(
            change,
            after_digest=target.digest,
            revision_to=next_number(self.entry),
            operations=(PatchPosting(self.entry.posting_id, body, target),),
        )
        return Verdict(change, tuple(self._not_clearable(stuck)))

    def _ended_outside(self) -> Verdict:
        """Make nothing in its place. Changed ``ops`` are recorded, or a rule could never be lowered again."""
        is_deleted = self.entry.posting_id not in self.inputs.listed
        code = ReasonCode.HELD_AS_DELETED if is_deleted else ReasonCode.HELD_AS_ARCHIVED
        reason = Reason(code, self.entry.posting_id, self.desired.address, self.inputs.workspace)
        ops = tuple(ops_fields(self.entry.ops, self.desired.ops))
        if not ops:
            return self._hold(reason)
        recorded = (RecordOnly(self.desired),)
        after = self.entry.digest
        return Verdict(self._change(Action.UPDATE, (_OPS_ONLY, reason), ops, after_digest=after, operations=recorded))

    def _hold(self, reason: Reason, *findings: Finding) -> Verdict:
        return Verdict(self._change(Action.HOLD, (reason,), self._fields(self.desired)), findings)

    def _fields(self, target: Desired) -> tuple[FieldChange, ...]:
        ops = tuple(ops_fields(self.entry.ops, target.ops))
        if self.applied.form is None or self.applied.digest == target.digest:
            return ops
        keys = self.applied.snapshot.keys if self.applied.snapshot else {}
        return (*diff_forms(self.applied.form, target.form, keys, target.keys), *ops)

    def _new_fields(self, target: Desired) -> tuple[FieldChange, ...]:
        basis, fields = self._basis if target is self.desired else None, self._fields(target)
        return fields if basis is None else fields_from(basis, target, fields)


def _differs(name: str, before: Mapping[str, Any], after: Mapping[str, Any]) -> bool:
    return (name in before) != (name in after) or not is_same_json(before.get(name), after.get(name))
