"""Prose into paragraphs and sentences, without regard to where its lines were broken."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from heymilo_ops.text.memory import MOST_TEXTS

_LIST_LINE = re.compile(r"[-*•–]\s|\d{1,3}[.)]\s")
_END = re.compile(
    r"""(?<![.!?…؟\u037e])(?P<mark>[.!?…؟\u037e]++|(?<=[\u0370-\u03ff\u1f00-\u1fff]);)"""
    r"""(?P<close>["'”’»)\]]*+)(?P<gap>\s++)(?=\S)"""
    r"""|[。！？]++[”’」』）]*+"""
)
_ASKS_OR_CALLS = ("?", "!", "?!", "!?", "؟", "\u037e", ";")
_ASKED = re.compile(
    r"""(?:[?？؟\u037e﹖⁇⁈⁉]|(?<=[\u0370-\u03ff\u1f00-\u1fff]);|(?:でしょうか|ですか|ますか|ましたか|ませんか)。?)"""
    r"""["'”’»)\]」』）]*$"""
)
"""How a question ends: with a mark of some script, which in Greek looks like a semicolon, or in Japanese with か."""
_QUOTED = re.compile(
    r""""[^"]*"|“[^“”]*”|„[^„“”]*[“”]|«[^«»]*»|»[^«»]*«|「[^「」]*」|『[^『』]*』|‘(?>(?:[^‘’]|(?<=\w)’(?=\w))*)’"""
    r"""|(?<!\w)'(?>(?:[^'\n]|(?<=\w)'(?=\w))+)'(?!\w)"""
)
_LAST_WORD = re.compile(r"[\w.]+$")
_OPENING = "\"'“‘«([¿¡"
_NEVER_LAST = (
    "approx cf dept dr e.g eg esp est fig hon i.e ie incl messrs mr mrs ms nos p pp prof resp rev st vs viz "
    "bzw ca d.h ggf p.ej sra z.b"
)
_ABBREVIATIONS = frozenset(_NEVER_LAST.split())
"""Words with a full stop that another word always follows. ``etc.`` and ``Inc.`` may end a sentence, so they do."""
_LONGEST = 32
"""Characters before a full stop that are looked at; a longer word is no abbreviation, and no number of a list."""


def paragraphs(text: str) -> list[str]:
    """Return the paragraphs, each on one line. A blank line ends one; so does a line that begins a list item."""
    blocks: list[list[str]] = []
    open_ = False
    for line in text.splitlines():
        words = line.strip()
        if not words:
            open_ = False
        elif open_ and not _LIST_LINE.match(words):
            blocks[-1].append(words)
        else:
            blocks.append([words])
            open_ = True
    return [" ".join(lines) for lines in blocks]


def sentences(text: str) -> list[str]:
    """Return the sentences in order, line breaks unwrapped.

    Abbreviations, initials, decimals and a quoted question inside a sentence don't end one. Joined
    without white space, the sentences are the text without white space.
    """
    return list(_sentences(text))


@lru_cache(maxsize=MOST_TEXTS)
def _sentences(text: str) -> tuple[str, ...]:
    """Several rules read the same texts, hence the memory."""
    return tuple(sentence for paragraph in paragraphs(text) for sentence in _split(paragraph))


def asked(text: str) -> list[str]:
    """Return the sentences that ask the reader something, in any script; what is quoted isn't asked."""
    whole = text.strip()
    if _QUOTED.fullmatch(whole):
        whole = whole[1:-1]
    return [sentence for sentence in sentences(_QUOTED.sub("“x”", whole)) if _ASKED.search(sentence)]


def _split(paragraph: str) -> Iterator[str]:
    start = 0
    for match in _END.finditer(paragraph):
        if match["mark"] is None or _ends(paragraph, match):
            yield paragraph[start : match.end()].strip()
            start = match.end()
    rest = paragraph[start:].strip()
    if rest:
        yield rest


def _ends(paragraph: str, match: re.Match[str]) -> bool:
    """Whether the mark ends a sentence, by what stands before and after it."""
    at = match.end()
    while paragraph[at] in _OPENING and at + 1 < len(paragraph):
        at += 1
    goes_on = paragraph[at].islower()
    if match["mark"] in _ASKS_OR_CALLS:
        return not (match["close"] and goes_on)
    if goes_on:
        return False
    if match["mark"] != "." or match["close"]:
        return True
    return not _is_abbreviation(paragraph, match.start())


def _is_abbreviation(paragraph: str, stop: int) -> bool:
    """Whether a full stop belongs to the word before it. Called where a capital or digit follows."""
    start = max(stop - _LONGEST, 0)
    match = _LAST_WORD.search(paragraph[start:stop])
    if match is None or (start and not match.start()):
        return False
    word = match.group()
    if start + match.start() == 0 and word.isdecimal():
        return True
    initial = len(word) == 1 and word.isupper() and word != "I"
    return initial or word.lower() in _ABBREVIATIONS
