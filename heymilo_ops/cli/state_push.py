"""``state push``: put a saved state back in its place."""

from __future__ import annotations

from pathlib import Path

import click

from heymilo_ops.cli.options import Session, auto_approve_option, common, local_state_option, lock_timeout_option
from heymilo_ops.cli.output import print_text
from heymilo_ops.cli.prompt import confirm
from heymilo_ops.errors import Exit
from heymilo_ops.repair.edit import differences
from heymilo_ops.report.state_text import render_differing
from heymilo_ops.usecases.edit_state import push_state, read_saved_state


@click.command("push")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@auto_approve_option
@lock_timeout_option
@local_state_option
@common
@click.pass_obj
def command(session: Session, file: Path, auto_approve: bool, lock_timeout: float, local_state: bool) -> Exit:
    """Put back a state that an apply left in FILE. Such a file is errored.state.json; sends nothing."""
    workspace = session.find_workspace()
    workspace.guard_ci(session.ci, local_state)
    saved = read_saved_state(file, workspace)
    edit = push_state(workspace, saved)
    if edit is None:
        click.echo(f"The state in {workspace.state_location} is that of {file.name} already. The file can go.")
        return Exit.DONE
    print_text(render_differing(file.name, saved, edit.known.state, differences(saved, edit.known.state), session.out))
    confirm(session, f"Put {file.name} in the place of the state of {workspace.name}?", auto_approve)
    written = edit.write(lock_timeout)
    result = (
        f"The state of {workspace.name} is that of {file.name} now, with serial {written.serial}; nothing was sent. "
        f"The file can go. See what is left: heymilo-ops -w {workspace.name} plan"
    )
    print_text(session.out.prose(result))
    return Exit.DONE
