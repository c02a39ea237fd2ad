"""The schema layer of lint: what JSON Schema finds, in plain words, with a place and a way out."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from itertools import islice
from operator import attrgetter
from typing import Any

import jsonschema_rs

from heymilo_ops.finding import Finding, Places
from heymilo_ops.manifest.codes import file_finding
from heymilo_ops.manifest.likely_cause import explain_cause, key_meant, key_nearest, modalities_at, step_of, value_meant
from heymilo_ops.manifest.model_lookup import Path, describe_object, find_homes, model_at
from heymilo_ops.manifest.schema import load_schema
from heymilo_ops.manifest.update_values import with_adopted_values
from heymilo_ops.manifest.yaml_file import Source
from heymilo_ops.model.pointer import join, last, parent, value_at

_PATTERN_HELP = {
    "name": "use lower case letters, digits and single hyphens: senior-backend-engineer",
    "key": "use lower case letters, digits and single hyphens: first-question",
    "project": "use lower case letters, digits and single hyphens: acme-talent",
    "adopt": "write the posting's id as HeyMilo shows it, without the rest of the link",
    "moved_from": "use lower case letters, digits and single hyphens",
    "language": "use a language tag such as en, de or pt-BR",
    "deadline": "write date, time and offset: 2027-03-31T18:00:00Z",
    "api_key_env": "name a variable that begins with HEYMILO_, such as HEYMILO_API_KEY; never the key itself",
    "required_version": "write >=1.2, ==1.4.0, <2, or several with commas: >=1.2,<2",
    "base_url": "give scheme and host alone: https://api.heymilo.ai",
}
_BARE_TIME = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d)?", re.ASCII)
_TYPES = {
    "string": "a text",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "array": "a list",
    "object": "a mapping (key: value lines)",
    "null": "null",
}
_EXPLAINED = 1000
"""Errors of one file that are explained: several times what is ever shown, and few enough to be quick."""
_BY_A_RULE = ("then", "else")
"""Keywords at the root of the schema that hold workflow against interview_template_id: a rule says it better."""
_LIMITS = {
    "minimum": "SY108",
    "maximum": "SY108",
    "minLength": "SY109",
    "maxLength": "SY109",
    "minItems": "SY109",
    "minProperties": "SY109",
    "maxProperties": "SY109",
}


def check_posting(source: Source) -> list[Finding]:
    """Return the findings of the posting schema (``SY1xx``), in the order of the file."""
    return check_resolved(source.data, source.locator)


def is_valid(data: dict[str, Any]) -> bool:
    """Return whether the schema finds nothing in a manifest that shares nothing."""
    return bool(_posting_validator().is_valid(data))


def check_resolved(data: dict[str, Any] | None, places: Places, without: Collection[str] = ()) -> list[Finding]:
    """Return the same for a manifest that was composed of several files.

    ``without``: JSON pointers of the values where something else stands in, and about which nothing can be said.
    """
    if data is None or is_valid(data):
        return []
    checked, findings = _without_crowd(data, places)
    errors = (error for error in _posting_validator().iter_errors(checked) if error.schema_path[0] not in _BY_A_RULE)
    findings += _findings(errors, places, _posting_vocabulary(data))
    return with_adopted_values((item for item in findings if not _within(item.pointer, without)), data)


def _without_crowd(data: dict[str, Any], places: Places) -> tuple[dict[str, Any], list[Finding]]:
    """Return the data without metadata of a thousand keys and more, and a finding on their number alone.

    The validator puts the whole mapping into the error of each key, which takes quadratic time.
    """
    metadata = data.get("metadata")
    if not isinstance(metadata, dict) or len(metadata) <= _EXPLAINED:
        return data, []
    limit = load_schema("resolved")["properties"]["metadata"]["maxProperties"]
    message, help = _limit_words("maxProperties", "'metadata'", metadata, limit)
    crowd = file_finding("SY109", message, places.place("/metadata"), help=help, pointer="/metadata")
    return {key: value for key, value in data.items() if key != "metadata"}, [crowd]


def _within(pointer: str, values: Collection[str]) -> bool:
    """Return whether a pointer leads to one of the values or into it."""
    while pointer not in values:
        if not pointer:
            return False
        pointer = parent(pointer)
    return True


def unknown_key(pointer: str, known: Iterable[str], owner: str, places: Places) -> Finding:
    """Return a finding on a key that is none of those known in a mapping which has no model."""
    meant = key_nearest(last(pointer), known)
    help = f"did you mean '{meant}'?" if meant else f"known here: {', '.join(known)}"
    return _unknown(pointer, f" in {owner}", places, help, meant)


def _unknown(pointer: str, owner: str, places: Places, help: str, meant: str | None) -> Finding:
    place = places.place(pointer, key=True)
    message = f"'{last(pointer)}' is not known{owner}"
    return file_finding("SY101", message, place, help=help, pointer=pointer, suggestion=meant or "")


def wrong_mapping(pointer: str, value: Any, places: Places) -> Finding:
    """Return a finding on a value that should be a mapping."""
    message = f"'{last(pointer)}' is {_named(value)}; it must be a mapping"
    help = _type_help(value, ["object"], None)
    return file_finding("SY104", message, places.place(pointer), help=help, pointer=pointer)


def check_config(source: Source) -> list[Finding]:
    """Return the findings of the schema of heymilo.yaml."""
    return _check_by("config", source)


def check_exceptions(source: Source) -> list[Finding]:
    """Return the findings of the schema of heymilo-exceptions.yaml."""
    return _check_by("exceptions", source)


def _check_by(name: str, source: Source) -> list[Finding]:
    if source.data is None:
        return []
    schema = load_schema(name)
    validator, words = jsonschema_rs.validator_for(schema), _vocabulary(schema, source.data, source.path)
    findings = (_findings(validator.iter_errors(part), source.locator, words) for part in _in_parts(source.data))
    return next(filter(None, findings), [])


def _in_parts(data: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield the data with a thousand workspaces at a time: an error of each name holds them all."""
    workspaces = data.get("workspaces")
    if not isinstance(workspaces, dict) or len(workspaces) <= _EXPLAINED:
        yield data
        return
    names = iter(workspaces)
    while some := list(islice(names, _EXPLAINED)):
        yield {**data, "workspaces": {name: workspaces[name] for name in some}}


