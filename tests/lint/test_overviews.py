from __future__ import annotations

import pytest

from heymilo_ops.lint.rules import overviews as rules

LONG = "word " * 121


def web(**config):
    return {"type": "web_interview", "config": config}


QUIET = [
    (rules.job_questions_unanswered, {"job_overview": ""}),
    (rules.job_questions_unanswered, {"description": " ", "job_overview": "", "workflow": [web()]}),
    (rules.job_questions_unanswered, {"job_overview": "", "workflow": [web(job_overview="A role.")]}),
    (rules.job_questions_unanswered, {"job_overview": "", "interview_template_id": "IT_1"}),
    (rules.override_says_the_same, {"type": "form"}),
    (rules.override_says_the_same, web(job_overview="Another role.")),
    (rules.override_says_the_same, web(company_overview="")),
    (rules.delivery_of_nothing, {}),
    (rules.delivery_of_nothing, {"interview_template_id": "IT_1", "company_overview_delivery_mode": "exact_delivery"}),
    (
        rules.delivery_of_nothing,
        {"company_overview_delivery_mode": "exact_delivery", "workflow": [web(company_overview="We are Solano.")]},
    ),
    (rules.long_read_aloud, web(company_overview="word " * 120)),
    (rules.long_read_aloud, web(company_overview=LONG, company_overview_delivery_mode="reference_only")),
    (rules.long_read_aloud, {"company_overview": LONG}),
    (
        rules.long_read_aloud,
        {"company_overview": LONG, "company_overview_delivery_mode": "summarized_delivery", "workflow": [web()]},
    ),
    (rules.long_read_aloud, {"company_overview": LONG, "workflow": [web(company_overview="Short.")]}),
]


@pytest.mark.parametrize(("rule", "part"), QUIET)
def test_quiet(hits_of, rule, part):
    assert hits_of(rule, part) == []


CONFIG = "/workflow/0/config"
LOUD = [
    (rules.job_questions_unanswered, {"job_overview": " ", "workflow": [web(), {"type": "resume"}]}, "/job_overview"),
    (
        rules.job_questions_unanswered,
        {"job_overview": "", "workflow": [{"type": "conversational_sms"}]},
        "/job_overview",
    ),
    (
        rules.override_says_the_same,
        web(job_overview="A support role on a rota, fully remote.\n"),
        f"{CONFIG}/job_overview",
    ),
    (
        rules.override_says_the_same,
        web(interview_process_overview_delivery_mode="exact_delivery"),
        f"{CONFIG}/interview_process_overview_delivery_mode",
    ),
    (
        rules.delivery_of_nothing,
        {"company_overview_delivery_mode": "exact_delivery"},
        "/company_overview_delivery_mode",
    ),
    (rules.long_read_aloud, web(company_overview=LONG), f"{CONFIG}/company_overview"),
    (rules.long_read_aloud, {"job_overview": LONG, "workflow": [web()]}, "/job_overview"),
    (
        rules.long_read_aloud,
        {
            "job_overview": LONG,
            "job_overview_delivery_mode": "reference_only",
            "workflow": [web(job_overview_delivery_mode="exact_delivery")],
        },
        "/job_overview",
    ),
]


@pytest.mark.parametrize(("rule", "part", "pointer"), LOUD)
def test_loud(hits_of, rule, part, pointer: str):
    assert [hit.pointer for hit in hits_of(rule, part)] == [pointer]
