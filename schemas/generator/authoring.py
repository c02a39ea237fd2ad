"""JSON Schemas for an editor: manifests as they are written, with the forms of sharing, and the shared files.

They are made from the schema of a resolved manifest, to which lint holds what was composed. Each field takes what it
takes there, or a form: a mapping, told apart by ``if``/``then``, so that a misspelt form is one error that names the
four.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import BaseModel

from heymilo_ops.manifest.model_lookup import BY_CLASS, CHOICES, NESTED, OWN_VALUE
from heymilo_ops.manifest.sharing.resolve import FORMS, NOT_IN_DEFAULTS
from heymilo_ops.model.facts import facts
from heymilo_ops.model.posting import Manifest
from heymilo_ops.model.question import QUESTIONS
from heymilo_ops.model.step import CONFIGS, MODALITIES, STEPS
from schemas.generator.posting import DIALECT, EITHER_OR_KEYS, Schema, is_value, posting_schema

_FILE = "A file of postings/_shared/texts, such as company.md."
_VAR = "A name of workspaces.<name>.vars in heymilo.yaml."
_EXTENDS = "A file of postings/_shared/defaults, without its ending: what this posting doesn't say is taken from there."
_USE = "A file of postings/_shared/questions, without its ending. What stands beside it here replaces what it says."
_STEPS = "The config that steps of each type have in common."
_NO_FORM = f"Write the value itself, or one of the four forms: {FORMS}."
_OBJECT = {"type": "object"}


def authoring_schema() -> Schema:
    """The schema of one manifest as it is written."""
    schema = posting_schema()
    choice = {key: schema.pop(key) for key in EITHER_OR_KEYS}
    properties = _fields(schema["properties"], Manifest)
    steps = properties["workflow"]["items"]
    for name, branch in zip(sorted(STEPS), steps["allOf"], strict=True):
        _step(name, branch["then"]["properties"])
    properties = {"name": properties.pop("name"), "extends": _name(_EXTENDS, "null"), **properties}
    return {
        **schema,
        "properties": properties,
        "required": ["name"],
        "if": {"required": ["extends"], "properties": {"extends": {"type": "string"}}},
        "then": {key: choice[key] for key in ("if", "then")},
        "else": {"required": ["title"], **choice},
        "definitions": {**{name: _question(name) for name in QUESTIONS}, **_forms()},
    }


def defaults_schema() -> Schema:
    """The schema of a file of ``_shared/defaults``."""
    schema = posting_schema()
    properties = _fields(schema["properties"], Manifest)
    configs = {
        name: _config(name, branch["then"]["properties"]["config"])
        for name, branch in zip(sorted(STEPS), properties["workflow"]["items"]["allOf"], strict=True)
    }
    steps = {"description": _STEPS, "type": ["object", "null"], "properties": configs, "additionalProperties": False}
    own = {key: field for key, field in properties.items() if key not in NOT_IN_DEFAULTS}
    return {
        "$schema": DIALECT,
        "title": "heymilo-ops defaults",
        "description": "What several postings have in common: they take it with extends.",
        "type": "object",
        "properties": {**own, "steps": steps},
        "additionalProperties": False,
        "definitions": _forms(),
    }


def question_schema() -> Schema:
    """The schema of a file of ``_shared/questions``: that of its modality, and where it has none, all of them."""
    chosen: list[Schema] = [
        {"if": is_value("modality", name), "then": {"$ref": f"#/definitions/{name}"}} for name in sorted(QUESTIONS)
    ]
    without = {"if": {"not": {"required": ["modality"]}}, "then": _any_of(sorted(QUESTIONS))}
    modality = {"description": "How it is asked; of the step that uses it where left out.", "enum": sorted(QUESTIONS)}
    return {
        "$schema": DIALECT,
        "title": "heymilo-ops question",
        "description": "A question that several postings ask: they take it with use.",
        "type": "object",
        "properties": {"modality": modality},
        "allOf": [*chosen, without],
        "definitions": {**{name: _question(name, use=False) for name in QUESTIONS}, **_forms()},
    }


def _step(name: str, properties: Schema) -> None:
    """The config and the questions of a step, with the forms."""
    properties["config"] = _config(name, properties["config"])
    asked = properties["questions"]["items"]
    rules = {key: asked.pop(key) for key in ("required", "allOf") if key in asked}
    asked["properties"] = {"use": _name(_USE), **asked["properties"]}
    asked["if"] = {"required": ["use"]}
    asked["then"] = _any_of(MODALITIES[name], use=True)
    asked["else"] = {**rules, "required": [*rules.get("required", ()), "text"]}


def _config(name: str, schema: Schema) -> Schema:
    return {**schema, "properties": _fields(schema["properties"], CONFIGS[name])}


def _question(name: str, *, use: bool = True) -> Schema:
    """One modality's own fields; that ``text`` is required is said where it is known whether ``use`` stands there."""
    schema: Schema = posting_schema()["definitions"][name]
    properties = _fields(schema["properties"], QUESTIONS[name])
    extra: Schema = {"use": {"doNotSuggest": True}} if use else {}
    rest = {key: keyword for key, keyword in schema.items() if key != "required"}
    return {**rest, "properties": {**properties, **extra}}


