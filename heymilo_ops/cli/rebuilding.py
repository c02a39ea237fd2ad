"""Writing a rebuilt state, under the lock and only where everything still is as it was shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from heymilo_ops.apply.run_context import Who
from heymilo_ops.apply.snapshot import read_back
from heymilo_ops.cli.options import Session
from heymilo_ops.cli.progress import watch
from heymilo_ops.errors import StaleError
from heymilo_ops.model.event import Ended, Started, Waiting
from heymilo_ops.model.live import Live
from heymilo_ops.model.reason import Reason, ReasonCode
from heymilo_ops.model.state import State
from heymilo_ops.repair import salvage
from heymilo_ops.repair.rebuild import Rebuilt
from heymilo_ops.statefile.lock import LockRequest, hold_lock, this_holder
from heymilo_ops.usecases.state_lookup import state_version
from heymilo_ops.usecases.workspace import Workspace

if TYPE_CHECKING:
    from heymilo_ops.remote.postings import Postings
    from heymilo_ops.statefile.store import StateStore


def wait_until_quiet(session: Session, workspace: Workspace, store: StateStore) -> None:
    """Wait as long as what was under way when the state was lost may still be carried out, or not be listed yet.

    Where there is a state, what it says to be unknown is left to the next apply; without one nobody knows of it. A
    Ctrl-C leaves at once.
    """
    settling = workspace.settling
    since = settling.clock()
    if settling.left(since) <= 0 or salvage.read_standing(store).state is not None:
        return
    with watch(session, "text") as observer:
        observer(Started(1))
        observer(Waiting(settling.left(since), Reason(ReasonCode.WAITS_FOR_LOST_RUNS)))
        while (left := settling.left(since)) > 0:
            settling.sleep(left)
        observer(Ended(()))


def write(
    store: StateStore,
    api: Postings,
    shown: salvage.Standing,
    listed: Iterable[Live],
    made: Rebuilt,
    who: Who,
    lock_timeout: float,
) -> State:
    """The state as written. Raises ``StaleError`` where the state or HeyMilo moved since, ``LockedError``."""
    now = datetime.now(UTC)
    with _held(store, shown, who, lock_timeout, now) as epoch:
        standing = salvage.read_standing(store)
        moved = (standing.aside, state_version(standing.state)) != (shown.aside, state_version(shown.state))
        if moved or _seen(api.list_all()) != _seen(listed):
            raise StaleError("The state or HeyMilo moved since this was shown", "Run it again, and read it again.")
        store.put_snapshots(made.snapshots)
        salvage.set_aside(store.backend, standing.aside, now.strftime("%Y-%m-%dT%H-%M-%SZ"))
        store.read()
        # A journal that isn't continued may still grow, by a holder who doesn't know that it lost the lock.
        epoch = max(epoch, standing.epoch) if shown.state is None or standing.aside else 0
        state = store.write(salvage.beyond(made.state, epoch))
        for digest, posting_id in made.generated:
            read_back(digest, posting_id, store, api)
    return state


@contextmanager
def _held(store: StateStore, shown: salvage.Standing, who: Who, lock_timeout: float, now: datetime) -> Iterator[int]:
    """The lock, with its epoch. Where the state can't be read, neither can the store's own way to the lock go."""
    me = this_holder(who.by, "state rebuild", now)
    if not shown.aside:
        with store.hold(me, lock_timeout) as lock:
            yield lock.epoch
        return
    with hold_lock(store.backend, LockRequest(me, lock_timeout, store.where, shown.epoch)) as lock:
        yield lock.epoch


def _seen(listed: Iterable[Live]) -> list[tuple[str, bool, object]]:
    return sorted((each.posting_id, each.archived, each.metadata.get("heymilo-ops-op", "")) for each in listed)
