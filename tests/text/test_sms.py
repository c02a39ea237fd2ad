from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heymilo_ops.text.sms import measure


@pytest.mark.parametrize(
    ("text", "encoding", "units", "segments"),
    [
        ("", "GSM-7", 0, 0),
        ("a" * 160, "GSM-7", 160, 1),
        ("a" * 161, "GSM-7", 161, 2),
        ("a" * 306, "GSM-7", 306, 2),
        ("a" * 307, "GSM-7", 307, 3),
        ("{" * 80, "GSM-7", 160, 1),
        ("{" * 80 + "a", "GSM-7", 161, 2),
        ("a" * 152 + "€" + "a" * 152, "GSM-7", 306, 3),
        ("à" * 160, "GSM-7", 160, 1),
        ("’" * 70, "UCS-2", 70, 1),
        ("’" * 71, "UCS-2", 71, 2),
        ("ç" + "a" * 69, "UCS-2", 70, 1),
        ("😀" * 35, "UCS-2", 70, 1),
        ("\U00010000" * 35, "UCS-2", 70, 1),
        ("\uffff" * 70, "UCS-2", 70, 1),
        ("😀" * 36, "UCS-2", 72, 2),
        ("a" * 66 + "😀" + "a" * 66, "UCS-2", 134, 3),
    ],
)
def test_sizes(text: str, encoding: str, units: int, segments: int):
    size = measure(text)
    assert (size.encoding, size.units, size.segments) == (encoding, units, segments)


def test_foreign_characters_are_named_once_in_order():
    assert measure("it’s – “it’s”").foreign == "’–“”"
    assert measure("it's").foreign == ""


@given(st.text(max_size=400))
def test_segments_hold_all_units_and_none_is_needless(text: str):
    size = measure(text)
    alone, part = (160, 153) if size.encoding == "GSM-7" else (70, 67)
    if size.segments <= 1:
        assert size.units <= alone
    else:
        assert size.units > alone
        assert (size.segments - 1) * (part - 1) < size.units <= size.segments * part
