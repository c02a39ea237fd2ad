"""Rejections that no person ever looks at."""

from __future__ import annotations

import re
from collections.abc import Iterator

from heymilo_ops.lint.notices.needs import find_need
from heymilo_ops.lint.notices.notice import Notice
from heymilo_ops.lint.rule import Hit, Subject, field, warning
from heymilo_ops.model.step import Step

_WORDS = (
    "human humans person persons people someone somebody manager managers recruiter recruiters colleague colleagues "
    "engineer engineers team staff we us our"
)
_PERSONS = frozenset(_WORDS.split())
_PERSON = re.compile(rf"\b({'|'.join(_PERSONS)})\b", re.IGNORECASE)


@warning("FR101", english=True)
def decided_by_software(subject: Subject) -> Iterator[Hit]:
    """Where every step rejects by itself, candidates are told how to reach a person.

    A decision made by software alone is one that the law of the EU and the UK lets people object to. Read
    in English postings only. Where the law of a place asks for more, FR104 does.

    PASS:
        workflow:
          - type: resume
            config: {min_evaluation_score: 0.5, mandatory: true, knockout_enabled: true}
            questions:
              - {modality: resume_eligibility, text: Has at least one year in customer support.}
              - modality: resume_scoring
                text: Customer-facing experience
                evaluation_criteria: Look for channels used, volumes handled and problems resolved.
                score_of_1: No customer contact described.
                score_of_5: Two or more channels, with examples of resolved problems.
    FAIL:
        interview_process_overview: An AI screens every application.
        workflow:
          - type: resume
            config: {mandatory: true, knockout_enabled: true}
            questions:
              - {modality: resume_eligibility, text: Has at least one year in customer support.}
    """
    if not subject.english or not subject.steps or not all(_rejects(at.value) for at in subject.steps):
        return
    if find_need(subject, Notice.DECISION) is not None:  # FR104 asks for more
        return
    if not any(_names_a_person(text) for text in _texts_about_the_process(subject)):
        yield Hit(
            "/interview_process_overview",
            "every step rejects by itself, and no text says that a person looks at it",
            "say who reviews the results and how to reach them",
        )


def _names_a_person(text: str) -> bool:
    return not _PERSONS.isdisjoint(text.lower().split()) or bool(_PERSON.search(text))


def _rejects(step: Step) -> bool:
    return bool(field(step.config, "knockout_enabled") or field(step.config, "min_evaluation_score"))


def _texts_about_the_process(subject: Subject) -> Iterator[str]:
    """The texts that tell candidates about the process."""
    yield subject.manifest.interview_process_overview or ""
    for _, step in subject.steps:
        room = field(step.config, "web_interview_config")
        for part, name in (
            (step.config, "interview_process_overview"),
            (step.config, "intro_message"),
            (step.config, "disqualification_message"),
            (room, "intro_message"),
            (room, "outro_message"),
        ):
            yield field(part, name) or ""
