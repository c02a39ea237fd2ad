"""In which unseen way two texts differ that look alike."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from heymilo_ops.text.invisible import has_invisible, without_invisible

_BLANKS = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_HYPHENS = re.compile("[\u2010\u2011]")
_ALIKE = str.maketrans("АВЕКМНОРСТХаеорсухіјѕΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABEKMHOPCTXaeopcyxijsABEZHIKMNOPTYXo")
_Fold = tuple[str, Callable[[str], str]]
_FOLDS: tuple[_Fold, ...] = (
    ("characters that can't be seen", lambda text: without_invisible(text) if has_invisible(text) else text),
    ("Unicode composition", lambda text: unicodedata.normalize("NFC", text)),
    ("no-break or other special blanks", lambda text: _BLANKS.sub(" ", text)),
    ("special hyphens", lambda text: _HYPHENS.sub("-", text)),
    ("letters of another alphabet that look alike", lambda text: text.translate(_ALIKE)),
    ("blanks at the end of a line", lambda text: "\n".join(line.rstrip() for line in text.rstrip().split("\n"))),
    ("white space", lambda text: " ".join(text.split())),
)


def difference(one: Any, other: Any) -> str:
    """Return in what two values differ that look alike: ``Unicode composition``; ``""`` for a visible difference.

    Values are plain JSON data; in lists and mappings every text counts.
    """
    pairs = list(_texts(one, other))
    if one == other or None in pairs:
        return ""
    for folds in (_FOLDS[:-1], _FOLDS):  # the last does the work of others too, so it is tried last
        if _are_alike(pairs, folds):
            needed = [fold for fold in folds if not _are_alike(pairs, [other for other in folds if other is not fold])]
            return " and ".join(name for name, _ in needed)
    return ""


def _texts(one: Any, other: Any) -> Iterator[tuple[str, str] | None]:
    """The pairs of texts that stand in the same places; ``None`` among them where anything else differs."""
    if isinstance(one, str) and isinstance(other, str):
        yield one, other
    elif isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        for mine, theirs in zip(one, other, strict=True):
            yield from _texts(mine, theirs)
    elif isinstance(one, dict) and isinstance(other, dict) and len(one) == len(other):
        for (key, mine), (name, theirs) in zip(sorted(one.items()), sorted(other.items()), strict=True):
            yield key, name
            yield from _texts(mine, theirs)
    elif type(one) is not type(other) or one != other:
        yield None


def _are_alike(pairs: Iterable[Any], folds: Sequence[_Fold]) -> bool:
    """Whether the texts of each pair are one once these folds are done."""
    return all(_folded(one, folds) == _folded(other, folds) for one, other in pairs)


def _folded(text: str, folds: Sequence[_Fold]) -> str:
    for _, fold in folds:
        text = fold(text)
    return text
