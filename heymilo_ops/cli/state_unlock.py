"""``state unlock``: give back a lock whose holder is gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from heymilo_ops.cli.options import Session, auto_approve_option, common
from heymilo_ops.cli.rewriting import confirm
from heymilo_ops.errors import AttentionError, Exit
from heymilo_ops.report.state_text import render_facts
from heymilo_ops.statefile import lease
from heymilo_ops.statefile.lock import LOCK_FILE, current_holder
from heymilo_ops.statefile.process import Process, this_process
from heymilo_ops.usecases.workspace import Workspace

if TYPE_CHECKING:
    from heymilo_ops.statefile.folder import FolderBackend


@click.command("unlock")
@click.argument("lease_id", metavar="ID")
@auto_approve_option
@common
@click.pass_obj
def unlock(session: Session, lease_id: str, auto_approve: bool) -> Exit:
    """Give back the lock ID, whose holder is gone. A message about a lock names its ID."""
    from heymilo_ops.statefile.folder import FolderBackend

    workspace = session.find_workspace()
    backend = workspace.store().backend
    if isinstance(backend, FolderBackend):
        return _folder(workspace, backend)
    held = lease.current_lease(backend)
    if held is None:
        return _nothing(workspace)
    click.echo(render_facts(f"Lock {held.lease_id} of {workspace.state_place}", _told(held), session.out))
    if held.lease_id != lease_id:
        raise AttentionError(
            f"{lease_id} is not held: {held.lease_id} is, by {held.holder}",
            "Nothing was unlocked. Wait for it to end; or, if that process is gone for certain: "
            f"heymilo-ops -w {workspace.name} state unlock {held.lease_id}",
        )
    warning = (
        "If its process still runs, it can write nothing more to the state; what it has sent to HeyMilo meanwhile is "
        "settled by the next apply."
    )
    click.echo(session.out.prose(warning), nl=False)
    confirm(session, f"Unlock the state of {workspace.name}?", auto_approve, consequence="Another can apply then.")
    if lease.unlock_lease(backend, lease_id) is None:
        click.echo(f"{lease_id} is not held any more: it was given back, or somebody took it over.")
        return Exit.DONE
    click.echo(f"The state of {workspace.name} is unlocked. See what is left: heymilo-ops -w {workspace.name} plan")
    return Exit.DONE


def _told(held: lease.LeaseTerms) -> list[tuple[str, str]]:
    who = held.holder
    return [
        ("held by", who.who),
        ("for", who.operation),
        ("on", f"{who.host}, process {who.pid}: {_life(held.process)}"),
        ("since", who.since),
        ("ends", f"{held.expires_at}, unless it is renewed (every 20 seconds by a process that runs)"),
    ]


def _life(process: Process) -> str:
    if process.is_gone():
        return "it has ended, so the next command takes the lock by itself"
    here = this_process()
    is_here = process.boot and (process.boot, process.namespace) == (here.boot, here.namespace)
    return "it is still running" if is_here else "whether it still runs can't be seen from here"


def _nothing(workspace: Workspace) -> Exit:
    click.echo(f"Nothing is locked: nobody holds the lock of {workspace.state_place}.")
    return Exit.DONE


def _folder(workspace: Workspace, backend: FolderBackend) -> Exit:
    """A folder's lock can't be given back for another, and needn't be."""
    if not _is_held(backend):
        return _nothing(workspace)
    holder = current_holder(backend)
    by = str(holder) if holder else "a process that has not said who it is"
    raise AttentionError(
        f"{workspace.state_place} is locked by {by}",
        "The lock of a folder belongs to its process and goes the moment that ends, however it ends; there is nothing "
        "to unlock. End that process, or wait: --lock-timeout 300.",
    )


def _is_held(backend: FolderBackend) -> bool:
    from filelock import FileLock, Timeout

    path = backend.root / LOCK_FILE
    if not path.exists():
        return False
    try:
        with FileLock(backend.lock_file(LOCK_FILE), timeout=0):
            return False
    except Timeout:
        return True
    except OSError as error:
        raise AttentionError(f"{path} can't be looked at: {error.strerror or type(error).__name__}") from error
