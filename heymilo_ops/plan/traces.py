"""What HeyMilo shows of our operations: the postings that carry the marks of one attempt, and which of them it made.

A posting that is cloned at HeyMilo carries the marks of its original. The original is the one on record, else the one
that was made first; where HeyMilo doesn't say which that was, none is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from heymilo_ops.model.high_water import first_made, is_probable
from heymilo_ops.model.live import Live
from heymilo_ops.model.mark import Mark
from heymilo_ops.model.state import Intent
from heymilo_ops.plan.inputs import PlanInput
from heymilo_ops.plan.superseded import gone


@dataclass(frozen=True, slots=True)
class Trace:
    """The postings with the marks of one attempt.

    Attributes:
        postings: that the state doesn't know, the first made first.
        recorded: the one that it knows, ``None`` where it knows none of them.
        original: of those that it doesn't know, the one that the attempt made; ``None`` where one is on record, or
            where that can't be told.
    """

    mark: Mark
    postings: tuple[Live, ...]
    recorded: Live | None = None
    original: Live | None = None

    @property
    def ids(self) -> str:
        """The ids of those that the state doesn't know, in words."""
        return in_words(each.posting_id for each in self.postings)


def in_words(names: Iterator[str]) -> str:
    """``p1``, ``p1 and p2``, ``p1, p2 and p3``."""
    *most, last = names
    return f"{', '.join(most)} and {last}" if most else last


def ours(given: PlanInput) -> Iterator[tuple[Live, Mark]]:
    """Every listed posting with our mark."""
    for live in given.listing.postings.values() if given.listing else ():
        mark = live.mark
        if mark and (mark.project, mark.workspace) == (given.project, given.workspace):
            yield live, mark


def traces(given: PlanInput) -> list[Trace]:
    """What is shown of every attempt, sorted by name. A posting whose operation can't be read is one by itself."""
    known = given.state.posting_ids if given.state else frozenset()
    attempts: dict[tuple[str, ...], list[tuple[Live, Mark]]] = {}
    for live, mark in ours(given):
        key = (mark.op_id, str(mark.attempt)) if mark.op_id else ("", live.posting_id)
        attempts.setdefault(key, []).append((live, mark))
    found = (_trace(each, known) for each in attempts.values())
    return sorted(found, key=lambda each: (each.mark.name, each.mark.revision, each.mark.op_id, each.mark.attempt))


def _trace(group: list[tuple[Live, Mark]], known: frozenset[str]) -> Trace:
    recorded = next((live for live, _ in group if live.posting_id in known), None)
    strangers = sorted((live for live, _ in group if live.posting_id not in known), key=lambda live: live.born)
    return Trace(group[0][1], tuple(strangers), recorded, None if recorded else _original(strangers))


def _original(postings: list[Live]) -> Live | None:
    """The first made; where that can't be told, the only one that isn't archived: no other can be in its way."""
    first = first_made(postings)
    still_open = [each for each in postings if not each.archived]
    if first or len(still_open) > 1:
        return first
    return still_open[0] if still_open else postings[0]


@dataclass(frozen=True, slots=True)
class Shown:
    """What HeyMilo shows of an operation of unknown outcome.

    Attributes:
        words: of it, ``""`` where it shows nothing.
        candidates: ids of the postings between which only a person can choose.
    """

    words: str = ""
    candidates: tuple[str, ...] = ()


def shown(given: PlanInput, found: list[Trace], intent: Intent) -> Shown:
    """What HeyMilo shows of a write whose outcome isn't known."""
    if intent.kind == "create":
        mine = [each for each in found if each.mark.op_id == intent.op_id and each.postings]
        return _created(mine, intent) if mine else _probable(given, intent)
    live = given.listing.postings.get(intent.target or "") if given.listing else None
    if intent.kind == "archive" and intent.target and gone(intent.target, given.listing):
        return Shown(f"HeyMilo shows that posting {intent.target} is archived or deleted")
    if intent.kind == "update" and live and live.mark and live.mark.op_id == intent.op_id:
        return Shown(f"HeyMilo lists posting {intent.target} with its mark")
    return Shown()


def _created(mine: list[Trace], intent: Intent) -> Shown:
    ids = tuple(live.posting_id for each in mine for live in each.postings)
    if len(mine) > 1:
        said = in_words(f"{each.ids} with the marks of its attempt {each.mark.attempt}" for each in mine)
        return Shown(f"HeyMilo lists posting {said}", ids)
    trace = mine[0]
    which = "its mark" if trace.mark.attempt == intent.attempt else f"the mark of its attempt {trace.mark.attempt}"
    first = first_made(trace.postings)
    if first is None:
        said = f"HeyMilo lists postings {trace.ids} with {which}, and doesn't say which of them was made first"
        return Shown(said, ids)
    return Shown(f"HeyMilo lists posting {first.posting_id} with {which}")


def _probable(given: PlanInput, intent: Intent) -> Shown:
    """Postings without our marks that were made since, and that look like what was sent."""
    listed = given.listing.postings.values() if given.listing else ()
    known = given.state.posting_ids if given.state else frozenset()
    title = partial(_title, given, intent)
    alike = [each.posting_id for each in listed if is_probable(each, intent, title, known)]
    if not alike:
        return Shown()
    ids = in_words(iter(sorted(alike)))
    said = f"HeyMilo lists posting {ids}, made since, with its name or title and without our marks"
    return Shown(f"{said}: it is probably what was made", tuple(sorted(alike)))


def _title(given: PlanInput, intent: Intent) -> object:
    """The title that was sent, as far as it is known."""
    snapshot = given.snapshots.get(intent.digest or "")
    if snapshot:
        return snapshot.request.get("title")
    return next((each.manifest.title for each in given.desired if each.under(intent.digest or "")), None)
