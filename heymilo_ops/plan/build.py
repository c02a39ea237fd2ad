"""From what is desired, what the state remembers and what HeyMilo shows to a plan. The same input, the same plan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from difflib import get_close_matches

from heymilo_ops.finding import Finding
from heymilo_ops.model.desired import Desired
from heymilo_ops.model.live import Listing
from heymilo_ops.model.reason import Reason, ReasonCode
from heymilo_ops.model.state import Intent, PostingState
from heymilo_ops.plan.adoption import decide_adoption, ignored_adoption
from heymilo_ops.plan.change import Action, Change, Plan, own_permissions, plan_digest, rows
from heymilo_ops.plan.codes import make_finding
from heymilo_ops.plan.create_limits import create_limit_findings
from heymilo_ops.plan.decide import decide
from heymilo_ops.plan.disconnect import FLAG
from heymilo_ops.plan.drift import reopened_notes
from heymilo_ops.plan.inputs import PlanInput as PlanInput
from heymilo_ops.plan.lifecycle import decide_lifecycle, drain_notes, recreate_findings, with_drains
from heymilo_ops.plan.lint_errors import lint_notes
from heymilo_ops.plan.origin import Origin, origins, rename_finding, renames
from heymilo_ops.plan.ownership_findings import ownership_findings, ownership_notes
from heymilo_ops.plan.pending_operation import pending_hold
from heymilo_ops.plan.removal import decide_removal
from heymilo_ops.plan.replace_losses import replace_loss_findings
from heymilo_ops.plan.safety import guards, lasting_notes, needed_permissions, unread_notes
from heymilo_ops.plan.safety_settings import safety_changes, safety_findings, unknown_past
from heymilo_ops.plan.shared_changes import find_shared_changes
from heymilo_ops.plan.stated_notices import stated_notices
from heymilo_ops.plan.verdict import Verdict, live_ref, start

COST = Reason(ReasonCode.REPLACE_COST)


def build(inputs: PlanInput) -> Plan:
    """Return the plan. What forbids it is among its findings; it never raises for content."""
    decisions = _Decisions(inputs)
    verdicts = sorted(decisions.verdicts(), key=lambda verdict: verdict.change.address)
    changes = tuple(with_drains(verdict.change, inputs, decisions.manifests) for verdict in verdicts)
    adopted = {change.live.posting_id for change in changes if change.action is Action.ADOPT and change.live}
    alike = find_shared_changes(changes, decisions.manifests)
    needed = needed_permissions(inputs, changes)
    changes = tuple(_completed(change, inputs, needed) for change in changes)
    differing = safety_changes(inputs)
    findings = [
        *safety_findings(inputs, differing),
        *decisions.rename_findings(),
        *decisions.unknown_names(),
        *recreate_findings(inputs, decisions.manifests),
        *ownership_findings(inputs, changes),
        *(problem for verdict in verdicts for problem in verdict.findings),
        *create_limit_findings(changes),
        *replace_loss_findings(inputs, changes),
        *guards(inputs, changes, alike),
    ]
    notes = [
        *unknown_past(inputs),
        *needed.values(),
        *lasting_notes(inputs, changes),
        *([COST] if any(change.action is Action.REPLACE for change in changes) else []),
        *(note for verdict in verdicts for note in verdict.notes),
        *drain_notes(changes),
        *decisions.ignored_adoptions(),
        *lint_notes(inputs, changes),
        *reopened_notes(inputs),
        *ownership_notes(inputs, changes),
        *_unreadable(inputs),
        *(Reason(ReasonCode.LEFT_OUT, name) for name in sorted(inputs.broken)),
        *unread_notes(inputs),
    ]
    return replace(
        bare_plan(inputs, changes),
        notes=tuple(dict.fromkeys(notes)),
        findings=tuple(findings),
        partial=bool(inputs.targets),
        compared=_compared(inputs),
        pending=tuple(sorted(decisions.pending)),
        shared=alike,
        safety=differing,
        permissions=tuple(needed),
        differing=tuple(change.address for change in changes if change.differs),
        unmanaged=sum(live.is_open and live.posting_id not in adopted for live in inputs.unmanaged),
    )


def _completed(change: Change, inputs: PlanInput, permissions: Iterable[str]) -> Change:
    """Return a change with what a reader has to know beside it."""
    allowed = own_permissions(change.address, permissions)
    return replace(change, allowed=allowed, notices=stated_notices(change, inputs.notices))


def bare_plan(inputs: PlanInput, changes: tuple[Change, ...]) -> Plan:
    """Return the plan that has these changes, and nothing beside them yet."""
    state = inputs.state
    lineage, serial = (state.lineage, state.serial) if state else ("", 0)
    digest = plan_digest(lineage, inputs.workspace_id, rows(changes))
    return Plan(
        inputs.workspace, inputs.workspace_id, lineage, serial, changes, digest=digest, tool_version=inputs.tool_version
    )


def _compared(inputs: PlanInput) -> Reason:
    if inputs.listing is None:
        return Reason(ReasonCode.COMPARED_STATE)
    unread = _unread(inputs)
    if inputs.listing.endless:
        return Reason(ReasonCode.COMPARED_LIVE_PART, listed_values(inputs.listing, unread), inputs.listing.endless)
    return Reason(ReasonCode.COMPARED_LIVE, listed_values(inputs.listing, unread))


def _unreadable(inputs: PlanInput) -> Iterator[Reason]:
    """Yield a note on what HeyMilo doesn't give back of the postings that are compared."""
    compared = [it for it in inputs.desired if inputs.listing is not None and it.address in inputs.active]
    has_template = any(item.manifest.interview_template_id is not None for item in compared)
    types = [[step.type for step in item.manifest.workflow or ()] for item in compared]
    has_twins = any(len(set(of_one)) < len(of_one) for of_one in types)
    parts = (
        *(["the template that a posting was made of"] if has_template else []),
        *(["which of several steps of one type a question belongs to"] if has_twins else []),
    )
    if parts:
        yield Reason(ReasonCode.NOT_READABLE, parts)


