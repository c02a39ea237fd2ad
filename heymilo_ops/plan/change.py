"""The plan as data: what will be done to each posting, and why; and its digest: what will be done, and no more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any, Protocol

from pydantic import Field

from heymilo_ops.finding import Finding
from heymilo_ops.model.canonical import digest
from heymilo_ops.model.desired import Desired
from heymilo_ops.model.facts import ChangeClass
from heymilo_ops.model.notices import StatedNotice
from heymilo_ops.model.people import Impact, ImpactCheck
from heymilo_ops.model.reason import Reason, ReasonCode
from heymilo_ops.plan.json_diff import is_same_json
from heymilo_ops.plan.rule import Decided

if TYPE_CHECKING:
    from heymilo_ops.model.state import EditScope, Held


@dataclass(frozen=True, slots=True)
class CreatePosting:
    """Create a posting, and record it as the name's current one.

    Attributes:
        desired: what is sent and recorded; ``None`` in a plan that was read from a file.
    """

    desired: Desired | None = None


@dataclass(frozen=True, slots=True)
class PatchPosting:
    """Change the settings of a live posting.

    Attributes:
        settings: API names and values, without the marks merged into the metadata.
        desired: what is recorded; while a design is held, today's settings on the design that was applied.
    """

    posting_id: str
    settings: Mapping[str, Any]
    desired: Desired | None = None


@dataclass(frozen=True, slots=True)
class AcceptedDesign:
    """What HeyMilo shows by consent: the design that was applied, with what was accepted since.

    Attributes:
        form: canonical. ``keys``: of its questions by JSON pointer.
        ids: JSON pointer of each question, with HeyMilo's id.
    """

    form: Mapping[str, Any]
    keys: Mapping[str, str]
    ids: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class EditPosting:
    """Edit the design of a live posting in place, and its settings with it.

    Attributes:
        before, after: digests of the canonical form.
        settings: API names and values, without the marks merged into the metadata.
        scope: of a revert: what it may write to; else that is found out when it is applied.
        basis: what the edit starts from, where that is not what was applied.
    """

    posting_id: str
    before: str
    after: str
    desired: Desired | None = None
    settings: Mapping[str, Any] = field(default_factory=dict)
    scope: EditScope | None = None
    basis: AcceptedDesign | None = None


@dataclass(frozen=True, slots=True)
class ArchivePosting:
    """Archive a posting: its link stops for new people."""

    posting_id: str


@dataclass(frozen=True, slots=True)
class AdoptPosting:
    """Take over a posting that was made at HeyMilo: put the marks into it, and record it as the name's current one.

    Attributes:
        live_name: what HeyMilo calls it, ``""`` where it has no name there; ``None`` where HeyMilo was not asked.
        document: the posting as HeyMilo gave it, that the manifest was compared with; empty where it was not asked.
        questions: all of its questions, in the same way; ``None`` where they were not read.
    """

    posting_id: str
    desired: Desired | None = None
    live_name: str | None = None
    document: Mapping[str, Any] = field(default_factory=dict, repr=False)
    questions: Sequence[Mapping[str, Any]] | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class RecordRevision:
    """Record what HeyMilo shows already as the next revision. Nothing is sent."""

    posting_id: str
    desired: Desired | None = None


@dataclass(frozen=True, slots=True)
class ActivatePosting:
    """Activate a draft: from then on it takes candidates."""

    posting_id: str


@dataclass(frozen=True, slots=True)
class RecordOnly:
    """Record ``ops`` as last applied. Nothing is sent."""

    desired: Desired | None = None


@dataclass(frozen=True, slots=True)
class Forget:
    """Take the name out of the state. Nothing is sent; the posting stays live."""


Operation = (
    CreatePosting
    | PatchPosting
    | EditPosting
    | ArchivePosting
    | AdoptPosting
    | RecordRevision
    | ActivatePosting
    | RecordOnly
    | Forget
)
"""What a change does, one operation after the other: a closed union, to be matched exhaustively."""


class Action(StrEnum):
    """What is done to a posting; ``unchanged`` is nothing."""

    CREATE = "create"
    UPDATE = "update"
    REPLACE = "replace"
    ARCHIVE = "archive"
    ADOPT = "adopt"
    HOLD = "hold"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One value that differs.

    Attributes:
        path: JSON pointer into the canonical form after the change (before it, for ``removed``).
        kind: ``added``, ``removed``, ``changed`` or ``moved``.
        before, after: JSON values; for ``moved`` the positions, from 0.
        key: the question's key, where the value belongs to a keyed question.
    """

    path: Annotated[str, Field(pattern=r"^/")]
    kind: Annotated[str, Field(pattern=r"^(added|changed|moved|removed)$")]
    before: Any
    after: Any
    effect: Annotated[ChangeClass, Field(alias="class")]
    key: Annotated[str | None, Field(exclude_if=lambda key: key is None)] = None

    @property
    def value(self) -> Any:
        """What is added, else what was there before."""
        return self.after if self.kind == "added" else self.before


