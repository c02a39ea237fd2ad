"""A plan kept in a file: written with what it was asked for, read, compared with the plan made now, gone on with."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from heymilo_ops.cli.planning import Planned, Wanted
from heymilo_ops.errors import AttentionError, StaleError
from heymilo_ops.finding import Finding, Severity
from heymilo_ops.model.facts import ChangeClass
from heymilo_ops.plan.change import Action, Change, FieldChange, LiveRef, Plan, SafetyChange
from heymilo_ops.plan.planfile import SavedPlan, check, read, to_json
from heymilo_ops.plan.shared import from_json
from heymilo_ops.report.clean import json_text


def as_text(plan: Plan, wanted: Wanted) -> str:
    """The plan file: the plan, and what it was asked for."""
    options = {
        "targets": sorted(wanted.targets),
        "recreate": sorted(wanted.recreate),
        "allow_large_change": wanted.allow_large_change,
    }
    return json_text({**to_json(plan), "options": options})


def read_plan(path: Path) -> SavedPlan:
    """The plan in a file. Raises ``AttentionError`` where there is none."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise AttentionError(f"{path} holds no plan: {error}", "Make one: heymilo-ops plan --out FILE.") from error
    return read(data)


def wanted(saved: SavedPlan) -> Wanted:
    """What the saved plan was asked for."""
    options = saved.data.get("options") or {}
    try:
        return Wanted(
            "list",
            frozenset(_texts(options.get("targets", []))),
            frozenset(_texts(options.get("recreate", []))),
            bool(options.get("allow_large_change", False)),
        )
    except (AttributeError, TypeError) as error:
        raise AttentionError("The plan file's options are damaged", "Make a new one: plan --out FILE.") from error


def go_on(saved: SavedPlan, planned: Planned) -> Planned:
    """What to carry out for a saved plan: the same, or after its own crash what is left of it.

    Raises ``StaleError`` where the state, a manifest or a live posting moved since it was made.
    """
    last = planned.state.last_apply if planned.state is not None else None
    check(saved, planned.plan, last)
    if last is None or last.plan_digest != saved.digest:
        _untouched(saved, planned.plan)
    return replace(planned, plan=replace(planned.plan, digest=saved.digest))


def _untouched(saved: SavedPlan, plan: Plan) -> None:
    """Refuse where a posting was changed in HeyMilo since the plan was saved: its reader didn't see that."""
    for change in plan.actions():
        live = change.live
        before = saved.updated_at.get(live.posting_id) if live is not None else None
        if live is not None and before is not None and live.updated_at not in (None, before):
            raise StaleError(
                f"{change.address}: posting {live.posting_id} was changed in HeyMilo since the plan was made",
                "Plan again, and see what changed.",
            )


def as_plan(saved: SavedPlan) -> Plan:
    """A saved plan to look at. What would be sent isn't in the file, so it can't be applied from this.

    Raises ``AttentionError`` where a part that no digest covers was damaged.
    """
    try:
        return _plan(saved)
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise AttentionError(
            f"The plan file is damaged: {type(error).__name__} {error}", "Make a new one: heymilo-ops plan --out FILE."
        ) from error


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
    )


def _change(data: dict[str, Any]) -> Change:
    live = data["live"]
    return Change(
        address=data["address"],
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


def _number(value: Any) -> int | None:
    if value is not None and type(value) is not int:
        raise TypeError(f"a number was expected, not {value!r:.60}")
    return value


def _finding(data: dict[str, Any]) -> Finding:
    return Finding(
        data["code"], data["name"], Severity(data["severity"]), data["message"], data["help"], address=data["address"]
    )
