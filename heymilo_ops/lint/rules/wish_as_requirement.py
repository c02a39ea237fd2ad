"""Wishes among the requirements of a résumé."""

from __future__ import annotations

import re
from collections.abc import Iterator

from heymilo_ops.lint.rule import Hit, Subject, warning

_SIGNS = ("nice", "ideal", "prefer", "desirable", "plus", "bonus", "advantage", "asset", "optional")
_END = r"(?=\s*(?:$|[.;:!)\]]|,? (?:and|but|or|though)\b))"
_FROM = r"(?:^|[.;])(?![^.;]*\b(?:how|when|where|whether|which|why)\b)[^.;]*?\b"
"""The start of what is said of the requirement; when and why something is preferred is what somebody knows."""
_WISHES = (
    r"^(?:bonus|nice[ -]to[ -]haves?|optional|plus|preferred(?: \w+)?)\s*(?::|[-–—]\s)",
    r"^(?:nice[ -]to[ -]have|optional)\s",
    r"\b(?:is|are|would be|but|only) (?:a )?nice[ -]to[ -]have\b(?!-)",
    r"[(\[,–—-] ?(?:a (?:bonus|plus)|bonus|desirable|nice[ -]to[ -]have|optional|preferred)[)\].]?$",
    r"\bideally\b(?! (?:located|placed|situated|suited))",
    r"\bpreferably\b",
    rf"(?<!\ba )(?<!\bthe )(?<!\bis )(?<!\bare )\bpreferred{_END}",
    rf"{_FROM}(?:is|are) (?:highly |strongly )?(?:desirable|preferred){_END}",
    rf"{_FROM}(?:is|are|would be) (?:a|an) (?:big |definite |great |huge |real |strong )?(?:advantage|asset|bonus|plus)"
    r"(?=\s*(?:$|[.,;:!)]))",
    r"(?:^|[.;:,(–—] ?)bonus points?\b",
)
_AROUND = " ,;:.()[]–—-"
_WISH = re.compile("|".join(f"(?:{wish})" for wish in _WISHES))
"""Words of a wish where they are said of the requirement, not in the name of a thing: a preferred supplier list."""


@warning("KO130", english=True)
def wish_as_requirement(subject: Subject) -> Iterator[Hit]:
    """A requirement is a must and not a wish.

    What misses a requirement may be rejected without a person looking. "Ideally" belongs among the scored
    criteria.

    PASS:
        type: resume
        config: {knockout_enabled: true, mandatory: true}
        questions:
          - {modality: resume_eligibility, text: Has used Zendesk.}
    FAIL:
        type: resume
        config: {knockout_enabled: true, mandatory: true}
        questions:
          - {modality: resume_eligibility, text: Ideally has used Zendesk.}
    """
    for pointer, question in subject.eligibility:
        text = question.text.strip().lower()
        match = any(sign in text for sign in _SIGNS) and _WISH.search(text)
        if match:
            yield Hit(
                f"{pointer}/text",
                f'the requirement reads like a wish: "{match.group().strip(_AROUND)}"',
                "make it a resume_scoring question, or say it as a must",
            )
