"""Counts of people: what is not completed, what is shown of few, and which of two counts is the newer."""

import pytest

from heymilo_ops.model.allowance import allowance
from heymilo_ops.model.people import (
    FEWER,
    UNKNOWN,
    Impact,
    ImpactCheck,
    People,
    display,
    kept,
    merged,
    people_of,
    total,
)


def people(registered: int, completed: int, as_of: str = "2026-11-28T02:00:00Z") -> People:
    return People(registered, completed, as_of)


def test_not_completed_is_what_is_left():
    assert people(41, 17).not_completed == 24


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ((0, 0), (0, 0, 0)),
        ((1, 0), (FEWER, 0, FEWER)),
        ((4, 4), (FEWER, FEWER, 0)),
        ((4, 2), (FEWER, FEWER, FEWER)),
        ((5, 0), (5, 0, 5)),
        ((5, 5), (5, 5, 0)),
        ((6, 1), (6, "at least 1", "at least 1")),
        ((8, 4), (8, "at least 1", "at least 1")),
        ((9, 4), (9, FEWER, "at least 5")),
        ((9, 5), (9, "at least 5", FEWER)),
        ((103, 100), (103, "at least 99", FEWER)),
        ((50, 3), (50, FEWER, "at least 46")),
        ((41, 17), (41, 17, 24)),
    ],
)
def test_few_are_not_told_apart(counts, expected):
    assert display(people(*counts)) == expected


def test_what_is_shown_of_few_fits_several_counts():
    """No triple in which a count is 1 to 4 is shown as a triple that only one pair of counts has."""
    by_display: dict[object, set[tuple[int, int]]] = {}
    every = [(registered, completed) for registered in range(30) for completed in range(registered + 1)]
    for counts in every:
        by_display.setdefault(display(people(*counts)), set()).add(counts)
    for counts in every:
        registered, completed = counts
        small = {
            number: value
            for number, value in enumerate((registered, completed, registered - completed))
            if 0 < value < 5
        }
        alike = by_display[display(people(*counts))]
        for number in small:
            assert len({(one, other, one - other)[number] for one, other in alike}) > 1, counts


def test_of_several_postings_the_earliest_time_holds():
    first, second = people(10, 5, "2026-11-27T00:00:00Z"), people(7, 7)
    assert total([second, first]) == people(17, 12, "2026-11-27T00:00:00Z")
    with pytest.raises(ValueError, match="no posting"):
        total([])


def test_the_newer_count_of_a_posting_wins():
    old, new = people(1, 0, "2026-11-27T00:00:00Z"), people(9, 5)
    assert merged({"a": old, "b": new}, {"a": new, "b": old, "c": old}) == {"a": new, "b": new, "c": old}


def test_what_a_file_keeps_is_read_as_no_fewer_than_there_are():
    """And it is the same when it is kept again."""
    for registered in range(30):
        for completed in range(registered + 1):
            before = people(registered, completed)
            after = people_of(*kept(before), before.as_of)
            assert after.not_completed >= min(before.not_completed, 4) - (registered < 5)
            assert before.not_completed < 5 or after.not_completed >= before.not_completed
            assert display(after)[0] == display(before)[0]
            if registered >= 5:
                assert kept(after) == kept(before)


@pytest.mark.parametrize("counts", [("many", 1), (5, "some"), (True, 0), (5, 6), (5, "at least 6"), (-1, 0)])
def test_what_is_no_count_is_not_read(counts):
    with pytest.raises(ValueError, match=r"is no count of people|more have completed"):
        people_of(*counts, "2026-11-28T02:00:00Z")


def test_unknown_passes_no_limit_by_itself():
    check = ImpactCheck("nurse", "replace", ("p1",), 10)
    assert check.passes(people(20, 10))
    assert not check.passes(people(21, 10))
    assert not check.passes(None)
    assert ImpactCheck("nurse", "replace", ("p1",), 10, takes_unknown=True).passes(None)


def test_an_impact_is_known_where_there_are_counts():
    assert Impact(0, 0, 0, "2026-11-28T02:00:00Z").is_known
    assert not UNKNOWN.is_known


def test_an_allowance_is_a_name_and_a_number_or_the_word_unknown():
    assert allowance("nurse=17") == ("nurse", 17)
    assert allowance("nurse=unknown") == ("nurse", None)
    for text in ("nurse", "nurse=", "=1", "nurse=-1", "nurse=1.5", "nurse=x", "nurse=²", "nurse=1234567890"):
        with pytest.raises(ValueError, match="neither NAME=N"):
            allowance(text)