@dataclass(frozen=True, slots=True)
class DriftField:
    """One value that HeyMilo shows otherwise than after the last write.

    Attributes:
        path: as ``drift_fields`` names it: ``/title``, ``/questions/KEY/text``.
        kind: as of a ``FieldChange``.
        baseline: as it was read after the last write. ``live``: as HeyMilo shows it.
        desired: as the manifest has it; ``None`` where it doesn't say.
        accepted: the manifest names the live value as accepted: what else it says is an edit of that.
    """

    path: Annotated[str, Field(pattern=r"^/")]
    kind: Annotated[str, Field(pattern=r"^(added|changed|moved|removed)$")]
    baseline: Any
    live: Any
    desired: Any
    effect: Annotated[ChangeClass, Field(alias="class")]
    accepted: Annotated[bool, Field(exclude_if=lambda accepted: not accepted)] = False

    @property
    def is_open(self) -> bool:
        """Whether it waits for somebody to accept or revert it."""
        return not (self.accepted or self.is_settled)

    @property
    def is_settled(self) -> bool:
        """Whether HeyMilo shows what the manifest wants: the change was accepted, or was asked for as well."""
        return is_same_json(self.live, self.desired)


@dataclass(frozen=True, slots=True)
class LiveRef:
    """The live posting that a change was planned against.

    Attributes:
        updated_at: Unix seconds; as listed, else as the state remembers it.
        archived: archived or deleted outside: there is nothing left to archive or to patch.
    """

    posting_id: str
    updated_at: float | None
    archived: bool


@dataclass(frozen=True, slots=True)
class Drain:
    """A posting that drains: it still takes new people, and a later apply archives it.

    Attributes:
        since: ISO 8601 in UTC, when it began; ``None`` where the plan's own apply begins it.
        days: after so many it is archived, whoever is left.
        until: ISO 8601, the day (UTC) on which they are over; where it has not begun, as if it began today.
    """

    posting_id: str
    since: str | None
    days: int
    until: str


_OPEN_OUTCOMES = (ReasonCode.OUTCOME_UNKNOWN, ReasonCode.OUTCOME_EXPLAINED, ReasonCode.OUTCOME_AS_WRITTEN)
_COMPARED = Reason(ReasonCode.COMPARED_STATE)


