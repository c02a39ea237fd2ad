"""Rubrics that belong to another question."""

from __future__ import annotations

from collections.abc import Iterator

from heymilo_ops.lint.rule import At, Hit, Subject, warning
from heymilo_ops.model.question import ResumeScoring, VoiceQuestion
from heymilo_ops.text.similarity import content

_PREFIX = 5

_Scored = At[VoiceQuestion] | At[ResumeScoring]


@warning("RB116")
def rubric_of_another(subject: Subject) -> Iterator[Hit]:
    """A rubric is about its own question.

    Criteria that were copied along score an answer by what another question asked. They are reported where they stand
    word for word at another question, have a word of that one, and none of their own.

    PASS:
        type: resume
        config: {mandatory: true, knockout_enabled: false}
        questions:
          - {modality: resume_scoring, text: Problems of customers resolved,
             evaluation_criteria: Look for customers with problems., score_of_1: No problem., score_of_5: Two problems.}
          - {modality: resume_scoring, text: Help articles written,
             evaluation_criteria: Look for articles., score_of_1: Wrote none., score_of_5: Wrote several articles.}
    FAIL:
        type: resume
        config: {mandatory: true, knockout_enabled: false}
        questions:
          - {modality: resume_scoring, text: Problems of customers resolved,
             evaluation_criteria: Look for customers with problems., score_of_1: No problem., score_of_5: Two problems.}
          - {modality: resume_scoring, text: Help articles written,
             evaluation_criteria: Look for customers with problems., score_of_1: No problem., score_of_5: Two problems.}
    """
    alike: dict[str, list[_Scored]] = {}
    for at in subject.scorable:
        if at.value.evaluation_criteria:
            alike.setdefault(at.value.evaluation_criteria.strip(), []).append(at)
    for criteria, group in alike.items():
        if len(group) > 1:
            words = _words(criteria)
            fits = [at for at in group if words & _words(at.value.text)]
            for at in group:
                if fits and at not in fits:
                    yield Hit(
                        f"{at.pointer}/evaluation_criteria",
                        f'the criteria are those of "{_short(fits[0].value.text)}", and no word of them is about this '
                        "question",
                        "write criteria for this question",
                    )


def _words(text: str) -> set[str]:
    """The beginnings of the words that carry meaning: "restores" and "restored" are about the same."""
    return {word[:_PREFIX] for word in content(text) if len(word) > 2}


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 60 else f"{words[:59]}…"
