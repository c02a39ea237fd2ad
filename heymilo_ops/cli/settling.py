"""Settling by hand what is unknown: an operation whose answer was lost, or a posting that the state lost."""

from __future__ import annotations

from datetime import UTC, datetime

import click

from heymilo_ops.apply.bind import Binding
from heymilo_ops.apply.resolve import resolve
from heymilo_ops.cli.carrying import begun, who
from heymilo_ops.cli.checking import read
from heymilo_ops.cli.guards import guard_state, guard_workspace
from heymilo_ops.cli.options import Session
from heymilo_ops.cli.project import find
from heymilo_ops.cli.workspace import Workspace
from heymilo_ops.errors import Exit
from heymilo_ops.statefile.lock import holder

REQUEST_S = 30.0
"""How long a request may be under way, in seconds; the client waits no longer."""


def settle(session: Session, name: str, adopt: str | None, lock_timeout: float) -> Exit:
    """It happened, as posting ``adopt``; or it did not (``None``). HeyMilo is asked, and what it denies is refused."""
    workspace = find(session).workspace(session)
    store = workspace.store()
    state = store.read()
    guard_state(state, workspace)
    repo = read(workspace.root, workspace.variables)
    me = who(workspace, repo.by_path)
    document = repo.by_address.get(name)
    with workspace.api(session) as api:
        ref = api.workspace()
        guard_workspace(state, workspace, ref)
        binding = Binding(me, document.desired if document is not None else None, begun(store, workspace, ref))
        with store.hold(holder(me.by, "state resolve", datetime.now(UTC)), lock_timeout):
            resolve(
                name,
                store=store,
                api=api,
                project=workspace.project,
                now=lambda: datetime.now(UTC),
                adopt=adopt,
                absent=adopt is None,
                binding=binding,
                settle_s=_settle_s(workspace),
            )
    said = f"is settled by posting {adopt}" if adopt is not None else "is no longer pending: it did not happen"
    click.echo(f"{name} {said}. See what is left: heymilo-ops -w {workspace.name} plan")
    return Exit.DONE


def _settle_s(workspace: Workspace) -> float:
    """Seconds after a send until absence can be believed. A HeyMilo that lists at once (0) is believed at once."""
    settle = 0 if workspace.config.sandbox else workspace.config.settle_seconds
    return REQUEST_S + settle if settle else 0.0
