"""When a posting closes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from heymilo_ops.finding import Severity
from heymilo_ops.lint.rule import Hit, Subject, error, warning
from heymilo_ops.text.phrase import deadline_words


@error("AP150")
def deadline_impossible(subject: Subject) -> Iterator[Hit]:
    """A deadline is a time that exists.

    PASS:
        deadline: 2027-02-28T18:00:00Z
    FAIL:
        deadline: 2027-02-30T18:00:00Z
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
        deadline: 2027-01-31T18:00:00Z
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
        deadline: 2027-01-31T18:00:00Z
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


def _moment(deadline: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(deadline)
    except ValueError:
        return None
    return moment if moment.tzinfo is not None else None
