"""``unhold``: let a design that was rolled back from be applied again."""

from __future__ import annotations

from functools import partial

import click

from heymilo_ops.cli.completion import posting_names
from heymilo_ops.cli.options import Session, lock_timeout_option, subcommand
from heymilo_ops.cli.progress import lock_wait
from heymilo_ops.errors import Exit
from heymilo_ops.usecases.identity import identify, lock_holder
from heymilo_ops.usecases.run import hold_state_lock
from heymilo_ops.usecases.state_lookup import applied_posting, find_posting, read_state


@subcommand("unhold")
@click.argument("name", shell_complete=posting_names)
@lock_timeout_option
def command(session: Session, name: str, lock_timeout: float) -> Exit:
    """Let a design that was rolled back from be applied again. Writes the state; sends nothing."""
    known = read_state(session.find_workspace())
    workspace, store = known.workspace, known.store
    if applied_posting(known, name).held is None:
        click.echo(f"{name} holds no design.")
        return Exit.DONE
    holder = lock_holder(identify(workspace), "unhold")
    with hold_state_lock(store, holder, lock_timeout, partial(lock_wait, session)):
        state = read_state(workspace).applied
        store.read()
        freed = find_posting(state, name).model_copy(update={"held": None})
        store.write(state.model_copy(update={"postings": {**state.postings, name: freed}}))
    click.echo(f"{name} is free: if its file still has that design, the next apply brings it.")
    return Exit.DONE
