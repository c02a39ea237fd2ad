"""A posting as it was applied, else as its manifest has it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from heymilo_ops.errors import AdviceKind, AttentionError, advise
from heymilo_ops.manifest.repo import PostingFile
from heymilo_ops.model.deployment import PostingRow
from heymilo_ops.model.fold import between
from heymilo_ops.model.state import HalfEdit, PostingState
from heymilo_ops.usecases.check import CheckResult, check_repo, read_repo
from heymilo_ops.usecases.project import Project
from heymilo_ops.usecases.state_lookup import WorkspaceState, find_document, find_posting, read_snapshot

if TYPE_CHECKING:
    from heymilo_ops.statefile.store import StateStore


def posting_view(known: WorkspaceState, name: str) -> tuple[Mapping[str, Any], PostingState | None]:
    """Return the request of a posting as it was applied, else as its file has it, and what the state knows.

    Raises ``UsageError`` for an unknown name, ``AttentionError`` where its content can't be had."""
    posting = known.postings.get(name)
    if posting is not None:
        return read_snapshot(known.store, posting.current).request, posting
    document = find_document(known.repo, name)
    if document.desired is None:
        raise AttentionError(f"{document.path} has errors", advise(AdviceKind.LINT))
    return document.desired.request, None


def list_postings(known: WorkspaceState, *, as_written: bool) -> list[PostingRow]:
    """Return one row for each posting of the manifests or the state.

    ``as_written``: a deadline that isn't applied yet is as its file has it, not in UTC.
    """
    postings = _as_known(known)
    names = sorted({*postings, *known.repo.by_address})
    return [
        _applied(known, name, postings[name]) if name in postings else _new(known, name, as_written) for name in names
    ]


def _as_known(known: WorkspaceState) -> dict[str, PostingState]:
    """Return the postings of the state; one whose edit in place may be under way counts as between two revisions."""
    postings = dict(known.postings)
    for intent in known.state.unknown() if known.state is not None else ():
        if intent.edit is not None and intent.address in postings:
            postings[intent.address] = between(postings[intent.address], intent, intent.edit)
    return postings


def _applied(known: WorkspaceState, name: str, posting: PostingState) -> PostingRow:
    snapshot = known.store.snapshot(posting.digest)
    deadline = snapshot.request.get("deadline") if snapshot is not None else None
    is_active = posting.status == "active"
    status: str = "active, a design is held" if posting.held is not None and is_active else posting.status
    if is_active and posting.half_edit is not None:
        status = f"active, between revisions {posting.revision} and {posting.half_edit.number}"
    return PostingRow(name, status, posting.revision, deadline, posting.candidate_url if is_active else None)


def _new(known: WorkspaceState, name: str, as_written: bool) -> PostingRow:
    desired = known.repo.by_address[name].desired
    if desired is None:
        return PostingRow(name, "has errors")
    return PostingRow(name, "not applied", None, (desired.request if as_written else desired.form).get("deadline"))


def posting_history(known: WorkspaceState, name: str | None, moment: datetime | None) -> dict[str, PostingState]:
    """Return a posting of the state, or all, as of ``moment``. Raises ``UsageError`` for an unknown name."""
    postings = {name: find_posting(known.applied, name)} if name is not None else dict(known.applied.postings)
    edited = _as_known(known)
    postings = {name: edited.get(name, posting) for name, posting in postings.items()}
    return postings if moment is None else _as_of(postings, moment)


def verify_snapshots(store: StateStore, postings: Iterable[PostingState]) -> None:
    """Read what each revision stands for. Raises ``StateError`` where it was edited."""
    revisions = [revision for posting in postings for revision in posting.revisions]
    for digest in dict.fromkeys(digest for made in revisions for digest in (made.digest, made.portable_digest)):
        store.snapshot(digest)


def _as_of(postings: Mapping[str, PostingState], moment: datetime) -> dict[str, PostingState]:
    """Return the postings as they stood at a moment, without those that were applied later."""
    earlier = {}
    for name, posting in postings.items():
        revisions = tuple(
            revision
            if revision.archived_at is None or datetime.fromisoformat(revision.archived_at) <= moment
            else revision.model_copy(update={"archived_at": None})
            for revision in posting.revisions
            if datetime.fromisoformat(revision.applied_at) <= moment
        )
        if revisions:
            last = revisions[-1]
            is_held = posting.held is not None and datetime.fromisoformat(posting.held.since) <= moment
            earlier[name] = posting.model_copy(
                update={
                    "revisions": revisions,
                    "revision": last.number,
                    "digest": last.digest,
                    "posting_id": last.posting_id,
                    "status": "active" if last.archived_at is None else "archived",
                    "held": posting.held if is_held else None,
                    "half_edit": _begun_by(posting.half_edit, moment),
                }
            )
    return earlier


def _begun_by(half: HalfEdit | None, moment: datetime) -> HalfEdit | None:
    return half if half is not None and datetime.fromisoformat(half.at) <= moment else None


def posting_request(project: Project, name: str) -> tuple[PostingFile, Mapping[str, Any], CheckResult | None]:
    """Read a manifest by name: the file, the request that is made of it, or what was checked where it has errors.

    Raises ``UsageError`` where there is none of that name.
    """
    repo = read_repo(project.root, project.variables(project.chosen_workspace()))
    document = find_document(repo, name)
    if document.desired is None:
        return document, {}, check_repo(replace(repo, documents=(document,)))
    return document, document.desired.request, None
