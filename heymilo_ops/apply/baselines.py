"""Reads, after the writes of a run, what HeyMilo shows of each posting: the baseline that drift is found against.

Nothing of this can fail a run. What could not be read is read by a later one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any

from heymilo_ops.apply.first_reading import changed_since_made, is_touched
from heymilo_ops.apply.jobs import LISTED, Job
from heymilo_ops.apply.run_context import RunContext
from heymilo_ops.errors import OpsError
from heymilo_ops.model.baseline import Baseline, Carried, root_digest
from heymilo_ops.model.canonical import canonical
from heymilo_ops.model.event import ReadingBack
from heymilo_ops.model.fold import stamp, with_entry
from heymilo_ops.model.live import Live
from heymilo_ops.model.live_request import LiveRequest, as_read, live_request
from heymilo_ops.model.pointer import join, split
from heymilo_ops.model.reason import ReasonCode
from heymilo_ops.model.state import PostingState, Revision, State
from heymilo_ops.plan.change import Action, AdoptPosting, CreatePosting
from heymilo_ops.plan.diff import diff_forms
from heymilo_ops.plan.drift import find_drift, find_question_drift
from heymilo_ops.plan.drift_fields import LiveComparison, Reading, is_covered, keys_of
from heymilo_ops.statefile.baseline import keep_baselines, read_baseline
from heymilo_ops.statefile.format import StoredSnapshot

_MADE_BY = frozenset({"create", "replace", "rollback"})
"""The actions that may make a posting."""


def take_baselines(state: State, context: RunContext, jobs: Iterable[Job] = ()) -> tuple[State, dict[str, str]]:
    """Read every live posting that has no baseline yet, or whose questions HeyMilo was still writing.

    Returns:
        The state with them, and why not, by address, where one could not be read.
    """
    written = {job.change.address: job for job in jobs if job.intents or job.accepts}
    lacking = {name: entry for name, entry in state.postings.items() if lacks_baseline(entry)}
    reader = _Reader(context, written)
    made: dict[str, tuple[Baseline, float | None]] = {}
    try:
        listed = reader.list_many(lacking)
        for number, (name, entry) in enumerate(sorted(lacking.items()), 1):
            if context.stopping():
                break
            context.observer(ReadingBack(name, number, len(lacking)))
            if taken := reader.take(name, entry, listed.get(entry.posting_id)):
                made[name] = taken
        new = [baseline for name, (baseline, _) in made.items() if baseline.digest != lacking[name].current.baseline]
        if new:
            keep_baselines(context.store, new)
    except (OpsError, OSError) as error:
        return state, dict.fromkeys(written.keys() & lacking.keys(), str(error))
    for name, (baseline, updated_at) in made.items():
        state = with_entry(state, name, _with_baseline(state.postings[name], baseline, updated_at))
    return state, {}


def lacks_baseline(entry: PostingState) -> bool:
    """Return whether what HeyMilo shows of a posting is still to be read, or to be read again."""
    current = entry.current
    if entry.status != "active" or entry.half_edit is not None:  # what is live is then no revision
        return False
    return current.baseline is None or (current.root_digest is None and not current.reproducible)


def _with_baseline(entry: PostingState, baseline: Baseline, updated_at: float | None) -> PostingState:
    whole = baseline.carried or not baseline.questions_read
    of_root = None if whole else root_digest(baseline.request)
    revision = entry.current.model_copy(update={"baseline": baseline.digest, "root_digest": of_root})
    moment = entry.updated_at if updated_at is None else updated_at
    return entry.model_copy(update={"revisions": (*entry.revisions[:-1], revision), "updated_at": moment})


class _Reader:
    def __init__(self, context: RunContext, written: Mapping[str, Job]) -> None:
        self._context = context
        self._written = written

    def list_many(self, lacking: Mapping[str, PostingState]) -> dict[str, Live]:
        """List the postings that this run didn't write, or took over, where that is cheaper than reading each.

        Of the others a list that lags behind may not show yet what was written.
        """
        ids = {
            entry.posting_id
            for name, entry in lacking.items()
            if name not in self._written or self._takeover(name, entry) is not None
        }
        if len(ids) <= LISTED or self._context.stopping():
            return {}
        return {live.posting_id: live for live in self._context.api.list_all() if live.posting_id in ids}

    def take(self, name: str, entry: PostingState, listed: Live | None) -> tuple[Baseline, float | None] | None:
        """Read one posting; return its baseline, and when it was changed last.

        ``None`` where it is gone, or where what it shows may not be what was applied.
        """
        if (takeover := self._takeover(name, entry)) is not None:
            return self._taken_over(name, entry, takeover, listed)
        api, current = self._context.api, entry.current
        live = listed or api.get(entry.posting_id)
        if live is None or live.archived or not live.document:
            return None
        questions = api.questions(entry.posting_id)
        read = live_request(live.document, questions)
        snapshot = self._context.store.snapshot(entry.digest)
        baseline = self._baseline(name, entry, read, snapshot)
        form, sent = (canonical(snapshot.request), snapshot.request) if snapshot else ({}, {})
        if form and self._is_made(name, entry) and is_touched(live, questions):
            desired = self._written[name].change.desired if name in self._written else None
            baseline = baseline.model_copy(update={"carried": tuple(changed_since_made(form, baseline, desired))})
        elif (
            name not in self._written
            and current.baseline is None
            and not _is_as_applied(entry, live, questions, read, form, sent)
        ):
            return None
        return (baseline if current.reproducible else self._settled(current, baseline)), live.updated_at

    def _is_made(self, name: str, entry: PostingState) -> bool:
        """Return whether this run made the posting, or an earlier one that ended before it read it.

        What was recorded before releases were, or was rebuilt, may have been written since it was made.
        """
        job, (*before, current) = self._written.get(name), entry.revisions
        if job is not None:
            return any(isinstance(part, CreatePosting) for part in job.change.operations)
        is_first = not any(revision.posting_id == current.posting_id for revision in before)
        is_whole = current.release is not None and current.baseline is None
        return is_whole and is_first and current.action in _MADE_BY

    def _takeover(self, name: str, entry: PostingState) -> AdoptPosting | None:
        """Return the operation of this run that took the posting over, where its questions were read for the plan."""
        job = self._written.get(name)
        for operation in job.change.operations if job is not None else ():
            if isinstance(operation, AdoptPosting) and operation.posting_id == entry.posting_id:
                is_read = operation.questions is not None and entry.current.reproducible
                return operation if is_read else None
        return None

    def _taken_over(
        self, name: str, entry: PostingState, takeover: AdoptPosting, listed: Live | None
    ) -> tuple[Baseline, float | None]:
        """Return the baseline of a posting that was taken over: what its manifest was compared with.

        With its questions of now, what somebody changed in them since the plan would be in the baseline: never shown,
        although neither the manifest nor anybody's review has it. The posting itself is read again, since HeyMilo may
        write some of it otherwise with the PATCH; but where it dates another write than ours, the same goes for it.
        """
        is_current = listed is not None and listed.mark is not None and listed.mark.op_id == self._op_id(name)
        live = listed if is_current else self._context.api.get(entry.posting_id)
        is_ours = live is not None and live.updated_at is not None and live.updated_at == entry.updated_at
        document = live.document if live is not None and is_ours else takeover.document
        read, snapshot = live_request(document, takeover.questions), self._context.store.snapshot(entry.digest)
        return self._baseline(name, entry, read, snapshot), entry.updated_at

    def _op_id(self, name: str) -> str:
        return next((intent.op_id for intent in self._written[name].intents if intent.kind == "adopt"), "")

    def _baseline(self, name: str, entry: PostingState, read: LiveRequest, snapshot: StoredSnapshot | None) -> Baseline:
        form: Mapping[str, Any] = canonical(snapshot.request) if snapshot else {}
        return Baseline(
            posting_id=entry.posting_id,
            request=read.request,
            question_ids=read.question_ids,
            keys=keys_of(form, snapshot.keys if snapshot else {}, read.request, read.question_ids),
            questions_read=entry.current.reproducible,
            read_at=stamp(self._context.now()),
            carried=self._carried(name, entry, read),
        )

    def _carried(self, name: str, entry: PostingState, read: LiveRequest) -> tuple[Carried, ...]:
        """Return what stays drift: what was known when the run wrote, and what somebody changed beside its writes."""
        job = self._written.get(name)
        if job is None or job.change.action is not Action.UPDATE:
            return ()
        known = _known_drift(job)
        previous = entry.revisions[-2] if len(entry.revisions) > 1 else None
        if previous is None or previous.posting_id != entry.posting_id or previous.baseline is None:
            return known
        before = read_baseline(self._context.store, previous.baseline)
        if before is None:
            return known
        reading = Reading(read.request, read.question_ids, entry.current.reproducible)
        paths = {carried.path for carried in known}
        return (*known, *(carried for carried in _meanwhile(job, before, reading) if carried.path not in paths))

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


def _known_drift(job: Job) -> tuple[Carried, ...]:
    """Return what was changed outside before the run, and that it didn't write."""
    written = {field.path for field in job.change.fields}
    return tuple(
        Carried(path=field.path, kind=field.kind, value=field.baseline)
        for field in job.change.drift
        if not field.is_settled and field.path not in written and not (field.accepted and job.change.edits)
    )


def _meanwhile(job: Job, before: Baseline, reading: Reading) -> Iterator[Carried]:
    """Yield what HeyMilo shows otherwise than before the run, and that the run didn't write: somebody else did.

    What it wrote a value of counts as written whole: HeyMilo may infer one value of a question from another.
    """
    comparison = LiveComparison(before, reading, job.change.desired)
    written = [_holder(path) for field in job.change.fields for path in (field.path, comparison.path_of(field))]
    for field in comparison.fields():
        if not field.is_settled and not is_covered(field.path, written):
            yield Carried(path=field.path, kind=field.kind, value=field.baseline)


def _holder(path: str) -> str:
    """Return the path of the question or the config that a value is in; any other path as it is."""
    tokens = split(path)
    depth = {"questions": 2, "workflow": 3}.get(tokens[0], len(tokens))
    return join(*tokens[:depth])


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
    return not [change for change in diff_forms(applied, as_read(read.request)) if change.kind != "added"]
