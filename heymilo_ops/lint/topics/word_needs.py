"""Which patterns can match a text at all, by the words that it has: most can't, and needn't be tried nor compiled.

What words a pattern needs is worked out from the pattern itself, in ``tests/patterns``, and written to modules such as
``english_needs.py`` by ``make docs``. A pattern that isn't in there is always tried.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cached_property, reduce
from operator import or_
from zlib import crc32

from heymilo_ops.lint.topics.topic import Topic

ALWAYS = (0,)
"""Alternatives that every text meets."""
_MOST_WORDS = 65536
"""Words that are remembered with the groups that they are in."""


def pattern_key(pattern: str) -> str:
    """Return the key by which the needs of a pattern are looked up; another pattern has another one."""
    return f"{crc32(pattern.encode()):08x}"


class WordNeeds(dict[str, int]):
    """The words that patterns need. As a mapping: the groups that a word is in, as bits, worked out when asked for.

    ``lines`` are ``KEY=ALTERNATIVE;ALTERNATIVE / KEY=…``. An alternative has groups with blanks between them, and a
    group tokens with ``|`` between them: ``word``, ``word*``, ``*word`` or ``*word*``. A pattern can match only where
    the text has, for one alternative, a token of every group. ``signs`` are the words of topics, of which a match has
    one, as in ``Words.signs``.
    """

    def __init__(self, signs: Mapping[Topic, str], lines: Iterable[str]) -> None:
        super().__init__()
        # A topic has a bit of its own, also where another has the same signs: a blank keeps the two apart.
        self._bits = {
            f"{' ' * number}{words.replace(' ', '|')}": 1 << number for number, words in enumerate(signs.values())
        }
        self._topics = {1 << number: topic for number, topic in enumerate(signs)}
        self._hinted: dict[int, frozenset[Topic]] = {}
        self._signs = (1 << len(signs)) - 1
        self._alternatives: dict[str, tuple[int, ...]] = {}
        for line in lines:
            for entry in line.split(" / "):
                key, _, needs = entry.partition("=")
                self._alternatives[key] = tuple(
                    sum({self._bits.setdefault(group, 1 << len(self._bits)) for group in alternative.split(" ")})
                    for alternative in needs.split(";")
                )

    def of(self, pattern: str) -> tuple[int, ...]:
        """Return the alternatives of a pattern, each as the bits of its groups."""
        return self._alternatives.get(pattern_key(pattern), ALWAYS)

    def groups_in(self, words: Iterable[str]) -> int:
        """Return the groups of which words are, as bits."""
        groups = 0
        for word in words:
            bits = self[word]
            if bits:
                groups |= bits
        return groups

    def topics_in(self, groups: int) -> frozenset[Topic]:
        """Return the topics of which some sign is among the words of a text with these groups: others can't match."""
        signs = groups & self._signs
        if signs not in self._hinted:
            self._hinted[signs] = frozenset(topic for bit, topic in self._topics.items() if bit & signs)
        return self._hinted[signs]

    def __missing__(self, word: str) -> int:
        """Work out a word."""
        if len(self) >= _MOST_WORDS:
            self.clear()
        bits = self._whole.get(word, 0)
        for length, begins in self._begins.items():
            bits |= begins.get(word[:length], 0)
        for length, ends in self._ends.items():
            bits |= ends.get(word[-length:], 0)
        for part, groups in self._parts.items():
            if part in word:
                bits |= groups
        self[word] = bits
        return bits

    def _tokens(self, *, begins: bool, ends: bool) -> dict[str, int]:
        """The groups of the tokens of one kind, by their letters."""
        groups_of: dict[str, int] = {}
        for group, bit in self._bits.items():
            for token in group.strip().split("|"):
                if token.startswith("*") is not begins and token.endswith("*") is not ends:
                    letters = token.strip("*")
                    groups_of[letters] = groups_of.get(letters, 0) | bit
        return groups_of

    @cached_property
    def _whole(self) -> dict[str, int]:
        return self._tokens(begins=True, ends=True)

    @cached_property
    def _begins(self) -> dict[int, dict[str, int]]:
        return _by_length(self._tokens(begins=True, ends=False))

    @cached_property
    def _ends(self) -> dict[int, dict[str, int]]:
        return _by_length(self._tokens(begins=False, ends=True))

    @cached_property
    def _parts(self) -> dict[str, int]:
        return self._tokens(begins=False, ends=False)


def _by_length(tokens: Mapping[str, int]) -> dict[int, dict[str, int]]:
    lengths: dict[int, dict[str, int]] = {}
    for letters, bits in tokens.items():
        lengths.setdefault(len(letters), {})[letters] = bits
    return lengths


class Expression:
    """A pattern that is compiled when the first text has the words that it needs.

    Attributes:
        first: one group of each alternative, as bits; -1 where one needs no words.
    """

    __slots__ = ("_compiled", "alternatives", "first", "source")

    def __init__(self, source: str, needs: WordNeeds) -> None:
        self.source = source
        self.alternatives = needs.of(source)
        # One group of every alternative: a text with none of them is soon told.
        self.first = -1 if 0 in self.alternatives else reduce(or_, (bits & -bits for bits in self.alternatives))
        self._compiled: re.Pattern[str] | None = None

    @property
    def compiled(self) -> re.Pattern[str]:
        """The pattern."""
        if self._compiled is None:
            self._compiled = re.compile(self.source)
        return self._compiled

    def can_match(self, groups: int) -> bool:
        """Return whether a text with these groups of words can match."""
        for needs in self.alternatives:  # noqa: SIM110  a loop is faster, and this runs for every clause
            if needs & groups == needs:
                return True
        return False
