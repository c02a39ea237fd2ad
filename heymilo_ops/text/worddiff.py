"""What changed between two texts, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

_TOKEN = re.compile(r"\s+|\w+|[^\w\s]")
_MOST = 4_000_000
"""Above this product of token counts, the part between what both begin and end with counts as rewritten."""

Kind = Literal["equal", "delete", "insert"]


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of text that both have (``equal``), or only the first (``delete``) or the second (``insert``)."""

    kind: Kind
    text: str


def diff(before: str, after: str) -> tuple[Segment, ...]:
    """Return the segments in order; a replaced run is a ``delete`` and then an ``insert``.

    The texts of ``equal`` and ``delete`` joined are ``before``, those of ``equal`` and ``insert`` joined
    are ``after``. No segment is empty, no two neighbours have one kind.
    """
    return tuple(_merged(_runs(_TOKEN.findall(before), _TOKEN.findall(after))))


def _runs(old: list[str], new: list[str]) -> Iterator[tuple[str, str]]:
    """Yield pairs of old and new text; the same text twice where it is equal."""
    head = _common(old, new)
    tail = _common(old[head:][::-1], new[head:][::-1])
    old_middle, new_middle = old[head : len(old) - tail], new[head : len(new) - tail]
    yield ("".join(old[:head]),) * 2
    if len(old_middle) * len(new_middle) > _MOST:
        yield "".join(old_middle), "".join(new_middle)
    else:
        for _, i, k, j, m in SequenceMatcher(None, old_middle, new_middle, autojunk=False).get_opcodes():
            yield "".join(old_middle[i:k]), "".join(new_middle[j:m])
    yield ("".join(old[len(old) - tail :]),) * 2


def _common(one: list[str], other: list[str]) -> int:
    """Return how many items both begin with."""
    for i, (left, right) in enumerate(zip(one, other, strict=False)):
        if left != right:
            return i
    return min(len(one), len(other))


def _merged(runs: Iterable[tuple[str, str]]) -> Iterator[Segment]:
    """Merge neighbours of a kind; a lone space between two changes belongs to both."""
    equal = deleted = inserted = ""
    for old, new in runs:
        if old == new:
            equal += old
            continue
        if (deleted or inserted) and equal and not equal.isspace():
            yield from _change(deleted, inserted)
            deleted = inserted = ""
        if deleted or inserted:
            deleted, inserted = deleted + equal, inserted + equal
        elif equal:
            yield Segment("equal", equal)
        equal, deleted, inserted = "", deleted + old, inserted + new
    yield from _change(deleted, inserted)
    if equal:
        yield Segment("equal", equal)


def _change(deleted: str, inserted: str) -> Iterator[Segment]:
    if deleted:
        yield Segment("delete", deleted)
    if inserted:
        yield Segment("insert", inserted)
