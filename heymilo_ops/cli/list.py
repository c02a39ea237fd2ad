"""``list``: the postings at a glance."""

from __future__ import annotations

from dataclasses import asdict

import click

from heymilo_ops.cli.options import Session, format_option, subcommand
from heymilo_ops.cli.output import print_json, print_text
from heymilo_ops.errors import Exit
from heymilo_ops.report import tables
from heymilo_ops.usecases.plan import read_unmanaged
from heymilo_ops.usecases.posting_view import list_postings
from heymilo_ops.usecases.state_lookup import read_state


@subcommand("list")
@click.option("--unmanaged", is_flag=True, help="Ask HeyMilo, and list its open postings that nobody manages.")
@format_option("text", "json")
def command(session: Session, unmanaged: bool, output_format: str) -> Exit:
    """List the postings: name, status, revision, deadline, candidate link. Asks the state, not HeyMilo."""
    known = read_state(session.find_workspace())
    if unmanaged:
        with known.workspace.api() as api:
            postings = read_unmanaged(known.workspace, api)[1]
        if output_format == "json":
            print_json(unmanaged=tables.unmanaged_data(postings))
        else:
            print_text(tables.unmanaged_table(postings, session.out))
        return Exit.DONE
    rows = list_postings(known, as_written=output_format == "text")
    if output_format == "json":
        print_json(postings=[asdict(row) for row in rows])
    else:
        print_text(tables.list_table(rows, session.out))
    return Exit.DONE
