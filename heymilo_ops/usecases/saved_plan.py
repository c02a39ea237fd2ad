"""A plan kept in a file: read, compared with the plan made now, and gone on with."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from heymilo_ops.errors import AttentionError, StaleError, UsageError
from heymilo_ops.model.reason import Words
from heymilo_ops.plan.build import build
from heymilo_ops.plan.change import Plan
from heymilo_ops.plan.comparison import Comparison, compare
from heymilo_ops.plan.document import OptionsDocument
from heymilo_ops.plan.planfile import PLAN_AGAIN, SavedPlan, as_plan, parse_plan_file, refuse_stale
from heymilo_ops.plan.safety_settings import unknown_past
from heymilo_ops.usecases.plan import PlanOptions, PlanResult, gather
from heymilo_ops.usecases.state_lookup import WorkspaceState, read_state
from heymilo_ops.usecases.workspace import Workspace

if TYPE_CHECKING:
    from heymilo_ops.remote.postings import Postings


def options_document(options: PlanOptions) -> OptionsDocument:
    """Return what a plan was asked for, as its file keeps it."""
    return OptionsDocument(
        targets=tuple(sorted(options.targets)),
        recreate=tuple(sorted(options.recreate)),
        revert=tuple(sorted(options.reverts)),
        allow_namesake=tuple(sorted(options.namesakes_allowed)),
        allow_large_change=options.allow_large_change,
        allow_impact=tuple(sorted(options.impact_allowed)),
        refresh=options.refresh,
    )


def read_plan(path: Path) -> SavedPlan:
    """Read the plan in a file. Raises ``AttentionError`` where there is none."""
    try:
        data = json.loads(path.read_text(encoding="utf-8-sig"), object_pairs_hook=_once)
    except (OSError, ValueError, RecursionError) as error:
        why = "it is not UTF-8, as where PowerShell's > wrote it" if isinstance(error, UnicodeDecodeError) else error
        raise AttentionError(f"{path} holds no plan: {why}", PLAN_AGAIN) from error
    return parse_plan_file(data)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Make an object whose keys all differ: of two alike one would be shown by others and the other read here."""
    data = dict(pairs)
    if len(data) != len(pairs):
        raise ValueError("it has a key twice")
    return data


def saved_options(saved: SavedPlan) -> PlanOptions:
    """Read what the file's plan was asked for: to make it again, and never a permission to apply it."""
    options = saved.document.options or OptionsDocument()
    return PlanOptions(
        options.refresh,
        frozenset(options.targets),
        frozenset(options.recreate),
        frozenset(options.revert),
        options.allow_large_change,
        namesakes_allowed=frozenset(options.allow_namesake),
        impact_allowed=frozenset(options.allow_impact),
    )


def resume_options(saved: SavedPlan, allowed: PlanOptions) -> PlanOptions:
    """Say what to plan again: as the file was asked for, and only with what the command line of this apply allows."""
    asked = saved_options(saved)
    _refuse_lacking("--recreate", asked.recreate - allowed.recreate, "anew")
    permissions = as_plan(saved).permissions if asked.namesakes_allowed else ()
    beside = {name for name in asked.namesakes_allowed if f"--allow-namesake {name}" in permissions}
    _refuse_lacking("--allow-namesake", beside - allowed.namesakes_allowed, "beside one of its name at HeyMilo")
    if beyond := sorted(allowed.recreate - asked.recreate):
        raise UsageError(f"The plan doesn't make {', '.join(beyond)} anew", "Plan again with --recreate.")
    if beyond := sorted(allowed.reverts - asked.reverts):
        raise UsageError(f"The plan doesn't revert {', '.join(beyond)}", "Plan again with --revert.")
    refresh = "full" if asked.refresh == "full" else "list"
    return replace(allowed, refresh=refresh, targets=asked.targets, reverts=asked.reverts)


def _refuse_lacking(option: str, lacking: Iterable[str], how: str) -> None:
    if names := sorted(lacking):
        raise AttentionError(
            f"This plan makes {', '.join(names)} {how}, and only the command line of its apply can allow that",
            f"Read the plan, then add {' '.join(f'{option} {name}' for name in names)}.",
        )


def resume_plan(
    saved: SavedPlan, known: WorkspaceState, options: PlanOptions, api: Postings, words: Words
) -> PlanResult:
    """Make the plan to carry out for a saved one: the same, or after its own crash what is left of it.

    ``words`` puts reasons into the sentences that the file has. Raises ``StaleError`` where the state, a manifest or a
    live posting moved since it was made, or where the file says something else than what would be done.
    """
    as_plan(saved)  # refuses a file whose summary doesn't fit its changes
    sources = gather(known, options, api)
    result = sources.result(build(sources.whole_input), sources.checked)
    last = result.state.last_apply if result.state is not None else None
    refuse_stale(saved, result.plan, last)
    begun = last is not None and last.plan_digest == saved.document.digest
    if not begun:
        _refuse_edited_live(saved, result.plan)
    if result.errors:
        return result
    unasked = build(replace(sources.whole_input, listing=None))
    then = unasked if saved_options(saved).refresh == "none" else result.plan  # made as the file's was
    compared = compare(saved, then, words, begun=begun, unasked=unasked)
    if compared.otherwise:
        differing = "; ".join(" ".join(phrase.split()) for phrase in compared.otherwise)
        raise StaleError(f"The plan file says what this plan does not: {differing}", PLAN_AGAIN)
    return replace(result, plan=replace(result.plan, digest=saved.document.digest), not_compared=compared.unknown)


def compare_here(workspace: Workspace, saved: SavedPlan, words: Words) -> Comparison:
    """Compare a saved plan with one made of the manifests and the state as they are; HeyMilo isn't asked.

    Raises ``OpsError`` where none can be made that could be compared.
    """
    asked = saved_options(saved)
    sources = gather(read_state(workspace), replace(asked, refresh="none"), None)
    state = sources.input.state
    lineage, serial = (state.lineage, state.serial) if state is not None else ("", 0)
    if (lineage, serial) != (saved.document.state.lineage, saved.document.state.serial):
        raise StaleError(f"the state was written since (serial {serial}, the plan has {saved.document.state.serial})")
    plan, is_alike = build(sources.whole_input), asked.refresh == "none"
    if not is_alike:  # where HeyMilo was asked, that note is not made
        unasked = set(unknown_past(sources.input))
        plan = replace(plan, notes=tuple(note for note in plan.notes if note not in unasked))
    return compare(saved, plan, words, seen=is_alike, unasked=plan)


def _refuse_edited_live(saved: SavedPlan, plan: Plan) -> None:
    """Refuse where a posting was changed in HeyMilo since the plan was saved: its reader didn't see that."""
    for change in plan.actions():
        live = change.live
        before = saved.updated_at.get(live.posting_id) if live is not None else None
        if live is not None and before is not None and live.updated_at not in (None, before):
            raise StaleError(
                f"{change.address}: posting {live.posting_id} was changed in HeyMilo since the plan was made",
                "Plan again, and see what changed.",
            )
