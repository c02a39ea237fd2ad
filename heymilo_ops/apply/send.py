"""Send jobs: one at a time, one write to HeyMilo at a time, each answer in the journal before the next."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace

from heymilo_ops.apply.acceptance import accepted_record
from heymilo_ops.apply.jobs import Job, entry_of
from heymilo_ops.apply.reconcile import Reconciliation
from heymilo_ops.apply.requests import Requests, desired_of
from heymilo_ops.apply.run_context import Ledger
from heymilo_ops.apply.snapshot import read_back
from heymilo_ops.errors import LockedError
from heymilo_ops.model import fold, record
from heymilo_ops.model.event import Cause, OperationStarted, Outcome, Result
from heymilo_ops.model.live import Live
from heymilo_ops.model.reason import Reason, ReasonCode, as_written
from heymilo_ops.model.state import Intent
from heymilo_ops.remote.answer import Answer, ConfirmedAnswer, RefusedAnswer, RejectedAnswer, UnknownAnswer, answered
from heymilo_ops.remote.postings import live_of

_GIVE_UP = 3
"""So many sends in a row that never reached HeyMilo end the run: the next would not reach it either."""

NEEDED_S = 65.0
"""How long the lock must still be held when a write is sent, in seconds: longer than any request takes, 5 s to connect
and twice the 30 s of silence that end it.
"""

_NOT_THERE = 404
_TOO_MANY = 429
"""HeyMilo's way of saying "later", for longer than we wait: as good as not reached."""


@dataclass
class _OpenOperation:
    """What was answered to each attempt of an operation whose outcome is unknown.

    ``so_far``: what its job had come to before it.
    """

    so_far: Outcome
    answers: list[UnknownAnswer] = field(default_factory=list)

    @property
    def last(self) -> UnknownAnswer:
        return self.answers[-1]

    @property
    def is_refused(self) -> bool:
        """Whether the last two answers are the same no."""
        return len(self.answers) > 1 and self.last.says_the_same(self.answers[-2])

    @property
    def words(self) -> str:
        """What the answers say, in HeyMilo's words; why none came, where that is so."""
        if self.last.status is None:
            return self.last.reason
        statuses = {answer.status for answer in self.answers}
        often = " each time" if len(statuses) == 1 and len(self.answers) > 1 else " at last"
        return answered(self.last.status, self.last.words, often)

    @property
    def reason(self) -> Reason:
        return Reason(ReasonCode.NO_ANSWER, self.words) if self.last.status is None else as_written(self.words)


