"""Every crash point, with every behaviour of the server, and whatever comes next, on every kind of place.

A round is one of each (``rounds``): what happens, the moment of it, the behaviour, what comes next, the place. Here run
the rounds in which every two of them meet at least once, six in a row on one repo; with ``HEYMILO_OPS_FULL`` set
(``make test-full``) all that there are. What can't be is left out by ``impossible``, which says why, and is counted.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable

import pytest

from tests.proof.behaviours import BEHAVIOURS
from tests.proof.pairs import Row, bundled, cover, full, pairs_of
from tests.proof.points import LABELS, LEASE, LOCK
from tests.proof.rounds import NEXT, Round, assert_at_rest, begin, play
from tests.proof.world import BACKENDS, World

THINGS = tuple(dict.fromkeys(label.rpartition(".")[0] for label in LABELS))
MOMENTS = tuple(dict.fromkeys(label.rpartition(".")[2] for label in LABELS))
FACTORS = (THINGS, MOMENTS, BEHAVIOURS, NEXT, BACKENDS)
IN_A_ROW = 6
MOST = 120


def round_of(row: Row) -> Round:
    """The round of what happens, the moment, the behaviour, what comes next and the place."""
    thing, moment, *rest = row
    return Round(f"{thing}.{moment}", *rest)


def impossible(row: Row) -> str:
    """Why there is no such round; ``""`` where there is one."""
    each = round_of(row)
    if each.label not in LABELS:
        return "a thing has only some of the moments"
    of_lease = each.thing in (*LEASE, "fence", "late")
    if of_lease and each.backend == "folder":
        return "a folder is held by a flock: no lease, nobody who wakes after a takeover"
    if each.thing in (*LOCK, "folder") and each.backend != "folder":
        return "only a folder is held by a flock, and written by renaming"
    if each.thing in ("push", "fetch") and each.backend != "git":
        return "only a branch is pushed and fetched"
    if each.after == "second host" and each.backend == "folder":
        return "a folder is on one host"
    return ""


ROUNDS = full(FACTORS, lambda row: not impossible(row))
CHOSEN = ROUNDS if os.environ.get("HEYMILO_OPS_FULL") else cover(ROUNDS, lambda row: BACKENDS.index(row[-1]))
CASES = bundled(CHOSEN, lambda row: round_of(row).is_first, lambda row: row[-1], IN_A_ROW)


@pytest.mark.parametrize("case", CASES, ids=lambda case: ", ".join(case[0]))
def test_killed_and_gone_on(case: list[Row], build: Callable[[str], World]) -> None:
    rounds = [round_of(row) for row in case]
    world = build(rounds[0].backend)
    if not rounds[0].is_first:
        begin(world)
    for number, each in enumerate(rounds, 1):
        try:
            play(world, each, number)
        except Exception as error:
            raise AssertionError(f"round {number}, {each}: {error}") from error
    assert_at_rest(world)


def test_what_runs_meets_every_pair_that_can_be() -> None:
    met = set().union(*(pairs_of(row) for row in CHOSEN))
    assert met == set().union(*(pairs_of(row) for row in ROUNDS))
    assert len(CASES) <= MOST or os.environ.get("HEYMILO_OPS_FULL")


def test_what_is_left_out_is_counted() -> None:
    every = full(FACTORS, lambda row: True)
    reasons = Counter(impossible(row) for row in every)
    assert reasons.pop("") == len(ROUNDS)
    assert len(reasons) == 5
    assert {round_of(row).label for row in CHOSEN} == {*LABELS}
