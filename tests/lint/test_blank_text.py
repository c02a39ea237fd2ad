from __future__ import annotations

import pytest

from heymilo_ops.lint.rules.blank_text import blank_text


@pytest.mark.parametrize(
    "part",
    [
        {},
        {"description": "", "instructions": "", "job_overview": ""},
        {"interviewer_name": "Jo", "sender_email_id": None},
        {"type": "conversational_sms", "config": {"intro_message": "Hi."}},
        {"type": "web_interview", "config": {"voice_id": None}},
    ],
)
def test_texts_that_may_be_empty_or_are_not(hits_of, part):
    assert hits_of(blank_text, part) == []


@pytest.mark.parametrize(
    ("part", "pointer"),
    [
        ({"title": "   "}, "/title"),
        ({"interviewer_name": ""}, "/interviewer_name"),
        ({"phone_number_id": " "}, "/phone_number_id"),
        ({"interview_template_id": ""}, "/interview_template_id"),
        ({"type": "conversational_sms", "config": {"intro_message": "\n"}}, "/workflow/0/config/intro_message"),
        ({"type": "web_interview", "config": {"voice_id": ""}}, "/workflow/0/config/voice_id"),
    ],
)
def test_texts_that_are_needed(hits_of, part, pointer: str):
    assert [hit.pointer for hit in hits_of(blank_text, part)] == [pointer]
