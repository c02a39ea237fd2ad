from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from heymilo_ops.remote.pace import TOTAL_S, Limiter, Patience


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


NOW = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)


@pytest.mark.parametrize("asked", ["301", "1e9", "999999999", "Tue, 24 Nov 2026 08:05:01 GMT"])
def test_more_than_there_is_ends_it_at_once(asked: str) -> None:
    seconds = Patience().wait(asked, NOW)
    assert seconds is None or asked == "1e9"


@pytest.mark.parametrize("odd", [None, "", "soon", "-5", "NaN", "inf", "1e3", "٣", "Tue, 99 Nov 2026 08:00:00 GMT"])
def test_what_asks_for_nothing_readable_backs_off_up_to_a_minute(odd: str | None) -> None:
    patience = Patience()
    waits = [patience.wait(odd, NOW) for _ in range(9)]
    assert waits[:6] == [2.0, 4.0, 8.0, 16.0, 32.0, 60.0]
    assert waits[-1] is None


def test_all_waits_together_are_bounded() -> None:
    for asked in (None, "0", "7", "Mon, 23 Nov 2026 08:00:00 GMT"):
        patience, total, count = Patience(), 0.0, 0
        while (seconds := patience.wait(asked, NOW)) is not None:
            total, count = total + seconds, count + 1
        assert 0 < total <= TOTAL_S
        assert count <= TOTAL_S


@pytest.mark.parametrize(
    ("asked", "seconds"),
    [
        ("7", 7.0),
        (" 2.5 ", 2.5),
        ("0", 1.0),
        ("Tue, 24 Nov 2026 08:00:09 GMT", 9.0),
        ("Tue, 24 Nov 2026 08:00:09 -0000", 9.0),
        ("Tue, 24 Nov 2026 07:00:00 GMT", 1.0),
    ],
)
def test_what_is_asked_for_is_kept(asked: str, seconds: float) -> None:
    assert Patience().wait(asked, NOW) == seconds
