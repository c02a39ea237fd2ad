"""The canonical form and its digest."""

from __future__ import annotations

import copy
import enum
import json
import math
import unicodedata
from pathlib import Path
from typing import Any

import pytest
import rfc8785
from hypothesis import given, settings
from hypothesis import strategies as st

from heymilo_ops.model.canonical import (
    CANON,
    canonical,
    composed,
    design_part,
    digest,
    digests,
    joined,
    json_bytes,
    json_members,
    prose_1,
    prose_2,
    question_keys,
    reads_alike,
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


TEXTS = st.text(st.characters(codec="utf-8"))
LEAVES = (
    st.none()
    | st.booleans()
    | st.integers(-(2**53) + 1, 2**53 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.floats(-1000, 1000)
    | TEXTS
)
JSON = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=5) | st.dictionaries(TEXTS | st.text("az_", max_size=3), inner)
)


class Word(enum.StrEnum):
    WORD = "a"


def outcome(write: Any, value: Any) -> object:
    try:
        return write(value)
    except ValueError as error:
        return type(error)


@pytest.mark.parametrize(
    "value", [2**53, -(2**53), math.nan, math.inf, "\ud800", {"\ud800": 1}, {1: 1}, {"a": object()}, {"a": {1}}]
)
def test_what_has_no_form_is_refused_as_the_library_does(value: Any) -> None:
    refused = outcome(rfc8785.dumps, value)
    assert refused is not bytes and isinstance(refused, type)
    assert outcome(json_bytes, value) is refused


@pytest.mark.parametrize(
    "value",
    [
        *(
            0.0,
            -0.0,
            1.0,
            -1.0,
            0.1,
            1e-4,
            9e-5,
            1e-6,
            1e-7,
            1e15,
            1e16,
            1e20,
            1e21,
            1.5e300,
            5e-324,
            0.30000000000000004,
        ),
        *(999999999999999.9, 123456789012345.67, 0.0001, 0.00010000000000000002),
        *(2**53 - 1, -(2**53) + 1, True, False, None, [], {}, [[]], {"": {}}),
        *('\x7f\x00\x1f\b\t\n\f\r"\\/', "\u2028\u2029", "é😀", {"\ue000": 1, "😀": 2}, {"é": 1, "z": 2}),
        *({"a": 1, "A": 2, "_": 3, "a_b": 4, "ab": 5}, (1, 2), Word.WORD, {"a": Word.WORD}),
    ],
)
def test_edges(value: Any) -> None:
    assert json_bytes(value) == rfc8785.dumps(value)


@given(JSON)
@settings(deadline=None)
def test_any_data(value: Any) -> None:
    assert json_bytes(value) == rfc8785.dumps(value)


@given(st.floats() | st.floats(1e-7, 1e-3) | st.floats(1e14, 1e22) | st.decimals(-9999, 9999, places=4).map(float))
def test_any_number(value: float) -> None:
    assert outcome(json_bytes, value) == outcome(rfc8785.dumps, value)


@given(st.dictionaries(TEXTS | st.text("az_", max_size=3), JSON, max_size=5))
@settings(deadline=None)
def test_the_members_joined_are_the_whole(value: dict[str, Any]) -> None:
    members = json_members(value)
    assert joined(members.values()) == rfc8785.dumps(value)
    rest = {key: each for key, each in value.items() if key > "m"}
    assert joined(each for key, each in members.items() if key > "m") == rfc8785.dumps(rest)


@pytest.mark.parametrize("value", [{"a": "\ud800"}, {"\ud800": 1}, {"a": math.nan}, {"a": 2**53}])
def test_members_without_a_form_are_refused(value: dict[str, Any]) -> None:
    with pytest.raises(ValueError):
        json_members(value)


def test_a_usual_manifest_needs_no_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rfc8785, "dumps", lambda _: b"library")
    assert json_bytes({"a": [1, 0.5, "é", True, None]}) == '{"a":[1,0.5,"é",true,null]}'.encode()
    assert json_bytes({"é": 1}) == b"library"


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Re\u0301ception", "R\u00e9ception"),
        ("a \t\n\u00a0\u202f\nb\u3000\n", "a\n\nb"),
        ("  a\n  b", "  a\n  b"),
        ("a\r\nb", "a\r\nb"),
        ("\u1112\u1161\u11ab", "\ud55c"),
        ("o\u0358\u0301", "o\u0358\u0301"),
        ("", ""),
    ],
)
def test_the_form_of_canon_2(text: str, form: str) -> None:
    assert prose_2(text) == form


def test_canon_1_drops_only_what_stands_at_the_end() -> None:
    assert prose_1("Re\u0301 \nb \n") == "Re\u0301 \nb"


@given(st.text(max_size=30))
def test_the_form_of_a_form_is_itself(text: str) -> None:
    form = prose_2(text)
    assert prose_2(form) == form
    assert prose_2(prose_1(text)) == form, "what canon 1 takes for one and the same, canon 2 does too"


@given(st.text(max_size=30))
def test_what_is_composed_stays_the_same_text(text: str) -> None:
    assert unicodedata.normalize("NFD", composed(text)) == unicodedata.normalize("NFD", text)


def test_what_is_newer_than_the_oldest_python_is_left_alone() -> None:
    new = "\U00011382\U000113c9"  # of Unicode 16: newer Pythons compose it, older ones can't
    assert composed(f"e\u0301{new}e\u0301") == f"\u00e9{new}\u00e9"


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [("a", "a ", True), ("\u00e9", "e\u0301", True), ("a b", "a\u00a0b", False), ("a", "b", False)],
)
def test_what_reads_alike(one: str, other: str, alike: bool) -> None:
    assert reads_alike(one, other) is alike
