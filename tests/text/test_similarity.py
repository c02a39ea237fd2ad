from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heymilo_ops.text.similarity import alike, normalised, same, similarity


@pytest.mark.parametrize(
    ("one", "other"),
    [("Tell me more.", "Tell me less."), ("", "a"), ("?!", "!?"), ("café", "cafe"), ("C", "C++ C")],
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


TEXTS = ["Tell me about a fault you found.", "Why us?", "Tell me about a fault that you found.", "!", "?", "why us"]


def test_alike_names_the_earliest():
    assert [(later, earlier) for later, earlier, _ in alike(TEXTS, 0.9)] == [(2, 0), (5, 1)]
    assert list(alike([], 0.9)) == []
    assert list(alike(["a b c", "a b c", "a b c"], 1.0)) == [(1, 0, 1.0), (2, 0, 1.0)]


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
