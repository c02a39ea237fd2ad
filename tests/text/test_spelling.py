"""What two texts differ in that look alike."""

from __future__ import annotations

from typing import Any

import pytest

from heymilo_ops.text.spelling import difference


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        ("R\u00e9ception", "Re\u0301ception", "Unicode composition"),
        ("12 km", "12\u00a0km", "no-break or other special blanks"),
        ("a-b", "a\u2011b", "special hyphens"),
        ("cat", "c\u0430t", "letters of another alphabet that look alike"),
        ("Marisol", "Mari\u200bsol", "characters that can't be seen"),
        ("\u2764", "\u2764\ufe0f", "characters that can't be seen"),
        ("a \nb", "a\nb", "blanks at the end of a line"),
        ("a\nb", "a b", "white space"),
        ("a  b", "a b", "white space"),
        ("\u00e9 x", "e\u0301\u00a0x", "Unicode composition and no-break or other special blanks"),
        (["a", "\u00e9"], ["a", "e\u0301"], "Unicode composition"),
        ([{"label": "a b", "n": 1}], [{"label": "a\u00a0b", "n": 1}], "no-break or other special blanks"),
        ("a", "b", ""),
        ("a", "a", ""),
        (["a"], ["a", "b"], ""),
        ([{"a": 1}], [{"a": 2}], ""),
        (1, True, ""),
        ("1", 1, ""),
    ],
)
def test_the_kind_of_a_difference(one: Any, other: Any, said: str) -> None:
    assert difference(one, other) == said == difference(other, one)
