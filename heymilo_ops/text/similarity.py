"""How alike two texts are, and in which unseen way two differ that look alike. rapidfuzz is imported on first use."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any

from heymilo_ops.text.invisible import has_invisible, without_invisible
from heymilo_ops.text.memory import MOST_TEXTS

_NO_WORD = re.compile(r"[^\w#%+<=>]+|_+")
"""C, C++ and C# are different words, and so are < 5 and > 5."""


def normalised(text: str) -> str:
    """Return the words in lower case with one blank between, without punctuation."""
    folded = text.casefold() if text.isascii() else unicodedata.normalize("NFKC", text).casefold()
    return _NO_WORD.sub(" ", folded).strip()


def same(one: str, other: str) -> bool:
    """Return whether both have the same words; two texts without any word are the same only if they are equal."""
    words = normalised(one)
    return words == normalised(other) if words else one == other


def similarity(one: str, other: str, at_least: float = 0.0) -> float:
    """Return a value from 0 to 1: 1 for the same words, 0 also where it is below ``at_least``."""
    one, other = normalised(one), normalised(other)
    if one == other:
        return 1.0
    if 2 * min(len(one), len(other)) < at_least * (len(one) + len(other)):  # the lengths alone rule most pairs out
        return 0.0
    from rapidfuzz.fuzz import ratio

    return ratio(one, other, score_cutoff=at_least * 100) / 100


# Not among them: from, how, when, where, who, why and the pronouns of other people, which turn one question into
# another. Auxiliary verbs are among them: what they add is compared apart, as the mode.
_FUNCTION_WORDS = (
    "a about an and are as at be been by can could describe did do does example explain for give had has have "
    "i in is it its me of on or please share so tell that the then this time to walk was were "
    "what which will with would you your"
)
_EMPTY = frozenset(_FUNCTION_WORDS.split())
_MODES = {
    "ability": ("can", "could"),
    "experience": ("did", "had", "has", "have"),
    "will": ("will", "would"),
}
_MODE = {word: mode for mode, words in _MODES.items() for word in words}
_OPENS_PAST = ("was", "were")
"""In front, a question about the past; elsewhere mostly a passive, which any question may have."""
_POLITE = re.compile(
    r"^(?:please )?(?:can|could|will|would) you (?=(?:please )?(?:describe|explain|share|talk|tell|walk)\b)"
)
_ENDINGS = ("ing", "ed", "es", "s", "d", "e")
_SHORTEST_STEM = 4
_OPENING = 6
"""Words among which the first with a meaning is looked for before the whole text is split."""


def content(text: str) -> Iterator[str]:
    """Return the words that carry the meaning, in order, without English function words and endings.

    Words of other languages are kept whole or lose an ending: a comparison of two texts still holds.
    """
    return filter(None, map(_meaning, _plain(text).split()))


@lru_cache(maxsize=MOST_TEXTS)
def first_content(text: str) -> str:
    """Return the first word of ``content``, ``""`` for none. Cheap: texts that differ in it aren't the same."""
    words = _plain(text).split(None, _OPENING)[:_OPENING]
    return next(filter(None, map(_meaning, words)), "") or next(content(text), "")


def _plain(text: str) -> str:
    """Without a ``when`` that asks nothing, and with those who ask as one person."""
    if " time when " in text:
        text = text.replace(" time when ", " time ")
    return text.replace("ell us ", "ell me ") if "ell us " in text else text


def same_content(one: str, other: str) -> bool:
    """Return whether both say the same but for function words, endings and punctuation; as ``same`` without content.

    Whether somebody can, would, did or does something is no matter of function words: "have you operated" and
    "can you operate" are different questions.
    """
    first = first_content(one)
    if first != first_content(other):
        return False
    if not first:
        return same(one, other)
    return tuple(content(one)) == tuple(content(other)) and modes(one) == modes(other)


def modes(text: str) -> tuple[str, ...]:
    """Return which of ability, experience and will the auxiliary verbs express; empty for what somebody is or does."""
    words = _POLITE.sub("", normalised(text)).split()
    modes = {_MODE[word] for word in words if word in _MODE}
    return tuple(sorted(modes | {"experience"} if words and words[0] in _OPENS_PAST else modes))


@lru_cache(maxsize=20_000)
def _meaning(token: str) -> str:
    """A word without ending and punctuation; empty where it carries no meaning. Words repeat, hence the cache."""
    return " ".join(_stem(word) for word in normalised(token).split() if word not in _EMPTY)


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word[: -len(ending)]
    return word


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
