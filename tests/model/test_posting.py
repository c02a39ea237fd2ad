"""What a manifest may hold."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from heymilo_ops.model.posting import Manifest, Ops
from heymilo_ops.model.question import QUESTIONS, VoiceQuestion
from heymilo_ops.model.step import CONFIGS, MODALITIES, STEPS, USUAL_MODALITY

FORM = {"type": "form"}


def manifest(**changes: Any) -> Manifest:
    return Manifest.model_validate({"name": "nurse", "title": "Nurse", "workflow": [FORM], **changes})


def asked(step: str, **question: Any) -> Manifest:
    return manifest(workflow=[{"type": step, "questions": [{"text": "A", **question}]}])


@pytest.mark.parametrize(
    "changes",
    [
        {"name": "Nurse"},
        {"name": "a--b"},
        {"name": "-a"},
        {"name": "a" * 101},
        {"title": "ab"},
        {"title": "a" * 201},
        {"title": None},
        {"title": 12},
        {"description": "a" * 50001},
        {"language": "english please"},
        {"company_overview": None},
        {"job_overview_delivery_mode": "loud"},
        {"interview_process_overview": "a" * 10001},
        {"redirect_url": "http://a.example"},
        {"redirect_url": "https://localhost"},
        {"scheduling_url": "https://user@a.example"},
        {"deadline": "2027-01-01"},
        {"deadline": "2027-01-01T10:00:00"},
        {"allow_sms_comms": "no"},
        {"max_retakes": 6},
        {"max_retakes": 1.5},
        {"max_retakes": True},
        {"retake_cooldown_days": -1},
        {"metadata": {"heymilo-ops": "x"}},
        {"metadata": {"heymilo-ops-mine": "x"}},
        {"metadata": {"a" * 41: "x"}},
        {"metadata": {"a": "x" * 501}},
        {"metadata": {"a": 1}},
        {"metadata": {str(i): "x" for i in range(48)}},
        {"workflow": []},
        {"workflow": [{"type": "phone"}]},
        {"colour": "red"},
        {"ops": {"on_change": "explode"}},
        {"ops": {"colour": "red"}},
        {"ops": {"workspaces": [" "]}},
    ],
)
def test_what_is_refused(changes: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        manifest(**changes)


@pytest.mark.parametrize(
    "changes",
    [
        {"name": "a" * 100},
        {"name": "a1-2b"},
        {"title": "abc"},
        {"language": "pt-BR"},
        {"description": ""},
        {"interview_process_overview": None},
        {"deadline": "2027-01-01T10:00Z"},
        {"deadline": "2027-01-01T10:00:00.123+05:30"},
        {"max_retakes": 3.0},
        {"max_retakes": 0},
        {"retake_cooldown_days": 0.5},
        {"metadata": {str(i): "x" for i in range(47)}},
        {"metadata": {"heymilo": "x"}},
        {"redirect_url": "https://a.example/thanks?x=1"},
        {"workflow": None, "interview_template_id": "IT_1"},
    ],
)
def test_what_is_taken(changes: dict[str, Any]) -> None:
    manifest(**changes)


@pytest.mark.parametrize(
    ("step", "question"),
    [
        ("web_interview", {"modality": "sms"}),
        ("web_interview", {"modality": "voice", "is_dealbreaker": True}),
        ("web_interview", {"modality": "voice", "score_weight": 11}),
        ("web_interview", {"modality": "voice", "max_follow_ups": -1}),
        ("web_interview", {"modality": "voice", "text": " "}),
        ("web_interview", {"modality": "voice", "additional_instructions": 5}),
        ("web_interview", {"modality": "voice_tags", "score_weight": 1}),
        ("conversational_sms", {"modality": "sms", "expected_value": 1.5}),
        ("form", {"modality": "form", "score_weight": 1}),
        ("form", {"modality": "form", "operator": "minimum"}),
        ("form", {"modality": "form", "dropdown_values": []}),
        ("form", {"modality": "form", "dropdown_values": [{"label": 1}]}),
        ("resume", {"modality": "resume_eligibility", "score_of_1": "x"}),
        ("resume", {}),
    ],
)
def test_a_question_takes_only_its_own_fields(step: str, question: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        asked(step, **question)


@pytest.mark.parametrize(
    ("step", "config"),
    [
        ("web_interview", {"knockout_enabled": True}),
        ("web_interview", {"num_questions": 26}),
        ("web_interview", {"cheat_detection_config": {"types": ["facial_behavior"]}}),
        ("web_interview", {"cheat_detection_config": {"threshold": 101}}),
        ("web_interview", {"web_interview_config": {"min_duration_seconds": 0}}),
        ("conversational_sms", {"intro_message": "a" * 501}),
        ("conversational_sms", {"blackout_period": {"start_hour": 24}}),
        ("conversational_sms", {"cooldown_period_hrs": 169}),
        ("resume", {"min_evaluation_score": 1.1}),
        ("form", {"min_evaluation_score": 0.5}),
    ],
)
def test_a_step_takes_only_its_own_config(step: str, config: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        manifest(workflow=[{"type": step, "config": config}])


def test_models_are_frozen() -> None:
    with pytest.raises(ValidationError):
        manifest().title = "Other"  # type: ignore[misc]


def test_ops_left_out_are_the_usual_ones() -> None:
    assert manifest().ops == Ops()
    assert (Ops().on_change, Ops().on_remove, Ops().on_replace, Ops().protect) == (
        None,
        "archive",
        "archive",
        False,
    )


def test_every_step_type_and_modality_has_its_model() -> None:
    assert set(STEPS) == set(CONFIGS) == set(MODALITIES)
    assert {each for modalities in MODALITIES.values() for each in modalities} == set(QUESTIONS)
    assert all(MODALITIES[step][0] == usual for step, usual in USUAL_MODALITY.items())
    for step, modalities in MODALITIES.items():
        for modality in modalities:
            asked(step, modality=modality)
    assert QUESTIONS["voice"] is VoiceQuestion
