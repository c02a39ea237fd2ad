from __future__ import annotations

import pytest

from heymilo_ops.lint.rules.silent_notice import silent_notice

NOTICE = "You are talking to an AI interviewer. The call is recorded."
SILENT = {"interview_process_overview": NOTICE, "interview_process_overview_delivery_mode": "silent_reference"}


@pytest.mark.parametrize(
    "part",
    [
        {"interview_process_overview": NOTICE},
        {**SILENT, "interview_process_overview": "Be brief. Candidates have a record of service; raise no alarm."},
        {**SILENT, "interview_process_overview_delivery_mode": "reference_only"},
        {**SILENT, "interview_template_id": "IT_1"},
        {
            **SILENT,
            "workflow": [
                {"type": "form", "config": {"interview_process_overview_delivery_mode": "summarized_delivery"}},
                {"type": "resume", "config": {"interview_process_overview": "Two steps."}},
                {"type": "conversational_sms", "config": {"intro_message": "An AI assistant here. STOP to end."}},
                {
                    "type": "web_interview",
                    "config": {"web_interview_config": {"intro_message": "I am an AI interviewer."}},
                },
            ],
        },
    ],
)
def test_notices_that_are_heard(hits_of, part):
    assert hits_of(silent_notice, part) == []


def test_a_notice_of_the_posting_is_named_once(hits_of):
    part = {**SILENT, "workflow": [{"type": "form"}, {"type": "web_interview", "config": {}}]}
    (hit,) = hits_of(silent_notice, part)
    assert hit.pointer == "/interview_process_overview" and "AI interviewer" in hit.message


@pytest.mark.parametrize(
    "text", ["The call is recorded.", "Your answers will be transcribed.", "This recording is kept."]
)
def test_a_notice_of_a_step(hits_of, text: str):
    config = {"interview_process_overview": text, "interview_process_overview_delivery_mode": "silent_reference"}
    hits = hits_of(silent_notice, {"type": "web_interview", "config": config})
    assert [hit.pointer for hit in hits] == ["/workflow/0/config/interview_process_overview"]


def silent(name: str, text: str, **more):
    return {"interview_process_overview": "Two steps.", name: text, f"{name}_delivery_mode": "silent_reference", **more}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("company_overview", "We build AI-powered looms. Every loom is recorded in our ledger."),
        ("job_overview", "You talk to an AI team, and calls with customers can be transcribed."),
        ("interview_process_overview", "Sei kurz und freundlich."),
    ],
)
def test_other_silent_texts_may_be_about_ai(hits_of, name, text):
    assert hits_of(silent_notice, silent(name, text)) == []


def test_what_the_process_says_aloud_needs_no_second_place(hits_of):
    part = silent("company_overview", "The conversation is recorded.", interview_process_overview=NOTICE)
    assert hits_of(silent_notice, part) == []
    part = {**SILENT, "company_overview": "You are talking to an AI interviewer, and the call is recorded."}
    assert hits_of(silent_notice, part) == []


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("company_overview", "You will be interviewed by an AI.", "interviewed by an AI"),
        ("job_overview", "The call is recorded.", "call is recorded"),
        ("interview_process_overview", "We record the call.", "We record"),
        ("interview_process_overview", "Sie sprechen mit einer KI.", "einer KI"),
        ("interview_process_overview", "L'entretien est enregistré.", "enregistré"),
        ("interview_process_overview", "La entrevista se graba.", "se graba"),
    ],
)
def test_notices_elsewhere_and_in_other_words(hits_of, name, text, found):
    (hit,) = hits_of(silent_notice, silent(name, text))
    assert hit.pointer == f"/{name}" and f'"{found}"' in hit.message
