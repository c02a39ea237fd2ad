"""A saved plan as a ``Plan`` to look at. What would be sent isn't in the file, so it can't be applied from this."""

from __future__ import annotations

from typing import Any

from heymilo_ops.errors import AttentionError
from heymilo_ops.finding import Finding, Severity
from heymilo_ops.model.facts import ChangeClass
from heymilo_ops.plan.change import Action, Change, FieldChange, LiveRef, Plan, SafetyChange
from heymilo_ops.plan.planfile import SavedPlan
from heymilo_ops.plan.shared import from_json

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
        changes=tuple(_change(each) for each in data["changes"]),
        notes=_texts(data.get("notes", [])),
        findings=tuple(_finding(each) for each in data.get("findings", ())),
        digest=saved.digest,
        partial=bool(data.get("partial")),
        compared=str(data.get("compared", "")),
        tool_version=str(data.get("tool_version", "")),
        pending=_texts(data.get("pending", [])),
        shared=tuple(from_json(data.get("shared", []))),
        safety=tuple(SafetyChange(**each) for each in data.get("safety", [])),
        permissions=_texts(data.get("permissions", [])),
    )


def _change(data: dict[str, Any]) -> Change:
    live = data["live"]
    return Change(
        address=_name(data["address"]),
        action=Action(data["action"]),
        reasons=_texts(data["reasons"]),
        source=_text(data["source"]),
        title=_text(data.get("title")),
        effect=ChangeClass(data["class"]) if data["class"] else None,
        before_digest=data["before_digest"],
        after_digest=data["after_digest"],
        revision_from=_number(data["revision"]["from"]),
        revision_to=_number(data["revision"]["to"]),
        live=LiveRef(live["posting_id"], live["updated_at"], live["archived"]) if live else None,
        fields=tuple(_field(each) for each in data["fields"]),
        archives=_texts(data.get("archives", [])),
        moved_from=_text(data.get("moved_from")),
        settings=data.get("settings"),
        forget=data.get("forget") is True,
    )


def _field(data: dict[str, Any]) -> FieldChange:
    return FieldChange(
        data["path"], data["kind"], data["before"], data["after"], ChangeClass(data["class"]), data.get("key")
    )


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
    return Finding(
        data["code"], data["name"], Severity(data["severity"]), data["message"], data["help"], address=data["address"]
    )
