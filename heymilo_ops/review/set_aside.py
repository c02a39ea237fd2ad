"""Fairness findings that are set aside on words that a plan makes or changes: named where a review begins."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from heymilo_ops.finding import Dismissed, DismissedBy
from heymilo_ops.plan.review_input import DismissedAs, ReviewFinding, ReviewInput
from heymilo_ops.review import document as doc
from heymilo_ops.review.change_facts import ChangeFacts
from heymilo_ops.review.document import Inline, Style, foreign, own
from heymilo_ops.review.finding_blocks import LONGEST, merged, postings_spans, quote_spans
from heymilo_ops.text.sanitize import one_line

_MOST = 5
"""Findings that are named where a review begins; all of them stand below, each with its posting."""
_MESSAGE, _REASON = 160, 70
"""Characters of a message and of a reason in a row."""
WAYS: Mapping[DismissedAs, str] = {
    DismissedAs.BASELINED: "set aside, since there before",
    DismissedAs.IGNORED: "set aside, since the rule is switched off",
    DismissedAs.SUPPRESSED: "set aside",
}


def fresh_set_aside(findings: Sequence[ReviewFinding], facts: Sequence[ChangeFacts]) -> list[ReviewFinding]:
    """Return the fairness findings that somebody set aside, on words that are new or change."""
    ways = (DismissedAs.IGNORED, DismissedAs.SUPPRESSED)
    fair = [item for item in findings if item.is_fairness and item.dismissed_as in ways]
    return [item for item in fair if any(_is_on(item, one) for one in facts)] if fair else []


def _is_on(item: ReviewFinding, facts: ChangeFacts) -> bool:
    if facts.change.address not in item.addresses:
        return False
    return facts.is_new or (bool(item.quoted) and any(_holds(one.change.after, item.quoted) for one in facts.items))


def _holds(value: Any, text: str) -> bool:
    if isinstance(value, Mapping):
        return any(_holds(inner, text) for inner in value.values())
    if isinstance(value, list | tuple):
        return any(_holds(inner, text) for inner in value)
    return isinstance(value, str) and text in value


def set_aside_blocks(
    review: ReviewInput, facts: Sequence[ChangeFacts], titles: Mapping[str, str]
) -> Iterator[doc.Block]:
    """Yield what legal has to know before all else: the words, who says that they are fine, and why."""
    items = merged(fresh_set_aside(review.findings, facts))
    if not items:
        return
    lines: list[Inline] = []
    for one in items[:_MOST]:
        item = one.item
        message = item.finding.message
        head = foreign(f"Set aside: {message[:1].lower()}{message[1:]}"[:LONGEST], Style.STRONG)
        names = postings_spans(item, titles)
        lines.append(
            (head, own(f" ({item.finding.code})"), *names, own("."), *quote_spans(one.quotes), own(" "), *_reason(item))
        )
    if len(items) > _MOST:
        lines.append((own(f"And {len(items) - _MOST} more below."),))
    yield doc.Callout(doc.CalloutKind.WARNING, tuple(lines))


def _reason(item: ReviewFinding) -> Inline:
    if item.dismissed_as is DismissedAs.IGNORED:
        return (own("Its rule is switched off in heymilo.yaml. Does legal agree?"),)
    reason = reason_of(item.dismissed)
    if not reason:
        return (own("No reason is given. Does legal agree?"),)
    return own("Reason given: "), foreign(reason), own(". Does legal agree?")


def reason_of(dismissed: Dismissed | None) -> str:
    """Return the reason with its ticket: ``false-alarm, HR-1``; ``""`` where nobody gave one."""
    if dismissed is None or not dismissed.reason or dismissed.by is DismissedBy.CONFIG:
        return ""
    return f"{dismissed.reason}, {dismissed.ticket}" if dismissed.ticket else dismissed.reason


def set_aside_phrase(item: ReviewFinding) -> str:
    """Return a finding that is set aside, what it says and the reason, as a phrase for a row."""
    reason = reason_of(item.dismissed)
    because = f" (reason given: {one_line(reason, _REASON)})" if reason else ""
    message = one_line(item.finding.message, _MESSAGE).rstrip(".")
    way = WAYS[item.dismissed_as] if item.dismissed_as is not None else ""
    return f"{way}: {message[:1].lower()}{message[1:]}{because}"
