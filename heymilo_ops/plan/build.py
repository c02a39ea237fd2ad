"""From what is desired, what the state remembers and what HeyMilo shows to a plan. The same input, the same plan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from difflib import get_close_matches

from heymilo_ops.finding import Finding
from heymilo_ops.model.desired import Desired
from heymilo_ops.model.live import Listing
from heymilo_ops.model.reason import Reason, ReasonCode, of_posting
from heymilo_ops.model.state import Intent
from heymilo_ops.plan.change import Action, Change, Plan
from heymilo_ops.plan.codes import finding
from heymilo_ops.plan.decide import decide, start
from heymilo_ops.plan.decision import Origin, Verdict, live_ref, pending_hold
from heymilo_ops.plan.digest import plan_digest, rows
from heymilo_ops.plan.drift import reopened
from heymilo_ops.plan.evidence import evidence
from heymilo_ops.plan.inputs import PlanInput as PlanInput
from heymilo_ops.plan.ownership import namesakes, unmanaged
from heymilo_ops.plan.ownership_findings import ownership_findings, ownership_notes
from heymilo_ops.plan.removal import removed
from heymilo_ops.plan.rename import renames, told
from heymilo_ops.plan.safety import guards, permissions
from heymilo_ops.plan.safety_settings import safety_changes, safety_findings, unknown_past
from heymilo_ops.plan.shared_changes import shared
from heymilo_ops.plan.unread_paths import not_read

COST = Reason(ReasonCode.REPLACE_COST)


def build(inputs: PlanInput) -> Plan:
    """The plan. What forbids it is among its findings; it never raises for content."""
    round_ = _Round(inputs)
    verdicts = sorted(round_.verdicts(), key=lambda verdict: verdict.change.address)
    changes = tuple(verdict.change for verdict in verdicts)
    alike = shared(changes, round_.here)
    findings = [
        *round_.names(),
        *ownership_findings(inputs, changes),
        *(each for verdict in verdicts for each in verdict.findings),
    ]
    notes = [each for verdict in verdicts for each in verdict.notes]
    cost = [COST] if any(change.action is Action.REPLACE for change in changes) else []
    lineage = inputs.state.lineage if inputs.state else ""
    differing = safety_changes(inputs)
    needed = permissions(inputs, changes)
    return Plan(
        workspace=inputs.workspace,
        workspace_id=inputs.workspace_id,
        lineage=lineage,
        serial=inputs.state.serial if inputs.state else 0,
        changes=changes,
        notes=tuple(
            dict.fromkeys(
                [
                    *unknown_past(inputs),
                    *needed.values(),
                    *cost,
                    *notes,
                    *reopened(inputs),
                    *ownership_notes(inputs, changes),
                    *round_.left_out(),
                    *not_read(inputs),
                ]
            )
        ),
        findings=(*safety_findings(inputs, differing), *round_.renamed(), *findings, *guards(inputs, changes, alike)),
        digest=plan_digest(lineage, inputs.workspace_id, rows(changes)),
        partial=bool(inputs.targets),
        compared=_compared(inputs),
        tool_version=inputs.tool_version,
        pending=tuple(sorted(round_.pending)),
        shared=alike,
        safety=differing,
        permissions=tuple(needed),
        differing=tuple(change.address for change in changes if change.differs),
        unmanaged=sum(live.is_open for live in unmanaged(inputs.ownership)),
    )


def _compared(inputs: PlanInput) -> Reason:
    if inputs.listing is None:
        return Reason(ReasonCode.COMPARED_STATE)
    if inputs.listing.endless:
        return Reason(ReasonCode.COMPARED_LIVE_PART, shown_of(inputs.listing), inputs.listing.endless)
    return Reason(ReasonCode.COMPARED_LIVE, shown_of(inputs.listing))


def shown_of(listing: Listing | None) -> Reason:
    """What of the postings HeyMilo showed."""
    questions = listing is not None and bool(listing.questions)
    return Reason(ReasonCode.LISTED_WITH_QUESTIONS if questions else ReasonCode.LISTED)


class _Round:
    """One pass over every address."""

    def __init__(self, inputs: PlanInput) -> None:
        self.inputs = inputs
        self.here = {each.address: each for each in inputs.desired if inputs.belongs(each)}
        self.retired = inputs.retired | {each.address for each in inputs.desired if not inputs.belongs(each)}
        self.pending: dict[str, Intent] = (
            {each.address: each for each in inputs.state.unknown()} if inputs.state else {}
        )
        self.leaving = {
            intent.ops.moved_from: intent
            for address, intent in self.pending.items()
            if intent.ops.moved_from and address not in inputs.entries
        }
        self.takers: dict[str, str] = {}
        beside = namesakes(inputs.ownership)
        self.origins = {
            address: replace(self._origin(self.here[address]), namesakes=beside.get(address, ()))
            for address in sorted(self.here)
        }
        self.moved = {origin.address for address, origin in self.origins.items() if origin.address != address}
        self.renames = renames(inputs, self._made(), self._missing())

    def _made(self) -> list[Desired]:
        """The manifests of which nothing is known."""
        unknown = (name for name, origin in self.origins.items() if origin.entry is None and name not in self.pending)
        return [self.here[name] for name in unknown]

    def _missing(self) -> set[str]:
        """The postings on record that no manifest has the name of, as far as nothing else says why."""
        explained = {*self.here, *self.moved, *self.retired, *self.inputs.broken, *self.inputs.aside}
        return self.inputs.entries.keys() - explained - self.pending.keys() - self.leaving.keys()

    def renamed(self) -> Iterator[Finding]:
        """A finding on each manifest that looks like a posting under a new name."""
        for rename in self.renames.values():
            if self._selected(rename.old, rename.new):
                yield told(self.inputs, rename)

    def left_out(self) -> list[Reason]:
        """A note on each manifest with errors: nothing is planned for it."""
        return [Reason(ReasonCode.LEFT_OUT, name) for name in sorted(self.inputs.broken)]

    def verdicts(self) -> Iterator[Verdict]:
        """One verdict for each selected address, in no order."""
        for address, desired in self.here.items():
            origin = self.origins[address]
            if self._selected(address, origin.address):
                yield self._wanted(desired, origin)
        for address, entry in self.inputs.entries.items():
            elsewhere = address in self.here or address in self.moved or address in self.inputs.broken
            if elsewhere or not self._selected(address):
                continue
            intent = self.pending.get(address) or self.leaving.get(address)
            if intent:
                base = Change(address, Action.HOLD, before_digest=entry.digest, live=live_ref(self.inputs, entry))
                yield Verdict(self._pending(base, intent))
                continue
            renamed = self.renames.get(address)
            verdict = removed(
                self.inputs, address, entry, retired=address in self.retired, renamed=renamed.why if renamed else None
            )
            if verdict:
                yield verdict
        for address, intent in self.pending.items():
            known = address in self.here or address in self.inputs.entries
            if not known and self._selected(address):
                yield Verdict(self._pending(Change(address, Action.HOLD), intent))

    def names(self) -> Iterator[Finding]:
        """Findings on names given on the command line that nothing answers to."""
        known = {*self.here, *self.inputs.entries, *self.pending, *self.inputs.broken}
        yield from unknown("--target", self.inputs.targets - known, known)
        yield from unknown("--recreate", self.inputs.recreate - self.here.keys(), self.here)
        yield from unknown("--allow-unmarked", self.inputs.unmarked_allowed - known, known)
        yield from unknown("--allow-namesake", self.inputs.namesakes_allowed - self.here.keys(), self.here)

    def _selected(self, *addresses: str) -> bool:
        return not self.inputs.targets or not self.inputs.targets.isdisjoint(addresses)

    def _wanted(self, desired: Desired, origin: Origin) -> Verdict:
        intent = self.pending.get(desired.address) or self.pending.get(origin.address)
        if intent:
            return Verdict(self._pending(start(self.inputs, desired, origin), intent), origin.findings, origin.notes)
        return decide(self.inputs, desired, origin)

    def _pending(self, change: Change, intent: Intent) -> Change:
        return pending_hold(change, intent, evidence(self.inputs, intent), self.inputs.workspace)

    def _origin(self, desired: Desired) -> Origin:
        """Where the state knows the posting: under its name, else under the one it was moved from."""
        address, old = desired.address, desired.ops.moved_from
        entries = self.inputs.entries
        if old is None or old == address:
            return Origin(address, entries.get(address))
        if old in self.here or old in self.inputs.broken:
            problem = finding(
                "PL301",
                f"{address}: moved_from names {old}, which still has a manifest",
                "remove the old manifest, or the moved_from line",
                address,
                "/ops/moved_from",
            )
            return Origin(address, entries.get(address), findings=(problem,))
        if address in entries:
            return Origin(address, entries[address], findings=tuple(self._two_histories(address, old)))
        if old in entries:
            return self._taken(address, old)
        return Origin(address, None, notes=(of_posting(address, Reason(ReasonCode.MOVED_FROM_UNKNOWN, old)),))

    def _two_histories(self, address: str, old: str) -> Iterator[Finding]:
        """A finding where both names have a history and the old posting is live: it would be archived unsaid."""
        entry = self.inputs.entries.get(old)
        if entry is not None and entry.status == "active" and old not in self.pending:
            yield finding(
                "PL303",
                f"{address}: moved_from names {old}, which is live, but {address} has a history of its own already",
                f"give the manifest a name that was never applied; or take the moved_from line out, and {old} is "
                "treated as removed",
                address,
                "/ops/moved_from",
            )

    def _taken(self, address: str, old: str) -> Origin:
        """The history of ``old``, for the first that asks."""
        taker = self.takers.setdefault(old, address)
        if taker == address:
            return Origin(old, self.inputs.entries[old])
        problem = finding(
            "PL302",
            f"{address}: moved_from names {old}, whose history {taker} takes over",
            "take the moved_from line out of one of the two",
            address,
            "/ops/moved_from",
        )
        return Origin(address, None, findings=(problem,))


def unknown(option: str, names: Iterable[str], known: Iterable[str]) -> Iterator[Finding]:
    """A finding on each of the names that an option was given and that no posting has."""
    candidates = sorted(known)
    for name in sorted(names):
        near = get_close_matches(name, candidates, n=3)
        help = f"did you mean {', '.join(near)}?" if near else "`heymilo-ops list` shows the names"
        yield finding("PL401", f"{option} {name}: there is no posting of that name", help)
