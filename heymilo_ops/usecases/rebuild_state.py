"""Make a lost or stale state of the marks that postings carry at HeyMilo."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from heymilo_ops.apply.run_context import Author
from heymilo_ops.apply.snapshot import read_back
from heymilo_ops.errors import StaleError
from heymilo_ops.model.event import Ended, Observer, Started, Waiting
from heymilo_ops.model.live import Live
from heymilo_ops.model.reason import Reason, ReasonCode
from heymilo_ops.model.state import State
from heymilo_ops.repair import salvage
from heymilo_ops.repair.attribution import Attribution, attribute
from heymilo_ops.repair.content import earlier_designs, find_contents, stored_content
from heymilo_ops.repair.edit_search import EditSearch, with_edits, without_unknown
from heymilo_ops.repair.rebuild import Manifests, Rebuilt, missing_contents, rebuild
from heymilo_ops.statefile.baseline import keep_baselines
from heymilo_ops.statefile.lease import LockRequest
from heymilo_ops.statefile.lock import hold_lock
from heymilo_ops.usecases.check import read_repo
from heymilo_ops.usecases.run import identify, lock_holder
from heymilo_ops.usecases.state_lookup import begin_state, guard_state, guard_workspace, state_version
from heymilo_ops.usecases.workspace import Workspace

if TYPE_CHECKING:
    from heymilo_ops.remote.postings import Postings
    from heymilo_ops.statefile.store import StateStore


@dataclass(frozen=True)
class RebuildPlan:
    """A state to write, and what it is made of.

    Attributes:
        standing: what the location of the state holds.
        listed: the postings that HeyMilo lists.
        troubles: what of the content could not be found, and why.
        title: the workspace by its own name and HeyMilo's.
    """

    standing: salvage.Standing
    listed: list[Live]
    attribution: Attribution
    rebuilt: Rebuilt
    troubles: list[Reason]
    title: str
    author: Author

    @property
    def is_needed(self) -> bool:
        """Whether there is something to write."""
        standing, state = self.standing, self.rebuilt.state
        if standing.aside:
            return True
        return state != standing.state and (standing.state is not None or bool(state.postings))


def wait_until_quiet(
    workspace: Workspace, store: StateStore, watch: Callable[[], AbstractContextManager[Observer]]
) -> None:
    """Wait as long as what was under way when the state was lost may still be carried out, or not be listed yet.

    Where there is a state, what it says to be unknown is left to the next apply; without one nobody knows of it. A
    Ctrl-C leaves at once.
    """
    settling = workspace.settling
    since = settling.clock()
    if settling.left(since) <= 0 or salvage.read_standing(store).state is not None:
        return
    with watch() as observer:
        observer(Started(1))
        observer(Waiting(settling.left(since), Reason(ReasonCode.WAITS_FOR_LOST_RUNS)))
        while (left := settling.left(since)) > 0:
            settling.sleep(left)
        observer(Ended(()))


def plan_rebuild(workspace: Workspace, store: StateStore, api: Postings, takes: Mapping[str, list[str]]) -> RebuildPlan:
    """Read the state, the manifests and HeyMilo, and make the state that would be written.

    ``takes``: by name, the ids to take of several postings of one revision.
    """
    standing = salvage.read_standing(store)
    state = standing.state
    guard_state(state, workspace)
    ref = api.workspace()
    guard_workspace(state, workspace, ref)
    repo = read_repo(workspace.root, workspace.variables)
    author = identify(workspace, repo.by_path)
    listed = api.list_all()
    attribution = attribute(listed, project=workspace.project, workspace=workspace.name, state=state, takes=takes)
    base = state or begin_state(store, workspace, ref)
    by_name = {desired.address: desired for desired in repo.desired}
    queries = missing_contents(attribution, base)
    contents = find_contents(queries, repo.desired, store, workspace.root, workspace.variables, author)
    manifests = Manifests(by_name, repo.names, any(unread.name is None for unread in repo.unread))
    now = datetime.now(UTC)
    search = EditSearch(
        base,
        contents.contents,
        api.questions,
        lambda digest: stored_content(digest, store),
        lambda name: earlier_designs(name, repo.desired, workspace.root, workspace.variables, author),
        now,
    )
    unfinished = search.find(attribution)
    base = without_unknown(base, unfinished)
    rebuilt = rebuild(attribution, base, listed, contents.contents, manifests, now)
    rebuilt = with_edits(rebuilt, unfinished, contents.contents)
    title = f"{workspace.name} ({ref.name})" if ref.name else workspace.name
    return RebuildPlan(standing, listed, attribution, rebuilt, contents.troubles, title, author)


def write_rebuild(plan: RebuildPlan, store: StateStore, api: Postings, lock_timeout: float) -> State:
    """Write the rebuilt state. Raises ``StaleError`` where the state or HeyMilo moved since, ``LockedError``."""
    before = plan.standing
    with _locked(plan, store, lock_timeout) as epoch:
        standing = salvage.read_standing(store)
        moved = (standing.aside, state_version(standing.state)) != (before.aside, state_version(before.state))
        if moved or _fingerprint(api.list_all()) != _fingerprint(plan.listed):
            raise StaleError("The state or HeyMilo moved since this was shown", "Run it again, and read it again.")
        store.put_snapshots(plan.rebuilt.snapshots)
        if plan.rebuilt.baselines:
            keep_baselines(store, plan.rebuilt.baselines.values())
        salvage.set_aside(store.backend, standing.aside, datetime.now(UTC).strftime("%Y-%m-%dT%H-%M-%SZ"))
        store.read()
        # A journal that isn't continued may still grow, by a holder who doesn't know that it lost the lock.
        epoch = max(epoch, standing.epoch) if before.state is None or standing.aside else 0
        state = store.write(salvage.beyond(plan.rebuilt.state, epoch))
        for digest, posting_id in plan.rebuilt.generated:
            read_back(digest, posting_id, store, api)
    return state


@contextmanager
def _locked(plan: RebuildPlan, store: StateStore, lock_timeout: float) -> Iterator[int]:
    """Hold the lock; gives its epoch. Where the state can't be read, the store can't take the lock by itself."""
    holder = lock_holder(plan.author, "state rebuild")
    if not plan.standing.aside:
        with store.hold(holder, lock_timeout) as lock:
            yield lock.epoch
        return
    with hold_lock(store.backend, LockRequest(holder, lock_timeout, store.where, plan.standing.epoch)) as lock:
        yield lock.epoch


def _fingerprint(listed: Iterable[Live]) -> list[tuple[str, bool, object]]:
    return sorted((live.posting_id, live.archived, live.metadata.get("heymilo-ops-op", "")) for live in listed)