class Sender:
    """Executes jobs; each intent is announced in the journal before it is sent, and its answer recorded after.

    Once ``halted`` says why, nothing more is sent.
    """

    def __init__(self, ledger: Ledger, jobs: Iterable[Job]) -> None:
        self.halted: Reason | None = None
        self.ended_at = ledger.context.clock()
        """When the last attempt ended, on the clock of the context."""
        self._ledger = ledger
        self._context = ledger.context
        self._upcoming = [intent.op_id for job in jobs for intent in job.intents]
        self._unreached = 0
        self._fenced = False
        self._open: dict[str, _OpenOperation] = {}
        self._requests = Requests(ledger, self._halts, self._require_lock)

    def execute(self, job: Job) -> Outcome:
        """Execute one job and return its outcome, which is durable.

        Halves that are not sent stay ``planned``; the end of the run drops them, and so does the start of the next.
        """
        outcome = Outcome(job.change.address, job.change.action.value, Result.DONE)
        if why := job.barred or self._halts():
            return self._skipped(outcome, Reason(ReasonCode.NOT_SENT, why))
        if job.records_only:
            outcome = replace(outcome, posting_id=self._record_ops(job))
        if job.accepts:
            outcome = self._record_revision(job, outcome)
        return self._send_all(job, job.intents, outcome)

    def resume(self, job: Job, outcome: Outcome, settled: Reconciliation, *, again: bool) -> Outcome:
        """Go on with a job whose outcome was unknown, by what reconciling came to; return its outcome.

        Adopted, it goes on with what is left of it; absent, the same operation is sent ``again`` as its next attempt,
        unless HeyMilo refused it twice with the same words.
        """
        known = {*settled.adopted, *settled.absent, *settled.open}
        number = next((number for number, intent in enumerate(job.intents) if intent.op_id in known), None)
        if number is None:
            return outcome
        intent, rest = job.intents[number], job.intents[number + 1 :]
        if live := settled.adopted.get(intent.op_id):
            outcome = self._confirmed(job, intent, live, replace(outcome, result=Result.DONE, reasons=()))
            return self._send_all(job, rest, outcome)
        if abandoned := settled.absent.get(intent.op_id):
            operation = self._open[intent.op_id]
            outcome = operation.so_far  # what was unknown did not happen
            rejected = RejectedAnswer(operation.last.status, operation.words, operation.last.errors)
            if operation.is_refused:
                return self._reject(intent, rejected, outcome)
            if halted := self._halts():
                return self._not_done(intent, halted, outcome)
            if not again and operation.last.is_no:
                return self._reject(intent, rejected, outcome)
            if not again:
                return self._not_done(intent, operation.reason, outcome)
            fresh = {"attempt": abandoned.attempt + 1, "status": "planned", "sent_at": None, "seen": settled.seen}
            retried = abandoned.model_copy(update=fresh)
            self._ledger.record(record.Retried(intent=retried))
            return self._send_all(job, (retried, *rest), outcome)
        return replace(outcome, result=Result.UNKNOWN, reasons=settled.open[intent.op_id])

    def refused(self) -> frozenset[str]:
        """Return the ids of operations that HeyMilo refused twice with the same words: what is absent of them ends."""
        return frozenset(op_id for op_id, operation in self._open.items() if operation.is_refused)

    def answers(self, op_ids: Collection[str]) -> tuple[str, ...]:
        """Return what HeyMilo answered last to these operations, in words; empty where no answer came."""
        last = [operation.last for op_id, operation in self._open.items() if op_id in op_ids]
        return tuple(dict.fromkeys(answer.reason for answer in last if answer.status is not None))

    def _not_done(self, intent: Intent, why: Reason, so_far: Outcome) -> Outcome:
        reason = _with_remainder(so_far, intent, Reason(ReasonCode.NOT_CARRIED_OUT, why))
        return replace(so_far, result=Result.REJECTED, reasons=(reason,), cause=Cause.UNREACHED)

    def _send_all(self, job: Job, intents: Iterable[Intent], outcome: Outcome) -> Outcome:
        for intent in intents:
            if halted := self._halts():
                outcome = self._skipped(outcome, _remainder(outcome, intent, halted))
            else:
                outcome = self._send_one(job, intent, outcome)
            if outcome.result is not Result.DONE:
                break
        self._ledger.in_hand = None
        return outcome

    def _skipped(self, outcome: Outcome, reason: Reason) -> Outcome:
        cause = Cause.FENCED if self._fenced else None
        return replace(outcome, result=Result.SKIPPED, reasons=(reason,), cause=cause)

    def _halts(self) -> Reason | None:
        """Return why nothing more is sent, if that is so."""
        if not self.halted and self._context.stopping():
            self.halted = Reason(ReasonCode.INTERRUPTED)
        return self.halted

    def _record_ops(self, job: Job) -> str | None:
        """Record what concerns the state alone; return the id of the posting that it is about."""
        change = job.change
        entry = entry_of(self._ledger.state, change)
        if entry is None:
            return None
        ops = change.desired.ops if change.desired else None
        at = fold.stamp(self._context.now())
        self._ledger.record(record.Noted(address=change.address, moved_from=change.moved_from, ops=ops, at=at))
        return entry.posting_id

    def _record_revision(self, job: Job, outcome: Outcome) -> Outcome:
        """Record as a revision what HeyMilo shows already."""
        context, entry = self._context, entry_of(self._ledger.state, job.change)
        review = context.evidence.get(job.change.address)
        accepted = accepted_record(
            job.change, entry, desired_of(job), context.author, fold.stamp(context.now()), review
        )
        self._ledger.record(accepted)
        return replace(outcome, posting_id=accepted.revision.posting_id, revision=accepted.revision.number)

    def _send_one(self, job: Job, intent: Intent, so_far: Outcome) -> Outcome:
        """Send one intent and record its answer."""
        ledger = self._ledger
        self._announce(intent)
        self._context.observer(OperationStarted(intent.address, intent.kind, ledger.index, ledger.total))
        try:
            self._require_lock()
            ledger.sent = True
            answer = self._requests.checked(intent, self._requests.send(job, intent))
        except LockedError as error:  # before the first attempt, or after a 429: it was not carried out
            self.halted, self._fenced = as_written(error.message), True
            ledger.tried.discard(intent.op_id)
            return self._skipped(so_far, _remainder(so_far, intent, self.halted))
        self.ended_at = self._context.clock()
        self._unreached = self._unreached + 1 if _too_far(answer) else 0
        if isinstance(answer, ConfirmedAnswer):
            live = live_of(answer.data)
            at = fold.stamp(self._context.now())
            ledger.in_hand = _unrecorded(job, intent, live, so_far)
            ledger.record(record.Confirmed(**record.of_intent(intent), live=record.written_posting(live), at=at))
            return self._confirmed(job, intent, live, so_far)
        if isinstance(answer, UnknownAnswer):
            self._open.setdefault(intent.op_id, _OpenOperation(so_far)).answers.append(answer)
            posting_id = so_far.posting_id or intent.target
            reasons = (as_written(answer.reason),)
            ledger.in_hand = replace(so_far, result=Result.UNKNOWN, posting_id=posting_id, reasons=reasons)
            ledger.record(record.Unknown(**record.of_intent(intent), at=fold.stamp(self._context.now())))
            return ledger.in_hand
        ledger.in_hand = self._reject(intent, answer, so_far)
        ended = record.HalfDone if intent.op_id in self._requests.begun else record.Rejected
        ledger.record(ended(**record.of_intent(intent)))
        return ledger.in_hand

    def _require_lock(self) -> None:
        """Raises ``LockedError`` where the lock isn't held for as long as a write takes."""
        self._context.lock.require(NEEDED_S)

    def _announce(self, intent: Intent) -> None:
        """Record that this operation, and as many as the store takes at once, may be under way from now on."""
        ledger = self._ledger
        if not any(item.op_id == intent.op_id and item.status == "sending" for item in ledger.state.pending):
            start = self._upcoming.index(intent.op_id)
            window = tuple(self._upcoming[start : start + self._context.store.window])
            ledger.record(record.Sending(ops=window, at=fold.stamp(self._context.now())))
        ledger.tried.add(intent.op_id)

    def _confirmed(self, job: Job, intent: Intent, made: Live, so_far: Outcome) -> Outcome:
        if intent.kind == "archive":
            return _archived(job, made, so_far)
        if intent.kind == "activate":
            return replace(so_far, posting_id=made.posting_id)
        entry = self._ledger.state.postings[intent.address]
        notes: list[Reason | None] = []
        if made.status == "draft" and intent.kind != "adopt":  # the plan says so of one that it found
            notes.append(Reason(ReasonCode.MADE_AS_DRAFT))
        if not made.has_known_status:
            notes.append(Reason(ReasonCode.MADE_WITH_STATUS, made.status))
        notes += self._requests.notes.pop(intent.op_id, ())
        if intent.kind == "create" and not intent.reproducible:
            notes.append(read_back(entry.digest, entry.posting_id, self._context.store, self._context.api))
        return replace(
            so_far,
            posting_id=entry.posting_id,
            revision=entry.revision,
            candidate_url=entry.candidate_url,
            review_url=entry.review_url,
            reasons=tuple(note for note in notes if note),
        )

    def _reject(self, intent: Intent, answer: RejectedAnswer | RefusedAnswer, so_far: Outcome) -> Outcome:
        why = self._requests.stopped.pop(intent.op_id, None) or as_written(answer.message)
        if intent.op_id in self._requests.begun:
            why, so_far = Reason(ReasonCode.EDIT_STOPPED, why), replace(so_far, posting_id=intent.target)
        reason = why if intent.edit else _with_remainder(so_far, intent, why)
        rejected = replace(so_far, result=Result.REJECTED, reasons=(reason,))
        if isinstance(answer, RejectedAnswer) and not _too_far(answer):
            return replace(rejected, errors=dict(answer.errors))
        if isinstance(answer, RefusedAnswer):
            self.halted = Reason(ReasonCode.KEY_REFUSED)
        elif self._unreached >= _GIVE_UP:
            self.halted = Reason(ReasonCode.UNREACHABLE)
        return replace(rejected, cause=Cause.UNREACHED)


