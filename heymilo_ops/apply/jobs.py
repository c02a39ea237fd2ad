"""The jobs of a run: each change of the plan with its intents, in the order in which they are executed.

Before anything is written it is checked that the plan still speaks of the state and the postings as they are, and that
the postings are ours, by their marks at that moment.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, assert_never

from heymilo_ops.apply.edit_start import scope_of
from heymilo_ops.apply.run_context import RunContext
from heymilo_ops.errors import AdviceKind, AttentionError, StaleError, advise
from heymilo_ops.finding import Severity
from heymilo_ops.model.desired import Desired
from heymilo_ops.model.fold import stamp
from heymilo_ops.model.live import Live
from heymilo_ops.model.reason import Reason, ReasonCode
from heymilo_ops.model.state import EditScope, HighWater, Intent, PostingState, State
from heymilo_ops.plan.adoption import marks_of_another
from heymilo_ops.plan.change import (
    Action,
    ActivatePosting,
    AdoptPosting,
    ArchivePosting,
    Change,
    CreatePosting,
    EditPosting,
    Forget,
    LiveRef,
    Operation,
    PatchPosting,
    Plan,
    RecordOnly,
    RecordRevision,
)
from heymilo_ops.plan.owner import Refusal, owner_of
from heymilo_ops.plan.pending_operation import blocked
from heymilo_ops.version import __version__

if TYPE_CHECKING:
    from heymilo_ops.remote.postings import Postings

_NAMES: dict[Action, Literal["create", "replace", "update", "adopt"]] = {
    Action.CREATE: "create",
    Action.REPLACE: "replace",
    Action.UPDATE: "update",
    Action.ADOPT: "adopt",
}


LISTED = 5
"""From more postings than these on, a list of all costs fewer requests than reading each."""


@dataclass(frozen=True, slots=True)
class Job:
    """One change to execute.

    Attributes:
        intents: one for each operation that sends something, in order.
        barred: why nothing is done, where an earlier intent stands in the way.
    """

    change: Change
    intents: tuple[Intent, ...] = ()
    barred: Reason | None = None

    @property
    def accepts(self) -> bool:
        """Whether what HeyMilo shows already is recorded as a revision."""
        return any(isinstance(operation, RecordRevision) for operation in self.change.operations)

    @property
    def records_only(self) -> bool:
        """Whether something of it concerns the state alone: ``ops`` changed, or the name is forgotten."""
        return any(
            isinstance(operation, RecordOnly | Forget)
            or (isinstance(operation, PatchPosting) and not operation.settings)
            for operation in self.change.operations
        )


def entry_of(state: State, change: Change) -> PostingState | None:
    """Return what the state knows of the posting, under its old name where it is being moved."""
    entry = state.postings.get(change.address)
    if entry is None and change.moved_from is not None:
        return state.postings.get(change.moved_from)
    return entry


def make_jobs(
    changes: Iterable[Change],
    state: State,
    context: RunContext,
    *,
    rollback: bool = False,
    seen: HighWater | None = None,
) -> tuple[Job, ...]:
    """Return the jobs of these changes: what is made, replaced or updated by name, then what is archived.

    Changes of names with an intent of unknown outcome are left out: the intent itself is reported.
    A create that counts as not made, and that these changes still ask for, becomes the next attempt of
    the same operation.

    Args:
        rollback: what is replaced is recorded as a rollback.
        seen: how far HeyMilo's list went before.

    Raises:
        AttentionError: a change can't be carried out.
    """
    pending = {intent.address for intent in state.unknown()}
    barred = blocked(state)
    ordered = sorted(changes, key=lambda change: (change.action is Action.ARCHIVE, change.address))
    maker = _IntentMaker(state, context, stamp(context.now()), rollback, seen)
    return tuple(maker.job(change, barred) for change in ordered if change.address not in pending)


@dataclass(frozen=True, slots=True)
class _IntentMaker:
    state: State
    context: RunContext
    at: str
    rollback: bool
    seen: HighWater | None

    def job(self, change: Change, barred: frozenset[str]) -> Job:
        for name in (change.address, change.moved_from):
            if name in barred:
                return Job(change, barred=Reason(ReasonCode.EARLIER_UNKNOWN, name))
        change = self._as_sent_before(change)
        scope = self._scope(change) if change.edits else None
        if isinstance(scope, Reason):
            return Job(change, barred=scope)
        return Job(change, tuple(self._intents(change, scope)))

    def _scope(self, change: Change) -> EditScope | Reason:
        edits = (operation for operation in change.operations if isinstance(operation, EditPosting))
        edit = next(edits, None)
        if edit is not None and edit.scope is not None:
            return edit.scope
        basis = edit.basis if edit is not None else None
        return scope_of(self._entry(change), _to_send(change, change.desired), self.context, basis)

    def _entry(self, change: Change) -> PostingState:
        entry = entry_of(self.state, change)
        if entry is None:
            raise AttentionError(
                f"{change.address}: the state knows no posting to update", advise(AdviceKind.PLAN_AGAIN)
            )
        return entry

    def _as_sent_before(self, change: Change) -> Change:
        """Return the change in the canonical form in which an earlier release decided on it and gave it up, if any did.

        Every attempt of an operation is then recorded and marked with the same digest.
        """
        recorded = [watched.digest for watched in self.state.watched if watched.address == change.address]

        def known(operation: Operation) -> Operation:
            if not isinstance(operation, CreatePosting) or operation.desired is None:
                return operation
            under = map(operation.desired.under, filter(None, recorded))
            return replace(operation, desired=next(filter(None, under), operation.desired))

        return replace(change, operations=tuple(map(known, change.operations)))

    def _intents(self, change: Change, scope: EditScope | None) -> Iterator[Intent]:
        for operation in change.operations:
            match operation:
                case CreatePosting(desired=desired):
                    yield self._sending(change, _to_send(change, desired))
                case PatchPosting(settings=settings, desired=desired) if settings:
                    desired = _to_send(change, desired)
                    yield self._sending(change, desired, self._entry(change).posting_id)
                case EditPosting(desired=desired):
                    desired = _to_send(change, desired)
                    yield self._sending(change, desired, self._entry(change).posting_id, scope)
                case ArchivePosting(posting_id=posting_id):
                    yield self._opening(change, "archive", posting_id)
                case ActivatePosting(posting_id=posting_id):
                    yield self._opening(change, "activate", posting_id)
                case PatchPosting() | RecordRevision() | RecordOnly() | Forget():
                    pass
                case AdoptPosting(posting_id=posting_id, desired=desired, live_name=live_name):
                    adopting = self._sending(change, _to_send(change, desired), posting_id)
                    yield adopting.model_copy(update={"kind": "adopt", "live_name": live_name or ""})
                case _:
                    assert_never(operation)

    def _sending(
        self, change: Change, desired: Desired, target: str | None = None, scope: EditScope | None = None
    ) -> Intent:
        """Return the intent that makes a posting, or that patches or adopts ``target``, or edits it within a scope."""
        op_id, attempt = (self.context.new_op(), 1) if target else self._attempt(change, desired)
        return Intent(
            kind="edit" if scope else "update" if target else "create",
            op_id=op_id,
            attempt=attempt,
            address=change.address,
            number=change.revision_to,
            digest=desired.digest,
            design_digest=desired.design_digest,
            portable=desired.portable,
            canon=desired.canon,
            action="rollback" if self.rollback else _NAMES[change.action],
            target=target,
            source=desired.source,
            commit=self.context.author.commit_of(desired.source),
            reproducible=desired.reproducible,
            ops=desired.ops,
            held=change.held,
            by=self.context.author.by,
            at=self.at,
            allowed=change.allowed,
            release=self._release(change),
            review=self.context.evidence.get(change.address),
            seen=None if target else self.seen,
            edit=scope,
        )

    def _release(self, change: Change) -> str | None:
        """Return the release whose rules all of the revision has been through: what stays isn't judged anew."""
        entry = entry_of(self.state, change) if change.action is Action.UPDATE else None
        return __version__ if entry is None else entry.current.release

    def _opening(self, change: Change, kind: Literal["archive", "activate"], posting_id: str) -> Intent:
        """Return the intent that changes whether a posting takes candidates, and no value of it."""
        return Intent(
            kind=kind,
            op_id=self.context.new_op(),
            address=change.address,
            action="archive" if kind == "archive" else "update",
            target=posting_id,
            source=change.source or "",
            by=self.context.author.by,
            at=self.at,
            allowed=change.allowed if change.action is Action.ARCHIVE else (),
            review=self.context.evidence.get(change.address) if kind == "archive" else None,
        )

    def _attempt(self, change: Change, desired: Desired) -> tuple[str, int]:
        """Return the operation of a create and its attempt: one that was given up and is still asked for goes on."""
        asked = (change.address, change.revision_to, desired.digest)
        closed = {watched.op_id for watched in self.state.watched if watched.closed}
        open_ones = [watched for watched in self.state.watched if watched.op_id not in closed]
        abandoned = [watched for watched in open_ones if (watched.address, watched.number, watched.digest) == asked]
        if not abandoned:
            return self.context.new_op(), 1
        op_id = abandoned[-1].op_id
        return op_id, 1 + max(watched.attempt for watched in abandoned if watched.op_id == op_id)


