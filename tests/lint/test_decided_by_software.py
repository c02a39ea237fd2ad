from __future__ import annotations

import pytest

from heymilo_ops.lint.rules.decided_by_software import decided_by_software

SILENT = {"interview_process_overview": "An AI screens every application."}
GATE = {"type": "resume", "config": {"knockout_enabled": True}}


def sms(**config):
    return {"type": "conversational_sms", "config": {"knockout_enabled": True, **config}}


@pytest.mark.parametrize(
    "part",
    [
        {**SILENT},
        {**SILENT, "workflow": [GATE, {"type": "form"}]},
        {**SILENT, "workflow": [GATE, {"type": "web_interview", "config": {"min_evaluation_score": 0}}]},
        {**SILENT, "interview_template_id": "IT_1"},
        {**SILENT, "language": "es", "workflow": [GATE]},
        {"workflow": [GATE]},
        {"interview_process_overview": "It is read by a person.", "workflow": [GATE]},
        {**SILENT, "workflow": [sms(disqualification_message="Write to (us) about it.")]},
        {
            **SILENT,
            "workflow": [
                {
                    "type": "web_interview",
                    "config": {
                        "min_evaluation_score": 0.5,
                        "web_interview_config": {"outro_message": "A recruiter will read it."},
                    },
                }
            ],
        },
    ],
)
def test_a_person_looks_at_it(hits_of, part):
    assert hits_of(decided_by_software, part) == []


@pytest.mark.parametrize(
    "part",
    [
        {**SILENT, "workflow": [GATE]},
        {"interview_process_overview": None, "workflow": [GATE, sms(intro_message="An AI here.")]},
        {**SILENT, "workflow": [{"type": "web_interview", "config": {"min_evaluation_score": 0.6}}]},
    ],
)
def test_nobody_looks_at_it(hits_of, part):
    assert [hit.pointer for hit in hits_of(decided_by_software, part)] == ["/interview_process_overview"]
