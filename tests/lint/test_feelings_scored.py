from __future__ import annotations

import pytest

from heymilo_ops.lint.rules.feelings_scored import feelings_scored


@pytest.mark.parametrize(
    "text",
    [
        "Look for a clear outcome.",
        "Never score eye contact, accent or\nbody language.",
        "Ignore facial expressions.",
        "Judge the steps regardless of eye contact.",
        "Describes keeping eye contact with a patient.",
        "Explains how body language calms animals.",
        "Names two limits of facial expression recognition.",
        "Reads the customer's body language and slows down.",
        "Has built facial recognition software.",
        "Knows micro services.",
    ],
)
@pytest.mark.parametrize("name", ["evaluation_criteria", "score_of_5"])
def test_what_was_said_and_done(hits_of, text: str, name: str):
    assert hits_of(feelings_scored, {"modality": "voice", "text": "Why?", name: text}) == []


def test_questions_and_instructions_may_speak_of_it(hits_of):
    assert hits_of(feelings_scored, {"instructions": "Keep eye contact."}) == []
    assert hits_of(feelings_scored, {"modality": "voice", "text": "What does eye contact mean to you?"}) == []


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Keeps eye contact.", "eye contact"),
        ("Judge the answer. Look at body language and\nfacial expressions too.", "body language"),
        ("Positive micro-expressions throughout", "micro-expressions"),
        ("Score the emotional state.", "emotional state"),
    ],
)
@pytest.mark.parametrize("name", ["evaluation_criteria", "score_of_1", "post_processing_evaluation_criteria"])
def test_faces_and_feelings(hits_of, text: str, shown: str, name: str):
    (hit,) = hits_of(feelings_scored, {"modality": "voice", "text": "Why?", name: text})
    assert hit.pointer == f"/workflow/0/questions/0/{name}" and f'"{shown}"' in hit.message
