"""``state rebuild``: a state made of the marks that postings carry at HeyMilo."""

from __future__ import annotations

import click

from heymilo_ops.cli.options import Session, WriteOptions, subcommand, write_options
from heymilo_ops.cli.output import print_text
from heymilo_ops.cli.progress import Terminal
from heymilo_ops.cli.prompt import confirm
from heymilo_ops.errors import AttentionError, Exit, UsageError
from heymilo_ops.report import rebuild_text
from heymilo_ops.review.words import counted
from heymilo_ops.usecases.rebuild_state import RebuildPlan, plan_rebuild, wait_until_quiet, write_rebuild
from heymilo_ops.usecases.workspace import Workspace


@subcommand("rebuild")
@click.option(
    "--take",
    "takes",
    multiple=True,
    metavar="NAME=ID",
    help="Of several open postings of one revision, take this one; may be repeated.",
)
@write_options
def rebuild(session: Session, takes: tuple[str, ...], write: WriteOptions) -> Exit:
    """Make a lost or stale state of the marks at HeyMilo. Shows what it would be and asks first; sends nothing."""
    workspace = session.find_workspace()
    workspace.guard_ci(session.ci, write.local_state)
    store, chosen = workspace.store(), _takes(takes)
    with workspace.api() as api:
        wait_until_quiet(workspace, store, Terminal(session).watch)
        plan = plan_rebuild(workspace, store, api, chosen)
        _show(plan, session, workspace)
        if plan.attribution.forks:
            raise _forked(plan)
        if not plan.is_needed:
            print_text(session.out.prose(_nothing(plan, workspace)))
            return Exit.DONE
        confirm(session, f"Rebuild the state of {plan.title}?", write.auto_approve)
        state = write_rebuild(plan, store, api, write.lock_timeout)
    revisions = sum(len(posting.revisions) for posting in state.postings.values())
    result = (
        f"The state of {workspace.name} is rebuilt: {counted(len(state.postings), 'posting')}, "
        f"{counted(revisions, 'revision')}, serial {state.serial}; nothing was sent. See what is left: "
        f"heymilo-ops -w {workspace.name} plan"
    )
    print_text(session.out.prose(result))
    return Exit.DONE


def _takes(options: tuple[str, ...]) -> dict[str, list[str]]:
    takes: dict[str, list[str]] = {}
    for option in options:
        name, _, posting_id = option.partition("=")
        if not name or not posting_id:
            raise UsageError(f"--take {option}: it takes a name and a posting id", "Such as --take support=P123ABC.")
        takes.setdefault(name, []).append(posting_id)
    return takes


def _show(plan: RebuildPlan, session: Session, workspace: Workspace) -> None:
    standing, out = plan.standing, session.out
    if standing.aside:
        click.echo(out.prose(rebuild_text.set_aside_text(standing.trouble, workspace.state_location)))
    print_text(rebuild_text.render_rebuilt(plan.rebuilt, standing.state, out))
    print_text(rebuild_text.render_left_out(plan.attribution.left, out))
    print_text(rebuild_text.render_forks(plan.attribution.forks, out))
    print_text(rebuild_text.render_unknown(plan.rebuilt, plan.troubles, standing.state is None, out))


def _nothing(plan: RebuildPlan, workspace: Workspace) -> str:
    if plan.standing.state is None:
        return f"HeyMilo lists no posting with the marks of {workspace.project}/{workspace.name}: nothing to rebuild."
    return f"The state of {workspace.name} has all that the marks say: there is nothing to rebuild."


def _forked(plan: RebuildPlan) -> AttentionError:
    fork = plan.attribution.forks[0]
    take = f"--take {fork.address}={fork.postings[0].live.posting_id}"
    return AttentionError(
        "Two states were applied side by side, and which posting counts can't be told, so nothing was written",
        "Archive at HeyMilo the one that nobody needs and run this again; or say which to take, and archive the other "
        f"then: {take}",
    )
