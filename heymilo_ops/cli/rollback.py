"""``rollback``: the design of an earlier revision, with today's settings."""

from __future__ import annotations

import click

from heymilo_ops.cli.one_posting import one_posting_options
from heymilo_ops.cli.options import Session, WriteOptions, subcommand
from heymilo_ops.cli.progress import Terminal
from heymilo_ops.errors import Exit, UsageError
from heymilo_ops.usecases.plan import PlanOptions
from heymilo_ops.usecases.rollback import roll_back, write_manifest
from heymilo_ops.usecases.run import open_run


@subcommand("rollback")
@click.option(
    "--to", "revision", type=click.IntRange(min=1), metavar="REV", help="The revision; else the newest other design."
)
@click.option("--settings", is_flag=True, help="Take that revision's settings too.")
@click.option("--no-write", is_flag=True, help="Leave the manifest file as it is.")
@click.option(
    "--file-only", is_flag=True, help="Write the manifest alone, for a pull request: needs no key, and nothing is sent."
)
@one_posting_options
def command(
    session: Session,
    options: PlanOptions,
    write: WriteOptions,
    name: str,
    revision: int | None,
    settings: bool,
    no_write: bool,
    file_only: bool,
    output_format: str,
) -> Exit:
    """Go back to an earlier design, through a new posting. The design rolled back from is held until unhold."""
    workspace = session.find_workspace()
    if file_only and no_write:
        raise UsageError("--file-only and --no-write leave nothing to do", "Give one of them.")
    if file_only:
        written = write_manifest(workspace, name, revision, all_settings=settings)
        session.note(f"{written.path} has the design of revision {written.rollback.to.number}. Review and commit it.")
        return Exit.DONE
    workspace.guard_ci(session.ci, write.local_state)
    terminal = Terminal(session, output_format, write.auto_approve, is_sandbox=workspace.config.sandbox)
    with open_run(workspace, terminal, write.lock_timeout) as run:
        code, file = roll_back(run, options, name, revision, all_settings=settings, writes=not no_write)
    if file is not None:
        revision = file.rollback.to.number
        session.note(f"\n{file.path} has the design of revision {revision} again. Review and commit it.")
    return code
