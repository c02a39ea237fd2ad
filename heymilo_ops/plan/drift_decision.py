"""What to do about a posting that was changed outside: show it, hold it, record it as accepted, or revert it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from heymilo_ops.model.baseline import root_digest
from heymilo_ops.model.canonical import digest, settings_fields
from heymilo_ops.model.desired import Desired
from heymilo_ops.model.live_request import live_request
from heymilo_ops.model.pointer import split
from heymilo_ops.model.posting import Ops
from heymilo_ops.model.reason import Reason, ReasonCode
from heymilo_ops.model.state import PostingState
from heymilo_ops.plan.change import (
    Change,
    CreatePosting,
    DriftField,
    EditPosting,
    FieldChange,
    PatchPosting,
)
from heymilo_ops.plan.drift_fields import LiveComparison, Reading, is_covered
from heymilo_ops.plan.inputs import PlanInput

NAMED = 6
"""Fields that a sentence names at most."""
MARK = len("sha256:") + 16
"""Characters of a digest that ``ops.accepted`` has."""


@dataclass(frozen=True, slots=True)
class Drift:
    """What was changed outside of one posting.

    Attributes:
        fields: without what ``ops`` ignores. ``ignored``: how many that are.
        comparison: ``None`` where HeyMilo shows all of it as it did.
        has_questions: whether the questions were compared too.
        unsettled: HeyMilo may still be writing questions of it.
    """

    fields: tuple[DriftField, ...] = ()
    ignored: int = 0
    comparison: LiveComparison | None = None
    has_questions: bool = False
    unsettled: bool = False

    @property
    def open_fields(self) -> tuple[DriftField, ...]:
        """What is neither what the manifest wants nor accepted."""
        return tuple(field for field in self.fields if field.is_open)

    @property
    def edited(self) -> tuple[DriftField, ...]:
        """What is not what the manifest wants, what was accepted and then edited too."""
        return tuple(field for field in self.fields if not field.is_settled)

    def only(self, fields: Iterable[DriftField]) -> Drift:
        """Return the drift at the paths of these fields alone."""
        paths = {field.path for field in fields}
        return replace(self, fields=tuple(field for field in self.fields if field.path in paths))

    def left(self, changes: Iterable[FieldChange]) -> list[FieldChange]:
        """Return the changes of a manifest that HeyMilo doesn't show yet."""
        settled = [field.path for field in self.fields if field.is_settled and field.kind != "moved"]
        comparison = self.comparison
        if comparison is None:
            return list(changes)
        return [change for change in changes if not comparison.is_settled(change, settled)]


def read_drift(inputs: PlanInput, entry: PostingState, desired: Desired | None) -> Drift | None:
    """Return what was changed outside since the last write; ``None`` where that can't be said: without a baseline, and
    where HeyMilo was not asked.
    """
    live, revision = inputs.listed.get(entry.posting_id), entry.current
    if live is None or not live.document or revision.baseline is None or inputs.listing is None:
        return None
    questions = inputs.listing.questions.get(entry.posting_id)
    read = live_request(live.document, questions)
    if questions is None and root_digest(read.request) == revision.root_digest:
        return Drift()
    baseline = inputs.baselines.get(revision.baseline)
    if baseline is None:
        return None
    reading = Reading(read.request, read.question_ids, questions is not None)
    comparison = LiveComparison(baseline, reading, desired)
    fields = comparison.fields()
    ops = desired.ops if desired is not None else entry.ops
    kept = tuple(field for field in fields if not is_covered(field.path, ops.ignore_changes))
    named = {(comparison.by_id(path), mark) for path, _, mark in (text.rpartition(" ") for text in ops.accepted)}
    kept = tuple(
        replace(field, accepted=True) if (comparison.by_id(field.path), value_mark(field.live)) in named else field
        for field in kept
    )
    return Drift(kept, len(fields) - len(kept), comparison, comparison.has_questions, not baseline.questions_read)


def value_mark(value: Any) -> str:
    """Return what ``ops.accepted`` names a value by: the beginning of its digest."""
    return digest(value)[:MARK]


def is_stopped(change: Change, drift: Drift, ops: Ops) -> bool:
    """Return whether a change waits until what was changed outside is accepted or reverted."""
    writes = (CreatePosting, EditPosting, PatchPosting)
    return (
        ops.on_drift == "stop"
        and bool(drift.open_fields)
        and change.overwrites is None
        and any(isinstance(operation, writes) for operation in change.operations)
    )


def drift_reasons(drift: Drift, address: str, workspace: str) -> Iterator[Reason]:
    """Yield what a reader should know of what was changed outside."""
    open_paths = tuple(field.path for field in drift.open_fields)
    if open_paths:
        yield Reason(ReasonCode.DRIFTED, named_paths(open_paths), address, workspace)


def named_paths(paths: tuple[str, ...]) -> tuple[str, ...]:
    """Return the first of some paths, and how many more there are."""
    more = (f"and {len(paths) - NAMED} more",) if len(paths) > NAMED else ()
    return (*paths[:NAMED], *more)


def is_setting(path: str) -> bool:
    """Return whether the value at a path is one that a PATCH of the posting changes."""
    return split(path)[0] in settings_fields()


def overwritten(fields: Iterable[DriftField]) -> str:
    """Return the digest of the live values that a revert overwrites."""
    return digest({field.path: field.live for field in fields})


def reverting_fields(fields: Iterable[DriftField]) -> tuple[FieldChange, ...]:
    """Return a revert as changes of the live values."""
    return tuple(_reverting(field) for field in fields)


def target_value(field: DriftField) -> Any:
    """Return what a revert puts back: what the manifest says, else what HeyMilo had after the last write."""
    return field.baseline if field.desired is None else field.desired


def _reverting(field: DriftField) -> FieldChange:
    after = target_value(field)
    kind = "removed" if after is None else "added" if field.live is None else "changed"
    return FieldChange(field.path, kind, field.live, after, field.effect)


def revert_patch(fields: Iterable[DriftField], desired: Desired) -> tuple[dict[str, Any], list[str]]:
    """Return the PATCH that puts settings back, and the names of those that no PATCH can take off again."""
    body: dict[str, Any] = {}
    stuck: list[str] = []
    for field in fields:
        name = split(field.path)[0]
        if name == "metadata":
            body["metadata"] = dict(desired.request.get("metadata") or {})
        elif (value := target_value(field)) is not None:
            body[name] = desired.request.get(name, value)
        elif isinstance(field.live, bool):
            body[name] = not field.live
        else:
            stuck.append(name)
    return body, sorted(set(stuck))
