"""Whom a change concerns, and what it means for those who have completed and for those who haven't."""

from __future__ import annotations

from heymilo_ops.model.facts import ChangeClass
from heymilo_ops.plan.change import Action, Change
from heymilo_ops.plan.effect import classes
from heymilo_ops.review.document import Inline, Paragraph, Style, own
from heymilo_ops.review.people_words import impact_spans

_INCLUDES = " (people who were knocked out or gave up are among these)"
_KEPT = "Results of those who completed are kept"
_SCORED = frozenset({ChangeClass.WORDING, ChangeClass.RUBRIC, ChangeClass.SCORING})
"""Classes of change by which the same answers may score otherwise."""
_NOT_DOCUMENTED = "whether somebody who has begun can finish isn't documented by HeyMilo"


def people_blocks(change: Change) -> tuple[Paragraph, ...]:
    """Return the paragraph on people; nothing where nobody is concerned, or counts are kept out of plans."""
    if change.impact is None:
        return ()
    is_somebody = change.impact.registered != 0  # not known counts as somebody
    includes: Inline = (own(_INCLUDES),) if change.impact.is_known and is_somebody else ()
    means = meaning(change) if is_somebody else ""
    spans = (own("People", Style.STRONG), own(": "), *impact_spans(change.impact), *includes, own("."))
    return (Paragraph((*spans, own(f" {means}")) if means else spans),)


def meaning(change: Change) -> str:
    """Return what the change means for each group of people, in a sentence or two; ``""`` where it means nothing."""
    if change.action is Action.REPLACE:
        later = "scores of the new interview can't be compared with theirs"
        return f"{_kept(change)}; {later}. {_for_the_rest(change)}"
    if change.action is Action.ARCHIVE:
        return f"{_KEPT}. For the others the link closes; {_NOT_DOCUMENTED}."
    if change.edits:
        later = ": later scores can't be compared with theirs" if _SCORED.intersection(classes(change)) else ""
        return (
            f"{_kept(change)}, and were scored by the old version{later}. By HeyMilo's documentation an edit reaches "
            "people who enter after it; the others may have met the old version in part."
        )
    if change.settings:
        return f"{_KEPT}. The others meet the new settings from then on."
    return ""


def _kept(change: Change) -> str:
    completed = change.impact.completed if change.impact is not None else None
    if completed in (None, 0):
        return _KEPT
    return f"Results of the {completed} {'person' if completed == 1 else 'people'} who completed are kept"


def _for_the_rest(change: Change) -> str:
    drain = next((drain for drain in change.drains if drain.since is None), None)
    if drain is not None:
        return f"The others can finish the old interview, until {drain.until} at the latest if this is applied today."
    if not change.archives:
        return "The old interview stays open for the others, beside the new one."
    return f"For the others the old link closes, and they get the new one only if somebody sends it; {_NOT_DOCUMENTED}."
