"""``apply``: carry out what plan shows."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import click

from heymilo_ops.cli.approving import BY_FILE, approve
from heymilo_ops.cli.carrying import carry_out
from heymilo_ops.cli.options import (
    Session,
    allow_namesake_option,
    allow_unmarked_option,
    auto_approve_option,
    format_option,
    local_state_option,
    lock_timeout_option,
    posting_option,
    subcommand,
)
from heymilo_ops.cli.planning import Wanted, make
from heymilo_ops.cli.recovering import reasons, recover
from heymilo_ops.cli.saved import make_again, read_plan, wanted
from heymilo_ops.cli.telling import briefly, nothing, show_as
from heymilo_ops.errors import Exit, UsageError


@subcommand("apply")
@click.argument("planfile", required=False, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@auto_approve_option
@posting_option("--target", "targets", multiple=True, help="Only this posting; may be repeated.")
@click.option("--allow-large-change", is_flag=True, help="Allow replacing or archiving many postings at once.")
@allow_unmarked_option
@allow_namesake_option
@posting_option("--recreate", multiple=True, help="Make this posting anew; may be repeated.")
@lock_timeout_option
@local_state_option
@format_option("text", "json")
def command(
    session: Session,
    planfile: Path | None,
    auto_approve: bool,
    targets: tuple[str, ...],
    allow_large_change: bool,
    unmarked_allowed: tuple[str, ...],
    namesakes_allowed: tuple[str, ...],
    recreate: tuple[str, ...],
    lock_timeout: float,
    local_state: bool,
    output_format: str,
) -> Exit:
    """Carry out what plan shows; with PLANFILE, exactly the plan that was saved there."""
    workspace = session.find_workspace()
    workspace.guard_ci(session.ci, local_state)
    saved = read_plan(planfile) if planfile is not None else None
    if saved is not None and targets:
        raise UsageError("A saved plan already says what to do", "Give either PLANFILE, or --target.")
    allowed = (allow_large_change, frozenset(unmarked_allowed), frozenset(namesakes_allowed))
    asked = Wanted("list", frozenset(targets), frozenset(recreate), *allowed)
    if saved is not None:
        asked = wanted(saved, asked)
    store = workspace.store()
    with workspace.api(writes=True) as api:
        settled = recover(session, workspace, store, api, lock_timeout, output_format)
        made = make if saved is None else partial(make_again, session, saved)
        planned = made(workspace, store, asked, api)
        why = reasons(settled)
        show_as(briefly(planned, why), session, output_format)
        if planned.blocked:
            return Exit.ATTENTION
        if not planned.plan.has_changes:
            return nothing(output_format)
        prompted = approve(session, planned, auto_approve or saved is not None, help=BY_FILE)
        again = (lambda: make(workspace, store, asked, api)) if prompted else None
        return carry_out(session, workspace, store, api, planned, output_format, lock_timeout, again=again, why=why)
