"""Which question of the new design is which question of the old one, and which of them moved.

A pair is made once, in this order: equal key; equal text (of the same modality first); a text so similar that it
is a rewording, within the same modality. Two different keys say "not the same question", so similarity doesn't
pair across them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass

SIMILAR = 69.0
"""From this similarity on (0 to 100) one text rewords the other; see ``tests/plan/test_question_pairing.py``."""

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Item:
    """What pairing needs of one question."""

    key: str | None
    modality: str
    text: str


def pair_questions(before: Sequence[Item], after: Sequence[Item]) -> list[Pair]:
    """Positions before and after that belong together, one-to-one, sorted by the position after."""
    pairing = _Pairing(len(before), len(after))
    identities: tuple[Callable[[Item], Hashable], ...] = (
        lambda item: item.key,
        lambda item: (item.modality, item.text),
        lambda item: item.text,
    )
    for identity in identities:
        pairing.by_identity([identity(item) for item in before], [identity(item) for item in after])
    pairing.by_score(_similar(before, after, pairing))
    return sorted(pairing.pairs, key=lambda pair: pair[1])


def pair_steps(before: Sequence[str], after: Sequence[str]) -> list[Pair]:
    """Steps by type, repeats of a type by order."""
    pairing = _Pairing(len(before), len(after))
    pairing.by_identity(before, after)
    return sorted(pairing.pairs, key=lambda pair: pair[1])


def moved(pairs: Sequence[Pair]) -> set[Pair]:
    """Return the fewest pairs that must move to get from the old order to the new: those off a longest rising run."""
    tails: list[int] = []
    ends: list[int] = []
    previous: list[int | None] = []
    for index, (position, _) in enumerate(pairs):
        length = bisect_left(tails, position)
        tails[length : length + 1] = [position]
        ends[length : length + 1] = [index]
        previous.append(ends[length - 1] if length else None)
    kept = set()
    at = ends[-1] if ends else None
    while at is not None:
        kept.add(pairs[at])
        at = previous[at]
    return set(pairs) - kept


class _Pairing:
    """Pairs found so far; whoever is paired stays paired."""

    def __init__(self, before: int, after: int) -> None:
        self.pairs: list[Pair] = []
        self.before = dict.fromkeys(range(before))
        self.after = dict.fromkeys(range(after))

    def by_identity(self, before: Sequence[Hashable], after: Sequence[Hashable]) -> None:
        """Pair equal identities in order; ``None`` equals nothing."""
        waiting: dict[Hashable, list[int]] = {}
        for i in self.before:
            waiting.setdefault(before[i], []).append(i)
        waiting.pop(None, None)
        for j in list(self.after):
            if waiting.get(after[j]):
                self._pair(waiting[after[j]].pop(0), j)

    def by_score(self, scored: Iterable[tuple[float, int, int]]) -> None:
        """Pair the most similar first; of equals, the nearest, then the first."""
        for _, i, j in sorted(scored, key=lambda pair: (-pair[0], abs(pair[1] - pair[2]), pair[1], pair[2])):
            if i in self.before and j in self.after:
                self._pair(i, j)

    def _pair(self, i: int, j: int) -> None:
        self.pairs.append((i, j))
        del self.before[i], self.after[j]


def _similar(before: Sequence[Item], after: Sequence[Item], pairing: _Pairing) -> list[tuple[float, int, int]]:
    candidates = [(i, j) for i in pairing.before for j in pairing.after if _may_pair(before[i], after[j])]
    scored = ((similarity(before[i].text, after[j].text), i, j) for i, j in candidates)
    return [pair for pair in scored if pair[0] >= SIMILAR]


def _may_pair(one: Item, other: Item) -> bool:
    return one.modality == other.modality and (one.key is None or other.key is None)


def similarity(one: str, other: str) -> float:
    """Return how alike two texts are, 0 to 100, whatever the order of their words and the case of their letters."""
    from rapidfuzz import fuzz

    return float(fuzz.token_sort_ratio(one.casefold(), other.casefold()))
