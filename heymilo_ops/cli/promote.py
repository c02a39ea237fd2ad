"""``promote``: what one workspace runs, applied to another with that one's variables."""

from __future__ import annotations

import click

from heymilo_ops.cli.completion import posting_names
from heymilo_ops.cli.options import (
    Session,
    allow_namesake_option,
    allow_unmarked_option,
    auto_approve_option,
    format_option,
    local_state_option,
    lock_timeout_option,
    plan_options,
    subcommand,
    workspace_option,
)
from heymilo_ops.cli.progress import Terminal
from heymilo_ops.errors import Exit, UsageError
from heymilo_ops.usecases.plan import PlanOptions
from heymilo_ops.usecases.promote import promote
from heymilo_ops.usecases.run import open_run


@subcommand("promote")
@click.argument("name", shell_complete=posting_names)
@workspace_option("--from", "source", help="The workspace that runs it.")
@workspace_option("--to", "target", help="The workspace to apply it to.")
@auto_approve_option
@click.option("--allow-large-change", is_flag=True, help="Allow it where the guard against large changes stops it.")
@allow_unmarked_option
@allow_namesake_option
@local_state_option
@lock_timeout_option
@format_option("text", "json")
@plan_options
def command(
    session: Session,
    options: PlanOptions,
    name: str,
    source: str,
    target: str,
    auto_approve: bool,
    local_state: bool,
    lock_timeout: float,
    output_format: str,
) -> Exit:
    """Apply exactly the revision that one workspace runs to another, with that one's variables filled in.

    -w is not used; what the file in the work tree says doesn't count, but for its ops.
    """
    project = session.find_project()
    origin, workspace = project.require_workspace(source), project.require_workspace(target)
    if source == target:
        raise UsageError("--from and --to name the same workspace", "Name two.")
    workspace.guard_ci(session.ci, local_state)
    terminal = Terminal(session, output_format, auto_approve, sandbox=workspace.sandbox_name)
    with open_run(workspace, terminal, lock_timeout) as run:
        return promote(run, origin, name, options)
