"""``share``: move what several postings say alike into ``postings/_shared/``."""

from __future__ import annotations

import difflib

import click

from heymilo_ops.cli.completion import posting_names
from heymilo_ops.cli.options import F, Session, common, subcommand
from heymilo_ops.cli.output import print_text
from heymilo_ops.errors import Exit
from heymilo_ops.usecases.share import FileEdit, SharePlan, plan_share, write_edits


@click.group("share", context_settings={"help_option_names": ["-h", "--help"]})
@common
def command() -> None:
    """Move what several postings say alike into postings/_shared/. What they ask for stays the same."""


def _share_options(function: F) -> F:
    """Give a command the options of both."""
    dry = click.option("--dry-run", is_flag=True, help="Write nothing; show what would change.")
    name = click.option("--as", "name", required=True, metavar="NAME", help="What the shared file is called.")
    names = click.argument("names", nargs=-1, shell_complete=posting_names)
    return name(dry(names(function)))


@subcommand("text", command)
@click.argument("field")
@_share_options
def text(session: Session, field: str, names: tuple[str, ...], name: str, dry_run: bool) -> Exit:
    """Share a text, such as company_overview or web_interview.intro_message, as _shared/texts/NAME.md.

    NAMES are the postings to look at; all, where there are none.
    """
    return _share(session, plan_share(session.find_project(), "text", field, name, names), dry_run)


@subcommand("question", command)
@click.argument("key")
@_share_options
def question(session: Session, key: str, names: tuple[str, ...], name: str, dry_run: bool) -> Exit:
    """Share the question with this key as _shared/questions/NAME.yaml. What differs stays in the postings.

    NAMES are the postings to look at; all, where there are none.
    """
    return _share(session, plan_share(session.find_project(), "question", key, name, names), dry_run)


def _share(session: Session, plan: SharePlan, dry_run: bool) -> Exit:
    """Write the move or show it."""
    for sentence in plan.move.left:
        session.note(f"{sentence}.")
    if not plan.move.manifests:
        click.echo("Nothing to share: it takes two postings that say the same, each in its own file.")
        return Exit.DONE
    edits = plan.edits()
    if dry_run:
        for edit in edits:
            print_text(_diff(edit))
        return Exit.DONE
    write_edits(plan.project, edits)
    path = plan.move.path
    click.echo(f"{path}: {'written' if plan.move.text is not None else 'was there'}")
    for edit in edits:
        if edit.path != path:
            click.echo(f"{edit.path}: {edit.before.count(chr(10))} → {edit.after.count(chr(10))} lines")
    session.note("No digest changed, so a plan shows nothing.")
    return Exit.DONE


def _diff(edit: FileEdit) -> str:
    old = f"a/{edit.path}" if edit.before else "/dev/null"
    lines = difflib.unified_diff(edit.before.splitlines(True), edit.after.splitlines(True), old, f"b/{edit.path}")
    return "".join(lines)
