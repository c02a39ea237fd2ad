"""Writing files of the repo: all of them or none."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from heymilo_ops.errors import AttentionError

_NEW = ".heymilo-ops-new"


def write_all(root: Path, texts: Mapping[str, str]) -> None:
    """Write texts to paths relative to ``root``. Line ends and byte order marks of files that are there stay.

    Raises ``AttentionError`` where one can't be written; every file is then as it was.
    """
    before = {root / path: _bytes(root / path) for path in texts}
    made: list[Path] = []
    done: list[Path] = []
    try:
        for path, old in before.items():
            made += _folders(path.parent)
            path.with_name(path.name + _NEW).write_bytes(_like(old, texts[path.relative_to(root).as_posix()]))
        for path, old in before.items():
            if old is not None:
                path.with_name(path.name + _NEW).chmod(path.stat().st_mode & 0o7777)
            path.with_name(path.name + _NEW).replace(path)
            done.append(path)
    except OSError as error:
        _undo({path: before[path] for path in done})
        for path in before:
            path.with_name(path.name + _NEW).unlink(missing_ok=True)
        for folder in reversed(made):
            folder.rmdir()
        reason = error.strerror or type(error).__name__
        raise AttentionError(f"{error.filename or root} can't be written: {reason}", "Nothing was changed.") from error


def _bytes(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def _like(old: bytes | None, text: str) -> bytes:
    """The text in bytes, with the line ends and the mark of what was there."""
    if old is None:
        return text.encode()
    mark = b"\xef\xbb\xbf" if old.startswith(b"\xef\xbb\xbf") else b""
    return mark + (text.replace("\n", "\r\n") if b"\r\n" in old else text).encode()


def _folders(folder: Path) -> list[Path]:
    """Make a folder; which ones had to be made, the outermost first."""
    missing = [each for each in (folder, *folder.parents) if not each.exists()][::-1]
    for each in missing:
        each.mkdir()
    return missing


def _undo(before: Mapping[Path, bytes | None]) -> None:
    for path, old in before.items():
        if old is None:
            path.unlink()
        else:
            path.write_bytes(old)
