from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from heymilo_ops.text import worddiff
from heymilo_ops.text.worddiff import Segment, diff


def pairs(before: str, after: str) -> list[tuple[str, str]]:
    return [(segment.kind, segment.text) for segment in diff(before, after)]


def test_nothing_changed():
    assert diff("", "") == ()
    assert diff("Same words.", "Same words.") == (Segment("equal", "Same words."),)


def test_one_word():
    assert pairs("Ask a short question.", "Ask a long question.") == [
        ("equal", "Ask a "),
        ("delete", "short"),
        ("insert", "long"),
        ("equal", " question."),
    ]


def test_only_added_or_only_removed():
    assert pairs("", "new") == [("insert", "new")]
    assert pairs("old", "") == [("delete", "old")]
    assert pairs("Be kind.", "Be very kind.") == [("equal", "Be "), ("insert", "very "), ("equal", "kind.")]


def test_neighbouring_words_are_one_change():
    assert pairs("a red old car", "a blue new car") == [
        ("equal", "a "),
        ("delete", "red old"),
        ("insert", "blue new"),
        ("equal", " car"),
    ]


def test_changes_apart_stay_apart():
    assert [kind for kind, _ in pairs("x one two three y", "a one two three b")] == [
        "delete",
        "insert",
        "equal",
        "delete",
        "insert",
    ]


def test_punctuation_is_a_word_of_its_own():
    assert pairs("Why?", "Why!") == [("equal", "Why"), ("delete", "?"), ("insert", "!")]


def test_a_very_long_rewrite_is_one_change(monkeypatch):
    monkeypatch.setattr(worddiff, "_MOST", 3)
    assert pairs("start a b c end", "start x b y end") == [
        ("equal", "start "),
        ("delete", "a b c"),
        ("insert", "x b y"),
        ("equal", " end"),
    ]


WORDS = st.lists(st.sampled_from(["a", "b", "c", " ", "  ", "\n", ".", "é"]), max_size=14).map("".join)


@given(WORDS | st.text(max_size=30), WORDS | st.text(max_size=30))
def test_the_pieces_give_both_texts_back(before: str, after: str):
    segments = diff(before, after)
    assert "".join(each.text for each in segments if each.kind != "insert") == before
    assert "".join(each.text for each in segments if each.kind != "delete") == after
    assert all(each.text for each in segments)
    assert all(one.kind != other.kind for one, other in itertools.pairwise(segments))
    kinds = [each.kind for each in segments]
    assert ("insert", "delete") not in itertools.pairwise(kinds)


@given(WORDS)
def test_a_text_is_equal_to_itself(text: str):
    assert all(each.kind == "equal" for each in diff(text, text))
