"""``history``: the applied revisions."""

from __future__ import annotations

from pathlib import Path

import click

from heymilo_ops.cli.completion import posting_names
from heymilo_ops.cli.moment import at_option, read_beginning, read_moment
from heymilo_ops.cli.options import Session, format_option, subcommand
from heymilo_ops.cli.output import print_json, print_text
from heymilo_ops.errors import Exit
from heymilo_ops.report.past_text import past_data, past_lines
from heymilo_ops.usecases.atomic_write import file_errors
from heymilo_ops.usecases.comparison import overview
from heymilo_ops.usecases.past_design import design_at
from heymilo_ops.usecases.posting_view import posting_history, verify_snapshots
from heymilo_ops.usecases.state_lookup import read_state

_FIELDS = {"posting_id", "revision", "digest", "status", "held", "revisions"}


@subcommand("history")
@click.argument("name", required=False, shell_complete=posting_names)
@at_option(
    help="Only what was applied by then, and with NAME what was live: 2027-01-31T18:00Z; a day without a time is meant "
    "to its end, in UTC."
)
@click.option("--workspaces", is_flag=True, help="What each workspace runs, and whether it is the same design.")
@click.option(
    "--evidence",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write what was applied, and who reviewed and approved it, to a file, as JSON.",
)
@click.option("--from", "since", metavar="TIME", help="With --evidence: only what was applied or archived since then.")
@click.option("--to", "until", metavar="TIME", help="With --evidence: only what was applied or archived by then.")
@format_option("text", "json")
def command(
    session: Session,
    name: str | None,
    at: str | None,
    workspaces: bool,
    evidence: Path | None,
    since: str | None,
    until: str | None,
    output_format: str,
) -> Exit:
    """Show the applied revisions of a posting, or of all."""
    if evidence is not None:
        return _write_evidence(session, name, evidence, (since, until))
    if since is not None or until is not None:
        raise click.UsageError("--from and --to belong to --evidence.")
    if workspaces:
        if at is not None:
            raise click.UsageError("--workspaces shows what runs now; leave --at out.")
        return _side_by_side(session, name, output_format)
    known = read_state(session.find_workspace())
    moment = read_moment(at) if at is not None else None
    postings = posting_history(known, name, moment)
    past = design_at(known, name, moment) if name is not None and moment is not None else None
    if output_format == "json":
        entries = {key: entry.model_dump(mode="json", include=_FIELDS) for key, entry in postings.items()}
        print_json(postings=entries, **({"then": past_data(past)} if past is not None else {}))
    else:
        from heymilo_ops.report.tables import history_table

        print_text(history_table(postings, session.out))
        if past is not None:
            lines = past_lines(past, f"heymilo-ops -w {known.name} show {name} --at {at}")
            print_text("\n" + "\n".join(session.out.bullets(lines)) + "\n")
    if name is not None:
        verify_snapshots(known.store, postings.values())
    return Exit.DONE


def _write_evidence(session: Session, name: str | None, path: Path, period: tuple[str | None, str | None]) -> Exit:
    from heymilo_ops.usecases.review_evidence import evidence_text

    since = read_beginning(period[0]) if period[0] is not None else None
    until = read_moment(period[1]) if period[1] is not None else None
    text = evidence_text(posting_history(read_state(session.find_workspace()), name, None), since, until)
    with file_errors(f"{path} can't be written", "Choose another place for --evidence."):
        path.write_text(text, encoding="utf-8")
    return Exit.DONE


def _side_by_side(session: Session, name: str | None, output_format: str) -> Exit:
    from heymilo_ops.report.workspaces_text import render_side_by_side, side_by_side_data

    postings, without_state = overview(session.find_project(), name)
    if output_format == "json":
        print_json(**side_by_side_data(postings, without_state))
    else:
        print_text(render_side_by_side(postings, without_state, session.out))
    return Exit.DONE
