"""``state rebuild``: a state made of the marks that postings carry at HeyMilo."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from heymilo_ops.apply.run_context import Who
from heymilo_ops.cli.options import Session
from heymilo_ops.cli.rebuilding import wait_until_quiet, write
from heymilo_ops.cli.rewriting import confirm, writes
from heymilo_ops.errors import AttentionError, Exit, UsageError
from heymilo_ops.model.live import Live
from heymilo_ops.repair import content, salvage
from heymilo_ops.repair.attribution import Attribution, attribute
from heymilo_ops.repair.rebuild import Manifests, Rebuilt, rebuild, wanted
from heymilo_ops.report import rebuild_text
from heymilo_ops.usecases.check import read_repo
from heymilo_ops.usecases.guards import guard_state, guard_workspace
from heymilo_ops.usecases.identity import identify
from heymilo_ops.usecases.state_lookup import begin_state
from heymilo_ops.usecases.workspace import Workspace

if TYPE_CHECKING:
    from heymilo_ops.remote.postings import Postings
    from heymilo_ops.statefile.store import StateStore


@dataclass(frozen=True)
class Looked:
    """Everything that a rebuild was made of, and what it came to."""

    standing: salvage.Standing
    listed: list[Live]
    found: Attribution
    made: Rebuilt
    troubles: list[str]
    title: str
    who: Who


@click.command("rebuild")
@click.option(
    "--take",
    "takes",
    multiple=True,
    metavar="NAME=ID",
    help="Of several open postings of one revision, take this one; may be repeated.",
)
@writes
@click.pass_obj
def command(
    session: Session, takes: tuple[str, ...], auto_approve: bool, lock_timeout: float, local_state: bool
) -> Exit:
    """Make a lost or stale state of the marks at HeyMilo. Shows what it would be and asks first; sends nothing."""
    workspace = session.find_workspace()
    workspace.guard_ci(session.ci, local_state)
    store = workspace.store()
    asked = _takes(takes)
    with workspace.api() as api:
        wait_until_quiet(session, workspace, store)
        looked = _look(workspace, store, api, asked)
        _show(looked, session, workspace)
        if looked.found.forks:
            raise _forked(looked)
        nothing = _nothing(looked, workspace)
        if nothing:
            click.echo(session.out.prose(nothing), nl=False)
            return Exit.DONE
        confirm(session, f"Rebuild the state of {looked.title}?", auto_approve)
        state = write(store, api, looked.standing, looked.listed, looked.made, looked.who, lock_timeout)
    number, revisions = len(state.postings), sum(len(each.revisions) for each in state.postings.values())
    said = (
        f"The state of {workspace.name} is rebuilt: {number} posting{'' if number == 1 else 's'}, {revisions} "
        f"revision{'' if revisions == 1 else 's'}, serial {state.serial}; nothing was sent. See what is left: "
        f"heymilo-ops -w {workspace.name} plan"
    )
    click.echo(session.out.prose(said), nl=False)
    return Exit.DONE


def _takes(given: tuple[str, ...]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for each in given:
        name, _, posting_id = each.partition("=")
        if not name or not posting_id:
            raise UsageError(f"--take {each}: it takes a name and a posting id", "Such as --take support=P123ABC.")
        found.setdefault(name, []).append(posting_id)
    return found


def _look(workspace: Workspace, store: StateStore, api: Postings, takes: dict[str, list[str]]) -> Looked:
    """Read the state, the manifests and HeyMilo, and make of them what would be written."""
    standing = salvage.read_standing(store)
    state = standing.state
    guard_state(state, workspace)
    ref = api.workspace()
    guard_workspace(state, workspace, ref)
    repo = read_repo(workspace.root, workspace.variables)
    me = identify(workspace, repo.by_path)
    listed = api.list_all()
    found = attribute(listed, project=workspace.project, workspace=workspace.name, state=state, takes=takes)
    base = state or begin_state(store, workspace, ref)
    by_name = {each.address: each for each in repo.desired}
    searched = content.find(wanted(found, base), repo.desired, store, workspace.root, workspace.variables, me)
    manifests = Manifests(by_name, repo.names, any(each.name is None for each in repo.unread))
    made = rebuild(found, base, listed, searched.contents, manifests, datetime.now(UTC))
    title = f"{workspace.name} ({ref.name})" if ref.name else workspace.name
    return Looked(standing, listed, found, made, searched.troubles, title, me)


def _show(looked: Looked, session: Session, workspace: Workspace) -> None:
    standing, out = looked.standing, session.out
    if standing.aside:
        said = f"{standing.trouble}. It is kept, below {workspace.state_place}/{salvage.ASIDE}/."
        click.echo(out.prose(said))
    click.echo(rebuild_text.render_rebuilt(looked.made, standing.state, out), nl=False)
    click.echo(rebuild_text.render_left_out(looked.found.left, out), nl=False)
    click.echo(rebuild_text.render_forks(looked.found.forks, out), nl=False)
    click.echo(rebuild_text.render_unknown(looked.made, looked.troubles, standing.state is None, out), nl=False)


def _nothing(looked: Looked, workspace: Workspace) -> str:
    """Why nothing is to be written; ``""`` where something is."""
    standing, state = looked.standing, looked.made.state
    if standing.aside:
        return ""
    if standing.state is None and not state.postings:
        return f"HeyMilo lists no posting with the marks of {workspace.project}/{workspace.name}: nothing to rebuild."
    said = f"The state of {workspace.name} has all that the marks say: there is nothing to rebuild."
    return said if state == standing.state else ""


def _forked(looked: Looked) -> AttentionError:
    fork = looked.found.forks[0]
    take = f"--take {fork.address}={fork.postings[0].live.posting_id}"
    return AttentionError(
        "Two states were applied side by side, and which posting counts can't be told, so nothing was written",
        "Archive at HeyMilo the one that nobody needs and run this again; or say which to take, and archive the other "
        f"then: {take}",
    )