@dataclass(frozen=True, slots=True)
class Change:
    """One address of the plan.

    Attributes:
        reasons: why, most important first.
        effect: the heaviest class among ``fields``; ``None`` where there is no field.
        revision_from, revision_to: numbers; ``None`` where there is none before, or none after. Equal where
            nothing is sent, so that no revision is made.
        operations: what is done, in order. Any action that writes may archive postings: the replaced one, and those
            that earlier replaces left open. An ``archive`` that doesn't archive the current posting finishes a
            replace: the name stays as it is. Empty where nothing is written.
        moved_from: the address under which the state knows this posting so far.
        held: the hold that the state keeps once this change is done.
        differs: HeyMilo shows the posting otherwise than it was applied.
        drains: the postings that stay open after this change until nobody is left in them or their days are over.
        impact: whom the change concerns; ``None`` where it writes to no posting that people are in, and where counts
            are kept out of plans.
        allowed: options of the command line that allow this change, as its revision records them.
        decided_by: what the changed design does, and by which rule; ``None`` where the design doesn't change, or no
            rule was asked.
        drift: field by field, what it shows otherwise than after the last write; without what ``ops`` ignores.
        overwrites: digest of the live values that a revert overwrites; ``None`` where nothing is reverted.
        notices: what the team says candidates are told outside of the posting.
    """

    address: str
    action: Action
    reasons: tuple[Reason, ...] = ()
    source: str | None = None
    effect: ChangeClass | None = None
    before_digest: str | None = None
    after_digest: str | None = None
    revision_from: int | None = None
    revision_to: int | None = None
    live: LiveRef | None = None
    fields: tuple[FieldChange, ...] = ()
    operations: tuple[Operation, ...] = ()
    moved_from: str | None = None
    title: str | None = None
    held: Held | None = None
    differs: bool = False
    drains: tuple[Drain, ...] = ()
    impact: Impact | None = None
    allowed: tuple[str, ...] = ()
    decided_by: Decided | None = None
    drift: tuple[DriftField, ...] = ()
    overwrites: str | None = None
    notices: tuple[StatedNotice, ...] = ()

    @property
    def open_drift(self) -> tuple[DriftField, ...]:
        """What was changed outside, and is neither what the manifest wants nor accepted."""
        return tuple(field for field in self.drift if field.is_open)

    @property
    def drift_beside_fields(self) -> tuple[DriftField, ...]:
        """What was changed outside and ``fields`` doesn't show: an edit of what was accepted begins with that."""
        is_edit = self.edits or self.action is Action.REPLACE
        return tuple(field for field in self.drift if field.is_open or (field.accepted and is_edit))

    @property
    def to_settle(self) -> bool:
        """Whether it is a ``hold`` only because the outcome of an earlier operation is unknown."""
        return self.action is Action.HOLD and any(reason.code in _OPEN_OUTCOMES for reason in self.reasons[:1])

    @property
    def archives(self) -> tuple[str, ...]:
        """The ids of the postings that this change archives."""
        return tuple(operation.posting_id for operation in self.operations if isinstance(operation, ArchivePosting))

    @property
    def desired(self) -> Desired | None:
        """What is sent or recorded; ``None`` where nothing is desired, and in a plan that was read from a file."""
        plain = (ArchivePosting, ActivatePosting, Forget)
        sent = (part.desired for part in self.operations if not isinstance(part, plain))
        return next(sent, None)

    @property
    def settings(self) -> Mapping[str, Any] | None:
        """The settings that are changed in place; ``None`` where none are."""
        patches = (part.settings for part in self.operations if isinstance(part, PatchPosting | EditPosting))
        return next(patches, None)

    @property
    def edits(self) -> bool:
        """Whether the design of the live posting is edited in place."""
        return any(isinstance(operation, EditPosting) for operation in self.operations)

    @property
    def forgets(self) -> bool:
        """Whether the name is taken out of the state, and the posting stays live."""
        return any(isinstance(operation, Forget) for operation in self.operations)

    @property
    def activates(self) -> bool:
        """Whether a draft is activated."""
        return any(isinstance(operation, ActivatePosting) for operation in self.operations)

    @property
    def closes(self) -> tuple[str, ...]:
        """The ids of ``archives`` apart from the posting that a replace takes the place of."""
        replaced = self.live.posting_id if self.live and self.action is Action.REPLACE else None
        return tuple(posting_id for posting_id in self.archives if posting_id != replaced)


