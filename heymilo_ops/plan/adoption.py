"""What to do with a manifest that names a posting made at HeyMilo, to be taken over as it is (``ops.adopt``).

Such a manifest never makes a posting. The posting is taken over where the manifest reads back as no changes against
it; else it is held.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from heymilo_ops.model.desired import Desired
from heymilo_ops.model.live import RESERVED, Live, Mark
from heymilo_ops.model.live_request import LiveRequest, LossCode, as_read, live_request, whole_second
from heymilo_ops.model.posting import MOST_METADATA
from heymilo_ops.model.reason import Reason, ReasonCode, of_posting
from heymilo_ops.model.state import PostingState
from heymilo_ops.plan.change import Action, AdoptPosting, Change, FieldChange, LiveRef
from heymilo_ops.plan.codes import make_finding
from heymilo_ops.plan.diff import diff_forms
from heymilo_ops.plan.drift import status_notes
from heymilo_ops.plan.effect import heaviest
from heymilo_ops.plan.inputs import PlanInput
from heymilo_ops.plan.origin import Origin
from heymilo_ops.plan.superseded import close_leftovers
from heymilo_ops.plan.verdict import Verdict, next_number, start

_ADOPT = "/ops/adopt"


def decide_adoption(inputs: PlanInput, desired: Desired, origin: Origin) -> Verdict | None:
    """Return the verdict on a manifest that takes a posting over; ``None`` where it doesn't: its name is live here, or
    its role is closed.
    """
    entry, lifecycle = origin.entry, desired.ops.lifecycle
    if desired.ops.adopt is None or lifecycle == "closed":
        return None
    if entry is not None and (entry.status == "active" or lifecycle != "open"):
        return None
    verdict = _Adoption(inputs, desired, origin, desired.ops.adopt).verdict()
    change = close_leftovers(verdict.change, entry, desired.ops, inputs) if entry else verdict.change
    findings, notes = (*origin.findings, *verdict.findings), (*origin.notes, *verdict.notes)
    return Verdict(change, findings, notes)


def ignored_adoption(inputs: PlanInput, desired: Desired, entry: PostingState | None) -> Iterator[Reason]:
    """Yield a note where a live posting's manifest names another one that is there: it is not taken over."""
    posting_id = desired.ops.adopt
    if posting_id is None or entry is None or entry.status != "active" or posting_id not in inputs.listed:
        return
    if all(revision.posting_id != posting_id for revision in entry.revisions):
        yield of_posting(desired.address, Reason(ReasonCode.ADOPT_IGNORED, posting_id, entry.posting_id))


def marks_of_another(live: Live, desired: Desired, project: str, workspace: str) -> Mark | None:
    """Return the marks by which a posting belongs to something else than this name, or to another state of it.

    Its own marks, of what the manifest says, are those of an adoption that nothing recorded.
    """
    mark = live.mark
    if mark is None:
        return None
    is_ours = mark.belongs_to(project, workspace) and mark.name == desired.address
    return None if is_ours and desired.under(mark.digest) else mark


def own_metadata(live: Live) -> dict[str, Any]:
    """Return what others wrote into a posting's metadata, whatever its type."""
    metadata = live.document.get("metadata", live.metadata)
    entries = metadata.items() if isinstance(metadata, Mapping) else ()
    return {key: value for key, value in entries if key not in RESERVED and value is not None}


