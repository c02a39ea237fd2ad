"""The schemas for an editor: they take what lint takes and refuse what it refuses; the files in schemas/ are fresh."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from heymilo_ops.manifest.repo import load_repo
from heymilo_ops.manifest.yaml_file import read_text
from schemas.generator.authoring import authoring_schema, defaults_schema, question_schema
from schemas.generator.posting import DIALECT, posting_schema
from tests.manifest.planted import PLANTED as PLANTED_PLAIN
from tests.manifest.sharing_repo import DEFAULTS, FILES, PLANTED, QUESTION, Planted, variables, write
from tests.strategies import manifests

Json = dict[str, Any]
ROOT = Path(__file__).parents[2]
SCHEMAS = {"posting": authoring_schema(), "defaults": defaults_schema(), "question": question_schema()}
VALIDATORS = {name: jsonschema_rs.validator_for(schema) for name, schema in SCHEMAS.items()}
OF = {DEFAULTS: "defaults", QUESTION: "question", "postings/senior.yaml": "posting"}


def _nodes(node: Any) -> Iterator[Json]:
    if isinstance(node, dict):
        yield node
    for each in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from _nodes(each)


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_files_are_fresh(name: str) -> None:
    held = json.loads((ROOT / "schemas" / f"{name}.schema.json").read_text(encoding="utf-8"))
    assert held == SCHEMAS[name], "run heymilo-ops schema"


@pytest.mark.parametrize("name", SCHEMAS)
def test_nothing_makes_two_errors_of_one_mistake(name: str) -> None:
    assert SCHEMAS[name]["$schema"] == DIALECT
    jsonschema_rs.meta.validate(SCHEMAS[name])
    for node in _nodes(SCHEMAS[name]):
        assert not {"anyOf", "oneOf"} & set(node), "an error of a choice names no field"
        assert not ("enum" in node and "type" in node and isinstance(node["enum"], list)), node
        assert node.get("default", ...) is not None


@pytest.mark.parametrize("planted", PLANTED, ids=lambda planted: f"{planted.code}-{planted.new.strip()[:40]}")
def test_a_planted_mistake_is_found_by_schema_and_lint(planted: Planted, tmp_path: Path) -> None:
    validator = VALIDATORS[OF[planted.path]]
    assert validator.is_valid(read_text(FILES[planted.path], "").data)
    assert not validator.is_valid(read_text(planted.text, "").data)
    write(tmp_path, {planted.path: planted.text})
    repo = load_repo(tmp_path, (), variables(tmp_path))
    found = [*(each for document in repo.documents for each in document.findings), *repo.findings]
    places = {(each.code, str(each.place)) for each in found if each.code != "SY164"}
    assert places == {(planted.code, f"{planted.path}:{planted.at}")}


@pytest.mark.parametrize("planted", PLANTED_PLAIN, ids=lambda planted: f"{planted.code}-{planted.new.strip()[:40]}")
def test_a_mistake_in_a_plain_manifest_is_one_for_the_editor_too(planted: Any) -> None:
    assert not VALIDATORS["posting"].is_valid(read_text(planted.text, "").data)


@settings(max_examples=60, deadline=None)
@given(manifests())
def test_a_plain_manifest_may_be_written_and_its_parts_shared(data: Json) -> None:
    answers = [q for step in data.get("workflow") or () for q in step.get("questions") or () if "answer" in q]
    for question in answers:
        question["answer"] = "yes"  # the resolved schema takes any mapping there, which no form may be
    assert VALIDATORS["posting"].is_valid(data), next(VALIDATORS["posting"].iter_errors(data))
    defaults = {key: each for key, each in data.items() if key not in ("name", "workflow")}
    configs = {step["type"]: step.get("config") for step in data.get("workflow") or ()}
    assert VALIDATORS["defaults"].is_valid({**defaults, "steps": configs})
    assert VALIDATORS["posting"].is_valid({"name": "a", "extends": "b"})
    for step in data.get("workflow") or ():
        for question in step.get("questions") or ():
            assert VALIDATORS["question"].is_valid(question)
            used = {"use": "a", **{key: each for key, each in question.items() if key != "text"}}
            shared = {**data, "workflow": [{"type": step["type"], "questions": [used]}], "interview_template_id": None}
            assert VALIDATORS["posting"].is_valid(shared)


def _paths(schema: Json, data: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    if isinstance(data, dict):
        for key, each in data.items():
            yield from _paths(schema, each, (*path, key))
    elif isinstance(data, list):
        for i, each in enumerate(data):
            yield from _paths(schema, each, (*path, i))
    else:
        yield path


FORMS: list[Json] = [
    {"var": "sender"},
    {"file": "company.md"},
    {"fil": "company.md"},
    {},
    {"var": 3},
    {"var": "sender", "file": "company.md"},
    {"use": "changed-your-mind"},
]


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_a_form_in_place_of_any_value_is_judged_alike(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    """A form where it may stand, where it may not, and what is no form: schema and lint agree on each."""
    from heymilo_ops.manifest.sharing.library import Library
    from heymilo_ops.manifest.sharing.resolve import ResolvedManifest, resolve_sharing
    from heymilo_ops.manifest.yaml_file import Source

    root = write(tmp_path_factory.getbasetemp() / "one-repo")
    manifest = data.draw(manifests())
    path = data.draw(st.sampled_from(sorted(_paths(SCHEMAS["posting"], manifest), key=str)))
    node: Any = manifest
    for part in path[:-1]:
        node = node[part]
    node[path[-1]] = data.draw(st.sampled_from(FORMS))
    if path[0] == "interview_template_id" or path[-1] == "workflow":
        return
    composed: ResolvedManifest = resolve_sharing(Source("a", "", manifest), Library(root))
    taken = not composed.findings and not _left(composed, path)
    assert VALIDATORS["posting"].is_valid(manifest) == taken, (path, node, composed.findings)


def _left(composed: Any, path: tuple[Any, ...]) -> bool:
    """Whether what stands there is still a mapping that the strict schema refuses."""
    from heymilo_ops.manifest.check import is_valid
    from heymilo_ops.manifest.variables import replace_values

    data = replace_values(composed.data, dict.fromkeys(composed.variables))
    strict = jsonschema_rs.validator_for(posting_schema())
    if is_valid(data):
        return False
    return any(
        list(error.instance_path)[: len(path)] == list(path)
        and "".join(f"/{p}" for p in path) not in composed.variables
        for error in strict.iter_errors(data)
        if error.schema_path[0] not in ("then", "else")
    )
