"""The question before an apply."""

from __future__ import annotations

from heymilo_ops.report.writer import Writer
from heymilo_ops.text.sanitize import one_line

YES = "yes"
"""The one answer that approves."""


def apply_question(workspace: str, remote_name: str | None, writer: Writer) -> str:
    """Return the question, with HeyMilo's own name of the workspace where it is known."""
    where = one_line(workspace) + (f" ({one_line(remote_name)})" if remote_name else "")
    question = writer.bold(f"Apply to {where}?")
    return f"{question} Candidates can enter at once.\n  Only '{YES}' will be accepted to approve.\n\n"
