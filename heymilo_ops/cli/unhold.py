"""``unhold``: let a design that was rolled back from be applied again."""

from __future__ import annotations

import click

from heymilo_ops.cli.completion import posting_names
from heymilo_ops.cli.options import Session, lock_timeout_option, subcommand
from heymilo_ops.cli.progress import Terminal
from heymilo_ops.errors import Exit
from heymilo_ops.usecases.edit_state import release_hold
from heymilo_ops.usecases.state_lookup import read_state


@subcommand("unhold")
@click.argument("name", shell_complete=posting_names)
@lock_timeout_option
def command(session: Session, name: str, lock_timeout: float) -> Exit:
    """Let a design that was rolled back from be applied again. Writes the state; sends nothing."""
    known = read_state(session.find_workspace())
    if release_hold(known, name, lock_timeout, Terminal(session).lock_wait):
        click.echo(f"{name} is free: if its file still has that design, the next apply brings it.")
    else:
        click.echo(f"{name} holds no design.")
    return Exit.DONE
