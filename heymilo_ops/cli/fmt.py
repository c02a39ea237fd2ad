"""``fmt``: manifests in the usual order and quoting."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from pathlib import Path

import click

from heymilo_ops.cli.options import Session, subcommand
from heymilo_ops.cli.project import find
from heymilo_ops.errors import AttentionError, Exit
from heymilo_ops.manifest.fmt import KeyOrder
from heymilo_ops.manifest.library import SHARED, Library
from heymilo_ops.manifest.listing import Listed, listed
from heymilo_ops.manifest.order import ORDER, SHARED_ORDER
from heymilo_ops.manifest.source import Source
from heymilo_ops.report.clean import one_line


@subcommand("fmt")
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--check", is_flag=True, help="Write nothing; exit 1 where a file would change.")
@click.option("--diff", "show_diff", is_flag=True, help="Write nothing; show what would change.")
def command(session: Session, paths: tuple[Path, ...], check: bool, show_diff: bool) -> Exit:
    """Put manifests into the usual key order and quoting. Comments stay, and no digest changes."""
    from heymilo_ops.manifest.fmt import format_text

    root = find(session).root
    changed = 0
    for item, order in _files(root, [session.directory.resolve() / path for path in paths]):
        source = item.read()
        if source.data is None:
            session.note(f"{one_line(source.path)}: left alone, it can't be read (see lint)")
            continue
        text = format_text(source.text, source.path, order)
        if text == source.text:
            continue
        changed += 1
        if show_diff:
            click.echo(_diff(source, text), nl=False)
        elif check:
            click.echo(one_line(source.path))
        else:
            _write(item, text)
            click.echo(f"{one_line(source.path)}: formatted")
    return Exit.ATTENTION if changed and (check or show_diff) else Exit.DONE


def _files(root: Path, paths: list[Path]) -> Iterator[tuple[Listed, KeyOrder]]:
    """The manifests and shared files below the paths, each with its order of keys; prose is left alone."""
    library = Library(root)
    orders = {path: order for kind, order in SHARED_ORDER.items() for path in library.paths(kind)}
    own = [path for path in paths if _shown(path, root) not in orders]
    for item in listed(root, own) if own or not paths else ():
        if not item.shown.startswith(SHARED):
            yield item, ORDER
    folders = [path.resolve() for path in paths] or [root / "postings"]
    for shown, order in sorted(orders.items()):
        if any((root / shown).is_relative_to(folder) for folder in folders):
            yield Listed(shown, root, Path(shown)), order


def _shown(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()


def _diff(source: Source, text: str) -> str:
    before, after = source.text.splitlines(keepends=True), text.splitlines(keepends=True)
    return "".join(difflib.unified_diff(before, after, source.path, f"{source.path} (formatted)"))


def _write(item: Listed, text: str) -> None:
    try:
        item.write(text)
    except OSError as error:
        raise AttentionError(f"{item.shown} can't be written: {error.strerror}", "Mend its permissions.") from error
