"""One posting's design as readable text or YAML, and the difference between two revisions of it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from heymilo_ops.manifest.repo import PostingFile
from heymilo_ops.model.pointer import join
from heymilo_ops.model.state import PostingState
from heymilo_ops.model.step import USUAL_MODALITY
from heymilo_ops.plan.change import FieldChange
from heymilo_ops.report.output import make_safe
from heymilo_ops.report.writer import Writer
from heymilo_ops.review.field_lines import FieldLines
from heymilo_ops.review.field_path import Form, steps_of
from heymilo_ops.review.words import field_name, modality_name, step_name, value_words
from heymilo_ops.text.sanitize import is_hidden, one_line, printable_json, sanitize
from heymilo_ops.text.width import cells, fold

_FIRST = ("text", "question_type")


def render_posting(address: str, form: Form, writer: Writer, facts: Sequence[tuple[str, str]] = ()) -> str:
    """Render a canonical form or resolved manifest: facts of the state, root fields, then step by step."""
    title = one_line(str(form.get("title") or address))
    out = [writer.bold(title) + writer.dim(f"  ({one_line(address)})")]
    out += [line for label, value in facts for line in _entry(label, value, "  ", writer)]
    for name, value in form.items():
        if name not in ("name", "title", "workflow", "ops"):
            out += _field(name, value, "  ", writer)
    for number, step in enumerate(steps_of(form), 1):
        out += ["", writer.bold(f"Step {number}: {step_name(str(step.get('type')))}")]
        for name, value in (step.get("config") or {}).items():
            out += _field(name, value, "  ", writer)
        out += _questions(step, writer)
    return "\n".join(out) + "\n"


def posting_facts(posting: PostingState | None) -> list[tuple[str, str]]:
    """What the state knows of a posting, with a label each."""
    if posting is None:
        return [("Status", "not applied")]
    known = [("Status", posting.status), ("Revision", str(posting.revision)), ("Posting", posting.posting_id)]
    link = posting.candidate_url if posting.status == "active" else None
    return [*known, ("Candidates", link)] if link else known


def _questions(step: Mapping[str, Any], writer: Writer) -> list[str]:
    questions = step.get("questions")
    if questions is None:
        return ["  Questions are written by HeyMilo, unreviewed."]
    usual = USUAL_MODALITY.get(str(step.get("type")), "question")
    out: list[str] = []
    for number, question in enumerate(questions, 1):
        kind = modality_name(str(question.get("modality") or usual))
        key = f" {one_line(question['key'])}" if question.get("key") else ""
        out += ["", f"  {number}. {writer.bold(kind + key)}"]
        for name in (*_FIRST, *(name for name in question if name not in (*_FIRST, "key", "modality"))):
            out += _field(name, question.get(name), "     ", writer)
    return out


def _field(name: str, value: Any, indent: str, writer: Writer) -> list[str]:
    if value is None:
        return []
    return _entry(field_name(name), value_words(name, value), indent, writer)


def _entry(label: str, value: str, indent: str, writer: Writer) -> list[str]:
    head = f"{indent}{writer.dim(label + ':')}"
    text = sanitize(value).strip()
    if "\n" not in text and cells(f"{indent}{label}: {text}") <= writer.width:
        return [f"{head} {text}"]
    deeper = indent + "  "
    folded = [piece for line in text.split("\n") for piece in fold(line, max(writer.width - cells(deeper), 20)) or [""]]
    return [head, *(f"{deeper}{line}".rstrip() for line in folded)]


def render_diff(before: str, after: str, fields: Sequence[FieldChange], form: Form | None, writer: Writer) -> str:
    """Render how two designs differ; ``before`` and ``after`` name them, ``form`` is the canonical form after."""
    head = f"{writer.red('- ' + one_line(before))}\n{writer.green('+ ' + one_line(after))}"
    if not fields:
        return f"{head}\n\nNo difference.\n"
    return "\n".join([head, "", *map(writer.pieces, FieldLines(form, writer.width).lines(fields, ""))]) + "\n"


def request_yaml(request: Mapping[str, Any]) -> str:
    """Write the request as people do; all of it in quotes where that could not be printed as it is."""
    from heymilo_ops.manifest.yaml_dump import dump, dump_quoted

    text = dump(request)
    return text if text == make_safe(text) else dump_quoted(request, is_hidden)


def origin_lines(document: PostingFile, request: Mapping[str, Any]) -> str:
    """Write a line for each value: where it stands, its JSON pointer, and the value."""
    lines = []
    for pointer, value in _leaves(request, ""):
        text = printable_json(json.dumps(value, ensure_ascii=False))
        lines.append(f"{one_line(str(document.place(pointer)))}\t{one_line(pointer)}\t{text}\n")
    return "".join(lines)


def _leaves(value: object, pointer: str) -> list[tuple[str, object]]:
    if not isinstance(value, dict | list) or not value:
        return [(pointer, value)]
    items = value.items() if isinstance(value, dict) else enumerate(value)
    return [leaf for key, item in items for leaf in _leaves(item, join(key, base=pointer))]
