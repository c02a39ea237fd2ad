from hypothesis import given
from hypothesis import strategies as st

from heymilo_ops.review.word_diff import differs, elided, marked, runs


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
