"""Questions to the readers of a review that follow from what is no longer there: a statement, or a file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from heymilo_ops.model.reason import Reason, ReasonCode
from heymilo_ops.review.change_facts import ChangeFacts
from heymilo_ops.review.notice_alerts import NoticeTopic


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
        so = f" {'1 person was' if number == 1 else f'{number} people were'} told so." if is_known else ""
        yield f"Does a person still look?{so}"
