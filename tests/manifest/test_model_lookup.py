"""What a place in a manifest is, and what it is called."""

from __future__ import annotations

import pytest

from heymilo_ops.manifest.model_lookup import Path, describe_object, find_container, find_homes, model_at
from heymilo_ops.model.posting import Manifest, Ops
from heymilo_ops.model.question import FormQuestion, VoiceQuestion, VoiceTag
from heymilo_ops.model.step import Blackout, SmsConfig, SmsStep

DATA = {
    "workflow": [
        {"type": "web_interview", "questions": [{"text": "a"}, {"modality": "voice_tags"}, {"modality": "odd"}]},
        {"type": "form", "questions": [{"text": "a"}]},
        {"type": "conversational_sms"},
        {"type": "odd", "questions": [{"text": "a"}]},
        {},
    ]
}


@pytest.mark.parametrize(
    ("path", "model", "words"),
    [
        ((), Manifest, "a posting"),
        (("ops",), Ops, "ops"),
        (("workflow", 2), SmsStep, "a conversational_sms step"),
        (("workflow", 2, "config"), SmsConfig, "the config of a conversational_sms step"),
        (("workflow", 2, "config", "blackout_period"), Blackout, "blackout_period"),
        (("workflow", 2, "config", "other"), None, "other"),
        (("workflow", 0, "questions", 0), VoiceQuestion, "a voice question"),
        (("workflow", 0, "questions", 1), VoiceTag, "a voice_tags question"),
        (("workflow", 0, "questions", 2), None, "a question"),
        (("workflow", 1, "questions", 0), FormQuestion, "a form question"),
        (("workflow", 3), None, "a step"),
        (("workflow", 4), None, "a step"),
        (("workflow", 3, "questions", 0), None, "a question"),
        (("metadata",), None, "metadata"),
    ],
)
def test_a_place_has_a_model_and_words(path: Path, model: type | None, words: str) -> None:
    assert model_at(DATA, path) is model
    assert describe_object(DATA, path) == words


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("nonsense", []),
        ("slider_min", ["form questions"]),
        ("threshold", ["cheat_detection_config"]),
        ("title", ["the top level of the file"]),
        ("protect", ["ops"]),
        ("voice_id", ["the config of web_interview steps"]),
        ("response_format", ["voice_tags questions"]),
    ],
)
def test_where_a_field_belongs(name: str, expected: list[str]) -> None:
    assert find_homes(name) == expected


@pytest.mark.parametrize(
    ("pointer", "expected"),
    [
        ("", ""),
        ("/title", ""),
        ("/metadata/a", "/metadata"),
        ("/workflow", ""),
        ("/workflow/0", "/workflow/0"),
        ("/workflow/0/type", "/workflow/0"),
        ("/workflow/0/questions", "/workflow/0"),
        ("/workflow/0/questions/2", "/workflow/0/questions/2"),
        ("/workflow/0/questions/2/answer/3", "/workflow/0/questions/2"),
        ("/workflow/0/config", "/workflow/0/config"),
        ("/workflow/0/config/blackout_period/end_hour", "/workflow/0/config"),
    ],
)
def test_what_is_around_a_pointer(pointer: str, expected: str) -> None:
    assert find_container(pointer) == expected
