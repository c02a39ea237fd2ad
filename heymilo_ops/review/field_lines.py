"""The values that differ between two designs, as indented lines in the manner of Terraform."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from heymilo_ops.plan.change import FieldChange
from heymilo_ops.review.field_path import FieldPath, Form, parse_path, question_at, step_at, step_type
from heymilo_ops.review.word_diff import Run, differs, elided, marked, runs
from heymilo_ops.review.words import modality_name, step_name, value_words, variable
from heymilo_ops.text.sanitize import one_line, sanitize
from heymilo_ops.text.similarity import difference
from heymilo_ops.text.width import cells, fold, wrap

SYMBOLS = {"added": "+", "removed": "-", "changed": "~", "moved": "~"}
_INDENT = "    "

Line = tuple[Run, ...]
"""A line in pieces, each with its kind: ``same``, ``added``, ``removed``, ``changed`` or ``remark``."""


class FieldLines:
    """Lays field changes out as lines of pieces, at most ``width`` cells wide.

    ``form`` is the canonical form after the change, ``None`` where it isn't at hand; steps and questions are
    then named by number.
    """

    def __init__(self, form: Form | None, width: int) -> None:
        self.form, self.width = form, width

    def lines(self, fields: Sequence[FieldChange], indent: str) -> list[Line]:
        """Return the lines of all changes: root fields first, then step by step, question by question."""
        located = [(parse_path(field.path), field) for field in fields]
        out = [line for at, field in located if at.step is None for line in self._field(at, field, indent)]
        for step in sorted({at.step for at, _ in located if at.step is not None}):
            out += self._step(step, [(at, field) for at, field in located if at.step == step], indent)
        return out

    def named(self, name: str, field: FieldChange, indent: str) -> list[Line]:
        """Return the lines of one change under a name of the caller's."""
        return self._deadline(field, indent) if field.path == "/deadline" else self._value(name, field, indent)

    def _step(self, step: int, located: list[tuple[FieldPath, FieldChange]], indent: str) -> list[Line]:
        whole = [field for at, field in located if at.question is None and not at.field]
        out = [line for field in whole for line in self._whole_step(step, field, indent)]
        inner = [(at, field) for at, field in located if at.question is not None or at.field]
        lists = [field for at, field in inner if at.field == ("questions",)]
        inner = [(at, field) for at, field in inner if at.field != ("questions",)]
        if inner or lists:
            out.append(_head("changed", self._step_title(step, inner), indent))
            deeper = indent + _INDENT
            out += [line for field in lists for line in self._question_list(field, deeper)]
            out += [line for at, field in inner if at.question is None for line in self._field(at, field, deeper)]
            out += self._questions(step, inner, deeper)
        return out

    def _step_title(self, step: int, located: Iterable[tuple[FieldPath, FieldChange]]) -> str:
        modality = next((name for _, field in located if (name := _modality(field))), None)
        kind = step_type(self.form, step, modality)
        return f"step {step + 1}, {step_name(kind)}" if kind else f"step {step + 1}"

    def _whole_step(self, step: int, field: FieldChange, indent: str) -> list[Line]:
        value = field.after if field.kind == "added" else field.before
        kind = value.get("type", "") if isinstance(value, dict) else step_at(self.form, step).get("type", "")
        title = f"step {step + 1}" + (f", {step_name(kind)}" if kind else "")
        if field.kind == "moved":
            return [_head("moved", f"{title}: {_places(field)}", indent)]
        if not isinstance(value, dict):
            return self._value(title, field, indent)
        out = [_head(field.kind, title, indent)]
        if field.kind == "added":
            for name, setting in (value.get("config") or {}).items():
                out += self._added(name, setting, indent + _INDENT)
        for question in value.get("questions") or []:
            out += self._whole_question(None, question, field.kind, indent + _INDENT)
        return out

    def _question_list(self, field: FieldChange, indent: str) -> list[Line]:
        """Return the lines of a list of questions that is added, or removed and so left to HeyMilo."""
        added = field.kind == "added"
        what = "given here; HeyMilo wrote them so far" if added else "left to HeyMilo, unreviewed, from now on"
        out = [_head(field.kind, f"questions: {what}", indent)]
        for number, question in enumerate((field.after if added else field.before) or []):
            out += self._whole_question(None, question, field.kind, indent + _INDENT, number)
        return out

    def _questions(self, step: int, located: list[tuple[FieldPath, FieldChange]], indent: str) -> list[Line]:
        out: list[Line] = []
        grouped: dict[tuple[int, bool], list[tuple[FieldPath, FieldChange]]] = {}
        for at, field in located:
            if at.question is not None:
                gone = field.kind == "removed" and not at.field
                grouped.setdefault((at.question, gone), []).append((at, field))
        for (number, _), group in sorted(grouped.items()):
            out += self._question(step, number, group, indent)
        return out

    def _question(self, step: int, number: int, group: list[tuple[FieldPath, FieldChange]], indent: str) -> list[Line]:
        out: list[Line] = []
        inner = [(at, field) for at, field in group if at.field]
        move = next((field for at, field in group if not at.field and field.kind == "moved"), None)
        for at, field in group:
            if not at.field and field is not move:
                value = field.after if field.kind == "added" else field.before
                out += self._whole_question(field.key, value, field.kind, indent, number)
        if inner or move:
            key = next((field.key for _, field in group if field.key), None)
            title = self._question_title(key, question_at(self.form, step, number), number)
            out.append(_head("changed", title + (f": {_places(move)}" if move else ""), indent))
        return out + [line for at, field in inner for line in self._field(at, field, indent + _INDENT)]

    def _question_title(self, key: str | None, question: Any, number: int | None) -> str:
        question = question if isinstance(question, dict) else {}
        name = modality_name(str(question.get("modality") or "voice"))
        if key:
            return f"{name} {one_line(key)}"
        text = one_line(str(question.get("text", "")), 32)
        return f"{name} {json.dumps(text, ensure_ascii=False)}" if text else f"{name} {(number or 0) + 1}"

    def _whole_question(
        self, key: str | None, question: Any, kind: str, indent: str, number: int | None = None
    ) -> list[Line]:
        out = [_head(kind, self._question_title(key, question, number), indent)]
        if not isinstance(question, dict):
            return out
        if kind == "added":
            for name in sorted(question, key=lambda name: (name != "text", name)):
                if name != "modality":
                    out += self._added(name, question[name], indent + _INDENT)
        elif key:
            out += self._single("text", str(question.get("text", "")), kind, indent + _INDENT)
        return out

    def _added(self, name: str, value: Any, indent: str) -> list[Line]:
        if isinstance(value, dict) and value:
            return [line for key, inner in value.items() for line in self._added(f"{name}.{key}", inner, indent)]
        return self._single(name, value, "added", indent)

    def _field(self, at: FieldPath, field: FieldChange, indent: str) -> list[Line]:
        if field.path == "/deadline":
            return self._deadline(field, indent)
        return self._value(one_line(at.dotted), field, indent)

    def _deadline(self, field: FieldChange, indent: str) -> list[Line]:
        """Return the lines of a deadline, in words rather than quoted: people don't count in UTC."""
        sides = [("removed", field.before), ("added", field.after)]
        texts = [
            (kind, one_line(value_words("deadline", value))) for kind, value in sides if field.kind in (kind, "changed")
        ]
        if cells(f"{indent}~ deadline: {' → '.join(text for _, text in texts)}") <= self.width:
            arrows = (piece for side in texts[1:] for piece in (("same", " → "), side))
            return [_head(field.kind, "deadline: ", indent, texts[0], *arrows)]
        out = [_head(field.kind, "deadline:", indent)]
        for (kind, text), arrow in zip(texts, ("", "→ "), strict=False):
            out += self._block(f"{arrow}{text}", kind, indent + _INDENT)
        return out

    def _value(self, name: str, field: FieldChange, indent: str) -> list[Line]:
        before, after = field.before, field.after
        if field.kind == "moved":
            return [_head("moved", f"{name}: {_places(field)}", indent)]
        if field.kind != "changed":
            return self._single(name, after if field.kind == "added" else before, field.kind, indent)
        head = _head("changed", f"{name}:", indent)
        old, new = _value_text(before), _value_text(after)
        deeper = indent + _INDENT
        if cells(f"{indent}~ {name}: {old} → {new}") <= self.width and "\n" not in f"{before}{after}":
            line = _head("changed", f"{name}: ", indent, ("removed", old), ("same", " → "), ("added", new))
            return [line, *_unseen(before, after, deeper)]
        if isinstance(before, str) and isinstance(after, str):
            return [head, *self._word_diff(before, after, deeper)]
        return [head, *self._block(old, "removed", deeper), *self._block(new, "added", deeper)]

    def _single(self, name: str, value: Any, kind: str, indent: str) -> list[Line]:
        text = _value_text(value)
        is_long = isinstance(value, str) and "\n" in value.strip()
        if not is_long and cells(f"{indent}~ {name}: {text}") <= self.width:
            return [_head(kind, f"{name}: ", indent, (kind, text))]
        block = sanitize(value) if isinstance(value, str) else text
        return [_head(kind, f"{name}:", indent), *self._block(block, kind, indent + _INDENT)]

    def _block(self, text: str, kind: str, indent: str) -> list[Line]:
        """Return a long text folded, each line behind a bar."""
        room = max(self.width - cells(indent) - 2, 20)
        folded = [piece for line in text.splitlines() for piece in (fold(line, room) or [""])]
        return [(("same", indent), (kind, "|"), *((("same", " "), (kind, line)) if line else ())) for line in folded]

    def _word_diff(self, before: str, after: str, indent: str) -> list[Line]:
        words = runs(before, after)
        unseen = _unseen(before, after, indent)
        if not differs(words):
            return unseen or [_remark("(differs only in white space and unseen characters)", indent)]
        lines = wrap(marked(elided(words)), max(self.width - cells(indent) - 2, 20))
        return [*unseen, *((("same", indent), ("changed", "|"), *_spaced(line)) for line in lines)]


