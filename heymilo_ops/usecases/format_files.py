"""Put manifests and shared files into the usual order and quoting."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from heymilo_ops.config import FILE_NAME
from heymilo_ops.errors import AttentionError
from heymilo_ops.manifest.fmt import ORDER, SHARED_ORDER, KeyOrder
from heymilo_ops.manifest.listing import ListedFile, list_manifests
from heymilo_ops.manifest.sharing.library import SHARED, TEXTS, Library
from heymilo_ops.manifest.yaml_file import Source, read_prose
from heymilo_ops.usecases.input_path import existing_path
from heymilo_ops.usecases.project import Project


@dataclass(frozen=True)
class FormattedFile:
    """A file as it is and as it should be; ``after`` is ``None`` where it can't be read."""

    item: ListedFile
    before: str
    after: str | None

    @property
    def path(self) -> str:
        """Its path relative to the repo."""
        return self.item.label

    @property
    def changes(self) -> bool:
        """Whether it isn't formatted yet."""
        return self.after not in (None, self.before)

    def write(self) -> None:
        """Write it formatted. Raises ``AttentionError``."""
        try:
            self.item.write(self.after or "")
        except OSError as error:
            raise AttentionError(f"{self.path} can't be written: {error.strerror}", "Fix its permissions.") from error


def format_files(project: Project, folder: Path, paths: Sequence[Path], invisible: bool) -> Iterator[FormattedFile]:
    """Format the manifests and shared files at ``paths`` (seen from ``folder``), or all; nothing is written.

    ``invisible``: take out what can't be seen as well, also in prose files. Raises ``UsageError``, ``AttentionError``.
    """
    full = []
    for path in paths:
        try:
            full.append(existing_path(folder, path))
        except OSError as error:
            raise AttentionError(f"{path} can't be read: {error.strerror}", "Nothing was formatted.") from error
    for item, order in list(_files(project.root, full, invisible)):
        source = item.read() if order is not None else read_prose(project.root, item.path)
        if order is not None and source.data is None:
            yield FormattedFile(item, source.text, None)
        else:
            yield FormattedFile(item, source.text, _formatted(source, order, invisible))


def changed_digests(project: Project, files: Iterable[FormattedFile]) -> list[str]:
    """Return the names of the postings whose digest changes with these files."""
    from heymilo_ops.manifest.invisible_removal import changed_postings

    texts = {file.path: file.after for file in files if file.after is not None}
    return changed_postings(project.root, texts, project.variables(project.chosen_workspace()))


def _formatted(source: Source, order: KeyOrder | None, invisible: bool) -> str:
    """Return the text as it should be; a prose file, which has no ``order``, only without what can't be seen."""
    if order is None:
        from heymilo_ops.text.invisible import without_left_behind

        return without_left_behind(source.text)
    if invisible:
        from heymilo_ops.manifest.invisible_removal import remove_invisible

        return remove_invisible(source.text, source.path, order)
    from heymilo_ops.manifest.fmt import format_text

    return format_text(source.text, source.path, order)


def _files(root: Path, paths: list[Path], prose: bool) -> Iterator[tuple[ListedFile, KeyOrder | None]]:
    """Yield the manifests and shared files below the paths, each with its order of keys; ``prose``: its files too."""
    library = Library(root)
    orders: dict[str, KeyOrder | None] = {path: o for kind, o in SHARED_ORDER.items() for path in library.paths(kind)}
    if prose:
        orders.update(dict.fromkeys(library.paths(TEXTS)))
    own = [path for path in paths if _relative(path, root) not in orders]
    for item in list_manifests(root, own) if own or not paths else ():
        if item.label != FILE_NAME and not item.label.startswith(SHARED):
            yield item, ORDER
    folders = [path.resolve() for path in paths] or [root / "postings"]
    for path, order in sorted(orders.items(), key=lambda entry: entry[0]):
        if any((root / path).is_relative_to(folder) for folder in folders):
            yield ListedFile(path, root, Path(path)), order


def _relative(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()
