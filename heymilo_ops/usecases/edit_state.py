"""Change the state by hand: each change is shown and approved first, and nothing is sent."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from heymilo_ops.advice import AdviceKind, advise
from heymilo_ops.errors import AttentionError, StaleError
from heymilo_ops.manifest.repo import Repo
from heymilo_ops.model.state import State
from heymilo_ops.repair.edit import forget, move, replacement
from heymilo_ops.statefile.format import decode_state
from heymilo_ops.usecases.guards import guard_state
from heymilo_ops.usecases.identity import identify, lock_holder
from heymilo_ops.usecases.run import LockWait, hold_state_lock
from heymilo_ops.usecases.state_lookup import (
    WorkspaceState,
    applied_posting,
    find_posting,
    read_state,
    state_version,
)
from heymilo_ops.usecases.workspace import Workspace


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
            state = store.read()
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
    _refuse_unreadable(known.repo, old)

    def change(state: State | None) -> State:
        return move(state or known.applied, old, new, known.repo.desired, known.repo.by_address)

    change(None)
    return StateEdit(known, "state mv", change)


def read_saved_state(file: Path, workspace: Workspace) -> State:
    """Read the state of a workspace from a file. Raises ``AttentionError``, ``StateError``."""
    try:
        data = file.read_bytes()
    except OSError as error:
        raise AttentionError(f"{file} can't be read: {error.strerror or type(error).__name__}") from error
    state = decode_state(data, str(file))
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
        state = known.read_again().applied
        posting = find_posting(state, name).model_copy(update={"held": None})
        known.store.write(state.model_copy(update={"postings": {**state.postings, name: posting}}))
    return True


def _refuse_unreadable(repo: Repo, old: str) -> None:
    paths = repo.may_be(old)
    if paths:
        raise AttentionError(
            f"{', '.join(paths)} can't be read, or isn't, so whether {old} has a manifest isn't known",
            ("Repair it.", advise(AdviceKind.LINT)),
        )
