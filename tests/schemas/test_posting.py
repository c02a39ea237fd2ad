"""The generated schemas: they say what the models say, no more and no less, and the files in schemas/ are fresh."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from typing import Any

import jsonschema_rs
import pytest
from hypothesis import given, seed, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from heymilo_ops.manifest.schema import FOR_EDITORS, load_schema
from heymilo_ops.model.canonical import with_modality
from heymilo_ops.model.posting import Manifest
from schemas.generator.__main__ import FOLDER, schema_texts
from schemas.generator.posting import DIALECT, config_schema, posting_schema
from tests.strategies import JSON, NASTY, manifests

Json = dict[str, Any]
SCHEMA = posting_schema()
VALIDATOR = jsonschema_rs.validator_for(SCHEMA)
EXAMPLES = settings(max_examples=50, deadline=None)


def schema_says(data: Any) -> bool:
    """Valid, apart from workflow against interview_template_id: a rule of lint, not of the models."""
    return all(error.schema_path[0] in ("then", "else") for error in VALIDATOR.iter_errors(data))


def model_says(data: Any) -> bool:
    try:
        Manifest.model_validate(with_modality(data))
    except ValidationError:
        return False
    return True


MINIMAL: Json = {"name": "a", "title": "abc", "workflow": [{"type": "form"}]}


def _paths(node: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    yield path
    items = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, value in items:
        yield from _paths(value, (*path, key))


SWAPS = st.one_of(
    JSON,
    st.sampled_from(NASTY),
    st.sampled_from(
        [-1, 0, 1, 5, 6, 11, 26, 101, 169, 3.0, 2.5, -0.5, 1.5, True, False, None, [], {}, "", " ", "x" * 501]
    ),
    st.sampled_from(
        ["voice", "voice_tags", "form", "sms", "resume_scoring", "web_interview", "resume", "conversational_sms"]
    ),
    st.sampled_from(
        ["exact_delivry", "Web_Interview", "yes", "http://a.bc", "https://a", "2027-01-31", "de_DE", "a--b"]
    ),
)
KEYS = st.sampled_from(
    ["titel", "modality", "type", "key", "slider_min", "score_weight", "config", "heymilo-ops-x", "x" * 41]
)


@st.composite
def mutated(draw: st.DrawFn) -> Json:
    """A valid manifest with one to three mistakes (or what would be one elsewhere) at random places."""
    data = draw(manifests().map(copy.deepcopy))
    for _ in range(draw(st.integers(1, 3))):
        path = draw(st.sampled_from(list(_paths(data))))
        node: Any = data
        for part in path[:-1]:
            node = node[part]
        kind = draw(st.sampled_from(["swap", "drop", "add"]))
        target = node[path[-1]] if path else node
        if kind == "add" and isinstance(target, dict):
            target[draw(KEYS)] = draw(SWAPS)
        elif not path:
            continue
        elif kind == "drop":
            del node[path[-1]]
        else:
            node[path[-1]] = draw(SWAPS)
    return data


@EXAMPLES
@given(manifests())
def test_a_valid_manifest_is_valid_to_both(data: Json) -> None:
    assert VALIDATOR.is_valid(data), next(VALIDATOR.iter_errors(data))
    assert model_says(data)


@settings(max_examples=120, deadline=None)
@given(mutated())
def test_what_the_schema_takes_the_models_take_and_the_other_way_round(data: Json) -> None:
    assert schema_says(data) == model_says(data), [error.message for error in VALIDATOR.iter_errors(data)]


def test_every_field_of_the_strategy_is_met() -> None:
    """The strategy leaves nothing out: each key of the schema turns up."""
    met: set[tuple[str, str]] = set()

    def look(data: Json) -> None:
        for path in _paths(data):
            if path and isinstance(path[-1], str):
                owner = next((part for part in reversed(path[:-1]) if isinstance(part, str)), "")
                met.add((owner, path[-1]))

    wanted = {("", name) for name in SCHEMA["properties"]}
    wanted |= {("ops", name) for name in SCHEMA["properties"]["ops"]["properties"]}
    wanted |= {("questions", name) for each in SCHEMA["definitions"].values() for name in each["properties"]}
    for branch in SCHEMA["properties"]["workflow"]["items"]["allOf"]:
        wanted |= {("config", name) for name in branch["then"]["properties"]["config"]["properties"]}
    assert len(wanted) > 80
    for round_ in range(12):  # what one round misses by chance, another meets
        seed(round_)(settings(max_examples=150, deadline=None, database=None)(given(manifests())(look)))()
        if not wanted - met:
            break
    assert not wanted - met


@pytest.mark.parametrize("template", [None, "IT_1"])
def test_workflow_and_template_exclude_each_other(template: str | None) -> None:
    with_both = {**MINIMAL, "interview_template_id": template}
    with_none = {"name": "a", "title": "abc", "interview_template_id": template}
    assert VALIDATOR.is_valid(with_both) == (template is None)
    assert VALIDATOR.is_valid(with_none) == (template is not None)


def _nodes(node: Any) -> Iterator[Json]:
    if isinstance(node, dict):
        yield node
    for each in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from _nodes(each)


@pytest.mark.parametrize("schema", [SCHEMA, config_schema()], ids=["posting", "config"])
def test_nothing_in_a_schema_makes_two_errors_of_one_mistake(schema: Json) -> None:
    assert schema["$schema"] == DIALECT
    for node in _nodes(schema):
        assert not {"anyOf", "oneOf"} & set(node), "an error of a choice names no field"
        assert not ("enum" in node and "type" in node and isinstance(node["enum"], list)), node
    jsonschema_rs.meta.validate(schema)


def test_every_property_has_a_description() -> None:
    for node in _nodes(SCHEMA):
        for name, field in node.get("properties", {}).items() if "additionalProperties" in node else ():
            assert field.get("description"), name
    assert "``" not in json.dumps(SCHEMA)


def test_no_default_is_null() -> None:
    for schema in (SCHEMA, config_schema()):
        assert [node for node in _nodes(schema) if node.get("default", ...) is None] == []


@pytest.mark.parametrize("name", schema_texts())
def test_what_is_shipped_is_fresh(name: str) -> None:
    assert (FOLDER / name).read_text(encoding="utf-8") == schema_texts()[name], "run make schemas"


def test_what_is_shipped_is_what_lint_and_editors_read() -> None:
    assert load_schema("resolved") == SCHEMA
    assert {f"{name}.schema.json" for name in (*FOR_EDITORS, "resolved")} == {path.name for path in FOLDER.iterdir()}


def test_nothing_is_said_with_a_word_that_draft_7_does_not_have() -> None:
    texts = schema_texts().values()
    assert not any("$defs" in text for text in texts)
    assert any("#/definitions/" in text for text in texts)


@pytest.mark.parametrize(
    ("question", "valid"),
    [
        ({"text": "Why?"}, True),
        ({"text": "Why?", "modality": "voice", "score_weight": 3}, True),
        ({"text": "shift", "modality": "voice_tags", "options": ["day"]}, True),
        ({"text": "shift", "modality": "voice_tags", "score_weight": 3}, False),
        ({"text": "Why?", "options": ["day"]}, False),
        ({"text": "Why?", "modality": "form"}, False),
        ({"text": "Why?", "modality": None}, False),
        ({"modality": "voice"}, False),
        (None, False),
    ],
)
def test_a_question_is_judged_by_its_modality(question: Any, valid: bool) -> None:
    data = {**MINIMAL, "workflow": [{"type": "web_interview", "questions": [question]}]}
    assert VALIDATOR.is_valid(data) == model_says(data) == valid
