"""A deadline in words: the author's own clock first, then UTC."""

import pytest

from heymilo_ops.text.phrase import deadline_words, first_few, on_clock_of


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("2027-03-01T17:00:00+01:00", "1 Mar 2027 17:00 +01:00 (16:00 UTC)"),
        ("2027-03-01T17:00-05:30", "1 Mar 2027 17:00 -05:30 (22:30 UTC)"),
        ("2027-03-01T00:30:00+01:00", "1 Mar 2027 00:30 +01:00 (28 Feb 2027 23:30 UTC)"),
        ("2026-12-31T20:00:00-05:00", "31 Dec 2026 20:00 -05:00 (1 Jan 2027 01:00 UTC)"),
        ("2027-03-01T16:00:00Z", "1 Mar 2027 16:00 UTC"),
        ("2027-03-01T16:00:00+00:00", "1 Mar 2027 16:00 UTC"),
        ("2027-03-01T17:00:30+01:00", "1 Mar 2027 17:00:30 +01:00 (16:00:30 UTC)"),
        ("2027-03-01T16:00:00.5Z", "1 Mar 2027 16:00 UTC"),
        ("2027-03-01T16:00:00", "1 Mar 2027 16:00"),
        ("9999-12-31T23:00:00-05:00", "31 Dec 9999 23:00 -05:00"),
        ("next spring", "next spring"),
    ],
)
def test_the_authors_clock_comes_first(written: str, words: str) -> None:
    assert deadline_words(written) == words


@pytest.mark.parametrize(
    ("deadline", "written", "moved"),
    [
        ("2027-03-01T16:00:00Z", "2027-06-01T17:00:00+02:00", "2027-03-01T18:00:00+02:00"),
        ("2027-03-01T16:00:00Z", None, "2027-03-01T16:00:00Z"),
        ("2027-03-01T16:00:00Z", "soon", "2027-03-01T16:00:00Z"),
        ("2027-03-01T16:00:00Z", "2027-06-01T17:00:00", "2027-03-01T16:00:00Z"),
        ("2027-03-01T16:00:00", "2027-06-01T17:00:00+02:00", "2027-03-01T16:00:00"),
        ("9999-12-31T23:00:00Z", "2027-06-01T17:00:00+02:00", "9999-12-31T23:00:00Z"),
    ],
)
def test_a_moment_is_moved_to_the_clock_of_the_author_where_that_is_known(
    deadline: str, written: str | None, moved: str
) -> None:
    assert on_clock_of(deadline, written) == moved


def test_what_is_left_out_is_counted() -> None:
    assert first_few("abc", 3) == "a, b, c"
    assert first_few("abcd", 2) == "a, b and 2 more"
    assert first_few(["a b", "c"], 1, "; ") == "a b and 1 more"
    assert first_few([], 3) == ""
