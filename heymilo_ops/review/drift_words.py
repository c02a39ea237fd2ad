"""What was changed outside, field by field, as lines of pieces: for terminals, documents and ``drift show``."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from heymilo_ops.model.pointer import split
from heymilo_ops.plan.change import DriftField, FieldChange
from heymilo_ops.plan.json_diff import is_same_json
from heymilo_ops.review.field_lines import FieldLines, Line
from heymilo_ops.review.words import STEPS, step_name, value_words
from heymilo_ops.text.sanitize import one_line

HEAD = "Changed outside since the last apply"


def drift_name(path: str) -> str:
    """Return what a path names, in words: ``question on-call: text``, ``AI voice interview: voice_id``."""
    tokens = split(path)
    if tokens[0] == "questions":
        return _named(f"question {tokens[1]}", tokens[2:])
    if tokens[0] == "workflow" and len(tokens) > 1:
        kind = tokens[1]
        step = step_name(kind) if kind in STEPS else f"step {int(kind) + 1}" if kind.isdecimal() else kind
        return _named(step, tokens[3:] if tokens[2:3] == ("config",) else tokens[2:])
    return one_line(".".join(tokens))


def _named(whole: str, field: Sequence[str]) -> str:
    return one_line(f"{whole}: {'.'.join(field)}" if field else whole)


def drift_lines(fields: Sequence[DriftField], width: int, indent: str) -> list[Line]:
    """Return the lines of these fields, old and new; with what the manifest says where that is a third thing."""
    lines: list[Line] = []
    layout = FieldLines(None, width)
    for field in fields:
        change = FieldChange(field.path, field.kind, _text_of(field.baseline), _text_of(field.live), field.effect)
        lines += layout.named(drift_name(field.path), change, indent)
        if remark := manifest_remark(field):
            lines.append((("same", f"{indent}    "), ("remark", remark)))
    return lines


def manifest_remark(field: DriftField) -> str:
    """Return what the manifest says, where that is neither what was there before nor nothing; else ``""``."""
    if field.is_settled:
        return "(the manifest says so too)"
    if field.desired is None or field.kind == "moved" or is_same_json(field.desired, field.baseline):
        return ""
    return f"(the manifest says {_text(field)})"


def _text(field: DriftField) -> str:
    value = _text_of(field.desired)
    if field.path == "/deadline":
        return one_line(value_words("deadline", value))
    return one_line(json.dumps(value, ensure_ascii=False), 80)


def _text_of(value: Any) -> Any:
    """Return a whole question by its text."""
    return value["text"] if isinstance(value, dict) and isinstance(value.get("text"), str) else value
