"""A posting as it was applied, else as its manifest has it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from heymilo_ops.advice import AdviceKind, advise
from heymilo_ops.errors import AttentionError
from heymilo_ops.model.canonical import canonical
from heymilo_ops.model.state import PostingState
from heymilo_ops.usecases.state_lookup import WorkspaceState, find_document, read_snapshot


@dataclass(frozen=True)
class PostingView:
    """What a posting asks for.

    Attributes:
        request: as it was sent, or would be.
        form: the canonical form of the request.
        posting: what the state knows; ``None`` where it isn't applied.
    """

    request: Mapping[str, Any]
    form: Mapping[str, Any]
    posting: PostingState | None


def posting_view(known: WorkspaceState, name: str) -> PostingView:
    """Read a posting. Raises ``UsageError`` for an unknown name, ``AttentionError`` where its content can't be had."""
    posting = known.postings.get(name)
    if posting is not None:
        request = read_snapshot(known.store, posting.current).request
        return PostingView(request, canonical(request), posting)
    document = find_document(known.repo, name)
    if document.desired is None:
        raise AttentionError(f"{document.path} has errors", advise(AdviceKind.LINT))
    return PostingView(document.desired.request, document.desired.form, None)
