"""Edit a posting in place: read it, derive what is still to be written, write it, until nothing is left.

The first write is the PATCH with the marks: they name the revision that is being brought about, and the operation.
After a crash, and after an answer that said nothing, the next reading tells what is left. Only the create of a question
must not be sent twice: its outcome is looked for like that of a posting.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any

from heymilo_ops.apply.edit_calls import POSTING, Calls, Goal, Target, Write, derive
from heymilo_ops.apply.edit_scope import Listed
from heymilo_ops.errors import LockedError, UnreachableError
from heymilo_ops.model.canonical import settings_part
from heymilo_ops.model.live import Live, Mark, without_marks
from heymilo_ops.model.reason import Reason, ReasonCode
from heymilo_ops.remote.answer import Answer, ConfirmedAnswer, RefusedAnswer, RejectedAnswer, UnknownAnswer

if TYPE_CHECKING:
    from heymilo_ops.remote.postings import Postings

ROUNDS = 8
"""How often one run reads and writes at most. Four is the usual: write, put in order, and two readings that agree."""

_NOT_THERE = 404
Key = tuple[Target, str]


class _Stopped(Exception):  # noqa: N818 - ends a run, and is caught here
    """The edit doesn't go on in this run. ``why``: an answer, or what is in the way."""

    def __init__(self, why: Answer | Reason) -> None:
        super().__init__()
        self.why = why


@dataclass
class Convergence:
    """One edit in place, in one run.

    Attributes:
        target: the posting.
        goal: what is brought about.
        mark: what its metadata name from the first write on.
        dropped: names of metadata that the manifest doesn't hold any more.
        refusal: why nothing may be written to the posting as just read, if that is so.
        halts: why nothing more is sent, if that is so.
        require_lock: raises ``LockedError`` where the lock isn't held any more.
        begun: whether anything was sent that HeyMilo may have done.
        notes: what HeyMilo shows otherwise than it was sent.
    """

    api: Postings
    target: str
    goal: Goal
    mark: Mark
    dropped: frozenset[str]
    refusal: Callable[[Live], RejectedAnswer | None]
    halts: Callable[[], Reason | None]
    require_lock: Callable[[], None]
    begun: bool = False
    notes: list[Reason] = field(default_factory=list)
    _made: set[str] = field(default_factory=set)
    _read_back: dict[Key, Any] = field(default_factory=dict)
    _sent: set[Key] = field(default_factory=set)
    _settled: set[Key] = field(default_factory=set)

    def run(self) -> Answer | Reason:
        """Bring the posting to the goal. A ``ConfirmedAnswer`` holds it as it was read at the end.

        An ``UnknownAnswer``: it may have a question that isn't listed, so nothing is sent until that is looked for. A
        reason: somebody changed the posting, or the run halts. Raises ``LockedError`` where nothing was sent.
        """
        try:
            for _ in range(ROUNDS):
                live, listed = self._read()
                calls = self._left(live, listed)
                if calls.is_done and dict(live.metadata) == self._merged(live):
                    return ConfirmedAnswer({**live.document, "id": live.posting_id, "status": live.status})
                self._write(calls, live)
        except _Stopped as stopped:
            return stopped.why
        return Reason(ReasonCode.EDIT_TOO_LONG, ROUNDS)

    def _read(self) -> tuple[Live, Listed]:
        try:
            live = self.api.get(self.target)
            if live is None or live.archived:
                what = "is not there any more" if live is None else "was archived"
                raise _Stopped(RejectedAnswer(_NOT_THERE, f"posting {self.target} {what}"))
            if refused := self.refusal(live):
                raise _Stopped(refused)
            return live, self.api.questions(self.target)
        except UnreachableError as error:
            raise _Stopped(RejectedAnswer(None, error.message, reached=False)) from None

    def _left(self, live: Live, listed: Listed) -> Calls:
        """Return what is left to write, without what HeyMilo shows otherwise each time it is sent."""
        calls = derive(self.goal, live.document, listed)
        if isinstance(calls, Reason):
            raise _Stopped(calls)
        if unlisted := self._made - {str(item.get("id")) for item in listed}:
            raise _Stopped(UnknownAnswer(f"HeyMilo doesn't list question {min(unlisted)}, which it made"))
        for write in calls.writes:
            key = (write.target, write.name)
            if key in self._sent and key not in self._settled:
                if key in self._read_back and self._read_back[key] == write.have:
                    self._settled.add(key)
                    self.notes.append(Reason(ReasonCode.READS_OTHERWISE, write.name))
                self._read_back[key] = write.have
        left = tuple(write for write in calls.writes if (write.target, write.name) not in self._settled)
        return Calls(left, calls.gone, calls.new, calls.orders)

    def _write(self, calls: Calls, live: Live) -> None:
        """Send what is left; what has to wait for it is derived from the next reading."""
        api, target = self.api, self.target
        own, metadata = _of(POSTING, calls.writes), self._merged(live)
        if own or dict(live.metadata) != metadata:
            self._send_values(POSTING, calls, partial(api.update, target, {**own, "metadata": metadata}))
        for place in dict.fromkeys(write.target for write in calls.writes):
            values = _of(place, calls.writes)
            if place.step:
                self._send_values(place, calls, partial(api.update_step, target, place.step, values))
            elif place.question:
                self._send_values(place, calls, partial(api.update_question, target, place.question, values))
        for question_id in calls.gone:
            self._send(partial(api.delete_question, target, question_id), missing_is_done=True)
        for question in calls.new:
            self._send(partial(api.create_question, target, question), once=True)
        for modality, ids in calls.orders.items():
            self._send(partial(api.reorder_questions, target, modality, ids))

    def _send_values(self, place: Target, calls: Calls, call: Callable[[], Answer]) -> None:
        """Send the values of one target. Only where HeyMilo says that it took them can it show them otherwise."""
        if isinstance(self._send(call), ConfirmedAnswer):
            self._sent.update((place, write.name) for write in calls.writes if write.target == place)

    def _send(self, call: Callable[[], Answer], *, once: bool = False, missing_is_done: bool = False) -> Answer:
        """Send one write. What became of it the next reading tells, unless it must be sent ``once``."""
        if why := self.halts():
            raise _Stopped(why)
        try:
            self.require_lock()
            answer = call()
        except LockedError as error:
            if not self.begun:
                raise
            raise _Stopped(UnknownAnswer(error.message)) from None
        if isinstance(answer, ConfirmedAnswer | UnknownAnswer):
            self.begun = True
        if isinstance(answer, ConfirmedAnswer) and once:
            self._made.add(str(answer.data["id"]))
        if isinstance(answer, UnknownAnswer) and once:
            raise _Stopped(answer)
        if isinstance(answer, RejectedAnswer) and missing_is_done and answer.status == _NOT_THERE:
            return answer
        if isinstance(answer, RejectedAnswer | RefusedAnswer):
            raise _Stopped(answer)
        return answer

    def _merged(self, live: Live) -> dict[str, str]:
        """Metadata is replaced whole: what others put there stays, what the manifest dropped goes."""
        kept = {key: value for key, value in without_marks(live.metadata).items() if key not in self.dropped}
        own = settings_part(self.goal.request).get("metadata") or {}
        return {**kept, **own, **self.mark.metadata()}


def _of(target: Target, writes: tuple[Write, ...]) -> dict[str, Any]:
    return {write.name: write.value for write in writes if write.target == target}
