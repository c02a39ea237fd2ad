"""``schema``: the JSON Schemas for an editor."""

from __future__ import annotations

import json
from pathlib import Path

import click

from heymilo_ops import files
from heymilo_ops.cli.options import Session, subcommand
from heymilo_ops.config import Config
from heymilo_ops.errors import AttentionError, Exit

FOLDER = "schemas"


@subcommand("schema")
@click.option("--check", is_flag=True, help="Write nothing; exit 1 where a schema is stale.")
def command(session: Session, check: bool) -> Exit:
    """Write schemas/, which editors and lint read, or check that they are fresh."""
    root = session.find_project().root
    if check:
        found = stale(root)
        for name in found:
            click.echo(f"{FOLDER}/{name} is stale: run heymilo-ops schema", err=True)
        return Exit.ATTENTION if found else Exit.DONE
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
    written = stale(root)
    for name in written:
        path = f"{FOLDER}/{name}"
        try:
            files.write(root, path, texts()[name].encode())
        except OSError as error:
            raise AttentionError(f"{path} can't be written: {error.strerror}", "Put a plain file there.") from error
    return written


def stale(root: Path) -> list[str]:
    """Names of the schemas below ``root`` that are missing, or differ from what they should be."""
    return [name for name, text in texts().items() if not _has(root, f"{FOLDER}/{name}", text.encode())]


def _has(root: Path, path: str, data: bytes) -> bool:
    try:
        return files.read(root, path, len(data) + 1) == data
    except OSError:
        return False
