"""How alike two texts are. rapidfuzz is imported on first use."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

_NO_WORD = re.compile(r"[^\w#%+<=>]+|_+")
"""C, C++ and C# are different words, and so are < 5 and > 5."""


def normalised(text: str) -> str:
    """The words in small letters with one space between, without punctuation."""
    folded = text.casefold() if text.isascii() else unicodedata.normalize("NFKC", text).casefold()
    return _NO_WORD.sub(" ", folded).strip()


def same(one: str, other: str) -> bool:
    """Whether both have the same words; two texts without any word are the same only if they are equal."""
    words = normalised(one)
    return words == normalised(other) if words else one == other


def similarity(one: str, other: str, at_least: float = 0.0) -> float:
    """From 0 to 1: 1 for the same words, 0 also where it is below ``at_least``."""
    return _ratio(normalised(one), normalised(other), at_least)


def _ratio(one: str, other: str, at_least: float) -> float:
    """Twice the common characters over all characters; the lengths alone rule most pairs out."""
    total = len(one) + len(other)
    if not total:
        return 1.0
    if 2 * min(len(one), len(other)) < at_least * total:
        return 0.0
    if one == other:
        return 1.0
    from rapidfuzz.fuzz import ratio

    return ratio(one, other, score_cutoff=at_least * 100) / 100


# Not among them: how, when, where, who, why and the pronouns of other people, which turn one question into another.
_FUNCTION_WORDS = (
    "a about an and are as at be been by can could describe did do does example explain for from give had has have "
    "i in is it its me of on or please share so tell that the then this time to walk was were "
    "what which will with would you your"
)
_EMPTY = frozenset(_FUNCTION_WORDS.split())
_ENDINGS = ("ing", "ed", "es", "s", "d", "e")
_SHORTEST_STEM = 4
_OPENING = 6
"""Words among which the first with a meaning is looked for before the whole text is split."""


def content(text: str) -> Iterator[str]:
    """The words that carry the meaning, in order, without English function words and endings.

    Words of other languages are kept whole or lose an ending: a comparison of two texts still holds.
    """
    return filter(None, map(_meaning, _plain(text).split()))


def first_content(text: str) -> str:
    """The first word of ``content``, empty where there is none. Cheap: texts that differ in it aren't the same."""
    words = _plain(text).split(None, _OPENING)[:_OPENING]
    return next(filter(None, map(_meaning, words)), "") or next(content(text), "")


def _plain(text: str) -> str:
    """Without a ``when`` that asks nothing, and with those who ask as one person."""
    if " time when " in text:
        text = text.replace(" time when ", " time ")
    return "Tell me " + text[8:] if text.startswith("Tell us ") else text


def same_content(one: str, other: str) -> bool:
    """Whether both say the same in all but function words, endings and punctuation; ``same`` where they say nothing."""
    first = first_content(one)
    if first != first_content(other):
        return False
    return tuple(content(one)) == tuple(content(other)) if first else same(one, other)


@lru_cache(maxsize=20_000)
def _meaning(token: str) -> str:
    """A word without ending and punctuation; empty where it carries no meaning. Words repeat, hence the cache."""
    return " ".join(_stem(word) for word in normalised(token).split() if word not in _EMPTY)


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word[: -len(ending)]
    return word
