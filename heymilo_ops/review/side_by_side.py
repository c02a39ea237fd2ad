"""Sets both versions of an interview side by side: what belongs together in one row, with what differs marked."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial
from typing import Literal, TypeVar

from heymilo_ops.plan.diff import Item, Pair, moved, pair_questions, pair_steps
from heymilo_ops.review.document import Inline, SideBySide, Span, Style
from heymilo_ops.review.passages import AFTER_QUESTIONS, Audience, Passage
from heymilo_ops.review.script import Guide, Script, ScriptQuestion, ScriptStep
from heymilo_ops.review.switches import Switch
from heymilo_ops.review.word_diff import runs
from heymilo_ops.review.words import field_name
from heymilo_ops.text.sanitize import sanitize

T = TypeVar("T")

Fact = tuple[str, str]
"""The name of something, ``""`` for what is said or asked itself, and its text."""
Kind = Literal["facts", "passage", "question", "guide"]


class RowMark(StrEnum):
    """What became of a row, from before to after."""

    SAME = "same"
    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class RowLine:
    """One line of a version; ``name`` as in ``Fact``."""

    name: str
    text: Inline


@dataclass(frozen=True, slots=True)
class ScriptRow:
    """The same thing in both versions; ``None`` where one doesn't have it.

    Attributes:
        label: what it is: ``Question 2``, ``About the company``.
        pointer: JSON pointer into the form after, else before; ``""`` where it is no field.
        key: of a question, its name in the manifest.
        guides: what answers are judged by.
    """

    kind: Kind
    label: str
    mark: RowMark
    before: tuple[RowLine, ...] | None
    after: tuple[RowLine, ...] | None
    pointer: str = ""
    key: str = ""
    guides: tuple[ScriptRow, ...] = ()

    @property
    def changes(self) -> bool:
        """Whether it, or a guide of it, differs."""
        return self.mark is not RowMark.SAME or any(guide.mark is not RowMark.SAME for guide in self.guides)


@dataclass(frozen=True, slots=True)
class ScriptPart:
    """The whole interview (``index`` is ``None``), or one step of it."""

    index: int | None
    title: str
    mark: RowMark
    rows: tuple[ScriptRow, ...]


def side_by_side(sides: SideBySide) -> tuple[ScriptPart, ...]:
    """Return what holds for the whole interview, then each step; what is gone stands where it stood."""
    before, after = sides.before, sides.after
    rows = (
        *_facts_row("At a glance", *_both(_glance, before, after)),
        *_passages(before.passages if before else (), after.passages if after else (), sides.public),
        *_facts_row("Settings", *_both(lambda script: _switches(script.settings), before, after)),
    )
    old, new = (script.steps if script else () for script in (before, after))
    pairs = pair_steps([step.kind for step in old], [step.kind for step in new])
    steps = (
        _step(_at(old, i), _at(new, j), RowMark.MOVED if (i, j) in moved(pairs) else RowMark.SAME, sides.public)
        for i, j in _in_order(pairs, len(old), len(new))
    )
    return ScriptPart(None, "The whole interview", _mark(before, after, rows), rows), *steps


def _both(
    facts: Callable[[T], Sequence[Fact]], before: T | None, after: T | None
) -> tuple[Sequence[Fact] | None, Sequence[Fact] | None]:
    return facts(before) if before is not None else None, facts(after) if after is not None else None


def _at(items: Sequence[T], position: int | None) -> T | None:
    return items[position] if position is not None else None


def _in_order(pairs: Sequence[Pair], before: int, after: int) -> Iterator[tuple[int | None, int | None]]:
    """Yield all positions in the order after; one that is gone follows what it followed."""
    partner = {j: i for i, j in pairs}
    gone = sorted(set(range(before)) - set(partner.values()))
    for j in range(after):
        i = partner.get(j)
        while i is not None and gone and gone[0] < i:
            yield gone.pop(0), None
        yield i, j
    yield from ((i, None) for i in gone)


def _step(before: ScriptStep | None, after: ScriptStep | None, mark: RowMark, public: bool) -> ScriptPart:
    step = after or before
    assert step is not None
    asked = (before.questions if before else (), after.questions if after else ())
    passages = tuple(_passages(before.passages if before else (), after.passages if after else (), public))
    rows = (
        *_facts_row("This step", *_both(_step_facts, before, after)),
        *(row for row in passages if not row.pointer.endswith(AFTER_QUESTIONS)),
        *_questions(*asked, public),
        *(row for row in passages if row.pointer.endswith(AFTER_QUESTIONS)),
    )
    by_rows = _mark(before, after, rows)
    return ScriptPart(step.index, step.title, mark if by_rows is RowMark.SAME else by_rows, rows)


def _mark(before: object | None, after: object | None, rows: Sequence[ScriptRow]) -> RowMark:
    if before is None or after is None:
        return RowMark.ADDED if before is None else RowMark.REMOVED
    return RowMark.CHANGED if any(row.changes for row in rows) else RowMark.SAME


def _questions(before: Sequence[ScriptQuestion], after: Sequence[ScriptQuestion], public: bool) -> Iterator[ScriptRow]:
    items = [[Item(question.key, question.modality, question.text) for question in side] for side in (before, after)]
    pairs = pair_questions(*items)
    movers = moved(pairs)
    for i, j in _in_order(pairs, len(before), len(after)):
        old, new = _at(before, i), _at(after, j)
        question = new or old
        assert question is not None
        number = (j if j is not None else i or 0) + 1
        label = f"Question {number}" if j is not None else f"Question {number} before"
        has_moved = i is not None and j is not None and (i, j) in movers
        if has_moved and i is not None:
            label += f", was {i + 1}"
        guides = () if public else tuple(_guides(old.guides if old else (), new.guides if new else ()))
        facts = _both(partial(_question_facts, public=public), old, new)
        row = _row("question", label, *facts, is_moved=has_moved)
        yield replace(row, pointer=question.pointer, key=question.key or "", guides=guides)


def _guides(before: Sequence[Guide], after: Sequence[Guide]) -> Iterator[ScriptRow]:
    old, new = ([(guide.label, guide.pointer, (("", guide.text),)) for guide in side] for side in (before, after))
    yield from _by_label("guide", old, new)


def _passages(before: Sequence[Passage], after: Sequence[Passage], public: bool) -> Iterator[ScriptRow]:
    yield from _by_label("passage", _labelled(before, public), _labelled(after, public))


def _labelled(passages: Sequence[Passage], public: bool) -> list[_Labelled]:
    readable = (passage for passage in passages if not (public and passage.audience is Audience.AI))
    return [
        (passage.label, passage.pointer, (("", passage.text), ("How candidates meet it", passage.delivery)))
        for passage in readable
    ]


_Labelled = tuple[str, str, tuple[Fact, ...]]
"""A label, a pointer, and what stands there."""


def _by_label(kind: Kind, before: Sequence[_Labelled], after: Sequence[_Labelled]) -> Iterator[ScriptRow]:
    """Yield rows of what has one label; repeats of a label by order."""
    pairs = pair_steps([label for label, _, _ in before], [label for label, _, _ in after])
    for i, j in _in_order(pairs, len(before), len(after)):
        old, new = _at(before, i), _at(after, j)
        label, pointer, _ = new or old or ("", "", ())
        row = _row(kind, label, old[2] if old else None, new[2] if new else None)
        yield replace(row, pointer=pointer)


def _facts_row(label: str, before: Sequence[Fact] | None, after: Sequence[Fact] | None) -> Iterator[ScriptRow]:
    if before or after:
        yield _row("facts", label, before, after)


def _row(
    kind: Kind, label: str, before: Sequence[Fact] | None, after: Sequence[Fact] | None, *, is_moved: bool = False
) -> ScriptRow:
    if before is None or after is None:
        mark = RowMark.ADDED if before is None else RowMark.REMOVED
        lines = tuple(RowLine(name, _whole(text)) for name, text in before or after or ())
        return ScriptRow(kind, label, mark, None if before is None else lines, None if after is None else lines)
    order = {name: position for position, (name, _) in enumerate(after)}
    before = sorted(before, key=lambda fact: order.get(fact[0], len(order)))  # settings have no order of their own
    mark = RowMark.CHANGED if before != list(after) else RowMark.MOVED if is_moved else RowMark.SAME
    return ScriptRow(kind, label, mark, _lines(before, after, Style.REMOVED), _lines(after, before, Style.ADDED))


def _lines(facts: Sequence[Fact], others: Sequence[Fact], style: Style) -> tuple[RowLine, ...]:
    """Return one side, with what the other lacks in a style."""
    known = dict(others)
    return tuple(RowLine(name, _compared(text, known.get(name), style)) for name, text in facts)


def _compared(text: str, other: str | None, style: Style) -> Inline:
    if other is None or text == other:
        return _whole(text, Style.PLAIN if text == other else style)
    if style is Style.REMOVED:
        words = [run for run in runs(text, other) if run[0] != "added"]
    else:
        words = [run for run in runs(other, text) if run[0] != "removed"]
    return tuple(Span(part, Style.PLAIN if kind == "same" else style) for kind, part in words)


def _whole(text: str, style: Style = Style.PLAIN) -> Inline:
    return (Span(sanitize(text).strip(), style),)


def _glance(script: Script) -> tuple[Fact, ...]:
    facts = (
        ("Title", script.title),
        ("Language", script.language),
        ("Interviewer", script.interviewer),
        ("Takes", script.minutes.words if script.minutes else "not known"),
        ("Template at HeyMilo", script.template or ""),
    )
    return tuple(fact for fact in facts if fact[1])


def _step_facts(step: ScriptStep) -> tuple[Fact, ...]:
    facts = (
        ("Takes", step.minutes.words if step.minutes else ""),
        *((field_name(name), gate.words()) for name, gate in step.gates),
        ("Questions", step.written),
        *_switches(step.switches),
    )
    return tuple(fact for fact in facts if fact[1])


def _switches(switches: Sequence[Switch]) -> tuple[Fact, ...]:
    return tuple((switch.name, switch.value) for switch in switches)


def _question_facts(question: ScriptQuestion, *, public: bool) -> tuple[Fact, ...]:
    share = f"{question.share}% of this step's score" if question.share is not None else ""
    facts = (
        ("Kind", question.kind if question.modality != "voice" else ""),
        ("Choices", " · ".join(question.options)),
        ("Answer", question.required),
        ("Knock-out", question.gate.words(public=public) if question.gate else ""),
        ("Counts", share or ("yes" if question.is_scored else "no")),
        ("Note", question.note),
    )
    return ("", question.text), *(fact for fact in facts if fact[1])
