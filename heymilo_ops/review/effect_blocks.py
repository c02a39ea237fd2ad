"""The blocks of each group of a posting's changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from heymilo_ops.plan.change import Change, FieldChange
from heymilo_ops.review import document as doc
from heymilo_ops.review.document import Inline, Span, Style, code, foreign, own
from heymilo_ops.review.effect_groups import Group, Weighed, Weights, knocks_out, weights
from heymilo_ops.review.field_path import FieldPath, Located, question_at, step_at, step_type
from heymilo_ops.review.word_diff import diff_line, differs, elided, prose_lines, runs
from heymilo_ops.review.words import field_name, modality_name, step_name, value_words
from heymilo_ops.text.sanitize import one_line, sanitize
from heymilo_ops.text.similarity import difference

_SHORT = 60
"""A text of so many characters, on one line, is shown as before → after and not as a word diff."""
_NAME = 90
"""Cells of a question's text where it only says which one is meant."""
_CONTEXT = 25
_WHOLE_WORDS = {"added": "Added", "removed": "Removed"}
_GATED_BY = ("answer", "operator", "expected_answer", "expected_value")
_HEAD = tuple((own(title),) for title in ("Where", "What", "Before", "After"))
_DOT = own(" · ")


class EffectBlocks:
    """Builds the blocks of one posting's groups.

    ``weigh``: all changes of the posting, also where ``items`` are not all: what a question counts depends on its
    neighbours. Nothing is weighed for ``()``.
    """

    def __init__(self, change: Change, items: Sequence[Located], weigh: Sequence[Located]) -> None:
        self.form = change.desired.form if change.desired else None
        self.items, self.weighed = items, weights(self.form, weigh)

    def of(self, group: Group, items: Sequence[Located]) -> tuple[doc.Block, ...]:
        """The blocks of a group, none where there is nothing to say."""
        build = {Group.REJECTED: self._rejected, Group.ASKED: self._asked, Group.COUNTS: self._counts}
        return tuple(build.get(group, self._plain)(items))

    def _rejected(self, items: Sequence[Located]) -> Iterator[doc.Block]:
        rows = [self._row(item) for item in items if item.path.field]
        for item in self.items:
            question = item.change.value
            if item.path.question is not None and not item.path.field and knocks_out(question):
                rows.append(self._knockout_row(item, question))
        if rows:
            yield doc.Table(_HEAD, tuple(rows))

    def _row(self, item: Located) -> tuple[Inline, ...]:
        at, change = item
        after = foreign(value_words(at.name, change.after), Style.STRONG)
        unseen = difference(change.before, change.after)
        remark = (own(f" (differs only in {unseen})"),) if unseen else ()
        before = foreign(value_words(at.name, change.before))
        return self._where(item), (foreign(_label(at)),), (before,), (after, *remark)

    def _knockout_row(self, item: Located, question: dict[str, Any]) -> tuple[Inline, ...]:
        passes = "; ".join(value_words(name, question[name]) for name in _GATED_BY if name in question)
        rule = f"must answer: {passes}" if passes else "knock-out"
        before, after = (own("–"), foreign(rule, Style.STRONG))
        if item.change.kind != "added":
            before, after = foreign(rule), own("–", Style.STRONG)
        return self._where(item), (foreign("Knock-out question"),), (before,), (after,)

    def _plain(self, items: Iterable[Located]) -> Iterator[doc.Block]:
        """Long texts as word diffs, all else as one table."""
        items = list(items)
        rows = tuple(self._row(item) for item in items if not _is_long(item))
        if rows:
            yield doc.Table(_HEAD, rows)
        yield from (self._long(item) for item in items if _is_long(item))

    def _asked(self, items: Sequence[Located]) -> Iterator[doc.Block]:
        rest = []
        for item in items:
            at, change = item
            if change.kind == "moved":
                yield self._moved(item)
            elif at.question is not None and not at.field:
                yield self._question(item)
            elif at.step is not None and not at.field:
                what = own(_WHOLE_WORDS.get(change.kind, "Changed"), Style.STRONG)
                yield doc.Paragraph((what, own(f" · step {at.step + 1}, "), self._step(item)))
            elif at.field == ("questions",):
                added = change.kind == "added"
                who = "are given here; HeyMilo wrote them so far" if added else "are left to HeyMilo, unreviewed"
                yield doc.Paragraph((own("Questions", Style.STRONG), own(" of "), self._step(item), own(f" {who}")))
            else:
                rest.append(item)
        yield from self._plain(rest)

    def _moved(self, item: Located) -> doc.Paragraph:
        at, change = item
        what: Inline = (own("the step "), self._step(item))
        if at.question is not None:
            name = code(change.key) if change.key else foreign(self._question_text(item))
            what = (self._step(item), _DOT, name)
        places = own(f" from place {change.before + 1} to place {change.after + 1}")
        return doc.Paragraph((own("Moved", Style.STRONG), _DOT, *what, places))

    def _question(self, item: Located) -> doc.FieldDiff:
        change = item.change
        question = change.value
        kind = modality_name(str(question.get("modality", "voice")))
        head = own(_WHOLE_WORDS[change.kind], Style.STRONG)
        title = (head, _DOT, self._step(item), own(", "), foreign(kind), *_key(change))
        return doc.FieldDiff(title, prose_lines(str(question.get("text", "")), change.kind))

    def _counts(self, items: Sequence[Located]) -> Iterator[doc.Block]:
        yield from map(self._weights, self.weighed)
        steps = {weighed.step for weighed in self.weighed}
        yield from self._plain(
            item
            for item in items
            if (item.path.step not in steps if item.path.name == "score_weight" else not _is_guide(item))
        )
        guides = filter(_is_guide, items)
        texts = (*map(self._long, guides), *self._new_guides())
        if texts:
            yield doc.Details(f"Scoring guides and instructions ({len(texts)})", texts)

    def _new_guides(self) -> Iterator[doc.FieldDiff]:
        """The rubrics of new questions."""
        for item in self.items:
            if item.path.question is None or item.path.field or item.change.kind != "added":
                continue
            for name in ("evaluation_criteria", "score_of_1", "score_of_5", "additional_instructions"):
                if name in item.change.after:
                    title = (foreign(field_name(name), Style.STRONG), _DOT, *self._where(item))
                    yield doc.FieldDiff(title, prose_lines(str(item.change.after[name]), "added"))

    def _weights(self, step: Weights) -> doc.Table:
        kind = step_name(str(step_at(self.form, step.step).get("type")))
        head = ((foreign(kind), own(": question")), *((own(title),) for title in ("Before", "After", "Change")))
        rows = []
        for row in step.rows:
            before, after = step.shares(row)
            name, change = foreign(one_line(row.text, _NAME)), _weight_change(row, step)
            rows.append(tuple((cell,) for cell in (name, own(before), own(after, Style.STRONG), change)))
        return doc.Table(head, tuple(rows), (1, 2))

    def _long(self, item: Located) -> doc.FieldDiff:
        at, change = item
        if at.question is not None and at.name == "text":
            title: Inline = (own("Reworded", Style.STRONG), _DOT, self._step(item), *_key(change))
        else:
            title = (foreign(_label(at), Style.STRONG), _DOT, *self._where(item))
        if change.kind != "changed":
            return doc.FieldDiff(title, prose_lines(str(change.value), change.kind))
        words = runs(str(change.before), str(change.after))
        unseen = difference(change.before, change.after) or ("" if differs(words) else "white space")
        lines: tuple[Inline, ...] = ((own(f"differs only in {unseen}"),),) if unseen else ()
        return doc.FieldDiff(title, (*lines, diff_line(elided(words, _CONTEXT))) if differs(words) else lines)

    def _where(self, item: Located) -> Inline:
        at, _ = item
        if at.step is None:
            return (own("Posting"),)
        if at.question is None:
            return (self._step(item),)
        return (self._step(item), foreign(": " + one_line(self._question_text(item), _NAME)))

    def _step(self, item: Located) -> Span:
        at, change = item
        value = change.after if isinstance(change.after, dict) else change.before
        value = value if isinstance(value, dict) else {}
        if at.question is None and not at.field and "type" in value:
            return foreign(step_name(str(value["type"])))
        kind = step_type(self.form, at.step or 0, value.get("modality"))
        return foreign(step_name(kind) if kind else f"Step {(at.step or 0) + 1}")

    def _question_text(self, item: Located) -> str:
        at, change = item
        whole = change.value
        if at.field or change.kind == "moved" or not isinstance(whole, dict):
            whole = question_at(self.form, at.step or 0, at.question or 0)
        return str(whole.get("text") or change.key or f"question {(at.question or 0) + 1}")


def _key(change: FieldChange) -> Inline:
    return (_DOT, code(change.key)) if change.key else ()


def _label(at: FieldPath) -> str:
    """The name of a field; a user's own note by its own key."""
    if at.step is None and len(at.field) > 1 and at.field[0] == "metadata":
        return f"{field_name('metadata')}: {at.field[1]}"
    return field_name(at.name)


def _is_long(item: Located) -> bool:
    texts = [value for value in (item.change.before, item.change.after) if isinstance(value, str)]
    return any(len(text) > _SHORT or "\n" in sanitize(text).strip() for text in texts) and item.change.kind != "moved"


def _is_guide(item: Located) -> bool:
    return item.path.question is not None and _is_long(item)


def _weight_change(row: Weighed, step: Weights) -> Span:
    if row.added or row.removed:
        return own("new", Style.ADDED) if row.added else own("removed", Style.REMOVED)
    if row.before is None or row.after is None:
        return own("counts now" if row.before is None else "no longer counts")
    if step.before and step.after:
        points = round(100 * row.after / step.after) - round(100 * row.before / step.before)
        return own(f"{points:+d} points" if points else "as before")
    return own(f"weight {row.before} → {row.after}" if row.before != row.after else "as before")
