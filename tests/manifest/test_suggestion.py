"""What a wrong word was meant to be."""

from __future__ import annotations

import pytest

from heymilo_ops.manifest.check import check_posting
from heymilo_ops.manifest.likely_cause import key_meant, key_nearest, modalities_at, value_meant
from heymilo_ops.manifest.yaml_file import read_text

HEAD = "name: porter\ntitle: Night porter\n"


def said(text: str) -> list[tuple[str, str, str]]:
    found = check_posting(read_text(HEAD + text, "x.yaml"))
    return [(str(each.place), each.message, each.help) for each in found]


def test_nothing_is_guessed_of_words_that_mean_several_keys_or_none() -> None:
    assert key_meant("overview", ["job_overview", "company_overview"]) is None
    assert key_meant("colour", ["title"]) is None
    assert key_nearest("colour", ["title"]) is None
    assert value_meant("of", ["one_of", "x"]) is None
    assert value_meant(">=", ["single", "multiple"]) is None


@pytest.mark.parametrize("path", [(), ("workflow", 0), ("workflow", 0, "config", "x"), ("workflow", 1, "questions", 0)])
def test_no_modality_outside_of_a_known_step(path: tuple[str | int, ...]) -> None:
    assert modalities_at(path, [{"type": "form"}, {"type": "forn"}]) == ()
    assert modalities_at(path, None) == ()
    assert modalities_at(("workflow", 0, "questions", 0), ["form"]) == ()


def test_a_key_of_a_step_at_the_root_was_indented_too_little() -> None:
    text = "workflow:\n- type: form\nquestions:\n  - text: Which shifts can you work?\n"
    assert said(text) == [
        ("x.yaml:5:1", "'questions' is not known in a posting", "it belongs in a step; move or remove it")
    ]


def test_the_end_of_a_key_is_enough() -> None:
    text = "workflow:\n- type: web_interview\n  questions:\n  - text: How?\n    weight: 3\n"
    assert said(text)[0][2] == "did you mean 'score_weight'?"


def test_a_misspelt_type_is_named_where_it_stands() -> None:
    assert said("workflow:\n- typ: form\n  questions: []\n") == [
        ("x.yaml:4:3", "'typ' is not known in a step", "did you mean 'type'?")
    ]


def test_a_missing_modality_says_which_there_are() -> None:
    text = "workflow:\n- type: resume\n  questions:\n  - text: Has a driving licence\n"
    assert said(text)[0][2] == "add 'modality:' with one of: resume_eligibility, resume_scoring"


def test_a_modality_of_another_step_says_which_step() -> None:
    text = "workflow:\n- type: web_interview\n  questions:\n  - modality: sms\n    text: Can you work nights?\n"
    assert said(text)[0][2] == "allowed here: voice, voice_tags; sms questions belong in a conversational_sms step"


@pytest.mark.parametrize(
    ("type", "meant"), [("sms", "conversational_sms"), ("Form", "form"), ("web", "web_interview"), ("cv", None)]
)
def test_a_step_type(type: str, meant: str | None) -> None:
    help = said(f"workflow:\n- type: {type}\n")[0][2]
    assert help.startswith(f"did you mean '{meant}'? Allowed: " if meant else "allowed: conversational_sms")


def test_an_operator_as_a_sign() -> None:
    text = "workflow:\n- type: form\n  questions:\n  - text: How many?\n    question_type: number\n    operator: '>='\n"
    assert said(text)[0][2] == "did you mean 'gte'? Allowed: eq, neq, gt, gte, lt, lte"


def test_a_workflow_without_steps() -> None:
    assert said("workflow: []\n") == [
        ("x.yaml:3:11", "'workflow' has no step", "add one, such as '- type: web_interview'")
    ]
