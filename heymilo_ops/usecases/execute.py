"""Carry out an approved plan: the lock, a last look at the state, the sends, the outcomes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial

from heymilo_ops.apply.baselines import lacks_baseline, take_baselines
from heymilo_ops.apply.reconcile import IncompleteReconciliationError, Reconciliation, Search, reconcile
from heymilo_ops.apply.run import apply
from heymilo_ops.apply.run_context import Author, NotSavedError, exit_code
from heymilo_ops.apply.send import NEEDED_S
from heymilo_ops.errors import AdviceKind, Exit, Help, OpsError, StaleError, StateError, advise
from heymilo_ops.model.event import Ended, Event, Finished, Outcome, Result, Started
from heymilo_ops.model.fold import without_planned
from heymilo_ops.model.links import changed_links
from heymilo_ops.model.reason import Words
from heymilo_ops.model.state import Intent, State
from heymilo_ops.plan.planfile import SavedPlan
from heymilo_ops.statefile.lock import StateLock
from heymilo_ops.usecases.adoption import commits_to_record, record_commits
from heymilo_ops.usecases.plan import PlanOptions, PlanResult, make_plan
from heymilo_ops.usecases.run import Run, Unknown, identify
from heymilo_ops.usecases.saved_plan import resume_plan
from heymilo_ops.usecases.state_lookup import WorkspaceState, begin_state, guard_workspace, state_version


def _nothing() -> None:
    """Do nothing."""


@dataclass(frozen=True)
class Proposal:
    """A plan that a command proposes to carry out.

    Attributes:
        identify: says in whose name, and from which commit.
        is_rollback: its replace is recorded as a rollback.
        before_sending: is called once the plan is approved, or where it changes nothing, before anything is sent.
        is_of_work_tree: it is of the manifests as they stand here, so that their commit is recorded.
    """

    result: PlanResult
    identify: Callable[[], Author]
    is_rollback: bool = False
    before_sending: Callable[[], None] = _nothing
    is_of_work_tree: bool = False


Propose = Callable[[WorkspaceState, bool], Proposal]
"""Plans on a state; the second value says whether the lock is held."""


def carry_out(run: Run, propose: Propose) -> Exit:
    """Reconcile, plan, show, approve, lock, compare again, execute, show the outcomes: what every such command does."""
    settled, known, before = reconcile_earlier(run)
    unknown: Unknown = {}
    if settled is not None:
        pending = [intent for intent in settled.state.unknown() if intent.op_id in settled.open]
        unknown = {intent.address: settled.open[intent.op_id] for intent in pending}
    proposal = propose(known, False)
    result = proposal.result
    run.interaction.show_plan(result, unknown)
    if result.errors:
        return Exit.ATTENTION
    if not result.plan.has_changes:
        proposal.before_sending()
        _complete_baselines(run, known)
        run.interaction.show_nothing()
        _record_commits(run, proposal)
        return Exit.DONE
    was_asked = run.interaction.approve(result)
    author = proposal.identify()
    proposal.before_sending()
    with run.locked(author, "apply") as (lock, known):
        run.api.before_write(lambda: lock.require(NEEDED_S))
        _refuse_moved(result, known, propose if was_asked else None)
        outcomes = _execute(run, proposal, author, lock, unknown)
        if proposal.is_of_work_tree:
            record_commits(run.store, run.workspace.root, result.repo.desired, author)
    outcomes = tuple(_with_reason(outcome, unknown) for outcome in outcomes)
    interrupted = run.interaction.interrupt()
    result = replace(result, links=changed_links(before, run.store.state, result.urls))
    run.interaction.show_outcomes(result, outcomes, interrupted=interrupted)
    if interrupted:
        return Exit.INTERRUPTED
    state = run.store.state
    return exit_code(outcomes, state.unknown() if state is not None else ())


def _record_commits(run: Run, proposal: Proposal) -> None:
    """Record, where nothing else is to be done, in which commit the manifests of adopted postings were found."""
    state, root, desired = proposal.result.state, run.workspace.root, proposal.result.repo.desired
    if not proposal.is_of_work_tree or not commits_to_record(state, root, desired, proposal.identify):
        return
    author = proposal.identify()
    with suppress(OpsError), replace(run, lock_timeout=0.0).locked(author, "apply"):  # else a later apply does it
        record_commits(run.store, root, desired, author)


def _complete_baselines(run: Run, known: WorkspaceState) -> None:
    """Read what HeyMilo shows of the postings that lack a baseline; a later run does where it fails."""
    if known.state is None or not any(map(lacks_baseline, known.state.postings.values())):
        return
    author = identify(run.workspace)
    try:
        with run.locked(author, "reading") as (_, known), run.interaction.watch(run.api) as observer:
            if known.state is not None:
                state, _ = take_baselines(known.state, run.context(author, observer))
                if state is not known.state:
                    run.store.write(state)
    except OpsError:
        return
    if run.interaction.interrupt():
        raise KeyboardInterrupt


def _execute(run: Run, proposal: Proposal, author: Author, lock: StateLock, unknown: Unknown) -> Sequence[Outcome]:
    workspace, result = run.workspace, proposal.result
    try:
        with run.interaction.watch(run.api) as observer:
            context = replace(
                run.context(author, lambda event: observer(event) if _is_new(event, unknown) else None),
                lock=lock,
                unmarked_allowed=result.unmarked_allowed,
            )
            return apply(
                result.plan,
                context,
                begun=begin_state(run.store, workspace, result.ref),
                rollback=proposal.is_rollback,
                seen=result.seen,
                safety=workspace.safety,
            )
    except NotSavedError as error:
        error.help = _rescue(run, error, result.state)
        run.interaction.show_outcomes(result, error.outcomes, interrupted=True)
        raise


def _refuse_moved(result: PlanResult, known: WorkspaceState, propose: Propose | None) -> None:
    """Refuse where the state, or what would be done, moved while somebody read the plan."""
    if state_version(known.state) != state_version(result.state):
        raise StaleError("The state moved since this plan was made", "Run it again: it is planned anew.")
    if propose is not None and propose(known, True).result.plan.digest != result.plan.digest:
        raise StaleError("The plan changed while it was being read", "Run it again, and read it again.")


def _with_reason(outcome: Outcome, unknown: Unknown) -> Outcome:
    """Give an outcome that stays unknown the reason by its name; nothing new was sent for such a posting."""
    if outcome.result is not Result.UNKNOWN or outcome.address not in unknown:
        return outcome
    return replace(outcome, reasons=unknown[outcome.address])


def _is_new(event: Event, unknown: Unknown) -> bool:
    """Whether an event is none of what stays unknown of earlier runs: that was shown before the plan."""
    return not isinstance(event, Finished) or _with_reason(event.outcome, unknown) is event.outcome


def _rescue(run: Run, error: NotSavedError, before: State | None) -> Help:
    """Save a state that could not be written in the repo's folder; what to do about it, or what it would have said."""
    workspace = run.workspace
    try:
        path = run.store.rescue(error.state, workspace.root)
    except StateError as failure:
        old = before.postings if before is not None else {}
        made = [
            f"{name} is {posting.posting_id}"
            for name, posting in error.state.postings.items()
            if posting != old.get(name)
        ]
        known = f" Note what is known: {', '.join(made)}." if made else ""
        problem = f"It can't be saved in the repo's folder either ({failure.message}).{known}"
        return problem, advise(AdviceKind.APPLY, workspace=workspace.name)
    return f"What is known is in {path.name}.", advise(AdviceKind.STATE_PUSH, workspace=workspace.name, file=path.name)