def _too_far(answer: Answer) -> bool:
    """Whether this says nothing about the posting: HeyMilo was not reached, or is out of patience."""
    return isinstance(answer, RejectedAnswer) and (not answer.reached or answer.status == _TOO_MANY)


def _unrecorded(job: Job, intent: Intent, live: Live, so_far: Outcome) -> Outcome:
    """Return what HeyMilo did of a job so far, in case the state can't be written."""
    if intent.kind == "activate":
        known = replace(so_far, posting_id=live.posting_id)
    elif intent.kind == "archive":
        known = _archived(job, live, so_far)
    else:
        known = replace(so_far, posting_id=live.posting_id, revision=intent.number)
        known = replace(known, candidate_url=live.candidate_url, review_url=live.review_url)
    op_ids = [planned.op_id for planned in job.intents]
    rest = job.intents[op_ids.index(intent.op_id) + 1 :]
    if rest:
        return replace(
            known, result=Result.SKIPPED, reasons=(_remainder(known, rest[0], Reason(ReasonCode.STATE_NOT_WRITTEN)),)
        )
    return replace(known, reasons=(Reason(ReasonCode.NOT_RECORDED),))


def _archived(job: Job, live: Live, so_far: Outcome) -> Outcome:
    """Return what a job has come to with this posting archived."""
    closed = (live.posting_id,) if live.posting_id in job.change.closes else ()
    return replace(so_far, posting_id=so_far.posting_id or live.posting_id, archived=(*so_far.archived, *closed))


def _remainder(so_far: Outcome, intent: Intent, why: Reason) -> Reason:
    """Return what is left to do of a job that was done in part, or not at all."""
    if intent.kind != "archive":
        return Reason(ReasonCode.NOT_SENT, why)
    return Reason(ReasonCode.NOT_ARCHIVED, so_far.revision or 0, intent.target or "", why)


def _with_remainder(so_far: Outcome, intent: Intent, why: Reason) -> Reason:
    """Return why a half was not done, beside what was done of its job."""
    return _remainder(so_far, intent, why) if so_far.posting_id else why
