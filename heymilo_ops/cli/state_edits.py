"""``state forget``, ``mv``, ``push`` and ``unlock``: change the state by hand. Nothing is sent."""

from __future__ import annotations

from pathlib import Path

import click

from heymilo_ops.cli.completion import posting_names
from heymilo_ops.cli.options import Session, WriteOptions, auto_approve_option, subcommand, write_options
from heymilo_ops.cli.output import print_text
from heymilo_ops.cli.prompt import confirm
from heymilo_ops.errors import Exit
from heymilo_ops.repair.edit import differences
from heymilo_ops.report import state_text
from heymilo_ops.usecases import edit_state
from heymilo_ops.usecases.state_lookup import read_state

_STILL_RUNS = (
    "If its process still runs, it can write nothing more to the state; what it has sent to HeyMilo meanwhile is "
    "settled by the next apply."
)


@subcommand("forget")
@click.argument("name", shell_complete=posting_names)
@write_options
def forget(session: Session, name: str, write: WriteOptions) -> Exit:
    """Take a posting out of the state, with its history. The posting stays as it is."""
    known = read_state(session.find_workspace())
    known.workspace.guard_ci(session.ci, write.local_state)
    edit = edit_state.forget_posting(known, name)
    posting, document = known.postings[name], known.repo.by_address.get(name)
    facts = state_text.entry_facts(posting)
    click.echo(state_text.render_facts(f"{name} will be forgotten", facts, session.out))
    path = document.path if document is not None else None
    outlook = state_text.forget_outlook(name, posting.posting_id, path, known.name)
    print_text(session.out.prose(outlook))
    confirm(session, f"Forget {name} in {known.name}?", write.auto_approve)
    edit.write(write.lock_timeout)
    result = f"{name} is forgotten; nothing was sent, and posting {posting.posting_id} is as it was."
    print_text(session.out.prose(f"{result} See what is left: heymilo-ops -w {known.name} plan"))
    return Exit.DONE


@subcommand("mv")
@click.argument("old", shell_complete=posting_names)
@click.argument("new")
@write_options
def mv(session: Session, old: str, new: str, write: WriteOptions) -> Exit:
    """Put a posting's history under another name. Rename its manifest first."""
    known = read_state(session.find_workspace())
    known.workspace.guard_ci(session.ci, write.local_state)
    edit = edit_state.rename_posting(known, old, new)
    posting, document = known.postings[old], known.repo.by_address.get(new)
    facts = state_text.entry_facts(posting)
    click.echo(state_text.render_facts(f"{old} will be known as {new}", facts, session.out))
    outlook = state_text.rename_outlook(posting, old, new, document.path if document is not None else None)
    print_text(session.out.prose(outlook))
    confirm(session, f"Move the history of {old} to {new} in {known.name}?", write.auto_approve)
    edit.write(write.lock_timeout)
    result = f"The history of {old} is that of {new} now; nothing was sent."
    print_text(session.out.prose(f"{result} See what comes of it: heymilo-ops -w {known.name} plan"))
    return Exit.DONE


@subcommand("push")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@write_options
def push(session: Session, file: Path, write: WriteOptions) -> Exit:
    """Put back a state that an apply left in FILE. Such a file is errored.state.json; sends nothing."""
    workspace = session.find_workspace()
    workspace.guard_ci(session.ci, write.local_state)
    saved = edit_state.read_saved_state(file, workspace)
    edit = edit_state.push_state(workspace, saved)
    if edit is None:
        click.echo(f"The state in {workspace.state_location} is that of {file.name} already. The file can go.")
        return Exit.DONE
    stored = edit.known.state
    print_text(state_text.render_differing(file.name, saved, stored, differences(saved, stored), session.out))
    confirm(session, f"Put {file.name} in the place of the state of {workspace.name}?", write.auto_approve)
    written = edit.write(write.lock_timeout)
    result = (
        f"The state of {workspace.name} is that of {file.name} now, with serial {written.serial}; nothing was sent. "
        f"The file can go. See what is left: heymilo-ops -w {workspace.name} plan"
    )
    print_text(session.out.prose(result))
    return Exit.DONE


@subcommand("unlock")
@click.argument("lease_id", metavar="ID")
@auto_approve_option
def unlock(session: Session, lease_id: str, auto_approve: bool) -> Exit:
    """Give back the lock ID, whose holder is gone. A message about a lock names its ID."""
    workspace = session.find_workspace()
    terms = edit_state.held_lease(workspace)
    if terms is None:
        click.echo(f"Nothing is locked: nobody holds the lock of {workspace.state_location}.")
        return Exit.DONE
    title = f"Lock {terms.lease_id} of {workspace.state_location}"
    click.echo(
        state_text.render_facts(title, state_text.lease_facts(terms, edit_state.holder_status(terms)), session.out)
    )
    edit_state.require_lease(workspace, terms, lease_id)
    print_text(session.out.prose(_STILL_RUNS))
    confirm(session, f"Unlock the state of {workspace.name}?", auto_approve, consequence="Another can apply then.")
    if edit_state.unlock_state(workspace, lease_id):
        click.echo(f"The state of {workspace.name} is unlocked. See what is left: heymilo-ops -w {workspace.name} plan")
    else:
        click.echo(f"{lease_id} is not held any more: it was given back, or somebody took it over.")
    return Exit.DONE