def _unread(inputs: PlanInput) -> int:
    """Return of how many postings whose questions could be compared they were not read."""
    questions = inputs.listing.questions if inputs.listing else {}
    known = [entry.posting_id for entry in inputs.active.values() if entry.current.baseline is not None]
    return sum(posting_id in inputs.listed and posting_id not in questions for posting_id in known)


def listed_values(listing: Listing | None, unread: int = 0) -> Reason:
    """Return which values of its postings HeyMilo listed. ``unread``: of how many the questions weren't read."""
    if unread:
        return Reason(ReasonCode.LISTED_WITH_SOME_QUESTIONS, unread)
    questions = listing is not None and bool(listing.questions)
    return Reason(ReasonCode.LISTED_WITH_QUESTIONS if questions else ReasonCode.LISTED)


class _Decisions:
    """Decides on every name: of a manifest, of the state, and of an operation whose outcome is unknown."""

    def __init__(self, inputs: PlanInput) -> None:
        self.inputs = inputs
        self.manifests = {desired.address: desired for desired in inputs.desired if inputs.belongs(desired)}
        self.retired = inputs.retired | {desired.address for desired in inputs.desired if not inputs.belongs(desired)}
        unknown = inputs.state.unknown() if inputs.state else ()
        self.pending: dict[str, Intent] = {intent.address: intent for intent in unknown}
        self.leaving = {
            intent.ops.moved_from: intent
            for name, intent in self.pending.items()
            if intent.ops.moved_from and name not in inputs.entries
        }
        self.origins = origins(inputs, self.manifests, self.pending)
        self.moved = {origin.address for name, origin in self.origins.items() if origin.address != name}
        self.renames = renames(inputs, self._made(), self._missing())

    def _made(self) -> list[Desired]:
        """Return the manifests of which nothing is known."""
        unknown = (name for name, origin in self.origins.items() if origin.entry is None and name not in self.pending)
        return [self.manifests[name] for name in unknown]

    def _missing(self) -> set[str]:
        """Return the postings on record that no manifest has the name of, as far as nothing else says why."""
        explained = {*self.manifests, *self.moved, *self.retired, *self.inputs.broken, *self.inputs.aside}
        return self.inputs.entries.keys() - explained - self.pending.keys() - self.leaving.keys()

    def rename_findings(self) -> Iterator[Finding]:
        """Yield a finding on each manifest that looks like a posting under a new name."""
        for rename in self.renames.values():
            if self._is_selected(rename.old, rename.new):
                yield rename_finding(self.inputs, rename)

    def unknown_names(self) -> Iterator[Finding]:
        """Yield the findings on names on the command line that no posting has."""
        inputs, manifests = self.inputs, self.manifests.keys()
        known = manifests | inputs.entries.keys() | self.pending.keys() | inputs.broken
        for option, names, of in (
            ("--target", inputs.targets, known),
            ("--recreate", inputs.recreate, manifests),
            ("--revert", inputs.reverts, manifests),
            ("--allow-unmarked", inputs.unmarked_allowed, known),
            (FLAG, inputs.disconnect_allowed, known),
            ("--allow-namesake", inputs.namesakes_allowed, manifests),
        ):
            yield from unknown_names(option, names - of, of, inputs.workspace)

    def ignored_adoptions(self) -> Iterator[Reason]:
        """Yield the notes on manifests that name a posting which they don't take over."""
        for name, desired in self.manifests.items():
            yield from ignored_adoption(self.inputs, desired, self.origins[name].entry)

    def verdicts(self) -> Iterator[Verdict]:
        """Yield one verdict for each selected name, in no order."""
        for name, desired in self.manifests.items():
            origin = self.origins[name]
            intent = self.pending.get(name) or self.pending.get(origin.address)
            if self._is_selected(name, origin.address):
                if intent:
                    held = pending_hold(self.inputs, start(self.inputs, desired, origin), intent)
                    yield Verdict(held, origin.findings, origin.notes)
                else:
                    yield self._decided(desired, origin)
        elsewhere = {*self.manifests, *self.moved, *self.inputs.broken}
        for name, entry in self.inputs.entries.items():
            if name not in elsewhere and self._is_selected(name):
                yield from self._on_entry(name, entry)
        for name, intent in self.pending.items():
            if name not in self.manifests and name not in self.inputs.entries and self._is_selected(name):
                yield Verdict(pending_hold(self.inputs, Change(name, Action.HOLD), intent))

    def _decided(self, desired: Desired, origin: Origin) -> Verdict:
        for decided in (decide_adoption, decide_lifecycle):
            if verdict := decided(self.inputs, desired, origin):
                return verdict
        return decide(self.inputs, desired, origin)

    def _is_selected(self, *names: str) -> bool:
        return not self.inputs.targets or not self.inputs.targets.isdisjoint(names)

    def _on_entry(self, name: str, entry: PostingState) -> Iterator[Verdict]:
        intent = self.pending.get(name) or self.leaving.get(name)
        if intent:
            base = Change(name, Action.HOLD, before_digest=entry.digest, live=live_ref(self.inputs, entry))
            yield Verdict(pending_hold(self.inputs, base, intent))
            return
        rename = self.renames.get(name)
        verdict = decide_removal(
            self.inputs, name, entry, retired=name in self.retired, renamed=rename.why if rename else None
        )
        if verdict:
            yield verdict


def unknown_names(option: str, names: Iterable[str], known: Iterable[str], workspace: str) -> Iterator[Finding]:
    """Yield a finding on each name after an option that no posting of the workspace has."""
    candidates = sorted(known)
    for name in sorted(names):
        near = ", ".join(get_close_matches(name, candidates, n=3))
        case = "PL401.near" if near else "PL401"
        yield make_finding(case, option=option, unknown=name, near=near, workspace=workspace)
