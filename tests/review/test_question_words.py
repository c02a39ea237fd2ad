"""A question with wholly other words isn't called reworded."""

from __future__ import annotations

import pytest

from heymilo_ops.review.question_words import is_another


@pytest.mark.parametrize(
    ("before", "after", "another"),
    [
        ("When could you begin?", "When could you start?", False),
        ("When could you begin?", "How did you learn to speak English so well?", True),
        ("Tell me about a handover.", "Tell me about a handover at night that went wrong, and what you did.", False),
        ("Wann können Sie anfangen?", "Wann könnten Sie beginnen?", False),
        ("Wann können Sie anfangen?", "Wo haben Sie so gut Deutsch gelernt?", True),
        (None, "When could you start?", False),
    ],
)
def test_what_is_another_question(before: str | None, after: str, another: bool) -> None:
    assert is_another(before, after) is another
