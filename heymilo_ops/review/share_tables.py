"""What the questions of a step count of its score, before and after a change."""

from __future__ import annotations

from heymilo_ops.review.document import ShareRow, ShareTable
from heymilo_ops.review.score_shares import counts, shares_of, weight_of
from heymilo_ops.review.step_pairs import Json, QuestionPair, StepPair
from heymilo_ops.review.words import step_name
from heymilo_ops.text.sanitize import one_line

NOTHING = "–"


def share_table(step: StepPair) -> ShareTable | None:
    """Return the table of a step; ``None`` where it is gone, or no weight and no question that counts changes."""
    pairs = [pair for pair in step.questions if counts(pair.before) or counts(pair.after)]
    if step.after is None or all(_is_alike(pair) for pair in pairs):
        return None
    before, after = _shares(step.before), _shares(step.after)
    return ShareTable(step_name(step.kind), tuple(_row(pair, before, after) for pair in pairs))


def _is_alike(pair: QuestionPair) -> bool:
    return counts(pair.before) == counts(pair.after) and weight_of(pair.before) == weight_of(pair.after)


def _shares(step: Json | None) -> dict[str, int | None]:
    """Return the share of each question of one side, by what it says."""
    asked = (step or {}).get("questions") or []
    return dict(zip(map(_identity, asked), shares_of(asked), strict=True))


def _identity(question: Json) -> str:
    return repr(sorted(question.items(), key=lambda member: member[0]))


def _row(pair: QuestionPair, before: dict[str, int | None], after: dict[str, int | None]) -> ShareRow:
    old, new = (
        side.get(_identity(question)) if question is not None and counts(question) else None
        for side, question in ((before, pair.before), (after, pair.after))
    )
    text = str((pair.after or pair.before or {}).get("text") or "")
    return ShareRow(
        question=one_line(text),
        before=old,
        after=new,
        before_words=_words(pair.before, old),
        after_words=_words(pair.after, new),
        change=_change(pair, old, new),
        key=pair.key,
    )


def _words(question: Json | None, share: int | None) -> str:
    if not counts(question):
        return NOTHING
    if share is not None:
        return f"{share}%"
    weight = weight_of(question)
    return f"weight {weight}" if weight is not None else "no weight set"


def _change(pair: QuestionPair, old: int | None, new: int | None) -> str:
    if pair.before is None or pair.after is None:
        return "new" if pair.before is None else "removed"
    if not (counts(pair.before) and counts(pair.after)):
        return "counts now" if counts(pair.after) else "no longer counts"
    one, other = weight_of(pair.before), weight_of(pair.after)
    if old is not None and new is not None:
        if abs(new - old) == 1 and one == other:
            return "as before, rounded otherwise"
        return f"{new - old:+d} {'point' if abs(new - old) == 1 else 'points'}" if new != old else "as before"
    return f"weight {one or 'not set'} → {other or 'not set'}" if one != other else "as before"
