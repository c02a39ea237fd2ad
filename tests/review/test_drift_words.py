"""What ``drift show`` says of a posting above its fields."""

from __future__ import annotations

import pytest

from heymilo_ops.model.drift_report import DriftStatus, PostingDrift
from heymilo_ops.review.drift_words import posting_lines

WRITING = "HeyMilo may still be writing its questions, so they are not compared yet"


@pytest.mark.parametrize("status", sorted(DriftStatus))
def test_questions_that_are_not_compared_are_explained_once(status: DriftStatus) -> None:
    lines = posting_lines(PostingDrift("nurse", "p1", status), "live")
    is_explained_by_itself = status in (DriftStatus.DELETED, DriftStatus.NO_BASELINE)
    assert (WRITING in lines) == (not is_explained_by_itself)
    assert len(lines) == len(set(lines)) > 0
    assert WRITING not in posting_lines(PostingDrift("nurse", "p1", status, questions=True), "live")
