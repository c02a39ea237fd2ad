"""``list``: the postings at a glance."""

from __future__ import annotations

from dataclasses import asdict

import click

from heymilo_ops.cli.options import Session, format_option, subcommand
from heymilo_ops.cli.output import print_json, print_text
from heymilo_ops.errors import Exit
from heymilo_ops.report import tables
from heymilo_ops.usecases.posting_view import list_postings
from heymilo_ops.usecases.state_lookup import WorkspaceState, read_state


@subcommand("list")
@click.option("--unmanaged", is_flag=True, help="Ask HeyMilo, and list its postings that nobody manages.")
@format_option("text", "json")
def command(session: Session, unmanaged: bool, output_format: str) -> Exit:
    """List the postings: name, status, revision, deadline, candidate link. Asks the state, not HeyMilo."""
    known = read_state(session.find_workspace())
    if unmanaged:
        print_unmanaged(session, known, output_format)
        return Exit.DONE
    rows = list_postings(known, as_written=output_format == "text")
    if output_format == "json":
        print_json(postings=[asdict(row) for row in rows])
    else:
        print_text(tables.list_table(rows, session.out))
    return Exit.DONE


def print_unmanaged(session: Session, known: WorkspaceState, output_format: str) -> bool:
    """Print the postings that nobody manages, with their people; whether there are any."""
    from heymilo_ops.report.unmanaged_text import unmanaged_data, unmanaged_table
    from heymilo_ops.usecases.plan import read_unmanaged
    from heymilo_ops.usecases.unmanaged_people import count_people

    workspace = known.workspace
    with workspace.api() as api:
        postings = read_unmanaged(workspace, api)[1]
        with session.show_reads(api) as on_read:
            people = count_people(api, postings, workspace.requests_per_minute, on_read)
    if output_format == "json":
        print_json(unmanaged=unmanaged_data(postings, people))
    else:
        print_text(unmanaged_table(postings, people, session.out))
    return bool(postings)
