import itertools

from hypothesis import given
from hypothesis import strategies as st

from heymilo_ops.review import word_diff
from heymilo_ops.review.word_diff import diff, differs, elided, marked, runs


def joined(found) -> str:
    return " ".join("".join(piece for _, piece in word) for word in marked(found))


def test_marks_stand_next_to_punctuation() -> None:
    assert joined(runs("every report, and more.", "every report.")) == "every report[-, and more-]."
    assert joined(runs("a payment twice", "a customer twice")) == "a [-payment-]{+customer+} twice"
    assert joined(runs("", "all new")) == "{+all new+}"
    assert joined(runs("same", "same")) == "same"


def test_only_white_space_differs() -> None:
    assert not differs(runs("a b", "a\n\nb"))
    assert not differs(runs("a\u00a0b", "a b"))
    assert joined(runs("a\u200bb c", "ab c")) == "[-a<U+200B>b-]{+ab+} c"
    assert differs(runs("a b", "a c"))


def test_long_unchanged_parts_are_left_out() -> None:
    words = " ".join(f"w{i}" for i in range(60))
    shown = joined(elided(runs(f"{words} old {words}", f"{words} new {words}"), 3))
    assert shown == "… w57 w58 w59 [-old-]{+new+} w0 w1 w2 …"
    middle = joined(elided(runs(f"old {words} old", f"new {words} new"), 2))
    assert middle == "[-old-]{+new+} w0 w1 … w58 w59 [-old-]{+new+}"
    assert joined(elided(runs("a b old c d", "a b new c d"), 3)) == "a b [-old-]{+new+} c d"


@given(st.text("ab .\n", max_size=40), st.text("ab .\n", max_size=40))
def test_nothing_is_lost(before: str, after: str) -> None:
    found = runs(before, after)
    assert "".join(text for kind, text in found if kind != "added") == before
    assert "".join(text for kind, text in found if kind != "removed") == after
    words = "".join(piece for word in marked(found) for kind, piece in word if kind == "same")
    assert words.split() == "".join(text for kind, text in found if kind == "same").split() or "[" not in before


def pairs(before: str, after: str) -> list[tuple[str, str]]:
    return list(diff(before, after))


def test_nothing_changed():
    assert diff("", "") == ()
    assert diff("Same words.", "Same words.") == (("same", "Same words."),)


def test_one_word():
    assert pairs("Ask a short question.", "Ask a long question.") == [
        ("same", "Ask a "),
        ("removed", "short"),
        ("added", "long"),
        ("same", " question."),
    ]


def test_only_added_or_only_removed():
    assert pairs("", "new") == [("added", "new")]
    assert pairs("old", "") == [("removed", "old")]
    assert pairs("Be kind.", "Be very kind.") == [("same", "Be "), ("added", "very "), ("same", "kind.")]


def test_neighbouring_words_are_one_change():
    assert pairs("a red old car", "a blue new car") == [
        ("same", "a "),
        ("removed", "red old"),
        ("added", "blue new"),
        ("same", " car"),
    ]


def test_changes_apart_stay_apart():
    assert [kind for kind, _ in pairs("x one two three y", "a one two three b")] == [
        "removed",
        "added",
        "same",
        "removed",
        "added",
    ]


def test_punctuation_is_a_word_of_its_own():
    assert pairs("Why?", "Why!") == [("same", "Why"), ("removed", "?"), ("added", "!")]


def test_a_very_long_rewrite_is_one_change(monkeypatch):
    monkeypatch.setattr(word_diff, "_MOST", 3)
    assert pairs("start a b c end", "start x b y end") == [
        ("same", "start "),
        ("removed", "a b c"),
        ("added", "x b y"),
        ("same", " end"),
    ]


WORDS = st.lists(st.sampled_from(["a", "b", "c", " ", "  ", "\n", ".", "é"]), max_size=14).map("".join)


@given(WORDS | st.text(max_size=30), WORDS | st.text(max_size=30))
def test_the_pieces_give_both_texts_back(before: str, after: str):
    segments = diff(before, after)
    assert "".join(text for kind, text in segments if kind != "added") == before
    assert "".join(text for kind, text in segments if kind != "removed") == after
    assert all(text for _, text in segments)
    assert all(one[0] != other[0] for one, other in itertools.pairwise(segments))
    kinds = [kind for kind, _ in segments]
    assert ("added", "removed") not in itertools.pairwise(kinds)


@given(WORDS)
def test_a_text_is_equal_to_itself(text: str):
    assert all(kind == "same" for kind, _ in diff(text, text))
