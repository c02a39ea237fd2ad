"""Who gets rejected automatically: a table of what ends an application, before and after a change."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from heymilo_ops.review import document as doc
from heymilo_ops.review.document import Inline, Style, foreign, own
from heymilo_ops.review.field_path import Located
from heymilo_ops.review.gates import NOT_VISIBLE, REJECTS_NOBODY, ScriptGate, question_gate, required_words, step_gates
from heymilo_ops.review.pass_mark_words import mark_remark
from heymilo_ops.review.step_pairs import Json, QuestionPair, StepPair
from heymilo_ops.review.words import field_name, step_name
from heymilo_ops.text.sanitize import one_line

_HEAD = tuple((own(title),) for title in ("Step", "Question", "Before", "After"))
_QUESTION_FIELDS = frozenset(
    {
        "answer", "dropdown_values", "expected_answer", "expected_value", "is_answer_mandated", "is_dealbreaker",
        "is_knockout", "operator", "question_type",
    }
)  # fmt: skip
_STEP_FIELDS = ("min_evaluation_score", "mandatory")
_WITHOUT = {"min_evaluation_score": "no pass mark", "mandatory": "goes on without a résumé"}
_NOTHING = "–"
_NO_LONGER = "no longer asked"
_QUESTION = 200
"""Cells of a question's text."""


@dataclass(frozen=True, slots=True)
class _Row:
    """One line: what ends an application, or asks for an answer, before and after."""

    step: str
    what: str
    before: str
    after: str
    remark: str = ""
    rejects: bool = False


def gate_blocks(pairs: Sequence[StepPair], items: Sequence[Located], human_review: str) -> Iterator[doc.Block]:
    """Yield the table of what these changes do to who is rejected, and who looks afterwards."""
    rows = [row for step in pairs for row in _rows(step, items)]
    if not rows:
        return
    yield doc.Table(_HEAD, tuple(map(_cells, rows)))
    if any(row.rejects for row in rows):
        yield doc.Paragraph((foreign(human_review_words(human_review)),))


def human_review_words(statement: str) -> str:
    """Return what is known of people who look at who was rejected: the team's own statement, or that nothing is."""
    return f"Human review, in the team's own words: “{one_line(statement).rstrip('.')}”." if statement else NOT_VISIBLE


def is_gate(item: Located) -> bool:
    """Return whether a change stands in the table, and so nowhere else."""
    at = item.path
    if at.question is not None:
        return at.name in _QUESTION_FIELDS
    return at.step is not None and at.name in (*_STEP_FIELDS, "knockout_enabled")


def _cells(row: _Row) -> tuple[Inline, ...]:
    remark = (own(f" {row.remark}"),) if row.remark else ()
    after = (foreign(row.after, Style.STRONG), *remark)
    return (foreign(row.step),), (foreign(row.what),), (foreign(row.before),), after


def _rows(step: StepPair, items: Sequence[Located]) -> Iterator[_Row]:
    name, mine = step_name(step.kind), [item for item in items if item.path.step == step.index]
    is_whole = any(item.path.question is None and not item.path.field for item in mine)
    fields = {item.path.name for item in mine if item.path.question is None}
    if "knockout_enabled" in fields or is_whole:
        yield from _switch(step, name)
    for pair in step.questions:
        touched = [item for item in mine if item.path.question == pair.number] or is_whole
        if touched or "knockout_enabled" in fields or "questions" in fields:
            yield from _question_rows(step, pair, name)
    before, after = dict(step_gates(step.before_config)), dict(step_gates(step.after_config))
    for field in _STEP_FIELDS:
        old, new = before.get(field), after.get(field)
        if old != new and (field in fields or is_whole):
            words = [
                _words(gate, _WITHOUT[field] if side is not None else _NOTHING)
                for gate, side in ((old, step.before), (new, step.after))
            ]
            marks = (step.before_config.get(field), step.after_config.get(field))
            remark = mark_remark(*marks) if field == "min_evaluation_score" and step.before and step.after else ""
            rejects = new is not None and new.rejects
            yield _Row(name, field_name(field), words[0], words[1], remark, rejects)


def _switch(step: StepPair, name: str) -> Iterator[_Row]:
    sides = ((step.before, step.before_config), (step.after, step.after_config))
    old, new = (
        _NOTHING if side is None else "on" if config.get("knockout_enabled") is True else "off"
        for side, config in sides
    )
    if old != new:
        yield _Row(name, field_name("knockout_enabled"), old, new)


def _question_rows(step: StepPair, pair: QuestionPair, name: str) -> Iterator[_Row]:
    text = one_line(str((pair.after or pair.before or {}).get("text") or ""), _QUESTION)
    old, new = _gate(pair.before, step.before_config), _gate(pair.after, step.after_config)
    if _words(old, "") != _words(new, ""):
        before = _words(old, REJECTS_NOBODY) if pair.before is not None else _NOTHING
        after = _words(new, REJECTS_NOBODY) if pair.after is not None else _NO_LONGER
        if before != after:
            yield _Row(name, text, before, after, rejects=new is not None and new.rejects)
    needed = [required_words(side or {}) for side in (pair.before, pair.after)]
    if needed[0] != needed[1] and pair.after is not None:
        words = [word or "may be left empty" for word in needed]
        yield _Row(name, text, words[0] if pair.before is not None else _NOTHING, words[1])


def _gate(question: Json | None, config: Json) -> ScriptGate | None:
    return question_gate(question, config) if question is not None else None


def _words(gate: ScriptGate | None, without: str) -> str:
    return gate.words() if gate is not None else without
