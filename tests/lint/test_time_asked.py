from __future__ import annotations

import pytest

from heymilo_ops.lint.rules.time_asked import form_long, interview_long


def web(number: int, follow_ups: int, limit: int | None = None):
    config = {"web_interview_config": {"max_duration_seconds": limit}} if limit else {}
    question = {"text": "Why?", "min_follow_ups": follow_ups, "max_follow_ups": follow_ups}
    return {"type": "web_interview", "config": config, "questions": [question] * number}


def form(kind: str, number: int):
    return {"type": "form", "questions": [{"text": "When?", "question_type": kind}] * number}


@pytest.mark.parametrize(
    "part",
    [
        {"type": "web_interview"},
        {"type": "web_interview", "questions": []},
        {"type": "web_interview", "config": {"num_questions": 8}},
        web(13, 0),
        web(5, 3, limit=1125),
    ],
)
def test_interviews_of_a_good_length(hits_of, part):
    assert hits_of(interview_long, part) == []


@pytest.mark.parametrize(
    ("part", "pointer", "said"),
    [
        (web(14, 0), "/workflow/0", "about 21 minutes"),
        ({"type": "web_interview", "config": {"num_questions": 25}}, "/workflow/0", "about 56 minutes"),
        (
            web(5, 3, limit=1124),
            "/workflow/0/config/web_interview_config/max_duration_seconds",
            "about 19 minutes and is cut off after 1124 seconds",
        ),
        (web(20, 0, limit=1800), "/workflow/0", "about 30 minutes"),
    ],
)
def test_interviews_that_are_long(hits_of, part, pointer: str, said: str):
    (hit,) = hits_of(interview_long, part)
    assert hit.pointer == pointer and said in hit.message


@pytest.mark.parametrize("part", [{"type": "form"}, form("date", 12), form("textarea", 3), form("file_upload", 5)])
def test_forms_of_a_good_length(hits_of, part):
    assert hits_of(form_long, part) == []


@pytest.mark.parametrize(
    ("part", "said"), [(form("date", 13), "13 questions"), (form("textarea", 4), "about 6 minutes")]
)
def test_forms_that_are_long(hits_of, part, said: str):
    (hit,) = hits_of(form_long, part)
    assert hit.pointer == "/workflow/0" and said in hit.message
