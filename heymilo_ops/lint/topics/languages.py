"""Every language that texts can be read in, one line each, alphabetical by code."""

from __future__ import annotations

from collections.abc import Mapping

from heymilo_ops.lint.topics.english import ENGLISH
from heymilo_ops.lint.topics.language import Language

LANGUAGES: Mapping[str, Language] = {
    "en": ENGLISH,
}
