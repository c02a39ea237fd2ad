"""``list``: the postings at a glance."""

from __future__ import annotations

import click

from heymilo_ops.cli.looking import unmanaged_at
from heymilo_ops.cli.options import Session, format_option, subcommand
from heymilo_ops.errors import Exit
from heymilo_ops.manifest.repo import Repo
from heymilo_ops.model.state import PostingState
from heymilo_ops.report.history_text import ListRow, listing
from heymilo_ops.statefile.store import Store
from heymilo_ops.usecases.check import read_repo
from heymilo_ops.usecases.guards import guard_state
from heymilo_ops.usecases.workspace import Workspace


@subcommand("list")
@click.option("--unmanaged", is_flag=True, help="Ask HeyMilo, and list its open postings that nobody manages.")
@format_option("text", "json")
def command(session: Session, unmanaged: bool, output_format: str) -> Exit:
    """List the postings: name, status, revision, deadline, candidate link. Asks the state, not HeyMilo."""
    workspace = session.find_workspace()
    store = workspace.store()
    state = store.read()
    guard_state(state, workspace)
    if unmanaged:
        return _unmanaged(session, workspace, output_format)
    known = state.postings if state is not None else {}
    repo = read_repo(workspace.root, workspace.variables)
    written = output_format == "text"
    rows = [_row(name, known.get(name), repo, store, written=written) for name in sorted({*known, *repo.by_address})]
    if output_format == "json":
        from dataclasses import asdict

        from heymilo_ops.text.sanitize import json_text

        click.echo(json_text({"format_version": "1.0", "postings": [asdict(row) for row in rows]}), nl=False)
    else:
        click.echo(listing(rows, session.out), nl=False)
    return Exit.DONE


def _unmanaged(session: Session, workspace: Workspace, output_format: str) -> Exit:
    """What HeyMilo lists, and no project's marks and no state of this repo claim."""
    from heymilo_ops.report import unmanaged_text

    with workspace.api() as api:
        found = unmanaged_at(workspace, api)[1]
    if output_format == "json":
        from heymilo_ops.text.sanitize import json_text

        data = {"format_version": "1.0", "unmanaged": unmanaged_text.as_data(found)}
        click.echo(json_text(data), nl=False)
    else:
        click.echo(unmanaged_text.listing(found, session.out), nl=False)
    return Exit.DONE


def _row(name: str, known: PostingState | None, repo: Repo, store: Store, *, written: bool) -> ListRow:
    """One posting. ``written``: a deadline that isn't applied yet as its file has it, not in UTC."""
    document = repo.by_address.get(name)
    desired = document.desired if document is not None else None
    if known is None:
        form = (desired.request if written else desired.form) if desired is not None else {}
        deadline = form.get("deadline")
        return ListRow(name, "not applied" if desired is not None else "has errors", None, deadline)
    snapshot = store.snapshot(known.digest)
    deadline = snapshot.request.get("deadline") if snapshot is not None else None
    live = known.status == "active"
    return ListRow(name, _status(known), known.revision, deadline, known.candidate_url if live else None)


def _status(known: PostingState) -> str:
    return "active, a design is held" if known.held is not None and known.status == "active" else known.status
