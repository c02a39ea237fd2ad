"""Safeguards around a send to HeyMilo."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.guarantees.kinds import Safeguard, none_of_them, put, tests, traces


def _kept_back(patch: pytest.MonkeyPatch, *held: str) -> None:
    """Records of these kinds are written with the next record of another kind, and not before."""
    from heymilo_ops.apply.run_context import Ledger
    from heymilo_ops.model import fold

    original, waiting = Ledger.record, []

    def record(self: Ledger, *records: Any) -> None:
        waiting.extend(records)
        if records[-1].kind in held:
            for each in records:
                self.state = fold.folded(self.state, each)
            return
        original(self, *waiting)
        waiting.clear()

    patch.setattr(Ledger, "record", record)


def intents_later(patch: pytest.MonkeyPatch) -> None:
    _kept_back(patch, "opened", "sending")


def sending_later(patch: pytest.MonkeyPatch) -> None:
    _kept_back(patch, "sending")


def outcomes_later(patch: pytest.MonkeyPatch) -> None:
    _kept_back(patch, "confirmed", "unknown", "rejected")


def sent_again(patch: pytest.MonkeyPatch) -> None:
    from heymilo_ops.remote.client import Client, _Failure

    original = Client._patiently

    def patiently(self: Client, *request: Any) -> Any:
        reply = original(self, *request)
        broke = isinstance(reply, _Failure) or reply.status >= 500
        return original(self, *request) if broke else reply

    patch.setattr(Client, "_patiently", patiently)


def unclear_is_rejected(patch: pytest.MonkeyPatch) -> None:
    from heymilo_ops.remote import answer, client

    original = client.answer_of

    def answer_of(status: int, *more: Any) -> Any:
        found = original(status, *more)
        return answer.RejectedAnswer(status, found.reason) if isinstance(found, answer.UnknownAnswer) else found

    patch.setattr(client, "answer_of", answer_of)


def silence_is_rejected(patch: pytest.MonkeyPatch) -> None:
    from heymilo_ops.remote.client import Client, _Failure

    original = Client._send

    def send(self: Client, *request: Any) -> Any:
        found = original(self, *request)
        return replace(found, reached=False) if isinstance(found, _Failure) else found

    patch.setattr(Client, "_send", send)


def pending_sent_anew(patch: pytest.MonkeyPatch) -> None:
    from heymilo_ops.apply import run

    original = run.make_jobs

    def make_jobs(changes: Any, state: Any, *more: Any, **options: Any) -> Any:
        return original(changes, state.model_copy(update={"pending": ()}), *more, **options)

    patch.setattr(run, "make_jobs", make_jobs)


def pending_planned_anew(patch: pytest.MonkeyPatch) -> None:
    from heymilo_ops.plan.build import _Decisions

    original = _Decisions.__init__

    def init(self: _Decisions, given: Any) -> None:
        original(self, replace(given, state=given.state and given.state.model_copy(update={"pending": ()})))

    patch.setattr(_Decisions, "__init__", init)


def goes_on_after_a_failure(patch: pytest.MonkeyPatch) -> None:
    from heymilo_ops.apply.send import Sender

    def each(self: Sender, job: Any, intents: Any, outcome: Any) -> Any:
        for intent in intents:
            if not self._halts():
                outcome = self._send_one(job, intent, outcome)
        return outcome

    patch.setattr(Sender, "_send_all", each)


def believes_one_404(patch: pytest.MonkeyPatch) -> None:
    from heymilo_ops.apply.requests import Requests
    from heymilo_ops.remote.answer import ConfirmedAnswer, RejectedAnswer

    def archive(self: Requests, job: Any, target: str) -> Any:
        answer = self._context.api.archive(target)
        gone = isinstance(answer, RejectedAnswer) and answer.status == 404
        return ConfirmedAnswer({"id": target, "status": "archived"}) if gone else answer

    patch.setattr(Requests, "_archive", archive)


def nothing_left_over(change: Any, *_: Any) -> Any:
    return change


def never_the_same_operation(patch: pytest.MonkeyPatch) -> None:
    from heymilo_ops.apply.jobs import _IntentMaker

    patch.setattr(_IntentMaker, "_attempt", lambda self, *_: (self.context.new_op(), 1))


def closed_taken_up(patch: pytest.MonkeyPatch) -> None:
    from heymilo_ops.apply.jobs import _IntentMaker

    original = _IntentMaker._attempt

    def operation(self: Any, *asked: Any) -> Any:
        watched = tuple(each.model_copy(update={"closed": False}) for each in self.state.watched)
        return original(replace(self, state=self.state.model_copy(update={"watched": watched})), *asked)

    patch.setattr(_IntentMaker, "_attempt", operation)


def taken_up_unasked(patch: pytest.MonkeyPatch) -> None:
    from heymilo_ops.apply.jobs import _IntentMaker

    original = _IntentMaker._attempt

    def operation(self: Any, change: Any, desired: Any) -> Any:
        asked = {"number": change.revision_to, "digest": desired.digest}
        watched = tuple(each.model_copy(update=asked) for each in self.state.watched)
        return original(replace(self, state=self.state.model_copy(update={"watched": watched})), change, desired)

    patch.setattr(_IntentMaker, "_attempt", operation)


def unnamed_outcomes(patch: pytest.MonkeyPatch) -> None:
    patch.setattr("heymilo_ops.apply.run.earlier_outcomes", none_of_them)


def one_no_is_enough(patch: pytest.MonkeyPatch) -> None:
    from heymilo_ops.apply.send import _OpenOperation

    patch.setattr(_OpenOperation, "is_refused", property(lambda self: self.last.status == 409))


SENDING: tuple[Safeguard, ...] = (
    Safeguard(
        "intents-first",
        "Before the first request, every intent of a run is in the journal, with the id of its operation.",
        "After a crash nobody would know what may have been made, and it would be made again.",
        intents_later,
        tests("apply/test_run.py", "test_every_intent_is_durable_before_the_first_byte"),
    ),
    Safeguard(
        "sending-first",
        "Before a request, the journal says that this intent may be under way from now on.",
        "A crash would leave an intent that counts as never sent, and it would be sent again.",
        sending_later,
        (
            *tests("apply/test_crash.py", "test_an_interrupt_in_flight_leaves_the_intent"),
            *traces("applied_once"),
        ),
    ),
    Safeguard(
        "sent-once",
        "A write is sent once. It is sent again only after a 429, by which HeyMilo says that it was not done.",
        "A request whose answer was lost would be carried out twice.",
        sent_again,
        tests("remote/test_client.py", "test_a_write_is_unknown_after_any_other_status")
        + tests("remote/test_client.py", "test_a_write_is_unknown_where_no_whole_answer_arrives"),
    ),
    Safeguard(
        "unclear-is-unknown",
        "An answer that isn't a clear yes or no leaves the outcome unknown: a 5xx, a redirect, one that can't be read.",
        "A create that HeyMilo did carry out would be taken as failed, and made again.",
        unclear_is_rejected,
        tests(
            "remote/test_client.py",
            "test_a_write_is_unknown_after_any_other_status",
            "test_a_write_is_unknown_where_the_answer_can_not_be_read",
        ),
    ),
    Safeguard(
        "refused-twice",
        "A 409 ends an operation only when it came twice with the same words, and full lists after each show nothing.",
        "A create that met its own earlier attempt, still under way, would be given up, and that posting be nobody's.",
        one_no_is_enough,
        tests("apply/test_refused.py", "test_one_409_is_not_believed"),
    ),
    Safeguard(
        "silence-is-unknown",
        "No whole answer, once a request may have left, leaves the outcome unknown: a timeout, a broken connection.",
        "A create whose answer was lost would be taken as failed, and made again.",
        silence_is_rejected,
        tests("remote/test_client.py", "test_a_write_is_unknown_where_no_whole_answer_arrives"),
    ),
    Safeguard(
        "outcome-before-told",
        "Each outcome is in the journal before it is reported, and before the next request.",
        "A crash would forget a posting that somebody was told of already.",
        outcomes_later,
        tests("apply/test_run.py", "test_what_is_told_is_durable"),
    ),
    Safeguard(
        "unknown-not-sent",
        "An apply sends nothing for a name while the outcome of an earlier operation on it is unknown.",
        "A plan made before the crash would make the posting a second time.",
        pending_sent_anew,
        tests("apply/test_send.py", "test_a_plan_made_before_an_address_became_pending_does_not_touch_it"),
    ),
    Safeguard(
        "unknown-not-planned",
        "A plan holds every name whose last operation is unknown, and asks for no create of it.",
        "Whoever reads the plan would approve a second posting.",
        pending_planned_anew,
        tests("plan/test_build.py", "test_a_pending_create_is_held_until_the_next_apply_has_looked"),
    ),
    Safeguard(
        "moves-wait-too",
        "A move between names waits while either name has an operation of unknown outcome.",
        "The history would move away from under the posting that may have been made.",
        put("apply.jobs.blocked", by=lambda _state: frozenset()),
        tests("apply/test_jobs.py", "test_a_move_waits_for_what_is_unknown_under_the_old_name"),
    ),
    Safeguard(
        "unknown-is-told",
        "What an earlier run left unknown is an outcome of every run until it is settled, and exit code 3.",
        "Exit 0 would say that nothing is left open.",
        unnamed_outcomes,
        tests("apply/test_send.py", "test_a_plan_made_before_an_address_became_pending_does_not_touch_it"),
    ),
    Safeguard(
        "new-before-old",
        "The old posting is archived only after the new one is known to be there.",
        "A replace that fails would leave no posting at all.",
        goes_on_after_a_failure,
        tests("apply/test_send.py", "test_a_create_that_failed_archives_nothing"),
    ),
    Safeguard(
        "finish-replacing",
        "A replace that made the new posting and did not archive the old one is finished by the next apply.",
        "Two postings of one name would go on taking candidates.",
        put(
            "plan.decide.close_leftovers",
            "plan.creation.close_leftovers",
            "plan.removal.close_leftovers",
            by=nothing_left_over,
        ),
        tests("plan/test_decide.py", "test_a_broken_replace_is_finished")
        + tests("plan/test_removal.py", "test_removal_archives_what_a_broken_replace_left"),
    ),
    Safeguard(
        "404-asked-twice",
        "A posting that HeyMilo doesn't find when it is to be archived counts as archived only when a read agrees.",
        "A posting that still takes candidates would be recorded as archived.",
        believes_one_404,
        tests("apply/test_send.py", "test_a_404_alone_is_not_believed"),
    ),
    Safeguard(
        "same-operation",
        "A create that counts as not made goes out again under the same operation id, as its next attempt.",
        "Should the first attempt come late, nothing would tell that both are one operation.",
        never_the_same_operation,
        tests(
            "apply/test_reconcile.py",
            "test_what_is_absent_is_sent_again_by_the_next_apply_as_the_same_operation",
        ),
    ),
    Safeguard(
        "only-what-is-asked-for",
        "It goes out again only where the plan still asks for that revision with that content.",
        "Content that nobody wants any more would be sent in the name of an old operation.",
        taken_up_unasked,
        tests(
            "apply/test_reconcile.py",
            "test_what_is_not_asked_for_any_more_stays_watched_and_the_next_is_a_new_operation",
        ),
    ),
    Safeguard(
        "closed-stays-closed",
        "An operation that came to its end, or that somebody closed, is never taken up again.",
        "A posting made long ago would be mistaken for the answer to a new request.",
        closed_taken_up,
        tests("apply/test_reconcile.py", "test_what_is_closed_is_never_sent_again"),
    ),
)
