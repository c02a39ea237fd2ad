"""``render``: the request of one posting, as it would be sent."""

from __future__ import annotations

import click

from heymilo_ops.cli.completion import posting_names
from heymilo_ops.cli.options import Session, format_option, subcommand
from heymilo_ops.cli.output import print_errors, print_text
from heymilo_ops.errors import AttentionError, Exit
from heymilo_ops.report import posting_text
from heymilo_ops.text.sanitize import json_text
from heymilo_ops.usecases.posting_view import posting_request


@subcommand("render")
@click.argument("name", shell_complete=posting_names)
@format_option("yaml", "json")
@click.option("--origins", is_flag=True, help="Say which file and line each value comes from.")
def command(session: Session, name: str, output_format: str, origins: bool) -> Exit:
    """Show the request of a posting as it would be sent, without the tool's marks."""
    document, request, checked = posting_request(session.find_project(), name)
    if checked is not None:
        print_errors(checked, session)
        raise AttentionError(f"{document.path} has errors, so nothing would be sent", "Fix it and run again.")
    if origins:
        print_text(posting_text.origin_lines(document, request))
    elif output_format == "json":
        print_text(json_text(request))
    else:
        print_text(posting_text.request_yaml(request))
    return Exit.DONE
