"""A plan as JSON, and a saved one read back and held against the world of today."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from heymilo_ops.errors import AttentionError, StaleError
from heymilo_ops.model.canonical import digest
from heymilo_ops.model.facts import ChangeClass
from heymilo_ops.model.reason import Words
from heymilo_ops.model.state import LastApply
from heymilo_ops.plan.change import Action, Change, FieldChange, Plan
from heymilo_ops.plan.classes import classes
from heymilo_ops.plan.digest import Row, plan_digest, rows
from heymilo_ops.plan.shared_changes import to_json as shared_json

FORMAT_VERSION = "1.0"
"""Additions raise the minor number; a reader refuses another major one."""

SEAL = "document_digest"
_PLAN_AGAIN = "make a new plan: `heymilo-ops plan --out FILE`"


def to_json(plan: Plan, words: Words) -> dict[str, Any]:
    """The plan as plain JSON data, its reasons and notes as sentences. Unchanged postings are counted, not listed."""
    return {
        "format_version": FORMAT_VERSION,
        "tool_version": plan.tool_version,
        "workspace": plan.workspace,
        "workspace_id": plan.workspace_id,
        "state": {"lineage": plan.lineage, "serial": plan.serial},
        "summary": plan.summary(),
        "changes": [_change(each, words) for each in plan.changes if each.action is not Action.UNCHANGED],
        "shared": shared_json(plan.shared),
        "safety": [asdict(each) for each in plan.safety],
        "notes": list(map(words, plan.notes)),
        "findings": [
            {
                "code": each.code,
                "name": each.name,
                "severity": each.severity.value,
                "message": each.message,
                "help": each.help,
                "address": each.address,
                "pointer": each.pointer,
            }
            for each in plan.findings
        ],
        "pending": list(plan.pending),
        "differing": list(plan.differing),
        "unmanaged": plan.unmanaged,
        "partial": plan.partial,
        "compared": words(plan.compared),
        "permissions": list(plan.permissions),
        "digest": plan.digest,
    }


def sealed(data: Mapping[str, Any]) -> dict[str, Any]:
    """The document with ``document_digest``: of its RFC 8785 JSON without that key.

    It keeps a file from being changed unnoticed, and nobody from writing another one: see ``comparison``.
    """
    rest = {key: value for key, value in data.items() if key != SEAL}
    return {**rest, SEAL: digest(rest)}


def _change(change: Change, words: Words) -> dict[str, Any]:
    return {
        "address": change.address,
        "action": change.action.value,
        "reasons": list(map(words, change.reasons)),
        "source": change.source,
        "title": change.title,
        "class": change.effect.value if change.effect else None,
        "classes": [effect.value for effect in classes(change)],
        "before_digest": change.before_digest,
        "after_digest": change.after_digest,
        "revision": {"from": change.revision_from, "to": change.revision_to},
        "live": asdict(change.live) if change.live else None,
        "archives": list(change.archives),
        "moved_from": change.moved_from,
        "forget": change.forgets,
        "settings": None if change.settings is None else dict(change.settings),
        "fields": [field_json(each) for each in change.fields],
    }


def field_json(field: FieldChange) -> dict[str, Any]:
    """One field change as plain JSON data."""
    shown: dict[str, Any] = {
        "path": field.path,
        "kind": field.kind,
        "before": field.before,
        "after": field.after,
        "class": field.effect.value,
    }
    return shown if field.key is None else {**shown, "key": field.key}


@dataclass(frozen=True, slots=True)
class SavedPlan:
    """What a plan file says.

    Attributes:
        digest: as computed from the file's own content, which ``read`` has compared with the one it states.
        updated_at: Unix seconds by posting id, of the live postings that the plan was made against.
        data: the whole file, for showing it.
    """

    workspace: str
    workspace_id: str | None
    lineage: str
    serial: int
    digest: str
    rows: tuple[Row, ...]
    summary: Mapping[str, int]
    updated_at: Mapping[str, float | None]
    data: Mapping[str, Any]


def read(data: Any) -> SavedPlan:
    """Read what ``sealed`` made of ``to_json``. Raises ``AttentionError`` for anything else, or of a newer format."""
    version = data.get("format_version") if isinstance(data, dict) else None
    if not isinstance(version, str) or not version.split(".")[0].isdigit():
        raise AttentionError("this is not a plan file", _PLAN_AGAIN)
    if version.split(".")[0] != FORMAT_VERSION.split(".")[0]:
        writer = data.get("tool_version", "?")
        raise AttentionError(
            f"the plan file has format {version}, written by heymilo-ops {writer}; this release reads {FORMAT_VERSION}",
            "use the release that wrote it, or " + _PLAN_AGAIN,
        )
    _refuse_edited(data)
    try:
        saved = _saved(_with_classes(data))
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise AttentionError(f"the plan file is damaged: {type(error).__name__} {error}", _PLAN_AGAIN) from error
    if saved.digest != data.get("digest"):
        raise AttentionError("the plan file was edited: its digest doesn't fit its changes", _PLAN_AGAIN)
    return saved


def _refuse_edited(data: dict[str, Any]) -> None:
    if SEAL not in data:
        raise AttentionError(f"the plan file has no {SEAL}: it is of an early build, or was edited", _PLAN_AGAIN)
    try:
        holds = sealed(data)[SEAL] == data[SEAL]
    except (RecursionError, TypeError, ValueError) as error:  # numbers and texts that JSON can't carry
        raise AttentionError(f"the plan file is damaged: {error}", _PLAN_AGAIN) from error
    if not holds:
        raise AttentionError(f"the plan file was edited: its {SEAL} doesn't fit what it says", _PLAN_AGAIN)


def _with_classes(data: dict[str, Any]) -> dict[str, Any]:
    """Return the plan with change classes by their names of today. Raises ``ValueError`` for a class that is none."""
    renamed: dict[str, Any] = {
        key: [_with_class(item) for item in data[key]] for key in ("changes", "shared") if key in data
    }
    return {**data, **renamed}


def _with_class(item: dict[str, Any]) -> dict[str, Any]:
    renamed: dict[str, Any] = {}
    if item.get("class") is not None:
        renamed["class"] = ChangeClass(item["class"]).value
    if "classes" in item:
        renamed["classes"] = [ChangeClass(name).value for name in item["classes"]]
    if "fields" in item:
        renamed["fields"] = [_with_class(field) for field in item["fields"]]
    return {**item, **renamed}


def _saved(data: dict[str, Any]) -> SavedPlan:
    state, changes = data["state"], data["changes"]
    done = tuple(
        sorted(
            (_row(each) for each in changes if Action(each["action"]) not in (Action.UNCHANGED, Action.HOLD)),
            key=lambda row: row[:2],
        )
    )
    for each in changes:
        _ops(each["fields"])
    lives = [each["live"] for each in changes if each["live"] is not None]
    return SavedPlan(
        workspace=_text(data["workspace"]),
        workspace_id=_text(data["workspace_id"]) if data["workspace_id"] is not None else None,
        lineage=_text(state["lineage"]),
        serial=int(state["serial"]),
        digest=plan_digest(state["lineage"], data["workspace_id"], done),
        rows=done,
        summary={str(name): int(count) for name, count in data["summary"].items()},
        updated_at={live["posting_id"]: live["updated_at"] for live in lives},
        data=data,
    )


def _row(change: dict[str, Any]) -> Row:
    digests = (change["before_digest"], change["after_digest"])
    archives = tuple(sorted(_text(each) for each in change["archives"]))
    return (_text(change["address"]), change["action"], *digests, archives)


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(f"text expected, not {value!r}")
    return value


def check(saved: SavedPlan, plan: Plan, last_apply: LastApply | None = None) -> None:
    """Let a saved plan go on where a plan made now would do the same; else raise ``StaleError`` with what moved.

    ``last_apply`` is the state's. A plan whose own apply was broken off may go on with what is left of it; one that
    was applied to its end may not be applied again.
    """
    if saved.workspace != plan.workspace:
        raise StaleError(f"the plan is for workspace {saved.workspace}, not {plan.workspace}", _PLAN_AGAIN)
    own = last_apply is not None and last_apply.plan_digest == saved.digest
    if own and last_apply is not None and last_apply.status == "done":
        raise StaleError("this plan was applied already", _PLAN_AGAIN)
    if saved.lineage != plan.lineage and not (own and not saved.lineage):
        raise StaleError("the plan was made with another state", _PLAN_AGAIN)
    now = rows(plan.changes)
    moved = [
        *(_left_over(saved, now) if own else _moved(saved, plan, now)),
        *_other_ops(saved, plan),
        *_other_safety(saved, plan),
    ]
    if moved:
        raise StaleError(f"the plan is stale: {'; '.join(moved)}", _PLAN_AGAIN)


def _moved(saved: SavedPlan, plan: Plan, now: tuple[Row, ...]) -> list[str]:
    reasons = []
    if saved.serial != plan.serial:
        reasons.append(f"the state was written since (serial {plan.serial}, the plan has {saved.serial})")
    if saved.workspace_id not in (None, plan.workspace_id):
        reasons.append("the key opens another HeyMilo workspace")
    before, after = dict(_by_address(saved.rows)), dict(_by_address(now))
    for address in sorted(before.keys() | after.keys()):
        if before.get(address) != after.get(address):
            reasons.append(f"{address} would be {_said(before.get(address))} then, {_said(after.get(address))} now")
    return reasons


def _other_ops(saved: SavedPlan, plan: Plan) -> list[str]:
    """Addresses whose ``ops`` would be changed otherwise: no digest covers them, and they decide what may be ended."""
    before = {each["address"]: _ops(each["fields"]) for each in saved.data["changes"]}
    now = {each.address: _ops([field_json(field) for field in each.fields]) for each in plan.actions()}
    differing = sorted(name for name, ops in now.items() if before.get(name, ops) != ops)
    return [f"the ops of {name} would be changed otherwise than the plan says" for name in differing]


def _other_safety(saved: SavedPlan, plan: Plan) -> list[str]:
    """Settings of heymilo.yaml that a plan made now shows otherwise: no digest covers them, and the key follows."""
    shown = saved.data.get("safety") or []
    now = (asdict(each) for each in plan.safety)
    return [f"{each['setting']} in heymilo.yaml is {each['after']} now" for each in now if each not in shown]


def _ops(fields: list[dict[str, Any]]) -> list[tuple[Any, ...]]:
    return [(each["path"], each["before"], each["after"]) for each in fields if each["path"].startswith("/ops/")]


def _by_address(done: tuple[Row, ...]) -> list[tuple[str, Row]]:
    return [(row[0], row) for row in done]


_PAST = {"create": "created", "update": "updated", "replace": "replaced", "archive": "archived", "adopt": "adopted"}


def _said(row: Row | None) -> str:
    if row is None:
        return "left alone"
    digest = f" with {row[3][7:19]}" if row[3] else ""
    return _PAST[row[1]] + digest


def _left_over(saved: SavedPlan, now: tuple[Row, ...]) -> list[str]:
    """What a plan made now would do beyond the rest of a saved plan that was broken off."""
    allowed = set(saved.rows)
    archives = {posting_id for row in saved.rows for posting_id in row[4]}
    finishing = "archive"
    return [
        f"{row[0]} would be {_said(row)} now, which the plan doesn't say"
        for row in now
        if row not in allowed and not (row[1] == finishing and archives.issuperset(row[4]))
    ]
