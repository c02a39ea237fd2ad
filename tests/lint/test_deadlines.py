from __future__ import annotations

from datetime import UTC, datetime

import pytest

from heymilo_ops.finding import Severity
from heymilo_ops.lint.rules.deadlines import deadline_impossible, deadline_missing, deadline_near_or_far, deadline_past


@pytest.mark.parametrize(
    "deadline",
    [
        "2028-02-29T00:00:00Z",
        "2027-01-31T18:00+05:30",
        "2027-01-31T18:00:00.123456-08:00",
        "9999-12-31T23:59:59-12:00",
    ],
)
def test_real_deadlines_ahead_are_fine(hits_of, deadline: str):
    for rule in (deadline_impossible, deadline_past, deadline_missing):
        assert hits_of(rule, {"deadline": deadline}) == []


@pytest.mark.parametrize(
    "deadline",
    [
        "2027-02-29T00:00:00Z",
        "2027-13-01T00:00:00Z",
        "2027-01-31T25:00:00Z",
        "0000-01-01T00:00Z",
        "2027-01-31T18:00+99:00",
    ],
)
def test_times_that_do_not_exist(hits_of, deadline: str):
    (hit,) = hits_of(deadline_impossible, {"deadline": deadline})
    assert hit.pointer == "/deadline" and deadline in hit.message
    assert hits_of(deadline_past, {"deadline": deadline}) == []


@pytest.mark.parametrize(("sends", "severity"), [(True, None), (False, Severity.INFO), (None, Severity.INFO)])
def test_a_past_deadline_is_an_error_only_where_it_is_sent(hits_of, sends: bool | None, severity: Severity | None):
    (hit,) = hits_of(deadline_past, {"deadline": "2020-01-01T00:00:00Z"}, sends=sends)
    assert (hit.pointer, hit.severity) == ("/deadline", severity)


def test_the_offset_counts(hits_of):
    now = datetime(2027, 1, 1, 12, 0, tzinfo=UTC)
    assert hits_of(deadline_past, {"deadline": "2027-01-01T12:30:00+00:00"}, now=now) == []
    assert len(hits_of(deadline_past, {"deadline": "2027-01-01T12:30:00+02:00"}, now=now)) == 1
    assert len(hits_of(deadline_past, {"deadline": "2027-01-01T12:00:00Z"}, now=now)) == 1
    assert len(hits_of(deadline_past, {"deadline": "0001-01-01T00:00:00+14:00"}, now=now)) == 1


def test_a_template_brings_its_own_deadline(hits_of):
    assert hits_of(deadline_missing, {"deadline": None, "interview_template_id": "IT_1"}) == []
    assert len(hits_of(deadline_missing, {"deadline": None})) == 1


@pytest.mark.parametrize(
    ("deadline", "words"),
    [
        ("2026-06-02T12:00:00Z", "less than three days"),
        ("2026-12-24T12:00:00Z", "more than half a year"),
        ("2028-05-01T12:00:00Z", "more than half a year"),
    ],
)
def test_a_deadline_that_is_near_or_far(hits_of, deadline: str, words: str):
    (hit,) = hits_of(deadline_near_or_far, {"deadline": deadline})
    assert hit.pointer == "/deadline" and words in hit.message
    assert hits_of(deadline_near_or_far, {"deadline": deadline}, sends=False) == []


@pytest.mark.parametrize(
    "deadline",
    [
        "2026-06-05T12:00:00Z",
        "2026-11-30T12:00:00Z",
        "2035-01-31T12:00:00Z",
        "2026-05-31T12:00:00Z",
        "2027-02-30T00:00:00Z",
        None,
    ],
)
def test_a_deadline_between_or_far_on_purpose(hits_of, deadline: str | None):
    assert hits_of(deadline_near_or_far, {"deadline": deadline}) == []
