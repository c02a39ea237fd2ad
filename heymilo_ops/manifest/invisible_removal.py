"""What ``fmt --invisible`` takes out of a repo's files, and which postings it changes."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from heymilo_ops.manifest.repo import load_repo, read_document
from heymilo_ops.manifest.sharing.library import TEXTS, Library, Prose, SharedFile, SharedKind, unwrap_markdown
from heymilo_ops.manifest.variables import Variables
from heymilo_ops.manifest.yaml_file import read_text


def changed_postings(root: Path, texts: Mapping[str, str], variables: Variables) -> list[str]:
    """Names of the postings whose digest is another once files, by path, have these texts. Nothing is written."""
    library = _Written(root, texts)
    names = []
    for document in load_repo(root, variables=variables).documents:
        text = texts.get(document.path)
        source = read_text(text, document.path) if text is not None else document.source
        before, after = document.desired, read_document(source, library, variables).desired
        if before is not None and (after is None or before.digest != after.digest):
            names.append(before.address)
    return sorted(names)


class _Written(Library):
    """A library whose files have the new texts already."""

    def __init__(self, root: Path, texts: Mapping[str, str]) -> None:
        super().__init__(root)
        self._texts = texts

    def read(self, kind: SharedKind, path: str) -> SharedFile:
        """A file of ``paths``: the new text of it, else what is on disk."""
        text = self._texts.get(path)
        if text is None:
            return super().read(kind, path)
        source = read_text(text, path)
        return (
            SharedFile(Prose(path, text, None), unwrap_markdown(text))
            if kind is TEXTS
            else SharedFile(source, source.data)
        )
