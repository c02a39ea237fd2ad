"""Texts that no rule on fairness can read."""

from __future__ import annotations

from collections.abc import Iterator

from heymilo_ops.lint.rule import Hit, Subject, info
from heymilo_ops.lint.topics.languages import LANGUAGES


@info("FR210")
def language_not_read(subject: Subject) -> Iterator[Hit]:
    """What no rule can read is not checked, and said so once.

    Rules on protected topics (FR110 to FR142) and on notices and promises (FR101 to FR109) look for words, in
    languages that have a vocabulary. Texts in another language are not looked at. Have a person read them who knows
    the language and the law of the place.

    PASS:
        language: en
    FAIL:
        language: pl
    """
    unread = subject.topics.unread
    if unread:
        known = ", ".join(sorted(language.name for language in LANGUAGES.values()))
        yield Hit(
            "/language",
            f"not checked: {len(unread)} of {len(subject.topics.texts)} texts, in a language that rules can't read "
            f"({subject.manifest.language}): protected topics (FR110 to FR142), notices and promises (FR101 to FR109)",
            f"have them read by a person who knows the language and the law; rules read {known}",
        )
