"""Effects on people."""

from __future__ import annotations

from typing import Any

import pytest

from heymilo_ops.model.facts import ChangeClass
from heymilo_ops.model.posting import Manifest
from heymilo_ops.model.question import FormQuestion, SmsQuestion
from heymilo_ops.model.step import SmsConfig, WebInterviewConfig
from heymilo_ops.plan.change import Action, Change, FieldChange
from heymilo_ops.plan.effect import classes, effect_of, heaviest, question_effect


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


KNOCKOUT = {"modality": "sms", "text": "Can you drive?", "is_dealbreaker": True}
SCORED = {"modality": "sms", "text": "How many years?", "score_weight": 2}
STEP = {"type": "conversational_sms", "config": {"intro_message": "Hello"}, "questions": [SCORED]}


def field(path: str, kind: str, effect: str, before=None, after=None) -> FieldChange:
    return FieldChange(path, kind, before, after, ChangeClass(effect))


@pytest.mark.parametrize(
    ("fields", "effect", "named"),
    [
        ((), None, []),
        ((), "identity", ["identity"]),
        ((field("/deadline", "changed", "notice", "a", "b"),), "notice", ["notice"]),
        (
            (
                field("/redirect_url", "added", "cosmetic", None, "https://x"),
                field("/deadline", "changed", "notice", "a", "b"),
                field("/workflow/0/questions/0/is_dealbreaker", "changed", "knockout", False, True),
            ),
            "knockout",
            ["knockout", "notice", "cosmetic"],
        ),
        ((field("/workflow/0", "added", "identity", None, STEP),), "identity", ["identity", "notice", "scoring"]),
        ((field("/workflow/0", "removed", "identity", {"type": "form"}),), "identity", ["identity"]),
        (
            (field("/workflow/0/questions", "removed", "scoring", [KNOCKOUT, SCORED]),),
            "scoring",
            ["knockout", "scoring"],
        ),
        ((field("/workflow/0", "moved", "identity", 0, 1),), "identity", ["identity"]),
        ((field("/metadata/team", "added", "cosmetic", None, {"type": "team"}),), "cosmetic", ["cosmetic"]),
    ],
)
def test_every_class_the_gravest_first(fields, effect, named) -> None:
    change = Change("a", Action.REPLACE, fields=fields, effect=ChangeClass(effect) if effect else None)
    assert [each.value for each in classes(change)] == named
