"""Two anchors that tell the scorer nothing."""

from __future__ import annotations

from collections.abc import Iterator

from heymilo_ops.lint.rule import At, Hit, Subject, error
from heymilo_ops.model.question import ResumeScoring, VoiceQuestion
from heymilo_ops.text.similarity import same_content


@error("RB110")
def anchors_alike(subject: Subject) -> Iterator[Hit]:
    """The weakest and the strongest answer are described differently.

    The scorer fills in what lies between the two anchors. Where both say the same there is nothing between.

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
    both: list[At[VoiceQuestion] | At[ResumeScoring]] = [*subject.voice, *subject.scoring]
    for pointer, question in both:
        low, high = question.score_of_1, question.score_of_5
        if low is not None and high is not None and same_content(low, high):
            yield Hit(
                f"{pointer}/score_of_5",
                "score_of_1 and score_of_5 say the same, so every answer fits both",
                "describe what the strongest answers do that the weakest don't",
            )
