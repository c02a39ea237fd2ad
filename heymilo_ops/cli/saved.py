"""A plan kept in a file: written with what it was asked for, read, compared with the plan made now, gone on with."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from heymilo_ops.cli.planning import Planned, Wanted
from heymilo_ops.errors import AttentionError, StaleError
from heymilo_ops.plan.change import Plan
from heymilo_ops.plan.planfile import SavedPlan, check, read, to_json


def as_text(plan: Plan, wanted: Wanted) -> str:
    """The plan file: the plan, and what it was asked for."""
    options = {
        "targets": sorted(wanted.targets),
        "recreate": sorted(wanted.recreate),
        "allow_large_change": wanted.allow_large_change,
    }
    return json.dumps({**to_json(plan), "options": options}, indent=2, ensure_ascii=False) + "\n"


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
            frozenset(options.get("targets", ())),
            frozenset(options.get("recreate", ())),
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
