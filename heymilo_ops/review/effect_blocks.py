"""The blocks of each group of a posting's changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from heymilo_ops.review import document as doc
from heymilo_ops.review.document import Inline, Span, Style, foreign, own
from heymilo_ops.review.effect_groups import Group
from heymilo_ops.review.field_path import FieldPath, Form, Located, question_at, step_at, step_type
from heymilo_ops.review.gate_blocks import gate_blocks, is_gate
from heymilo_ops.review.gates import question_gate
from heymilo_ops.review.pass_mark_words import mark_beside_weights
from heymilo_ops.review.passages import MESSAGES, OVERVIEWS, mode_words
from heymilo_ops.review.question_words import is_another
from heymilo_ops.review.share_tables import share_table
from heymilo_ops.review.step_pairs import StepPair
from heymilo_ops.review.switches import cheat_words, hours_words, switch_words
from heymilo_ops.review.word_diff import diff_line, differs, elided, prose_lines, runs
from heymilo_ops.review.words import NOTHING, field_name, modality_name, step_name, value_words
from heymilo_ops.text.sanitize import one_line, sanitize
from heymilo_ops.text.similarity import difference

_SHORT = 60
"""A text of so many characters, on one line, is shown as before → after and not as a word diff."""
_NAME = 90
"""Cells of a question's text where it only says which one is meant."""
_CONTEXT = 25
_WHOLE_WORDS = {"added": "Added", "removed": "Removed"}
_GUIDES = ("evaluation_criteria", "score_of_1", "score_of_5", "additional_instructions")
_HEAD = tuple((own(title),) for title in ("Where", "What", "Before", "After"))
_DOT = own(" · ")
_MODE = "_delivery_mode"
_DEFAULTS = {"interviewer_name": "Sarah", "language": "en"}
_TOGETHER = {
    "blackout_period": ("Quiet hours", hours_words),
    "cheat_detection_config": ("Cheat detection", cheat_words),
}
"""Settings whose parts say little by themselves."""


