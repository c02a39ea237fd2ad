"""Anchors that are a mark in other words."""

from __future__ import annotations

from collections.abc import Iterator

from heymilo_ops.lint.rule import At, Hit, Subject, warning
from heymilo_ops.model.question import ResumeScoring, VoiceQuestion
from heymilo_ops.text.similarity import normalised

_LONGEST = 60
"""Vague anchors are short; longer texts aren't looked at."""

_WORDS = (
    "a above acceptable adequate all amazing an and answer answers at average awful bad below best candidate clear "
    "decent excellent exceptional fair fine fully good great high highest ideal in is low lowest mediocre midpoint ok "
    "okay outstanding overall perfect poor poorly quality really response responses satisfactory score solid strong "
    "superb terrible the unclear unsatisfactory very weak well with wonderful worst wrong "
    "ability attitude communication communicator experience fit knowledge performance skill skills understanding"
)
_VAGUE = frozenset(_WORDS.split())


@warning("RB111")
def anchor_vague(subject: Subject) -> Iterator[Hit]:
    """An anchor describes what the candidate says or does.

    "Excellent answer" leaves it to the scorer what excellent is, and two people would not agree.

    PASS:
        modality: resume_scoring
        text: Customer-facing experience
        evaluation_criteria: Look for channels used, volumes handled and problems resolved.
        score_of_1: No example.
        score_of_5: Two or more channels, with volumes and examples of resolved problems.
    FAIL:
        modality: resume_scoring
        text: Customer-facing experience
        evaluation_criteria: Look for channels used, volumes handled and problems resolved.
        score_of_1: No example.
        score_of_5: Excellent communication skills.
    """
    both: list[At[VoiceQuestion] | At[ResumeScoring]] = [*subject.voice, *subject.scoring]
    for pointer, question in both:
        for name, anchor in (("score_of_1", question.score_of_1), ("score_of_5", question.score_of_5)):
            if anchor is not None and len(anchor) <= _LONGEST and _is_vague(anchor):
                yield Hit(
                    f"{pointer}/{name}",
                    f'{name} is "{anchor.strip()}", which is a mark and not something that can be observed',
                    "describe what the candidate says or does, so that two people would agree",
                )


def _is_vague(anchor: str) -> bool:
    first = anchor.split(maxsplit=1)[:1]
    if first and first[0].lower() not in _VAGUE and first[0].isalpha():
        return False
    words = normalised(anchor).split()
    return bool(words) and all(word in _VAGUE or word.isdecimal() for word in words)
