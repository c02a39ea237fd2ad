"""``state forget`` and ``state mv``: what the state knows of a posting, taken out or put under another name."""

from __future__ import annotations

import click

from heymilo_ops.cli.completion import posting_names
from heymilo_ops.cli.options import Session
from heymilo_ops.cli.rewriting import confirm, rewrite, writes
from heymilo_ops.errors import AttentionError, Exit
from heymilo_ops.manifest.repo import Repo
from heymilo_ops.model.state import State
from heymilo_ops.repair.rename import forget as forgotten
from heymilo_ops.repair.rename import move
from heymilo_ops.report.state_text import entry_facts as facts_of
from heymilo_ops.report.state_text import render_facts
from heymilo_ops.usecases.state_lookup import find_posting, read_state


@click.command("forget")
@click.argument("name", shell_complete=posting_names)
@writes
@click.pass_obj
def forget(session: Session, name: str, auto_approve: bool, lock_timeout: float, local_state: bool) -> Exit:
    """Take a posting out of the state, with its history. The posting stays as it is."""
    known = read_state(session.find_workspace())
    workspace, store, state = known.workspace, known.store, known.applied
    workspace.guard_ci(session.ci, local_state)
    entry = find_posting(state, name)
    repo = known.repo
    document = repo.by_address.get(name)
    protect = document is not None and document.desired is not None and document.desired.ops.protect
    forgotten(state, name, is_protected=protect)
    click.echo(render_facts(f"{name} will be forgotten", facts_of(entry), session.out))
    click.echo(session.out.prose(_stays(name, entry.posting_id, document.path if document else None)), nl=False)
    confirm(session, f"Forget {name} in {workspace.name}?", auto_approve)

    def change(now: State | None) -> State:
        return forgotten(now or state, name, is_protected=protect)

    rewrite(workspace, store, "state forget", lock_timeout, state, change)
    said = f"{name} is forgotten; nothing was sent, and posting {entry.posting_id} is as it was."
    click.echo(session.out.prose(f"{said} See what is left: heymilo-ops -w {workspace.name} plan"), nl=False)
    return Exit.DONE


def _stays(name: str, posting_id: str, path: str | None) -> str:
    """What becomes of the posting, and what the next plan will say."""
    stays = f"Nothing is sent: posting {posting_id} stays as it is, with its candidates and its link."
    if path is None:
        return f"{stays} Plans name it as long as HeyMilo lists it with its marks; archive it there if nobody needs it."
    return (
        f"{stays} {path} is still there: as long as it is and HeyMilo lists the posting with its marks, plan refuses "
        f"(PL501) rather than make {name} twice. To bind it again: heymilo-ops state resolve {name} --adopt "
        f"{posting_id}"
    )


@click.command("mv")
@click.argument("old", shell_complete=posting_names)
@click.argument("new")
@writes
@click.pass_obj
def mv(session: Session, old: str, new: str, auto_approve: bool, lock_timeout: float, local_state: bool) -> Exit:
    """Put a posting's history under another name. Rename its manifest first."""
    known = read_state(session.find_workspace())
    workspace, store, state = known.workspace, known.store, known.applied
    workspace.guard_ci(session.ci, local_state)
    entry = find_posting(state, old)
    repo = known.repo
    _refuse_unreadable(repo, old)
    move(state, old, new, repo.desired, repo.by_address)
    click.echo(render_facts(f"{old} will be known as {new}", facts_of(entry), session.out))
    click.echo(session.out.prose(_then(repo, old, new, entry.status == "active")), nl=False)
    confirm(session, f"Move the history of {old} to {new} in {workspace.name}?", auto_approve)

    def change(now: State | None) -> State:
        return move(now or state, old, new, repo.desired, repo.by_address)

    rewrite(workspace, store, "state mv", lock_timeout, state, change)
    said = f"The history of {old} is that of {new} now; nothing was sent."
    click.echo(session.out.prose(f"{said} See what comes of it: heymilo-ops -w {workspace.name} plan"), nl=False)
    return Exit.DONE


def _refuse_unreadable(repo: Repo, old: str) -> None:
    paths = repo.may_be(old)
    if paths:
        raise AttentionError(
            f"{', '.join(paths)} can't be read, or isn't, so whether {old} has a manifest isn't known",
            "Repair it; `heymilo-ops lint` shows where, and how.",
        )


def _then(repo: Repo, old: str, new: str, is_active: bool) -> str:
    """What the next plan will say."""
    document = repo.by_address.get(new)
    if not is_active:
        return "The posting is archived: only its history gets the other name."
    if document is None:
        return (
            f"There is no manifest of {new} yet, so the next plan takes it for removed: rename the manifest of {old} "
            f"first (name: {new})."
        )
    return (
        f"The name is sent to HeyMilo, so the next plan replaces the posting of {old} by one of {new}, as "
        f"ops.moved_from: {old} in {document.path} would. Its revisions are counted on."
    )
