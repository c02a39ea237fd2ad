"""Which words a text must have for a regular expression to match: worked out from the pattern itself.

The result is a list of alternatives, each a list of groups, each a set of tokens: a match has, for one of the
alternatives, a token of every one of its groups in it. A token is ``word``, ``word*`` (beginning), ``*word`` (ending)
or ``*word*``, where a word is a run of letters. The result is never too strict; it may be too lax.
"""

from __future__ import annotations

import re
import re._constants as op  # type: ignore[import-not-found]
import re._parser as parser  # type: ignore[import-not-found]
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from functools import cache
from typing import Any

from heymilo_ops.lint.topics.language import MASKS, Language, Words

Open = tuple[str, bool]
"""Letters right before a place in the pattern, and whether a word begins with them."""
Group = frozenset[str]
Alternative = tuple[Group, ...]

_LETTER = re.compile(r"[^\W\d_]")
_UNKNOWN: frozenset[Open] = frozenset({("", False)})
_FRESH: frozenset[Open] = frozenset({("", True)})
_REPEATS = (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT)
_MOST_OPEN = 48
_MOST_GROUPS = 2
_USELESS = 400
"""From this weight on a group isn't worth a look: so much has four of the commonest words."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads patterns of one language, in which ``common`` words tell little; ``mask`` stands for any letters."""

    common: frozenset[str]
    mask: str

    def required(self, pattern: str) -> tuple[Alternative, ...]:
        """Return the alternatives of a pattern; none where it may match a text without any particular word."""
        found: list[Alternative] = []
        parsed = parser.parse(pattern)
        if parsed.state.flags & re.IGNORECASE:
            return ()
        for items in _expanded(list(parsed)):
            groups, _ = self._sequence(items, _UNKNOWN, ends=False)
            chosen = self._chosen(groups)
            if not chosen:
                return ()
            found.append(chosen)
        return _merged(found)

    def _chosen(self, groups: Iterable[Group]) -> Alternative:
        """Return the groups that tell most, without those that follow from another."""
        chosen: list[Group] = []
        for group in sorted(set(groups), key=self._order):
            follows = any(all(any(_hits(token, word.strip("*")) for token in group) for word in one) for one in chosen)
            if self._weight(group) < _USELESS and not follows and len(chosen) < _MOST_GROUPS:
                chosen.append(group)
        return tuple(chosen)

    def _order(self, group: Group) -> tuple[int, int, list[str]]:
        return self._weight(group), sum(token.count("*") for token in group), sorted(group)

    def _weight(self, group: Group) -> int:
        """How often a group is met, about; whole numbers, so that their order never depends on that of a set."""
        return sum(_token_weight(token, self.common) for token in group)

    def _sequence(
        self, items: Sequence[Any], opened: frozenset[Open], *, ends: bool
    ) -> tuple[list[Group], frozenset[Open]]:
        """Return the groups of what is read one after the other, and the letters that stand at its end.

        ``ends`` says that no letter follows.
        """
        groups: list[Group] = []
        for number, item in enumerate(items):
            more, opened = self._item(item, opened, ends=_ends_before(items[number + 1 :], ends=ends))
            groups += more
            if len(opened) > _MOST_OPEN:
                groups += _closed(opened, is_whole=False)
                opened = _UNKNOWN
        last = _closed(opened, is_whole=ends)
        return groups + last, opened

    def _item(self, item: Any, opened: frozenset[Open], *, ends: bool) -> tuple[list[Group], frozenset[Open]]:
        name, value = item
        if name is op.LITERAL:
            return self._letter(chr(value), opened)
        if name is op.SUBPATTERN and not (value[1] or value[2]):
            return self._inner(value[3], opened, ends=ends)
        if name is op.ATOMIC_GROUP:
            return self._inner(value, opened, ends=ends)
        if name is op.BRANCH:
            return self._branch([list(branch) for branch in value[1]], opened, ends=ends)
        if name in _REPEATS:
            return self._repeat(value, opened, ends=ends)
        if name is op.IN:
            return self._set(value, opened)
        if name is op.AT:
            return _at(value, opened)
        if name is op.ASSERT_NOT and _is_no_word(item):
            return _closed(opened, is_whole=True), _FRESH
        if name in (op.ASSERT, op.ASSERT_NOT):
            return [], opened
        return _closed(opened, is_whole=False), _UNKNOWN

    def _inner(self, items: Any, opened: frozenset[Open], *, ends: bool) -> tuple[list[Group], frozenset[Open]]:
        return self._sequence(list(items), opened, ends=ends)

    def _letter(self, letter: str, opened: frozenset[Open]) -> tuple[list[Group], frozenset[Open]]:
        if letter == self.mask:
            return _closed(opened, is_whole=False), _UNKNOWN
        if _LETTER.fullmatch(letter):
            return [], frozenset((word + letter, begins) for word, begins in opened)
        return _closed(opened, is_whole=True), _FRESH

    def _branch(
        self, branches: Sequence[Sequence[Any]], opened: frozenset[Open], *, ends: bool
    ) -> tuple[list[Group], frozenset[Open]]:
        read = [self._sequence(branch, opened, ends=ends) for branch in branches]
        left = frozenset[Open]().union(*(after for _, after in read))
        best = [min(groups, key=self._weight, default=None) for groups, _ in read]
        together = frozenset[str]().union(*(group for group in best if group))
        return ([together] if together and None not in best else []), left

    def _repeat(self, value: Any, opened: frozenset[Open], *, ends: bool) -> tuple[list[Group], frozenset[Open]]:
        least, most, items = value
        if most == 1:
            return self._branch([list(items), *([] if least else [[]])], opened, ends=ends)
        groups, _ = self._sequence(list(items), opened, ends=False)
        _, after = self._sequence(list(items), _UNKNOWN, ends=False)
        if least:
            return groups, after
        return _closed(opened, is_whole=ends and _starts_beside(items)), after | opened

    def _set(self, members: Any, opened: frozenset[Open]) -> tuple[list[Group], frozenset[Open]]:
        if all(name is op.LITERAL for name, _ in members):
            return self._branch([[member] for member in members], opened, ends=False)
        if all(_is_no_letter(member) for member in members):
            return _closed(opened, is_whole=True), _FRESH
        return _closed(opened, is_whole=False), _UNKNOWN


