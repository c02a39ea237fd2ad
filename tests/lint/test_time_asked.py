from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heymilo_ops.lint.rules.time_asked import form_long, form_minutes, interview_long, interview_minutes
from heymilo_ops.model.desired import desire


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


def posting(*steps: dict[str, Any], **root: Any) -> Any:
    return desire({"name": "x", "title": "A role", "workflow": list(steps), **root}, "x.yaml").manifest


def minutes(step: dict[str, Any]) -> float | None:
    of = {"form": form_minutes, "web_interview": interview_minutes}[step["type"]]
    return of(posting(step).workflow[0])


def voice(**fields: Any) -> dict[str, Any]:
    return {"type": "web_interview", "questions": [{"text": "Why?", **fields}]}


def test_what_cannot_be_known_is_not_guessed():
    assert minutes({"type": "web_interview"}) is None
    assert minutes({"type": "web_interview", "config": {"video": False}}) is None


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, 2.25),
        ({"min_follow_ups": 0, "max_follow_ups": 0}, 1.5),
        ({"min_follow_ups": 1, "max_follow_ups": 3}, 3.0),
        ({"max_follow_ups": 2}, 2.25),
        ({"min_follow_ups": 2}, 3.0),
        ({"min_follow_ups": 0}, 1.5),
    ],
)
def test_a_voice_question(fields: dict[str, Any], expected: float):
    assert minutes(voice(**fields)) == expected


def test_tags_take_no_time():
    assert minutes({"type": "web_interview", "questions": [{"modality": "voice_tags", "text": "shift"}]}) == 0


def test_generated_questions_count_by_their_number():
    assert minutes({"type": "web_interview", "config": {"num_questions": 4}}) == 9.0


def test_forms():
    assert minutes({"type": "form"}) == 0
    form = [{"text": "A", "question_type": kind} for kind in ("textarea", "file_upload", "date")] + [{"text": "B"}]
    assert minutes({"type": "form", "questions": form}) == 3.0


@given(st.integers(0, 5), st.integers(0, 5))
def test_more_follow_ups_never_take_less_time(low: int, more: int):
    short = minutes(voice(min_follow_ups=low, max_follow_ups=low))
    long = minutes(voice(min_follow_ups=low, max_follow_ups=low + more))
    assert short is not None and long is not None and short <= long
