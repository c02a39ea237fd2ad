"""``new``: start a posting."""

from __future__ import annotations

import click

from heymilo_ops.cli.options import Session, subcommand
from heymilo_ops.errors import Exit, UsageError
from heymilo_ops.usecases.new_posting import LANGUAGES, new_posting, new_posting_like, parse_steps


@subcommand("new")
@click.argument("name")
@click.option(
    "--steps",
    metavar="STEPS",
    help="Its steps: resume, form, conversational_sms (or sms) and web_interview, with commas between. One voice "
    "interview, where left out.",
)
@click.option(
    "--language", metavar="CODE", help=f"Of what candidates read: {', '.join(LANGUAGES)}. en, where left out."
)
@click.option("--like", metavar="POSTING", help="Copy the manifest of another posting instead.")
def command(session: Session, name: str, steps: str | None, language: str | None, like: str | None) -> Exit:
    """Start a posting: write postings/NAME.yaml, with a comment on whatever you should know.

    It has every step that is asked for, in the usual order, and lint finds nothing in it. Nothing is sent. Change
    every text to your own.
    """
    if like is not None and (steps is not None or language is not None):
        raise UsageError("--like copies a posting as it is", "Leave --steps and --language out, and edit the copy.")
    project = session.find_project()
    if like is not None:
        path = new_posting_like(project, name, like)
    else:
        path = new_posting(project, name, parse_steps(steps or "web_interview"), language or "en")
    click.echo(f"  written  {path}")
    session.note(f"Change its texts to your own, then run: heymilo-ops {session.workspace_option}lint")
    return Exit.DONE
