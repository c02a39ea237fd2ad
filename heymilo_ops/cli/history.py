"""``history``: the applied revisions."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING

import click

from heymilo_ops.cli.between import side_by_side
from heymilo_ops.cli.completion import posting_names
from heymilo_ops.cli.known import opened, posting
from heymilo_ops.cli.options import Session, format_option, subcommand
from heymilo_ops.errors import Exit, UsageError
from heymilo_ops.model.state import PostingState

if TYPE_CHECKING:
    from heymilo_ops.statefile.store import Store


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
        return side_by_side(session, name, output_format)
    _, store, state = opened(session)
    shown = {name: posting(state, name)} if name is not None else dict(state.postings)
    if at is not None:
        shown = _by(shown, _moment(at))
    if output_format == "json":
        from heymilo_ops.text.sanitize import json_text

        click.echo(
            json_text({"format_version": "1.0", "postings": {key: _record(each) for key, each in shown.items()}}),
            nl=False,
        )
    else:
        from heymilo_ops.report.history_text import history

        click.echo(history(shown, session.out), nl=False)
    if name is not None:
        _refuse_edited(store, shown.values())
    return Exit.DONE


def _refuse_edited(store: Store, shown: Iterable[PostingState]) -> None:
    """Read what each revision stands for, below the table. Raises ``StateError`` where it was edited."""
    revisions = [each for found in shown for each in found.revisions]
    for digest in dict.fromkeys(each for it in revisions for each in (it.digest, it.portable_digest)):
        store.snapshot(digest)


def _record(found: PostingState) -> dict[str, object]:
    data = found.model_dump(mode="json", include={"posting_id", "revision", "digest", "status", "held", "revisions"})
    return dict(data)


def _moment(text: str) -> datetime:
    """A time, or the last moment of a day, in UTC where no zone is given."""
    try:
        moment = datetime.fromisoformat(text)
        if _is_day(text):
            moment = datetime.combine(moment, time.max)
    except ValueError as error:
        raise UsageError(f"'{text}' is not a time", "Write it so: 2027-01-31 or 2027-01-31T18:00Z.") from error
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _by(postings: dict[str, PostingState], moment: datetime) -> dict[str, PostingState]:
    """The postings as they stood at a moment; those that came later are left out."""
    found = {}
    for name, each in postings.items():
        known = tuple(
            revision
            if revision.archived_at is None or datetime.fromisoformat(revision.archived_at) <= moment
            else revision.model_copy(update={"archived_at": None})
            for revision in each.revisions
            if datetime.fromisoformat(revision.applied_at) <= moment
        )
        if known:
            last = known[-1]
            status = "active" if last.archived_at is None else "archived"
            update = {"revisions": known, "revision": last.number, "digest": last.digest, "status": status}
            held = each.held if each.held and datetime.fromisoformat(each.held.since) <= moment else None
            found[name] = each.model_copy(update={**update, "posting_id": last.posting_id, "held": held})
    return found
