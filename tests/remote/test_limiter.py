from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from heymilo_ops.remote.limiter import Limiter


def sends(limit: int, gaps: list[float]) -> list[float]:
    """When requests go out that are wanted ``gaps`` apart."""
    limiter, now, sent = Limiter(limit), 5000.0, []
    for gap in gaps:
        now += gap
        now += limiter.reserve(now)
        sent.append(now)
    return sent


@settings(max_examples=60, deadline=None)
@given(
    st.integers(1, 40),
    st.lists(st.sampled_from([0.0, 0.0, 0.0, 0.001, 0.5, 3.0, 59.9, 61.0, 300.0]), min_size=1, max_size=120),
)
def test_no_minute_holds_more_than_the_limit(limit: int, gaps: list[float]) -> None:
    sent = sends(limit, gaps)
    for i in range(len(sent) - limit):
        assert sent[i + limit] - sent[i] > 60.0


def test_the_vendors_limit_under_full_load() -> None:
    sent = sends(300, [0.0] * 1500)
    assert all(sent[i + 300] - sent[i] > 60.0 for i in range(len(sent) - 300))
    assert sent[29] == sent[0]
    assert sent[-1] - sent[0] < 1500 / 300 * 60 * 1.15


def test_a_limit_below_one_is_one() -> None:
    first, second = sends(0, [0.0, 0.0])
    assert second - first == pytest.approx(61.0)


def test_after_a_drain_there_is_no_burst() -> None:
    limiter = Limiter(300)
    assert limiter.reserve(0.0) == 0.0
    limiter.drain(0.0)
    assert limiter.reserve(0.0) > 0.0


def test_a_clock_that_goes_back_does_no_harm() -> None:
    limiter = Limiter(10)
    assert limiter.reserve(100.0) == 0.0
    assert limiter.reserve(50.0) > 0.0
