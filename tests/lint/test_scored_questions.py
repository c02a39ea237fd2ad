from __future__ import annotations

import pytest

from heymilo_ops.lint.rules.scored_questions import scored_questions_few_or_many


def interview(number: int, mark: float | None = None):
    questions = [{"text": f"Question {i}", "question_type": "scored"} for i in range(number)]
    aside = [{"text": "Anything else?", "not_scored": True}, {"modality": "voice_tags", "text": "shift"}]
    return {
        "type": "web_interview",
        "config": {"min_evaluation_score": mark},
        "questions": [*map(_voice, questions), *map(_voice, aside)],
    }


def _voice(question):
    return {"modality": "voice", **question}


@pytest.mark.parametrize(("number", "words"), [(9, "8 are plenty"), (26, "far more")])
def test_too_many(hits_of, number: int, words: str):
    (hit,) = hits_of(scored_questions_few_or_many, interview(number))
    assert hit.pointer == "/workflow/0" and words in hit.message


@pytest.mark.parametrize(("number", "words"), [(1, "1 scored question"), (2, "2 scored questions")])
def test_too_few_for_a_pass_mark(hits_of, number: int, words: str):
    (hit,) = hits_of(scored_questions_few_or_many, interview(number, 0.5))
    assert hit.pointer.endswith("/config/min_evaluation_score") and hit.message.endswith(words)


def test_a_good_number(hits_of):
    for part in (interview(3, 0.5), interview(8), interview(2), interview(0, 0.5)):
        assert hits_of(scored_questions_few_or_many, part) == []
