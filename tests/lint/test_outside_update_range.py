from __future__ import annotations

import pytest

from heymilo_ops.lint.rules.outside_update_range import outside_update_range


@pytest.mark.parametrize(
    "part",
    [
        {},
        {"description": ""},
        {"description": "Ten chars."},
        {"interviewer_name": "A" * 100},
        {"instructions": "a" * 10000, "company_overview": "a" * 10000, "job_overview": "a" * 10000},
        {"modality": "sms", "text": "Ready?", "score_weight": 0},
        {"type": "form", "config": {"knockout_enabled": False}},
    ],
)
def test_what_update_takes_too(hits_of, part):
    assert hits_of(outside_update_range, part) == []


@pytest.mark.parametrize(
    ("part", "said"),
    [
        ({"description": "Too short"}, "description is 9 characters long"),
        ({"interviewer_name": "A" * 101}, "at most 100"),
        ({"instructions": "a" * 10001}, "at most 10000"),
        ({"company_overview": "a" * 10001}, "company_overview is 10001"),
        ({"job_overview": "a" * 10001}, "job_overview is 10001"),
    ],
)
def test_what_only_create_takes(hits_of, part, said: str):
    (hit,) = hits_of(outside_update_range, part)
    assert hit.pointer == f"/{next(iter(part))}"
    assert said in hit.message


def test_any_marked_number_of_any_question_counts(hits_of, monkeypatch):
    from heymilo_ops.lint.rules import outside_update_range as module

    monkeypatch.setattr(module, "_ELSEWHERE", frozenset())
    module._bounds.cache_clear()
    part = {"workflow": [{"type": "conversational_sms", "questions": [{"text": "Ready?", "score_weight": 0}] * 2}]}
    hits = hits_of(outside_update_range, part)
    module._bounds.cache_clear()
    assert [hit.pointer for hit in hits] == [f"/workflow/0/questions/{i}/score_weight" for i in range(2)]
    assert "score_weight is 0;" in hits[0].message and "at least 1" in hits[0].message
