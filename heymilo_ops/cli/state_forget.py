"""``state forget``: take a posting out of the state."""

from __future__ import annotations

import click

from heymilo_ops.cli.completion import posting_names
from heymilo_ops.cli.options import Session, auto_approve_option, common, local_state_option, lock_timeout_option
from heymilo_ops.cli.output import print_text
from heymilo_ops.cli.prompt import confirm
from heymilo_ops.errors import Exit
from heymilo_ops.report.state_text import entry_facts, forget_outlook, render_facts
from heymilo_ops.usecases.edit_state import forget_posting
from heymilo_ops.usecases.state_lookup import read_state


@click.command("forget")
@click.argument("name", shell_complete=posting_names)
@auto_approve_option
@lock_timeout_option
@local_state_option
@common
@click.pass_obj
def command(session: Session, name: str, auto_approve: bool, lock_timeout: float, local_state: bool) -> Exit:
    """Take a posting out of the state, with its history. The posting stays as it is."""
    known = read_state(session.find_workspace())
    known.workspace.guard_ci(session.ci, local_state)
    edit = forget_posting(known, name)
    posting, document = known.postings[name], known.repo.by_address.get(name)
    click.echo(render_facts(f"{name} will be forgotten", entry_facts(posting), session.out))
    print_text(
        session.out.prose(forget_outlook(name, posting.posting_id, document.path if document is not None else None))
    )
    confirm(session, f"Forget {name} in {known.name}?", auto_approve)
    edit.write(lock_timeout)
    result = f"{name} is forgotten; nothing was sent, and posting {posting.posting_id} is as it was."
    print_text(session.out.prose(f"{result} See what is left: heymilo-ops -w {known.name} plan"))
    return Exit.DONE
