"""Anchors that give a number instead of what is heard."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from heymilo_ops.lint.rule import Hit, Subject, warning
from heymilo_ops.text.memory import MOST_TEXTS

_SIGNS = ("/", "average", "mark", "midpoint", "out of", "point", "rated", "rating", "score")
_SCALE = re.compile(
    r"(?<![\w/.])(?:\d{1,2}|one|two|three|four|five|ten) ?(?:/|out of) ?(?:5|10|100|five|ten)\b(?![/%:])"
    r"(?=\s*(?:$|[.,;:)–—-]|\b(?:answers?|candidates?|marks?|points?|ratings?|responses?|scores?|stars?)\b))"
    r"|\b(?:above|below|better than|worse than)[- ]average (?:answers?|candidates?|performances?|responses?|skills?)\b"
    r"|^\W*(?:an? )?(?:average|mid-?point)\b(?! (?:basket|cost|number|order|price|rate|response time|time|value)s?\b)"
    r"|\b(?:a |the )?midpoint of the scale\b"
    r"|\b(?:gets?|give|earns?|deserves?|is worth|scores?|rated?) (?:an? |the |at least )?"
    r"(?:score |mark |rating )?(?:of )?(?:[0-9]|10)(?: (?:points?|marks?))?(?=\s*(?:$|[.,;:)]))",
    re.IGNORECASE,
)


@warning("RB112", english=True)
def anchor_on_a_scale(subject: Subject) -> Iterator[Hit]:
    """An anchor has no number of a scale in it.

    HeyMilo's own pages say 1 to 5 in one place and up to 10 in another, so "4 out of 5" or "average answer" means
    something else to whoever reads it.

    PASS:
        modality: resume_scoring
        text: Customer-facing experience
        evaluation_criteria: Look for channels used, volumes handled and problems resolved.
        score_of_1: No customer contact described.
        score_of_5: Names two channels and what 9 out of 10 customers asked for.
    FAIL:
        modality: resume_scoring
        text: Customer-facing experience
        evaluation_criteria: Look for channels used, volumes handled and problems resolved.
        score_of_1: No customer contact described.
        score_of_5: Names two channels and volumes for a score of 5.
    """
    if not any(sign in subject.lowered for sign in _SIGNS):
        return
    for pointer, question in subject.scorable:
        for name, anchor in (("score_of_1", question.score_of_1), ("score_of_5", question.score_of_5)):
            phrase = _scale(anchor) if anchor else ""
            if phrase:
                yield Hit(
                    f"{pointer}/{name}",
                    f'{name} speaks of a scale: "{phrase}"',
                    "describe what the candidate says or does instead of a number",
                )


@lru_cache(maxsize=MOST_TEXTS)
def _scale(anchor: str) -> str:
    """What an anchor says of a scale, empty where it says nothing of one or nothing else."""
    lowered = anchor.lower()
    match = _SCALE.search(anchor) if any(sign in lowered for sign in _SIGNS) else None
    return match.group().strip() if match and match.group() != anchor else ""
