"""``lookup``: the ids of a workspace, by the names people know."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from heymilo_ops.cli.options import Session, format_option, subcommand
from heymilo_ops.config import FILE_NAME
from heymilo_ops.errors import AttentionError, Exit
from heymilo_ops.usecases.project import Project

if TYPE_CHECKING:
    from heymilo_ops.manifest.var_lines import VarLine
    from heymilo_ops.remote.lookups import Resource

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
    from heymilo_ops.manifest.var_lines import var_lines
    from heymilo_ops.remote.lookups import RESOURCE_KINDS, list_resources
    from heymilo_ops.text.sanitize import one_line

    project = session.find_project()
    workspace = project.workspace()
    kind = RESOURCE_KINDS[what]
    with workspace.client() as client:
        rows = list_resources(client, kind, search)
    if not rows and output_format == "text":
        session.note(f"No {kind.what} in '{workspace.name}'" + (f" with '{search}'" if search else ""))
        return Exit.DONE
    lines = var_lines(kind.one, [(row.id, one_line(row.name)) for row in rows])
    if write:
        _write(session, project, workspace.name, lines)
    elif output_format == "yaml":
        click.echo("\n".join(["vars:", *(f"  {line}" for line in lines)]) if lines else "vars: {}")
    elif output_format == "json":
        _as_json(what, workspace.name, rows, lines)
    else:
        from heymilo_ops.report.lookup_text import found

        cells = [[row.name, row.id, *row.details.values()] for row in rows]
        click.echo(found(("name", "id", *kind.columns), cells, session.out), nl=False)
    return Exit.DONE


def _as_json(what: str, workspace: str, rows: Sequence[Resource], lines: Sequence[VarLine]) -> None:
    from heymilo_ops.text.sanitize import json_text

    found = [
        {"id": row.id, "name": row.name, "var": line.key, **row.details} for row, line in zip(rows, lines, strict=True)
    ]
    click.echo(json_text({"format_version": "1.0", "workspace": workspace, "kind": what, "found": found}), nl=False)


def _write(session: Session, project: Project, workspace: str, lines: Sequence[VarLine]) -> None:
    """Put the lines into heymilo.yaml and read it back."""
    from heymilo_ops.manifest.var_lines import with_vars
    from heymilo_ops.usecases.atomic_write import write_all

    text = with_vars(project.source.text, workspace, lines)
    before = project.config.workspaces[workspace].vars or {}
    if text != project.source.text:
        write_all(project.root, {FILE_NAME: text})
    after = session.find_project().config.workspaces[workspace].vars or {}
    if any(line.value not in after.values() for line in lines):
        raise AttentionError(f"{FILE_NAME} was written, and does not say what was meant", "See: git diff heymilo.yaml")
    for line in lines:
        if line.key not in before and line.key in after:
            click.echo(str(line))
    fresh = len(after) - len(before)
    session.note(f"{FILE_NAME}: {fresh} of {len(lines)} put into workspaces.{workspace}.vars, the rest was there")
