"""``fmt``: manifests in the usual order and quoting."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from pathlib import Path

import click

from heymilo_ops.cli.options import Session, subcommand
from heymilo_ops.config import FILE_NAME
from heymilo_ops.errors import AttentionError, Exit, UsageError
from heymilo_ops.manifest.fmt import KeyOrder
from heymilo_ops.manifest.key_order import ORDER, SHARED_ORDER
from heymilo_ops.manifest.listing import Listed, listed
from heymilo_ops.manifest.sharing.library import SHARED, TEXTS, Library
from heymilo_ops.manifest.yaml_file import Source, read_prose
from heymilo_ops.text.sanitize import clean, one_line
from heymilo_ops.usecases.project import Project


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
    changed: dict[str, str] = {}
    files = list(
        _files(project.root, [_reachable(session.directory.resolve() / path, path) for path in paths], invisible)
    )
    for item, order in files:
        source = item.read() if order is not None else read_prose(project.root, item.path)
        if order is not None and source.data is None:
            session.note(f"{one_line(source.path)}: left alone, it can't be read (see lint)")
            continue
        text = _formatted(source, order, invisible)
        if text != source.text:
            changed[source.path] = text
            if show_diff:
                click.echo(clean(_diff(source, text)), nl=False)
            elif check:
                click.echo(one_line(source.path))
    if invisible and changed:
        _name_postings(session, project, changed, would=check or show_diff)
    if changed and (check or show_diff):
        return Exit.ATTENTION
    for item, _ in files:
        if item.shown in changed:
            _write(item, changed[item.shown])
            click.echo(f"{one_line(item.shown)}: formatted")
    return Exit.DONE


def _reachable(full: Path, given: Path) -> Path:
    try:
        full.stat()
    except (FileNotFoundError, NotADirectoryError):
        help = "Give paths as seen from here, or none for all."
        raise UsageError(f"There is no file or folder {given}", help) from None
    except OSError as error:
        raise AttentionError(f"{given} can't be read: {error.strerror}", "Nothing was formatted.") from error
    return full


def _formatted(source: Source, order: KeyOrder | None, invisible: bool) -> str:
    """The text as it should be; a prose file, which has no ``order``, only without what can't be seen."""
    from heymilo_ops.manifest.fmt import format_text
    from heymilo_ops.text.invisible import without_left_behind

    if order is None:
        return without_left_behind(source.text)
    return format_text(source.text, source.path, order, without_left_behind if invisible else str)


def _name_postings(session: Session, project: Project, changed: dict[str, str], *, would: bool) -> None:
    """Say for which postings the digest changes, so that the next plan is no surprise."""
    from heymilo_ops.manifest.invisible_removal import changed_postings

    names = changed_postings(project.root, changed, project.variables(project.pick()))
    if names:
        said = "would change" if would else "changes"
        session.note(f"The digest {said} of: {', '.join(names)}. The next plan shows what that comes to.")


def _files(root: Path, paths: list[Path], prose: bool) -> Iterator[tuple[Listed, KeyOrder | None]]:
    """The manifests and shared files below the paths, each with its order of keys; ``prose``: its files too."""
    library = Library(root)
    orders: dict[str, KeyOrder | None] = {path: o for kind, o in SHARED_ORDER.items() for path in library.paths(kind)}
    if prose:
        orders.update(dict.fromkeys(library.paths(TEXTS)))
    own = [path for path in paths if _shown(path, root) not in orders]
    for item in listed(root, own) if own or not paths else ():
        if item.shown != FILE_NAME and not item.shown.startswith(SHARED):
            yield item, ORDER
    folders = [path.resolve() for path in paths] or [root / "postings"]
    for shown, order in sorted(orders.items(), key=lambda entry: entry[0]):
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
        raise AttentionError(f"{item.shown} can't be written: {error.strerror}", "Fix its permissions.") from error
