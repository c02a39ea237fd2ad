"""JSON Schema of a resolved manifest and of heymilo.yaml, made from the models.

It is written for ``lint`` and for editors: a step's schema is chosen by ``type`` and a question's by ``modality``
through ``if``/``then``, so that one wrong field is one error and an editor offers only what belongs there; ``null`` is
a second type and never an ``anyOf``.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel

from heymilo_ops.config import Config
from heymilo_ops.manifest.exceptions import Exceptions
from heymilo_ops.model.facts import (
    DEADLINE_PATTERN,
    FORMER_CLASSES,
    HTTPS_PATTERN,
    LANGUAGE_PATTERN,
    NAME_PATTERN,
    NOT_BLANK,
    Model,
    facts,
)
from heymilo_ops.model.live import POSTING_ID
from heymilo_ops.model.on_change import ByClass, ChangeAction
from heymilo_ops.model.posting import RESERVED_PREFIX, Manifest, Ops
from heymilo_ops.model.question import QUESTIONS
from heymilo_ops.model.step import CONFIGS, MODALITIES, STEPS, USUAL_MODALITY

DIALECT = "http://json-schema.org/draft-07/schema#"
"""Draft 7: the newest that yaml-language-server follows in full."""
EITHER_OR_KEYS = ("if", "then", "else")
"""The keywords at the root of the posting schema that hold workflow against interview_template_id."""
EITHER_OR = "Give workflow or interview_template_id: one of the two."

Schema = dict[str, Any]

_BOUNDS = {
    "ge": "minimum",
    "gt": "exclusiveMinimum",
    "le": "maximum",
    "lt": "exclusiveMaximum",
    "min_length": "minLength",
    "max_length": "maxLength",
}

BLANK_NOWHERE = r"[^\s\u0085\ufeff]"
"""``NOT_BLANK`` for every reader: regular expressions differ on whether these two are white space."""

_FORMS = {
    NAME_PATTERN: "Use lower case letters, digits and single hyphens.",
    LANGUAGE_PATTERN: "Use a language tag such as en, de or pt-BR.",
    HTTPS_PATTERN: "Write a whole https address: https://host/path",
    DEADLINE_PATTERN: "Write date, time and offset: 2027-03-31T18:00:00Z",
    POSTING_ID: "Write the posting's id as HeyMilo shows it, without the rest of the link.",
    NOT_BLANK: "Write something, or leave the key out.",
}
"""What an editor says of a text that doesn't have its form, by pattern."""


def posting_schema() -> Schema:
    """Return the schema of one manifest without forms of sharing."""
    schema = _object(Manifest, STEPS.values())
    properties = schema["properties"]
    properties["metadata"]["propertyNames"] |= {
        "pattern": f"^(?!{RESERVED_PREFIX})",
        "patternErrorMessage": f"Keys that begin with {RESERVED_PREFIX} are the tool's own.",
    }
    properties["ops"]["properties"]["on_change"] = on_change(Ops)
    properties["workflow"] = {**properties["workflow"], "type": ["array", "null"], "minItems": 1, "items": _step()}
    return {
        "$schema": DIALECT,
        "title": "heymilo-ops posting",
        **schema,
        **_workflow_or_template(),
        "definitions": {name: _question(model) for name, model in QUESTIONS.items()},
    }


def config_schema() -> Schema:
    """Return the schema of ``heymilo.yaml``."""
    schema = _object(Config)
    workspace = _name_keys(schema["properties"]["workspaces"], _FORMS[NAME_PATTERN])
    _name_keys(schema["properties"]["lint"]["properties"]["severity"], "Use a code, its beginning or its name.")
    schema["properties"]["on_change"] = workspace["properties"]["on_change"] = on_change(Config)
    return {"$schema": DIALECT, "title": "heymilo-ops configuration", **schema}


def exceptions_schema() -> Schema:
    """Return the schema of ``heymilo-exceptions.yaml``."""
    return {"$schema": DIALECT, "title": "heymilo-ops exceptions", **_object(Exceptions)}


def _name_keys(mapping: Schema, message: str) -> Schema:
    """Say of a mapping whose keys have a pattern that they are wrong, not that they are unknown; return its values."""
    ((pattern, values),) = mapping.pop("patternProperties").items()
    mapping["additionalProperties"] = values
    mapping["propertyNames"] |= {"pattern": pattern, "patternErrorMessage": message}
    result: Schema = values
    return result


