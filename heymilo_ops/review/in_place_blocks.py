"""That a change could keep the link: a choice of those who look for people, beside what it costs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from heymilo_ops.plan.change import Action, Change
from heymilo_ops.review.decided_words import completed_words
from heymilo_ops.review.document import Paragraph, Style, own


def could_stay(change: Change) -> bool:
    """Return whether a posting that is replaced could be changed in place as well."""
    return change.action is Action.REPLACE and change.decided_by is not None and change.decided_by.other == "update"


def in_place_blocks(changes: Sequence[Change]) -> Iterator[Paragraph]:
    """Yield the choice for a posting, or for several alike; nothing where there is none."""
    able = [change for change in changes if could_stay(change)]
    if not able:
        return
    what = "This could" if len(changes) == 1 else f"{len(able)} of these could"
    met = completed_words(able[0]) if len(changes) == 1 else f"{_together(able)} met the old version"
    spans = (
        own("To decide by hiring manager and recruiter", Style.STRONG),
        own(f": {what} also be changed in place: the link stays, and {met}. Engineers can set that up."),
    )
    yield Paragraph(spans)


def _together(changes: Sequence[Change]) -> str:
    """Return those who completed one of several, with their number where every one is known exactly."""
    counts = [change.impact.completed if change.impact is not None else None for change in changes]
    known = [count for count in counts if isinstance(count, int)]
    if len(known) < len(counts) or sum(known) == 0:
        return "those who completed"
    return f"the {sum(known)} {'person' if sum(known) == 1 else 'people'} who completed"
