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