class _Adoption:
    """The decision on one manifest and the posting that it names."""

    def __init__(self, inputs: PlanInput, desired: Desired, origin: Origin, posting_id: str) -> None:
        self.inputs = inputs
        self.desired = desired
        self.entry = origin.entry
        self.posting_id = posting_id
        self.base = start(inputs, desired, origin)

    def verdict(self) -> Verdict:
        if reason := self._claimed():
            return self._hold(reason)
        if self.inputs.listing is None:
            return self._taken_over(None, (Reason(ReasonCode.ADOPTED_UNASKED, self.posting_id),))
        live = self.inputs.listed.get(self.posting_id)
        if live is None:
            return self._hold(Reason(ReasonCode.ADOPT_MISSING, self.posting_id, self.inputs.workspace))
        if reason := self._unfit(live):
            return self._hold(reason, live)
        keys = sorted(own_metadata(live))
        if len(keys) > MOST_METADATA:
            held = self._hold(Reason(ReasonCode.ADOPT_FULL, self.posting_id, len(keys)), live)
            problem = make_finding(
                "PL110", self.desired.address, _ADOPT,
                posting_id=self.posting_id, number=len(keys), keys=", ".join(keys), most=MOST_METADATA,
                more=len(keys) - MOST_METADATA,
            )  # fmt: skip
            return replace(held, findings=(problem,))
        return self._compared(live, live_request(live.document, self.inputs.questions(self.posting_id)))

    def _claimed(self) -> Reason | None:
        """Return why the posting is somebody else's to take over, by what is known here."""
        posting_id = self.posting_id
        if self.entry is not None and any(made.posting_id == posting_id for made in self.entry.revisions):
            return Reason(ReasonCode.ADOPT_OVER, posting_id)
        for name, entry in self.inputs.entries.items():
            if any(revision.posting_id == posting_id for revision in entry.revisions):
                return Reason(ReasonCode.ADOPT_KNOWN, posting_id, name)
        names = tuple(name for name in self.inputs.adopting.get(posting_id, ()) if name != self.desired.address)
        return Reason(ReasonCode.ADOPT_TWICE, posting_id, names) if names else None

    def _unfit(self, live: Live) -> Reason | None:
        """Return why the posting can't be taken over, whatever it asks."""
        if live.archived:
            return Reason(ReasonCode.ADOPT_ARCHIVED, self.posting_id)
        if live.document.get("test_posting") is True:
            return Reason(ReasonCode.ADOPT_TEST, self.posting_id)
        if self.inputs.listing is not None and self.posting_id in self.inputs.listing.blueprints:
            return Reason(ReasonCode.ADOPT_BLUEPRINT, self.posting_id)
        if mark := marks_of_another(live, self.desired, self.inputs.project, self.inputs.workspace):
            owner = f"{mark.project}/{mark.workspace}/{mark.name}@{mark.revision}"
            return Reason(ReasonCode.ADOPT_MARKED, self.posting_id, owner)
        return None

    def _compared(self, live: Live, reading: LiveRequest) -> Verdict:
        lost = [loss for loss in reading.losses if loss.changes_posting and loss.code is not LossCode.STEP_UNCLEAR]
        if lost:
            pointers = tuple(f"{loss.pointer} ({loss.code.value})" for loss in lost)
            return self._hold(Reason(ReasonCode.ADOPT_INEXPRESSIBLE, self.posting_id, pointers), live)
        after = _unnamed(as_read(self.desired.form))
        fields = diff_forms(_comparable(as_read(reading.request), after), after)
        if fields:
            return self._hold(Reason(ReasonCode.ADOPT_DIFFERS, self.posting_id, self.inputs.workspace), live, fields)
        reasons = []
        if live.name != self.desired.address:
            code = ReasonCode.ADOPTED_NAME if live.name else ReasonCode.ADOPTED_NAMELESS
            reasons.append(Reason(code, self.desired.address, live.name or ""))
        if "deadline" in reading.request and "deadline" not in after:
            reasons.append(Reason(ReasonCode.ADOPTED_DEADLINE, whole_second(reading.request["deadline"])))
        kept = tuple(loss.pointer for loss in reading.losses if not loss.changes_posting)
        if kept:
            reasons.append(Reason(ReasonCode.ADOPTED_KEEPS, kept))
        if any(loss.code is LossCode.STEP_UNCLEAR for loss in reading.losses):
            reasons.append(Reason(ReasonCode.ADOPTED_STEPS))
        return self._taken_over(live, reasons)

    def _taken_over(self, live: Live | None, reasons: Sequence[Reason]) -> Verdict:
        number = next_number(self.entry)
        mark = live.mark if live else None
        change = replace(
            self._change(live),
            action=Action.ADOPT,
            reasons=(Reason(ReasonCode.ADOPTED, self.posting_id), *reasons),
            revision_from=self.entry.revision if self.entry else None,
            revision_to=max(number, mark.revision) if mark else number,
            operations=(self._operation(live),),
        )
        return Verdict(change, notes=tuple(status_notes(live, self.desired, None)) if live else ())

    def _operation(self, live: Live | None) -> AdoptPosting:
        if live is None:
            return AdoptPosting(self.posting_id, self.desired)
        questions = self.inputs.questions(self.posting_id)
        return AdoptPosting(self.posting_id, self.desired, live.name or "", live.document, questions)

    def _hold(self, reason: Reason, live: Live | None = None, fields: tuple[FieldChange, ...] = ()) -> Verdict:
        effect = heaviest(field.effect for field in fields)
        held = replace(self._change(live), action=Action.HOLD, reasons=(reason,), fields=fields, effect=effect)
        return Verdict(held, notes=())

    def _change(self, live: Live | None) -> Change:
        updated_at = live.updated_at if live else None
        return replace(self.base, live=LiveRef(self.posting_id, updated_at, live.archived if live else False))


def _comparable(form: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, Any]:
    """Return what is live without what the manifest needn't say, and which stays: the name, the metadata of others, and
    a deadline that HeyMilo filled in.
    """
    named = after.get("metadata") or {}
    metadata = {key: value for key, value in (form.get("metadata") or {}).items() if key in named}
    unsaid = {"metadata", *({"deadline"} - after.keys())}
    bare = {key: value for key, value in _unnamed(form).items() if key not in unsaid}
    return {**bare, "metadata": metadata} if metadata else bare


def _unnamed(form: Mapping[str, Any]) -> dict[str, Any]:
    """Return a form without ``name``: a posting that is taken over keeps the one that it has."""
    return {key: value for key, value in form.items() if key != "name"}