def _to_send(change: Change, desired: Desired | None) -> Desired:
    if desired is None or change.revision_to is None:
        raise AttentionError(
            f"{change.address}: the plan does not hold what is to be sent", advise(AdviceKind.PLAN_AGAIN)
        )
    return desired


_AGAIN = (advise(AdviceKind.PLAN_AGAIN), "Nothing was written.")


def refuse_errors(plan: Plan) -> None:
    """Raises ``AttentionError`` for a plan in which anything is an error."""
    errors = [finding for finding in plan.findings if finding.severity is Severity.ERROR]
    if errors:
        more = f" (and {len(errors) - 1} more)" if len(errors) > 1 else ""
        raise AttentionError(f"the plan can't be applied: {errors[0].code} {errors[0].message}{more}", errors[0].help)


def check_state(plan: Plan, state: State) -> None:
    """Raises ``StaleError`` where the plan was made for another state than this one.

    A plan made before there was any state has no lineage; it fits one that was begun and never written.
    """
    if plan.lineage != state.lineage and (plan.lineage or state.serial):
        raise StaleError("the plan was made for another state (its lineage differs)", _AGAIN)
    if plan.serial != state.serial:
        moved = f"serial {plan.serial} then, {state.serial} now"
        raise StaleError(f"the state was written since the plan was made ({moved})", _AGAIN)


