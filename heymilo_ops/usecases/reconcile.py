"""Find out, before anything new is sent, what became of operations that earlier runs left unknown. Nothing is sent."""

from __future__ import annotations

from heymilo_ops.apply.reconcile import IncompleteReconciliationError, Reconciliation, Search, reconcile
from heymilo_ops.model.event import Ended, Started
from heymilo_ops.model.fold import without_planned
from heymilo_ops.model.state import Intent, State
from heymilo_ops.usecases.guards import guard_workspace
from heymilo_ops.usecases.identity import identify, lock_holder
from heymilo_ops.usecases.run import Run, Unknown
from heymilo_ops.usecases.state_lookup import WorkspaceState


def reconcile_earlier(
    run: Run, known: WorkspaceState, *, name: str | None = None, closed: bool = False
) -> tuple[Reconciliation | None, WorkspaceState]:
    """Look for the operations that earlier runs left unknown; what was found, and the state after it.

    ``None`` where nothing is unknown. ``name``: of one posting, of whose operation somebody says that it did not
    happen. ``closed``: and that it is not to be sent again.
    """
    if not _unknown(known.state, name):
        return None, known
    workspace, interrupt = run.workspace, run.interaction.interrupt
    guard_workspace(known.state, workspace, run.api.workspace())
    author = identify(workspace)
    with run.locked(lock_holder(author, "settling")) as (_, known):
        since = workspace.settling.clock()  # whoever sent it is gone, or can't send any more
        intents = _unknown(known.state, name)
        if known.state is None or not intents:
            return None, known
        ids = frozenset(intent.op_id for intent in intents)
        search = Search(since, ids, taken_for_absent=name is not None, closed=closed)
        failure: IncompleteReconciliationError | None = None
        with run.interaction.watch(run.api) as observer:
            observer(Started(len(intents)))
            try:
                settled = reconcile(known.state, run.context(author, observer), search)
            except IncompleteReconciliationError as error:
                settled, failure = error.settled, error
            finally:
                observer(Ended(()))
        if settled.adopted or settled.absent:
            run.store.write(without_planned(settled.state))
    run.interaction.show_reconciliation(intents, settled)
    if interrupt():  # then a read is not tried again, which says nothing of HeyMilo
        raise KeyboardInterrupt
    if failure is not None:
        raise failure
    return settled, known.at(run.store.state)


def unknown_reasons(settled: Reconciliation | None) -> Unknown:
    """Say by name why an operation is still unknown after ``reconcile_earlier``."""
    if settled is None:
        return {}
    unknown = [intent for intent in settled.state.unknown() if intent.op_id in settled.open]
    return {intent.address: settled.open[intent.op_id] for intent in unknown}


def _unknown(state: State | None, name: str | None) -> tuple[Intent, ...]:
    unknown = state.unknown() if state is not None else ()
    return tuple(intent for intent in unknown if name in (None, intent.address))
