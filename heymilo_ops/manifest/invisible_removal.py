"""What ``fmt --invisible`` takes out of a repo's files, and which postings it changes."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from heymilo_ops.manifest.fmt import KeyOrder, format_text
from heymilo_ops.manifest.repo import load_repo, read_document
from heymilo_ops.manifest.sharing.library import Library
from heymilo_ops.manifest.variables import Variables
from heymilo_ops.manifest.yaml_edit import edit_text
from heymilo_ops.manifest.yaml_file import read_text
from heymilo_ops.text.invisible import without_left_behind


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


def changed_postings(root: Path, texts: Mapping[str, str], variables: Variables) -> list[str]:
    """Return the names of the postings whose digest changes once files, by path, have these texts."""
    library = Library(root, overlay=texts)
    names = []
    for document in load_repo(root, variables=variables).documents:
        text = texts.get(document.path)
        source = read_text(text, document.path) if text is not None else document.source
        before, after = document.desired, read_document(source, library, variables).desired
        if before is not None and (after is None or before.digest != after.digest):
            names.append(before.address)
    return sorted(names)
