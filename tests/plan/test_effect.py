"""Effects on people."""

from __future__ import annotations

from typing import Any

import pytest

from heymilo_ops.model.facts import ChangeClass
from heymilo_ops.model.posting import Manifest
from heymilo_ops.model.question import FormQuestion, SmsQuestion
from heymilo_ops.model.step import SmsConfig, WebInterviewConfig
from heymilo_ops.plan.effect import effect_of, heaviest, question_effect


@pytest.mark.parametrize(
    ("models", "tokens", "effect"),
    [
        ((Manifest,), ("title",), "identity"),
        ((Manifest,), ("metadata", "team"), "cosmetic"),
        ((Manifest,), ("ops", "protect"), "cosmetic"),
        ((Manifest,), ("deadline",), "notice"),
        ((WebInterviewConfig,), ("cheat_detection_config",), "notice"),
        ((WebInterviewConfig,), ("cheat_detection_config", "threshold"), "rubric"),
        ((WebInterviewConfig,), ("web_interview_config", "avatar_image_url"), "cosmetic"),
        ((SmsConfig,), ("blackout_period", "end_hour"), "notice"),
        ((SmsConfig,), ("knockout_enabled",), "knockout"),
        ((SmsQuestion, FormQuestion), ("operator",), "knockout"),
        ((FormQuestion,), ("answer", "anything"), "knockout"),
        ((FormQuestion,), ("text",), "wording"),
    ],
)
def test_the_deepest_fact_on_the_way(models: Any, tokens: tuple[str, ...], effect: str) -> None:
    assert effect_of(models, tokens) == effect


@pytest.mark.parametrize(
    ("question", "effect"),
    [
        ({"modality": "resume_eligibility"}, "knockout"),
        ({"modality": "sms", "is_dealbreaker": True, "score_weight": 2}, "knockout"),
        ({"modality": "form", "is_knockout": True}, "knockout"),
        ({"modality": "form", "is_answer_mandated": True}, "knockout"),
        ({"modality": "form", "is_knockout": False}, "wording"),
        ({"modality": "resume_scoring"}, "scoring"),
        ({"modality": "voice", "score_weight": 3}, "scoring"),
        ({"modality": "voice", "score_of_1": "x"}, "scoring"),
        ({"modality": "voice", "question_type": "scored"}, "scoring"),
        ({"modality": "voice", "question_type": "open-ended", "score_weight": 3}, "wording"),
        ({"modality": "voice", "not_scored": True, "score_weight": 3}, "wording"),
        ({"modality": "voice", "score_weight": 0}, "wording"),
        ({"modality": "sms", "score_weight": 1}, "scoring"),
        ({"modality": "voice_tags"}, "wording"),
    ],
)
def test_asking_a_question_or_not(question: dict[str, Any], effect: str) -> None:
    assert question_effect(question) == effect


def test_the_heaviest() -> None:
    assert heaviest([ChangeClass.WORDING, ChangeClass.KNOCKOUT, ChangeClass.NOTICE]) is ChangeClass.KNOCKOUT
    assert heaviest([]) is None
