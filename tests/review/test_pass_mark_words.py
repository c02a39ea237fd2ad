"""Which way a pass mark moves is said, and whom it concerns."""

from __future__ import annotations

from typing import Any

import pytest

from heymilo_ops.review.pass_mark_words import direction, mark_beside_weights, mark_remark


@pytest.mark.parametrize(
    ("before", "after", "way", "remark"),
    [
        (0.8, 0.6, "lower", "Lower: 60 to under 80 pass now."),
        (0.6, 0.725, "higher", "Higher: 60 to under 72.5 are rejected now."),
        (None, 0.6, "", "New: people under 60 are rejected now."),
        (0, 0.6, "", "New: people under 60 are rejected now."),
        (0.6, None, "", "Nobody is rejected by the score any more."),
        (0.6, 0.6, "", ""),
        (None, None, "", ""),
    ],
)
def test_marks_that_move(before: float | None, after: float | None, way: str, remark: str) -> None:
    assert (direction(before, after), mark_remark(before, after)) == (way, remark)


def test_a_mark_that_is_no_number_says_nothing() -> None:
    mark: Any = "high"
    assert mark_remark(0.6, mark) == ""


def test_a_mark_beside_new_weights() -> None:
    assert mark_beside_weights(0.6) == "the pass mark is 60 of 100; other weights can change who reaches it."
    assert mark_beside_weights(None) == "no pass mark, so nobody is rejected by the score."
