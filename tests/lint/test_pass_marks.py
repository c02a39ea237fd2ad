from __future__ import annotations

import pytest

from heymilo_ops.lint.rules.pass_marks import pass_mark_too_high


def posting(*marks: float | None):
    kinds = ("resume", "web_interview")
    return {
        "workflow": [
            {"type": kind, "config": {"min_evaluation_score": mark}} for kind, mark in zip(kinds, marks, strict=False)
        ]
    }


def test_a_mark_that_hardly_anybody_reaches(hits_of):
    first, second = hits_of(pass_mark_too_high, posting(0.9, 0.95))
    assert first.pointer == "/workflow/0/config/min_evaluation_score" and "0.9," in first.message
    assert second.pointer == "/workflow/1/config/min_evaluation_score"


def test_marks_that_multiply(hits_of):
    (hit,) = hits_of(pass_mark_too_high, posting(0.7, 0.7))
    assert hit.pointer == "/workflow/1/config/min_evaluation_score" and "9 of a hundred" in hit.message


@pytest.mark.parametrize("marks", [(0.85,), (0.55, 0.5), (0.5, 0.8), (None, 0.85), ()])
def test_marks_that_let_people_through(hits_of, marks):
    assert hits_of(pass_mark_too_high, posting(*marks) if marks else {}) == []
