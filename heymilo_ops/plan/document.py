"""A plan as JSON: what ``plan --json`` prints and a plan file holds; and a plan to look at, of such a file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, TypeAdapter

from heymilo_ops.finding import Finding, Severity
from heymilo_ops.model.facts import ChangeClass
from heymilo_ops.model.notices import StatedNotice
from heymilo_ops.model.people import Impact
from heymilo_ops.model.reason import Reason, ReasonCode, Words, as_written
from heymilo_ops.plan.change import (
    Action,
    ActivatePosting,
    AdoptPosting,
    ArchivePosting,
    Change,
    CreatePosting,
    Drain,
    DriftField,
    EditPosting,
    FieldChange,
    Forget,
    LiveRef,
    Operation,
    PatchPosting,
    Plan,
    RecordOnly,
    SafetyChange,
    SharedChange,
    own_permissions,
)
from heymilo_ops.plan.effect import classes
from heymilo_ops.plan.review_input import ReviewFinding
from heymilo_ops.plan.rule import Decided

FORMAT_VERSION = "1.0"
"""Additions raise the minor number; a reader refuses another major one."""


class _Part(BaseModel):
    """The base of what a document holds, the dataclasses of a plan among it."""

    model_config = ConfigDict(
        defer_build=True, frozen=True, strict=True, extra="ignore", validate_by_name=True, serialize_by_alias=True
    )


def _positions(field: FieldChange) -> FieldChange:
    if field.kind == "moved" and not type(field.before) is type(field.after) is int:
        raise ValueError("what was moved has positions")
    return field


class RevisionDocument(_Part):
    """The numbers of the revisions before and after a change."""

    before: int | None = Field(alias="from")
    after: int | None = Field(alias="to")


class ChangeDocument(_Part):
    """A ``Change``, without what would be sent to create a posting."""

    address: str
    action: Action
    reasons: tuple[str, ...]
    source: str | None
    title: str | None = None
    effect: ChangeClass | None = Field(alias="class")
    classes: tuple[ChangeClass, ...] = ()
    before_digest: str | None
    after_digest: str | None
    revision: RevisionDocument
    live: LiveRef | None
    archives: tuple[str, ...]
    moved_from: str | None = None
    forget: bool = False
    settings: dict[str, Any] | None = None
    drains: tuple[Drain, ...] = ()
    decided_by: Annotated[Decided | None, Field(exclude_if=lambda decided: decided is None)] = None
    fields: tuple[Annotated[FieldChange, AfterValidator(_positions)], ...]
    impact: Annotated[Impact | None, Field(exclude_if=lambda impact: impact is None)] = None
    drift: Annotated[tuple[DriftField, ...], Field(exclude_if=lambda drift: not drift)] = ()
    overwrites: Annotated[str | None, Field(exclude_if=lambda digest: digest is None)] = None
    activate: Annotated[bool, Field(exclude_if=lambda activate: not activate)] = False
    notices: Annotated[tuple[StatedNotice, ...], Field(exclude_if=lambda notices: not notices)] = ()


class FindingDocument(_Part):
    """A ``Finding`` of the PL family."""

    code: str
    name: str
    severity: Severity
    message: str
    help: str
    address: str | None = None
    pointer: str = ""


class ReviewFindingDocument(_Part):
    """A finding as reviewers see it; ``dismissed`` says how it came not to count."""

    code: str
    severity: Severity
    message: str
    addresses: tuple[str, ...] = ()
    dismissed: str | None = None
    reason: str = ""
    ticket: str = ""


class StateDocument(_Part):
    """The state that a plan was made with."""

    lineage: str
    serial: int


class OptionsDocument(_Part):
    """What a plan was asked for, so that it can be made again."""

    targets: tuple[str, ...] = ()
    recreate: tuple[str, ...] = ()
    revert: tuple[str, ...] = ()
    allow_namesake: tuple[str, ...] = ()
    allow_large_change: bool = False
    allow_impact: tuple[str, ...] = ()
    refresh: Annotated[str, Field(pattern=r"^(none|list|full)$")] = "list"


class PlanDocument(_Part):
    """A ``Plan``, its reasons and notes as sentences. Unchanged postings are counted, not listed."""

    format_version: str
    tool_version: str = ""
    workspace: str
    workspace_id: str | None
    state: StateDocument
    summary: dict[str, int]
    changes: tuple[ChangeDocument, ...]
    shared: tuple[SharedChange, ...] = ()
    safety: tuple[SafetyChange, ...] = ()
    notes: tuple[str, ...] = ()
    findings: tuple[FindingDocument, ...] = ()
    pending: tuple[str, ...] = ()
    differing: tuple[str, ...] = ()
    unmanaged: int = 0
    partial: bool = False
    compared: str = ""
    permissions: tuple[str, ...] = ()
    digest: str
    options: OptionsDocument | None = Field(default=None, exclude_if=lambda options: options is None)
    requires: Annotated[tuple[str, ...], Field(exclude_if=lambda roles: not roles)] = ()
    review_findings: Annotated[tuple[ReviewFindingDocument, ...], Field(exclude_if=lambda findings: not findings)] = ()


_OF_PLAN = (
    *("workspace", "workspace_id", "digest", "partial", "tool_version", "pending", "shared", "safety"),
    *("permissions", "differing", "unmanaged"),
)
"""What a plan and its document hold alike."""
_OF_CHANGE = (
    *("address", "action", "source", "title", "effect", "before_digest", "after_digest", "live", "fields"),
    *("moved_from", "drains", "impact", "decided_by", "drift", "overwrites", "notices"),
)
"""What a change and its document hold alike."""


def to_json(
    plan: Plan,
    words: Words,
    options: OptionsDocument | None = None,
    requires: Iterable[str] = (),
    review_findings: Iterable[ReviewFinding] = (),
) -> dict[str, Any]:
    """Return the plan, and what it was asked for, as plain JSON data. ``words`` puts its reasons into sentences.

    ``requires``: the roles that have to look at it. ``review_findings``: what a review says was found. Both follow from
    more than the plan, and no comparison of a plan file says anything of them.
    """
    document = PlanDocument(
        **_values(plan, _OF_PLAN),
        format_version=FORMAT_VERSION,
        state=StateDocument(lineage=plan.lineage, serial=plan.serial),
        summary=plan.summary(),
        changes=tuple(
            _change_document(change, words)
            for change in plan.changes
            if change.action is not Action.UNCHANGED or change.drift
        ),
        notes=tuple(map(words, plan.notes)),
        findings=tuple(FindingDocument(**_values(finding, FindingDocument.model_fields)) for finding in plan.findings),
        compared=words(plan.compared),
        options=options,
        requires=tuple(requires),
        review_findings=tuple(map(_review_finding, review_findings)),
    )
    return document.model_dump(mode="json")


def _review_finding(item: ReviewFinding) -> ReviewFindingDocument:
    dismissed = item.dismissed
    return ReviewFindingDocument(
        code=item.finding.code,
        severity=item.finding.severity,
        message=item.finding.message,
        addresses=item.addresses,
        dismissed=item.dismissed_as.value if item.dismissed_as is not None else None,
        reason=dismissed.reason if dismissed is not None else "",
        ticket=dismissed.ticket if dismissed is not None else "",
    )


def _values(source: object, names: Iterable[str]) -> dict[str, Any]:
    return {name: getattr(source, name) for name in names}


def _change_document(change: Change, words: Words) -> ChangeDocument:
    return ChangeDocument(
        **_values(change, _OF_CHANGE),
        reasons=tuple(map(words, change.reasons)),
        classes=classes(change),
        revision=RevisionDocument(before=change.revision_from, after=change.revision_to),
        archives=change.archives,
        forget=change.forgets,
        settings=None if change.settings is None else dict(change.settings),
        activate=change.activates,
    )


def fields_json(fields: tuple[FieldChange, ...]) -> Any:
    """Return field changes as plain JSON data."""
    return TypeAdapter(tuple[FieldChange, ...]).dump_python(fields, mode="json", by_alias=True)


def plan_of(document: PlanDocument) -> Plan:
    """Return the plan of a document to look at. What would be sent isn't in it, so it can't be applied from this."""
    return Plan(
        **_values(document, _OF_PLAN),
        lineage=document.state.lineage,
        serial=document.state.serial,
        changes=tuple(_change(change, document) for change in document.changes),
        notes=tuple(map(as_written, document.notes)),
        findings=tuple(
            Finding(it.code, it.name, it.severity, it.message, it.help, address=it.address) for it in document.findings
        ),
        compared=as_written(document.compared),
    )


def _change(change: ChangeDocument, document: PlanDocument) -> Change:
    return Change(
        **_values(change, _OF_CHANGE),
        reasons=tuple(_reasons(change, document.pending)),
        allowed=own_permissions(change.address, document.permissions),
        revision_from=change.revision.before,
        revision_to=change.revision.after,
        operations=tuple(_operations(change)),
    )


def _reasons(change: ChangeDocument, pending: tuple[str, ...]) -> Iterator[Reason]:
    """Yield the sentences; the first one of a hold that waits for an earlier outcome is known as that."""
    waits = change.address in pending or change.moved_from in pending or change.source is None
    is_open = waits and change.action is Action.HOLD
    for number, sentence in enumerate(change.reasons):
        yield Reason(ReasonCode.OUTCOME_AS_WRITTEN if is_open and not number else ReasonCode.AS_WRITTEN, sentence)


def _operations(change: ChangeDocument) -> Iterator[Operation]:
    """Yield what the change does, without what would be sent."""
    posting_id = change.live.posting_id if change.live else ""
    match change.action:
        case Action.CREATE | Action.REPLACE:
            yield CreatePosting()
        case Action.UPDATE:
            if change.activate:
                yield ActivatePosting(posting_id)
            if not change.activate or change.fields:
                yield _update(change, posting_id)
        case Action.ADOPT:
            yield AdoptPosting(posting_id)
    yield from map(ArchivePosting, change.archives)


def _update(change: ChangeDocument, posting_id: str) -> Operation:
    if change.forget:
        return Forget()
    if change.decided_by is not None and change.decided_by.action == "update":
        before, after = change.before_digest or "", change.after_digest or ""
        return EditPosting(posting_id, before, after, settings=change.settings or {})
    return RecordOnly() if change.settings is None else PatchPosting(posting_id, change.settings)