def on_change(model: type[BaseModel]) -> Schema:
    """Return the schema of ``on_change`` in a model: one action, or one for each class. Former names are not offered.

    An ``anyOf`` would be two errors for one mistake.
    """
    classes: Schema = _object(ByClass)["properties"]
    actions = list(get_args(ChangeAction))
    former = {
        name: {"description": f"Former name of {today}.", "enum": [*actions, None], "doNotSuggest": True}
        for name, today in FORMER_CLASSES.items()
    }
    return {
        "description": model.model_fields["on_change"].description,
        "type": ["string", "object", "null"],
        "examples": actions,
        "if": {"type": "string"},
        "then": {"enum": actions},
        "properties": {**classes, **former},
        "additionalProperties": False,
    }


def _workflow_or_template() -> Schema:
    """Exactly one of the two: the editor's half of a rule, which lint says in more words.

    A ``oneOf`` would say the same, but an editor then offers both keys twice and names neither in its error.
    """
    something = {"not": {"type": "null"}}
    template = {"required": ["interview_template_id"], "properties": {"interview_template_id": something}}
    without = {"type": "null", "errorMessage": EITHER_OR, "doNotSuggest": True}
    given = {**something, "errorMessage": EITHER_OR, "doNotSuggest": True}
    return {
        "if": template,
        "then": {"properties": {"workflow": without}},
        "else": {"required": ["workflow"], "properties": {"workflow": given}},
    }


def _step() -> Schema:
    """A step: its own schema once ``type`` is one of the four."""
    return {
        "title": "step",
        "type": "object",
        "required": ["type"],
        "properties": {
            "type": {
                "description": "What happens in this step.",
                "enum": sorted(STEPS),
                "enumDescriptions": [(STEPS[name].__doc__ or "").strip() for name in sorted(STEPS)],
            }
        },
        "allOf": [{"if": is_value("type", name), "then": _one_step(name)} for name in sorted(STEPS)],
    }


def _one_step(name: str) -> Schema:
    properties = _object(STEPS[name], (*CONFIGS.values(), *QUESTIONS.values()))["properties"]
    return {
        "title": f"{name} step",
        "properties": {
            "type": {"description": properties["type"]["description"]},
            "config": {
                **_object(CONFIGS[name]),
                "title": f"config of a {name} step",
                "type": ["object", "null"],
                "description": properties["config"]["description"],
            },
            "questions": {
                "description": properties["questions"]["description"],
                "type": ["array", "null"],
                "items": _questions(name),
            },
        },
        "additionalProperties": False,
    }


def _questions(step: str) -> Schema:
    """A question of a step: its own schema once ``modality`` is one that the step takes."""
    allowed = MODALITIES[step]
    usual = USUAL_MODALITY.get(step)
    modality = {"description": _modality_help(usual), "enum": list(allowed)}
    if len(allowed) == 1:
        own = {"$ref": f"#/definitions/{allowed[0]}"}
        return {"title": "question", "type": "object", "properties": {"modality": modality}, "allOf": [own]}
    branches = [
        {"if": is_value("modality", name, absent=name == usual), "then": {"$ref": f"#/definitions/{name}"}}
        for name in allowed
    ]
    required = {} if usual else {"required": ["modality"]}
    return {"title": "question", "type": "object", **required, "properties": {"modality": modality}, "allOf": branches}


def _modality_help(usual: str | None) -> str:
    return f"How it is asked; {usual} where left out." if usual else "Whether it gates or scores."


def is_value(name: str, value: str, *, absent: bool = False) -> Schema:
    """An object whose key has this value. A pattern and no ``const``: an editor completes a ``const``, so that
    behind ``modality: voice`` it would offer what ``voice_tags`` takes as well.
    """
    condition: Schema = {"properties": {name: {"type": "string", "pattern": f"^{value}$"}}}
    return condition if absent else {**condition, "type": "object", "required": [name]}


def _question(model: type[BaseModel]) -> Schema:
    """One modality's own fields; ``modality`` itself is checked where the step is known."""
    schema = _object(model)
    modality = schema["properties"]["modality"]
    schema["properties"]["modality"] = {"description": modality["description"]}
    schema["required"] = [name for name in schema["required"] if name != "modality"]
    del schema["type"]  # said where the step is known; twice would be two errors in an editor
    return {"title": f"{modality['const']} question", **schema}


