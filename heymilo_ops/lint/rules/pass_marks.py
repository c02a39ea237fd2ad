"""Pass marks that hardly anybody reaches."""

from __future__ import annotations

from collections.abc import Iterator

from heymilo_ops.lint.rule import Hit, Subject, field, warning

_HIGHEST = 0.85
_FEWEST = 10
"""Of a hundred candidates whose scores are spread evenly, how many should get through all pass marks."""


@warning("KO122")
def pass_mark_too_high(subject: Subject) -> Iterator[Hit]:
    """Pass marks let through more than a few.

    A mark above 0.85 asks for the strongest answer to nearly every question. Two high marks one after the other
    multiply: of scores spread evenly, 0.7 and 0.7 let nine of a hundred through.

    PASS:
        type: resume
        config: {min_evaluation_score: 0.6, mandatory: true, knockout_enabled: false}
        questions:
          - modality: resume_scoring
            text: Customer-facing experience
            evaluation_criteria: Look for channels used, volumes handled and problems resolved.
            score_of_1: No customer contact described.
            score_of_5: Two or more channels, with volumes and examples of resolved problems.
    FAIL:
        type: resume
        config: {min_evaluation_score: 0.95, mandatory: true, knockout_enabled: false}
        questions:
          - modality: resume_scoring
            text: Customer-facing experience
            evaluation_criteria: Look for channels used, volumes handled and problems resolved.
            score_of_1: No customer contact described.
            score_of_5: Two or more channels, with volumes and examples of resolved problems.
    """
    marks = [(at.pointer, mark) for at in subject.steps if (mark := field(at.value.config, "min_evaluation_score"))]
    high = False
    for pointer, mark in marks:
        if mark > _HIGHEST:
            high = True
            yield Hit(
                f"{pointer}/config/min_evaluation_score",
                f"the pass mark is {mark:g}, which only the strongest answers to nearly every question reach",
                "start near 0.5, and raise it once you have seen scores",
            )
    if high or len(marks) < 2:
        return
    through = 100.0
    for _, mark in marks:
        through *= 1 - mark
    if round(through, 6) < _FEWEST:
        yield Hit(
            f"{marks[-1][0]}/config/min_evaluation_score",
            f"the pass marks {' and '.join(f'{mark:g}' for _, mark in marks)} follow one another: "
            f"of scores spread evenly, {through:.0f} of a hundred would reach all of them",
            "lower one of them, or let people decide after one of the steps",
        )
