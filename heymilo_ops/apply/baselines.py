"""Reads, after the writes of a run, what HeyMilo shows of each posting: the baseline that drift is told by.

Nothing of this can fail a run. What could not be read is read by a later one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from heymilo_ops.apply.jobs import Job
from heymilo_ops.apply.run_context import RunContext
from heymilo_ops.errors import OpsError
from heymilo_ops.model.baseline import Baseline, Carried, root_digest
from heymilo_ops.model.canonical import canonical
from heymilo_ops.model.event import ReadingBack
from heymilo_ops.model.fold import stamp, with_entry
from heymilo_ops.model.live import Live
from heymilo_ops.model.live_request import LiveRequest, as_read, live_request
from heymilo_ops.model.reason import ReasonCode
from heymilo_ops.model.state import PostingState, Revision, State
from heymilo_ops.plan.change import Action
from heymilo_ops.plan.diff import diff_forms
from heymilo_ops.plan.drift import find_drift, find_question_drift
from heymilo_ops.plan.drift_fields import keys_of
from heymilo_ops.statefile.baseline import keep_baselines, read_baseline

_LISTED = 5
"""From so many postings on that this run didn't write, a list costs fewer requests than reading each."""


def take_baselines(state: State, context: RunContext, jobs: Iterable[Job] = ()) -> tuple[State, dict[str, str]]:
    """Read every live posting that has no baseline yet, or whose questions HeyMilo was still writing.

    Returns:
        The state with them, and why not, by address, where one could not be read.
    """
    written = {job.change.address: job for job in jobs if job.intents or job.accepts}
    lacking = {name: entry for name, entry in state.postings.items() if lacks_baseline(entry)}
    reader = _Reader(context, written)
    made: dict[str, tuple[Baseline, Live]] = {}
    try:
        earlier = reader.list_earlier([entry for name, entry in lacking.items() if name not in written])
        for number, (name, entry) in enumerate(sorted(lacking.items()), 1):
            if context.stopping():
                break
            context.observer(ReadingBack(name, number, len(lacking)))
            if taken := reader.take(name, entry, earlier.get(entry.posting_id)):
                made[name] = taken
        new = [baseline for name, (baseline, _) in made.items() if baseline.digest != lacking[name].current.baseline]
        if new:
            keep_baselines(context.store, new)
    except (OpsError, OSError) as error:
        return state, dict.fromkeys(written.keys() & lacking.keys(), str(error))
    for name, (baseline, live) in made.items():
        state = with_entry(state, name, _with_baseline(state.postings[name], baseline, live))
    return state, {}


def lacks_baseline(entry: PostingState) -> bool:
    """Return whether what HeyMilo shows of a posting is still to be read, or to be read again."""
    current = entry.current
    if entry.status != "active" or entry.half_edit is not None:  # what is live is then no revision
        return False
    return current.baseline is None or (current.root_digest is None and not current.reproducible)


def _with_baseline(entry: PostingState, baseline: Baseline, live: Live) -> PostingState:
    whole = baseline.carried or not baseline.questions_read
    of_root = None if whole else root_digest(baseline.request)
    revision = entry.current.model_copy(update={"baseline": baseline.digest, "root_digest": of_root})
    moment = entry.updated_at if live.updated_at is None else live.updated_at
    return entry.model_copy(update={"revisions": (*entry.revisions[:-1], revision), "updated_at": moment})


class _Reader:
    def __init__(self, context: RunContext, written: Mapping[str, Job]) -> None:
        self._context = context
        self._written = written

    def list_earlier(self, entries: list[PostingState]) -> dict[str, Live]:
        """List the postings that this run didn't write, where that is cheaper."""
        if len(entries) <= _LISTED or self._context.stopping():
            return {}
        return {live.posting_id: live for live in self._context.api.list_all()}

    def take(self, name: str, entry: PostingState, listed: Live | None) -> tuple[Baseline, Live] | None:
        """Read one posting; ``None`` where it is gone, or where what it shows may not be what was applied."""
        api, current = self._context.api, entry.current
        live = listed or api.get(entry.posting_id)
        if live is None or live.archived or not live.document:
            return None
        questions = api.questions(entry.posting_id)
        read = live_request(live.document, questions)
        snapshot = self._context.store.snapshot(entry.digest)
        form: Mapping[str, Any] = canonical(snapshot.request) if snapshot else {}
        if name not in self._written and current.baseline is None:
            sent = snapshot.request if snapshot else {}
            if not _is_as_applied(entry, live, questions, read, form, sent):
                return None
        baseline = Baseline(
            posting_id=entry.posting_id,
            request=read.request,
            question_ids=read.question_ids,
            keys=keys_of(form, snapshot.keys if snapshot else {}, read.request, read.question_ids),
            questions_read=current.reproducible,
            read_at=stamp(self._context.now()),
            carried=_carried(self._written.get(name)),
        )
        return (baseline if current.reproducible else self._settled(current, baseline)), live

    def _settled(self, current: Revision, baseline: Baseline) -> Baseline:
        """Return the baseline of a posting whose questions HeyMilo writes: they count once two readings agree."""
        settling = self._context.settling
        if settling is None or not baseline.question_ids:
            return baseline
        before = read_baseline(self._context.store, current.baseline) if current.baseline else None
        if before is None and settling.settle_s <= 0:
            again = self._context.api.questions(baseline.posting_id)
            is_same = _questions(baseline) == _ids(again)
            return baseline.model_copy(update={"questions_read": is_same})
        if before is None or not _is_same_reading(before, baseline):
            return baseline
        passed = datetime.fromisoformat(baseline.read_at) - datetime.fromisoformat(before.read_at)
        if passed.total_seconds() < settling.settle_s:
            return before
        return baseline.model_copy(update={"questions_read": True, "carried": before.carried})


def _questions(baseline: Baseline) -> set[str]:
    return set(baseline.question_ids.values())


def _ids(questions: Iterable[Mapping[str, Any]]) -> set[str]:
    return {str(question.get("id")) for question in questions}


def _is_same_reading(before: Baseline, now: Baseline) -> bool:
    return before.request == now.request and before.question_ids == now.question_ids


def _carried(job: Job | None) -> tuple[Carried, ...]:
    """Return what was changed outside and stays drift: the run wrote neither it nor a new posting."""
    if job is None or job.change.action is not Action.UPDATE:
        return ()
    written = {field.path for field in job.change.fields}
    return tuple(
        Carried(path=field.path, kind=field.kind, value=field.baseline)
        for field in job.change.open_drift
        if field.path not in written
    )


def _is_as_applied(
    entry: PostingState,
    live: Live,
    questions: list[dict[str, Any]],
    read: LiveRequest,
    form: Mapping[str, Any],
    sent: Mapping[str, Any],
) -> bool:
    """Return whether a posting that an earlier run wrote shows what that run applied: nobody has changed it since.

    Where HeyMilo dates a later change, it has to read as it was applied, value by value.
    """
    reasons = [*find_drift(entry, live, form or None, sent), *find_question_drift(questions, form)]
    if not reasons:
        return True
    if any(reason.code is not ReasonCode.CHANGED_OUTSIDE for reason in reasons) or not form:
        return False
    applied = as_read(form)
    return not [change for change in diff_forms(applied, read.request) if change.kind != "added"]
