"""``schema``: the JSON Schemas for an editor."""

from __future__ import annotations

import click

from heymilo_ops.cli.options import Session, subcommand
from heymilo_ops.errors import Exit
from heymilo_ops.usecases.new_repo import SCHEMAS, stale_schemas, write_schemas


@subcommand("schema")
@click.option("--check", is_flag=True, help="Write nothing; exit 1 where a schema is stale.")
def command(session: Session, check: bool) -> Exit:
    """Write schemas/, which editors and lint read, or check that they are fresh."""
    root = session.find_project().root
    if not check:
        for name in write_schemas(root):
            click.echo(f"{SCHEMAS}/{name} written")
        return Exit.DONE
    names = stale_schemas(root)
    for name in names:
        click.echo(f"{SCHEMAS}/{name} is stale: run heymilo-ops schema", err=True)
    return Exit.ATTENTION if names else Exit.DONE
