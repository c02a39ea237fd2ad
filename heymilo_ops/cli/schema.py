"""``schema``: the JSON Schemas for an editor."""

from __future__ import annotations

import json
from pathlib import Path

import click

from heymilo_ops.cli.options import Session, subcommand
from heymilo_ops.cli.project import find
from heymilo_ops.config import Config
from heymilo_ops.errors import Exit

FOLDER = "schemas"


@subcommand("schema")
@click.option("--check", is_flag=True, help="Write nothing; exit 1 where a schema is stale.")
def command(session: Session, check: bool) -> Exit:
    """Write schemas/, which editors and lint read, or check that they are fresh."""
    root = find(session).root
    stale = [name for name, text in texts().items() if _read(root / FOLDER / name) != text]
    if check:
        for name in stale:
            click.echo(f"{FOLDER}/{name} is stale: run heymilo-ops schema", err=True)
        return Exit.ATTENTION if stale else Exit.DONE
    for name in write(root):
        click.echo(f"{FOLDER}/{name} written")
    return Exit.DONE


def texts() -> dict[str, str]:
    """File name → content of every schema."""
    from heymilo_ops.manifest.authoring import authoring_schema, defaults_schema, question_schema
    from heymilo_ops.manifest.schema import config_schema

    schemas = {
        "config.schema.json": config_schema(Config),
        "defaults.schema.json": defaults_schema(),
        "posting.schema.json": authoring_schema(),
        "question.schema.json": question_schema(),
    }
    return {name: json.dumps(schema, indent=2, ensure_ascii=False) + "\n" for name, schema in schemas.items()}


def write(root: Path) -> list[str]:
    """Write the schemas that are not fresh below ``root``; their names."""
    (root / FOLDER).mkdir(exist_ok=True)
    written = []
    for name, text in texts().items():
        if _read(root / FOLDER / name) != text:
            (root / FOLDER / name).write_text(text, encoding="utf-8")
            written.append(name)
    return written


def _read(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.is_file() else None
