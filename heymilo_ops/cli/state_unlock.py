"""``state unlock``: give back a lock whose holder is gone."""

from __future__ import annotations

import click

from heymilo_ops.cli.options import Session, auto_approve_option, common
from heymilo_ops.cli.output import print_text
from heymilo_ops.cli.prompt import confirm
from heymilo_ops.errors import Exit
from heymilo_ops.report.state_text import lease_facts, render_facts
from heymilo_ops.usecases.unlock_state import held_lease, holder_status, require_lease, unlock_state

_WARNING = (
    "If its process still runs, it can write nothing more to the state; what it has sent to HeyMilo meanwhile is "
    "settled by the next apply."
)


@click.command("unlock")
@click.argument("lease_id", metavar="ID")
@auto_approve_option
@common
@click.pass_obj
def command(session: Session, lease_id: str, auto_approve: bool) -> Exit:
    """Give back the lock ID, whose holder is gone. A message about a lock names its ID."""
    workspace = session.find_workspace()
    terms = held_lease(workspace)
    if terms is None:
        click.echo(f"Nothing is locked: nobody holds the lock of {workspace.state_location}.")
        return Exit.DONE
    title = f"Lock {terms.lease_id} of {workspace.state_location}"
    click.echo(render_facts(title, lease_facts(terms, holder_status(terms)), session.out))
    require_lease(workspace, terms, lease_id)
    print_text(session.out.prose(_WARNING))
    confirm(session, f"Unlock the state of {workspace.name}?", auto_approve, consequence="Another can apply then.")
    if unlock_state(workspace, lease_id):
        click.echo(f"The state of {workspace.name} is unlocked. See what is left: heymilo-ops -w {workspace.name} plan")
    else:
        click.echo(f"{lease_id} is not held any more: it was given back, or somebody took it over.")
    return Exit.DONE
