"""Names in the form that manifests take: lower case letters, digits and single hyphens."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum

from heymilo_ops.model.facts import NAME_PATTERN

_NAME = re.compile(NAME_PATTERN)
_LONGEST_NAME = 100
_NAME_WORDS, _NAME_LENGTH = 12, 60
_KEY_WORDS, _KEY_LENGTH = 3, 40
_WORD = re.compile(r"[a-z0-9]+")
_LETTERS = {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ł": "l", "ı": "i", "þ": "th", "ð": "d"}
_LITTLE = (
    "a about after again all also am an and any are as at be been before being but by can could did do does doing "
    "each for from had has have he her his how i if in into is it its just least let like many may me might most "
    "much must my no not of on one or our out over please s she should so some such t tell than that the their "
    "them then there these they this those through to too us was we were what when where which while who whom "
    "whose why will with would you your yours yourself describe give share talk walk time once ever example "
    "explain cant couldnt didnt doesnt dont hasnt havent id im isnt ive wasnt whats wont wouldnt youve youre"
)
_LITTLE_WORDS = frozenset(_LITTLE.split())
"""Words that say little of what a question asks for."""


class NameOrigin(StrEnum):
    """What the name of an imported posting was taken from."""

    HEYMILO = "heymilo"
    TITLE = "title"
    POSTING_ID = "posting-id"


@dataclass(frozen=True, slots=True)
class ChosenName:
    """The name of an imported posting.

    Attributes:
        base: the name before it was told apart from an equal one; the same as ``name`` where it wasn't.
    """

    name: str
    origin: NameOrigin
    base: str


def choose_name(name: str | None, title: str, posting_id: str, taken: Collection[str]) -> ChosenName:
    """Return the posting's name at HeyMilo where it is valid, else one made from its title; none that is taken."""
    if name is not None and len(name) <= _LONGEST_NAME and _NAME.fullmatch(name):
        base, origin = name, NameOrigin.HEYMILO
    elif words := _words(title):
        base, origin = _joined(words[:_NAME_WORDS], _NAME_LENGTH), NameOrigin.TITLE
    else:
        base, origin = (
            f"posting-{'-'.join(_words(posting_id)) or _hash(posting_id)}"[:_NAME_LENGTH].rstrip("-"),
            (NameOrigin.POSTING_ID),
        )
    return ChosenName(_untaken(base, taken), origin, base)


def question_keys(texts: Sequence[str]) -> list[str]:
    """Return a short key for each question of a posting, unique there.

    It depends on the texts alone, and on their order only where two are alike.
    """
    words = [[word for word in _words(text) if word not in _LITTLE_WORDS] or _words(text) for text in texts]
    keys: list[str | None] = [None] * len(texts)
    for length in range(_KEY_WORDS, max([_KEY_WORDS, *map(len, words)]) + 1):
        candidates = [
            _joined(own[:length], _KEY_LENGTH) or f"question-{_hash(text)}"
            for own, text in zip(words, texts, strict=True)
        ]
        times = Counter(candidate for candidate, key in zip(candidates, keys, strict=True) if key is None)
        for index, candidate in enumerate(candidates):
            if keys[index] is None and times[candidate] == 1 and candidate not in keys:
                keys[index] = candidate
    made: list[str] = [key for key in keys if key is not None]
    for index, key in enumerate(keys):
        if key is None:
            keys[index] = _untaken(
                _joined(words[index][:_KEY_WORDS], _KEY_LENGTH) or f"question-{_hash(texts[index])}", made
            )
            made.append(str(keys[index]))
    return [str(key) for key in keys]


def _untaken(base: str, taken: Collection[str]) -> str:
    name, number = base, 1
    while name in taken:
        number += 1
        name = f"{base[: _LONGEST_NAME - len(str(number)) - 1].rstrip('-')}-{number}"
    return name


def _words(text: str) -> list[str]:
    """Return the words in lower case, in Latin letters without marks and digits; none of other scripts."""
    folded = "".join(_LETTERS.get(char, char) for char in text.casefold())
    bare = "".join(char for char in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(char))
    return _WORD.findall(re.sub(r"(?<=\w)['’](?=\w)", "", bare))


def _joined(words: Sequence[str], longest: int) -> str:
    """Return words with hyphens between, as many as fit; at least a part of the first."""
    joined = ""
    for word in words:
        longer = f"{joined}-{word}" if joined else word
        if len(longer) > longest:
            break
        joined = longer
    return joined or "".join(words[:1])[:longest]


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:6]