def check_live(jobs: Iterable[Job], api: Postings) -> dict[str, Live]:
    """Read each posting that is about to be changed. Raises ``StaleError`` where one isn't as it was planned against.

    All are read before anything is written; return what was read, by posting id. ``UnreachableError`` passes through.
    """
    changed = [job.change for job in jobs if (job.intents or job.accepts) and job.change.action is not Action.CREATE]
    listed = _listed(changed, api)
    read = {}
    for change in changed:
        planned = change.live
        if planned is not None:
            live = listed.get(planned.posting_id) or api.get(planned.posting_id)
            _check(change.address, planned, live)
            if live is not None:
                read[live.posting_id] = live
    return read


def _listed(changes: Iterable[Change], api: Postings) -> dict[str, Live]:
    """List the postings that are taken over, where they are many.

    A list may lag behind, which does no harm to them alone: each is read by itself right before its PATCH, for its
    metadata, and its time, its marks and whether it is archived are compared there again.
    """
    ids = {change.live.posting_id for change in changes if change.action is Action.ADOPT and change.live is not None}
    return {live.posting_id: live for live in api.list_all() if live.posting_id in ids} if len(ids) > LISTED else {}


def check_owned(jobs: Iterable[Job], state: State, context: RunContext, read: Mapping[str, Live]) -> None:
    """Refuse the whole run where the marks of a posting that it would write to don't say that it is ours.

    ``read``: what was read just now; others are read here, before anything is written. What is archived or gone is not
    written to. Raises ``AttentionError``; ``UnreachableError`` passes through.
    """
    for job in jobs:
        for intent in job.intents:
            live = intent.target and (read.get(intent.target) or context.api.get(intent.target))
            refusal = refusal_of(job.change, state, context, live) if live and not live.archived else None
            if live and refusal:
                what = f"{job.change.address}: posting {live.posting_id} {refusal.reason}. Nothing was written"
                raise AttentionError(what, f"{refusal.help[:1].upper()}{refusal.help[1:]}.")


def _check(address: str, planned: LiveRef, live: Live | None) -> None:
    gone = live is None or live.archived
    if gone and planned.archived:
        return
    if live is None or live.archived or planned.archived:
        happened = "deleted" if live is None else "archived" if live.archived else "made active again"
        raise StaleError(f"{address}: posting {planned.posting_id} was {happened} since the plan was made", _AGAIN)
    if moved_since(planned, live):
        raise StaleError(f"{address}: posting {planned.posting_id} was changed since the plan was made", _AGAIN)


def moved_since(planned: LiveRef | None, live: Live) -> bool:
    """Return whether a posting shows that it was changed since it was planned against."""
    before = planned.updated_at if planned else None
    return None not in (live.updated_at, before) and live.updated_at != before


def refusal_of(change: Change, state: State, context: RunContext, live: Live) -> Refusal | None:
    """Return why the change must not write to this posting; ``None`` where it may.

    One that is adopted carries no marks yet, or those of an adoption that nothing recorded.
    """
    if change.action is Action.ADOPT and change.live is not None and change.live.posting_id == live.posting_id:
        desired = change.desired
        if desired is not None and not marks_of_another(live, desired, context.project, context.workspace):
            return None
    owner = owner_of(
        entry_of(state, change),
        change.address,
        change.moved_from,
        project=context.project,
        workspace=context.workspace,
        unmarked_allowed=context.unmarked_allowed,
    )
    return owner.refusal(live)
