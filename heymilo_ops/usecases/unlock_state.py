"""Give back the lock of a state whose holder is gone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from heymilo_ops.advice import AdviceKind, advise
from heymilo_ops.errors import AttentionError
from heymilo_ops.statefile import lease
from heymilo_ops.statefile.lease import this_process
from heymilo_ops.statefile.lock import LOCK_FILE, current_holder
from heymilo_ops.usecases.workspace import Workspace

if TYPE_CHECKING:
    from heymilo_ops.statefile.folder import FolderBackend

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
