"""What to ask instead, by language and topic."""

from __future__ import annotations

from collections.abc import Mapping

from heymilo_ops.lint.topics import (
    dutch_wordings,
    english_wordings,
    french_wordings,
    german_wordings,
    spanish_wordings,
)
from heymilo_ops.lint.topics.topic import Topic

WORDINGS: Mapping[str, Mapping[Topic, str]] = {
    "de": german_wordings.WORDINGS,
    "en": english_wordings.WORDINGS,
    "es": spanish_wordings.WORDINGS,
    "fr": french_wordings.WORDINGS,
    "nl": dutch_wordings.WORDINGS,
}


def proposed_wording(topic: Topic, language: str) -> str:
    """Return a wording to use instead, in a language by its code, or else in English."""
    return WORDINGS.get(language, WORDINGS["en"])[topic]
