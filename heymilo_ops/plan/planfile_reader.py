"""A saved plan as a ``Plan`` to look at. What would be sent isn't in the file, so it can't be applied from this."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from heymilo_ops.errors import AttentionError
from heymilo_ops.finding import Finding, Severity
from heymilo_ops.model.facts import ChangeClass
from heymilo_ops.model.reason import Reason, ReasonCode, as_written
from heymilo_ops.plan.change import Action, Change, FieldChange, LiveRef, Plan, SafetyChange, SharedChange
from heymilo_ops.plan.operation import (
    AdoptPosting,
    ArchivePosting,
    CreatePosting,
    Forget,
    Operation,
    PatchPosting,
    RecordOnly,
)
from heymilo_ops.plan.planfile import SavedPlan
from heymilo_ops.plan.shared_changes import from_json

_KINDS = ("added", "changed", "moved", "removed")
_AGAIN = "Make a new one: heymilo-ops plan --out FILE."


def as_plan(saved: SavedPlan) -> Plan:
    """The plan of a file. Raises ``AttentionError`` where a part of it isn't of the form, or doesn't fit the others."""
    try:
        plan = _plan(saved)
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise AttentionError(f"The plan file is damaged: {type(error).__name__} {error}", _AGAIN) from error
    if {**saved.summary, Action.UNCHANGED: 0} != plan.summary():
        raise AttentionError("The plan file was edited: its summary doesn't fit its changes", _AGAIN)
    return plan


def _plan(saved: SavedPlan) -> Plan:
    data = saved.data
    return Plan(
        workspace=saved.workspace,
        workspace_id=saved.workspace_id,
        lineage=saved.lineage,
        serial=saved.serial,
        changes=tuple(_change(each, _texts(data.get("pending", []))) for each in data["changes"]),
        notes=tuple(map(as_written, _texts(data.get("notes", [])))),
        findings=tuple(_finding(each) for each in data.get("findings", ())),
        digest=saved.digest,
        partial=bool(data.get("partial")),
        compared=as_written(str(data.get("compared", ""))),
        tool_version=str(data.get("tool_version", "")),
        pending=_texts(data.get("pending", [])),
        shared=_shared(data.get("shared", [])),
        safety=tuple(_safety(each) for each in data.get("safety", [])),
        permissions=_texts(data.get("permissions", [])),
        differing=_texts(data.get("differing", [])),
        unmanaged=_number(data.get("unmanaged", 0)) or 0,
    )


def _change(data: dict[str, Any], pending: Collection[str]) -> Change:
    live = data["live"]
    return Change(
        address=_name(data["address"]),
        action=Action(data["action"]),
        reasons=tuple(_reasons(data, pending)),
        source=_text(data["source"]),
        title=_text(data.get("title")),
        effect=ChangeClass(data["class"]) if data["class"] else None,
        before_digest=_text(data["before_digest"]),
        after_digest=_text(data["after_digest"]),
        revision_from=_number(data["revision"]["from"]),
        revision_to=_number(data["revision"]["to"]),
        live=_live(live) if live else None,
        fields=tuple(_field(each) for each in data["fields"]),
        operations=tuple(_operations(data)),
        moved_from=_text(data.get("moved_from")),
    )


def _operations(data: dict[str, Any]) -> Iterator[Operation]:
    """What the change does, without what would be sent."""
    action, settings = Action(data["action"]), _settings(data.get("settings"))
    if data.get("forget") is True:
        yield Forget()
    elif action in (Action.CREATE, Action.REPLACE):
        yield CreatePosting()
    elif settings is not None:
        yield PatchPosting(_name(data["live"]["posting_id"]), settings)
    elif action is Action.ADOPT:
        yield AdoptPosting(_name(data["live"]["posting_id"]))
    elif action is Action.UPDATE:
        yield RecordOnly()
    yield from map(ArchivePosting, _texts(data.get("archives", [])))


def _reasons(data: dict[str, Any], pending: Collection[str]) -> Iterator[Reason]:
    """The sentences; the first one of a hold that waits for an earlier outcome is known as that."""
    waits = data["address"] in pending or data.get("moved_from") in pending or data["source"] is None
    is_open = waits and data["action"] == Action.HOLD
    for number, sentence in enumerate(_texts(data["reasons"])):
        yield Reason(ReasonCode.OUTCOME_AS_WRITTEN if is_open and not number else ReasonCode.AS_WRITTEN, sentence)


def _settings(value: Any) -> dict[str, Any] | None:
    if value is not None and not isinstance(value, dict):
        raise TypeError("settings that are no mapping")
    return value


def _field(data: dict[str, Any]) -> FieldChange:
    kind, before, after = data["kind"], data["before"], data["after"]
    if kind not in _KINDS or (kind == "moved" and not type(before) is type(after) is int):
        raise ValueError(f"{kind!r:.60} is no kind of change")
    return FieldChange(_path(data["path"]), kind, before, after, ChangeClass(data["class"]), _text(data.get("key")))


def _path(value: Any) -> str:
    if not _name(value).startswith("/"):
        raise ValueError(f"{value!r:.60} is no path")
    return str(value)


def _live(data: dict[str, Any]) -> LiveRef:
    updated_at = data["updated_at"]
    if updated_at is not None and type(updated_at) not in (int, float):
        raise TypeError(f"a time was expected, not {updated_at!r:.60}")
    return LiveRef(_name(data["posting_id"]), updated_at, data["archived"] is True)


def _safety(data: dict[str, Any]) -> SafetyChange:
    return SafetyChange(_name(data["setting"]), data["before"], data["after"], _text(data.get("commit")))


def _shared(data: Any) -> tuple[SharedChange, ...]:
    found = tuple(from_json(data))
    for change in found:
        if change.kind not in _KINDS or (change.field and not _path(change.field)):
            raise ValueError(f"{change.kind!r:.60} is no kind of change")
    return found


def _texts(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        raise TypeError(f"a list of texts was expected, not {value!r:.60}")
    return tuple(value)


def _text(value: Any) -> str | None:
    if value is not None and not isinstance(value, str):
        raise TypeError(f"a text was expected, not {value!r:.60}")
    return value


def _name(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(f"a name was expected, not {value!r:.60}")
    return value


def _number(value: Any) -> int | None:
    if value is not None and type(value) is not int:
        raise TypeError(f"a number was expected, not {value!r:.60}")
    return value


def _finding(data: dict[str, Any]) -> Finding:
    code, name, message, help = (_name(data[part]) for part in ("code", "name", "message", "help"))
    return Finding(code, name, Severity(data["severity"]), message, help, address=_text(data["address"]))
