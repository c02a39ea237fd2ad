from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heymilo_ops.lint.rules.sms_length import measure, sms_length


def sms(text: str, **root):
    return {**root, "workflow": [{"type": "conversational_sms", "config": {"follow_up_message": text}}]}


@pytest.mark.parametrize(
    "part",
    [
        {"type": "conversational_sms"},
        {"type": "conversational_sms", "config": {}},
        sms(""),
        sms("a" * 160),
        sms("a" * 160 + "\n"),
        sms("’" * 70),
        sms("a" * 141 + "{{candidate_name}}"),
        sms("a" * 155 + "{{job_title}}", title="Baker"),
    ],
)
def test_one_message(hits_of, part):
    assert hits_of(sms_length, part) == []


@pytest.mark.parametrize(
    ("part", "said"),
    [
        (sms("a" * 161), "2 text messages: 161 characters"),
        (sms("a" * 142 + "{{candidate_name}}"), "161 characters"),
        (sms("a" * 156 + "{{job_title}}", title="Baker"), "161 characters"),
        (sms("a" * 70 + "’"), "because ’ leaves"),
        (sms("a" * 308), "3 text messages"),
    ],
)
def test_several_messages(hits_of, part, said: str):
    (hit,) = hits_of(sms_length, part)
    assert hit.pointer == "/workflow/0/config/follow_up_message" and said in hit.message


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
    assert (bool(size.foreign), size.units, size.segments) == (encoding == "UCS-2", units, segments)


def test_foreign_characters_are_named_once_in_order():
    assert measure("it’s – “it’s”").foreign == "’–“”"
    assert measure("it's").foreign == ""


@given(st.text(max_size=400))
def test_segments_hold_all_units_and_none_is_needless(text: str):
    size = measure(text)
    alone, part = (160, 153) if not size.foreign else (70, 67)
    if size.segments <= 1:
        assert size.units <= alone
    else:
        assert size.units > alone
        assert (size.segments - 1) * (part - 1) < size.units <= size.segments * part
