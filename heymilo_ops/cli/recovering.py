"""Looking, before anything new is sent, for what earlier runs left unknown."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from heymilo_ops.apply.pending import without_planned
from heymilo_ops.apply.reconcile import Search, Settled, UnsettledError, reconcile
from heymilo_ops.apply.run_context import RunContext
from heymilo_ops.cli.carrying import who
from heymilo_ops.cli.lock_wait import hold
from heymilo_ops.cli.options import Session
from heymilo_ops.cli.stopping import Stopping
from heymilo_ops.cli.telling import watching
from heymilo_ops.model.event import Ended, Started
from heymilo_ops.model.reason import Reason
from heymilo_ops.model.state import Intent, State
from heymilo_ops.remote.postings import Postings
from heymilo_ops.report import reconcile_text
from heymilo_ops.statefile.lock import this_holder
from heymilo_ops.statefile.store import StateStore
from heymilo_ops.usecases.guards import guard_state, guard_workspace
from heymilo_ops.usecases.workspace import Workspace


def recover(
    session: Session,
    workspace: Workspace,
    store: StateStore,
    api: Postings,
    lock_timeout: float,
    output_format: str = "text",
    *,
    name: str | None = None,
    closed: bool = False,
) -> Settled | None:
    """Settle what earlier runs left unknown, by looking; ``None`` where nothing is. Nothing is sent.

    ``name``: of one address, of which somebody says that it did not happen. ``closed``: and is not to be sent again.
    """
    state = store.read()
    guard_state(state, workspace)
    if not _unknown(state, name):
        return None
    guard_workspace(state, workspace, api.workspace())
    stopping, me = Stopping(), who(workspace, ())
    with (
        hold(session, store, this_holder(me.by, "settling", datetime.now(UTC)), lock_timeout),
        stopping.listening(),
    ):
        since = workspace.settling.clock()  # whoever sent it is gone, or can't send any more
        api.stop_when(stopping)
        state = store.read()
        unknown = _unknown(state, name)
        if state is None or not unknown:
            return None
        search = Search(
            since, frozenset(intent.op_id for intent in unknown), taken_for_absent=name is not None, closed=closed
        )
        context = RunContext(
            store=store,
            api=api,
            project=workspace.project,
            workspace=workspace.name,
            who=me,
            now=lambda: datetime.now(UTC),
            settling=workspace.settling,
            stopping=stopping,
        )
        settled, broken_off = _reconciled(state, context, search, session, output_format)
        if settled.adopted or settled.absent:
            store.write(without_planned(settled.state))
    _tell(session, unknown, settled)
    if stopping.asked:  # then a read is not tried again, which says nothing of HeyMilo
        raise KeyboardInterrupt
    if broken_off is not None:
        raise broken_off
    return settled


def reasons(settled: Settled | None) -> dict[str, tuple[Reason, ...]]:
    """By address, why something is still unknown after ``recover``."""
    if settled is None:
        return {}
    return {each.address: settled.open[each.op_id] for each in settled.state.unknown() if each.op_id in settled.open}


def _unknown(state: State | None, name: str | None) -> tuple[Intent, ...]:
    return tuple(each for each in state.unknown() if name in (None, each.address)) if state is not None else ()


def _reconciled(
    state: State, context: RunContext, search: Search, session: Session, output_format: str
) -> tuple[Settled, UnsettledError | None]:
    """What reconciling came to, and why it was broken off, where it was."""
    with watching(session, output_format, context.api) as observer:
        observer(Started(len(search.only or ())))
        try:
            return reconcile(state, replace(context, observer=observer), search), None
        except UnsettledError as error:
            return error.settled, error
        finally:
            observer(Ended(()))


def _tell(session: Session, unknown: tuple[Intent, ...], settled: Settled) -> None:
    for line in reconcile_text.reconcile_lines(unknown, settled, session.err):
        session.note(line)
