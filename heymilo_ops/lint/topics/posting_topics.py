"""A posting read for topics: what its texts touch, and what could not be read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from heymilo_ops.lint.topics.languages import LANGUAGES
from heymilo_ops.lint.topics.posting_text import PostingText, posting_texts
from heymilo_ops.lint.topics.topic import Topic
from heymilo_ops.lint.topics.topic_match import TopicMatch, topic_matches
from heymilo_ops.model.posting import Manifest
from heymilo_ops.text.language import language_code, language_words, other_language, other_languages

_FEWEST = 2
"""Frequent words of another language that a text has at least, where the posting has more of them."""


@dataclass(frozen=True, slots=True)
class Touch:
    """One topic that one text touches.

    Attributes:
        language: the code of the language in which the text was read.
    """

    text: PostingText
    match: TopicMatch
    language: str


class PostingTopics:
    """What there is in a posting, worked out when it is asked for. ``values`` are all strings that are sent of it."""

    def __init__(self, manifest: Manifest, values: Iterable[str]) -> None:
        self._manifest = manifest
        self._declared = language_code(manifest.language)
        self._values = values

    @cached_property
    def texts(self) -> tuple[PostingText, ...]:
        """Every text."""
        return tuple(posting_texts(self._manifest))

    @cached_property
    def _spoken(self) -> tuple[str, ...]:
        """The languages that texts may be in: the posting's own first, others of which there are signs."""
        words = frozenset[str]().union(*map(language_words, set(self._values)))
        return (self._declared, *other_languages(words, self._declared))

    def _language_of(self, text: str) -> str:
        """Return the language that a text of a posting in several is in, by its frequent words; else the posting's."""
        return other_language(text, self._declared, self._spoken[1:], _FEWEST) or self._declared

    @cached_property
    def unread(self) -> tuple[PostingText, ...]:
        """The texts that are in no language that has patterns."""
        if len(self._spoken) == 1:
            return () if self._declared in LANGUAGES else self.texts
        return tuple(text for text in self.texts if self._language_of(text.text) not in LANGUAGES)

    @cached_property
    def touches(self) -> Mapping[Topic, tuple[Touch, ...]]:
        """What the texts touch, by topic, in the order of the manifest."""
        matches: dict[Topic, list[Touch]] = {}
        is_mixed = len(self._spoken) > 1
        for text in self.texts:
            language = self._language_of(text.text) if is_mixed else self._declared
            for match in topic_matches(text.text, language, text.scope):
                matches.setdefault(match.topic, []).append(Touch(text, match, language))
        return {topic: tuple(touches) for topic, touches in matches.items()}

    @property
    def uncovered(self) -> frozenset[Topic]:
        """The topics that the languages of this posting have no patterns for."""
        read = [LANGUAGES[code] for code in self._spoken if code in LANGUAGES]
        return frozenset(topic for topic in Topic if any(topic not in language.topics for language in read))
