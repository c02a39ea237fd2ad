"""``diff``: two revisions of a posting, or its file with what was applied."""

from __future__ import annotations

import click

from heymilo_ops.cli.completion import posting_names
from heymilo_ops.cli.options import Session, format_option, subcommand
from heymilo_ops.cli.output import print_json, print_text
from heymilo_ops.errors import Exit
from heymilo_ops.model.deployment import relation
from heymilo_ops.plan.document import fields_json
from heymilo_ops.usecases.comparison import compare_revisions, compare_workspaces
from heymilo_ops.usecases.state_lookup import read_state


@subcommand("diff")
@click.argument("name", shell_complete=posting_names)
@click.argument("revisions", nargs=-1, type=click.IntRange(min=1), metavar="[REV [REV]]")
@click.option(
    "--between",
    nargs=2,
    metavar="WORKSPACE WORKSPACE",
    help="Compare what two workspaces run; what variables stand for doesn't count.",
)
@format_option("text", "json")
def command(
    session: Session, name: str, revisions: tuple[int, ...], between: tuple[str, str] | None, output_format: str
) -> Exit:
    """Compare: without REV what was applied with the file, with one REV that revision with the file, with two those."""
    if len(revisions) > 2:
        raise click.UsageError("Give two revisions at most.")
    if between is not None:
        if revisions:
            raise click.UsageError("--between compares what runs now; leave the revisions out.")
        return _between(session, name, between, output_format)
    compared = compare_revisions(read_state(session.find_workspace()), name, revisions)
    before, after = compared.before, compared.after
    if output_format == "json":
        print_json(fields=fields_json(compared.fields))
        return Exit.DONE
    from heymilo_ops.report.posting_text import render_diff
    from heymilo_ops.review.plan_words import on_clocks

    fields = on_clocks(compared.fields, before.deadline, after.deadline)
    print_text(render_diff(before.title, after.title, fields, after.form, session.out))
    return Exit.DONE


def _between(session: Session, name: str, workspaces: tuple[str, str], output_format: str) -> Exit:
    compared = compare_workspaces(session.find_project(), name, workspaces)
    before, after = compared.before, compared.after
    if output_format == "json":
        print_json(relation=relation(before, after), fields=fields_json(compared.fields))
        return Exit.DONE
    from heymilo_ops.report.posting_text import render_diff
    from heymilo_ops.report.workspaces_text import compare_words

    click.echo(f"{name}: {compare_words((before, after))}")
    if compared.fields:
        print_text("\n" + render_diff(before.title, after.title, compared.fields, after.form, session.out))
    return Exit.DONE
