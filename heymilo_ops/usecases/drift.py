"""``drift show`` and ``drift accept``: what was changed outside, and how it gets into a manifest."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pydantic import ValidationError

from heymilo_ops import files
from heymilo_ops.errors import AdviceKind, AttentionError, UsageError, advise
from heymilo_ops.manifest.sharing.library import Library
from heymilo_ops.manifest.write_back import list_losses, write_back
from heymilo_ops.manifest.yaml_file import read_text
from heymilo_ops.model.desired import Desired, desire, first_problem
from heymilo_ops.model.drift_report import DriftReport, DriftStatus, PostingDrift
from heymilo_ops.model.pointer import split
from heymilo_ops.model.reason import Reason, ReasonCode
from heymilo_ops.model.state import PostingState
from heymilo_ops.plan.acceptance import accept_fields, is_acceptable, with_marks
from heymilo_ops.plan.build import build
from heymilo_ops.plan.change import DriftField
from heymilo_ops.plan.create_limits import over_create_limits
from heymilo_ops.plan.drift_decision import Drift, read_drift
from heymilo_ops.plan.drift_fields import is_covered
from heymilo_ops.plan.inputs import PlanInput
from heymilo_ops.usecases.atomic_write import existing_bytes, file_errors, in_form_of
from heymilo_ops.usecases.people import count_people, keep_counts
from heymilo_ops.usecases.plan import PlanOptions, gather
from heymilo_ops.usecases.state_lookup import WorkspaceState, applied_posting, find_document, read_state
from heymilo_ops.usecases.workspace import Workspace

if TYPE_CHECKING:
    from heymilo_ops.remote.postings import Postings

_WITHOUT_BASELINE = (
    ReasonCode.CHANGED_OUTSIDE,
    ReasonCode.DIFFERS,
    ReasonCode.DIFFERS_UNDATED,
    ReasonCode.QUESTIONS_CHANGED_OUTSIDE,
)
"""What is said of a posting that can't be compared field by field."""


def show_drift(workspace: Workspace, api: Postings, names: Iterable[str]) -> DriftReport:
    """Compare the named postings, or all that are managed, with what HeyMilo shows, their questions included.

    Without names the people of each are counted and kept, so that a plan without a key has them. Raises ``UsageError``
    for a name that isn't applied.
    """
    known = read_state(workspace)
    asked = {name: applied_posting(known, name) for name in names}
    inputs = _compared(known, api, frozenset(asked))
    changes = {change.address: change for change in build(inputs).changes}
    postings = []
    for name, entry in sorted(inputs.active.items()):
        if not asked or name in asked:
            reasons = changes[name].reasons if name in changes else ()
            notes = tuple(reason for reason in reasons if reason.code in _WITHOUT_BASELINE)
            postings.append(_posting(inputs, name, entry, notes))
    trouble = ""
    if not asked and workspace.shows_people:
        titles = {posting.posting_id: posting.address for posting in postings if posting.posting_id in inputs.listed}
        trouble = keep_counts(known.store, count_people(workspace.paced(api), titles)[0])
    return DriftReport(workspace.name, tuple(postings), trouble)


def _compared(known: WorkspaceState, api: Postings, names: frozenset[str]) -> PlanInput:
    """Gather what a plan is made of, with the questions of these postings, or of all."""
    inputs = gather(known, PlanOptions(), api).input
    listing = inputs.listing
    if listing is None:
        return inputs
    selected = {entry.posting_id: name for name, entry in inputs.active.items() if not names or name in names}
    unread = {
        posting_id: name
        for posting_id, name in selected.items()
        if posting_id in listing.postings and posting_id not in listing.questions
    }
    questions = known.workspace.paced(api).read_all(unread, api.questions)
    return replace(inputs, listing=replace(listing, questions={**listing.questions, **questions}))


def _posting(inputs: PlanInput, name: str, entry: PostingState, notes: tuple[Reason, ...]) -> PostingDrift:
    live = inputs.listed.get(entry.posting_id)
    if live is None or live.archived:
        gone = DriftStatus.DELETED if live is None else DriftStatus.ARCHIVED
        return PostingDrift(name, entry.posting_id, gone)
    desired = inputs.manifest(name)
    drift = read_drift(inputs, entry, desired)
    status = DriftStatus.SAME
    if live.status in (DriftStatus.EXPIRED, DriftStatus.DRAFT):
        status = DriftStatus(live.status)
    if drift is None:
        status = DriftStatus.NO_BASELINE
        drift = Drift()
    if drift.open_fields:
        status = DriftStatus.CHANGED
    title = live.title or name
    return PostingDrift(name, entry.posting_id, status, title, drift.fields, drift.ignored, not drift.unsettled, notes)


