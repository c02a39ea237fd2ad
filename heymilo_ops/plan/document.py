"""A plan as JSON: what ``plan --json`` prints and a plan file holds."""

from __future__ import annotations

from typing import Annotated, Any, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, model_validator

from heymilo_ops.finding import Severity
from heymilo_ops.model.facts import ChangeClass
from heymilo_ops.model.reason import Words
from heymilo_ops.plan.change import Action, Change, FieldChange, Plan, plan_digest, rows
from heymilo_ops.plan.effect import classes

FORMAT_VERSION = "1.0"
"""Additions raise the minor number; a reader refuses another major one."""

ChangeKind = Literal["added", "changed", "moved", "removed"]
_Pointer = Annotated[str, Field(pattern=r"^/")]


class _Part(BaseModel):
    """The base of what a document holds. Keys that a newer release wrote are kept, so that they can be named."""

    model_config = ConfigDict(
        defer_build=True, frozen=True, strict=True, extra="allow", validate_by_name=True, serialize_by_alias=True
    )


_AnyPart = TypeVar("_AnyPart", bound=_Part)


class FieldDocument(_Part):
    """A ``FieldChange``."""

    path: _Pointer
    kind: ChangeKind
    before: Any
    after: Any
    effect: ChangeClass = Field(alias="class")
    key: str | None = Field(default=None, exclude_if=lambda key: key is None)

    @model_validator(mode="after")
    def _positions(self) -> FieldDocument:
        if self.kind == "moved" and not type(self.before) is type(self.after) is int:
            raise ValueError("what was moved has positions")
        return self


class RevisionDocument(_Part):
    """The numbers of the revisions before and after a change."""

    before: int | None = Field(alias="from")
    after: int | None = Field(alias="to")


class LiveDocument(_Part):
    """A ``LiveRef``."""

    posting_id: str
    updated_at: float | None
    archived: bool


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
    live: LiveDocument | None
    archives: tuple[str, ...]
    moved_from: str | None = None
    forget: bool = False
    settings: dict[str, Any] | None = None
    fields: tuple[FieldDocument, ...]


class SharedDocument(_Part):
    """A ``SharedChange``."""

    path: str
    field: Annotated[str, Field(pattern=r"^(/|$)")]
    kind: ChangeKind
    before: Any
    after: Any
    effect: ChangeClass = Field(alias="class")
    addresses: tuple[str, ...]


class SafetyDocument(_Part):
    """A ``SafetyChange``."""

    setting: str
    before: Any
    after: Any
    commit: str | None = None


class FindingDocument(_Part):
    """A ``Finding`` of the PL family."""

    code: str
    name: str
    severity: Severity
    message: str
    help: str
    address: str | None = None
    pointer: str = ""


class StateDocument(_Part):
    """The state that a plan was made with."""

    lineage: str
    serial: int


class OptionsDocument(_Part):
    """What a plan was asked for, so that it can be made again."""

    targets: tuple[str, ...] = ()
    recreate: tuple[str, ...] = ()
    allow_namesake: tuple[str, ...] = ()
    allow_large_change: bool = False
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
    shared: tuple[SharedDocument, ...] = ()
    safety: tuple[SafetyDocument, ...] = ()
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

    def computed_digest(self) -> str:
        """Return the digest of what the document says."""
        return plan_digest(self.state.lineage, self.workspace_id, rows(self.changes))

    def data(self) -> dict[str, Any]:
        """Return the document as plain JSON data."""
        return self.model_dump(mode="json")


def make_document(plan: Plan, words: Words, options: OptionsDocument | None = None) -> PlanDocument:
    """Return the document of a plan. ``words`` puts its reasons and notes into sentences."""
    return PlanDocument(
        format_version=FORMAT_VERSION,
        tool_version=plan.tool_version,
        workspace=plan.workspace,
        workspace_id=plan.workspace_id,
        state=StateDocument(lineage=plan.lineage, serial=plan.serial),
        summary=plan.summary(),
        changes=tuple(_change(change, words) for change in plan.changes if change.action is not Action.UNCHANGED),
        shared=tuple(_part(SharedDocument, change) for change in plan.shared),
        safety=tuple(_part(SafetyDocument, change) for change in plan.safety),
        notes=tuple(map(words, plan.notes)),
        findings=tuple(_part(FindingDocument, finding) for finding in plan.findings),
        pending=plan.pending,
        differing=plan.differing,
        unmanaged=plan.unmanaged,
        partial=plan.partial,
        compared=words(plan.compared),
        permissions=plan.permissions,
        digest=plan.digest,
        options=options,
    )


def _change(change: Change, words: Words) -> ChangeDocument:
    return ChangeDocument(
        address=change.address,
        action=change.action,
        reasons=tuple(map(words, change.reasons)),
        source=change.source,
        title=change.title,
        effect=change.effect,
        classes=classes(change),
        before_digest=change.before_digest,
        after_digest=change.after_digest,
        revision=RevisionDocument(before=change.revision_from, after=change.revision_to),
        live=_part(LiveDocument, change.live) if change.live else None,
        archives=change.archives,
        moved_from=change.moved_from,
        forget=change.forgets,
        settings=None if change.settings is None else dict(change.settings),
        fields=tuple(_part(FieldDocument, field) for field in change.fields),
    )


def field_json(field: FieldChange) -> dict[str, Any]:
    """Return one field change as plain JSON data."""
    return _part(FieldDocument, field).model_dump(mode="json")


def _part(model: type[_AnyPart], record: Any) -> _AnyPart:
    """Return the part of a document that has the fields of a record by the same names."""
    return model.model_validate({name: getattr(record, name) for name in model.model_fields})
