"""Quiet hours in a zone that exists."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from heymilo_ops.finding import Fix, FixKind
from heymilo_ops.lint.rule import Hit, Subject, error


@error("AP170", fixes=True)
def unknown_time_zone(subject: Subject) -> Iterator[Hit]:
    """The time zone of quiet hours is a name of the IANA database.

    HeyMilo takes any text here. With an unknown zone the quiet hours fall at the wrong time or not at all.

    PASS:
        type: conversational_sms
        config: {blackout_period: {enabled: true, timezone: Europe/London, start_hour: 20, end_hour: 9}}
        questions:
          - {text: Can you work on Saturdays?, question_type: YES_NO, expected_answer: "yes"}
    FAIL:
        type: conversational_sms
        config: {blackout_period: {enabled: true, timezone: Europe/Leeds, start_hour: 20, end_hour: 9}}
        questions:
          - {text: Can you work on Saturdays?, question_type: YES_NO, expected_answer: "yes"}
    """
    for pointer, step in subject.sms_steps:
        quiet = step.config.blackout_period if step.config else None
        if quiet and quiet.timezone is not None and not _exists(quiet.timezone):
            place, meant = f"{pointer}/config/blackout_period/timezone", _spelt(quiet.timezone)
            yield Hit(
                place,
                f"there is no time zone {quiet.timezone}",
                f"write {meant or 'a name of the IANA database, such as Europe/London or America/Chicago'}",
                fix=Fix(place, FixKind.SET, meant) if meant else None,
            )


def _spelt(name: str) -> str:
    """Return the zone of the same letters, ``""`` where there is none: ``europe/new york`` is one."""
    from zoneinfo import available_timezones

    by_letters = {zone.casefold(): zone for zone in available_timezones()}
    return by_letters.get("_".join(name.split()).casefold(), "")


@cache
def _exists(name: str) -> bool:
    from zoneinfo import ZoneInfo

    try:
        ZoneInfo(name)
    except (LookupError, ValueError, OSError):
        return False
    return True
