"""Where a text touches a topic that the interview should leave alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from heymilo_ops.lint.topics.language import MASKED, Language
from heymilo_ops.lint.topics.languages import LANGUAGES
from heymilo_ops.lint.topics.topic import Scope, Topic
from heymilo_ops.lint.topics.word_needs import Expression
from heymilo_ops.text.memory import MOST_TEXTS
from heymilo_ops.text.sentences import sentences
from heymilo_ops.text.words import words_in

_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "`": "'", "\u00a0": " ", "_": " "})
_QUESTION = re.compile(r"[?？]\W*$")
_IN_PARENTHESES = re.compile(r"\([^()]*\)")

_NAMES: Mapping[Scope, tuple[str, ...]] = {
    Scope.ASKED: ("sure", "profile", "label", "named", "asked"),
    Scope.INSTRUCTION: ("sure", "profile", "label", "named", "instruction", "scored", "asked"),
    Scope.RUBRIC: ("sure", "profile", "named", "scored", "asked"),
    Scope.KNOCKOUT: ("sure", "profile", "label", "required", "named", "scored", "asked"),
    Scope.STATED: ("profile", "asked"),
}
"""The fields of ``Words`` that may count for a text, the one that takes a question last; see ``_tried``."""

Masked = dict[tuple[Expression, str], tuple[str, list[str]]]
"""By mask and clause: the clause with ``MASKED`` in it, and what it stands for."""


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
    return _matches(text, language, scope) if language in LANGUAGES else ()


@lru_cache(maxsize=MOST_TEXTS)
def _matches(text: str, code: str, scope: Scope) -> tuple[TopicMatch, ...]:
    language = LANGUAGES[code]
    if not _topics_in(text, language, scope):
        return ()
    matches: dict[Topic, TopicMatch] = {}
    parts = sentences(text.translate(_APOSTROPHES))
    for sentence in map(str.lower, parts):
        if not _topics_in(sentence, language, scope):
            continue
        clauses = _clauses(sentence, language)
        for clause in clauses:
            topics = _topics_in(clause, language, scope) - matches.keys()
            if topics:
                is_whole = len(parts) == 1 and (len(clauses) == 1 or (clause is clauses[0] and _is_label(text, scope)))
                names = _tried(scope, clause, language, is_whole=is_whole)
                matches |= {match.topic: match for match in _in_clause(clause, topics, language, names)}
    return tuple(matches[topic] for topic in sorted(matches))


def _topics_in(text: str, language: Language, scope: Scope) -> frozenset[Topic]:
    """Return the topics of which some pattern can match in a text of this scope, by the words that it has."""
    needs = language.word_needs
    groups = needs.groups_in(words_in(text))
    topics = needs.topics_in(groups)
    if not topics:
        return topics
    names = _NAMES[scope]
    if "label" in names and "(" in text:
        return topics  # a label is read without what stands in parentheses, which may join two words to one
    if not ("?" in text or "？" in text or scope in (Scope.ASKED, Scope.KNOCKOUT)):
        names = names[:-1]
    return frozenset(topic for topic in topics if language.can_match(topic, names, groups))


def _is_label(text: str, scope: Scope) -> bool:
    """Return whether a text of several clauses may be the label of a field with its options behind a colon."""
    return scope is Scope.ASKED and not _QUESTION.search(text) and not any(map(str.isdigit, text))


def _clauses(sentence: str, language: Language) -> list[str]:
    """Return the clauses that no frame clears; each that belongs to a question ends with its question mark."""
    sentence = " ".join(sentence.split())
    mark = "?" if _QUESTION.search(sentence) else ""
    parts = [part.strip() for part in language.clause_end.split(sentence)]
    return [f"{part.rstrip('?!. ')}{mark}" for part in parts if part and not language.frame.search(part)]


def _in_clause(clause: str, topics: Iterable[Topic], language: Language, names: Sequence[str]) -> Iterator[TopicMatch]:
    plain = language.no_topic.sub(" # ", clause)
    groups = language.word_needs.groups_in(words_in(plain))
    for topic in topics:
        harmless = language.expression(topic, "harmless")
        words = harmless.compiled.sub(" # ", plain) if harmless and harmless.can_match(groups) else plain
        masked: Masked = {}
        phrase = next(filter(None, (_phrase(words, topic, language, name, masked) for name in names)), "")
        if phrase:
            yield TopicMatch(topic, phrase.strip(" ?.,:;!"), clause)


def _tried(scope: Scope, clause: str, language: Language, *, is_whole: bool) -> list[str]:
    """Return the fields of ``Words`` that count for a clause, the surest first."""
    names = ["profile"] if scope is Scope.STATED else ["sure", "profile"]
    if is_whole and scope in (Scope.ASKED, Scope.KNOCKOUT, Scope.INSTRUCTION):
        names.append("label")
    if scope is Scope.KNOCKOUT:
        names.append("required")
    if language.other.search(clause):
        return names
    if scope is not Scope.STATED:
        names.append("named")
    if clause.endswith("?") or scope in (Scope.ASKED, Scope.KNOCKOUT):
        names.append("asked")
    if scope is Scope.INSTRUCTION:
        names.append("instruction")
    if scope in (Scope.RUBRIC, Scope.KNOCKOUT, Scope.INSTRUCTION):
        names.append("scored")
    return names


def _phrase(words: str, topic: Topic, language: Language, name: str, known: Masked) -> str:
    """Return what a field of ``Words`` matches: its own pattern, or a sentence of the language about the topic.

    ``known`` remembers what masks make of the clause, for the other fields of the same topic.
    """
    if name == "label":
        words = _IN_PARENTHESES.sub("", words)
    groups = language.word_needs.groups_in(words_in(words))
    pattern, forms = language.tried(topic, name)
    match = pattern.compiled.search(words) if pattern and pattern.can_match(groups) else None
    if match:
        return match.group()
    for mask, form in forms:
        if not (mask.can_match(groups) and form.can_match(groups)):
            continue
        if (mask, words) not in known:
            known[mask, words] = _mask(words, mask.compiled)
        masked, taken = known[mask, words]
        match = form.compiled.search(masked) if taken else None
        if match:
            before = masked[: match.start()].count(MASKED)
            rest = iter(taken[before:])
            return "".join(next(rest) if letter == MASKED else letter for letter in match.group())
    return ""


def _mask(words: str, mask: re.Pattern[str]) -> tuple[str, list[str]]:
    """Return a clause with ``MASKED`` for everything that a mask matches, and what that was, in order."""
    taken: list[str] = []

    def take(match: re.Match[str]) -> str:
        taken.append(match.group())
        return MASKED

    return mask.sub(take, words), taken
