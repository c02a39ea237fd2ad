"""Notes in a rubric that candidates may come to read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from heymilo_ops.lint.rule import Hit, Subject, field, info

_SIGNS = ("internal", "confidential", "recruiter", "manager", "reviewer", "do not ", "don't ", "never ", "note ", "hr ")
_NOTE = re.compile(
    r"\b(?:internal(?:ly)? (?:only|note|use)|for internal use|strictly confidential|confidential(?=[:.)]|\s*$)"
    r"|(?:note|reminder) (?:for|to) (?:the )?(?:hiring managers?|recruiters?|reviewers?|hr|self|team)"
    r"|(?:hiring managers?|recruiters?|reviewers?|hr)(?: eyes)? only"
    r"|(?:do not|don't|never) (?:disclose|mention|reveal|share|show|tell) (?:\w+ ){0,4}(?:applicants?|candidates?))\b",
    re.IGNORECASE,
)
_RUBRIC = ("evaluation_criteria", "score_of_1", "score_of_5", "post_processing_evaluation_criteria")


@info("CX123", english=True)
def internal_note(subject: Subject) -> Iterator[Hit]:
    """Where candidates are mailed their report, a rubric has no note that is meant for colleagues.

    How much of a rubric the report shows isn't documented. A few English phrases are recognised.

    PASS:
        email_report_to_candidate: false
        workflow:
          - type: resume
            config: {mandatory: true, knockout_enabled: false}
            questions:
              - modality: resume_scoring
                text: Customer-facing experience
                evaluation_criteria: Look for channels used and volumes handled. Do not share with candidates.
                score_of_1: No customer contact described.
                score_of_5: Two or more channels, with examples of resolved problems.
    FAIL:
        email_report_to_candidate: true
        workflow:
          - type: resume
            config: {mandatory: true, knockout_enabled: false}
            questions:
              - modality: resume_scoring
                text: Customer-facing experience
                evaluation_criteria: Look for channels used and volumes handled. Do not share with candidates.
                score_of_1: No customer contact described.
                score_of_5: Two or more channels, with examples of resolved problems.
    """
    if not subject.manifest.email_report_to_candidate or not any(sign in subject.lowered for sign in _SIGNS):
        return
    for pointer, question in subject.scorable:
        for name in _RUBRIC:
            match = _NOTE.search(field(question, name) or "")
            if match:
                yield Hit(
                    f"{pointer}/{name}",
                    f'the rubric has a note for colleagues, "{match.group()}", and candidates get their report by mail',
                    "move the note to a comment in the file, or write email_report_to_candidate: false",
                )
