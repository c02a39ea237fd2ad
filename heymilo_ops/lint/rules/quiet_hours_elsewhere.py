"""Quiet hours by the clock of another continent."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from heymilo_ops.lint.rule import Hit, Subject, info

_CLOCKS = {
    "AT": (1, 2),
    "AU": (8, 11),
    "BE": (1, 2),
    "BR": (-5, -2),
    "CA": (-8, -2),
    "CH": (1, 2),
    "DE": (1, 2),
    "DK": (-4, 2),
    "ES": (0, 2),
    "EU": (-1, 3),
    "FI": (2, 3),
    "FR": (1, 2),
    "GB": (0, 1),
    "IE": (0, 1),
    "IN": (5, 6),
    "IT": (1, 2),
    "JP": (9, 9),
    "MX": (-8, -5),
    "NL": (1, 2),
    "NO": (1, 2),
    "NZ": (12, 14),
    "PL": (1, 2),
    "PT": (-1, 1),
    "SE": (1, 2),
    "SG": (8, 8),
    "US": (-10, -4),
    "ZA": (2, 2),
}
"""Hours from UTC of the clocks of a place, winter to summer and west to east."""
_SAME = {"UK": "GB"}


@info("CX167")
def quiet_hours_elsewhere(subject: Subject) -> Iterator[Hit]:
    """Quiet hours go by a clock of the places that the posting is for.

    Night in Chicago is morning in London. It is checked for the places in ``ops.jurisdictions``, where each of them
    is one whose clocks are known here.

    PASS:
        ops: {jurisdictions: [GB]}
        workflow:
          - type: conversational_sms
            config: {blackout_period: {enabled: true, timezone: Europe/London, start_hour: 20, end_hour: 9}}
            questions:
              - {text: Can you work on Saturdays?, question_type: YES_NO, expected_answer: "yes"}
    FAIL:
        ops: {jurisdictions: [GB]}
        workflow:
          - type: conversational_sms
            config: {blackout_period: {enabled: true, timezone: America/Chicago, start_hour: 20, end_hour: 9}}
            questions:
              - {text: Can you work on Saturdays?, question_type: YES_NO, expected_answer: "yes"}
    """
    places = subject.desired.ops.jurisdictions
    if not places or not subject.sms_steps:
        return
    countries = [_SAME.get(country, country) for country in (place.upper().split("-")[0] for place in places)]
    if not all(country in _CLOCKS for country in countries):
        return
    for pointer, step in subject.sms_steps:
        quiet = step.config.blackout_period if step.config else None
        if quiet is None or quiet.enabled is False or quiet.timezone is None:
            continue
        hours = _hours_from_utc(quiet.timezone, subject.now)
        if hours is not None and not any(low <= hours <= high for low, high in map(_CLOCKS.__getitem__, countries)):
            yield Hit(
                f"{pointer}/config/blackout_period/timezone",
                f"the quiet hours go by the clock of {quiet.timezone}, and the posting is for {', '.join(places)}",
                "write the time zone in which candidates are",
            )


def _hours_from_utc(name: str, now: datetime) -> float | None:
    from zoneinfo import ZoneInfo

    try:
        offset = now.astimezone(ZoneInfo(name)).utcoffset()
    except (LookupError, ValueError, OSError):
        return None
    return (offset or timedelta()).total_seconds() / 3600