def _object(model: type[BaseModel], without: Iterable[type[BaseModel]] = ()) -> Schema:
    """The schema of a model as a plain object, every reference written out but those to the models ``without``."""
    raw, definitions = _raw(model)
    plain: Schema = _plain(raw, definitions | {model.__name__: {} for model in without})
    plain["description"] = plain["description"].replace("``", "")
    documented, most = _documented(model), _created(model)
    for name, field in plain.get("properties", {}).items():
        field.pop("default", None)
        if name in most:
            field["maxLength" if "string" in field["type"] else "maximum"] = most[name]
        if documented.get(name) is not None:
            field["default"] = documented[name]
    return plain


def _raw(model: type[BaseModel]) -> tuple[Schema, Schema]:
    """Pydantic's schema of a model, and those of the models it refers to, by name."""
    if issubclass(model, Model) and model is not Manifest:
        return _manifest()["$defs"][model.__name__], _manifest()["$defs"]
    raw = _manifest() if model is Manifest else model.model_json_schema()
    return {key: value for key, value in raw.items() if key != "$defs"}, raw.get("$defs", {})


@cache
def _manifest() -> Schema:
    """Pydantic's schema of a manifest, with those of all its parts. Pydantic is asked once: it is slow."""
    return Manifest.model_json_schema()


def _created(model: type[BaseModel]) -> dict[str, int]:
    """The largest value or length that create accepts, of the fields of which update accepts more."""
    known = facts(model) if issubclass(model, Model) else {}
    return {name: fact.create_max for name, fact in known.items() if fact.create_max is not None}


def _documented(model: type[BaseModel]) -> dict[str, Any]:
    try:
        return {name: fact.default for name, fact in facts(model).items()}
    except LookupError:
        return {name: info.default for name, info in model.model_fields.items() if not info.is_required()}


def _plain(node: Any, definitions: Schema) -> Any:
    """A pydantic schema without references, titles and ``anyOf`` with null; bounds by their JSON Schema names."""
    if isinstance(node, list):
        return [_plain(item, definitions) for item in node]
    if not isinstance(node, dict):
        return node
    if "$ref" in node:
        target = definitions[node["$ref"].removeprefix("#/$defs/")]
        return _plain({**target, **{key: value for key, value in node.items() if key != "$ref"}}, definitions)
    node = _collapsed(node, definitions)
    if node.get("pattern") in _FORMS:
        node = {**node, "patternErrorMessage": _FORMS[node["pattern"]]}
    if node.get("pattern") == NOT_BLANK:
        node["pattern"] = BLANK_NOWHERE
    return {
        _BOUNDS.get(key, key): (
            {name: _plain(field, definitions) for name, field in value.items()}
            if key == "properties"
            else _plain(value, definitions)
        )
        for key, value in node.items()
        if not (key == "title" and isinstance(value, str)) and key not in _superfluous(node)
    }


def _superfluous(node: Schema) -> tuple[str, ...]:
    """Keywords that say nothing more: a type beside the values of an enum would be a second error for one mistake."""
    listed = "enum" in node or "const" in node
    nothing = node.get("default", ...) is None
    return ("discriminator", *(("type",) if listed else ()), *(("default",) if nothing else ()))


def _collapsed(node: Schema, definitions: Schema) -> Schema:
    """``anyOf`` of one schema and null, or of plain types, as one schema with a list of types."""
    options = node.get("anyOf")
    if options is None:
        return node
    rest = {key: value for key, value in node.items() if key != "anyOf"}
    kinds: list[str] = []
    merged: Schema = {}
    for option in options:
        whole = _plain(option, definitions)
        kinds += [whole["type"]] if isinstance(whole.get("type"), str) else whole.get("type", [])
        merged |= {key: value for key, value in whole.items() if key != "type"}
    kinds = [kind for kind in dict.fromkeys(kinds) if not (kind == "integer" and "number" in kinds)]
    merged["type"] = kinds if len(kinds) > 1 else kinds[0]
    if "enum" in merged and "null" in kinds:
        merged["enum"] = [*merged["enum"], None]
    if "const" in merged and "null" in kinds:
        merged["enum"] = [merged.pop("const"), None]
    return {**merged, **rest}
