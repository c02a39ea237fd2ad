"""What was made when, by HeyMilo's own clock."""

from __future__ import annotations

import pytest

from heymilo_ops.model.high_water import first_made, high_water, is_newer
from heymilo_ops.model.live import Live
from heymilo_ops.model.state import HighWater


def made(posting_id: str, at: float | None) -> Live:
    return Live(posting_id, "Nurse", None, "active", False, created_at=at)


@pytest.mark.parametrize(
    "moments",
    [(), (None, None), (1.0, 1.0), (1.0, None), (2.0, 1.0, None), (1.0, 2.0, 1.0)],
)
def test_who_was_first_is_not_guessed(moments: tuple[float | None, ...]) -> None:
    assert first_made(made(f"p{i}", at) for i, at in enumerate(moments)) is None


def test_the_first_made_for_certain() -> None:
    assert first_made([made("p1", None)]) == made("p1", None)
    assert first_made([made("p1", 3.0), made("p3", 1.0), made("p2", 2.0)]) == made("p3", 1.0)
    assert first_made([made("p1", 3.0), made("p3", 1.0), made("p2", 3.0)]) == made("p3", 1.0)


def test_how_far_a_list_went() -> None:
    assert high_water([]) == high_water([made("p1", None)]) == HighWater()
    listed = [made("p3", 2.0), made("p2", 2.0), made("p1", 1.0), made("p0", None)]
    assert high_water(listed) == HighWater(created_at=2.0, ids=("p2", "p3"))


def test_newer_than_that() -> None:
    mark = HighWater(created_at=2.0, ids=("p2",))
    assert is_newer(made("p9", 2.1), mark) and is_newer(made("p9", 2.0), mark) and is_newer(made("p9", None), mark)
    assert not is_newer(made("p2", 2.0), mark) and not is_newer(made("p9", 1.9), mark)
    assert is_newer(made("p9", 0.0), None) and is_newer(made("p9", 0.0), HighWater())
