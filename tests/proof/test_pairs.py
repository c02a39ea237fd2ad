"""The generator of the cover."""

from __future__ import annotations

from itertools import product

from tests.proof.pairs import bundled, cover, full, pairs_of

FACTORS = (tuple("abcdefgh"), tuple("12345"), tuple("xyz"), tuple("pq"))


def met(rows):
    return set().union(*(pairs_of(row) for row in rows))


def test_every_pair_is_met_in_few_rows_the_same_each_time():
    rows = full(FACTORS, lambda row: True)
    assert len(rows) == 8 * 5 * 3 * 2
    chosen = cover(rows)
    assert met(chosen) == met(product(*FACTORS))
    assert len(chosen) <= 8 * 5 + 3
    assert chosen == cover(reversed(rows))


def test_what_cannot_be_is_neither_chosen_nor_missed():
    rows = full(FACTORS, lambda row: (row[0], row[2]) != ("a", "x"))
    chosen = cover(rows)
    assert ((0, "a"), (2, "x")) not in met(chosen)
    assert met(chosen) == met(rows)


def test_of_rows_that_meet_as_much_the_lighter_is_taken():
    rows = full(FACTORS, lambda row: True)
    light = cover(rows, lambda row: row[3] == "q")
    assert sum(row[3] == "q" for row in light) < sum(row[3] == "p" for row in light)


def test_no_rows_no_cover():
    assert cover([]) == []


def test_bundles_keep_their_key_their_size_and_who_comes_first():
    rows = cover(full(FACTORS, lambda row: True))
    bundles = bundled(rows, lambda row: row[0] == "a", lambda row: row[3], 4)
    assert sorted(each for bundle in bundles for each in bundle) == sorted(rows)
    for bundle in bundles:
        assert len(bundle) <= 4
        assert len({row[3] for row in bundle}) == 1
        assert all(row[0] != "a" for row in bundle[1:])
