from __future__ import annotations

import pytest

from heymilo_ops.lint.rules.internal_note import internal_note

NOTES = (
    "Internal note: we prefer people from Acme.",
    "Look for volumes. HR only.",
    "Look for volumes. Do not tell the candidate about the second round.",
    "Note to hiring manager: ask again.",
    "Look for volumes. Confidential.",
)
HARMLESS = (
    "Look for how confidential data was handled.",
    "Look for internal customers and how they were served.",
    "The recruiter hears two examples.",
    "Do not score accent.",
    "Says when they would never share a password.",
)


def posting(criteria: str, mailed: bool = True):
    question = {"modality": "resume_scoring", "text": "Care", "evaluation_criteria": criteria}
    return {"email_report_to_candidate": mailed, "workflow": [{"type": "resume", "questions": [question]}]}


@pytest.mark.parametrize("note", NOTES)
def test_a_note_that_the_report_may_show(hits_of, note: str):
    (hit,) = hits_of(internal_note, posting(note))
    assert hit.pointer == "/workflow/0/questions/0/evaluation_criteria"
    assert hits_of(internal_note, posting(note, mailed=False)) == []


@pytest.mark.parametrize("criteria", HARMLESS)
def test_what_only_sounds_like_one(hits_of, criteria: str):
    assert hits_of(internal_note, posting(criteria)) == []
