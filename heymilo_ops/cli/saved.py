"""A plan kept in a file: written with what it was asked for, read, compared with the plan made now, gone on with."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from heymilo_ops.cli.planning import Planned, Wanted, gather
from heymilo_ops.cli.sending import sends
from heymilo_ops.cli.session import Session
from heymilo_ops.errors import AttentionError, StaleError, UsageError
from heymilo_ops.plan.build import build
from heymilo_ops.plan.change import Plan
from heymilo_ops.plan.comparison import Comparison, compare
from heymilo_ops.plan.planfile import SavedPlan, check, read, sealed, to_json
from heymilo_ops.plan.planfile_reader import as_plan
from heymilo_ops.plan.safety_settings import unknown_past
from heymilo_ops.review.reasons import sentence
from heymilo_ops.text.sanitize import json_text, one_line
from heymilo_ops.usecases.check import check as check_repo
from heymilo_ops.usecases.workspace import Workspace

if TYPE_CHECKING:
    from heymilo_ops.remote.postings import Postings
    from heymilo_ops.statefile.store import StateStore

_AGAIN = "Make a new one: heymilo-ops plan --out FILE."


def as_text(plan: Plan, wanted: Wanted) -> str:
    """The plan file: the plan, and what it was asked for."""
    options = {
        "targets": sorted(wanted.targets),
        "recreate": sorted(wanted.recreate),
        "allow_namesake": sorted(wanted.namesakes_allowed),
        "allow_large_change": wanted.allow_large_change,
        "refresh": wanted.refresh,
    }
    return json_text(sealed({**to_json(plan, sentence), "options": options}))


def read_plan(path: Path) -> SavedPlan:
    """The plan in a file. Raises ``AttentionError`` where there is none."""
    try:
        data = json.loads(path.read_text(encoding="utf-8-sig"), object_pairs_hook=_once)
    except (OSError, ValueError, RecursionError) as error:
        why = "it is not UTF-8, as where PowerShell's > wrote it" if isinstance(error, UnicodeDecodeError) else error
        raise AttentionError(f"{path} holds no plan: {why}", "Make one: heymilo-ops plan --out FILE.") from error
    return read(data)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object whose keys are all different: of two alike one would be shown by others and the other read here."""
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("it has a key twice")
    return found


def asked_for(saved: SavedPlan) -> Wanted:
    """What the file says that its plan was asked for: to make it again, and never a permission to apply it."""
    options = saved.data.get("options") or {}
    try:
        return Wanted(
            str(options.get("refresh", "list")),
            frozenset(_texts(options.get("targets", []))),
            frozenset(_texts(options.get("recreate", []))),
            options.get("allow_large_change") is True,
            namesakes_allowed=frozenset(_texts(options.get("allow_namesake", []))),
        )
    except (AttributeError, TypeError) as error:
        raise AttentionError("The plan file's options are damaged", _AGAIN) from error


def wanted(saved: SavedPlan, allowed: Wanted) -> Wanted:
    """What to plan again: as the file was asked for, and only with what the command line of this apply allows."""
    asked = asked_for(saved)
    _refuse_lacking("--recreate", asked.recreate - allowed.recreate, "anew")
    beside = {name for name in asked.namesakes_allowed if f"--allow-namesake {name}" in as_plan(saved).permissions}
    _refuse_lacking("--allow-namesake", beside - allowed.namesakes_allowed, "beside one of its name at HeyMilo")
    if beyond := sorted(allowed.recreate - asked.recreate):
        raise UsageError(f"The plan doesn't make {', '.join(beyond)} anew", "Plan again with --recreate.")
    return replace(allowed, refresh="full" if asked.refresh == "full" else "list", targets=asked.targets)


def _refuse_lacking(option: str, lacking: Iterable[str], how: str) -> None:
    if names := sorted(lacking):
        raise AttentionError(
            f"This plan makes {', '.join(names)} {how}, and only the command line of its apply can allow that",
            f"Read the plan, then add {' '.join(f'{option} {name}' for name in names)}.",
        )


def make_again(
    session: Session, saved: SavedPlan, workspace: Workspace, store: StateStore, asked: Wanted, api: Postings
) -> Planned:
    """What to carry out for a saved plan: the same, or after its own crash what is left of it.

    What of the file can't be compared is said on stderr. Raises ``StaleError`` where the state, a manifest or a live
    posting moved since it was made, or where the file tells something else than what would be done.
    """
    as_plan(saved)  # so that every part of it is of the form that is compared
    found = gather(workspace, store, asked, api)
    now = found.with_plan(build(found.given), check_repo(found.repo, sends(store)))
    last = now.state.last_apply if now.state is not None else None
    check(saved, now.plan, last)
    begun = last is not None and last.plan_digest == saved.digest
    if not begun:
        _untouched(saved, now.plan)
    if now.blocked:
        return now
    unasked = build(replace(found.given, listing=None))
    then = unasked if asked_for(saved).refresh == "none" else now.plan  # made as the file's was
    compared = compare(saved, then, sentence, begun=begun, unasked=unasked)
    if compared.otherwise:
        raise StaleError(
            f"The plan file says what this plan does not: {'; '.join(map(one_line, compared.otherwise))}", _AGAIN
        )
    for said in compared.unknown:
        session.note(f"Not compared with the plan file: {one_line(said)}.")
    return replace(now, plan=replace(now.plan, digest=saved.digest))


def made_here(workspace: Workspace, saved: SavedPlan) -> Comparison:
    """A saved plan held against one that is made of the manifests and the state as they are; HeyMilo isn't asked.

    Raises ``OpsError`` where none can be made that could be compared.
    """
    asked = asked_for(saved)
    found = gather(workspace, workspace.store(), replace(asked, refresh="none"), None)
    state = found.given.state
    lineage, serial = (state.lineage, state.serial) if state is not None else ("", 0)
    if (lineage, serial) != (saved.lineage, saved.serial):
        raise StaleError(f"the state was written since (serial {serial}, the plan has {saved.serial})")
    plan, is_alike = build(found.given), asked.refresh == "none"
    if not is_alike:  # where HeyMilo was asked, that note is not made
        unasked = set(unknown_past(found.given))
        plan = replace(plan, notes=tuple(each for each in plan.notes if each not in unasked))
    return compare(saved, plan, sentence, seen=is_alike, unasked=plan)


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


def _texts(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        raise TypeError(f"a list of texts was expected, not {value!r:.60}")
    return tuple(value)
