"""Weights that decide nothing, or everything."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from heymilo_ops.lint.rule import At, Hit, Subject, warning
from heymilo_ops.model.question import ResumeScoring, VoiceQuestion

_FEWEST = 3
"""Of fewer scored questions, one always counts for half or nearly so."""
_MOST = 5

_Scored = At[VoiceQuestion] | At[ResumeScoring]


def _weighed(subject: Subject) -> Iterator[list[_Scored]]:
    """Yield the scored questions of each step that has several, where each of them has a weight."""
    scored: list[_Scored] = [at for at in subject.scorable if not vars(at.value).get("not_scored")]
    for _, of_step in groupby(scored, lambda at: at.pointer.split("/", 3)[2]):
        group = [at for at in of_step if vars(at.value).get("question_type") != "open-ended"]
        if len(group) >= _FEWEST and all(at.value.score_weight for at in group):
            yield group


@warning("RB113")
def weights_all_highest(subject: Subject) -> Iterator[Hit]:
    """Not every question has the highest weight.

    Where all weigh the same, none weighs anything: the weights are shares of their sum.

    PASS:
        type: resume
        config: {mandatory: true, knockout_enabled: false}
        questions:
          - {modality: resume_scoring, text: Channels used, score_weight: 5,
             evaluation_criteria: Look for chat and phone., score_of_1: Names none., score_of_5: Names both.}
          - {modality: resume_scoring, text: Problems resolved, score_weight: 4,
             evaluation_criteria: Look for what was wrong., score_of_1: No case., score_of_5: Two cases to their end.}
          - {modality: resume_scoring, text: Articles written, score_weight: 2,
             evaluation_criteria: Look for help pages., score_of_1: Wrote none., score_of_5: Wrote several.}
    FAIL:
        type: resume
        config: {mandatory: true, knockout_enabled: false}
        questions:
          - {modality: resume_scoring, text: Channels used, score_weight: 5,
             evaluation_criteria: Look for chat and phone., score_of_1: Names none., score_of_5: Names both.}
          - {modality: resume_scoring, text: Problems resolved, score_weight: 5,
             evaluation_criteria: Look for what was wrong., score_of_1: No case., score_of_5: Two cases to their end.}
          - {modality: resume_scoring, text: Articles written, score_weight: 5,
             evaluation_criteria: Look for help pages., score_of_1: Wrote none., score_of_5: Wrote several.}
    """
    for group in _weighed(subject):
        if all((at.value.score_weight or 0) >= _MOST for at in group):
            yield Hit(
                f"{group[0].pointer}/score_weight",
                f"all {len(group)} scored questions of the step have the highest weight, so none counts for more",
                "give the highest weight to what matters most, and less to the rest",
            )


@warning("RB114")
def one_question_decides(subject: Subject) -> Iterator[Hit]:
    """No question counts for more than all the others of its step together.

    One bad answer would decide, whatever else was said. What has to be decided alone is a knock-out, or a question
    for people.

    PASS:
        type: resume
        config: {mandatory: true, knockout_enabled: false}
        questions:
          - {modality: resume_scoring, text: Channels used, score_weight: 4,
             evaluation_criteria: Look for chat and phone., score_of_1: Names none., score_of_5: Names both.}
          - {modality: resume_scoring, text: Problems resolved, score_weight: 3,
             evaluation_criteria: Look for what was wrong., score_of_1: No case., score_of_5: Two cases to their end.}
          - {modality: resume_scoring, text: Articles written, score_weight: 1,
             evaluation_criteria: Look for help pages., score_of_1: Wrote none., score_of_5: Wrote several.}
    FAIL:
        type: resume
        config: {mandatory: true, knockout_enabled: false}
        questions:
          - {modality: resume_scoring, text: Channels used, score_weight: 5,
             evaluation_criteria: Look for chat and phone., score_of_1: Names none., score_of_5: Names both.}
          - {modality: resume_scoring, text: Problems resolved, score_weight: 1,
             evaluation_criteria: Look for what was wrong., score_of_1: No case., score_of_5: Two cases to their end.}
          - {modality: resume_scoring, text: Articles written, score_weight: 1,
             evaluation_criteria: Look for help pages., score_of_1: Wrote none., score_of_5: Wrote several.}
    """
    for group in _weighed(subject):
        total = sum(at.value.score_weight or 0 for at in group)
        for at in group:
            weight = at.value.score_weight or 0
            if 2 * weight > total:
                yield Hit(
                    f"{at.pointer}/score_weight",
                    f"this question counts for {100 * weight // total} % of its step, more than all others together",
                    "lower its weight, or raise others",
                )
