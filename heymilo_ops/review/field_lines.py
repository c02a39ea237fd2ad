"""The values that differ between two designs, as indented lines in the manner of Terraform."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from heymilo_ops.plan.change import FieldChange
from heymilo_ops.review.field_path import Form, Located, parse_path, question_at, step_at, step_type
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
        located = [Located(parse_path(field.path), field) for field in fields]
        out = self._fields((item for item in located if item.path.step is None), indent)
        for step in sorted({item.path.step for item in located if item.path.step is not None}):
            out += self._step(step, [item for item in located if item.path.step == step], indent)
        return out

    def named(self, name: str, field: FieldChange, indent: str) -> list[Line]:
        """Return the lines of one change under a name of the caller's."""
        before, after, deeper = field.before, field.after, indent + _INDENT
        if field.path == "/deadline":
            return self._deadline(field, indent)
        if field.kind == "moved":
            return [_head("moved", f"{name}: {_places(field)}", indent)]
        if field.kind != "changed":
            return self._single(name, field.value, field.kind, indent)
        old, new = _value_text(before), _value_text(after)
        if cells(f"{indent}~ {name}: {old} → {new}") <= self.width and "\n" not in f"{before}{after}":
            line = _head("changed", f"{name}: ", indent, ("removed", old), ("same", " → "), ("added", new))
            return [line, *_unseen(before, after, deeper)]
        head = _head("changed", f"{name}:", indent)
        if isinstance(before, str) and isinstance(after, str):
            return [head, *self._word_diff(before, after, deeper)]
        return [head, *self._block(old, "removed", deeper), *self._block(new, "added", deeper)]

    def _fields(self, items: Iterable[Located], indent: str) -> list[Line]:
        return [line for at, field in items for line in self.named(one_line(".".join(at.field)), field, indent)]

    def _step(self, step: int, items: list[Located], indent: str) -> list[Line]:
        whole = [field for at, field in items if at.question is None and not at.field]
        out = [line for field in whole for line in self._whole_step(step, field, indent)]
        lists = [field for at, field in items if at.field == ("questions",)]
        fields = [item for item in items if item.path.question is None and item.path.field not in ((), ("questions",))]
        questions: dict[tuple[int, bool], list[Located]] = {}
        for item in items:
            if item.path.question is not None:
                is_gone = item.change.kind == "removed" and not item.path.field
                questions.setdefault((item.path.question, is_gone), []).append(item)
        if not (lists or fields or questions):
            return out
        inner = (item.change for item in items if item.path.field or item.path.question is not None)
        kind = step_type(self.form, step, next(filter(None, map(_modality, inner)), None))
        deeper = indent + _INDENT
        out.append(_head("changed", _step_title(step, kind), indent))
        out += [line for field in lists for line in self._question_list(field, deeper)]
        out += self._fields(fields, deeper)
        for (number, _), group in sorted(questions.items()):
            out += self._question(step, number, group, deeper)
        return out

    def _whole_step(self, step: int, field: FieldChange, indent: str) -> list[Line]:
        value = field.value
        title = _step_title(step, (value if isinstance(value, dict) else step_at(self.form, step)).get("type", ""))
        if field.kind == "moved" or not isinstance(value, dict):
            return self.named(title, field, indent)
        out = [_head(field.kind, title, indent)]
        if field.kind == "added":
            for name, setting in (value.get("config") or {}).items():
                out += self._added(name, setting, indent + _INDENT)
        for question in value.get("questions") or []:
            out += self._whole_question(None, question, field.kind, indent + _INDENT)
        return out

    def _question_list(self, field: FieldChange, indent: str) -> list[Line]:
        """Return the lines of a list of questions that is added, or removed and so left to HeyMilo."""
        is_added = field.kind == "added"
        what = "given here; HeyMilo wrote them so far" if is_added else "left to HeyMilo, unreviewed, from now on"
        out = [_head(field.kind, f"questions: {what}", indent)]
        for number, question in enumerate(field.value or []):
            out += self._whole_question(None, question, field.kind, indent + _INDENT, number)
        return out

    def _question(self, step: int, number: int, group: list[Located], indent: str) -> list[Line]:
        out: list[Line] = []
        inner = [item for item in group if item.path.field]
        move = next((field for at, field in group if not at.field and field.kind == "moved"), None)
        for at, field in group:
            if not at.field and field is not move:
                out += self._whole_question(field.key, field.value, field.kind, indent, number)
        if inner or move:
            key = next((field.key for _, field in group if field.key), None)
            title = _question_title(key, question_at(self.form, step, number), number)
            out.append(_head("changed", title + (f": {_places(move)}" if move else ""), indent))
        return out + self._fields(inner, indent + _INDENT)

    def _whole_question(self, key: str | None, question: Any, kind: str, indent: str, number: int = 0) -> list[Line]:
        question = question if isinstance(question, dict) else {}
        out = [_head(kind, _question_title(key, question, number), indent)]
        if kind == "added":
            for name in sorted(question, key=lambda name: (name != "text", name)):
                if name != "modality":
                    out += self._added(name, question[name], indent + _INDENT)
        elif key and question:
            out += self._single("text", str(question.get("text", "")), kind, indent + _INDENT)
        return out

    def _added(self, name: str, value: Any, indent: str) -> list[Line]:
        if isinstance(value, dict) and value:
            return [line for key, inner in value.items() for line in self._added(f"{name}.{key}", inner, indent)]
        return self._single(name, value, "added", indent)

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


def _step_title(step: int, kind: str) -> str:
    return f"step {step + 1}, {step_name(kind)}" if kind else f"step {step + 1}"


def _question_title(key: str | None, question: dict[str, Any], number: int) -> str:
    name = modality_name(str(question.get("modality") or "voice"))
    if key:
        return f"{name} {one_line(key)}"
    text = one_line(str(question.get("text", "")), 32)
    return f"{name} {json.dumps(text, ensure_ascii=False)}" if text else f"{name} {number + 1}"


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
