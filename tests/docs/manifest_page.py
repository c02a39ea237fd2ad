"""docs/manifest.md, from the models: every key, its type, its default, what it does, and what a change of it does."""

from __future__ import annotations

import types
from collections.abc import Iterator
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from heymilo_ops.model.facts import Fact, Kind, facts
from heymilo_ops.model.notices import NoticeElsewhere, Notices
from heymilo_ops.model.on_change import ByClass
from heymilo_ops.model.posting import Manifest, Ops
from heymilo_ops.model.question import QUESTIONS
from heymilo_ops.model.step import CONFIGS, STEPS, WRITTEN_ONCE, Blackout, CheatDetection, WebInterviewSettings
from heymilo_ops.plan.change import FieldChange
from heymilo_ops.plan.in_place import is_structure

HEAD = """\
<!-- Written by `make docs` from the models. Change those, not this. -->

# Every key of a manifest

One file below `postings/` is one posting. Keys that aren't here are errors. In place of a value there may be a shared
one: `{file: NAME}`, `{var: NAME}`, `use: NAME` for a question, `extends: NAME` for a posting.

**Class** is what a changed value does to people, from light to grave: `cosmetic`, `wording`, `rubric`, `scoring`,
`notice`, `knockout`, `identity`.

**In place** says whether a change reaches the posting that is live, and its link stays: *yes*; *by `on_change`*: what
`ops.on_change` says for the class ([edits in place](edits-in-place.md)); *no*: a new posting is made; *not sent*: only
this tool reads it.

**Default** is what HeyMilo documents for a key that is left out, or what the tool takes; a dash where nothing is.
"""

_NAMED: tuple[tuple[str, type[BaseModel], str], ...] = (
    ("Posting", Manifest, "The root of the file."),
    ("ops", Ops, "How the tool treats this posting. Never sent."),
    ("ops.on_change by class", ByClass, "One action for each class of change; `on_change` may also be one action."),
    ("ops.notices", Notices, "What candidates are told outside the posting, as the team says; also in heymilo.yaml."),
    ("A notice that is given elsewhere", NoticeElsewhere, ""),
    *((f"Step `{kind}`", model, "") for kind, model in sorted(STEPS.items())),
    *((f"Config of `{kind}`", model, "") for kind, model in sorted(CONFIGS.items())),
    ("blackout_period", Blackout, "Of `conversational_sms`."),
    ("cheat_detection_config", CheatDetection, "Of `web_interview`."),
    ("web_interview_config", WebInterviewSettings, "Of `web_interview`."),
    *((f"Question `{modality}`", model, "") for modality, model in sorted(QUESTIONS.items())),
)


def _sections() -> Iterator[tuple[str, type[BaseModel], str]]:
    """Yield the sections that are named above, then the models that a key of one leads to, by that key."""
    seen = {model for _, model, _ in _NAMED}
    waiting = [*_NAMED]
    while waiting:
        section = waiting.pop(0)
        yield section
        for name, info in section[1].model_fields.items():
            for model in _models(info.annotation):
                if model not in seen:
                    seen.add(model)
                    waiting.append((name, model, ""))


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in get_args(annotation):
        yield from _models(inner)


SECTIONS = tuple(_sections())


def page() -> str:
    """The whole file."""
    return "\n".join([HEAD, *(_section(*section) for section in SECTIONS)])


def _section(title: str, model: type[BaseModel], note: str) -> str:
    says = note or (model.__doc__ or "").split("\n")[0]
    rows = [f"| `{name}` | {' | '.join(_row(model, name, info))} |" for name, info in model.model_fields.items()]
    head = "| key | type | default | what it does | class | in place |\n| --- | --- | --- | --- | --- | --- |"
    return f"## {title}\n\n{says}\n\n{head}\n" + "\n".join(rows) + "\n"


def _row(model: type[BaseModel], name: str, info: FieldInfo) -> Iterator[str]:
    fact = facts(model)[name]
    yield " ".join([_type(info.annotation, info.metadata), *(["(required)"] if info.is_required() else [])])
    yield _default(info, fact)
    yield (info.description or "").replace("|", "\\|").replace("\n", " ")
    yield "–" if fact.kind is Kind.TOOL else f"`{fact.effect}`"
    yield _in_place(model, name, fact)


def _in_place(model: type[BaseModel], name: str, fact: Fact) -> str:
    if fact.kind is Kind.TOOL:
        return "not sent"
    if fact.kind is Kind.SETTINGS:
        return "yes"
    change = FieldChange(f"/{name}", "changed", None, None, fact.effect)
    if fact.kind is Kind.STRUCTURE or (model is Manifest and is_structure(change)):
        return "no"
    if name in WRITTEN_ONCE:
        return "no: HeyMilo writes questions once"
    limits = [f"from {fact.update_min}"] if fact.update_min is not None else []
    limits += [f"up to {fact.update_max:,}"] if fact.update_max is not None else []
    return "by `on_change`" + (f", {' and '.join(limits)}" if limits else "")


def _default(info: FieldInfo, fact: Fact) -> str:
    value = fact.default
    if value is None and fact.kind is Kind.TOOL and not info.is_required():
        value = info.default
    if value is None or isinstance(value, BaseModel):
        return "–"
    if value == ():
        return "none"
    return {True: "`true`", False: "`false`", "": "empty"}.get(value, f"`{value}`")


def _type(annotation: Any, metadata: list[Any] | tuple[Any, ...] = ()) -> str:
    """The type in words, with its limits."""
    origin, args = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _type(args[0], (*metadata, *_constraints(args[1:])))
    if origin in (Union, types.UnionType):
        kinds = list(dict.fromkeys(_type(arg, metadata) for arg in args if arg is not type(None)))
        if {"number", "whole number"} <= {kind.split(",")[0] for kind in kinds}:
            kinds = [kind for kind in kinds if kind.startswith("number")]
        return " or ".join(kinds)
    if origin is Literal:
        return ", ".join(f"`{arg}`" for arg in args)
    if origin is tuple:
        return f"list of: {_type(args[0])}"
    if origin is dict:
        inner = _type(args[1])
        return "mapping of texts" if inner.startswith("text") else f"mapping of: {inner}"
    if annotation in {model for _, model, _ in SECTIONS}:
        return f"[mapping](#{_anchor(annotation)})"
    plain = {str: "text", bool: "`true` or `false`", int: "whole number", float: "number"}.get(annotation, "any value")
    return ", ".join([plain, *_limits(metadata)])


def _constraints(marks: tuple[Any, ...]) -> list[Any]:
    return [item for mark in marks for item in (mark.metadata if isinstance(mark, FieldInfo) else [mark])]


def _limits(metadata: list[Any] | tuple[Any, ...]) -> list[str]:
    limits: dict[str, Any] = {}
    for mark in metadata:
        for name in ("ge", "le", "min_length", "max_length"):
            value = getattr(mark, name, None)
            if value is not None:
                limits[name] = value
    low, high = limits.get("ge"), limits.get("le")
    words = [f"{low} to {high}"] if low is not None and high is not None else [f"from {low}"] if low is not None else []
    if "max_length" in limits:
        fewest = limits.get("min_length", 0)
        words.append(f"{f'{fewest} to' if fewest > 1 else 'up to'} {limits['max_length']:,} characters")
    return words


def _anchor(model: type[BaseModel]) -> str:
    title = next(title for title, other, _ in SECTIONS if other is model)
    kept = "".join(char for char in title.lower() if char.isalnum() or char in " -_")
    return kept.replace(" ", "-")
