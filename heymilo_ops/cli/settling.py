"""Settling by hand: an operation whose answer was lost, or a posting that the state lost."""

from __future__ import annotations

from datetime import UTC, datetime

import click

from heymilo_ops.apply.pending import without_planned
from heymilo_ops.apply.run_context import RunContext
from heymilo_ops.cli.carrying import begun, who
from heymilo_ops.cli.lock_wait import hold
from heymilo_ops.cli.options import Session
from heymilo_ops.cli.recovering import recover
from heymilo_ops.errors import AttentionError, Exit
from heymilo_ops.repair.adopt import Binding
from heymilo_ops.repair.resolve import adopt, pending_for
from heymilo_ops.statefile.lock import this_holder
from heymilo_ops.usecases.check import read_repo
from heymilo_ops.usecases.guards import guard_state, guard_workspace


def settle(session: Session, name: str, posting_id: str, lock_timeout: float) -> Exit:
    """It happened, as this posting. HeyMilo is asked, and what it denies is refused."""
    workspace = session.find_workspace()
    store = workspace.store()
    state = store.read()
    guard_state(state, workspace)
    repo = read_repo(workspace.root, workspace.variables)
    me = who(workspace, repo.by_path)
    document = repo.by_address.get(name)
    with workspace.api() as api:
        ref = api.workspace()
        guard_workspace(state, workspace, ref)
        binding = Binding(document.desired if document is not None else None, begun(store, workspace, ref))
        with hold(session, store, this_holder(me.by, "state resolve", datetime.now(UTC)), lock_timeout):
            context = RunContext(store, api, workspace.project, workspace.name, me, lambda: datetime.now(UTC))
            adopt(name, posting_id, context, binding)
    click.echo(f"{name} is settled by posting {posting_id}. See what is left: heymilo-ops -w {workspace.name} plan")
    return Exit.DONE


def settle_absent(session: Session, name: str, lock_timeout: float, *, closed: bool) -> Exit:
    """It did not happen; ``closed``: and is not to be sent again. Where HeyMilo shows that it did, it is adopted."""
    workspace = session.find_workspace()
    store = workspace.store()
    state = store.read()
    if state is None:
        raise AttentionError("there is no state yet, so nothing is pending")
    pending_for(without_planned(state), name)
    with workspace.api() as api:
        settled = recover(session, workspace, store, api, lock_timeout, name=name, closed=closed)
    if settled is None:
        raise AttentionError(f"nothing is pending for {name} any more: somebody else settled it meanwhile")
    if settled.open:
        return Exit.PARTIAL
    click.echo(f"See what is left: heymilo-ops -w {workspace.name} plan")
    return Exit.ATTENTION if settled.adopted else Exit.DONE
