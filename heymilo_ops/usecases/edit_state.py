"""Change the state by hand: each change is shown and approved first, and nothing is sent."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from heymilo_ops.apply.reconcile import Reconciliation
from heymilo_ops.apply.run_context import unobserved
from heymilo_ops.errors import AdviceKind, AttentionError, StaleError, advise
from heymilo_ops.model.fold import without_planned
from heymilo_ops.model.state import State
from heymilo_ops.repair.edit import forget, move, replacement
from heymilo_ops.repair.resolve import Binding, adopt, pending_for
from heymilo_ops.statefile import lease
from heymilo_ops.statefile.format import decode_state
from heymilo_ops.statefile.lease import this_process
from heymilo_ops.statefile.lock import LOCK_FILE, current_holder
from heymilo_ops.usecases.atomic_write import file_errors
from heymilo_ops.usecases.execute import reconcile_earlier
from heymilo_ops.usecases.run import Interaction, LockWait, Run, hold_state_lock, identify, lock_holder, open_run
from heymilo_ops.usecases.state_lookup import (
    WorkspaceState,
    applied_posting,
    begin_state,
    find_posting,
    guard_state,
    guard_workspace,
    read_state,
    state_version,
)
from heymilo_ops.usecases.workspace import Workspace

if TYPE_CHECKING:
    from heymilo_ops.statefile.folder import FolderBackend


@dataclass(frozen=True)
class StateEdit:
    """A change of a state that was checked and isn't written yet.

    Attributes:
        known: the state that the change was shown for.
        operation: for whoever waits for the lock.
        change: makes the new state of the stored one.
    """

    known: WorkspaceState
    operation: str
    change: Callable[[State | None], State]

    def write(self, lock_timeout: float) -> State:
        """Write the changed state under the lock.

        Raises ``StaleError`` where the state is another by now, ``LockedError`` where somebody holds the lock.
        """
        store = self.known.store
        with store.hold(lock_holder(identify(self.known.workspace), self.operation), lock_timeout):
            state = store.state
            if state_version(state) != state_version(self.known.state):
                raise StaleError("The state moved since it was shown", "Run it again, and read it again.")
            return store.write(self.change(state))


def forget_posting(known: WorkspaceState, name: str) -> StateEdit:
    """Take a posting and its history out of the state. Raises ``AttentionError`` where it must stay."""
    find_posting(known.applied, name)
    document = known.repo.by_address.get(name)
    is_protected = document is not None and document.desired is not None and document.desired.ops.protect

    def change(state: State | None) -> State:
        return forget(state or known.applied, name, is_protected=is_protected)

    change(None)
    return StateEdit(known, "state forget", change)


def rename_posting(known: WorkspaceState, old: str, new: str) -> StateEdit:
    """Put a posting's history under another name. Raises ``AttentionError`` where that can't be."""
    find_posting(known.applied, old)
    if paths := known.repo.may_be(old):
        raise AttentionError(
            f"{', '.join(paths)} can't be read, or isn't, so whether {old} has a manifest isn't known",
            ("Repair it.", advise(AdviceKind.LINT)),
        )

    def change(state: State | None) -> State:
        return move(state or known.applied, old, new, known.repo.desired, known.repo.by_address)

    change(None)
    return StateEdit(known, "state mv", change)


def read_saved_state(file: Path, workspace: Workspace) -> State:
    """Read the state of a workspace from a file. Raises ``AttentionError``, ``StateError``."""
    with file_errors(f"{file} can't be read"):
        state = decode_state(file.read_bytes(), str(file))
    guard_state(state, workspace)
    return state


def push_state(workspace: Workspace, saved: State) -> StateEdit | None:
    """Put a saved state in the place of the stored one; ``None`` where it is stored already.

    Raises ``AttentionError`` where it doesn't continue what is stored.
    """
    known = read_state(workspace)
    if saved == known.state:  # its write went through after all
        return None
    replacement(saved, known.state)
    return StateEdit(known, "state push", lambda state: replacement(saved, state))


def release_hold(known: WorkspaceState, name: str, lock_timeout: float, lock_wait: LockWait) -> bool:
    """Let a design that was rolled back from be applied again; whether one was held."""
    if applied_posting(known, name).held is None:
        return False
    holder = lock_holder(identify(known.workspace), "unhold")
    with hold_state_lock(known.store, holder, lock_timeout, lock_wait):
        state = known.at(known.store.state).applied
        posting = find_posting(state, name).model_copy(update={"held": None})
        known.store.write(state.model_copy(update={"postings": {**state.postings, name: posting}}))
    return True


def resolve_as_made(workspace: Workspace, name: str, posting_id: str, interaction: Interaction, timeout: float) -> None:
    """Settle that it happened, as this posting. HeyMilo is asked, and what it contradicts is refused."""
    known = read_state(workspace)
    author = identify(workspace, known.repo.by_path)
    document = known.repo.by_address.get(name)
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
        settled, _, _ = reconcile_earlier(run, name=name, closed=closed)
    if settled is None:
        raise AttentionError(f"nothing is pending for {name} any more: somebody else settled it meanwhile")
    return settled


HolderStatus = Literal["ended", "running", "unseen"]
"""What becomes of the process that holds a lock, as far as it can be seen from here."""


def held_lease(workspace: Workspace) -> lease.LeaseTerms | None:
    """Return the terms of the lock; ``None`` where nobody holds it.

    Raises ``AttentionError`` where a folder is locked, which can't be given back for another and needn't be.
    """
    from heymilo_ops.statefile.folder import FolderBackend

    backend = workspace.store().backend
    if not isinstance(backend, FolderBackend):
        return lease.current_lease(backend)
    if not _is_locked(backend):
        return None
    holder = current_holder(backend) or "a process that has not said who it is"
    raise AttentionError(
        f"{workspace.state_location} is locked by {holder}",
        "The lock of a folder belongs to its process and goes the moment that ends, however it ends; there is nothing "
        "to unlock. End that process, or wait: --lock-timeout 300.",
    )


def holder_status(terms: lease.LeaseTerms) -> HolderStatus:
    """Return what can be seen of the process that holds a lock."""
    process = terms.process
    if process.is_gone():
        return "ended"
    here = this_process()
    is_here = process.boot and (process.boot, process.namespace) == (here.boot, here.namespace)
    return "running" if is_here else "unseen"


def require_lease(workspace: Workspace, terms: lease.LeaseTerms, lease_id: str) -> None:
    """Raise ``AttentionError`` where the lock that is held is another one."""
    if terms.lease_id != lease_id:
        raise AttentionError(
            f"{lease_id} is not held: {terms.lease_id} is, by {terms.holder}",
            (
                "Nothing was unlocked. Wait for it to end.",
                advise(AdviceKind.STATE_UNLOCK, workspace=workspace.name, lease_id=terms.lease_id),
            ),
        )


def unlock_state(workspace: Workspace, lease_id: str) -> bool:
    """Give back a lock; whether it was still held."""
    return lease.unlock_lease(workspace.store().backend, lease_id) is not None


def _is_locked(backend: FolderBackend) -> bool:
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
