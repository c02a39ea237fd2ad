"""A cover in which every two values of different factors meet, where they can: greedy, and the same each time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import combinations, product

Row = tuple[str, ...]
Pair = tuple[tuple[int, str], tuple[int, str]]


def pairs_of(row: Row) -> set[Pair]:
    """The pairs of values that meet in a row, each with the number of its factor."""
    return set(combinations(enumerate(row), 2))


def full(factors: Sequence[Sequence[str]], can_be: Callable[[Row], bool]) -> list[Row]:
    """Every row that can be."""
    return [row for row in product(*factors) if can_be(row)]


def cover(rows: Iterable[Row], weight: Callable[[Row], float] = lambda _row: 0.0) -> list[Row]:
    """A few of ``rows`` in which every pair of any of them is met; of rows that meet as many, the lightest first."""
    left = {row: pairs_of(row) for row in sorted(rows, key=lambda row: (weight(row), row))}
    missing = set().union(*left.values()) if left else set()
    chosen: list[Row] = []
    gain = max((len(pairs) for pairs in left.values()), default=0)
    while missing:
        for row, pairs in list(left.items()):
            new = len(pairs & missing)
            if new == 0:
                del left[row]
            elif new >= gain:
                chosen.append(row)
                missing -= pairs
                del left[row]
        gain -= 1
    return chosen


def bundled(rows: Iterable[Row], alone: Callable[[Row], bool], key: Callable[[Row], str], size: int) -> list[list[Row]]:
    """Rows in bundles of at most ``size`` that have the same key. A row that is ``alone`` comes first in its bundle."""
    bundles: list[list[Row]] = []
    room: dict[str, list[list[Row]]] = {}
    for row in sorted(rows, key=lambda row: not alone(row)):
        fitting = [] if alone(row) else [each for each in room.get(key(row), []) if len(each) < size]
        if fitting:
            min(fitting, key=len).append(row)
        else:
            bundles.append([row])
            room.setdefault(key(row), []).append(bundles[-1])
    return bundles
