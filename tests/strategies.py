"""Valid manifests for hypothesis, made from the posting schema: every field, step type and modality, nulls, templates.

The two choices that the schema leaves open are made here: workflow or template, and question keys unique in a posting.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta, timezone
from random import Random
from typing import Any

from hypothesis import strategies as st

from heymilo_ops.model.facts import DEADLINE_PATTERN, HTTPS_PATTERN, LANGUAGE_PATTERN, NAME_PATTERN
from heymilo_ops.model.live import POSTING_ID
from heymilo_ops.model.posting import ACCEPTED_VALUE, CHANGED_PATH
from heymilo_ops.model.step import MODALITIES, STEPS, USUAL_MODALITY
from schemas.generator.posting import BLANK_NOWHERE, posting_schema

Json = dict[str, Any]
Schema = Mapping[str, Any]

NASTY = (
    "",
    "# x",
    "a # b",
    "a: b",
    "key:",
    "- item",
    "  leading",
    "trailing  ",
    "\ttab",
    "a\tb",
    "012",
    "1_000",
    "0x1F",
    "12:30",
    "no",
    "on",
    "null",
    "~",
    "true",
    "True",
    "1e3",
    "-1",
    ".5",
    ".inf",
    "2027-01-31",
    "{{candidate_name}}",
    "[a, b]",
    "{a: b}",
    "*alias",
    "&anchor",
    "!tag",
    "%dir",
    "@at",
    "`tick`",
    "---",
    "...",
    "'single'",
    '"double"',
    "it's",
    "back\\slash\\n",
    "one\ntwo",
    "one\n\n\ntwo\n",
    "\nfirst",
    "last\n\n",
    "  deep\n shallow",
    "one \ntwo",
    "# x\n# y\n",
    "a: b\nc: d",
    "line\u2028separator",
    "paragraph\u2029separator",
    "no\u00a0break",
    "next\u0085line",
    "\u200bzero width",
    "\ufeffmark",
    "🥐 emoji 👩‍🚀",
    "é e\u0301",
    "한국어 ไทย عربي",
    "carriage\rreturn",
    "both\r\nends",
    "x" * 300,
    "A sentence of some length. " * 12,
    "word " * 60 + "\nand a line",
)
"""Texts on which a YAML writer stumbles."""

_LETTERS = st.characters(codec="utf-8", exclude_categories=("Cs", "Cc"))
TEXTS = st.one_of(st.sampled_from(NASTY), st.text(_LETTERS, max_size=20))
JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(-(10**6), 10**6), TEXTS),
    lambda inner: st.one_of(st.lists(inner, max_size=2), st.dictionaries(TEXTS, inner, max_size=2)),
    max_leaves=3,
)
_WORDS = st.lists(st.text("abcz09", min_size=1, max_size=4), min_size=1, max_size=3).map("-".join)


def _deadline(at: datetime, minutes: int, form: int) -> str:
    whole = at.replace(tzinfo=timezone(timedelta(minutes=minutes)))
    written = whole.isoformat(timespec=("minutes", "seconds", "milliseconds", "microseconds")[form])
    return written.replace("+00:00", "Z")


_SHAPED: dict[str, st.SearchStrategy[str]] = {
    NAME_PATTERN: _WORDS,
    POSTING_ID: _WORDS,
    ACCEPTED_VALUE: st.builds(
        "/questions/k{} sha256:{}".format, _WORDS, st.text("0123456789abcdef", min_size=16, max_size=16)
    ),
    CHANGED_PATH: st.builds("/questions/k{}".format, _WORDS) | st.sampled_from(["/deadline", "/metadata/team"]),
    LANGUAGE_PATTERN: st.sampled_from(["en", "de", "pt-BR", "zh-Hant-TW", "fil"]),
    HTTPS_PATTERN: st.builds(
        "https://{}.example.com{}".format, _WORDS, st.sampled_from(["", "/", "/a/b?c=d#e", "#é", "?q=%20"])
    ),
    DEADLINE_PATTERN: st.builds(
        _deadline,
        st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1)),  # noqa: DTZ001  the offset is put in above
        st.integers(-14 * 4, 14 * 4).map(lambda quarters: quarters * 15),
        st.integers(0, 3),
    ),
    BLANK_NOWHERE: TEXTS.filter(lambda text: bool(text.strip(" \t\r\n\u0085\u00a0\u2028\u2029\ufeff\u3000").split())),
}
"""A strategy for each pattern of the models; an unknown pattern fails when this module is used."""


def _with_null(node: Schema, strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    nullable = "null" in node.get("type", ())
    return st.integers(0, 7).flatmap(lambda n: st.none() if n == 7 else strategy) if nullable else strategy


def values(node: Schema) -> st.SearchStrategy[Any]:
    """What a schema without references accepts."""
    if "enum" in node:
        return st.sampled_from(node["enum"])
    kinds = node.get("type")
    if kinds is None:
        return JSON
    if "then" in node and "enum" in node["then"]:  # one value, or one for each class
        classes = {name: each for name, each in node["properties"].items() if "doNotSuggest" not in each}
        return st.one_of(st.sampled_from([*node["then"]["enum"], None]), _object({"properties": classes}))
    (kind,) = {kinds} if isinstance(kinds, str) else set(kinds) - {"null"}
    return _with_null(node, _MAKERS[kind](node))


def _string(node: Schema) -> st.SearchStrategy[str]:
    least, most = node.get("minLength", 0), node.get("maxLength")
    if "pattern" in node:
        base = _SHAPED[node["pattern"]]
        return base if most is None else base.filter(lambda text: len(text) <= most)
    if most is None:
        return TEXTS
    edges = st.sampled_from(["x" * least, "é" * most, "🥐" * most])
    return st.integers(0, 9).flatmap(
        lambda n: edges if n == 9 else TEXTS.map(lambda text: text.ljust(least, "x")[:most])
    )


def _integer(node: Schema) -> st.SearchStrategy[int]:
    return st.integers(node.get("minimum", -1000), node.get("maximum", 100_000))


def _number(node: Schema) -> st.SearchStrategy[int | float]:
    low, high = node.get("minimum", -1000), node.get("maximum", 1000)
    return st.one_of(st.integers(low, high), st.integers(low * 8, high * 8).map(lambda eighths: eighths / 8))


def _array(node: Schema) -> st.SearchStrategy[list[Any]]:
    return st.lists(values(node["items"]), min_size=node.get("minItems", 0), max_size=3)


def _object(node: Schema) -> st.SearchStrategy[Json]:
    if "properties" in node:
        return objects({name: values(each) for name, each in node["properties"].items()}, node.get("required", ()))
    names = node.get("propertyNames", {})
    keys = TEXTS.filter(lambda key: len(key) <= names.get("maxLength", 500) and not key.startswith("heymilo-ops"))
    return st.dictionaries(keys, values(node["additionalProperties"]), max_size=3)


_MAKERS: dict[str, Callable[[Schema], st.SearchStrategy[Any]]] = {
    "array": _array,
    "boolean": lambda _: st.booleans(),
    "integer": _integer,
    "number": _number,
    "object": _object,
    "string": _string,
}


def objects(fields: Mapping[str, st.SearchStrategy[Any]], required: Any = ()) -> st.SearchStrategy[Json]:
    """Mappings with the required fields and a few of the others: sparse, so that they are fast and easy to read."""
    others = [name for name in fields if name not in required]
    return _objects(fields, tuple(required), others)


@st.composite
def _objects(
    draw: st.DrawFn, fields: Mapping[str, st.SearchStrategy[Any]], required: tuple[str, ...], others: list[str]
) -> Json:
    # Which fields is drawn by a seed, evenly: hypothesis' own numbers favour the ends, and some fields were never met.
    seed = draw(st.integers(0, 2**16))
    dice = Random(seed)
    chosen = dice.sample(others, dice.randint(0, min(7, len(others)))) if seed else []
    return {name: draw(fields[name]) for name in (*required, *chosen)}


_SCHEMA = posting_schema()
_STEPS = dict(
    zip(sorted(STEPS), (branch["then"] for branch in _SCHEMA["properties"]["workflow"]["items"]["allOf"]), strict=True)
)


def questions(step: str) -> st.SearchStrategy[Json]:
    """Questions of a step type; the usual modality now and then left out."""
    return st.one_of([_question(modality, modality == USUAL_MODALITY.get(step)) for modality in MODALITIES[step]])


def _question(modality: str, usual: bool) -> st.SearchStrategy[Json]:
    schema = _SCHEMA["definitions"][modality]
    fields = {name: values(each) for name, each in schema["properties"].items() if name != "modality"}
    base = objects(fields, schema["required"])
    said = base.map(lambda question: {"modality": modality, **question})
    return st.one_of(base, said) if usual else said


def steps(name: str) -> st.SearchStrategy[Json]:
    """Steps of one type."""
    config = values(_STEPS[name]["properties"]["config"])
    several = st.lists(questions(name), max_size=3)
    asked = st.integers(0, 7).flatmap(lambda n: st.none() if n == 7 else several)
    return st.fixed_dictionaries({"type": st.just(name)}, optional={"config": config, "questions": asked})


def _unique_keys(manifest: Json) -> Json:
    seen: set[str] = set()
    for step in manifest.get("workflow") or ():
        for question in step.get("questions") or ():
            if question.get("key") in seen:
                del question["key"]
            elif question.get("key") is not None:
                seen.add(question["key"])
    return manifest


def manifests() -> st.SearchStrategy[Json]:
    """Valid resolved manifests."""
    properties = _SCHEMA["properties"]
    apart = ("workflow", "interview_template_id")
    root = objects({name: values(each) for name, each in properties.items() if name not in apart}, _SCHEMA["required"])
    workflow = st.lists(st.one_of([steps(name) for name in _STEPS]), min_size=1, max_size=3)
    return st.one_of(
        st.builds(lambda base, given: _unique_keys({**base, "workflow": given}), root, workflow),
        st.builds(lambda base, given: _unique_keys({"workflow": given, **base}), root, workflow),
        st.builds(lambda base, template: {**base, "interview_template_id": template}, root, st.just("IT_abc123")),
    )