def _findings(errors: Iterable[Any], places: Places, words: _Vocabulary) -> list[Finding]:
    """Return the errors explained, in the order of the file, each once (two branches may say the same)."""
    explained = ((finding, _expected_type(error)) for error in errors for finding in _explain(error, places, words))
    findings = dict(islice(explained, _EXPLAINED))
    misspelt = {(parent(finding.pointer), finding.suggestion) for finding in findings if finding.code == "SY101"}
    kept = (item for item in findings.items() if not _is_misspelt(item[0], misspelt))
    causes = (explain_cause(finding, words.data, places, expected) for finding, expected in kept)
    return sorted(causes, key=attrgetter("position"))


def _expected_type(error: Any) -> str:
    """Return the type that a value of the wrong type should have, the last where there are several; else ``""``."""
    types = error.kind.types if error.kind.name == "type" else ()
    return next((name for name in reversed(types) if name != "null"), "")


def _is_misspelt(finding: Finding, misspelt: set[tuple[str, str]]) -> bool:
    """Return whether a missing key stands there misspelt: that is one mistake, and one finding says it."""
    keys = (finding.suggestion, "use" if finding.pointer else "extends")
    return finding.code == "SY102" and any((finding.pointer, key) in misspelt for key in keys)


@cache
def _posting_validator() -> Any:
    return jsonschema_rs.validator_for(load_schema("resolved"))


@dataclass(frozen=True)
class _Vocabulary:
    """How the objects of a file are called, which keys they know, and where else a key belongs."""

    data: Mapping[str, Any]
    known: Callable[[Path], list[str]]
    describe: Callable[[Path], str]
    find_homes: Callable[[str], list[str]]


def _vocabulary(schema: dict[str, Any], data: Mapping[str, Any], file_name: str) -> _Vocabulary:
    def known(path: Path) -> list[str]:
        part = schema
        for name in path:
            part = part.get("properties", {}).get(name) or part.get("additionalProperties") or part.get("items") or {}
        return list(part.get("properties", ()))

    def describe(path: Path) -> str:
        is_workspace = path[:1] == ("workspaces",)
        return f"the workspace '{path[-1]}'" if is_workspace else ".".join(map(str, path)) or file_name

    return _Vocabulary(data, known, describe, lambda _: [])


