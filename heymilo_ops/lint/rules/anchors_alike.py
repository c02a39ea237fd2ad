"""Two anchors that tell the scorer nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from heymilo_ops.lint.rule import Hit, Subject, error
from heymilo_ops.text.memory import MOST_TEXTS
from heymilo_ops.text.similarity import content, same_content

_MARK_WORDS = (
    "bad excellent good great outstanding poor really strong superb terrible truly very weak "
    "ausgezeichnet ausgezeichnete gut gute guten guter gutes hervorragend hervorragende schlecht schlechte schlechten "
    "schlechter schlechtes schwach schwache sehr stark starke "
    "bien buen buena bueno excelente mal mala malo muy pésima pésimo "
    "bon bonne excellente mauvais mauvaise très "
    "bene buon buona buono ottima ottimo pessima pessimo bem boa bom mau má ruim "
    "erg goed goede heel slecht slechte uitstekend uitstekende zeer"
)
_WORD = re.compile(r"\w+")
_MARKS = frozenset(_MARK_WORDS.split())
"""Words that only say how good something is; good and bad steps are the same steps to who has to tell them apart."""


@error("RB110")
def anchors_alike(subject: Subject) -> Iterator[Hit]:
    """The weakest and the strongest answer are described differently.

    The scorer fills in what lies between the two anchors. Where both say the same, or call the same thing weak
    and strong, there is nothing between.

    PASS:
        modality: voice
        text: Walk me through the last production incident you worked on.
        question_type: scored
        evaluation_criteria: Look for a timeline, the signal that located the fault, and a lasting fix.
        score_of_1: Names no cause of the fault.
        score_of_5: Names the cause of the fault and the evidence for it.
    FAIL:
        modality: voice
        text: Walk me through the last production incident you worked on.
        question_type: scored
        evaluation_criteria: Look for a timeline, the signal that located the fault, and a lasting fix.
        score_of_1: Describes the fault and how it was found.
        score_of_5: Described the fault, and how it was found
    """
    for pointer, question in subject.scorable:
        low, high = question.score_of_1, question.score_of_5
        if low is None or high is None:
            continue
        if same_content(low, high):
            message = "score_of_1 and score_of_5 say the same, so every answer fits both"
        elif _same_but_for_marks(low, high):
            message = "score_of_1 and score_of_5 differ only in how good they call the same thing"
        else:
            continue
        yield Hit(f"{pointer}/score_of_5", message, "describe what the strongest answers do that the weakest don't")


def _same_but_for_marks(low: str, high: str) -> bool:
    if not _has_marks(low) and not _has_marks(high):
        return False
    plain_low, plain_high = _WORD.sub(_unmarked, low), _WORD.sub(_unmarked, high)
    return any(content(plain_low)) and same_content(plain_low, plain_high)


@lru_cache(maxsize=MOST_TEXTS)
def _has_marks(text: str) -> bool:
    return not _MARKS.isdisjoint(_WORD.findall(text.lower()))


def _unmarked(word: re.Match[str]) -> str:
    return "" if word.group().lower() in _MARKS else word.group()
