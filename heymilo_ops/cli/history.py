"""``history``: the applied revisions."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, date, datetime, time

import click

from heymilo_ops.cli.completion import posting_names
from heymilo_ops.cli.options import Session, format_option, subcommand
from heymilo_ops.cli.output import print_json, print_text
from heymilo_ops.errors import Exit, UsageError
from heymilo_ops.usecases.comparison import overview
from heymilo_ops.usecases.posting_view import posting_history, verify_snapshots
from heymilo_ops.usecases.state_lookup import read_state

_FIELDS = {"posting_id", "revision", "digest", "status", "held", "revisions"}


@subcommand("history")
@click.argument("name", required=False, shell_complete=posting_names)
@click.option(
    "--at",
    metavar="TIME",
    help="Only what was applied by then: 2027-01-31T18:00Z; a day without a time is meant to its end, in UTC.",
)
@click.option("--workspaces", is_flag=True, help="What each workspace runs, and whether it is the same design.")
@format_option("text", "json")
def command(session: Session, name: str | None, at: str | None, workspaces: bool, output_format: str) -> Exit:
    """Show the applied revisions of a posting, or of all."""
    if workspaces:
        if at is not None:
            raise click.UsageError("--workspaces shows what runs now; leave --at out.")
        return _side_by_side(session, name, output_format)
    known = read_state(session.find_workspace())
    postings = posting_history(known, name, _moment(at) if at is not None else None)
    if output_format == "json":
        print_json(postings={key: entry.model_dump(mode="json", include=_FIELDS) for key, entry in postings.items()})
    else:
        from heymilo_ops.report.tables import history_table

        print_text(history_table(postings, session.out))
    if name is not None:
        verify_snapshots(known.store, postings.values())
    return Exit.DONE


def _side_by_side(session: Session, name: str | None, output_format: str) -> Exit:
    from heymilo_ops.report.workspaces_text import render_side_by_side, side_by_side_data

    postings, without_state = overview(session.find_project(), name)
    if output_format == "json":
        print_json(**side_by_side_data(postings, without_state))
    else:
        print_text(render_side_by_side(postings, without_state, session.out))
    return Exit.DONE


def _moment(text: str) -> datetime:
    """A time, or the last moment of a day, in UTC where no zone is given."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise UsageError(f"'{text}' is not a time", "Write it so: 2027-01-31 or 2027-01-31T18:00Z.") from error
    with suppress(ValueError):  # a day without a time
        moment = datetime.combine(date.fromisoformat(text), time.max)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
