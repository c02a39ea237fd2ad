from __future__ import annotations

from collections.abc import Callable

from heymilo_ops.lint.rule import Subject
from heymilo_ops.lint.step_text import delivery, text_for


def test_the_posting_speaks_where_the_step_is_silent(subject_of: Callable[..., Subject]):
    subject = subject_of({"company_overview": "We build tools."})
    (step,) = subject.steps
    assert text_for(subject, step, "company_overview") == ("/company_overview", "We build tools.")
    assert text_for(subject, step, "interview_process_overview").pointer == "/interview_process_overview"
    assert delivery(subject, step, "company_overview") == "exact_delivery"


def test_nothing_is_told_where_nothing_is_written(subject_of: Callable[..., Subject]):
    subject = subject_of({"interview_process_overview": None, "interview_process_overview_delivery_mode": None})
    assert text_for(subject, subject.steps[0], "interview_process_overview").value == ""


def test_the_step_wins_also_where_it_is_empty(subject_of: Callable[..., Subject]):
    config = {"company_overview": "", "company_overview_delivery_mode": "silent_reference"}
    subject = subject_of({"company_overview": "We build tools.", "workflow": [{"type": "form", "config": config}]})
    (step,) = subject.steps
    assert text_for(subject, step, "company_overview") == ("/workflow/0/config/company_overview", "")
    assert delivery(subject, step, "company_overview") == "silent_reference"


def test_the_mode_of_the_posting(subject_of: Callable[..., Subject]):
    subject = subject_of({"job_overview_delivery_mode": "reference_only"})
    assert delivery(subject, subject.steps[0], "job_overview") == "reference_only"
