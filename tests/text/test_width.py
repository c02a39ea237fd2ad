from hypothesis import given
from hypothesis import strategies as st

from heymilo_ops.text.width import cells, cut, fill_paragraphs, fold, fold_prose, pad, table, wrap


def test_filled_keeps_blank_and_indented_lines() -> None:
    text = "\none two\nthree four\n\n  go   there\n\nrun `a b c d e f` now"
    assert fill_paragraphs(text, 11) == "\none two\nthree four\n\n  go   there\n\nrun\n`a b c d e f`\nnow"
    assert fill_paragraphs("", 10) == "" and fill_paragraphs("a", 10) == "a"


def test_cells() -> None:
    assert cells("abc") == 3
    assert cells("日本") == 4
    assert cells("e\u0301") == 1
    assert cells("👍") == 2


def test_cut() -> None:
    assert cut("abc", 3) == "abc"
    assert cut("abcd", 3) == "ab…"
    assert cut("abe\u0301d", 3) == "ab…"
    assert cut("a   b", 4) == "a…"
    assert cut("日本語", 5) == "日本…"


@given(st.text("ab 日é", max_size=30), st.integers(1, 20))
def test_cut_fits(text: str, width: int) -> None:
    assert cells(cut(text, width)) <= width


def test_pad() -> None:
    assert pad("日", 4) == "日  "
    assert pad("abcd", 2) == "abcd"


def test_wrap_keeps_pieces_together() -> None:
    words = [(("", "aaa"),), (("red", "b"), ("", "b")), (("", "c"),)]
    assert wrap(words, 6) == [[words[0], words[1]], [words[2]]]
    assert wrap([], 6) == []


@given(st.lists(st.text("abc", min_size=1, max_size=8), max_size=20), st.integers(1, 20))
def test_fold_keeps_every_word(words: list[str], width: int) -> None:
    lines = fold(" ".join(words), width)
    assert " ".join(lines).split() == words
    assert all(cells(line) <= width or " " not in line for line in lines)


def test_table_shrinks_one_column_only() -> None:
    rows = [["a-very-long-name-indeed", "ID12345678"]]
    assert table(("name", "id"), rows, None) == ["NAME                     ID", "a-very-long-name-indeed  ID12345678"]
    assert table(("name", "id"), rows, 22, 0) == ["NAME        ID", "a-very-lo…  ID12345678"]
    # never below eight cells: the line passes the width instead of losing the id
    assert table(("name", "id"), rows, 5, 0) == ["NAME      ID", "a-very-…  ID12345678"]
    assert table(("name", "id"), rows, 5) == table(("name", "id"), rows, None)


def test_a_command_is_never_broken_across_lines() -> None:
    assert fold_prose("then run `heymilo-ops state resolve nurse --retry` and plan again", 20) == [
        "then run",
        "`heymilo-ops state resolve nurse --retry`",
        "and plan again",
    ]
    assert fold_prose("one ` alone breaks anywhere", 12) == ["one ` alone", "breaks", "anywhere"]
