"""The design that was live at a moment, as far as is known, and how certain each part of it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from heymilo_ops.model.baseline import Baseline
from heymilo_ops.model.pointer import join, split, value_at
from heymilo_ops.model.state import PostingState, Revision


class PastStatus(StrEnum):
    """What a posting was at a moment."""

    LIVE = "live"
    ARCHIVED = "archived"
    NOT_APPLIED = "not applied"
    """Nothing was applied yet."""
    BEFORE_ADOPTION = "before adoption"
    """It was at HeyMilo, perhaps, and nobody here knows how."""


class PartKind(StrEnum):
    """A part of a design."""

    SETTINGS = "settings"
    TEXTS = "texts"
    STEP = "step"
    WRITTEN_QUESTIONS = "written questions"
    TEMPLATE = "template"
    OUTSIDE = "changed outside"
    """A value that somebody changed at HeyMilo itself."""


class Certainty(StrEnum):
    """How well a part is known."""

    APPLIED = "applied"
    """It was sent, and HeyMilo confirmed it."""
    SEEN = "seen"
    """HeyMilo showed it."""
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a design.

    Attributes:
        number: of a step, from 1.
        at: ISO 8601 in UTC: when it was applied or seen.
        revision: the number of the revision that brought it; of a value that was changed outside, of that after which
            it was seen.
        path: of a value that was changed outside.
        value: that value, as it was seen; ``None`` where it was taken out, or isn't kept.
    """

    kind: PartKind
    certainty: Certainty
    at: str | None
    revision: int
    number: int | None = None
    path: str | None = None
    value: Any = None


@dataclass(frozen=True, slots=True)
class PastDesign:
    """What is known of a posting at a moment.

    Attributes:
        at: that moment.
        revision: the one that was live, or the last one before; ``None`` where nothing was applied yet.
        since, until: ISO 8601 in UTC: while it was live; ``until`` is ``None`` where it still is.
        also_open: ids of earlier postings that were open too.
        request: what was sent; ``None`` where that isn't known any more.
        questions: those that HeyMilo wrote, as it showed them; ``None`` where it wrote none, or none were read.
    """

    address: str
    at: datetime
    standing: PastStatus
    revision: Revision | None = None
    since: str | None = None
    until: str | None = None
    also_open: tuple[str, ...] = ()
    request: Mapping[str, Any] | None = None
    questions: tuple[Mapping[str, Any], ...] | None = None
    parts: tuple[Part, ...] = ()


def design_parts(
    entry: PostingState,
    revision: Revision,
    request: Mapping[str, Any] | None,
    questions: tuple[Mapping[str, Any], ...] | None,
) -> Iterator[Part]:
    """Yield how certain each part of a revision is. ``questions``: those that HeyMilo wrote and that were read."""
    design = _first_of_design(entry, revision)
    known = Certainty.SEEN if revision.action == "adopt" else Certainty.APPLIED
    made = Certainty.SEEN if design.action == "adopt" else Certainty.APPLIED
    if request is None:
        yield Part(PartKind.SETTINGS, Certainty.UNKNOWN, None, revision.number)
        yield Part(PartKind.TEXTS, Certainty.UNKNOWN, None, design.number)
        return
    yield Part(PartKind.SETTINGS, known, revision.applied_at, revision.number)
    yield Part(PartKind.TEXTS, made, design.applied_at, design.number)
    if request.get("interview_template_id") is not None:
        yield Part(PartKind.TEMPLATE, Certainty.UNKNOWN, None, design.number)
    steps = request.get("workflow") or ()
    for number, _ in enumerate(steps, 1):
        yield Part(PartKind.STEP, made, design.applied_at, design.number, number)
    if any(step.get("questions") is None for step in steps):
        certainty = Certainty.UNKNOWN if questions is None else Certainty.SEEN
        at = None if questions is None else design.applied_at
        yield Part(PartKind.WRITTEN_QUESTIONS, certainty, at, design.number)


def outside_parts(
    entry: PostingState, revision: Revision, moment: datetime, baselines: Mapping[str, Baseline]
) -> Iterator[Part]:
    """Yield the values of a revision's posting that were changed outside, as far as an apply saw them.

    What was seen by then was so, as long as nothing else was seen; what was seen later may have been so.
    """
    first: dict[str, Part] = {}
    for made in entry.revisions:
        baseline = baselines.get(made.baseline or "")
        if baseline is None or made.posting_id != revision.posting_id:
            continue
        is_seen = datetime.fromisoformat(baseline.read_at) <= moment
        for carried in baseline.carried:
            certainty = Certainty.SEEN if is_seen else Certainty.UNKNOWN
            value = _seen_value(baseline, carried.path)
            part = Part(PartKind.OUTSIDE, certainty, baseline.read_at, made.number, None, carried.path, value)
            first.setdefault(carried.path, part)
    yield from (first[path] for path in sorted(first))


def _seen_value(baseline: Baseline, path: str) -> Any:
    """Return the value at a path that names questions by key or id, and steps by type; ``None`` where there is none."""
    root, *rest = split(path)
    if root == "questions" and rest:
        ids = {key: question_id for question_id, key in baseline.keys.items()}
        pointers = {question_id: pointer for pointer, question_id in baseline.question_ids.items()}
        pointer = pointers.get(ids.get(rest[0], rest[0]))
        return None if pointer is None else value_at(baseline.request, join(*rest[1:], base=pointer))
    if root == "workflow" and rest:
        types = [str(step.get("type")) for step in baseline.request.get("workflow") or ()]
        number = types.index(rest[0]) if rest[0] in types else rest[0]
        return value_at(baseline.request, join(root, number, *rest[1:]))
    return value_at(baseline.request, path)


def _first_of_design(entry: PostingState, revision: Revision) -> Revision:
    """Return the revision that brought the design: later ones of its posting have changed settings alone."""
    first = revision
    for earlier in reversed(entry.revisions):
        if earlier.number >= revision.number:
            continue
        if (earlier.posting_id, earlier.design_digest) != (revision.posting_id, revision.design_digest):
            break
        first = earlier
    return first


def standing_at(entry: PostingState, moment: datetime) -> tuple[PastStatus, Revision | None]:
    """Return what a posting was at a moment, and the revision that was live, or the last one before."""
    applied = [revision for revision in entry.revisions if datetime.fromisoformat(revision.applied_at) <= moment]
    if not applied:
        adopted = entry.revisions[0].action == "adopt"
        return (PastStatus.BEFORE_ADOPTION if adopted else PastStatus.NOT_APPLIED), None
    last = applied[-1]
    return (PastStatus.ARCHIVED if _is_archived(last, moment) else PastStatus.LIVE), last


def live_until(entry: PostingState, revision: Revision) -> str | None:
    """Return when a revision stopped being the one that is live: replaced, changed or archived; ``None`` if it is."""
    after = [later.applied_at for later in entry.revisions if later.number > revision.number][:1]
    ends = [*after, *([revision.archived_at] if revision.archived_at is not None else [])]
    return min(ends, key=datetime.fromisoformat, default=None)


def also_open(entry: PostingState, revision: Revision, moment: datetime) -> tuple[str, ...]:
    """Return the ids of earlier postings that were replaced by then and still open."""
    earlier = (it for it in entry.revisions if it.number < revision.number and it.posting_id != revision.posting_id)
    return tuple(dict.fromkeys(it.posting_id for it in earlier if not _is_archived(it, moment)))


def _is_archived(revision: Revision, moment: datetime) -> bool:
    return revision.archived_at is not None and datetime.fromisoformat(revision.archived_at) <= moment
