"""The JSON Schemas below schemas/, which editors read."""

from __future__ import annotations

from pathlib import Path

from heymilo_ops import files
from heymilo_ops.errors import AttentionError

FOLDER = "schemas"


def schema_texts() -> dict[str, str]:
    """Return the content of every schema by file name."""
    from heymilo_ops.manifest.schema import FOR_EDITORS, schema_text

    return {f"{name}.schema.json": schema_text(name) for name in FOR_EDITORS}


def write_schemas(root: Path) -> list[str]:
    """Write the schemas below ``root`` that are stale, and return their names."""
    written = stale_schemas(root)
    for name in written:
        path = f"{FOLDER}/{name}"
        try:
            files.write(root, path, schema_texts()[name].encode())
        except OSError as error:
            raise AttentionError(f"{path} can't be written: {error.strerror}", "Put a plain file there.") from error
    return written


def stale_schemas(root: Path) -> list[str]:
    """Return the names of the schemas below ``root`` that are missing or differ from ``schema_texts``."""
    return [name for name, text in schema_texts().items() if not _has(root, f"{FOLDER}/{name}", text.encode())]


def _has(root: Path, path: str, data: bytes) -> bool:
    try:
        return files.read(root, path, len(data) + 1) == data
    except OSError:
        return False
