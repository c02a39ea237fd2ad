"""Settling what is unknown: an operation whose answer was lost, or a posting that the state lost."""

from __future__ import annotations

from datetime import UTC, datetime

import click

from heymilo_ops.apply.bind import Binding
from heymilo_ops.apply.pending import without_planned
from heymilo_ops.apply.reconcile import Settled, reconcile
from heymilo_ops.apply.resolve import adopt, pending_for
from heymilo_ops.cli.carrying import begun, observing, who
from heymilo_ops.cli.checking import read
from heymilo_ops.cli.guards import guard_state, guard_workspace
from heymilo_ops.cli.options import Session
from heymilo_ops.cli.project import find
from heymilo_ops.cli.stopping import Stopping
from heymilo_ops.cli.workspace import Workspace
from heymilo_ops.errors import AttentionError, Exit
from heymilo_ops.model.event import Ended, Started
from heymilo_ops.model.state import Intent
from heymilo_ops.remote.postings import Postings
from heymilo_ops.report import settled_text
from heymilo_ops.report.progress import ProgressObserver
from heymilo_ops.statefile.lock import holder
from heymilo_ops.statefile.store import Store


def settle(session: Session, name: str, posting_id: str, lock_timeout: float) -> Exit:
    """It happened, as this posting. HeyMilo is asked, and what it denies is refused."""
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
            adopt(
                name,
                posting_id,
                store=store,
                api=api,
                project=workspace.project,
                now=lambda: datetime.now(UTC),
                binding=binding,
            )
    click.echo(f"{name} is settled by posting {posting_id}. See what is left: heymilo-ops -w {workspace.name} plan")
    return Exit.DONE


def settle_absent(session: Session, name: str, lock_timeout: float, *, closed: bool) -> Exit:
    """It did not happen; ``closed``: and is not to be sent again. Where HeyMilo shows that it did, it is adopted."""
    workspace = find(session).workspace(session)
    store = workspace.store()
    state = store.read()
    if state is None:
        raise AttentionError("there is no state yet, so nothing is pending")
    pending_for(without_planned(state), name)
    with workspace.api(session) as api:
        settled = recover(session, workspace, store, api, lock_timeout, name=name, closed=closed)
    if settled is None or settled.open:
        return Exit.PARTIAL
    click.echo(f"See what is left: heymilo-ops -w {workspace.name} plan")
    return Exit.ATTENTION if settled.adopted else Exit.DONE


def recover(
    session: Session,
    workspace: Workspace,
    store: Store,
    api: Postings,
    lock_timeout: float,
    output_format: str = "text",
    *,
    name: str | None = None,
    closed: bool = False,
) -> Settled | None:
    """Settle what earlier runs left unknown, by looking; ``None`` where nothing is. Nothing is sent.

    ``name``: of one address, of which somebody says that it did not happen.
    """
    state = store.read()
    guard_state(state, workspace)
    if state is None or not _unknown(state.unknown(), name):
        return None
    guard_workspace(state, workspace, api.workspace())
    stopping = Stopping()
    with store.hold(holder(who(workspace, ()).by, "settling", datetime.now(UTC)), lock_timeout), stopping.listening():
        since = workspace.settling.clock()  # whoever sent it is gone, or can't send any more
        api.stop_when(stopping)
        state = store.read()
        unknown = _unknown(state.unknown(), name) if state is not None else ()
        if state is None or not unknown:
            return None
        observer = observing(session, output_format)
        observer(Started(len(unknown)))
        try:
            settled = reconcile(
                state,
                store=store,
                api=api,
                project=workspace.project,
                now=lambda: datetime.now(UTC),
                since=since,
                settling=workspace.settling,
                observer=observer,
                stopping=stopping,
                only=frozenset(each.op_id for each in unknown),
                taken_for_absent=name is not None,
                closed=closed,
            )
            observer(Ended(()))
        finally:
            if isinstance(observer, ProgressObserver):
                observer.stop()
        if settled.adopted or settled.absent:
            store.write(without_planned(settled.state))
    for line in settled_text.lines(unknown, settled.adopted, settled.open, settled.absent, settled.notes):
        session.note(line)
    if stopping.asked:
        raise KeyboardInterrupt
    return settled


def _unknown(intents: tuple[Intent, ...], name: str | None) -> tuple[Intent, ...]:
    return tuple(each for each in intents if name in (None, each.address))
