"""The questions before something is written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum
from typing import assert_never

from heymilo_ops.plan.change import (
    ActivatePosting,
    AdoptPosting,
    ArchivePosting,
    Change,
    CreatePosting,
    EditPosting,
    Forget,
    PatchPosting,
    Plan,
    RecordOnly,
    RecordRevision,
)
from heymilo_ops.plan.impact import COMPLETED_NOTE
from heymilo_ops.report.plan_text import in_bold
from heymilo_ops.report.writer import Writer
from heymilo_ops.review.people_words import people_lines
from heymilo_ops.review.reasons import reason_sentence
from heymilo_ops.text.sanitize import one_line
from heymilo_ops.text.width import fold

YES = "yes"
"""The one answer that approves."""


class _Effect(Enum):
    """What a write does to candidates, as the question says it."""

    OPENS = "Candidates can enter at once."
    CHANGES = "What is changed in place takes effect at once."
    CLOSES = "New candidates can't enter the postings that are archived."
    MARKS = "Nothing changes for candidates."
    """Something is sent, and no candidate sees it."""


_NOTHING_SENT = "Nothing is sent to HeyMilo."


def approval_question(asked: str, writer: Writer, consequence: str = _NOTHING_SENT, people: Sequence[str] = ()) -> str:
    """Return the question above a prompt. ``people``: whom it concerns, a line each."""
    concerned = "".join(f"  {line}\n" for line in people)
    return f"{writer.bold(one_line(asked))} {consequence}\n{concerned}  Only '{YES}' will be accepted to approve.\n\n"


def apply_question(workspace: str, remote_name: str | None, writer: Writer, plan: Plan) -> str:
    """Return the question before an apply, with HeyMilo's own name of the workspace where it is known.

    And with what the plan does to candidates, and whom it concerns: what it says of each posting may stand far above.
    """
    where = workspace + (f" ({remote_name})" if remote_name else "")
    return approval_question(f"Apply to {where}?", writer, _consequence(plan), _people(plan, writer))


def _consequence(plan: Plan) -> str:
    """Return what the plan does to candidates, every kind of it in one sentence."""
    effects = {effect for change in plan.actions() for effect in _effects(change)}
    sentences = [effect.value for effect in _Effect if effect in effects and effect is not _Effect.MARKS]
    return " ".join(sentences) or (_Effect.MARKS.value if effects else _NOTHING_SENT)


def _effects(change: Change) -> Iterator[_Effect]:
    ended = change.live.posting_id if change.live is not None and change.live.archived else None
    for operation in change.operations:
        match operation:
            case CreatePosting() | ActivatePosting():
                yield _Effect.OPENS
            case EditPosting():
                yield _Effect.CHANGES
            case PatchPosting(settings=settings):
                yield _Effect.CHANGES if settings else _Effect.MARKS
            case ArchivePosting(posting_id=posting_id):
                if posting_id != ended:  # else that is recorded, and not sent
                    yield _Effect.CLOSES
            case AdoptPosting():
                yield _Effect.MARKS
            case RecordRevision() | RecordOnly() | Forget():
                pass
            case _:
                assert_never(operation)


def _people(plan: Plan, writer: Writer) -> list[str]:
    lines = [
        f"{f'People of {one_line(name)}: ' if name else ''}{in_bold(spans, writer)}"
        for name, spans in people_lines(plan)
    ]
    means = reason_sentence(COMPLETED_NOTE)
    return [*lines, *fold(means, max(writer.width - 2, 20))] if lines else []
