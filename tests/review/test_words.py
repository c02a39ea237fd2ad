from typing import get_args

import pytest

from heymilo_ops.model.facts import ChangeClass, facts
from heymilo_ops.model.posting import Manifest, Ops
from heymilo_ops.model.question import QUESTIONS
from heymilo_ops.model.record import Kind
from heymilo_ops.model.step import CONFIGS, STEPS, Blackout, CheatDetection, WebInterviewSettings
from heymilo_ops.review import words

MODELS = (Manifest, Ops, Blackout, CheatDetection, WebInterviewSettings, *QUESTIONS.values(), *CONFIGS.values())


def test_every_field_step_modality_and_class_has_a_name() -> None:
    fields = {name for model in (*MODELS, *STEPS.values()) for name in facts(model)} - {"key", "ops"}
    assert fields - words.FIELDS.keys() == set()
    assert words.FIELDS.keys() - fields == set(), "names of fields that no model has"
    assert set(words.STEPS) == set(STEPS)
    assert set(words.MODALITIES) == set(QUESTIONS)
    assert set(words.CLASSES) == set(ChangeClass)


@pytest.mark.parametrize("kind", get_args(Kind))
def test_what_an_intent_is_doing_has_a_word(kind: str) -> None:
    assert words.going(kind).endswith("ing")


def test_unknown_names_are_said_in_words() -> None:
    assert words.field_name("some_new_field") == "Some new field"
    assert words.step_name("video_call") == "Video call"
    assert words.modality_name("hologram") == "hologram"


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("x", None, "not set"),
        ("is_knockout", True, "yes"),
        ("is_knockout", False, "no"),
        ("min_evaluation_score", 0.7, "70 of 100"),
        ("min_evaluation_score", 0.655, "65.5 of 100"),
        ("max_duration_seconds", 1800, "30 min"),
        ("start_hour", 7, "07:00"),
        ("score_weight", 3, "3"),
        ("retake_cooldown_days", 0.5, "0.5"),
        ("deadline", "2027-03-31T18:00:00Z", "31 Mar 2027 18:00 UTC"),
        ("deadline", "2027-03-31T18:00:00-05:30", "31 Mar 2027 18:00 -05:30 (23:30 UTC)"),
        ("deadline", "2027-03-31T18:00:00", "31 Mar 2027 18:00"),
        ("deadline", "soon", "soon"),
        ("job_overview_delivery_mode", "silent_reference", "not told, for the AI alone"),
        ("job_overview_delivery_mode", "sung", "sung"),
        ("operator", "gte", "at least"),
        ("operator", "like", "like"),
        ("title", "A title", "A title"),
        ("types", ["a", "b"], "a, b"),
        ("types", (), "none"),
        ("dropdown_values", [{"label": "Yes", "value": "Yes"}, {"label": "No", "value": "N"}], "Yes, No (N)"),
        ("metadata", {}, "none"),
        ("metadata", {"team": "x"}, "team: x"),
        ("answer", object, str(object)),
    ],
)  # fmt: skip
def test_values_in_words(field, value, said) -> None:
    assert words.value_words(field, value) == said


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(0, "0 s"), (1, "1 s"), (90, "90 s"), (60, "1 min"), (125, "2 min 5 s"), (5400, "1 h 30 min"), (3600, "1 h")],
)
def test_durations(seconds, said) -> None:
    assert words.duration(seconds) == said
