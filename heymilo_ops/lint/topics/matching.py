"""Where a text touches a topic that the interview should leave alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from heymilo_ops.lint.topics.language import Compiled, Language
from heymilo_ops.lint.topics.languages import LANGUAGES
from heymilo_ops.lint.topics.topic import Scope, Topic
from heymilo_ops.text.sentences import sentences

_WORD = re.compile(r"[^\W\d_]+")
_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "`": "'", "\u00a0": " ", "_": " "})
_QUESTION = re.compile(r"[?？]\W*$")
_MOST_TEXTS = 4096
"""Texts that are remembered: postings share many of theirs."""


@dataclass(frozen=True, slots=True)
class TopicMatch:
    """One topic that a text touches.

    Attributes:
        phrase: the words that gave it away, in small letters, white space collapsed.
        clause: the clause they stand in.
    """

    topic: Topic
    phrase: str
    clause: str


def topic_matches(text: str, language: str, scope: Scope) -> tuple[TopicMatch, ...]:
    """Return the first match of each topic in a text, in the order of topics.

    ``language`` is a code that ``LANGUAGES`` has; of one that it has not, nothing can be found.
    """
    spoken = LANGUAGES.get(language)
    return _matches(text, spoken.code, scope) if spoken and topics_hinted(text.lower(), spoken) else ()


def topics_hinted(lowered: str, language: Language) -> frozenset[Topic]:
    """Return the topics of which some sign stands in a text: the others can't match. ``lowered`` may be many texts."""
    whole, begins, lengths = language.signs
    found: set[Topic] = set()
    for word in set(_WORD.findall(lowered)):
        if word in whole:
            found |= whole[word]
        for length in lengths:
            if word[:length] in begins and len(word) >= length:
                found |= begins[word[:length]]
    return frozenset(found)


@lru_cache(maxsize=_MOST_TEXTS)
def _matches(text: str, code: str, scope: Scope) -> tuple[TopicMatch, ...]:
    language = LANGUAGES[code]
    found: dict[Topic, TopicMatch] = {}
    for sentence in sentences(text.translate(_APOSTROPHES)):
        sentence = sentence.lower()
        hinted = topics_hinted(sentence, language)
        if hinted:
            for clause in _clauses(sentence, language):
                for match in _in_clause(clause, hinted - found.keys(), language, scope):
                    found[match.topic] = match
    return tuple(found[topic] for topic in sorted(found))


def _clauses(sentence: str, language: Language) -> list[str]:
    """Return the clauses that no frame clears; each that belongs to a question ends with its question mark."""
    sentence = " ".join(sentence.split())
    mark = "?" if _QUESTION.search(sentence) else ""
    parts = [part.strip() for part in language.clause_end.split(sentence)]
    return [f"{part.rstrip('?!. ')}{mark}" for part in parts if part and not language.frame.search(part)]


def _in_clause(clause: str, topics: Iterable[Topic], language: Language, scope: Scope) -> Iterator[TopicMatch]:
    plain = language.no_topic.sub(" # ", clause)
    about_others = language.other.search(plain) is not None
    for topic in topics:
        compiled = language.compiled(topic)
        words = compiled.harmless.sub(" # ", plain) if compiled.harmless else plain
        for pattern in _tried(compiled, scope, words.endswith("?"), about_others):
            match = pattern.search(words) if pattern else None
            if match:
                yield TopicMatch(topic, match.group().strip(" ?.,:;!"), clause)
                break


def _tried(compiled: Compiled, scope: Scope, is_question: bool, about_others: bool) -> Iterator[re.Pattern[str] | None]:
    """Yield the patterns that count in a scope, the surest first."""
    if scope is not Scope.STATED:
        yield compiled.sure
    yield compiled.wanted
    if scope in (Scope.ASKED, Scope.KNOCKOUT, Scope.INSTRUCTION):
        yield compiled.label
    if scope is Scope.KNOCKOUT:
        yield compiled.required
    if about_others:
        return
    if is_question or scope in (Scope.ASKED, Scope.KNOCKOUT):
        yield compiled.asked
    if scope is Scope.INSTRUCTION:
        yield compiled.told
    if scope in (Scope.RUBRIC, Scope.KNOCKOUT, Scope.INSTRUCTION):
        yield compiled.scored
