"""Wishes among the requirements of a résumé."""

from __future__ import annotations

import re
from collections.abc import Iterator

from heymilo_ops.lint.rule import Hit, Subject, warning

_SIGNS = ("nice", "ideal", "prefer", "desirable", "plus", "bonus", "advantage", "optional")
_WISH = re.compile(
    r"\b(nice[ -]to[ -]haves?|ideally|preferably|preferred|desirable|(is|are|would be) an? (plus|bonus|advantage)"
    r"|bonus points?)\b|^(bonus|plus|optional)\b"
)


@warning("KO130")
def wish_as_requirement(subject: Subject) -> Iterator[Hit]:
    """A requirement is a must and not a wish.

    What misses a requirement may be rejected without a person looking. "Ideally" belongs among the scored
    criteria.

    PASS:
        type: resume
        config: {knockout_enabled: true, mandatory: true}
        questions:
          - {modality: resume_eligibility, text: Has at least one year in customer support.}
    FAIL:
        type: resume
        config: {knockout_enabled: true, mandatory: true}
        questions:
          - {modality: resume_eligibility, text: Ideally has used Zendesk.}
    """
    for pointer, question in subject.eligibility:
        text = question.text.lower()
        found = any(sign in text for sign in _SIGNS) and _WISH.search(text)
        if found:
            yield Hit(
                f"{pointer}/text",
                f'the requirement reads like a wish: "{found.group()}"',
                "make it a resume_scoring question, or say it as a must",
            )
