from __future__ import annotations

import subprocess
import sys
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heymilo_ops.text.similarity import content, difference, normalised, same, same_content, similarity


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Tell me more.", "Tell me less."),
        ("", "a"),
        ("?!", "!?"),
        ("café", "cafe"),
        ("C", "C++ C"),
        ("C", "C++"),
        ("C#", "C"),
        ("< 5 days", "> 5 days"),
    ],
)
def test_different_words_are_not_the_same(one: str, other: str):
    assert not same(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Tell me more.", "tell  me\nMORE"),
        ("", ""),
        ("?!", "?!"),
        ("STRASSE", "straße"),
        ("ﬁnd", "find"),
        ("a_b", "a b"),
    ],
)
def test_the_same_words_are_the_same(one: str, other: str):
    assert same(one, other)


def test_normalised_keeps_only_words():
    assert normalised("  What's — *new*, snake_case?\n") == "what s new snake case"


def test_similarity_by_hand():
    assert similarity("abcd", "wxyz") == 0
    assert similarity("abcd", "abcx") == 0.75
    assert similarity("abcd", "abcx", at_least=0.8) == 0
    assert similarity("ab", "abcdefgh", at_least=0.9) == 0
    assert similarity("", "!") == 1
    assert similarity("Hello there", "hello, there!") == 1


@given(st.text(max_size=20), st.text(max_size=20))
def test_similarity_is_between_0_and_1_and_symmetric(one: str, other: str):
    assert 0 <= similarity(one, other) <= 1
    assert similarity(one, other) == pytest.approx(similarity(other, one))
    assert similarity(one, one) == 1


@given(st.text(alphabet="abc ", max_size=12), st.text(alphabet="abc ", max_size=12), st.floats(0, 1))
def test_a_bound_only_silences_what_is_below_it(one: str, other: str, bound: float):
    full = similarity(one, other)
    assert similarity(one, other, bound) == (full if full >= bound else 0)


def test_rapidfuzz_is_imported_on_first_use_only():
    code = "import sys, heymilo_ops.text.similarity as s; s.same('a', 'b'); sys.exit('rapidfuzz' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Names a cause.", "Names no cause."),
        ("Can work weekends", "Can work weekdays"),
        ("a b", "a b extra"),
        ("", "word"),
        ("!", "?"),
        ("the", "of"),
        ("Knows C", "Knows C++"),
        ("Says what they did for the guest.", "Says what they would do for the guest."),
        ("Was the store closed?", "Is the store closed?"),
    ],
)
def test_other_content(one: str, other: str):
    assert not same_content(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Describes the fault and how it was found.", "Described a fault, and how it is found"),
        ("", ""),
        ("The", "the!"),
    ],
)
def test_the_same_content(one: str, other: str):
    assert same_content(one, other)


def test_content_by_hand():
    assert list(content("Tell me about the upset customers you've helped, please!")) == [
        "upset",
        "customer",
        "ve",
        "help",
    ]
    assert list(content("is it us")) == ["us"]


@given(st.text(max_size=30))
def test_a_text_has_its_own_content(text: str):
    assert same_content(text, text)


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
