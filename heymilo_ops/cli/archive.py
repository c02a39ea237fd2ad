"""``archive``: close a role by its manifest."""

from __future__ import annotations

import click

from heymilo_ops.cli.one_posting import one_posting_options
from heymilo_ops.cli.options import Session, WriteOptions, subcommand
from heymilo_ops.cli.progress import Terminal
from heymilo_ops.errors import Exit
from heymilo_ops.usecases.archive import archive
from heymilo_ops.usecases.plan import PlanOptions
from heymilo_ops.usecases.run import open_run


@subcommand("archive")
@click.option(
    "--drain",
    is_flag=True,
    help="Archive it by a later apply, when nobody is left in it or after ops.drain_days; until then its link takes "
    "new people.",
)
@one_posting_options
def command(
    session: Session, options: PlanOptions, write: WriteOptions, name: str, drain: bool, output_format: str
) -> Exit:
    """Close a role: write ops.lifecycle: closed into its manifest, and apply that posting alone.

    Its link stops for new people, and no posting is made of the manifest while the line stands; file and history stay.
    Commit the file. There is no pause: HeyMilo can't stop a posting for a while, and what is archived can't be opened
    again through its API. To open the role again, take the line out and apply, which makes a new posting with a new
    link.
    """
    workspace = session.find_workspace()
    workspace.guard_ci(session.ci, write.local_state)
    terminal = Terminal(session, output_format, write.auto_approve, is_sandbox=workspace.config.sandbox)
    end = "draining" if drain else "closed"
    with open_run(workspace, terminal, write.lock_timeout) as run:
        code, path = archive(run, options, name, "draining" if drain else "closed")
    if path is not None:
        session.note(f"\n{path} says ops.lifecycle: {end} now. Review and commit it.")
    return code
