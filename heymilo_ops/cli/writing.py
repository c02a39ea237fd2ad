"""Writing files of the repo: all of them or none."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from pathlib import Path

from heymilo_ops.errors import AttentionError

_NEW = ".heymilo-ops-new"


def write_all(root: Path, texts: Mapping[str, str]) -> None:
    """Write texts to paths relative to ``root``. Line ends and byte order marks of files that are there stay.

    Raises ``AttentionError`` where one can't be written; every file is then as it was.
    """
    writing = _Writing()
    try:
        for path, text in texts.items():
            writing.prepare((root / path).resolve(), text)
        writing.finish()
    except OSError as error:
        writing.undo()
        reason = error.strerror or type(error).__name__
        raise AttentionError(f"{error.filename or root} can't be written: {reason}", "Nothing was changed.") from error


class _Writing:
    """Files on their way: each is written beside its place first, then all are moved there."""

    def __init__(self) -> None:
        self.folders: list[Path] = []
        self.new: dict[Path, Path] = {}
        self.before: dict[Path, bytes | None] = {}
        self.done: list[Path] = []

    def prepare(self, path: Path, text: str) -> None:
        for folder in [each for each in (path.parent, *path.parent.parents) if not each.exists()][::-1]:
            folder.mkdir()
            self.folders.append(folder)
        old = self.before[path] = path.read_bytes() if path.exists() else None
        beside = path.with_name(path.name + _NEW)
        beside.write_bytes(_like(old, text))
        self.new[path] = beside
        if old is not None:
            beside.chmod(path.stat().st_mode & 0o7777)

    def finish(self) -> None:
        for path, beside in self.new.items():
            beside.replace(path)
            self.done.append(path)

    def undo(self) -> None:
        """Put everything back as far as the disk lets us."""
        with contextlib.suppress(OSError):
            for path in self.done:
                old = self.before[path]
                path.unlink() if old is None else path.write_bytes(old)
            for beside in self.new.values():
                beside.unlink(missing_ok=True)
            for folder in reversed(self.folders):
                folder.rmdir()


def _like(old: bytes | None, text: str) -> bytes:
    """The text in bytes, with the line ends and the mark of what was there."""
    if old is None:
        return text.encode()
    mark = b"\xef\xbb\xbf" if old.startswith(b"\xef\xbb\xbf") else b""
    return mark + (text.replace("\n", "\r\n") if b"\r\n" in old else text).encode()
