"""``diff``: two revisions of a posting, or its file with what was applied."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import click

from heymilo_ops.cli.between import compare
from heymilo_ops.cli.completion import posting_names
from heymilo_ops.cli.known import opened, posting, revision, snapshot
from heymilo_ops.cli.options import Session, format_option, subcommand
from heymilo_ops.errors import AttentionError, Exit
from heymilo_ops.manifest.repo import Repo
from heymilo_ops.model.canonical import canonical
from heymilo_ops.plan.diff import diff
from heymilo_ops.plan.planfile import field_json
from heymilo_ops.usecases.check import read_repo


@dataclass(frozen=True)
class Side:
    """One side of a comparison: what it is called, its canonical form, its question keys, its deadline as written."""

    title: str
    form: Mapping[str, Any]
    keys: Mapping[str, str]
    deadline: str | None


@subcommand("diff")
@click.argument("name", shell_complete=posting_names)
@click.argument("revisions", nargs=-1, type=click.IntRange(min=1), metavar="[REV [REV]]")
@click.option(
    "--between",
    nargs=2,
    metavar="WORKSPACE WORKSPACE",
    help="Compare what two workspaces run; what variables stand for doesn't count.",
)
@format_option("text", "json")
def command(
    session: Session, name: str, revisions: tuple[int, ...], between: tuple[str, str] | None, output_format: str
) -> Exit:
    """Compare: without REV what was applied with the file, with one REV that revision with the file, with two those."""
    if len(revisions) > 2:
        raise click.UsageError("Give two revisions at most.")
    if between is not None:
        if revisions:
            raise click.UsageError("--between compares what runs now; leave the revisions out.")
        return compare(session, name, between, output_format)
    workspace, store, state = opened(session)
    found = posting(state, name, workspace)
    numbers = list(revisions) or [found.revision]
    sides = []
    for number in numbers:
        sent = snapshot(store, revision(found, number))
        sides.append(Side(f"revision {number}", canonical(sent.request), sent.keys, sent.request.get("deadline")))
    if len(sides) == 1:
        sides.append(_file(read_repo(workspace.root, workspace.variables), name))
    before, after = sides
    fields = diff(before.form, after.form, before.keys, after.keys)
    if output_format == "json":
        from heymilo_ops.text.sanitize import json_text

        click.echo(json_text({"format_version": "1.0", "fields": [field_json(each) for each in fields]}), nl=False)
    else:
        from heymilo_ops.report.posting_text import diff as text
        from heymilo_ops.review.author_clock import on_clocks

        said = on_clocks(fields, before.deadline, after.deadline)
        shown = text(before.title, after.title, said, after.form, session.out)
        click.echo(shown, nl=False)
    return Exit.DONE


def _file(repo: Repo, name: str) -> Side:
    document = repo.by_address.get(name)
    if document is None or document.desired is None:
        why = "there is no manifest of that name" if document is None else f"{document.path} has errors"
        raise AttentionError(f"Nothing to compare '{name}' with: {why}", "Name two revisions: diff NAME REV REV.")
    desired = document.desired
    return Side(document.path, desired.form, desired.keys, desired.request.get("deadline"))
