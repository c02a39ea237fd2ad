"""Whether what a finding is about stood there before."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest

from heymilo_ops.lint.applied_text import NOTHING_APPLIED, AppliedText, field_of, question_of, wording_hash
from heymilo_ops.lint.rule import Subject
from heymilo_ops.model.desired import Desired

MANIFEST: dict[str, Any] = {
    "name": "a",
    "title": "Nurse on nights",
    "job_overview": "Nights only.\nTwelve beds.\n",
    "workflow": [
        {"type": "resume", "questions": [{"modality": "resume_scoring", "text": "Years on a ward"}]},
        {
            "type": "web_interview",
            "questions": [
                {"key": "age", "modality": "voice", "text": "How old are you?"},
                {"key": "nights", "modality": "voice", "text": "Why nights?", "score_weight": 3},
            ],
        },
    ],
}


@pytest.fixture
def desired(subject_of: Callable[..., Subject]) -> Desired:
    return subject_of(MANIFEST).desired


def test_line_breaks_make_no_difference_and_words_do() -> None:
    assert wording_hash("One\n  two\n") == wording_hash("One two") != wording_hash("One, two")
    assert wording_hash({"key": "a", "text": "One\ntwo", "n": [1]}) == wording_hash({"text": "One two", "n": [1]})
    assert wording_hash(None) != wording_hash("")
    assert wording_hash("\ud800").startswith("sha256:")


@pytest.mark.parametrize(
    ("pointer", "question", "field"),
    [
        ("/workflow/1/questions/0/text", "age", "text"),
        ("/workflow/1/questions/1", "nights", ""),
        ("/workflow/0/questions/0/text", "", "text"),
        ("/workflow/1/config/language", "", "language"),
        ("", "", ""),
    ],
)
def test_a_question_goes_by_its_key(desired: Desired, pointer: str, question: str, field: str) -> None:
    assert (question_of(desired, pointer), field_of(pointer)) == (question, field)


def test_nothing_applied_has_nothing(desired: Desired) -> None:
    assert not NOTHING_APPLIED.has(desired, "/title")


def test_what_is_as_it_was_has_all(desired: Desired) -> None:
    assert AppliedText("0.1.0", deepcopy(dict(desired.resolved))).has(desired, "/workflow/9/nothing")


@pytest.mark.parametrize(
    ("pointer", "has"),
    [
        ("/title", False),
        ("/job_overview", True),
        ("/workflow/1/questions/0/text", True),
        ("/workflow/1/questions/0", True),
        ("/workflow/1/questions/1", False),
        ("/workflow/1/questions/1/text", True),
        ("/workflow/1/questions/1/score_weight", False),
        ("/workflow/1/questions/0/answer", True),
        ("/workflow/1/questions/1/answer", False),
        ("/company_overview", True),
        ("/interview_process_overview", False),
        ("", False),
    ],
)
def test_it_stands_wherever_it_stood(desired: Desired, pointer: str, has: bool) -> None:
    """The first step came later; what is missing stands where what it is missing from does."""
    before = deepcopy(MANIFEST) | {"title": "Nurse", "interview_process_overview": "One talk."}
    del before["workflow"][0]
    before["workflow"][0]["questions"][1]["score_weight"] = 2
    before["job_overview"] = "Nights only. Twelve beds."
    assert AppliedText(None, before).has(desired, pointer) is has
