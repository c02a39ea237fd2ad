from __future__ import annotations

import pytest

from heymilo_ops.lint.rules import rubrics as rules

FULL = {"evaluation_criteria": "Look for steps.", "score_of_1": "No steps.", "score_of_5": "Steps and outcome."}
HALF = {"evaluation_criteria": "Look for steps.", "score_of_1": "No steps."}
MUST = {"modality": "resume_eligibility", "text": "Has a licence."}


def voice(**fields):
    return {"modality": "voice", "text": "Why?", **fields}


def step(kind: str, mark, *questions):
    return {"type": kind, "config": {"min_evaluation_score": mark}, "questions": list(questions)}


def items(modality: str, number: int):
    return {"type": "resume", "questions": [{"modality": modality, "text": f"Item {i}"} for i in range(number)]}


QUIET = [
    (rules.rubric_incomplete, voice()),
    (rules.rubric_incomplete, voice(**FULL)),
    (rules.rubric_incomplete, voice(question_type="scored", **FULL)),
    (rules.rubric_incomplete, voice(not_scored=True, **HALF)),
    (rules.rubric_incomplete, voice(question_type="open-ended", **HALF)),
    (rules.rubric_incomplete, {"modality": "voice_tags", "text": "shift"}),
    (rules.rubric_incomplete, MUST),
    (rules.rubric_incomplete, {"modality": "resume_scoring", "text": "Depth", **FULL}),
    (rules.scored_and_not_scored, voice(not_scored=True)),
    (rules.scored_and_not_scored, voice(not_scored=True, score_weight=0)),
    (rules.scored_and_not_scored, voice(not_scored=True, question_type="open-ended")),
    (rules.scored_and_not_scored, voice(not_scored=False, **FULL)),
    (rules.scoring_unsaid, voice(not_scored=True)),
    (rules.scoring_unsaid, voice(not_scored=False)),
    (rules.scoring_unsaid, voice(question_type="open-ended")),
    (rules.scoring_unsaid, voice(score_weight=1)),
    (rules.scoring_unsaid, voice(score_of_1="No steps.")),
    (rules.rubric_unused, voice(question_type="open-ended")),
    (rules.rubric_unused, voice(question_type="open-ended", score_weight=0)),
    (rules.rubric_unused, voice(question_type="scored", **FULL)),
    (rules.rubric_unused, voice(question_type="open-ended", not_scored=True, score_weight=2)),
    (rules.weight_zero, voice()),
    (rules.weight_zero, voice(score_weight=1)),
    (rules.weight_zero, {"modality": "voice_tags", "text": "shift"}),
    (rules.threshold_without_scores, {"type": "resume"}),
    (rules.threshold_without_scores, {"type": "resume", "config": {"min_evaluation_score": 0.5}}),
    (rules.threshold_without_scores, step("resume", 0, MUST)),
    (rules.threshold_without_scores, step("resume", 0.5, MUST, {"modality": "resume_scoring", "text": "Depth"})),
    (rules.threshold_without_scores, step("web_interview", 0.5, voice(not_scored=True), voice())),
    (rules.resume_items_many, items("resume_eligibility", 4)),
    (rules.resume_items_many, items("resume_scoring", 7)),
]


@pytest.mark.parametrize(("rule", "part"), QUIET)
def test_quiet(hits_of, rule, part):
    assert hits_of(rule, part) == []


QUESTION = "/workflow/0/questions/0"
LOUD = [
    (rules.rubric_incomplete, voice(question_type="scored"), QUESTION, "no score_of_1 and no score_of_5"),
    (rules.rubric_incomplete, voice(not_scored=False), QUESTION, "no evaluation_criteria"),
    (rules.rubric_incomplete, voice(score_weight=3), QUESTION, "no evaluation_criteria"),
    (rules.rubric_incomplete, voice(**HALF), QUESTION, "has no score_of_5"),
    (rules.rubric_incomplete, {"modality": "resume_scoring", "text": "Depth"}, QUESTION, "no evaluation_criteria"),
    (rules.scored_and_not_scored, voice(not_scored=True, score_weight=1), f"{QUESTION}/not_scored", "has score_weight"),
    (
        rules.scored_and_not_scored,
        voice(not_scored=True, question_type="scored", score_weight=1, score_of_1="No steps."),
        f"{QUESTION}/not_scored",
        "question_type: scored and score_weight and score_of_1",
    ),
    (rules.scoring_unsaid, voice(), QUESTION, "nothing says"),
    (rules.scoring_unsaid, voice(score_weight=0), QUESTION, "nothing says"),
    (
        rules.rubric_unused,
        voice(question_type="open-ended", score_weight=2, score_of_5="Steps."),
        f"{QUESTION}/question_type",
        "score_of_5 and score_weight",
    ),
    (rules.weight_zero, voice(score_weight=0), f"{QUESTION}/score_weight", "is 0"),
    (rules.weight_zero, {**MUST, "score_weight": 0}, f"{QUESTION}/score_weight", "is 0"),
    (rules.threshold_without_scores, step("resume", 0.5, MUST), "/workflow/0/config/min_evaluation_score", "is 0.5"),
    (
        rules.threshold_without_scores,
        step("web_interview", 0.5, voice(question_type="open-ended"), {"modality": "voice_tags", "text": "shift"}),
        "/workflow/0/config/min_evaluation_score",
        "is 0.5",
    ),
    (rules.resume_items_many, items("resume_eligibility", 5), "/workflow/0/questions/4", "5 requirements"),
    (rules.resume_items_many, items("resume_scoring", 9), "/workflow/0/questions/7", "9 criteria"),
]


@pytest.mark.parametrize(("rule", "part", "pointer", "said"), LOUD)
def test_loud(hits_of, rule, part, pointer: str, said: str):
    (hit,) = hits_of(rule, part)
    assert hit.pointer == pointer and said in hit.message


def test_the_help_of_a_weight_fits_the_question(hits_of):
    (asked,) = hits_of(rules.weight_zero, voice(score_weight=0))
    (required,) = hits_of(rules.weight_zero, {**MUST, "score_weight": 0})
    assert "not_scored" in asked.help and "not_scored" not in required.help
