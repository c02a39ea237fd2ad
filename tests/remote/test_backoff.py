from __future__ import annotations

from datetime import UTC, datetime

import pytest

from heymilo_ops.remote.backoff import TOTAL_S, Patience

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
