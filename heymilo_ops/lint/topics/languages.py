"""Every language that texts can be read in, one line each, alphabetical by code."""

from __future__ import annotations

from collections.abc import Mapping

from heymilo_ops.lint.topics.dutch import DUTCH
from heymilo_ops.lint.topics.english import ENGLISH
from heymilo_ops.lint.topics.french import FRENCH
from heymilo_ops.lint.topics.german import GERMAN
from heymilo_ops.lint.topics.language import Language
from heymilo_ops.lint.topics.spanish import SPANISH

LANGUAGES: Mapping[str, Language] = {
    "de": GERMAN,
    "en": ENGLISH,
    "es": SPANISH,
    "fr": FRENCH,
    "nl": DUTCH,
}
