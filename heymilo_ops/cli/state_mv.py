"""``state mv``: put a posting's history under another name."""

from __future__ import annotations

import click

from heymilo_ops.cli.completion import posting_names
from heymilo_ops.cli.options import Session, auto_approve_option, common, local_state_option, lock_timeout_option
from heymilo_ops.cli.output import print_text
from heymilo_ops.cli.prompt import confirm
from heymilo_ops.errors import Exit
from heymilo_ops.report.state_text import entry_facts, rename_outlook, render_facts
from heymilo_ops.usecases.edit_state import rename_posting
from heymilo_ops.usecases.state_lookup import read_state


@click.command("mv")
@click.argument("old", shell_complete=posting_names)
@click.argument("new")
@auto_approve_option
@lock_timeout_option
@local_state_option
@common
@click.pass_obj
def command(session: Session, old: str, new: str, auto_approve: bool, lock_timeout: float, local_state: bool) -> Exit:
    """Put a posting's history under another name. Rename its manifest first."""
    known = read_state(session.find_workspace())
    known.workspace.guard_ci(session.ci, local_state)
    edit = rename_posting(known, old, new)
    posting, document = known.postings[old], known.repo.by_address.get(new)
    click.echo(render_facts(f"{old} will be known as {new}", entry_facts(posting), session.out))
    print_text(session.out.prose(rename_outlook(posting, old, new, document.path if document is not None else None)))
    confirm(session, f"Move the history of {old} to {new} in {known.name}?", auto_approve)
    edit.write(lock_timeout)
    result = f"The history of {old} is that of {new} now; nothing was sent."
    print_text(session.out.prose(f"{result} See what comes of it: heymilo-ops -w {known.name} plan"))
    return Exit.DONE
