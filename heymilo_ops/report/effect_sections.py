"""The body of each group of a posting's changes, in Markdown."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from heymilo_ops.plan.change import FieldChange
from heymilo_ops.report.markdown import code, details, escape, prose, quote, table, tagged, word_diff
from heymilo_ops.review.effect_groups import Group, Located, knocks_out
from heymilo_ops.review.field_place import Form, Spot, question_at, step_at, step_type
from heymilo_ops.review.weights import Weighed, Weights, weights
from heymilo_ops.review.word_diff import differs, elided, runs
from heymilo_ops.review.words import NOTHING, field_name, modality_name, step_name, value_words
from heymilo_ops.text.sanitize import clean, one_line
from heymilo_ops.text.spelling import difference

_SHORT = 60
"""A text of so many characters, on one line, is shown as before → after and not as a word diff."""
_NAME = 90
"""Cells of a question's text where it only says which one is meant."""
_CONTEXT = 25
_WHOLE_WORDS = {"added": "Added", "removed": "Removed"}
_GATED_BY = ("answer", "operator", "expected_answer", "expected_value")


class Sections:
    """Writes the groups of one posting; ``form`` is the canonical form after the change.

    ``weigh``: all changes of the posting, where ``items`` are not all: what a question counts depends on its
    neighbours. Nothing is weighed for ``()``.
    """

    def __init__(self, form: Form | None, items: Sequence[Located], weigh: Sequence[Located] | None = None) -> None:
        self.form = form
        self.items = items
        self.weighed = weights(form, items if weigh is None else weigh)

    def of(self, group: Group, items: Sequence[Located]) -> str:
        """The Markdown of a group, ``""`` where there is nothing to say."""
        write = {Group.REJECTED: self._rejected, Group.ASKED: self._asked, Group.COUNTS: self._counts}
        parts = write.get(group, self._plain)(items)
        return "\n\n".join(part for part in parts if part)

    def _rejected(self, items: Sequence[Located]) -> list[str]:
        rows = [self._row(each) for each in items if each.spot.field]
        for each in self.items:
            question = each.change.after if each.change.kind == "added" else each.change.before
            if each.spot.question is not None and not each.spot.field and knocks_out(question):
                rows.append(self._knockout_row(each, question))
        head = ("Where", "What", "Before", "After")
        return [table(head, rows)] if rows else []

    def _row(self, item: Located) -> list[str]:
        at, change = item
        return [
            escape(self._where(item)),
            escape(_label(at)),
            self._cell(at.name, change.before),
            f"**{self._cell(at.name, change.after)}**{_unseen(change)}",
        ]

    def _knockout_row(self, item: Located, question: dict[str, Any]) -> list[str]:
        passes = "; ".join(value_words(name, question[name]) for name in _GATED_BY if name in question)
        said = escape(f"must answer: {passes}" if passes else "knock-out")
        before, after = ("–", f"**{said}**") if item.change.kind == "added" else (said, "**–**")
        return [escape(self._where(item)), escape("Knock-out question"), before, after]

    def _plain(self, items: Sequence[Located]) -> list[str]:
        """Long texts as word diffs, all else as one table."""
        rows = [self._row(each) for each in items if not _is_long(each)]
        parts = [table(("Where", "What", "Before", "After"), rows)] if rows else []
        return parts + [self._long(each) for each in items if _is_long(each)]

    def _asked(self, items: Sequence[Located]) -> list[str]:
        parts = []
        for each in items:
            if each.change.kind == "moved":
                parts.append(self._moved(each))
            elif each.spot.question is not None and not each.spot.field:
                parts.append(self._question(each))
            elif each.spot.step is not None and not each.spot.field:
                what = _WHOLE_WORDS.get(each.change.kind, "Changed")
                parts.append(f"**{what}** · step {each.spot.step + 1}, {escape(self._step(each))}")
            elif each.spot.field == ("questions",):
                given = each.change.kind == "added"
                said = "are given here; HeyMilo wrote them so far" if given else "are left to HeyMilo, unreviewed"
                parts.append(f"**Questions** of {escape(self._step(each))} {said}")
        rest = [each for each in items if each.spot.field and each.spot.field != ("questions",)]
        return parts + self._plain([each for each in rest if each.change.kind != "moved"])

    def _moved(self, item: Located) -> str:
        at, change = item
        if at.question is None:
            what = f"the step {escape(self._step(item))}"
        else:
            name = code(change.key) if change.key else escape(self._question_text(item))
            what = f"{escape(self._step(item))} · {name}"
        return f"**Moved** · {what} from place {change.before + 1} to place {change.after + 1}"

    def _question(self, item: Located) -> str:
        change = item.change
        question = change.after if change.kind == "added" else change.before
        kind = modality_name(str(question.get("modality", "voice")))
        name = f" · {code(change.key)}" if change.key else ""
        title = f"**{_WHOLE_WORDS[change.kind]}** · {escape(self._step(item))}, {escape(kind)}{name}"
        return title + "\n\n" + quote(prose(str(question.get("text", "")), change.kind))

    def _counts(self, items: Sequence[Located]) -> list[str]:
        told = {each.step for each in self.weighed}
        parts = [self._weights(each) for each in self.weighed]
        guides = self._guides(items)
        rest = [each for each in items if each.spot.question is None or each.spot.name == "score_weight"
                or not _is_long(each)]  # fmt: skip
        parts += self._plain([each for each in rest if each.spot.name != "score_weight" or each.spot.step not in told])
        if guides:
            body = "\n\n".join(guides)
            parts.append(details(f"Scoring guides and instructions ({len(guides)})", body))
        return parts

    def _guides(self, items: Sequence[Located]) -> list[str]:
        """Rubrics: of questions that changed, and of those that are new."""
        out = [self._long(each) for each in items if each.spot.question is not None and _is_long(each)]
        for each in self.items:
            if each.spot.question is None or each.spot.field or each.change.kind != "added":
                continue
            for name in ("evaluation_criteria", "score_of_1", "score_of_5", "additional_instructions"):
                if name in each.change.after:
                    text = quote(prose(str(each.change.after[name]), "added"))
                    out.append(f"**{escape(field_name(name))}** · {escape(self._where(each))}\n\n{text}")
        return out

    def _weights(self, found: Weights) -> str:
        kind = step_name(str(step_at(self.form, found.step).get("type")))
        rows = [_weight_row(row, found) for row in found.rows]
        head = (f"{escape(kind)}: question", "Before", "After", "Change")
        return table(head, rows, " rr")

    def _long(self, item: Located) -> str:
        at, change = item
        if at.question is not None and at.name == "text":
            name = f" · {code(change.key)}" if change.key else ""
            title = f"**Reworded** · {escape(self._step(item))}{name}"
        else:
            title = f"**{escape(_label(at))}** · {escape(self._where(item))}"
        if change.kind == "changed":
            found = runs(str(change.before), str(change.after))
            unseen = difference(change.before, change.after) or ("" if differs(found) else "white space")
            body = [f"differs only in {unseen}"] if unseen else []
            body += [word_diff(elided(found, _CONTEXT))] if differs(found) else []
        else:
            body = prose(str(change.after if change.kind == "added" else change.before), change.kind)
        return f"{title}\n\n{quote(body)}"

    def _cell(self, field: str, value: Any) -> str:
        return escape(value_words(field, value)) if value is not None else NOTHING

    def _where(self, item: Located) -> str:
        at, _ = item
        if at.step is None:
            return "Posting"
        if at.question is None:
            return self._step(item)
        return f"{self._step(item)}: {one_line(self._question_text(item), _NAME)}"

    def _step(self, item: Located) -> str:
        at, change = item
        value = change.after if isinstance(change.after, dict) else change.before
        value = value if isinstance(value, dict) else {}
        if at.question is None and not at.field and "type" in value:
            return step_name(str(value["type"]))
        kind = step_type(self.form, at.step or 0, value.get("modality"))
        return step_name(kind) if kind else f"Step {(at.step or 0) + 1}"

    def _question_text(self, item: Located) -> str:
        at, change = item
        whole = change.after if change.kind == "added" else change.before
        if at.field or change.kind == "moved" or not isinstance(whole, dict):
            whole = question_at(self.form, at.step or 0, at.question or 0)
        return str(whole.get("text") or change.key or f"question {(at.question or 0) + 1}")


