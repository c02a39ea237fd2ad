"""What each workspace of a project runs, read from the states; HeyMilo isn't asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from heymilo_ops.advice import AdviceKind, advise
from heymilo_ops.errors import AttentionError
from heymilo_ops.model.canonical import canonical, question_keys
from heymilo_ops.model.deployment import Deployment, comes_to
from heymilo_ops.model.state import Revision
from heymilo_ops.usecases.state_lookup import WorkspaceState

if TYPE_CHECKING:
    from heymilo_ops.statefile.format import StoredSnapshot


def deployment(known: WorkspaceState, name: str) -> Deployment | None:
    """Return what a workspace runs under a name; ``None`` where nothing was applied, or it is archived."""
    posting = known.postings.get(name)
    if posting is None or posting.status == "archived":
        return None
    revision = posting.current
    document = known.repo.by_address.get(name)
    if document is not None and document.desired is not None and document.desired.under(revision.digest):
        # What is live may have got its variables later than it was applied: filling them in changed nothing.
        template, source = document.desired.template, document.path
    else:
        portable, sent = known.store.snapshot(revision.portable_digest), known.store.snapshot(revision.digest)
        if portable is None or sent is None:  # a portable form alone shows nothing of what was sent
            return Deployment(known.name, posting, None, {}, revision.source)
        _refuse_edited(known, revision, portable, sent)
        template, source = portable.resolved, portable.source
    return Deployment(known.name, posting, template, question_keys(template), source)


def require_deployment(known: WorkspaceState, name: str) -> Deployment:
    """As ``deployment``. Raises ``AttentionError`` where it runs nothing, or what it runs isn't known any more."""
    running = deployment(known, name)
    if running is None:
        what = "is archived in" if name in known.postings else "was never applied to"
        raise AttentionError(f"{name} {what} '{known.name}'", advise(AdviceKind.HISTORY_WORKSPACES_OF, name=name))
    if running.template is None:
        portable, sent = running.revision.portable_digest, running.revision.digest
        missing = portable if known.store.snapshot(portable) is None else sent
        raise AttentionError(
            f"What {running.title} of {name} holds isn't known: its snapshot {missing} is missing from "
            f"{known.store.where}",
            "Bring the snapshot back.",
        )
    return running


def _refuse_edited(known: WorkspaceState, revision: Revision, portable: StoredSnapshot, sent: StoredSnapshot) -> None:
    """Refuse a portable form that can't have given what was sent."""
    if not comes_to(canonical(portable.request), canonical(sent.request)):
        raise AttentionError(
            f"The portable form that the state names for {known.name} r{revision.number}, {portable.digest}, doesn't "
            f"come to what was sent, {revision.digest}: the state in {known.store.where} was edited",
            "Put back a state that was not edited.",
        )
