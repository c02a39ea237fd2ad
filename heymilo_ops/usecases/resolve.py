"""``state resolve``: settle by hand an operation whose answer was lost, or a posting that the state lost."""

from __future__ import annotations

from heymilo_ops.apply.reconcile import Reconciliation
from heymilo_ops.apply.run_context import unobserved
from heymilo_ops.errors import AttentionError
from heymilo_ops.model.fold import without_planned
from heymilo_ops.repair.resolve import Binding, adopt, pending_for
from heymilo_ops.usecases.check import read_repo
from heymilo_ops.usecases.guards import guard_workspace
from heymilo_ops.usecases.identity import identify, lock_holder
from heymilo_ops.usecases.reconcile import reconcile_earlier
from heymilo_ops.usecases.run import Interaction, Run, hold_state_lock, open_run
from heymilo_ops.usecases.state_lookup import begin_state, read_state
from heymilo_ops.usecases.workspace import Workspace


def resolve_as_made(workspace: Workspace, name: str, posting_id: str, interaction: Interaction, timeout: float) -> None:
    """Settle that it happened, as this posting. HeyMilo is asked, and what it contradicts is refused."""
    known = read_state(workspace)
    repo = read_repo(workspace.root, workspace.variables)
    author = identify(workspace, repo.by_path)
    document = repo.by_address.get(name)
    with workspace.api() as api:
        ref = api.workspace()
        guard_workspace(known.state, workspace, ref)
        desired = document.desired if document is not None else None
        binding = Binding(desired, begin_state(known.store, workspace, ref))
        run = Run(workspace, known.store, api, interaction, timeout)
        with hold_state_lock(known.store, lock_holder(author, "state resolve"), timeout, interaction.lock_wait):
            adopt(name, posting_id, run.context(author, unobserved), binding)


def resolve_as_absent(
    workspace: Workspace, name: str, interaction: Interaction, timeout: float, *, closed: bool
) -> Reconciliation:
    """Settle that it did not happen; ``closed``: and is not to be sent again. What HeyMilo shows is adopted."""
    state = workspace.store().read()
    if state is None:
        raise AttentionError("there is no state yet, so nothing is pending")
    pending_for(without_planned(state), name)
    with open_run(workspace, interaction, timeout, writes=False) as run:
        settled, _ = reconcile_earlier(run, run.read_state(), name=name, closed=closed)
    if settled is None:
        raise AttentionError(f"nothing is pending for {name} any more: somebody else settled it meanwhile")
    return settled
