"""What readers are asked that no field says: on findings, a large plan, and statements and files that are gone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from heymilo_ops.model.reason import Reason, ReasonCode
from heymilo_ops.plan.review_input import ReviewFinding
from heymilo_ops.review.change_facts import ChangeFacts
from heymilo_ops.review.notice_alerts import NoticeTopic

LARGE = "--allow-large-change"
"""The permission of a plan that replaces or closes more than usual."""
_LANGUAGE = ("CX153",)


def is_on_language(item: ReviewFinding) -> bool:
    """Return whether a finding that counts is that a text is in another language than its posting."""
    return item.finding.code in _LANGUAGE and item.dismissed is None and not item.must_fix


def is_on_value(item: ReviewFinding) -> bool:
    """Return whether a value of a question has to be corrected: which one is right is no question of technique."""
    return item.must_fix and "/questions/" in item.finding.pointer


def is_file_gone(reasons: Iterable[Any]) -> bool:
    """Return whether one of these reasons, or what it is filled in with, is that no file asks for the posting."""
    nested = [reason for reason in reasons if isinstance(reason, Reason)]
    return any(reason.code is ReasonCode.MANIFEST_GONE or is_file_gone(reason.args) for reason in nested)


def still_true(old: Sequence[ChangeFacts], *, public: bool) -> Iterator[str]:
    """Ask whether what candidates are told no longer goes on: a plan changes its text alone.

    ``old``: the changes of interviews that exist; ``public``: candidates can read the review.
    """
    reviewed = [one for one in old if any(alert.topic is NoticeTopic.HUMAN_REVIEW for alert in one.alerts)]
    if any(alert.topic is NoticeTopic.RECORDING for one in old for alert in one.alerts):
        yield "Does the recording stop as well?"
    if reviewed:
        counts = [one.change.impact.registered for one in reviewed if one.change.impact is not None]
        number = sum(count for count in counts if isinstance(count, int))
        is_known = number > 0 and len(counts) == len(reviewed) and not public
        people = "1 person" if number == 1 else f"{number} people"
        promised = f" {people} registered while it was promised." if is_known else ""
        yield f"Does a person still look?{promised}"