def _label(at: Spot) -> str:
    """The name of a field; a user's own note by its own key."""
    if at.step is None and len(at.field) > 1 and at.field[0] == "metadata":
        return f"{field_name('metadata')}: {at.field[1]}"
    return field_name(at.name)


def _is_long(item: Located) -> bool:
    texts = [each for each in (item.change.before, item.change.after) if isinstance(each, str)]
    return any(len(each) > _SHORT or "\n" in clean(each).strip() for each in texts) and item.change.kind != "moved"


def _weight_row(row: Weighed, found: Weights) -> list[str]:
    before, after = found.shares(row)
    return [escape(one_line(row.text, _NAME)), before, f"**{after}**", _weight_change(row, found)]


def _weight_change(row: Weighed, found: Weights) -> str:
    if row.added or row.removed:
        return tagged("added", "new") if row.added else tagged("removed", "removed")
    if row.before is None or row.after is None:
        return "counts now" if row.before is None else "no longer counts"
    if found.before and found.after:
        points = round(100 * row.after / found.after) - round(100 * row.before / found.before)
        return f"{points:+d} points" if points else "as before"
    return f"weight {row.before} → {row.after}" if row.before != row.after else "as before"


def _unseen(change: FieldChange) -> str:
    """What the values differ in, where they look alike."""
    unseen = difference(change.before, change.after)
    return f" (differs only in {unseen})" if unseen else ""
