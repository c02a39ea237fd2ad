"""``apply``: carry out what plan shows."""

from __future__ import annotations

from pathlib import Path

import click

from heymilo_ops.cli.options import (
    Session,
    allow_namesake_option,
    allow_unmarked_option,
    auto_approve_option,
    format_option,
    local_state_option,
    lock_timeout_option,
    plan_options,
    posting_option,
    subcommand,
)
from heymilo_ops.cli.progress import Terminal
from heymilo_ops.cli.prompt import BY_FILE
from heymilo_ops.errors import Exit, UsageError
from heymilo_ops.review.reasons import reason_sentence
from heymilo_ops.usecases.apply import apply_plan
from heymilo_ops.usecases.plan import PlanOptions
from heymilo_ops.usecases.run import open_run
from heymilo_ops.usecases.saved_plan import read_plan, resume_options


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
@plan_options
def command(
    session: Session,
    options: PlanOptions,
    planfile: Path | None,
    auto_approve: bool,
    lock_timeout: float,
    local_state: bool,
    output_format: str,
) -> Exit:
    """Carry out what plan shows; with PLANFILE, exactly the plan that was saved there."""
    workspace = session.find_workspace()
    workspace.guard_ci(session.ci, local_state)
    saved = read_plan(planfile) if planfile is not None else None
    if saved is not None and options.targets:
        raise UsageError("A saved plan already says what to do", "Give either PLANFILE, or --target.")
    if saved is not None:
        options = resume_options(saved, options)
    is_approved = auto_approve or saved is not None
    terminal = Terminal(session, output_format, is_approved, BY_FILE, workspace.sandbox_name)
    with open_run(workspace, terminal, lock_timeout) as run:
        return apply_plan(run, options, saved, reason_sentence)