class EffectBlocks:
    """Builds the blocks of one posting's groups.

    ``items``: the changes to show. ``pairs``: both sides of its steps, empty where no design is known. ``weigh``:
    whether to show what questions count.
    """

    def __init__(
        self,
        form: Form | None,
        items: Sequence[Located],
        pairs: Sequence[StepPair],
        *,
        weigh: bool = True,
        human_review: str = "",
    ) -> None:
        self.form, self.items, self.pairs, self.human_review = form, items, pairs, human_review
        self.together: set[tuple[int | None, str]] = set()
        self.tables = [table for step in pairs if weigh and (table := share_table(step)) is not None]
        self.weighed = {step.index for step in pairs if weigh and share_table(step) is not None}

    def of(self, group: Group, items: Sequence[Located]) -> tuple[doc.Block, ...]:
        """The blocks of a group, none where there is nothing to say."""
        build = {Group.REJECTED: self._rejected, Group.ASKED: self._asked, Group.COUNTS: self._counts}
        return tuple(build.get(group, self._plain)(items))

    def _rejected(self, items: Sequence[Located]) -> Iterator[doc.Block]:
        gates = tuple(gate_blocks(self.pairs, self.items, self.human_review))
        yield from gates
        yield from self._plain(item for item in items if item.path.field and not (gates and is_gate(item)))

    def _row(self, item: Located) -> tuple[Inline, ...]:
        at, change = item
        after = foreign(_value(at, change.after), Style.STRONG)
        unseen = difference(change.before, change.after)
        remark = (own(f" (differs only in {unseen})"),) if unseen else ()
        before = foreign(_value(at, change.before))
        return self._where(item), (foreign(_label(at)),), (before,), (after, *remark)

    def _plain(self, items: Iterable[Located]) -> Iterator[doc.Block]:
        """Long texts as word diffs, all else as one table."""
        items = list(items)
        together = [item for item in items if self._is_together(item)]
        rows = [self._row(item) for item in items if not _is_long(item) and item not in together]
        rows += self._together(together)
        if rows:
            yield doc.Table(_HEAD, tuple(rows))
        yield from (self._long(item) for item in items if _is_long(item) and item not in together)

    def _is_together(self, item: Located) -> bool:
        at = item.path
        known = any(step.index == at.step for step in self.pairs)
        return known and at.question is None and at.field[:1] != () and at.field[0] in _TOGETHER

    def _together(self, items: Sequence[Located]) -> Iterator[tuple[Inline, ...]]:
        """Yield a row for each setting whose parts are shown as one."""
        for at, name in dict.fromkeys((item.path.step, item.path.field[0]) for item in items):
            if (at, name) in self.together:  # in a graver group
                continue
            self.together.add((at, name))
            step = next(step for step in self.pairs if step.index == at)
            label, words = _TOGETHER[name]
            sides = (config.get(name) for config in (step.before_config, step.after_config))
            before, after = (words(side) if side is not None else NOTHING for side in sides)
            where = (foreign(step_name(step.kind)),)
            yield where, (own(label),), (foreign(before),), (foreign(after, Style.STRONG),)

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
            what = (self._step(item), own(": “"), foreign(one_line(self._question_text(item), _NAME)), own("”"))
        places = own(f" from place {change.before + 1} to place {change.after + 1}")
        return doc.Paragraph((own("Moved", Style.STRONG), _DOT, *what, places))

    def _question(self, item: Located) -> doc.FieldDiff:
        change = item.change
        question = change.value
        kind = modality_name(str(question.get("modality", "voice")))
        head = own(_WHOLE_WORDS[change.kind], Style.STRONG)
        title = (head, _DOT, self._step(item), own(", "), foreign(kind))
        return doc.FieldDiff(title, prose_lines(str(question.get("text", "")), change.kind))

    def _counts(self, items: Sequence[Located]) -> Iterator[doc.Block]:
        yield from self.tables
        yield from (_mark_beside(step) for step in self.pairs if step.index in self.weighed and step.after)
        yield from self._plain(
            item
            for item in items
            if (item.path.step not in self.weighed if item.path.name == "score_weight" else not _is_guide(item))
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
            for name in _GUIDES:
                if name in item.change.after:
                    title = (foreign(field_name(name), Style.STRONG), _DOT, *self._where(item))
                    yield doc.FieldDiff(title, prose_lines(str(item.change.after[name]), "added"))

    def _long(self, item: Located) -> doc.FieldDiff:
        at, change = item
        title: Inline = (foreign(_label(at), Style.STRONG), _DOT, *self._where(item), *self._delivery(at))
        if at.question is not None and at.name == "text":
            is_other = is_another(change.before, change.after)
            word = "Replaced by another question" if is_other else "Reworded"
            title = (own(word, Style.STRONG), _DOT, self._step(item), *self._knocks_out(at))
            if is_other:
                sides = ((change.before, "removed"), (change.after, "added"))
                return doc.FieldDiff(title, tuple(line for text, kind in sides for line in prose_lines(text, kind)))
        if change.kind != "changed":
            return doc.FieldDiff(title, prose_lines(str(change.value), change.kind))
        words = runs(str(change.before), str(change.after))
        unseen = difference(change.before, change.after) or ("" if differs(words) else "white space")
        lines: tuple[Inline, ...] = ((own(f"differs only in {unseen}"),),) if unseen else ()
        return doc.FieldDiff(title, (*lines, diff_line(elided(words, _CONTEXT))) if differs(words) else lines)

    def _delivery(self, at: FieldPath) -> Inline:
        """Return how a text reaches candidates, also where nothing says so; nothing for what isn't told them."""
        if self.form is None or at.question is not None or at.name not in (*OVERVIEWS, *MESSAGES):
            return ()
        if at.name in MESSAGES:
            return (own(" · said as it stands"),)
        config = step_at(self.form, at.step).get("config") or {} if at.step is not None else {}
        mode = config.get(f"{at.name}{_MODE}") or self.form.get(f"{at.name}{_MODE}")
        return own(" · "), foreign(mode_words(mode))

    def _knocks_out(self, at: FieldPath) -> Inline:
        """Return that a reworded question ends applications, where it does."""
        step = step_at(self.form, at.step or 0)
        question = question_at(self.form, at.step or 0, at.question or 0)
        gate = question_gate(question, step.get("config") or {}) if question else None
        return (own(" · a knock-out question"),) if gate is not None and gate.rejects else ()

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


def _mark_beside(step: StepPair) -> doc.Paragraph:
    mark = step.after_config.get("min_evaluation_score")
    return doc.Paragraph((foreign(step_name(step.kind)), own(": "), own(mark_beside_weights(mark))))


def _label(at: FieldPath) -> str:
    """The name of a field; a user's own note by its own key."""
    if at.step is None and len(at.field) > 1 and at.field[0] == "metadata":
        return f"{field_name('metadata')}: {at.field[1]}"
    return field_name(at.name)


def _value(at: FieldPath, value: Any) -> str:
    """Return a value in words; what a text falls back to where nothing says how it is delivered."""
    if at.name.endswith(_MODE):
        return mode_words(value)
    if value is None and at.step is None and at.name in _DEFAULTS:
        return f"{_DEFAULTS[at.name]} (HeyMilo's default)"
    if at.step is not None and at.question is None and value is not None:
        return switch_words(at.name, value)
    return value_words(at.name, value)


def _is_long(item: Located) -> bool:
    texts = [value for value in (item.change.before, item.change.after) if isinstance(value, str)]
    if item.path.question is not None and item.path.name == "text" and len(texts) == 2:
        return True  # the words of a question are compared word by word, however few they are
    return any(len(text) > _SHORT or "\n" in sanitize(text).strip() for text in texts) and item.change.kind != "moved"


def _is_guide(item: Located) -> bool:
    return item.path.question is not None and _is_long(item)