@cache
def _token_weight(token: str, common: frozenset[str]) -> int:
    if any(_hits(token, word) for word in common):
        return 100
    return {1: 100, 2: 40, 3: 10}.get(len(token.strip("*")), 2)


def _hits(token: str, word: str) -> bool:
    plain = token.strip("*")
    if token.startswith("*"):
        return plain in word if token.endswith("*") else word.endswith(plain)
    return word.startswith(plain) if token.endswith("*") else word == plain


def _closed(opened: Iterable[Open], *, is_whole: bool) -> list[Group]:
    """Return the group that what is open makes; none where there may be no letter."""
    words = list(opened)
    if not all(word for word, _ in words):
        return []
    return [frozenset(f"{'' if begins else '*'}{word}{'' if is_whole else '*'}" for word, begins in words)]


def _at(place: Any, opened: frozenset[Open]) -> tuple[list[Group], frozenset[Open]]:
    if place in (op.AT_BEGINNING, op.AT_BEGINNING_STRING):
        return [], _FRESH
    if place in (op.AT_END, op.AT_END_STRING):
        return _closed(opened, is_whole=True), _FRESH
    if place is op.AT_BOUNDARY:
        return _closed(opened, is_whole=True), frozenset((word, begins or not word) for word, begins in opened)
    return [], opened


def _is_no_word(item: Any) -> bool:
    """Whether it is ``(?!\\w)``."""
    direction, content = item[1]
    return bool(direction == 1 and list(content) == [(op.IN, [(op.CATEGORY, op.CATEGORY_WORD)])])


def _is_no_letter(member: Any) -> bool:
    name, value = member
    if name is op.LITERAL:
        return not _LETTER.fullmatch(chr(value))
    return name is op.CATEGORY and value in (op.CATEGORY_NOT_WORD, op.CATEGORY_SPACE, op.CATEGORY_DIGIT)


def _ends_before(items: Iterable[Any], *, ends: bool) -> bool:
    """Whether no letter follows where these come next; ``ends`` says that of what is behind them."""
    for item in items:
        if _is_end(item):
            return True
        if not (_is_thin(item) or (item[0] in _REPEATS and _starts_beside(item[1][2]))):
            return False
    return ends


def _starts_beside(items: Iterable[Any]) -> bool:
    """Whether what is read begins with no letter."""
    return _ends_before(items, ends=False)


def _is_end(item: Any) -> bool:
    """Whether no letter follows, where this comes next."""
    name, value = item
    if name is op.LITERAL:
        return not _LETTER.fullmatch(chr(value))
    if name is op.IN:
        return all(_is_no_letter(member) for member in value)
    if name is op.AT:
        return value in (op.AT_END, op.AT_END_STRING)
    if name in (op.SUBPATTERN, op.BRANCH):
        branches = [value[3]] if name is op.SUBPATTERN else value[1]
        return all(_starts_beside(branch) for branch in branches)
    return name is op.ASSERT_NOT and _is_no_word(item)


def _expanded(items: list[Any]) -> list[list[Any]]:
    """Return what may be read, one list an alternative of the outermost branches."""
    inner = [number for number, item in enumerate(items) if not _is_thin(item)]
    branches = _branches(items[inner[0]]) if len(inner) == 1 else []
    if not branches:
        return [items]
    before, after = items[: inner[0]], items[inner[0] + 1 :]
    return [read for branch in branches for read in _expanded([*before, *branch, *after])]


def _is_thin(item: Any) -> bool:
    """Whether it matches no letter."""
    name, value = item
    if name in _REPEATS:
        return all(_is_end(inner) for inner in value[2])
    return name in (op.AT, op.ASSERT, op.ASSERT_NOT)


def _branches(item: Any) -> list[list[Any]]:
    name, value = item
    if name is op.SUBPATTERN and not (value[1] or value[2]):
        return [list(value[3])]
    if name is op.BRANCH:
        return [list(branch) for branch in value[1]]
    return []


def _merged(alternatives: Iterable[Alternative]) -> tuple[Alternative, ...]:
    """Return alternatives, those of one group as one."""
    unique = dict.fromkeys(alternatives)
    single = frozenset[str]().union(*(groups[0] for groups in unique if len(groups) == 1))
    several = [groups for groups in unique if len(groups) > 1 and not any(group <= single for group in groups)]
    return ((frozenset(single),), *several) if single else tuple(several)


def patterns_of(language: Language) -> Iterator[tuple[str, str]]:
    """Yield the patterns of topics and the sentences that they share, with the topic or ``forms``."""
    names = [field.name for field in fields(Words) if field.name != "signs"]
    for topic in language.topics:
        for name in names:
            expression = language.expression(topic, name)
            if expression is not None:
                yield topic.value, expression.source
    for mask in MASKS:
        for name in names:
            form = language.form(mask, name)
            if form is not None:
                yield "forms", form.source
