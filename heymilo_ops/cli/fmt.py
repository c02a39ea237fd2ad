"""``fmt``: manifests in the usual order and quoting."""

from __future__ import annotations

import difflib
from pathlib import Path

import click

from heymilo_ops.cli.checking import read
from heymilo_ops.cli.options import Session, subcommand
from heymilo_ops.cli.project import find
from heymilo_ops.errors import AttentionError, Exit
from heymilo_ops.manifest.document import Document
from heymilo_ops.manifest.order import ORDER


@subcommand("fmt")
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--check", is_flag=True, help="Write nothing; exit 1 where a file would change.")
@click.option("--diff", "show_diff", is_flag=True, help="Write nothing; show what would change.")
def command(session: Session, paths: tuple[Path, ...], check: bool, show_diff: bool) -> Exit:
    """Put manifests into the usual key order and quoting. Comments stay, and no digest changes."""
    from heymilo_ops.manifest.fmt import format_text

    project = find(session)
    changed = 0
    asked = [session.directory.resolve() / path for path in paths]
    for document in read(project.root, project.variables(None), asked).documents:
        if document.source.data is None:
            session.note(f"{document.path}: left alone, it can't be read (see lint)")
            continue
        text = format_text(document.source.text, document.path, ORDER)
        if text == document.source.text:
            continue
        changed += 1
        if show_diff:
            click.echo(_diff(document, text), nl=False)
        elif check:
            click.echo(document.path)
        else:
            _write(project.root / document.path, text)
            click.echo(f"{document.path}: formatted")
    return Exit.ATTENTION if changed and (check or show_diff) else Exit.DONE


def _diff(document: Document, text: str) -> str:
    before, after = document.source.text.splitlines(keepends=True), text.splitlines(keepends=True)
    return "".join(difflib.unified_diff(before, after, document.path, f"{document.path} (formatted)"))


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise AttentionError(f"{path.name} can't be written: {error.strerror}", "Mend its permissions.") from error
