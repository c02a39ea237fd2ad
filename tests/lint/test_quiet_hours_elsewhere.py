from __future__ import annotations

import pytest

from heymilo_ops.lint.rules.quiet_hours_elsewhere import quiet_hours_elsewhere


def posting(places: list[str], zone: str | None, enabled: bool = True):
    quiet = {"enabled": enabled, "timezone": zone, "start_hour": 20, "end_hour": 9}
    step = {"type": "conversational_sms", "config": {"blackout_period": quiet}}
    return {"ops": {"jurisdictions": places}, "workflow": [step]}


@pytest.mark.parametrize(
    ("places", "zone"), [(["GB"], "America/Chicago"), (["UK"], "Asia/Tokyo"), (["US-NY"], "Europe/London")]
)
def test_a_clock_of_elsewhere(hits_of, places: list[str], zone: str):
    (hit,) = hits_of(quiet_hours_elsewhere, posting(places, zone))
    assert hit.pointer == "/workflow/0/config/blackout_period/timezone" and zone in hit.message


@pytest.mark.parametrize(
    ("places", "zone"),
    [
        (["GB"], "Europe/London"),
        (["US-NYC", "GB"], "America/New_York"),
        (["EU"], "Europe/Athens"),
        (["KE"], "Asia/Tokyo"),
        (["GB", "KE"], "Asia/Tokyo"),
        ([], "Asia/Tokyo"),
        (["GB"], "Europe/Leeds"),
        (["GB"], None),
    ],
)
def test_a_clock_of_the_place_or_one_that_is_not_known(hits_of, places: list[str], zone: str | None):
    assert hits_of(quiet_hours_elsewhere, posting(places, zone)) == []


def test_quiet_hours_that_are_off_and_steps_without(hits_of):
    assert hits_of(quiet_hours_elsewhere, posting(["GB"], "Asia/Tokyo", enabled=False)) == []
    bare = {"ops": {"jurisdictions": ["GB"]}, "workflow": [{"type": "conversational_sms"}]}
    assert hits_of(quiet_hours_elsewhere, bare) == []
