"""Anchors that are a mark in other words."""

from __future__ import annotations

from collections.abc import Iterator

from heymilo_ops.lint.rule import At, Hit, Subject, warning
from heymilo_ops.model.question import ResumeScoring, VoiceQuestion
from heymilo_ops.text.grades import is_grade

_LONGEST = 60
"""Vague anchors are short; longer texts aren't looked at."""


@warning("RB111")
def anchor_vague(subject: Subject) -> Iterator[Hit]:
    """An anchor describes what the candidate says or does.

    "Excellent answer" leaves it to the scorer what excellent is, and two people would not agree. So do marks: stars,
    A+, "Strong hire", "Exceeds expectations", in several languages.

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
            if anchor is not None and len(anchor) <= _LONGEST and is_grade(anchor):
                yield Hit(
                    f"{pointer}/{name}",
                    f'{name} is "{anchor.strip()}", which is a mark and not something that can be observed',
                    "describe what the candidate says or does, so that two people would agree",
                )
