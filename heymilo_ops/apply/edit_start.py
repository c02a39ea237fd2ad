"""What an edit in place starts from: the questions as HeyMilo lists them, and which of them are ours."""

from __future__ import annotations

from heymilo_ops.apply.edit_scope import (
    Design,
    EditBasis,
    accepted_ids,
    applied_ids,
    begun_ids,
    edit_scope,
    taken_in,
)
from heymilo_ops.apply.run_context import RunContext
from heymilo_ops.errors import AdviceKind, AttentionError, advise
from heymilo_ops.model.canonical import canonical
from heymilo_ops.model.desired import Desired
from heymilo_ops.model.pointer import split, value_at
from heymilo_ops.model.reason import Reason
from heymilo_ops.model.state import EditScope, PostingState
from heymilo_ops.plan.change import AcceptedDesign
from heymilo_ops.statefile.baseline import read_baseline


def scope_of(
    entry: PostingState, desired: Desired, context: RunContext, basis: AcceptedDesign | None = None
) -> EditScope | Reason:
    """Return what the edit of a posting to ``desired`` changes; or why it is refused before its first write.

    ``basis``: what it starts from, where that is not what was applied.

    Raises ``AttentionError`` where it isn't on record what was applied; ``UnreachableError`` passes through.
    """
    listed, taken = context.api.questions(entry.posting_id), dict[str, str]()
    after, half = Design(desired.form, desired.keys), entry.half_edit
    if half is not None:
        design = _design(half.digest, context)
        ids, carried = begun_ids(design, half.edit, listed), half.edit
    elif basis is not None:
        design = Design(basis.form, basis.keys)
        ids = accepted_ids(design, basis.ids, listed, after)
        carried = EditScope(before=entry.digest, listed=tuple(str(item["id"]) for item in listed))
    else:
        design = _design(entry.digest, context)
        ids = applied_ids(design, listed, _recorded_ids(entry, context), after)
        # What the manifest has taken in from HeyMilo counts as made by this edit: it is found there, and not sent.
        taken = taken_in(design, after, listed, ids) if isinstance(ids, dict) else {}
        before = tuple(id for item in listed if (id := str(item["id"])) not in taken.values())
        carried = EditScope(before=entry.digest, listed=before)
    return ids if isinstance(ids, Reason) else edit_scope(EditBasis(design, ids, carried, taken), after)


def _recorded_ids(entry: PostingState, context: RunContext) -> dict[str, list[str]]:
    """Return the ids of the questions as they were read after the last apply: by modality, in HeyMilo's order."""
    digest = entry.current.baseline
    baseline = read_baseline(context.store, digest) if digest else None
    if baseline is None or baseline.carried or not baseline.questions_read:
        return {}
    ids: dict[str, list[str]] = {}
    for pointer in sorted(baseline.question_ids, key=_place):
        question = value_at(baseline.request, pointer)
        ids.setdefault(str(question["modality"]), []).append(baseline.question_ids[pointer])
    return ids


def _place(pointer: str) -> tuple[int, ...]:
    """Return the numbers in a pointer, by which it comes in the order of the design."""
    return tuple(int(token) for token in split(pointer) if token.isdecimal())


def _design(digest: str, context: RunContext) -> Design:
    snapshot = context.store.snapshot(digest)
    if snapshot is None:
        raise AttentionError(f"the snapshot {digest}, which was applied, is not there", advise(AdviceKind.PLAN_AGAIN))
    return Design(canonical(snapshot.request), snapshot.keys)