def _any_of(modalities: Sequence[str], *, use: bool = False) -> Schema:
    """The fields of several modalities, where it isn't said which of them is meant."""
    if len(modalities) == 1:
        return {"$ref": f"#/definitions/{modalities[0]}"}
    merged: Schema = {"use": {"doNotSuggest": True}} if use else {}
    for name in modalities:
        for key, field in _question(name, use=False)["properties"].items():
            merged[key] = _either(merged[key], field) if key in merged else field
    merged["modality"] = {"doNotSuggest": True}
    return {"title": "shared question", "properties": merged, "additionalProperties": False}


def _either(one: Schema, other: Schema) -> Schema:
    """A field that two modalities have: the values of both, where each lists its own."""
    if "enum" not in one.get("else", {}):
        return one
    values = list(dict.fromkeys([*one["else"]["enum"], *other["else"]["enum"]]))
    return {**one, "examples": [value for value in values if value is not None], "else": {"enum": values}}


def _fields(properties: Schema, model: type[BaseModel]) -> Schema:
    """The fields of a model, each with the forms that may stand in its place or inside of it."""
    return {key: _field(key, field, facts(model)[key].prose) for key, field in properties.items()}


def _field(key: str, node: Schema, prose: bool) -> Schema:
    if key in OWN_VALUE:
        return node
    if key in BY_CLASS:
        classes = {name: _single(action) for name, action in node["properties"].items()}
        variable = {"var": {"type": "string", "description": _VAR, "doNotSuggest": True}}
        return {**node, "properties": {**classes, **variable}}
    if key in NESTED:
        return {**node, "properties": _fields(node["properties"], NESTED[key])}
    if key == "metadata":
        return {**node, "additionalProperties": _single(node["additionalProperties"])}
    if key in CHOICES:
        choice = node["items"]
        return {**node, "items": {**choice, "additionalProperties": _single(choice["additionalProperties"])}}
    if key in ("workflow", "questions", "config"):
        return node
    if key == "answer":
        return {**_single(node), "items": _single({})}
    return {**node, "items": _single(node["items"])} if "items" in node else _single(node, prose=prose)


def _single(node: Mapping[str, Any], *, prose: bool = False) -> Schema:
    """A single value, or a form in its place.

    What an enum lists is said again as examples: an editor offers no values that stand behind a condition.
    """
    form: Schema = {
        "if": _OBJECT,
        "then": {"$ref": "#/definitions/prose-form" if prose else "#/definitions/value-form"},
    }
    form["defaultSnippets"] = _snippets(prose)
    if "enum" not in node:
        types = node.get("type")
        kinds = [] if types is None else [types] if isinstance(types, str) else types
        return {**node, **({"type": [*kinds, "object"]} if kinds else {}), **form}
    rest = {key: keyword for key, keyword in node.items() if key != "enum"}
    values = [value for value in node["enum"] if value is not None]
    return {**rest, "examples": values, **form, "else": {"enum": node["enum"]}}


def _snippets(prose: bool) -> list[Schema]:
    words = ("file", "var") if prose else ("var",)
    return [{"label": f"{{{word}: …}}", "bodyText": f"{{{word}: $1}}"} for word in words]


def _forms() -> Schema:
    """What a mapping must be where a single value belongs: one key, one name, one error where it isn't."""
    return {"prose-form": _form({"file": _FILE, "var": _VAR}), "value-form": _form({"var": _VAR})}


def _form(words: Mapping[str, str]) -> Schema:
    named = {word: {"type": "string"} for word in words}
    exact = {"minProperties": 1, "maxProperties": 1, "properties": named, "additionalProperties": False}
    wrong = {"type": "string", "errorMessage": _NO_FORM}
    return {
        "properties": {word: {"description": description} for word, description in words.items()},
        "if": exact,
        "else": wrong,
    }


def _name(description: str, *also: str) -> Schema:
    return {"description": description, "type": ["string", *also] if also else "string"}
