"""``lookup``: the ids of a workspace, by the names people know."""

from __future__ import annotations

import click

from heymilo_ops.cli.options import Session, format_option, subcommand
from heymilo_ops.cli.output import print_json, print_text
from heymilo_ops.config import FILE_NAME
from heymilo_ops.errors import Exit
from heymilo_ops.usecases.lookup import LookupResult, look_up, write_variables
from heymilo_ops.usecases.project import Project

_KINDS = ("voices", "phones", "senders", "email-groups", "design-groups", "templates")


@subcommand("lookup")
@click.argument("what", type=click.Choice(_KINDS))
@click.option("--search", default="", metavar="TEXT", help="Only those with these words.")
@format_option("text", "yaml", "json")
@click.option("--write", is_flag=True, help=f"Put them into the workspace's vars in {FILE_NAME}.")
def command(session: Session, what: str, search: str, output_format: str, write: bool) -> Exit:
    """Look up ids of the workspace by the names people know.

    WHAT is voices, phones, senders, email-groups, design-groups or templates. --format yaml prints lines to paste
    below workspaces.NAME.vars; postings then say {var: NAME}.
    """
    project = session.find_project()
    result = look_up(project, what, search)
    lines = result.lines
    if not lines and output_format == "text":
        session.note(f"No {result.kind.what} in '{result.workspace}'" + (f" with '{search}'" if search else ""))
    elif write:
        _write(session, project, result)
    elif output_format == "yaml":
        click.echo("\n".join(["vars:", *(f"  {line}" for line in lines)]) if lines else "vars: {}")
    elif output_format == "json":
        rows = zip(result.resources, lines, strict=True)
        records = [{"id": row.id, "name": row.name, "var": line.key, **row.details} for row, line in rows]
        print_json(workspace=result.workspace, kind=what, found=records)
    else:
        from heymilo_ops.report.tables import resource_table

        print_text(resource_table(result.kind.columns, result.resources, session.out))
    return Exit.DONE


def _write(session: Session, project: Project, result: LookupResult) -> None:
    written, added = write_variables(project, result.workspace, result.lines)
    for line in written:
        click.echo(str(line))
    where = f"put into workspaces.{result.workspace}.vars, the rest was there"
    session.note(f"{FILE_NAME}: {added} of {len(result.lines)} {where}")
