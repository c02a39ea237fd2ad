"""``drift``: what was changed in HeyMilo's own pages, and how to take it into a manifest."""

from __future__ import annotations

import click

from heymilo_ops.cli.completion import posting_names
from heymilo_ops.cli.options import Session, common, format_option, subcommand
from heymilo_ops.cli.output import print_json, print_text
from heymilo_ops.errors import AdviceKind, Exit, advise
from heymilo_ops.text.sanitize import one_line


@click.group("drift")
@common
def command() -> None:
    """Show what was changed outside since the last apply, and accept it."""


@subcommand("show", command)
@click.argument("names", metavar="[NAME]...", nargs=-1, shell_complete=posting_names)
@click.option("--detailed-exitcode", is_flag=True, help="Exit 2 where something is neither accepted nor ignored.")
@format_option("text", "json", "markdown")
def show(session: Session, names: tuple[str, ...], detailed_exitcode: bool, output_format: str) -> Exit:
    """Show field by field what was changed outside: of these postings, or of all, their questions included."""
    from heymilo_ops.usecases.drift import show_drift

    workspace = session.find_workspace()
    with workspace.api() as api:
        report = show_drift(workspace, api, names)
    if report.trouble:
        session.note(report.trouble)
    if output_format == "json":
        from heymilo_ops.report.drift_text import drift_data

        print_json(**drift_data(report))
    elif output_format == "markdown":
        from heymilo_ops.review.drift_document import build_drift_document
        from heymilo_ops.review.markdown import render_markdown

        print_text(render_markdown(build_drift_document(report, public=workspace.review.public)))
    else:
        from heymilo_ops.report.drift_text import render_drift

        print_text(render_drift(report, session.out))
    return Exit.CHANGES if detailed_exitcode and report.is_open else Exit.DONE


@subcommand("accept", command)
@click.argument("name", shell_complete=posting_names)
@click.argument("paths", metavar="[PATH]...", nargs=-1)
def accept(session: Session, name: str, paths: tuple[str, ...]) -> Exit:
    """Take what was changed outside into the manifest: all of it, or what PATHs of `drift show` name.

    Writes the file alone. The next apply finds HeyMilo as the manifest says, and records that without sending anything.
    """
    from heymilo_ops.review.advice import command as shell
    from heymilo_ops.usecases.drift import accept_drift

    workspace = session.find_workspace()
    with workspace.api() as api:
        accepted = accept_drift(workspace, api, name, paths)
    click.echo(f"Written to {accepted.path}, as HeyMilo has it: {', '.join(it.path for it in accepted.fields)}.")
    if accepted.left:
        click.echo(f"Not taken, since no manifest of this posting can say it: {', '.join(accepted.left)}.")
    if accepted.unshared:
        click.echo(f"No longer shared, this posting has a value of its own: {one_line('; '.join(accepted.unshared))}.")
    if accepted.comments:
        click.echo(f"Comments that went with what they stood at: {one_line('; '.join(accepted.comments))}.")
    if accepted.adopts:
        click.echo(
            f"Added ops.adopt: {accepted.adopts}. A value is one that HeyMilo takes in no new posting, only in it."
        )
    click.echo("ops.accepted names what was accepted: you may edit it here before it is applied, and nothing is lost.")
    click.echo(f"To record it: {shell(advise(AdviceKind.APPLY, workspace=workspace.name))}")
    return Exit.DONE
