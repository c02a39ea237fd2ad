"""The requests of an intent: what is read before a write, what is written, and what became of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from heymilo_ops.apply.converge import Convergence
from heymilo_ops.apply.edit_calls import Goal
from heymilo_ops.apply.edit_scope import Design
from heymilo_ops.apply.jobs import Job, entry_of, moved_since, refusal_of
from heymilo_ops.apply.run_context import Ledger
from heymilo_ops.errors import OpsError, UnreachableError
from heymilo_ops.model.desired import Desired
from heymilo_ops.model.live import Live, Mark, without_marks
from heymilo_ops.model.reason import Reason
from heymilo_ops.model.state import EditScope, Intent
from heymilo_ops.plan.adoption import own_metadata
from heymilo_ops.remote.answer import Answer, ConfirmedAnswer, RejectedAnswer, UnknownAnswer
from heymilo_ops.remote.postings import live_of

_NOT_THERE = 404


class Requests:
    """Sends intents to HeyMilo. Each is read for first, where it writes to a posting that is there.

    Attributes:
        begun: ids of operations that edit in place, of which HeyMilo may have done a part.
        stopped: what stopped such an edit, where that is no answer of HeyMilo; ``notes``: what is to be said of it.
    """

    def __init__(self, ledger: Ledger, halts: Callable[[], Reason | None], require_lock: Callable[[], None]) -> None:
        self.begun: set[str] = set()
        self.stopped: dict[str, Reason] = {}
        self.notes: dict[str, tuple[Reason, ...]] = {}
        self._ledger = ledger
        self._context = ledger.context
        self._halts = halts
        self._require_lock = require_lock

    def send(self, job: Job, intent: Intent) -> Answer:
        """Send one intent, and say what became of it. Raises ``LockedError`` where nothing was sent."""
        if intent.target is None:
            desired = desired_of(job)
            return self._context.api.create(create_body(desired.request, self._mark(intent)))
        if intent.kind == "archive":
            return self._archive(job, intent.target)
        if intent.edit is not None:
            return self._edit(job, intent, intent.target, intent.edit)
        if intent.kind == "adopt":
            return self._adopt(job, intent, intent.target)
        if intent.kind == "activate":
            return self._activate(job, intent.target)
        return self._update(job, intent, intent.target)

    def _edit(self, job: Job, intent: Intent, target: str, scope: EditScope) -> Answer:
        """Edit the posting in place, as far as it goes in this run."""
        desired = desired_of(job)
        try:
            dropped = self._dropped(job, desired)
        except OpsError as error:
            return RejectedAnswer(None, error.message)
        edit = Convergence(
            api=self._context.api,
            target=target,
            goal=Goal(Design(desired.form, desired.keys), desired.request, scope),
            mark=self._mark(intent),
            dropped=dropped,
            refusal=partial(self._refusal, job),
            halts=self._halts,
            require_lock=self._require_lock,
        )
        answer = edit.run()
        if edit.begun:
            self.begun.add(intent.op_id)
        self.notes[intent.op_id] = tuple(edit.notes)
        if isinstance(answer, Reason):
            self.stopped[intent.op_id] = answer
            return RejectedAnswer(None, "")
        return answer

    def _dropped(self, job: Job, desired: Desired) -> frozenset[str]:
        """Return the names of metadata that were applied, or begun to be, and that the manifest doesn't hold."""
        entry = entry_of(self._ledger.state, job.change)
        digests = [entry.digest, *([entry.half_edit.digest] if entry.half_edit else [])] if entry else []
        snapshots = [self._context.store.snapshot(digest) for digest in digests]
        applied = {key for snapshot in snapshots if snapshot for key in _own(snapshot.request)}
        return frozenset(applied - _own(desired.request).keys())

    def _update(self, job: Job, intent: Intent, target: str) -> Answer:
        """Metadata is replaced whole by a PATCH, so it is read fresh and merged."""
        entry = entry_of(self._ledger.state, job.change)
        try:
            before = self._context.store.snapshot(entry.digest) if entry else None
            live = self._context.api.get(target)
        except OpsError as error:
            reached = not isinstance(error, UnreachableError)
            return RejectedAnswer(None, error.message, reached=reached)
        if live is None:
            return RejectedAnswer(_NOT_THERE, f"posting {target} is not there any more")
        if refused := self._refusal(job, live):
            return refused
        body = update_body(
            job.change.settings or {},
            desired_of(job).request,
            before.request if before else {},
            live.metadata,
            self._mark(intent),
        )
        return self._context.api.update(target, body)

    def _adopt(self, job: Job, intent: Intent, target: str) -> Answer:
        """Put the marks beside what others wrote into the metadata, which a PATCH replaces whole."""
        try:
            live = self._context.api.get(target)
        except OpsError as error:
            return RejectedAnswer(None, error.message, reached=not isinstance(error, UnreachableError))
        if live is None:
            return RejectedAnswer(_NOT_THERE, f"posting {target} is not there any more")
        if refused := self._refusal(job, live):
            return refused
        if live.archived or moved_since(job.change.live, live):
            return RejectedAnswer(None, f"posting {target} was changed since the plan was made; plan again")
        answer = self._context.api.update(target, {"metadata": {**own_metadata(live), **self._mark(intent).metadata()}})
        return _with_links(answer, live)

    def _archive(self, job: Job, target: str) -> Answer:
        """Read it and archive it. One that HeyMilo doesn't have, asked twice, or has archived, needs no archiving."""
        try:
            live = self._context.api.get(target) or self._context.api.get(target)
        except UnreachableError as error:
            return RejectedAnswer(None, error.message, reached=False)
        if live is None or live.archived:
            return ConfirmedAnswer(
                {"id": target, "status": "archived", "updated_at": live.updated_at if live else None}
            )
        return self._refusal(job, live) or self._context.api.archive(target)

    def _activate(self, job: Job, target: str) -> Answer:
        """Read it and activate it; one that is no draft any more needs no activation."""
        try:
            live = self._context.api.get(target)
        except UnreachableError as error:
            return RejectedAnswer(None, error.message, reached=False)
        if live is None:
            return RejectedAnswer(_NOT_THERE, f"posting {target} is not there any more")
        if live.status != "draft":
            return ConfirmedAnswer({"id": target, "status": live.status, "updated_at": live.updated_at})
        return self._refusal(job, live) or self._context.api.activate(target)

    def _refusal(self, job: Job, live: Live) -> RejectedAnswer | None:
        """Return the answer in place of a write where the posting's marks, as just read, don't say that it is ours."""
        refusal = refusal_of(job.change, self._ledger.state, self._context, live)
        return RejectedAnswer(None, f"posting {live.posting_id} {refusal.reason}; {refusal.help}") if refusal else None

    def checked(self, intent: Intent, answer: Answer) -> Answer:
        """Return the answer, or that it is unknown where it names a posting that this create can't have made."""
        if intent.kind != "create" or not isinstance(answer, ConfirmedAnswer):
            return answer
        live = live_of(answer.data)
        if live.posting_id in self._ledger.state.posting_ids:
            return UnknownAnswer(f"HeyMilo answered with posting {live.posting_id}, which is on record already")
        if live.mark is not None and live.mark.op_id != intent.op_id:
            return UnknownAnswer(
                f"HeyMilo answered with posting {live.posting_id}, which carries another operation's marks"
            )
        return answer

    def _mark(self, intent: Intent) -> Mark:
        return Mark(
            project=self._context.project,
            workspace=self._context.workspace,
            name=intent.address,
            revision=intent.number or 0,
            op_id=intent.op_id,
            attempt=intent.attempt,
            digest=intent.digest or "",
        )


