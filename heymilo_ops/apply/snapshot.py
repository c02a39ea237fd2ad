"""What is kept beside the state: what was sent, and the questions that HeyMilo wrote in answer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from heymilo_ops.apply.jobs import Job
from heymilo_ops.apply.run_context import Author, RunContext
from heymilo_ops.errors import OpsError
from heymilo_ops.model.canonical import request_of
from heymilo_ops.model.desired import Desired
from heymilo_ops.model.reason import Reason, ReasonCode
from heymilo_ops.statefile.format import StoredSnapshot

if TYPE_CHECKING:
    from heymilo_ops.remote.postings import Postings
    from heymilo_ops.statefile.store import StateStore


def keep_snapshots(jobs: Iterable[Job], context: RunContext) -> None:
    """Keep what these jobs will send, in one go."""
    plain = ("archive", "activate")
    sent = [job.change.desired for job in jobs if job.accepts or any(it.kind not in plain for it in job.intents)]
    if kept := [item for desired in sent if desired is not None for item in snapshots_of(desired, context.author)]:
        context.store.put_snapshots(kept)


def snapshots_of(desired: Desired, author: Author) -> list[StoredSnapshot]:
    """Return the snapshot of a posting, and that before variables were filled in, where it has any."""
    portable = [portable_of(desired, author)] if desired.portable is not None else []
    return [snapshot_of(desired, author), *portable]


def snapshot_of(desired: Desired, author: Author) -> StoredSnapshot:
    """Return the snapshot of one posting as it is desired."""
    return _stored(desired, author, desired.digest, desired.request, desired.resolved)


def portable_of(desired: Desired, author: Author) -> StoredSnapshot:
    """Return the snapshot of its portable form: each variable stands as ``{"var": name}``, as in the manifest.

    It is one of its own, by its own digest: two portable forms may come to the same digest once they are filled in.
    """
    return _stored(desired, author, desired.portable_digest, request_of(desired.template), desired.template)


def _stored(
    desired: Desired, author: Author, digest: str, request: Mapping[str, Any], resolved: Mapping[str, Any]
) -> StoredSnapshot:
    return StoredSnapshot(
        digest=digest,
        canon=desired.canon,
        request=request,
        keys=desired.keys,
        resolved=resolved,
        source=desired.source,
        commit=author.commit_of(desired.source),
    )


def read_back(digest: str, posting_id: str, store: StateStore, api: Postings) -> Reason | None:
    """Keep the questions that HeyMilo wrote for a new posting; return why not, where they can't be had."""
    try:
        questions = api.questions(posting_id)
        if not questions:
            return Reason(ReasonCode.QUESTIONS_NOT_WRITTEN)
        store.put_generated(digest, posting_id, questions)
    except (OpsError, OSError) as error:
        return Reason(ReasonCode.QUESTIONS_NOT_READ, str(error))
    return None
