"""A saved plan: sealed, read, and checked against a plan made now."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from heymilo_ops.errors import AdviceKind, AttentionError, StaleError, advise
from heymilo_ops.model.canonical import digest
from heymilo_ops.model.desired import first_problem
from heymilo_ops.model.state import LastApply
from heymilo_ops.plan.change import Action, FieldChange, Plan, Row, plan_digest, rows
from heymilo_ops.plan.document import FORMAT_VERSION, PlanDocument, plan_of

SEAL = "document_digest"
PLAN_AGAIN = advise(AdviceKind.PLAN_OUT, file="FILE")
"""What to do about a plan file that can't be gone on with."""


def seal(data: Mapping[str, Any]) -> dict[str, Any]:
    """Return the document with ``document_digest``: of its RFC 8785 JSON without that key.

    It keeps a file from being changed unnoticed, and nobody from writing another one: see ``comparison``.
    """
    rest = {key: value for key, value in data.items() if key != SEAL}
    return {**rest, SEAL: digest(rest)}


@dataclass(frozen=True, slots=True)
class SavedPlan:
    """A plan file.

    Attributes:
        document: what it says; its digest is that of its changes.
        data: the whole file as it was read, for showing it.
    """

    document: PlanDocument
    data: Mapping[str, Any]

    @property
    def updated_at(self) -> Mapping[str, float | None]:
        """Unix seconds by posting id, of the live postings that the plan was made against."""
        lives = (change.live for change in self.document.changes)
        return {live.posting_id: live.updated_at for live in lives if live is not None}


def parse_plan_file(data: Any) -> SavedPlan:
    """Read what ``sealed`` made of ``to_json``. Raises ``AttentionError`` for anything else, or of a newer format."""
    version = data.get("format_version") if isinstance(data, dict) else None
    if not isinstance(version, str) or not version.split(".")[0].isdigit():
        raise AttentionError("this is not a plan file", PLAN_AGAIN)
    if version.split(".")[0] != FORMAT_VERSION.split(".")[0]:
        writer = data.get("tool_version", "?")
        raise AttentionError(
            f"the plan file has format {version}, written by heymilo-ops {writer}; this release reads {FORMAT_VERSION}",
            ("Use the release that wrote it.", PLAN_AGAIN),
        )
    _refuse_edited(data)
    try:
        document = PlanDocument.model_validate_json(json.dumps(data))
    except ValidationError as error:
        raise AttentionError(f"the plan file is damaged: {first_problem(error)}", PLAN_AGAIN) from error
    if document.digest != plan_digest(document.state.lineage, document.workspace_id, rows(document.changes)):
        raise AttentionError("the plan file was edited: its digest doesn't fit its changes", PLAN_AGAIN)
    return SavedPlan(document, data)


def as_plan(saved: SavedPlan) -> Plan:
    """Return the plan of a file. Raises ``AttentionError`` where a part of it doesn't fit the others."""
    plan = plan_of(saved.document)
    if {**saved.document.summary, Action.UNCHANGED: 0} != {**plan.summary(), Action.UNCHANGED: 0}:
        raise AttentionError("The plan file was edited: its summary doesn't fit its changes", PLAN_AGAIN)
    return plan


def _refuse_edited(data: dict[str, Any]) -> None:
    if SEAL not in data:
        raise AttentionError(f"the plan file has no {SEAL}: it is of an early build, or was edited", PLAN_AGAIN)
    try:
        holds = seal(data)[SEAL] == data[SEAL]
    except (RecursionError, TypeError, ValueError) as error:  # numbers and texts that JSON can't carry
        raise AttentionError(f"the plan file is damaged: {error}", PLAN_AGAIN) from error
    if not holds:
        raise AttentionError(f"the plan file was edited: its {SEAL} doesn't fit what it says", PLAN_AGAIN)


def refuse_stale(saved: SavedPlan, plan: Plan, last_apply: LastApply | None = None) -> None:
    """Let a saved plan go on where a plan made now would do the same; else raise ``StaleError`` with what moved.

    ``last_apply`` is the state's. A plan whose own apply was broken off may go on with what is left of it; one that
    was applied to its end may not be applied again.
    """
    document = saved.document
    if document.workspace != plan.workspace:
        raise StaleError(f"the plan is for workspace {document.workspace}, not {plan.workspace}", PLAN_AGAIN)
    own = last_apply is not None and last_apply.plan_digest == document.digest
    if own and last_apply is not None and last_apply.status == "done":
        raise StaleError("this plan was applied already", PLAN_AGAIN)
    if document.state.lineage != plan.lineage and not (own and not document.state.lineage):
        raise StaleError("the plan was made with another state", PLAN_AGAIN)
    now = rows(plan.changes)
    moved = [
        *(_left_over(document, now) if own else _moved(document, plan, now)),
        *_other_ops(document, plan),
        *_other_safety(document, plan),
    ]
    if moved:
        raise StaleError(f"the plan is stale: {'; '.join(moved)}", PLAN_AGAIN)


def _moved(document: PlanDocument, plan: Plan, now: tuple[Row, ...]) -> list[str]:
    reasons = []
    if document.state.serial != plan.serial:
        reasons.append(f"the state was written since (serial {plan.serial}, the plan has {document.state.serial})")
    if document.workspace_id not in (None, plan.workspace_id):
        reasons.append("the key opens another HeyMilo workspace")
    before, after = ({row[0]: row for row in done} for done in (rows(document.changes), now))
    for address in sorted(before.keys() | after.keys()):
        if before.get(address) != after.get(address):
            then, today = _in_words(before.get(address)), _in_words(after.get(address))
            reasons.append(f"{address} would be {then} then, {today} now")
    return reasons


def _other_ops(document: PlanDocument, plan: Plan) -> list[str]:
    """Return the names whose ``ops`` would be changed otherwise: no digest covers them, and they decide what may be
    ended.
    """
    before = {change.address: _ops(change.fields) for change in document.changes}
    now = {change.address: _ops(change.fields) for change in plan.actions()}
    differing = sorted(name for name, ops in now.items() if before.get(name, ops) != ops)
    return [f"the ops of {name} would be changed otherwise than the plan says" for name in differing]


def _ops(fields: Iterable[FieldChange]) -> list[tuple[Any, ...]]:
    return [(field.path, field.before, field.after) for field in fields if field.path.startswith("/ops/")]


def _other_safety(document: PlanDocument, plan: Plan) -> list[str]:
    """Settings of heymilo.yaml that a plan made now shows otherwise: no digest covers them, and the key follows."""
    moved = (change for change in plan.safety if change not in document.safety)
    return [f"{change.setting} in heymilo.yaml is {change.after} now" for change in moved]


_PAST = {"create": "created", "update": "updated", "replace": "replaced", "archive": "archived", "adopt": "adopted"}


def _in_words(row: Row | None) -> str:
    if row is None:
        return "left alone"
    digest = f" with {row[3][7:19]}" if row[3] else ""
    return _PAST[row[1]] + digest


def _left_over(document: PlanDocument, now: tuple[Row, ...]) -> list[str]:
    """Return what a plan made now would do beyond the rest of a saved plan that was broken off."""
    planned = rows(document.changes)
    archives = {posting_id for row in planned if row[1] != Action.ADOPT for posting_id in row[4]}
    return [
        f"{row[0]} would be {_in_words(row)} now, which the plan doesn't say"
        for row in now
        if row not in planned and not (row[1] == Action.ARCHIVE and archives.issuperset(row[4]))
    ]
