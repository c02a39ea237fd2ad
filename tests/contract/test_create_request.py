"""What our models build, held against the vendor's create and update requests."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
from hypothesis import HealthCheck, given, settings
from pydantic import BaseModel

from heymilo_ops.manifest.repo import load_repo
from heymilo_ops.model.canonical import request_of, settings_part
from heymilo_ops.model.desired import Desired
from heymilo_ops.model.live import Mark
from heymilo_ops.model.posting import Posting
from heymilo_ops.model.question import QUESTIONS
from heymilo_ops.model.step import CONFIGS, MODALITIES
from schemas.generator.posting import posting_schema
from tests.strategies import manifests

Json = dict[str, Any]
ROOT = Path(__file__).parents[2]

NOT_OURS: dict[str, str] = {}
"""Fields of the create request that a manifest can't hold, with the reason. There is none."""

OURS_ALONE = {"key": "the tool's own name of a question, never sent"}

STEP_NAMES = {
    "conversational_sms": ("_ConversationalSMSStep", "ConversationalSMSConfig"),
    "form": ("_FormStep", "FormConfig"),
    "resume": ("_ResumeStep", "ResumeConfig"),
    "web_interview": ("_WebInterviewStep", "WebInterviewConfig"),
}

EXAMPLES = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


class Vendor:
    """Validators of the vendor's requests: a step is judged by the schema of its type, so that messages are of use."""

    def __init__(self, schemas: Json) -> None:
        self._schemas = schemas
        root = {**schemas["CreatePostingRequest"]}
        root["properties"] = {**root["properties"], "workflow": {"type": ["array", "null"]}}
        self._root = self._validator(root)
        self._steps = {name: self._validator(schemas[step]) for name, (step, _) in STEP_NAMES.items()}
        self._update = self._validator(schemas["UpdatePostingRequest"])
        self._whole = self._validator(schemas["CreatePostingRequest"])

    def _validator(self, schema: Json) -> Any:
        whole = {**schema, "components": {"schemas": self._schemas}}
        return jsonschema_rs.Draft202012Validator(whole)

    def create_errors(self, request: Mapping[str, Any]) -> list[str]:
        """What the vendor's schema says against a create request."""
        found = [_said(error) for error in self._root.iter_errors(request)]
        for i, step in enumerate(request.get("workflow") or ()):
            found += [f"step {i}: {_said(error)}" for error in self._steps[step["type"]].iter_errors(step)]
        return found or ([] if self._whole.is_valid(request) else ["not valid as a whole"])

    def update_errors(self, body: Mapping[str, Any]) -> list[str]:
        """What the vendor's schema says against the body of a PATCH."""
        return [_said(error) for error in self._update.iter_errors(body)]


def _said(error: Any) -> str:
    return f"/{'/'.join(map(str, error.instance_path))}: {error.message[:200]}"


@pytest.fixture(scope="module")
def judge(vendor: Json) -> Vendor:
    return Vendor(vendor)


def test_the_judge_finds_what_is_wrong(judge: Vendor) -> None:
    question = {"modality": "voice", "text": "Why?", "score_weight": 6}
    assert judge.create_errors({})
    assert judge.create_errors({"title": "ab"})
    assert judge.create_errors({"title": "abc", "workflow": [{"type": "form", "questions": [{"text": "no modality"}]}]})
    assert judge.create_errors({"title": "abc", "workflow": [{"type": "web_interview", "questions": [question]}]})
    assert judge.update_errors({"max_retakes": 9})


@pytest.mark.parametrize("posting", load_repo(ROOT).desired, ids=lambda posting: posting.address)
def test_a_posting_of_this_repo_is_what_the_vendor_takes(judge: Vendor, posting: Desired) -> None:
    request = posting.request
    mark = Mark("project", "workspace", request["name"], 1, "0" * 32, 1, "sha256:0").metadata()
    assert judge.create_errors({**request, "metadata": {**request.get("metadata", {}), **mark}}) == []


@EXAMPLES
@given(resolved=manifests())
def test_every_request_is_what_the_vendor_takes(judge: Vendor, resolved: Json) -> None:
    assert judge.create_errors(request_of(resolved)) == []


@EXAMPLES
@given(resolved=manifests())
def test_every_patch_of_settings_is_what_the_vendor_takes(judge: Vendor, resolved: Json) -> None:
    body = settings_part(request_of(resolved))
    assert judge.update_errors(body) == []


def test_a_settings_patch_holds_only_fields_that_update_has(vendor: Json) -> None:
    settable = settings_part(dict.fromkeys(Posting.model_fields))
    assert settable
    assert set(settable) <= set(vendor["UpdatePostingRequest"]["properties"])


def _pairs() -> Iterator[tuple[str, str, tuple[type[BaseModel], ...]]]:
    """Every object of the create request: its name here, the vendor's schema, our models of it."""
    yield "root", "CreatePostingRequest", (Posting,)
    for step, (_, config) in STEP_NAMES.items():
        yield f"config of {step}", config, (CONFIGS[step],)
    yield "question", "CreateQuestion", tuple(QUESTIONS.values())


PAIRS = list(_pairs())


