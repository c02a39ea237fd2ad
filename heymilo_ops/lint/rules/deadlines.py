"""When a posting closes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from heymilo_ops.finding import Severity
from heymilo_ops.lint.rule import Hit, Subject, error, info, warning
from heymilo_ops.text.phrase import deadline_words

_SOONEST, _FAR, _ON_PURPOSE = timedelta(days=3), timedelta(days=183), timedelta(days=730)
"""HeyMilo has no posting without a deadline, so a year that is far away is how people keep one open."""


@error("AP150")
def deadline_impossible(subject: Subject) -> Iterator[Hit]:
    """A deadline is a time that exists.

    PASS:
        deadline: 2026-09-30T18:00:00Z
    FAIL:
        deadline: 2026-09-31T18:00:00Z
    """
    deadline = subject.manifest.deadline
    if deadline is not None and _moment(deadline) is None:
        yield Hit(
            "/deadline",
            f"there is no such time as {deadline}",
            "write a day of the calendar, a time of the day and an offset, such as 2027-03-31T18:00:00Z",
        )


@error("AP151")
def deadline_past(subject: Subject) -> Iterator[Hit]:
    """A deadline lies ahead when it is sent.

    HeyMilo would create a posting that is closed from the start. A deadline that has passed since the
    posting was applied is normal, so where a plan would not send it this is only said for your information.

    PASS:
        deadline: 2026-09-30T18:00:00Z
    FAIL:
        deadline: 2020-01-31T18:00:00Z
    """
    moment = _moment(subject.manifest.deadline or "")
    if moment is not None and moment <= subject.now:
        yield Hit(
            "/deadline",
            f"the deadline {deadline_words(subject.manifest.deadline or '')} is in the past",
            "write a later deadline; a posting that is over can stay as it is",
            None if subject.sends else Severity.INFO,
        )


@warning("AP152")
def deadline_missing(subject: Subject) -> Iterator[Hit]:
    """A posting says when it closes.

    Without a deadline HeyMilo closes the posting one month after it was created, and nobody here sees it.

    PASS:
        deadline: 2026-09-30T18:00:00Z
    FAIL:
        deadline: null
    """
    manifest = subject.manifest
    if manifest.deadline is None and manifest.interview_template_id is None:
        yield Hit(
            "/deadline",
            "there is no deadline, so HeyMilo closes the posting one month after it was created",
            "write a deadline, such as 2027-03-31T18:00:00Z",
        )


@info("AP153")
def deadline_near_or_far(subject: Subject) -> Iterator[Hit]:
    """A deadline leaves time to answer, and closes the posting within half a year.

    Under three days many people don't see the invitation in time; after half a year a role has changed. Two years
    and more are taken for a posting that is meant to stay open.

    PASS:
        deadline: 2026-08-31T18:00:00Z
    FAIL:
        deadline: 2027-06-30T18:00:00Z
    """
    moment = _moment(subject.manifest.deadline or "")
    if moment is None or not subject.now < moment or not (subject.sends or subject.sends is None):
        return
    left = moment - subject.now
    words = deadline_words(subject.manifest.deadline or "")
    if left < _SOONEST:
        yield Hit(
            "/deadline",
            f"the deadline {words} is less than three days away",
            "give people a week, or tell them in another way",
        )
    elif _FAR < left < _ON_PURPOSE:
        yield Hit(
            "/deadline",
            f"the deadline {words} is more than half a year away",
            "choose an earlier one, and move it when the role is still open",
        )


def _moment(deadline: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(deadline)
    except ValueError:
        return None
    return moment if moment.tzinfo is not None else None