@dataclass(frozen=True, slots=True)
class SharedChange:
    """One value that several postings have from one file, and that differs in all of them alike.

    Attributes:
        path: the file that holds it: below ``postings/_shared/``, or heymilo.yaml for a variable.
        field: JSON pointer without the numbers of steps and questions: ``/company_overview``, ``/config/voice_id``,
            ``/questions/KEY/text``.
        kind: ``added``, ``removed`` or ``changed``.
        addresses: of the postings, in the order of the plan; at least two.
    """

    path: str
    field: Annotated[str, Field(pattern=r"^(/|$)")]
    kind: Annotated[str, Field(pattern=r"^(added|changed|removed)$")]
    before: Any
    after: Any
    effect: Annotated[ChangeClass, Field(alias="class")]
    addresses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SafetyChange:
    """A setting of heymilo.yaml on which safety rests, and that differs.

    Attributes:
        setting: its name in heymilo.yaml: ``base_url``, ``state``, …
        before, after: JSON values.
        commit: of the heymilo.yaml that is compared with; ``None`` where that is what the last apply recorded. Only
            such a change is recorded by an apply.
    """

    setting: str
    before: Any
    after: Any
    commit: str | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything that will be done, and everything a reader should know before saying yes.

    Attributes:
        changes: sorted by address, ``unchanged`` included.
        notes: what forbids nothing: what changed outside, what is pending, what a replace costs.
        findings: of the PL family; an error among them forbids apply.
        digest: of {lineage, workspace id, sorted [address, action, before, after, archived ids]}.
        differing: addresses whose postings HeyMilo shows otherwise than they were applied.
        unmanaged: how many open postings HeyMilo lists that nobody manages; 0 where it was not asked.
        permissions: options of the command line, without which an apply refuses this plan.
        shared: field changes that several postings have from one file; each is among their own fields as well.
        partial: some addresses were left out (``--target``).
        compared: what the plan compared: the repo with the state, or also with HeyMilo.
        safety: settings of heymilo.yaml on which safety rests, and that differ. There is a finding on each.
        impact_checks: what is asked again before the first write, for the people of each posting that has a limit.
    """

    workspace: str
    workspace_id: str | None
    lineage: str
    serial: int
    changes: tuple[Change, ...]
    notes: tuple[Reason, ...] = ()
    findings: tuple[Finding, ...] = ()
    digest: str = ""
    partial: bool = False
    compared: Reason = _COMPARED
    tool_version: str = ""
    pending: tuple[str, ...] = field(default_factory=tuple)
    shared: tuple[SharedChange, ...] = ()
    safety: tuple[SafetyChange, ...] = ()
    permissions: tuple[str, ...] = ()
    differing: tuple[str, ...] = ()
    unmanaged: int = 0
    impact_checks: tuple[ImpactCheck, ...] = ()

    def summary(self) -> dict[str, int]:
        """Return how many changes of each action, every action named; for ``archive`` how many postings.

        Whatever action archives a posting, that counts there, but for the one that a replace takes the place of.
        """
        counts = {action.value: 0 for action in Action}
        for change in self.changes:
            if change.action is not Action.ARCHIVE or not change.closes:
                counts[change.action.value] += 1
            counts[Action.ARCHIVE] += len(change.closes)
        return counts

    def actions(self) -> Iterator[Change]:
        """Yield the changes that write something: to HeyMilo, or to the state alone."""
        for change in self.changes:
            if change.action not in (Action.UNCHANGED, Action.HOLD):
                yield change

    @property
    def has_changes(self) -> bool:
        """Whether an apply would write anything, or something is pending. What is held doesn't count."""
        return bool(self.pending) or self.writes

    @property
    def writes(self) -> bool:
        """Whether an apply would write anything of its own: to HeyMilo, or to the state alone."""
        return bool(self.to_record) or any(self.actions())

    @property
    def to_record(self) -> tuple[SafetyChange, ...]:
        """The settings that an apply records anew, even where nothing else is to be done."""
        return tuple(change for change in self.safety if change.commit is None)


def own_permissions(address: str, permissions: Iterable[str]) -> tuple[str, ...]:
    """Return the permissions that name one posting: ``--allow-impact nurse=17`` is the nurse's."""
    return tuple(flag for flag in permissions if flag.partition(" ")[2].partition("=")[0] == address)


Row = tuple[str, str, str | None, str | None, tuple[str, ...], str | None]
"""Name, action, digest before, digest after, sorted ids of the postings that are archived, or of the one adopted, and
for a revert the digest of the live values that it overwrites.
"""


class Digested(Protocol):
    """What a digest covers of a change, whether it was planned now or read from a file."""

    @property
    def address(self) -> str: ...
    @property
    def action(self) -> Action: ...
    @property
    def before_digest(self) -> str | None: ...
    @property
    def after_digest(self) -> str | None: ...
    @property
    def archives(self) -> tuple[str, ...]: ...
    @property
    def live(self) -> LiveRef | None: ...
    @property
    def overwrites(self) -> str | None: ...


def rows(changes: Iterable[Digested]) -> tuple[Row, ...]:
    """Return one row for each change that writes, sorted."""
    writing = (change for change in changes if change.action not in (Action.UNCHANGED, Action.HOLD))
    done = (
        (it.address, it.action.value, it.before_digest, it.after_digest, _ended_or_adopted(it), it.overwrites)
        for it in writing
    )
    return tuple(sorted(done, key=lambda row: row[:2]))


def _ended_or_adopted(change: Digested) -> tuple[str, ...]:
    """Return the ids that a row names beside the digests, which say nothing of them."""
    adopted = (change.live.posting_id,) if change.action is Action.ADOPT and change.live else ()
    return tuple(sorted((*change.archives, *adopted)))


def plan_digest(lineage: str, workspace_id: str | None, done: Iterable[Row]) -> str:
    """Return ``sha256:…`` of the RFC 8785 JSON of {changes, lineage, workspace_id}."""
    changes = [[*row[:4], list(row[4]), *([row[5]] if row[5] else [])] for row in done]
    return digest({"changes": changes, "lineage": lineage, "workspace_id": workspace_id})