@pytest.mark.parametrize(("where", "name", "models"), PAIRS, ids=[pair[0] for pair in PAIRS])
def test_every_field_is_in_our_models(vendor: Json, where: str, name: str, models: tuple[type[BaseModel], ...]) -> None:
    theirs = set(vendor[name]["properties"])
    ours = {field for model in models for field in model.model_fields}
    assert theirs - ours - set(NOT_OURS) == set()
    assert ours - theirs - set(OURS_ALONE) == set()


def test_the_steps_are_the_vendors(vendor: Json) -> None:
    options = vendor["CreatePostingRequest"]["properties"]["workflow"]["anyOf"][0]["items"]["oneOf"]
    assert {option["$ref"].rpartition("/")[2] for option in options} == {step for step, _ in STEP_NAMES.values()}
    for name, (step, config) in STEP_NAMES.items():
        properties = vendor[step]["properties"]
        assert (properties["type"].get("const") or properties["type"]["enum"][0]) == name
        assert set(properties) == {"type", "config", "questions"}
        assert config in str(properties["config"])


@cache
def _ours(where: str) -> dict[str, list[Json]]:
    """Our schemas of each field, by the name of the object: several for a question's."""
    schema = posting_schema()
    if where == "root":
        return {name: [field] for name, field in schema["properties"].items()}
    if where == "question":
        found: dict[str, list[Json]] = {}
        for question in schema["definitions"].values():
            for name, field in question["properties"].items():
                found.setdefault(name, []).append(field)
        return found
    branches = schema["properties"]["workflow"]["items"]["allOf"]
    step = dict(zip(sorted(CONFIGS), branches, strict=True))[where.removeprefix("config of ")]["then"]
    return {name: [field] for name, field in step["properties"]["config"]["properties"].items()}


def _flat(field: Json) -> Json:
    """A vendor field with its ``anyOf`` of one schema and null as one: kinds and limits side by side."""
    options = field.get("anyOf", [field])
    flat: Json = {"kinds": {option.get("type") for option in options}}
    for option in options:
        flat |= {key: value for key, value in option.items() if key in LIMITS}
    return flat


LIMITS = ("minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems", "enum")


def _fields() -> Iterator[tuple[str, str, str]]:
    for where, name, models in PAIRS:
        for field in dict.fromkeys(each for model in models for each in model.model_fields):
            if field not in OURS_ALONE and field not in ("workflow", "modality"):
                yield where, name, field


FIELDS = list(_fields())


@pytest.mark.parametrize(("where", "name", "field"), FIELDS, ids=[f"{where}-{field}" for where, _, field in FIELDS])
def test_our_limits_are_those_of_the_vendor_or_tighter(vendor: Json, where: str, name: str, field: str) -> None:
    theirs = _flat(vendor[name]["properties"][field])
    for ours in _ours(where)[field]:
        for low in ("minimum", "minLength", "minItems"):
            if low in theirs:
                assert ours.get(low, float("-inf")) >= theirs[low], low
        for high in ("maximum", "maxLength", "maxItems"):
            if high in theirs:
                assert ours.get(high, float("inf")) <= theirs[high], high
        if "enum" in theirs:
            assert set(ours["enum"]) - {None} <= set(theirs["enum"])
        assert _kinds(ours) <= theirs["kinds"] | ({"integer"} if "number" in theirs["kinds"] else set()), ours


def _kinds(ours: Json) -> set[str | None]:
    """The JSON types a field of ours takes; ``None`` where it takes any."""
    if "enum" in ours:
        return {"null" if each is None else "string" for each in ours["enum"]}
    kinds = ours.get("type")
    return set(kinds) if isinstance(kinds, list) else {kinds}


TIGHTER = {
    "name": {"maxLength", "null", "pattern"},  # it is the posting's address here
    "language": {"pattern"},  # update and reads call it a language tag
    "deadline": {"pattern"},  # a time with its offset
    "redirect_url": {"pattern"},  # a link that works
    "scheduling_url": {"pattern"},
    "text": {"pattern"},  # never blank
    "evaluation_criteria": {"pattern"},
    "score_of_1": {"pattern"},
    "score_of_5": {"pattern"},
    "question_type": {"enum"},  # documented in prose only
    "mcq_type": {"enum"},
    "operator": {"enum"},
    "response_format": {"enum"},
    "dropdown_values": {"minItems"},
    "metadata": {"maxProperties"},  # documented in prose, less the three marks
}
"""Where we take less than the vendor's schema says, by field. A limit that is not here is the vendor's own."""


def test_where_we_are_tighter_is_listed(vendor: Json) -> None:
    tighter: dict[str, set[str]] = {}
    for where, name, field in FIELDS:
        theirs = _flat(vendor[name]["properties"][field])
        for ours in _ours(where)[field]:
            found = {
                limit for limit in (*LIMITS, "maxProperties", "pattern") if limit in ours and _more(limit, ours, theirs)
            }
            found |= {"null"} if "null" in theirs["kinds"] and not _kinds(ours) & {"null", None} else set()
            if found:
                tighter.setdefault(field, set()).update(found)
    assert tighter == TIGHTER


def _more(limit: str, ours: Json, theirs: Json) -> bool:
    said, known = ours[limit], theirs.get(limit)
    return bool(set(said) - {None} != set(known or ()) if limit == "enum" else said != known)


def test_modalities_are_bound_to_steps_and_all_used() -> None:
    assert sorted(modality for some in MODALITIES.values() for modality in some) == sorted(QUESTIONS)
