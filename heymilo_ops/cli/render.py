"""``render``: the request of one posting, as it would be sent."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import click

from heymilo_ops.cli.completion import posting_names
from heymilo_ops.cli.options import Session, format_option, subcommand
from heymilo_ops.cli.output import print_errors
from heymilo_ops.errors import AttentionError, Exit
from heymilo_ops.manifest.repo import Document
from heymilo_ops.model.pointer import escape
from heymilo_ops.report.output import safe
from heymilo_ops.text.sanitize import is_hidden, json_text, one_line, printable_json
from heymilo_ops.usecases.check import check, no_state, read_repo
from heymilo_ops.usecases.state_lookup import find_document


@subcommand("render")
@click.argument("name", shell_complete=posting_names)
@format_option("yaml", "json")
@click.option("--origins", is_flag=True, help="Say which file and line each value comes from.")
def command(session: Session, name: str, output_format: str, origins: bool) -> Exit:
    """Show the request of a posting as it would be sent, without the tool's marks."""
    project = session.find_project()
    repo = read_repo(project.root, project.variables(project.pick()))
    document = find_document(repo, name)
    if document.desired is None:
        checked = check(replace(repo, documents=(document,)), no_state)
        print_errors(checked, session)
        raise AttentionError(f"{document.path} has errors, so nothing would be sent", "Fix it and run again.")
    if origins:
        click.echo(_origins(document), nl=False)
    elif output_format == "json":
        click.echo(json_text(document.desired.request), nl=False)
    else:
        click.echo(_yaml(document.desired.request), nl=False)
    return Exit.DONE


def _yaml(request: Mapping[str, Any]) -> str:
    """The request as people write it; all of it in quotes where that could not be printed as it is."""
    from heymilo_ops.manifest.yaml_dump import dump, dump_quoted

    text = dump(request)
    return text if text == safe(text) else dump_quoted(request, is_hidden)


def _origins(document: Document) -> str:
    """One line a value: where it stands, its JSON pointer, and the value."""
    lines = []
    for pointer, value in _leaves(document.desired.request if document.desired else {}, ""):
        place = document.place(pointer)
        said = printable_json(json.dumps(value, ensure_ascii=False))
        lines.append(f"{one_line(str(place))}\t{one_line(pointer)}\t{said}\n")
    return "".join(lines)


def _leaves(value: object, pointer: str) -> list[tuple[str, object]]:
    if isinstance(value, dict) and value:
        items = [(escape(key), each) for key, each in value.items()]
    elif isinstance(value, list) and value:
        items = [(str(i), each) for i, each in enumerate(value)]
    else:
        return [(pointer, value)]
    return [leaf for key, each in items for leaf in _leaves(each, f"{pointer}/{key}")]