def apply_plan(run: Run, options: PlanOptions, saved: SavedPlan | None, words: Words) -> Exit:
    """Plan and apply; with ``saved``, exactly the plan that was saved, whose reasons are compared in ``words``."""

    def propose(known: WorkspaceState, is_locked: bool) -> Proposal:
        if saved is not None:
            result = resume_plan(saved, known, options, run.api, words)
        else:
            result = make_plan(known, options, run.api, is_locked=is_locked)
        return Proposal(result, partial(identify, run.workspace, result.repo.by_path), is_of_work_tree=True)

    return carry_out(run, propose)


def reconcile_earlier(
    run: Run, *, name: str | None = None, closed: bool = False
) -> tuple[Reconciliation | None, WorkspaceState, State | None]:
    """Look for the operations that earlier runs left unknown; what was found, the state after it, and that before.

    ``None`` where nothing is unknown. ``name``: of one posting, of whose operation somebody says that it did not
    happen. ``closed``: and that it is not to be sent again.
    """
    known = WorkspaceState(run.workspace, run.store, None).read_again()
    before = known.state
    if not _unknown(known.state, name):
        return None, known, before
    workspace, interrupt = run.workspace, run.interaction.interrupt
    guard_workspace(known.state, workspace, run.api.workspace())
    author = identify(workspace)
    with run.locked(author, "settling") as (_, known):
        since = workspace.settling.clock()  # whoever sent it is gone, or can't send any more
        intents = _unknown(known.state, name)
        if known.state is None or not intents:
            return None, known, before
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
    return settled, known.at(run.store.state), before


def _unknown(state: State | None, name: str | None) -> tuple[Intent, ...]:
    unknown = state.unknown() if state is not None else ()
    return tuple(intent for intent in unknown if name in (None, intent.address))
