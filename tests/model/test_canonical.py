"""The canonical form and its digest."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heymilo_ops.model.canonical import (
    CANON,
    canonical,
    design_part,
    digest,
    digests,
    question_keys,
    request_of,
    settings_fields,
    settings_part,
    utc,
    with_modality,
)

CASES = sorted((Path(__file__).parents[1] / "cases" / "canon").glob("*/*.json"))
FORM = {"type": "form"}


def posting(*steps: Any, **root: Any) -> dict[str, Any]:
    return {"name": "nurse", "title": "Nurse", "workflow": list(steps or [FORM]), **root}


def moved(one: dict[str, Any], other: dict[str, Any]) -> bool:
    return digest(canonical(one)) != digest(canonical(other))


def test_an_unknown_version_is_refused() -> None:
    with pytest.raises(LookupError):
        canonical(posting(), 99)


def test_every_version_has_its_goldens() -> None:
    assert {path.parent.name for path in CASES} == {str(each) for each in range(1, CANON + 1)}


@pytest.mark.parametrize("path", CASES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_the_form_of_every_version_never_changes(path: Path) -> None:
    case = json.loads(path.read_text(encoding="utf-8"))
    before = copy.deepcopy(case["request"])
    form = canonical(case["request"], int(path.parent.name))
    assert json.dumps(form, sort_keys=True) == json.dumps(case["form"], sort_keys=True)
    assert digest(form) == case["digest"]
    assert case["request"] == before


@pytest.mark.parametrize("path", CASES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_both_digests_at_once_are_the_two_digests(path: Path) -> None:
    form = json.loads(path.read_text(encoding="utf-8"))["form"]
    assert digests(form) == (digest(form), digest(design_part(form)))


@pytest.mark.parametrize("path", CASES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_form_is_its_own_form(path: Path) -> None:
    form = json.loads(path.read_text(encoding="utf-8"))["form"]
    assert digest(canonical(form, int(path.parent.name))) == digest(form)


# what moves a digest


@pytest.mark.parametrize(
    "changes",
    [
        {"title": " Nurse"},
        {"title": "nurse"},
        {"language": "de"},
        {"deadline": "2027-01-01T00:00:00Z"},
        {"max_retakes": 0},
        {"allow_sms_comms": True},
        {"metadata": {"a": ""}},
        {"retake_cooldown_days": 0},
        {"description": "Text"},
        {"workflow": [FORM, FORM]},
        {"workflow": [{"type": "form", "questions": []}]},
        {"workflow": [{"type": "form", "config": {"knockout_enabled": False}}]},
    ],
)
def test_what_says_something_moves_the_digest(changes: dict[str, Any]) -> None:
    assert moved(posting(), posting(**changes))


def test_order_of_questions_steps_and_choices_says_something() -> None:
    a, b = {"modality": "form", "text": "A"}, {"modality": "form", "text": "B"}
    assert moved(posting({"type": "form", "questions": [a, b]}), posting({"type": "form", "questions": [b, a]}))
    assert moved(posting(FORM, {"type": "resume"}), posting({"type": "resume"}, FORM))
    one, two = [{"label": "x"}, {"label": "y"}], [{"label": "y"}, {"label": "x"}]
    first = {**a, "dropdown_values": one}
    assert moved(
        posting({"type": "form", "questions": [first]}),
        posting({"type": "form", "questions": [{**a, "dropdown_values": two}]}),
    )


def test_with_a_template_a_default_says_something() -> None:
    bare = {"name": "nurse", "title": "Nurse", "interview_template_id": "IT_1"}
    for spoken in ({"language": "en"}, {"allow_sms_comms": False}, {"max_retakes": None}, {"metadata": {}}):
        assert moved(bare, {**bare, **spoken})
    assert not moved(bare, {**bare, "title": "Nurse\n"})


def test_true_is_not_one() -> None:
    def answered(answer: Any) -> dict[str, Any]:
        return posting({"type": "form", "questions": [{"modality": "form", "text": "A", "answer": answer}]})

    assert moved(answered(True), answered(1))
    assert not moved(answered(1), answered(1.0))


# what doesn't


@given(st.permutations(["name", "title", "workflow", "language", "metadata"]))
def test_the_order_of_keys_says_nothing(order: list[str]) -> None:
    full = posting(language="de", metadata={"a": "1", "b": "2"})
    assert not moved(full, {key: full[key] for key in order})


@given(st.text(alphabet=" \t\n\r", max_size=4))
def test_trailing_white_space_of_prose_says_nothing(space: str) -> None:
    def worded(end: str) -> dict[str, Any]:
        question = {"modality": "voice", "text": "Why?" + end, "evaluation_criteria": "Reason" + end}
        config = {"instructions": "Be kind" + end, "web_interview_config": {"intro_message": "Hi" + end}}
        step = {"type": "web_interview", "config": config, "questions": [question]}
        return posting(step, description="A ward" + end)

    assert not moved(worded(""), worded(space))


def test_white_space_of_what_is_no_prose_is_kept() -> None:
    assert canonical(posting(redirect_url="https://a.example "))["redirect_url"].endswith(" ")


@pytest.mark.parametrize(
    ("deadline", "form"),
    [
        ("2027-03-31T18:00:00+00:00", "2027-03-31T18:00:00Z"),
        ("2027-03-31T18:00Z", "2027-03-31T18:00:00Z"),
        ("2027-03-31T20:00:00+02:00", "2027-03-31T18:00:00Z"),
        ("2027-04-01T00:30:00+14:00", "2027-03-31T10:30:00Z"),
        ("2027-03-31T18:00:00", "2027-03-31T18:00:00"),
        ("soon", "soon"),
        ("0001-01-01T00:00:00+05:00", "0001-01-01T00:00:00+05:00"),
    ],
)
def test_deadlines_in_utc(deadline: str, form: str) -> None:
    assert utc(deadline) == form
    assert canonical(posting(deadline=deadline))["deadline"] == form


# parts


def test_settings_and_design_are_the_whole() -> None:
    form = canonical(posting(max_retakes=1, metadata={"a": "1"}, language="de"))
    assert set(settings_part(form)) == {"max_retakes", "metadata"}
    assert set(design_part(form)) == {"name", "title", "language", "workflow"}
    assert {**settings_part(form), **design_part(form)} == form


def test_the_settings_by_name() -> None:
    assert sorted(settings_fields()) == [
        "allow_sms_comms",
        "deadline",
        "design_template_group_id",
        "email_report_to_candidate",
        "email_template_group_id",
        "max_retakes",
        "metadata",
        "phone_number_id",
        "redirect_url",
        "retake_cooldown_days",
        "scheduling_url",
        "sender_email_id",
    ]


# from the manifest to the request


def test_the_request_has_no_keys_of_the_tool_and_every_modality() -> None:
    resolved = posting(
        {"type": "web_interview", "questions": [{"key": "a", "text": "A"}, {"modality": "voice_tags", "text": "B"}]},
        {"type": "conversational_sms", "questions": [{"text": "C"}]},
        {"type": "form", "questions": [{"text": "D"}]},
        {"type": "resume", "questions": [{"modality": "resume_scoring", "text": "E", "key": "e"}]},
        ops={"protect": True},
    )
    before = copy.deepcopy(resolved)
    request = request_of(resolved)
    assert resolved == before
    assert "ops" not in request
    assert [[each.get("modality") for each in step["questions"]] for step in request["workflow"]] == [
        ["voice", "voice_tags"],
        ["sms"],
        ["form"],
        ["resume_scoring"],
    ]
    assert "key" not in json.dumps(request)
    assert question_keys(resolved) == {"/workflow/0/questions/0": "a", "/workflow/3/questions/0": "e"}


@pytest.mark.parametrize(
    "resolved",
    [{}, {"workflow": None}, {"workflow": "x"}, {"workflow": ["x", None, {"questions": "x"}, {"questions": ["y"]}]}],
)
def test_what_is_not_shaped_like_a_posting_stays_as_it_is(resolved: dict[str, Any]) -> None:
    assert with_modality(resolved) == request_of(resolved) == resolved


def test_a_resume_question_is_given_no_modality() -> None:
    resolved = {"workflow": [{"type": "resume", "questions": [{"text": "A"}]}]}
    assert with_modality(resolved) == resolved


def test_no_steps_no_keys() -> None:
    assert question_keys({"workflow": None}) == question_keys({"workflow": [{"type": "form"}]}) == {}


def test_a_variable_among_texts_whose_order_says_nothing() -> None:
    def digest_of(*types: Any) -> str:
        config = {"cheat_detection_config": {"types": list(types)}}
        return digest(canonical({"name": "a", "workflow": [{"type": "web_interview", "config": config}]}))

    one, other = {"var": "a"}, {"var": "b"}
    assert digest_of("tab_switch", one, "gaze", other) == digest_of(other, "gaze", "tab_switch", one)
    assert digest_of(one) != digest_of(other)
