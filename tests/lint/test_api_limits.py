from __future__ import annotations

import pytest

from heymilo_ops.lint.rules import api_limits as rules

FORM = {"type": "form", "questions": [{"text": "Which shifts?"}]}
VOICE = {"modality": "voice", "text": "Why?"}


def voice(**fields):
    return {**VOICE, **fields}


def room(**fields):
    return {"type": "web_interview", "config": {"web_interview_config": fields}}


QUIET = [
    (rules.both_workflow_and_template, {}),
    (rules.both_workflow_and_template, {"interview_template_id": "IT_1"}),
    (rules.no_workflow, {"interview_template_id": "IT_1"}),
    (rules.step_type_twice, {"workflow": [FORM, {"type": "resume"}]}),
    (
        rules.question_key_twice,
        {"type": "form", "questions": [{"text": "A"}, {"text": "B"}, {"text": "C", "key": "c"}]},
    ),
    (rules.follow_ups_crossed, voice(min_follow_ups=2, max_follow_ups=2)),
    (rules.follow_ups_crossed, voice(min_follow_ups=5)),
    (rules.follow_ups_crossed, voice(max_follow_ups=0)),
    (rules.durations_crossed, room(min_duration_seconds=300, max_duration_seconds=301)),
    (rules.durations_crossed, room(min_duration_seconds=300)),
    (rules.durations_crossed, room(max_duration_seconds=300)),
    (rules.durations_crossed, {"type": "web_interview", "config": {}}),
    (rules.durations_crossed, {"type": "web_interview"}),
    (rules.sms_without_number, {"phone_number_id": None}),
    (rules.sms_without_number, {"type": "conversational_sms"}),
    (rules.calls_without_number, {"phone_number_id": None, "workflow": [{"type": "web_interview"}]}),
    (rules.calls_without_number, {"type": "web_interview", "config": {"phone_calls_enabled": True}}),
    (
        rules.calls_without_number,
        {"phone_number_id": None, "workflow": [{"type": "web_interview", "config": {"phone_calls_enabled": False}}]},
    ),
    (rules.questions_empty, {"type": "form"}),
    (rules.questions_left_to_heymilo, {"type": "form", "questions": []}),
    (rules.count_beside_questions, {"type": "web_interview", "config": {"num_questions": 5}}),
    (rules.count_beside_questions, {"type": "web_interview", "questions": [{"text": "Why?"}]}),
    (rules.tag_name_twice, {"type": "web_interview", "questions": [VOICE, {**VOICE, "key": "again"}]}),
    (rules.tag_options_unused, {"modality": "voice_tags", "text": "shift", "options": ["a"]}),
    (rules.tag_options_unused, {"modality": "voice_tags", "text": "shift", "response_format": "date", "options": []}),
]


@pytest.mark.parametrize(("rule", "part"), QUIET)
def test_quiet(hits_of, rule, part):
    assert hits_of(rule, part) == []


LOUD = [
    (rules.both_workflow_and_template, {"interview_template_id": "IT_1", "workflow": [FORM]}, "/interview_template_id"),
    (rules.no_workflow, {"workflow": None}, ""),
    (rules.step_type_twice, {"workflow": [FORM, {"type": "resume"}, FORM]}, "/workflow/2/type"),
    (
        rules.question_key_twice,
        {"workflow": [FORM, {"type": "web_interview", "questions": [voice(key="a"), voice(key="a")]}]},
        "/workflow/1/questions/1/key",
    ),
    (
        rules.follow_ups_crossed,
        voice(min_follow_ups=1, max_follow_ups=0),
        "/workflow/0/questions/0/min_follow_ups",
    ),
    (
        rules.durations_crossed,
        room(min_duration_seconds=300, max_duration_seconds=300),
        "/workflow/0/config/web_interview_config/min_duration_seconds",
    ),
    (
        rules.sms_without_number,
        {"phone_number_id": None, "workflow": [{"type": "conversational_sms"}]},
        "/workflow/0",
    ),
    (
        rules.calls_without_number,
        {"phone_number_id": None, "workflow": [{"type": "web_interview", "config": {"phone_calls_enabled": True}}]},
        "/workflow/0/config/phone_calls_enabled",
    ),
    (rules.questions_empty, {"type": "resume", "questions": []}, "/workflow/0/questions"),
    (rules.questions_left_to_heymilo, {"type": "resume"}, "/workflow/0"),
    (
        rules.count_beside_questions,
        {
            "type": "resume",
            "config": {"num_criteria_questions": 0},
            "questions": [{"modality": "resume_scoring", "text": "Depth"}],
        },
        "/workflow/0/config/num_criteria_questions",
    ),
    (
        rules.tag_name_twice,
        {
            "type": "web_interview",
            "questions": [{"modality": "voice_tags", "text": "shift"}, {"modality": "voice_tags", "text": " Shift"}],
        },
        "/workflow/0/questions/1/text",
    ),
    (
        rules.tag_options_unused,
        {"modality": "voice_tags", "text": "shift", "response_format": "date", "options": ["a"]},
        "/workflow/0/questions/0/options",
    ),
]


@pytest.mark.parametrize(("rule", "part", "pointer"), LOUD)
def test_loud(hits_of, rule, part, pointer: str):
    assert [hit.pointer for hit in hits_of(rule, part)] == [pointer]
