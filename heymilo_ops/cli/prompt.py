"""Asking for approval."""

from __future__ import annotations

import click

from heymilo_ops.cli.session import Session
from heymilo_ops.errors import AttentionError
from heymilo_ops.report.prompt import YES, approval_question

BY_FLAG = "Read what it would do above, then run it with --auto-approve."


def by_file(session: Session) -> str:
    """Return what to do where nobody can be asked and a saved plan can be applied."""
    command = f"heymilo-ops {session.workspace_option}plan --out FILE"
    return f"Run it with --auto-approve, or apply a saved plan: {command}, then apply FILE."


def ask(session: Session, question: str, help: str = BY_FLAG) -> None:
    """Show a question and take a ``yes``. Raises where nobody can be asked (``help``), or says anything else."""
    if not session.interactive:
        raise AttentionError("There is no terminal to ask on, so nothing was done", help)
    if not is_yes(question):
        raise AttentionError("Not approved: nothing was done")


def is_yes(question: str) -> bool:
    """Show a question; whether the answer is ``yes``."""
    click.echo("\n" + question, nl=False)
    is_approved = bool(click.prompt("  Enter a value", default="", show_default=False) == YES)
    if is_approved:
        click.echo()
    return is_approved


def confirm(session: Session, question: str, is_approved: bool, **consequence: str) -> None:
    """Ask for approval of a change of the state, unless it is given. Raises as ``ask``."""
    if not is_approved:
        ask(session, approval_question(question, session.out, **consequence))
