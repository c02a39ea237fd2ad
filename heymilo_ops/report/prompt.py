"""The questions before something is written."""

from __future__ import annotations

from collections.abc import Sequence

from heymilo_ops.plan.change import Plan
from heymilo_ops.plan.impact import COMPLETED_NOTE
from heymilo_ops.report.plan_text import in_bold
from heymilo_ops.report.writer import Writer
from heymilo_ops.review.people_words import people_lines
from heymilo_ops.review.reasons import reason_sentence
from heymilo_ops.text.sanitize import one_line
from heymilo_ops.text.width import fold

YES = "yes"
"""The one answer that approves."""


def approval_question(
    asked: str, writer: Writer, consequence: str = "Nothing is sent to HeyMilo.", people: Sequence[str] = ()
) -> str:
    """Return the question above a prompt. ``people``: whom it concerns, a line each."""
    concerned = "".join(f"  {line}\n" for line in people)
    return f"{writer.bold(one_line(asked))} {consequence}\n{concerned}  Only '{YES}' will be accepted to approve.\n\n"


def apply_question(workspace: str, remote_name: str | None, writer: Writer, plan: Plan | None = None) -> str:
    """Return the question before an apply, with HeyMilo's own name of the workspace where it is known.

    And with whom ``plan`` concerns: what it says of each posting may stand far above.
    """
    where = workspace + (f" ({remote_name})" if remote_name else "")
    people = _people(plan, writer) if plan is not None else []
    return approval_question(f"Apply to {where}?", writer, "Candidates can enter at once.", people)


def _people(plan: Plan, writer: Writer) -> list[str]:
    lines = [
        f"{f'People of {one_line(name)}: ' if name else ''}{in_bold(spans, writer)}"
        for name, spans in people_lines(plan)
    ]
    means = reason_sentence(COMPLETED_NOTE)
    return [*lines, *fold(means, max(writer.width - 2, 20))] if lines else []
