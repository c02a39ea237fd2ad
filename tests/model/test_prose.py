"""What of the spelling of a prose text says nothing."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heymilo_ops.model.prose import composed, prose_1, prose_2, reads_alike


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Re\u0301ception", "R\u00e9ception"),
        ("a \t\n\u00a0\u202f\nb\u3000\n", "a\n\nb"),
        ("  a\n  b", "  a\n  b"),
        ("a\r\nb", "a\r\nb"),
        ("\u1112\u1161\u11ab", "\ud55c"),
        ("o\u0358\u0301", "o\u0358\u0301"),
        ("", ""),
    ],
)
def test_the_form_of_canon_2(text: str, form: str) -> None:
    assert prose_2(text) == form


def test_canon_1_drops_only_what_stands_at_the_end() -> None:
    assert prose_1("Re\u0301 \nb \n") == "Re\u0301 \nb"


@given(st.text(max_size=30))
def test_the_form_of_a_form_is_itself(text: str) -> None:
    form = prose_2(text)
    assert prose_2(form) == form
    assert prose_2(prose_1(text)) == form, "what canon 1 takes for one and the same, canon 2 does too"


@given(st.text(max_size=30))
def test_what_is_composed_stays_the_same_text(text: str) -> None:
    assert unicodedata.normalize("NFD", composed(text)) == unicodedata.normalize("NFD", text)


def test_what_is_newer_than_the_oldest_python_is_left_alone() -> None:
    new = "\U00011382\U000113c9"  # of Unicode 16: newer Pythons compose it, older ones can't
    assert composed(f"e\u0301{new}e\u0301") == f"\u00e9{new}\u00e9"


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [("a", "a ", True), ("\u00e9", "e\u0301", True), ("a b", "a\u00a0b", False), ("a", "b", False)],
)
def test_what_reads_alike(one: str, other: str, alike: bool) -> None:
    assert reads_alike(one, other) is alike
