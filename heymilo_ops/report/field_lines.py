"""The values that differ between two designs, as indented lines in the manner of Terraform."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from heymilo_ops.plan.change import FieldChange
from heymilo_ops.report.writer import Writer
from heymilo_ops.review.field_place import Form, Spot, question_at, spot, step_at, step_type
from heymilo_ops.review.word_diff import differs, elided, marked, runs
from heymilo_ops.review.words import modality_name, step_name, value_words, variable
from heymilo_ops.text.sanitize import clean, one_line
from heymilo_ops.text.spelling import difference
from heymilo_ops.text.width import cells, fold, wrap

SYMBOLS = {"added": "+", "removed": "-", "changed": "~", "moved": "~"}
_INDENT = "    "


class FieldLines:
    """Writes field changes as lines that fit the writer.

    ``form`` is the canonical form after the change, ``None`` where it isn't at hand; steps and questions are
    then named by number.
    """

    def __init__(self, form: Form | None, writer: Writer) -> None:
        self.form, self.writer = form, writer

    def lines(self, fields: Sequence[FieldChange], indent: str) -> list[str]:
        """All changes: root fields first, then step by step, question by question."""
        spots = [(spot(field.path), field) for field in fields]
        out = [line for at, field in spots if at.step is None for line in self._field(at, field, indent)]
        for step in sorted({at.step for at, _ in spots if at.step is not None}):
            out += self._step(step, [(at, field) for at, field in spots if at.step == step], indent)
        return out

    def named(self, name: str, field: FieldChange, indent: str) -> list[str]:
        """One change under a name of the caller's."""
        return self._deadline(field, indent) if field.path == "/deadline" else self._value(name, field, indent)

    def _step(self, step: int, spots: list[tuple[Spot, FieldChange]], indent: str) -> list[str]:
        whole = [field for at, field in spots if at.question is None and not at.field]
        out = [line for field in whole for line in self._whole_step(step, field, indent)]
        inner = [(at, field) for at, field in spots if at.question is not None or at.field]
        given = [field for at, field in inner if at.field == ("questions",)]
        inner = [(at, field) for at, field in inner if at.field != ("questions",)]
        if inner or given:
            out.append(f"{indent}{self._symbol('changed')} {self._step_title(step, inner)}")
            deeper = indent + _INDENT
            out += [line for field in given for line in self._question_list(field, deeper)]
            out += [line for at, field in inner if at.question is None for line in self._field(at, field, deeper)]
            out += self._questions(step, inner, deeper)
        return out

    def _step_title(self, step: int, spots: Iterable[tuple[Spot, FieldChange]]) -> str:
        modality = next((each for _, field in spots if (each := _modality(field))), None)
        kind = step_type(self.form, step, modality)
        return f"step {step + 1}, {step_name(kind)}" if kind else f"step {step + 1}"

    def _whole_step(self, step: int, field: FieldChange, indent: str) -> list[str]:
        value = field.after if field.kind == "added" else field.before
        kind = value.get("type", "") if isinstance(value, dict) else step_at(self.form, step).get("type", "")
        title = f"step {step + 1}" + (f", {step_name(kind)}" if kind else "")
        if field.kind == "moved":
            return [
                f"{indent}{self._symbol('moved')} {title}: moved from place {field.before + 1} to {field.after + 1}"
            ]
        if not isinstance(value, dict):
            return self._value(title, field, indent)
        out = [f"{indent}{self._symbol(field.kind)} {title}"]
        if field.kind == "added":
            for name, each in (value.get("config") or {}).items():
                out += self._added(name, each, indent + _INDENT)
        for question in value.get("questions") or []:
            out += self._whole_question(None, question, field.kind, indent + _INDENT)
        return out

    def _question_list(self, field: FieldChange, indent: str) -> list[str]:
        """All questions of a step given for the first time, or left to HeyMilo from now on."""
        given = field.kind == "added"
        said = "given here; HeyMilo wrote them so far" if given else "left to HeyMilo, unreviewed, from now on"
        out = [f"{indent}{self._symbol(field.kind)} questions: {said}"]
        for number, question in enumerate((field.after if given else field.before) or []):
            out += self._whole_question(None, question, field.kind, indent + _INDENT, number)
        return out

    def _questions(self, step: int, spots: list[tuple[Spot, FieldChange]], indent: str) -> list[str]:
        out: list[str] = []
        grouped: dict[tuple[int, bool], list[tuple[Spot, FieldChange]]] = {}
        for at, field in spots:
            if at.question is not None:
                gone = field.kind == "removed" and not at.field
                grouped.setdefault((at.question, gone), []).append((at, field))
        for (number, _), group in sorted(grouped.items()):
            out += self._question(step, number, group, indent)
        return out

    def _question(self, step: int, number: int, group: list[tuple[Spot, FieldChange]], indent: str) -> list[str]:
        out: list[str] = []
        inner = [(at, field) for at, field in group if at.field]
        move = next((field for at, field in group if not at.field and field.kind == "moved"), None)
        for at, field in group:
            if not at.field and field is not move:
                value = field.after if field.kind == "added" else field.before
                out += self._whole_question(field.key, value, field.kind, indent, number)
        if inner or move:
            key = next((field.key for _, field in group if field.key), None)
            title = self._question_title(key, question_at(self.form, step, number), number)
            places = f": moved from place {move.before + 1} to {move.after + 1}" if move else ""
            out.append(f"{indent}{self._symbol('changed')} {title}{places}")
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
    ) -> list[str]:
        out = [f"{indent}{self._symbol(kind)} {self._question_title(key, question, number)}"]
        if not isinstance(question, dict):
            return out
        if kind == "added":
            for name in sorted(question, key=lambda each: (each != "text", each)):
                if name != "modality":
                    out += self._added(name, question[name], indent + _INDENT)
        elif key:
            out += self._prose("text", str(question.get("text", "")), kind, indent + _INDENT)
        return out

    def _added(self, name: str, value: Any, indent: str) -> list[str]:
        if isinstance(value, dict) and value:
            return [line for each, inner in value.items() for line in self._added(f"{name}.{each}", inner, indent)]
        return self._value(name, FieldChange("", "added", None, value, _NO_EFFECT), indent)

    def _field(self, at: Spot, field: FieldChange, indent: str) -> list[str]:
        if field.path == "/deadline":
            return self._deadline(field, indent)
        return self._value(one_line(at.dotted), field, indent)

    def _deadline(self, field: FieldChange, indent: str) -> list[str]:
        """A deadline is read by people who don't count in UTC: it is said, not quoted."""
        head = f"{indent}{self._symbol(field.kind)} deadline:"
        sides = [("removed", field.before), ("added", field.after)]
        shown = [(kind, value) for kind, value in sides if field.kind in (kind, "changed")]
        said = [(kind, one_line(value_words("deadline", value))) for kind, value in shown]
        if cells(f"{indent}~ deadline: {' → '.join(text for _, text in said)}") <= self.writer.width:
            return [f"{head} {' → '.join(self._styled(*side) for side in said)}"]
        arrows = ["", "→ "]
        return [
            head,
            *(
                line
                for (kind, text), arrow in zip(said, arrows, strict=False)
                for line in self._block(f"{arrow}{text}", kind, indent + _INDENT)
            ),
        ]

    def _value(self, name: str, field: FieldChange, indent: str) -> list[str]:
        before, after = field.before, field.after
        if field.kind == "moved":
            return [f"{indent}{self._symbol('moved')} {name}: moved from place {before + 1} to {after + 1}"]
        if field.kind != "changed":
            return self._single(name, after if field.kind == "added" else before, field.kind, indent)
        head = f"{indent}{self._symbol('changed')} {name}:"
        old, new = _shown(before), _shown(after)
        if cells(f"{indent}~ {name}: {old} → {new}") <= self.writer.width and "\n" not in f"{before}{after}":
            line = f"{head} {self.writer.red(old)} → {self.writer.green(new)}"
            return [line, *self._unseen(before, after, indent + _INDENT)]
        if isinstance(before, str) and isinstance(after, str):
            return [head, *self._word_diff(before, after, indent + _INDENT)]
        return [
            head,
            *self._block(old, "removed", indent + _INDENT),
            *self._block(new, "added", indent + _INDENT),
        ]

    def _single(self, name: str, value: Any, kind: str, indent: str) -> list[str]:
        if isinstance(value, str):
            return self._prose(name, value, kind, indent)
        head = f"{indent}{self._symbol(kind)} {name}:"
        shown = _shown(value)
        if cells(f"{indent}~ {name}: {shown}") <= self.writer.width:
            return [f"{head} {self._styled(kind, shown)}"]
        return [head, *self._block(shown, kind, indent + _INDENT)]

    def _prose(self, name: str, value: str, kind: str, indent: str) -> list[str]:
        head = f"{indent}{self._symbol(kind)} {name}:"
        shown = _shown(value)
        if cells(f"{indent}~ {name}: {shown}") <= self.writer.width and "\n" not in value.strip():
            return [f"{head} {self._styled(kind, shown)}"]
        return [head, *self._block(clean(value), kind, indent + _INDENT)]

    def _block(self, text: str, kind: str, indent: str) -> list[str]:
        """A long text, folded, each line behind its symbol."""
        room = max(self.writer.width - cells(indent) - 2, 20)
        mark = self._styled(kind, "|")
        folded = [piece for line in text.splitlines() for piece in (fold(line, room) or [""])]
        return [f"{indent}{mark} {self._styled(kind, line)}".rstrip() for line in folded]

    def _word_diff(self, before: str, after: str, indent: str) -> list[str]:
        found = runs(before, after)
        told = self._unseen(before, after, indent)
        if not differs(found):
            return told or [f"{indent}{self.writer.dim('(differs only in white space and unseen characters)')}"]
        bar, room = self.writer.yellow("|"), max(self.writer.width - cells(indent) - 2, 20)
        lines = wrap(marked(elided(found)), room)
        return told + [
            f"{indent}{bar} " + " ".join("".join(self._styled(*piece) for piece in word) for word in line)
            for line in lines
        ]

    def _unseen(self, before: Any, after: Any, indent: str) -> list[str]:
        """What two values differ in where they look alike."""
        unseen = difference(before, after)
        return [f"{indent}{self.writer.dim(f'(differs only in {unseen})')}"] if unseen else []

    def _styled(self, kind: str, text: str) -> str:
        if kind == "added":
            return self.writer.green(text)
        return self.writer.red(text) if kind == "removed" else text

    def _symbol(self, kind: str) -> str:
        style = {"added": self.writer.green, "removed": self.writer.red}.get(kind, self.writer.yellow)
        return style(SYMBOLS.get(kind, "~"))


_NO_EFFECT: Any = None


def _modality(field: FieldChange) -> str | None:
    for value in (field.after, field.before):
        if isinstance(value, dict) and isinstance(value.get("modality"), str):
            return str(value["modality"])
    return None


def _shown(value: Any) -> str:
    """A value in the manner of JSON, on one line, cleaned."""
    if value is None:
        return "(not set)"
    if isinstance(value, str):
        return f'"{one_line(value)}"'
    return one_line(variable(value) or json.dumps(value, ensure_ascii=False))
