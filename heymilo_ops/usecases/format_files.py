"""Put manifests and shared files into the usual order and quoting."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from heymilo_ops.config import FILE_NAME
from heymilo_ops.manifest.fmt import ORDER, SHARED_ORDER, KeyOrder, format_text
from heymilo_ops.manifest.listing import ListedFile, list_manifests
from heymilo_ops.manifest.repo import load_repo, read_document
from heymilo_ops.manifest.sharing.library import SHARED, TEXTS, Library
from heymilo_ops.manifest.yaml_edit import edit_text
from heymilo_ops.manifest.yaml_file import Source, read_prose, read_text
from heymilo_ops.text.invisible import without_left_behind
from heymilo_ops.usecases.atomic_write import file_errors
from heymilo_ops.usecases.project import Project, existing_path


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
        with file_errors(f"{self.path} can't be written", "Fix its permissions."):
            self.item.write(self.after or "")


def format_files(project: Project, folder: Path, paths: Sequence[Path], invisible: bool) -> Iterator[FormattedFile]:
    """Format the manifests and shared files at ``paths`` (seen from ``folder``), or all; nothing is written.

    ``invisible``: take out what can't be seen as well, also in prose files. Raises ``UsageError``, ``AttentionError``.
    """
    full = []
    for path in paths:
        with file_errors(f"{path} can't be read", "Nothing was formatted."):
            full.append(existing_path(folder, path))
    for item, order in list(_files(project.root, full, invisible)):
        source = item.read() if order is not None else read_prose(project.root, item.path)
        if order is not None and source.data is None:
            yield FormattedFile(item, source.text, None)
        else:
            yield FormattedFile(item, source.text, _formatted(source, order, invisible))


def changed_digests(project: Project, files: Iterable[FormattedFile]) -> list[str]:
    """Return the names of the postings whose digest changes with these files."""
    texts = {file.path: file.after for file in files if file.after is not None}
    variables = project.variables(project.chosen_workspace())
    library = Library(project.root, overlay=texts)
    names = []
    for document in load_repo(project.root, variables=variables).documents:
        text = texts.get(document.path)
        source = read_text(text, document.path) if text is not None else document.source
        before, after = document.desired, read_document(source, library, variables).desired
        if before is not None and (after is None or before.digest != after.digest):
            names.append(before.address)
    return sorted(names)


def _formatted(source: Source, order: KeyOrder | None, invisible: bool) -> str:
    """Return the text as it should be; a prose file, which has no ``order``, only without what can't be seen."""
    if order is None:
        return without_left_behind(source.text)
    write = remove_invisible if invisible else format_text
    return write(source.text, source.path, order)


def remove_invisible(text: str, path: str, order: KeyOrder) -> str:
    """Return the canonical form of a manifest without what can't be seen in its texts and names.

    Where that can't be had by an edit in place, the canonical form alone is returned.
    """
    formatted = format_text(text, path, order)
    data = _cleaned(read_text(formatted, path).data)
    edited = edit_text(formatted, data, strict=True) if data else None
    return format_text(edited, path, order) if edited is not None else formatted


def _cleaned(value: Any) -> Any:
    """Return the value without what can't be seen; names that would become one are left."""
    if isinstance(value, dict):
        names = {name: without_left_behind(name) for name in value}
        is_clear = len(set(names.values())) == len(names)
        return {names[name] if is_clear else name: _cleaned(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [_cleaned(inner) for inner in value]
    return without_left_behind(value) if isinstance(value, str) else value


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