def _posting_vocabulary(data: Mapping[str, Any]) -> _Vocabulary:
    def known(path: Path) -> list[str]:
        model = model_at(data, path)
        # what composing takes out where it is spelt right
        form = "use" if len(path) == 4 and path[2] == "questions" else None if path else "extends"
        return [*model.model_fields, *filter(None, (form,))] if model else []

    return _Vocabulary(data, known, lambda path: describe_object(data, path), find_homes)


def _explain(error: Any, places: Places, words: _Vocabulary) -> Iterator[Finding]:
    """Yield one schema error as findings: one for each unknown key, one otherwise."""
    path: Path = tuple(error.instance_path)
    kind = error.kind.name
    if kind == "additionalProperties":
        for key in error.kind.unexpected:
            yield _unknown_key(str(key), path, places, words)
    elif kind == "required":
        yield _missing(str(error.kind.property), path, places, words)
    elif kind == "propertyNames":
        yield _bad_key(path, error, places)
    else:
        pointer = join(*path)
        code, message, help = _value_problem(kind, error, path, places.written(pointer))
        yield file_finding(code, message, places.place(pointer), help=help, pointer=pointer)


def _unknown_key(key: str, path: Path, places: Places, words: _Vocabulary) -> Finding:
    known = words.known(path)
    meant = key_meant(key, known)
    elsewhere = [] if meant else words.find_homes(key)
    meant = meant if meant or elsewhere else key_nearest(key, known)
    if meant:
        help = f"did you mean '{meant}'?"
    elif elsewhere:
        help = f"it belongs in {_either(elsewhere)}; move or remove it"
    else:
        help = f"known here: {', '.join(known)}" if known else "remove it"
    return _unknown(join(*path, key), f" in {words.describe(path)}", places, help, meant)


def _missing(key: str, path: Path, places: Places, words: _Vocabulary) -> Finding:
    owner = f" in {words.describe(path)}" if path else ""
    # of an object of unknown kind, one of its keys may stand for the missing one
    if not words.known(path) and (wrong := key_nearest(key, value_at(words.data, join(*path)))):
        return _unknown(join(*path, wrong), owner, places, f"did you mean '{key}'?", key)
    values = modalities_at(path, words.data.get("workflow")) if key == "modality" else ()
    help = f"add '{key}:'" + (f" with one of: {', '.join(values)}" if values else "")
    place = places.place(join(*path, key))
    return file_finding("SY102", f"'{key}' is missing{owner}", place, help=help, pointer=join(*path), suggestion=key)


def _bad_key(path: Path, error: Any, places: Places) -> Finding:
    inner = error.kind.error
    key = str(inner.instance)
    pointer = join(*path, key)
    place = places.place(pointer, key=True)
    if inner.kind.name == "maxLength":
        message = f"the key '{key[:50]}' has {len(key)} characters; the most is {inner.kind.limit}"
        return file_finding("SY110", message, place, help="shorten it", pointer=pointer)
    if path == ("metadata",):
        help = "rename it: keys that begin with heymilo-ops are the tool's own"
    else:
        help = "use lower case letters, digits and single hyphens"
    return file_finding("SY110", f"the key '{key}' can't be used here", place, help=help, pointer=pointer)


def _value_problem(kind: str, error: Any, path: Path, written: str | None) -> tuple[str, str, str]:
    """Code, message and help of a value that is wrong in itself. ``written``: its characters in the file, unquoted."""
    value = error.instance
    label = _label(path)
    displayed = written if isinstance(value, int | float) and written else _named(value)
    if kind in ("enum", "const"):
        options = error.kind.options if kind == "enum" else [error.kind.expected_value]
        options = json.loads(options) if isinstance(options, str) else list(options)
        allowed = [str(option) for option in options if option is not None]
        if str(value) in allowed:  # the text "1" for the number 1
            return "SY104", f"{label} is {displayed}; it must be {value}", "leave the quotes out"
        return "SY103", f"{label} is {displayed}, which is not one of its values", _value_help(value, allowed, path)
    if kind == "type":
        expected = [name for name in error.kind.types if name != "null"]
        needs = " or ".join(_TYPES[name] for name in expected)
        return "SY104", f"{label} is {displayed}; it must be {needs}", _type_help(value, expected, written)
    if kind == "pattern":
        return _pattern_problem(label, value, path)
    if kind in _LIMITS:
        if path == ("workflow",):
            return _LIMITS[kind], "'workflow' has no step", "add one, such as '- type: web_interview'"
        return _LIMITS[kind], *_limit_words(kind, label, value, error.kind.limit)
    return "SY199", f"{label}: {error.message[:200]}", ""


