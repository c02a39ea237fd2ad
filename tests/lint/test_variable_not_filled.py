from __future__ import annotations

import pytest

from heymilo_ops.lint.rules.variable_not_filled import variable_not_filled


def sms(name: str, text: str) -> dict:
    return {"type": "conversational_sms", "config": {name: text}}


@pytest.mark.parametrize(
    "part",
    [
        sms("intro_message", "Hi {{candidate_name}}, about {{ job_title }}."),
        sms("follow_up_message", "Still there?"),
        {"modality": "voice", "text": "What does {{ user.email }} do in a Vue template?"},
        {"modality": "voice", "text": "What is {x} in a set, and ${candidate_name} in a shell?"},
        {"modality": "voice", "text": "What does ${role} do in a template literal?"},
        {"modality": "voice", "text": "What is ${HOME}?"},
        {"description": "We like JSON: {\"name\": 1} and f'{value}'."},
    ],
)
def test_braces_that_do_no_harm(hits_of, part):
    assert hits_of(variable_not_filled, part) == []


@pytest.mark.parametrize(
    ("part", "pointer", "shown"),
    [
        (sms("intro_message", "Hi {{canditate_name}}"), "/workflow/0/config/intro_message", "{{canditate_name}}"),
        (sms("intro_message", "Hi {candidate_name}"), "/workflow/0/config/intro_message", "{candidate_name}"),
        (sms("follow_up_message", "Hi {{candidate_name}}"), "/workflow/0/config/follow_up_message", "alone"),
        ({"modality": "voice", "text": "Hi {{first_name}}, why us?"}, "/workflow/0/questions/0/text", "{{first_name}}"),
        ({"job_overview": "A job at {{company_name}}."}, "/job_overview", "{{company_name}}"),
        ({"description": "Work as ${role} with us."}, "/description", "${role}"),
        ({"description": "Work at ${ company_name }."}, "/description", "${ company_name }"),
        (sms("follow_up_message", "See ${link}"), "/workflow/0/config/follow_up_message", "${link}"),
        (sms("intro_message", "A variable ${job_title}"), "/workflow/0/config/intro_message", "${job_title}"),
        ({"job_overview": "The {{job_title}} role."}, "/job_overview", "alone"),
    ],
)
def test_braces_that_candidates_may_see(hits_of, part, pointer: str, shown: str):
    (hit,) = hits_of(variable_not_filled, part)
    assert hit.pointer == pointer and shown in hit.message


def test_the_room_of_a_voice_interview_is_not_a_text_message(hits_of):
    part = {"type": "web_interview", "config": {"web_interview_config": {"intro_message": "Hi {{candidate_name}}"}}}
    (hit,) = hits_of(variable_not_filled, part)
    assert "text messages alone" in hit.message
