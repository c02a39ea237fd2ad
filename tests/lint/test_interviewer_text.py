from __future__ import annotations

import pytest

from heymilo_ops.lint.rules.interviewer_text import text_for_the_interviewer


@pytest.mark.parametrize(
    "text",
    [
        "Rate the clarity of the candidate.",
        "Ask the candidate about their last job.",
        "Assess their communication skills.",
        "Find out if the applicant knows Excel.",
        "If the candidate asks about pay, say that it is in the advert.",
        "Score 5 if two examples are named.",
        "Award two points for each example.",
    ],
)
def test_an_order_that_candidates_hear(hits_of, text: str):
    (hit,) = hits_of(text_for_the_interviewer, {"modality": "voice", "text": text})
    assert hit.pointer == "/workflow/0/questions/0/text"


@pytest.mark.parametrize(
    "text",
    [
        "How would you assess the candidate's answers in a first interview?",
        "The candidate asks for more pay. What do you say?",
        "Rate your confidence with Excel.",
        "Tell me about a candidate whom you turned down.",
        "Tell us about your customers and their needs.",
        "Give two examples of points that you would check.",
        "Describe how a team scored points with their customers.",
        "Explain to a customer why their order is late.",
        "Tell a customer that their order is late.",
    ],
)
def test_what_candidates_are_asked(hits_of, text: str):
    assert hits_of(text_for_the_interviewer, {"modality": "voice", "text": text}) == []


ORDER = "Ask the candidate about their last job."


@pytest.mark.parametrize(
    ("part", "pointer"),
    [
        ({"job_overview": ORDER}, "/job_overview"),
        (
            {"type": "conversational_sms", "config": {"intro_message": ORDER}},
            "/workflow/0/config/intro_message",
        ),
        (
            {"type": "web_interview", "config": {"web_interview_config": {"intro_message": ORDER}}},
            "/workflow/0/config/web_interview_config/intro_message",
        ),
    ],
)
def test_messages_and_overviews(hits_of, part, pointer: str):
    assert [hit.pointer for hit in hits_of(text_for_the_interviewer, part)] == [pointer]


@pytest.mark.parametrize(
    "part",
    [
        {"job_overview": ORDER, "job_overview_delivery_mode": "silent_reference"},
        {"instructions": ORDER},
        {"modality": "voice", "text": "Why?", "additional_instructions": ORDER},
        {"modality": "voice_tags", "text": "shift", "instructions": ORDER},
    ],
)
def test_what_the_interviewer_alone_reads(hits_of, part):
    assert hits_of(text_for_the_interviewer, part) == []
