"""Whom a change concerns, in words: how many registered, completed and did not, and how old that is."""

from __future__ import annotations

from datetime import UTC, datetime

from heymilo_ops.model.people import AS_OF, Impact
from heymilo_ops.plan.change import Plan
from heymilo_ops.review.document import Inline, Style, foreign, own
from heymilo_ops.review.words import counted

OLD_H = 24
"""Numbers that are older, in hours, are shown as old."""

_MOST = 5


def impact_spans(impact: Impact) -> Inline:
    """Return ``41 registered, 17 completed, 24 not completed``, what counts most in bold, and the age if it has one.

    The age is bold too where it is more than a day.
    """
    if not impact.is_known:
        return (own("unknown", Style.STRONG), own(" how many"))
    spans = (  # a plan file may have any text there
        foreign(f"{impact.registered} registered, {impact.completed} completed,"),
        own(" "),
        foreign(f"{impact.not_completed} not completed", Style.STRONG),
    )
    if impact.age_hours is None:
        return spans
    style = Style.STRONG if impact.age_hours >= OLD_H else Style.PLAIN
    return (*spans, own(", as of "), foreign(f"{in_words(impact.as_of)}, {_age(impact.age_hours)}", style))


def in_words(as_of: str | None) -> str:
    """Return the time of a count as ``2026-11-28 02:10 UTC``; what is none as it is."""
    try:
        return f"{datetime.strptime(as_of or '', AS_OF).replace(tzinfo=UTC):%Y-%m-%d %H:%M} UTC"
    except ValueError:
        return str(as_of)


def plain(spans: Inline) -> str:
    """Return spans as a text without styles."""
    return "".join(span.text for span in spans)


def _age(hours: int) -> str:
    if not hours:
        return "less than an hour ago"
    return f"{counted(hours // 24, 'day') if hours >= 2 * 24 else counted(hours, 'hour')} ago"


def people_lines(plan: Plan) -> list[tuple[str, Inline]]:
    """Return whom the plan concerns, by name, those with the most people left first; at most five and how many more."""
    concerned = [(change.address, change.impact) for change in plan.changes if change.impact is not None]
    concerned.sort(key=lambda item: (item[1].is_known, -_left(item[1]), item[0]))
    lines = [(name, impact_spans(impact)) for name, impact in concerned[:_MOST]]
    more = len(concerned) - _MOST
    return [*lines, ("", (own(f"and the people of {counted(more, 'more posting')}"),))] if more > 0 else lines


def _left(impact: Impact) -> int:
    """Return a number to sort by; those that aren't shown exactly are small ones, or as good as their lower bound."""
    digits = str(impact.not_completed).rpartition(" ")[2]
    return int(digits) if digits.isdecimal() else 0
