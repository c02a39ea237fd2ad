from __future__ import annotations

import pytest

from heymilo_ops.lint.rules.unknown_time_zone import unknown_time_zone


def part(zone: str | None) -> dict:
    return {"type": "conversational_sms", "config": {"blackout_period": {"enabled": True, "timezone": zone}}}


@pytest.mark.parametrize("zone", ["UTC", "Europe/London", "America/Argentina/Buenos_Aires", "Etc/GMT+5", "Japan", None])
def test_zones_that_exist(hits_of, zone):
    assert hits_of(unknown_time_zone, part(zone)) == []


def test_no_quiet_hours_no_zone(hits_of):
    assert hits_of(unknown_time_zone, {"type": "conversational_sms"}) == []
    assert hits_of(unknown_time_zone, {"type": "conversational_sms", "config": {}}) == []


@pytest.mark.parametrize(
    "zone", ["Europe/Leeds", "Europe", "../etc/passwd", "/etc/passwd", "London time", "GMT+25", "\u0000"]
)
def test_zones_that_do_not(hits_of, zone: str):
    (hit,) = hits_of(unknown_time_zone, part(zone))
    assert hit.pointer == "/workflow/0/config/blackout_period/timezone"
