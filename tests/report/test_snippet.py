import pytest
from hypothesis import given
from hypothesis import strategies as st

from heymilo_ops.finding import Place
from heymilo_ops.report.snippet import snippet
from heymilo_ops.report.writer import Writer
from heymilo_ops.text.width import cells
from tests.fuzz.steps import steps


def shown(line: str, place: Place, width: int = 100) -> list[str]:
    return snippet(line, place, str, Writer(columns=width))


def test_carets_under_the_value() -> None:
    assert shown("score_weight: 77", Place("p", 14, 15, 14, 17)) == [
        "  14 | score_weight: 77",
        "     |               ^^",
    ]


@pytest.mark.parametrize(
    ("line", "place", "text", "carets"),
    [
        ("\tkey: x", Place("p", 1, 7, 1, 8), "    key: x", "         ^"),
        ("a\tb", Place("p", 1, 3, 1, 4), "a   b", "    ^"),
        ("日本 x", Place("p", 1, 1, 1, 3), "日本 x", "^^^^"),
        ("日本 x", Place("p", 1, 4), "日本 x", "     ^"),
        ("a\u202eb", Place("p", 1, 2, 1, 3), "a<U+202E>b", " ^^^^^^^^"),
        ("abc\r\n", Place("p", 1, 2, 3, 1), "abc", " ^^"),
        ("abc", Place("p", 1, 99, 1, 120), "abc", "   ^"),
        ("abc", Place("p", 1, 2, 1, 2), "abc", " ^"),
        ("", Place("p", 1, 1), "", "^"),
        ("abc", Place("p", 1, 2, 1, 1), "abc", " ^"),
    ],
)
def test_shapes(line, place, text, carets) -> None:
    first, second = shown(line, place)
    assert first == f"  1 | {text}".rstrip()
    assert second == f"    | {carets}"


def test_long_line_is_cut_around_the_value() -> None:
    line = "x" * 200 + "VALUE" + "y" * 200
    first, second = shown(line, Place("p", 1, 201, 1, 206), 60)
    at = second.index("^")
    assert first[at : at + 5] == "VALUE"
    assert second.count("^") == 5
    assert first.startswith("  1 | …") and first.endswith("…")
    assert cells(first) <= 60
    assert "xxxxxxxxVALUE" in first, "what stands before the value is told too"


def test_long_line_at_its_ends() -> None:
    line = "A" + "x" * 198 + "Z"
    assert shown(line, Place("p", 1, 1, 1, 2), 60)[0].startswith("  1 | Ax")
    first, second = shown(line, Place("p", 1, 200, 1, 201), 60)
    assert first.endswith("Z") and first[second.index("^")] == "Z"


@given(st.text("ab\t日\u202eé", max_size=80), st.integers(1, 90), st.integers(1, 90), st.integers(20, 60))
def test_always_fits_and_never_lies(line: str, column: int, end: int, width: int) -> None:
    first, second = shown(line, Place("p", 1, column, 1, max(column, end)), width)
    assert cells(first) <= max(width, 27)
    assert cells(second) <= max(width, 27) + 1
    assert "^" in second and "\u202e" not in first
    index = column - 1
    if index < len(line) and line[index] in "ab日é":
        caret = second.index("^")
        before = 0
        for char in first:
            if before == caret:
                assert char == line[index]
                break
            before += cells(char)


@pytest.mark.parametrize("column", [1, 500_000, 1_000_000])
def test_of_a_long_line_only_what_is_near_is_looked_at(column: int) -> None:
    line = "x" * (column - 1) + "y" + "x" * (1_000_000 - column)
    found: list[str] = []
    assert steps(lambda: found.extend(shown(line, Place("p", 1, column, 1, column + 1)))) < 20_000
    text, carets = found
    assert text[carets.index("^")] == "y"
    assert carets.count("^") == 1
    assert text.endswith("…") == (column < 1_000_000)
    assert ("| …" in text) == (column > 1)
    assert cells(text) <= 100


def test_a_long_line_that_ends_in_nothing_is_cut_all_the_same() -> None:
    text, _ = shown("a: b" + "\u0301" * 10_000, Place("p", 1, 1, 1, 2))
    assert text.endswith("…")
