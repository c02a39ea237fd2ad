"""Fits a document into the room that a place has for Markdown: which part of it is shown how fully.

Up to forty postings nothing grave is left out; beyond, or where even that doesn't fit, the gravest are shown first and
the rest by name, then by number. What is left out is said at the end.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product

from heymilo_ops.review import document as doc
from heymilo_ops.review.abridgement import (
    abridge,
    groups_of,
    with_folded_groups,
    with_short_lists,
    without_folds,
)
from heymilo_ops.review.document import BulletList, Callout, CalloutKind, Inline, code, own
from heymilo_ops.review.words import counted

Renderer = Callable[[Sequence[doc.Block]], str]

MANY = 40
"""Postings up to which nothing grave is left out."""
_QUOTES = (150, 80, 40)
"""Characters of a quoted text, where more doesn't fit."""
_LISTS = (100, 50, 20, 10, 5, 3, 1)
_NOTE = 1_500
"""Room for what is said of what is left out."""
_LEAD, _NAMES = 0.4, 0.5
"""Parts of the room that the lead, and the names of postings that aren't shown, may take."""
_NAME = 80
_ROWS = 8


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a place takes.

    Attributes:
        size: the most, as ``measure`` counts it.
        quote: characters of one quoted text; ``None``: all of it.
        words: outside of folded blocks, for one posting that is changed.
        unit: what ``size`` counts.
    """

    size: int
    measure: Callable[[str], int]
    unit: str
    quote: int | None = None
    words: int | None = None

    def part(self, number: int) -> Limits:
        """Return the limits of one of ``number`` documents that share a place."""
        return replace(self, size=self.size // number)


def _in_bytes(text: str) -> int:
    return len(text.encode())


COMMENT = Limits(60_000, len, "characters", quote=300, words=700)
"""A comment on a pull request."""
SUMMARY = Limits(1024 * 1024 - 64, _in_bytes, "bytes")
"""The summary of a job."""


class MarkdownFit:
    """Fits one document; ``render`` writes blocks, ``around`` is what stands at its beginning and its end."""

    def __init__(self, document: doc.ReviewDocument, limits: Limits, render: Renderer, around: str) -> None:
        self.document, self.limits, self.render = document, limits, render
        self.room = limits.size - limits.measure(around) - 8
        self.words_around = open_words(around)

    def text(self) -> str:
        """Return lead and sections, with what is said of the rest."""
        quotes = (self.limits.quote, *_QUOTES)
        if self.limits.words is not None and self.document.postings == 1:
            fitted = self._one(self.limits.words - self.words_around)
            if fitted is not None:
                return fitted
        whole = self._whole()
        if whole is not None:
            return whole
        if self.document.postings <= MANY:
            for quote in quotes:
                fitted = self._few(quote)
                if fitted is not None:
                    return fitted
        return self._many()

    def _written(self, blocks: Sequence[doc.Block], quote: int | None) -> str:
        return self.render(blocks if quote is None else tuple(abridge(block, quote) for block in blocks))

    def _one(self, words: int) -> str | None:
        """Return a document on one posting, folded until few enough words stand outside; ``None`` if it's too large."""
        section = next(section for section in self.document.sections if section.postings)
        groups = 0 if section.is_new else max(groups_of(section.blocks) - 1, 0)
        tries = [*product((self.limits.quote,), (None,), range(groups + 1))]
        tries += [(quote, most, groups) for quote, most in product((self.limits.quote, *_QUOTES), _LISTS[3:])]
        parts: list[str] = []
        for quote, most, folds in tries:
            parts = [self._written(blocks, quote) for blocks in self._folded(most, folds)]
            if open_words("\n\n".join(parts)) <= words or section.is_new:
                break
        technical = [self._written(section.technical, quote) for section in self.document.sections]
        whole = "\n\n".join(
            filter(None, [parts[0], *(it for pair in zip(parts[1:], technical, strict=True) for it in pair)])
        )
        if self.limits.measure(whole) <= self.room:
            return whole
        text = "\n\n".join([*filter(None, parts), self._note(0, 0, 1)])
        return text if self.limits.measure(text) <= self.room else None

    def _folded(self, most: int | None, folds: int) -> Iterator[Sequence[doc.Block]]:
        """Yield the lead, then each section, with the last groups folded, and what is longer than ``most``."""
        yield self.document.lead if most is None else tuple(with_short_lists(self.document.lead, most, folded=True))
        for section in self.document.sections:
            if section.postings:
                blocks = with_folded_groups(section.blocks, folds)
                yield blocks if most is None else tuple(with_short_lists(blocks, max(most, _ROWS // 2), folded=True))
            elif most is None:
                yield section.blocks
            else:
                title = "".join(span.text for span in section.name)
                yield (doc.Details(title, section.blocks),) if section.blocks else ()

    def _whole(self) -> str | None:
        """Return all of the document, but for the rest of long texts; ``None`` where it doesn't fit."""
        texts = [self._written(self.document.lead, self.limits.quote)]
        room = self.room - self.limits.measure(texts[0])
        for section in self.document.sections:
            texts.append(self._written((*section.blocks, *section.technical), self.limits.quote))
            room -= self.limits.measure(texts[-1]) + 2
            if room < 0:
                return None
        return "\n\n".join(texts)

    def _few(self, quote: int | None) -> str | None:
        """Return every section, each as fully as there is room; ``None`` where the least of all doesn't fit."""
        size, sections = self.limits.measure, self.document.sections
        lead = self._written(self.document.lead, quote)
        texts = [self._written(_least(section), quote) for section in sections]
        room = self.room - size(lead) - sum(size(text) + 2 for text in texts) - _NOTE
        if room < 0:
            return None
        level = [0] * len(sections)
        stages = (
            [self._written(without_folds(section.blocks), quote) for section in sections],
            [self._written(section.blocks, quote) for section in sections],
            [self._written((*section.blocks, *section.technical), quote) for section in sections],
        )
        for number, stage in enumerate(stages, 1):
            for at, text in enumerate(stage):
                more = size(text) - size(texts[at])
                if more <= room:
                    texts[at], level[at], room = text, number, room - more
        numbers = [
            sum(section.postings for section, reached in zip(sections, level, strict=True) if reached == stage)
            for stage in range(len(stages))
        ]
        return "\n\n".join((lead, *texts, self._note(*numbers)))

    def _many(self) -> str:
        """Return the gravest sections, then the names of others, then how many more of each kind there are."""
        size, sections = self.limits.measure, self.document.sections
        lead = self._lead()
        room = self.room - size(lead) - _NOTE
        names = [self._written((BulletList((section.name,)),), _NAME) for section in sections]
        for_names = min(sum(size(name) + 1 for name in names), int(room * _NAMES))
        texts: list[str] = []
        for at, section in enumerate(sections):
            left = room - for_names
            text = next((it for it in self._shorter(section) if size(it) + 2 <= left), None)
            if text is None:
                break
            texts.append(text)
            room -= size(text) + 2
            for_names = min(for_names, sum(size(name) + 1 for name in names[at + 1 :]))
        in_full = len(texts)
        listed: list[str] = []
        for name in names[in_full:]:
            if size(name) + 1 > room:
                break
            listed.append(name)
            room -= size(name) + 1
        rest = sections[in_full + len(listed) :]
        parts = [lead, *texts, "\n".join(listed), self._rest(in_full, len(listed), rest)]
        return "\n\n".join(filter(None, parts))

    def _lead(self) -> str:
        """Return the lead, with lists as long as there is room for; totals stand in its title."""
        text = self._written(self.document.lead, _QUOTES[0])
        for most in _LISTS:
            if self.limits.measure(text) <= self.room * _LEAD:
                break
            text = self._written(tuple(with_short_lists(self.document.lead, most, folded=False)), _QUOTES[0])
        return text

    def _shorter(self, section: doc.Section) -> Iterator[str]:
        if self.limits.quote is None:
            yield self._written(section.blocks, None)
        yield self._written(without_folds(section.blocks), _QUOTES[0])
        yield self._written(_least(section), _QUOTES[1])

    def _note(self, brief: int, unfolded: int, short: int) -> str:
        """Return what is left out where everything grave is there; numbers of postings."""
        parts = [f"{_postings(brief)} shown by who is rejected and what candidates are told alone"] if brief else []
        parts += [f"{_postings(unfolded)} shown without what is folded elsewhere"] if unfolded else []
        parts += [f"{_postings(short)} shown without the part for engineers"] if short else []
        return self._remark("; ".join(parts)) if parts else ""

    def _rest(self, in_full: int, listed: int, rest: Sequence[doc.Section]) -> str:
        """Return what is left out where not everything grave is there."""
        sections = self.document.sections
        by_name = sum(section.postings for section in sections[in_full : in_full + listed])
        kinds: Counter[str] = Counter()
        for section in rest:
            kinds[section.kind] += section.postings
        parts = [f"{_postings(by_name)} shown by name alone"] if by_name else []
        missing = sum(kinds.values())
        if missing:
            by_kind = ", ".join(f"{number} × {kind}" for kind, number in kinds.most_common() if number)
            parts.append(f"{_postings(missing)} not shown ({by_kind})")
        parts += [f"{_postings(sum(section.postings for section in sections[:in_full]))} shown without what is folded"]
        return self._remark("; ".join(parts))

    def _remark(self, parts: str) -> str:
        why = f"because there is room for {self.limits.size:,} {self.limits.unit}"
        text: Inline = (own(f"This is not all of it: {parts}, {why}. All of it is on the page: "),)
        return self.render(
            (Callout(CalloutKind.WARNING, ((*text, code("heymilo-ops plan --format html"), own(".")),)),)
        )


def _least(section: doc.Section) -> Sequence[doc.Block]:
    return section.brief or (BulletList((section.name,)),)


def _postings(number: int) -> str:
    return f"{counted(number, 'posting')} {'is' if number == 1 else 'are'}"


_FOLDED = re.compile(r"<details>(?:(?!<details>).)*?</details>", re.DOTALL)
_MARKUP = re.compile(r"<!--.*?-->|</?[a-z]+>", re.DOTALL)


def open_words(text: str) -> int:
    """Return how many words stand outside of folded blocks."""
    before = None
    while before != text:
        before, text = text, _FOLDED.sub(" ", text)
    return sum(any(char.isalnum() for char in word) for word in _MARKUP.sub("", text).split())