def text_of(line: Line) -> str:
    """Return a line without its styles."""
    return "".join(text for _, text in line)


def _head(kind: str, text: str, indent: str, *more: Run) -> Line:
    return (("same", indent), ("changed" if kind == "moved" else kind, SYMBOLS[kind]), ("same", f" {text}"), *more)


def _spaced(words: Iterable[Line]) -> Iterator[Run]:
    for word in words:
        yield ("same", " ")
        yield from word


def _remark(text: str, indent: str) -> Line:
    return (("same", indent), ("remark", text))


def _unseen(before: Any, after: Any, indent: str) -> list[Line]:
    """Return a remark on what two values differ in where they look alike."""
    unseen = difference(before, after)
    return [_remark(f"(differs only in {unseen})", indent)] if unseen else []


def _places(move: FieldChange) -> str:
    return f"moved from place {move.before + 1} to {move.after + 1}"


def _modality(field: FieldChange) -> str | None:
    for value in (field.after, field.before):
        if isinstance(value, dict) and isinstance(value.get("modality"), str):
            return str(value["modality"])
    return None


def _value_text(value: Any) -> str:
    """Return a value as JSON, on one line, sanitized."""
    if value is None:
        return "(not set)"
    if isinstance(value, str):
        return f'"{one_line(value)}"'
    return one_line(variable(value) or json.dumps(value, ensure_ascii=False))
