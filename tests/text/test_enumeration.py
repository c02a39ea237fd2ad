from __future__ import annotations

from heymilo_ops.text.enumeration import first_few


def test_what_is_left_out_is_counted() -> None:
    assert first_few("abc", 3) == "a, b, c"
    assert first_few("abcd", 2) == "a, b and 2 more"
    assert first_few(["a b", "c"], 1, "; ") == "a b and 1 more"
    assert first_few([], 3) == ""
