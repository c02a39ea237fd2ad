"""The questions before something is written."""

from __future__ import annotations

from heymilo_ops.report.writer import Writer
from heymilo_ops.text.sanitize import one_line

YES = "yes"
"""The one answer that approves."""


def approval_question(asked: str, writer: Writer, consequence: str = "Nothing is sent to HeyMilo.") -> str:
    """Return the question above a prompt."""
    return f"{writer.bold(one_line(asked))} {consequence}\n  Only '{YES}' will be accepted to approve.\n\n"


def apply_question(workspace: str, remote_name: str | None, writer: Writer) -> str:
    """Return the question before an apply, with HeyMilo's own name of the workspace where it is known."""
    where = workspace + (f" ({remote_name})" if remote_name else "")
    return approval_question(f"Apply to {where}?", writer, "Candidates can enter at once.")
