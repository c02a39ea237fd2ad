from __future__ import annotations

import pytest

from heymilo_ops.finding import Severity
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
        "Adjusts the pressure to facial cues such as redness.",
        "Notices facial cues and body language, and stops.",
        "Watches for facial cues such as swelling.",
        "Speaks to an upset caller in a confident tone of voice.",
        "Explains the brand's tone of voice.",
        "Writes in an enthusiastic tone of voice.",
        "The customer seems happy.",
        "Says that the guest sounds nervous.",
        "Has an eye for detail, and looks after the till.",
        "Uses emotional stories.",
        "Looks confidently at numbers.",
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
        ("Keeps eye-contact", "eye-contact"),
        ("Good eyecontact", "eyecontact"),
        ("Look for facial cues.", "facial cues"),
        ("Open body-language", "body-language"),
        ("Answers in a confident tone of voice.", "confident tone of voice"),
        ("Speaks with a shaky and low voice", "shaky and low voice"),
        ("The tone of voice is nervous", "tone of voice is nervous"),
        ("Warm emotional tone", "emotional tone"),
    ],
)
@pytest.mark.parametrize("name", ["evaluation_criteria", "score_of_1", "post_processing_evaluation_criteria"])
def test_faces_and_feelings(hits_of, text: str, shown: str, name: str):
    (hit,) = hits_of(feelings_scored, {"modality": "voice", "text": "Why?", name: text})
    assert hit.pointer == f"/workflow/0/questions/0/{name}" and f'"{shown}"' in hit.message
    assert hit.severity is Severity.WARNING


@pytest.mark.parametrize("text", ["Sounds confident.", "Looks very nervous.", "The candidate appears stressed"])
def test_what_may_be_meant_otherwise_is_a_warning(hits_of, text: str):
    (hit,) = hits_of(feelings_scored, {"modality": "voice", "text": "Why?", "score_of_5": text})
    assert hit.severity is Severity.WARNING


@pytest.mark.parametrize(
    "text",
    [
        "Rate how confident the candidate's tone of voice sounds.",
        "Deduct points where they show nervousness or stress in their voice.",
        "The voice conveys passion.",
    ],
)
@pytest.mark.parametrize("place", ["instructions", "evaluation_criteria"])
def test_what_software_would_have_to_guess_from_a_voice(hits_of, text: str, place: str):
    part = {"instructions": text} if place == "instructions" else {"modality": "voice", "text": "Why?", place: text}
    (hit,) = hits_of(feelings_scored, part)
    assert hit.pointer.endswith(place)


def test_enthusiasm_in_what_is_said_may_be_scored(hits_of):
    part = {
        "modality": "voice",
        "text": "Why?",
        "evaluation_criteria": "Shows enthusiasm for the work by what they tell.",
    }
    assert hits_of(feelings_scored, part) == []


@pytest.mark.parametrize(
    ("places", "face", "guess"),
    [
        (("NL",), "error", "warning"),
        (("GB",), "warning", "warning"),
        (("GB", "DE"), "error", "warning"),
        (("BR",), "warning", "warning"),
        (("GB-NIR",), "info", "info"),
    ],
)
def test_the_places_of_a_posting_weigh_it(hits_of, places: tuple[str, ...], face: str, guess: str):
    for text, severity in (("Keeps eye contact.", face), ("Sounds confident.", guess)):
        step = {"type": "web_interview", "questions": [{"text": "Why?", "score_of_5": text, "score_of_1": "None."}]}
        (hit,) = hits_of(feelings_scored, {"workflow": [step], "ops": {"jurisdictions": list(places)}})
        assert hit.severity is not None and hit.severity.value == severity
