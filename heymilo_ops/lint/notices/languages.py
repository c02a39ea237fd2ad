"""Every language that notices can be read in, one line each, alphabetical by code."""

from __future__ import annotations

from collections.abc import Mapping

from heymilo_ops.lint.notices.dutch import DUTCH
from heymilo_ops.lint.notices.english import ENGLISH
from heymilo_ops.lint.notices.french import FRENCH
from heymilo_ops.lint.notices.german import GERMAN
from heymilo_ops.lint.notices.notice import NoticeWords
from heymilo_ops.lint.notices.spanish import SPANISH

LANGUAGES: Mapping[str, NoticeWords] = {
    "de": GERMAN,
    "en": ENGLISH,
    "es": SPANISH,
    "fr": FRENCH,
    "nl": DUTCH,
}
