"""What was changed outside, field by field, as lines of pieces: for terminals, documents and ``drift show``."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from heymilo_ops.errors import AdviceKind, advise
from heymilo_ops.model.drift_report import DriftReport, DriftStatus, PostingDrift
from heymilo_ops.model.pointer import split
from heymilo_ops.plan.change import DriftField, FieldChange
from heymilo_ops.plan.json_diff import is_same_json
from heymilo_ops.review.advice import command
from heymilo_ops.review.field_lines import FieldLines, Line
from heymilo_ops.review.reasons import reason_sentence
from heymilo_ops.review.words import STEPS, counted, step_name, value_words
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
    accepted = "accepted; " if field.accepted else ""
    return f"({accepted}the manifest says {_text(field)})"


def _text(field: DriftField) -> str:
    value = _text_of(field.desired)
    if field.path == "/deadline":
        return one_line(value_words("deadline", value))
    return one_line(json.dumps(value, ensure_ascii=False), 80)


def _text_of(value: Any) -> Any:
    """Return a whole question by its text."""
    return value["text"] if isinstance(value, dict) and isinstance(value.get("text"), str) else value


UNREADABLE = (
    "HeyMilo doesn't give back the template that a posting was made of, nor which of several steps of one type a "
    "question belongs to: a change of that outside is not seen."
)

_STATUS: Mapping[DriftStatus, str] = {
    DriftStatus.SAME: "",
    DriftStatus.CHANGED: "",
    DriftStatus.ARCHIVED: (
        "it was archived at HeyMilo: unarchive it in HeyMilo's own pages, `{recreate}`, or remove its manifest"
    ),
    DriftStatus.DELETED: "HeyMilo has it no more: `{recreate}`, or remove its manifest",
    DriftStatus.EXPIRED: "it has expired and takes nobody; a later deadline may or may not open it again",
    DriftStatus.DRAFT: "it is a draft and takes nobody until it is activated: at HeyMilo, or by ops.activate",
    DriftStatus.NO_BASELINE: (
        "what HeyMilo showed after the last apply isn't known, so values can't be compared one by one: the next "
        "`{apply}` reads it, where nobody has touched it since"
    ),
}


def posting_lines(posting: PostingDrift, workspace: str) -> list[str]:
    """Return what is said of a posting above its fields, with the way out of each thing."""
    commands = {
        "recreate": command(advise(AdviceKind.APPLY_RECREATE, workspace=workspace, name=posting.address)),
        "apply": command(advise(AdviceKind.APPLY, workspace=workspace)),
    }
    lines = [_STATUS[posting.status].format_map(commands)] if _STATUS[posting.status] else []
    lines += map(reason_sentence, posting.notes)
    if any(field.is_open for field in posting.fields):
        accept = command(advise(AdviceKind.DRIFT_ACCEPT, workspace=workspace, name=posting.address))
        revert = command(advise(AdviceKind.APPLY_REVERT, workspace=workspace, name=posting.address))
        lines.append(f"take it into the manifest: `{accept}`; or undo it: `{revert}`")
    if posting.ignored:
        lines.append(f"{counted(posting.ignored, 'change')} that ops.ignore_changes ignores")
    if not posting.questions and posting.status not in _WITHOUT_QUESTIONS:
        lines.append("HeyMilo may still be writing its questions, so they are not compared yet")
    return lines


_WITHOUT_QUESTIONS = frozenset({DriftStatus.DELETED, DriftStatus.NO_BASELINE})
"""Where no questions are compared for another reason than that HeyMilo writes them."""


def drift_summary(report: DriftReport) -> tuple[str, str]:
    """Return the last line, its head apart."""
    number = sum(posting.is_open for posting in report.postings)
    total = counted(len(report.postings), "posting")
    unknown = sum(posting.status is DriftStatus.NO_BASELINE for posting in report.postings)
    rest = f" {counted(unknown, 'posting')} without a baseline." if unknown else ""
    if number:
        return "Changed outside:", f" {number} of {total}.{rest}"
    return "No drift.", f" {total} compared, with their questions.{rest}"
