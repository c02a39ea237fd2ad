"""Where the passages of a Word file stand in the repo."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from heymilo_ops.manifest.repo import load_repo


def manifest_paths(root: Path) -> Mapping[str, str]:
    """Return the path of the manifest of each name, as far as manifests can be read."""
    documents = load_repo(root).documents
    return {document.address: document.path for document in documents if document.address is not None}