def _with_links(answer: Answer, live: Live) -> Answer:
    """Return a confirmation with the links that were read, where it brings none."""
    if not isinstance(answer, ConfirmedAnswer) or answer.data.get("urls"):
        return answer
    links = {"candidate_url": live.candidate_url, "review_url": live.review_url}
    return replace(answer, data={**answer.data, "urls": links})


def desired_of(job: Job) -> Desired:
    """Return what a job that creates or updates sends; ``make_jobs`` makes no such intent without it."""
    assert job.change.desired is not None
    return job.change.desired


Json = dict[str, Any]


def create_body(request: Mapping[str, Any], mark: Mark) -> Json:
    """Return the create request with our marks among its metadata."""
    return {**request, "metadata": {**_own(request), **mark.metadata()}}


def update_body(
    settings: Mapping[str, Any],
    request: Mapping[str, Any],
    before: Mapping[str, Any],
    live: Mapping[str, str],
    mark: Mark,
) -> Json:
    """Return the PATCH that brings settings up to date.

    HeyMilo replaces ``metadata`` whole, so it is merged here: what others put there stays, what the manifest
    dropped since ``before`` (the request applied last) goes, what it holds is set, the marks are refreshed.
    """
    own = _own(request)
    dropped = _own(before).keys() - own.keys()
    kept = {key: value for key, value in without_marks(live).items() if key not in dropped}
    return {**settings, "metadata": {**kept, **own, **mark.metadata()}}


def _own(request: Mapping[str, Any]) -> dict[str, str]:
    return dict(request.get("metadata") or {})