@dataclass(frozen=True)
class Acceptance:
    """What went into a manifest.

    Attributes:
        path: of the file. ``fields``: what was accepted.
        left: paths that no manifest can take.
        unshared: forms of sharing that the posting has a value of its own in place of.
        comments: that went with what they stood at.
        adopts: the id that ``ops.adopt`` names now, since a value is one that no new posting takes; else empty.
    """

    path: str
    fields: tuple[DriftField, ...]
    left: tuple[str, ...] = ()
    unshared: tuple[str, ...] = ()
    comments: tuple[str, ...] = ()
    adopts: str = ""


def accept_drift(workspace: Workspace, api: Postings, name: str, paths: tuple[str, ...]) -> Acceptance:
    """Take what was changed outside of a posting into its manifest: all of it, or what these paths name.

    The file alone is written. Raises ``AttentionError`` where nothing was changed, or where the manifest can't say it;
    ``UsageError`` for a path of which nothing was changed.
    """
    known = read_state(workspace)
    entry = applied_posting(known, name)
    document = find_document(known.repo, name)
    desired = document.desired
    if desired is None:
        raise AttentionError(f"{document.path} has errors, so it can't be edited", advise(AdviceKind.LINT))
    inputs = _compared(known, api, frozenset({name}))
    drift = read_drift(inputs, entry, desired)
    if drift is None or drift.comparison is None or not (drift.edited if paths else drift.open_fields):
        why = "what HeyMilo showed after the last apply isn't known" if drift is None else "nothing was changed outside"
        raise AttentionError(f"{name}: {why}, so there is nothing to accept", advise(AdviceKind.PLAN))
    chosen = _chosen(name, drift.edited if paths else drift.open_fields, paths)
    taken = tuple(field for field in chosen if is_acceptable(field))
    left = tuple(field.path for field in chosen if not is_acceptable(field))
    if not taken:
        raise AttentionError(
            f"{name}: no manifest of this posting can say {', '.join(left)}",
            ("Put it back at HeyMilo, or make a new posting.", advise(AdviceKind.APPLY_RECREATE, name=name)),
        )
    earlier = (field for field in drift.fields if field.accepted and field not in taken)
    resolved = with_marks(accept_fields(desired, drift.comparison, taken), (*earlier, *taken))
    try:
        selected, adopts = _legal(desire(resolved, desired.source), entry)
    except ValidationError as error:
        problem = first_problem(error)
        raise AttentionError(f"{name}: no manifest can say what HeyMilo shows: {problem}", _PUT_BACK) from error
    with file_errors(f"{document.path} can't be read", "Nothing was written."):
        before = existing_bytes(workspace.root, document.path) or b""
    text = read_text(before, document.path).text
    after = write_back(text, selected, Library(workspace.root), workspace.variables)
    losses = list_losses(text, after)
    with file_errors(f"{document.path} can't be written", "Nothing was written."):
        files.write(workspace.root, document.path, in_form_of(before, after))
    shared = [f"{field.path} ({origin})" for field in taken if (origin := _origin(desired.origins, field)) is not None]
    return Acceptance(document.path, taken, left, (*losses.forms, *shared), losses.comments, adopts)


def _legal(desired: Desired, entry: PostingState) -> tuple[Desired, str]:
    """Return a manifest that may say what HeyMilo shows: where that is more than a new posting takes, it names the
    posting that it is of. Return the id that it names for that alone.
    """
    if desired.ops.adopt is not None or not any(over_create_limits(desired.manifest)):
        return desired, ""
    ops = {**(desired.resolved.get("ops") or {}), "adopt": entry.posting_id}
    return desire({**desired.resolved, "ops": ops}, desired.source), entry.posting_id


_PUT_BACK = "Put it back at HeyMilo, or accept the other paths one by one."


def _origin(origins: object, field: DriftField) -> str | None:
    """Return the shared file that a value at the root came from, ``None`` where it stands in the manifest."""
    tokens = split(field.path)
    known = origins if isinstance(origins, dict) else {}
    return known.get(f"/{tokens[0]}") if len(tokens) == 1 else None


def _chosen(name: str, fields: tuple[DriftField, ...], paths: tuple[str, ...]) -> tuple[DriftField, ...]:
    known = ", ".join(field.path for field in fields)
    for path in paths:
        if not any(is_covered(field.path, [path]) for field in fields):
            raise UsageError(f"{path} of {name} was not changed outside", f"What was: {known}.")
    return tuple(field for field in fields if not paths or is_covered(field.path, paths))
