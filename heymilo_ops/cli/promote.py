"""``promote``: what one workspace runs, applied to another with that one's variables."""

from __future__ import annotations

from heymilo_ops.cli.one_posting import one_posting_options
from heymilo_ops.cli.options import Session, WriteOptions, allow_namesake_option, subcommand, workspace_option
from heymilo_ops.cli.progress import Terminal
from heymilo_ops.errors import Exit, UsageError
from heymilo_ops.usecases.plan import PlanOptions
from heymilo_ops.usecases.promote import promote
from heymilo_ops.usecases.run import open_run


@subcommand("promote")
@workspace_option("--from", "source", help="The workspace that runs it.")
@workspace_option("--to", "target", help="The workspace to apply it to.")
@allow_namesake_option
@one_posting_options
def command(
    session: Session,
    options: PlanOptions,
    write: WriteOptions,
    name: str,
    source: str,
    target: str,
    output_format: str,
) -> Exit:
    """Apply exactly the revision that one workspace runs to another, with that one's variables filled in.

    -w is not used; what the file in the work tree says doesn't count, but for its ops.
    """
    project = session.find_project()
    origin, workspace = project.workspace_named(source), project.workspace_named(target)
    if source == target:
        raise UsageError("--from and --to name the same workspace", "Name two.")
    workspace.guard_ci(session.ci, write.local_state)
    terminal = Terminal(session, output_format, write.auto_approve, is_sandbox=workspace.config.sandbox)
    with open_run(workspace, terminal, write.lock_timeout) as run:
        return promote(run, origin, name, options)
