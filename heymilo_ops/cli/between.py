"""``diff --between`` and ``history --workspaces``: what workspaces run, held against each other."""

from __future__ import annotations

import difflib

import click

from heymilo_ops.cli.options import Session
from heymilo_ops.cli.running import place, run_by, running
from heymilo_ops.errors import Exit, UsageError
from heymilo_ops.model.deployment import relation
from heymilo_ops.plan.diff import diff
from heymilo_ops.plan.planfile import field_json
from heymilo_ops.text.sanitize import json_text


def compare(session: Session, name: str, workspaces: tuple[str, str], output_format: str) -> Exit:
    """The difference of what two workspaces run. A variable is one and the same, whatever its values are."""
    project = session.find_project()
    before, after = (run_by(place(each), name) for each in [project.checked(each) for each in workspaces])
    fields = diff(before.form or {}, after.form or {}, before.keys, after.keys)
    if output_format == "json":
        data = {"relation": relation(before, after), "fields": [field_json(each) for each in fields]}
        click.echo(json_text({"format_version": "1.0", **data}), nl=False)
        return Exit.DONE
    from heymilo_ops.report.posting_text import diff as text
    from heymilo_ops.report.workspaces_text import comparison

    click.echo(f"{name}: {comparison((before, after))}")
    if fields:
        click.echo("\n" + text(before.title, after.title, fields, after.form, session.out), nl=False)
    return Exit.DONE


def side_by_side(session: Session, name: str | None, output_format: str) -> Exit:
    """Every workspace's revision of a posting, or of all, and whether they are the same design."""
    project = session.find_project()
    places = [place(project.named(each)) for each in project.config.workspaces]
    names = sorted({each for where in places if where.state is not None for each in where.state.postings})
    if name is not None and name not in names:
        near = difflib.get_close_matches(name, names, n=3)
        hint = f"Near: {', '.join(near)}." if near else "See: heymilo-ops history --workspaces"
        raise UsageError(f"No workspace's state knows a posting '{name}'", hint)
    from heymilo_ops.report.workspaces_text import as_data, side_by_side

    chosen = [name] if name is not None else names
    shown = {each: {where.name: running(where, each) or where.entry(each) for where in places} for each in chosen}
    without = [where.name for where in places if where.state is None]
    if output_format == "json":
        click.echo(json_text(as_data(shown, without)), nl=False)
    else:
        click.echo(side_by_side(shown, without, session.out), nl=False)
    return Exit.DONE
