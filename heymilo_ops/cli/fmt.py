"""``fmt``: manifests in the usual order and quoting."""

from __future__ import annotations

import difflib
from pathlib import Path

import click

from heymilo_ops.cli.options import Session, subcommand
from heymilo_ops.cli.output import print_text
from heymilo_ops.errors import Exit
from heymilo_ops.text.sanitize import one_line, sanitize
from heymilo_ops.usecases.format_files import FormattedFile, changed_digests, format_files


@subcommand("fmt")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--check", is_flag=True, help="Write nothing; exit 1 where a file would change.")
@click.option("--diff", "show_diff", is_flag=True, help="Write nothing; show what would change.")
@click.option(
    "--invisible",
    is_flag=True,
    help="Take out soft hyphens, zero-width spaces and the like that a word processor left behind; digests change.",
)
def command(session: Session, paths: tuple[Path, ...], check: bool, show_diff: bool, invisible: bool) -> Exit:
    """Put manifests into the usual key order and quoting. Comments stay, and no digest changes."""
    project = session.find_project()
    changed = []
    for file in format_files(project, session.directory.resolve(), paths, invisible):
        if file.after is None:
            session.note(f"{one_line(file.path)}: left alone, it can't be read (see lint)")
        elif file.changes:
            changed.append(file)
            if show_diff:
                print_text(sanitize(_diff(file)))
            elif check:
                click.echo(one_line(file.path))
    if invisible and changed and (names := changed_digests(project, changed)):
        verb = "would change" if check or show_diff else "changes"
        session.note(f"The digest {verb} of: {', '.join(names)}. The next plan shows what that comes to.")
    if changed and (check or show_diff):
        return Exit.ATTENTION
    for file in changed:
        file.write()
        click.echo(f"{one_line(file.path)}: formatted")
    return Exit.DONE


def _diff(file: FormattedFile) -> str:
    before, after = file.before.splitlines(keepends=True), (file.after or "").splitlines(keepends=True)
    return "".join(difflib.unified_diff(before, after, file.path, f"{file.path} (formatted)"))