def _value_help(value: Any, allowed: list[str], path: Path) -> str:
    listed = ", ".join(allowed)
    step = step_of(str(value)) if path[-1:] == ("modality",) else None
    if step is not None:
        return f"allowed here: {listed}; {value} questions belong in a {step} step"
    meant = value_meant(value, allowed) if isinstance(value, str) else None
    return f"did you mean '{meant}'? Allowed: {listed}" if meant else f"allowed: {listed}"


def _type_help(value: Any, expected: list[str], written: str | None) -> str:
    if value is None:
        return "give it a value"
    if expected == ["string"] and isinstance(value, int | float):
        return f'put it in quotes: "{written or json.dumps(value)}"'
    if "boolean" in expected:
        return "write true or false, without quotes"
    if {"integer", "number"} & set(expected):
        return "write a whole number" if isinstance(value, float) else "write digits, without quotes"
    if "array" in expected:
        return "write a list: one '- ' line for each item, or [a, b]"
    return "write a text" if expected == ["string"] else "write 'key: value' lines"


def _pattern_problem(label: str, value: Any, path: Path) -> tuple[str, str, str]:
    name = str(path[-1]) if path else ""
    if isinstance(value, str) and not value.strip().strip("\ufeff").strip():
        return "SY106", f"{label} is blank", "write something, or leave the key out"
    if name.endswith("_url") and name != "base_url":
        message = f"{label} is {_named(value)}, which is not an https address"
        return "SY107", message, "write it whole: https://host/path"
    if name == "deadline" and isinstance(value, str) and (local := _in_local_zone(value)):
        help = f"write {local}, if the time zone of this machine is meant, or the offset of another"
        return "SY105", f"{label} is {_named(value)}, which has no time zone", help
    return "SY105", f"{label} is {_named(value)}, which has the wrong form", _PATTERN_HELP.get(name, "")


def _in_local_zone(value: str) -> str | None:
    """Return a time without a zone with the offset that this machine has then; ``None`` for what is no such time."""
    if _BARE_TIME.fullmatch(value) is None:
        return None
    try:
        return datetime.fromisoformat(value).astimezone().isoformat()
    except (ValueError, OverflowError):
        return None


def _limit_words(kind: str, label: str, value: Any, limit: int | float) -> tuple[str, str]:
    """Return the message and the help of a number, text or list that is too small or too large."""
    low = kind.startswith("min")
    bound = f"the least is {limit}" if low else f"the most is {limit}"
    unit = {"Length": "characters", "Items": "items", "Properties": "keys"}.get(kind[3:])
    if kind == "maximum" and limit == 1 and 1 < value <= 100:
        help = f"if that is a percentage, write it as a share: {value / 100:g}"
        return f"{label} is {_named(value)}; {bound}", help
    if unit is None:
        return f"{label} is {_named(value)}; {bound}", f"write {limit} or {'more' if low else 'less'}"
    help = "shorten it" if not low else "write more" if unit == "characters" else "add one, or leave the key out"
    return f"{label} has {len(value)} {unit.removesuffix('s') if len(value) == 1 else unit}; {bound}", help


def _label(path: Path) -> str:
    if not path:
        return "the file"
    if isinstance(path[-1], int):
        return f"item {path[-1] + 1} of '{path[-2]}'"
    return f"'{path[-1]}'"


def _named(value: Any) -> str:
    """Return a value as a person would name it, cut to size."""
    if isinstance(value, str):
        return f"the text '{value}'" if len(value) <= 40 else f"the text '{value[:37]}…'"
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, list):
        return "a list"
    return json.dumps(value)


def _either(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} or {names[-1]}"
