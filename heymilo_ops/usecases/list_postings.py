"""The postings of a workspace at a glance, from the manifests and the state."""

from __future__ import annotations

from heymilo_ops.model.deployment import PostingRow
from heymilo_ops.model.state import PostingState
from heymilo_ops.usecases.state_lookup import WorkspaceState


def list_postings(known: WorkspaceState, *, as_written: bool) -> list[PostingRow]:
    """Return one row for each posting of the manifests or the state.

    ``as_written``: a deadline that isn't applied yet is as its file has it, not in UTC.
    """
    names = sorted({*known.postings, *known.repo.by_address})
    return [
        _applied(known, name, known.postings[name]) if name in known.postings else _new(known, name, as_written)
        for name in names
    ]


def _applied(known: WorkspaceState, name: str, posting: PostingState) -> PostingRow:
    snapshot = known.store.snapshot(posting.digest)
    deadline = snapshot.request.get("deadline") if snapshot is not None else None
    is_active = posting.status == "active"
    status = "active, a design is held" if posting.held is not None and is_active else posting.status
    return PostingRow(name, status, posting.revision, deadline, posting.candidate_url if is_active else None)


def _new(known: WorkspaceState, name: str, as_written: bool) -> PostingRow:
    desired = known.repo.by_address[name].desired
    if desired is None:
        return PostingRow(name, "has errors")
    return PostingRow(name, "not applied", None, (desired.request if as_written else desired.form).get("deadline"))
