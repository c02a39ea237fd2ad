"""``state push``: put a saved state back in its place."""

from __future__ import annotations

from pathlib import Path

import click

from heymilo_ops.cli.options import Session
from heymilo_ops.cli.rewriting import confirm, rewrite, writes
from heymilo_ops.errors import AttentionError, Exit
from heymilo_ops.model.state import State
from heymilo_ops.repair.push import differences, is_stored, replacement
from heymilo_ops.report.state_text import render_differing
from heymilo_ops.statefile.format import decode_state
from heymilo_ops.usecases.guards import guard_state


@click.command("push")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@writes
@click.pass_obj
def push(session: Session, file: Path, auto_approve: bool, lock_timeout: float, local_state: bool) -> Exit:
    """Put back a state that an apply left in FILE. Such a file is errored.state.json; sends nothing."""
    workspace = session.find_workspace()
    workspace.guard_ci(session.ci, local_state)
    store = workspace.store()
    saved = _read(file)
    guard_state(saved, workspace)
    stored = store.read()
    guard_state(stored, workspace)
    if is_stored(saved, stored):
        click.echo(f"The state in {workspace.state_place} is that of {file.name} already. The file can go.")
        return Exit.DONE
    replacement(saved, stored)
    told = render_differing(file.name, saved, stored, differences(saved, stored), session.out)
    click.echo(told, nl=False)
    confirm(session, f"Put {file.name} in the place of the state of {workspace.name}?", auto_approve)

    def change(now: State | None) -> State:
        return replacement(saved, now)

    written = rewrite(workspace, store, "state push", lock_timeout, stored, change)
    said = (
        f"The state of {workspace.name} is that of {file.name} now, with serial {written.serial}; nothing was sent. "
        f"The file can go. See what is left: heymilo-ops -w {workspace.name} plan"
    )
    click.echo(session.out.prose(said), nl=False)
    return Exit.DONE


def _read(file: Path) -> State:
    """The state in a file. Raises ``StateError`` where there is none."""
    try:
        data = file.read_bytes()
    except OSError as error:
        raise AttentionError(f"{file} can't be read: {error.strerror or type(error).__name__}") from error
    return decode_state(data, str(file))
