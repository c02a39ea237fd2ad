"""Carrying out an approved plan: the lock, a last look, the sends, the summary, the exit code."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from heymilo_ops import gitinfo
from heymilo_ops.apply.results import NotSavedError, exit_code
from heymilo_ops.apply.run import apply
from heymilo_ops.apply.run_context import RunContext, Who
from heymilo_ops.apply.send import NEEDED_S
from heymilo_ops.cli.lock_wait import hold
from heymilo_ops.cli.options import Session
from heymilo_ops.cli.planning import Planned
from heymilo_ops.cli.stopping import Stopping
from heymilo_ops.cli.telling import explained, summary, watching, without
from heymilo_ops.errors import Exit, StaleError, StateError
from heymilo_ops.model.reason import Reason
from heymilo_ops.model.state import State
from heymilo_ops.statefile.lock import this_holder as holder
from heymilo_ops.usecases.workspace import Workspace

if TYPE_CHECKING:
    from heymilo_ops.remote.postings import Postings, WorkspaceRef
    from heymilo_ops.statefile.store import StateStore


def who(workspace: Workspace, sources: Iterable[str]) -> Who:
    """In whose name this runs, and from which commit. ``sources``: the manifests that may be applied."""
    root = workspace.root
    commit = gitinfo.commit(root)
    dirty = gitinfo.dirty(root, sources) if commit else None
    return Who(gitinfo.applied_by(root, os.environ), commit if dirty is not None else None, dirty or frozenset())


def carry_out(
    session: Session,
    workspace: Workspace,
    store: StateStore,
    api: Postings,
    planned: Planned,
    output_format: str,
    lock_timeout: float,
    *,
    again: Callable[[], Planned] | None = None,
    rollback: bool = False,
    me: Who | None = None,
    why: Mapping[str, tuple[Reason, ...]] | None = None,
) -> Exit:
    """Take the lock, make sure that nothing moved, send, and tell.

    ``again`` plans anew, where somebody was asked. ``me``: in whose name, where what is sent isn't in the work tree.
    ``why``: by address, why the outcome of an earlier run is still unknown.
    """
    stopping, me = Stopping(), me or who(workspace, planned.checked.repo.by_path)
    # While the lock is waited for nothing is in flight, so a Ctrl-C leaves at once.
    with hold(session, store, holder(me.by, "apply", datetime.now(UTC)), lock_timeout) as lock, stopping.listening():
        api.stop_when(stopping)
        api.before_write(lambda: lock.require(NEEDED_S))
        _same(store, planned, again)
        try:
            with watching(session, output_format, api) as observer:
                context = RunContext(
                    store=store,
                    api=api,
                    project=workspace.project,
                    workspace=workspace.name,
                    who=me,
                    now=lambda: datetime.now(UTC),
                    observer=without(observer, why or {}),
                    settling=workspace.settling,
                    lock=lock,
                    stopping=stopping,
                    unmarked_allowed=planned.unmarked_allowed,
                )
                start, safety = begun(store, workspace, planned.ref), workspace.safety
                outcomes = apply(
                    planned.plan, context, begun=start, rollback=rollback, seen=planned.seen, safety=safety
                )
        except NotSavedError as error:
            error.help = _rescued(store, error, workspace, planned.state)
            summary(error.outcomes, output_format, session, planned, interrupted=True)
            raise
    outcomes = tuple(explained(each, why or {}) for each in outcomes)
    summary(outcomes, output_format, session, planned, stopping.asked)
    if workspace.config.sandbox and any(each.candidate_url for each in outcomes) and output_format == "text":
        session.note(f"\nThese links open while this runs: heymilo-ops -w {workspace.name} sandbox serve")
    if stopping.asked:
        return Exit.INTERRUPTED
    state = store.read()
    return exit_code(outcomes, state.unknown() if state is not None else ())


def _rescued(store: StateStore, error: NotSavedError, workspace: Workspace, before: State | None) -> str:
    """What to do about a state that could not be written: where it was saved instead, or what it would have said."""
    try:
        path = store.rescue(error.state, workspace.root)
    except StateError as again:
        old = before.postings if before is not None else {}
        now = {name: each.posting_id for name, each in error.state.postings.items() if each != old.get(name)}
        made = ", ".join(f"{name} is {posting_id}" for name, posting_id in now.items())
        known = f" Note what is known: {made}." if made else ""
        return (
            f"It can't be saved in the repo's folder either ({again.message}).{known} Fix the cause; then "
            f"`heymilo-ops -w {workspace.name} apply` looks for what was made before it sends anything."
        )
    push = f"heymilo-ops -w {workspace.name} state push {path.name}"
    return f"What is known is in {path.name}: keep it, fix the cause, and put it back with `{push}`."


def begun(store: StateStore, workspace: Workspace, ref: WorkspaceRef | None) -> State:
    """The state of a workspace that nothing was applied to yet."""
    state = store.begin(workspace.project, workspace.name, workspace.address)
    remote = {"remote_id": ref.id, "remote_name": ref.name or None} if ref is not None else {}
    return state.model_copy(update={"workspace": state.workspace.model_copy(update=remote)})


def version(state: State | None) -> tuple[str, int] | None:
    """Which state it is; ``None`` where there is none yet."""
    return None if state is None else state.version


def _same(store: StateStore, planned: Planned, again: Callable[[], Planned] | None) -> None:
    """Refuse where the state, or what would be done, moved while somebody read the plan."""
    if version(store.read()) != version(planned.state):
        raise StaleError("The state moved since this plan was made", "Run it again: it is planned anew.")
    if again is not None and again().plan.digest != planned.plan.digest:
        raise StaleError("The plan changed while it was being read", "Run it again, and read it again.")
