"""A path of the command line."""

from __future__ import annotations

from pathlib import Path

from heymilo_ops.errors import UsageError


def existing_path(folder: Path, path: Path) -> Path:
    """Return a path seen from ``folder`` in full. Raises ``UsageError`` where it isn't there.

    Raises ``OSError`` where that can't be known: a folder above can't be entered, or links lead in a circle.
    """
    full = folder / path
    try:
        full.stat()
    except (FileNotFoundError, NotADirectoryError):
        help = "Give paths as seen from here, or none for all."
        raise UsageError(f"There is no file or folder {path}", help) from None
    return full
