"""Write files of the repo: all of them or none."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path, PurePath

from heymilo_ops import files
from heymilo_ops.errors import AttentionError


def write_all(root: Path, texts: Mapping[str, str]) -> None:
    """Write texts to paths relative to ``root``. Line ends and byte order marks of files that are there stay.

    Raises ``AttentionError`` where one can't be written; every file is then as it was.
    """
    file_set = _FileSet(root)
    path = ""
    try:
        for path, text in texts.items():
            file_set.prepare(path, text)
        file_set.finish()
    except OSError as error:
        file_set.undo()
        reason = error.strerror or type(error).__name__
        raise AttentionError(f"{path} can't be written: {reason}", "Nothing was changed.") from error


class _FileSet:
    """Several files to write: each is staged beside its target first, then all are moved there."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.staged: list[files.Staged] = []
        self.before: dict[PurePath, bytes | None] = {}
        self.done: list[files.Staged] = []

    def prepare(self, path: str, text: str) -> None:
        old = files.read(self.root, path) if files.kind(self.root, path) is not None else None
        staged = files.stage(self.root, path, in_form_of(old, text))
        self.before[staged.path] = old
        self.staged.append(staged)

    def finish(self) -> None:
        for staged in self.staged:
            staged.commit()
            self.done.append(staged)

    def undo(self) -> None:
        """Restore everything as far as the disk lets us."""
        for staged in self.done:
            old = self.before[staged.path]
            with suppress(OSError):
                files.remove(self.root, staged.path) if old is None else files.write(self.root, staged.path, old)
        for staged in reversed(self.staged):
            staged.discard()


def in_form_of(old: bytes | None, text: str) -> bytes:
    """Encode a text with the line ends and the byte order mark of what was there."""
    if old is None:
        return text.encode()
    mark = b"\xef\xbb\xbf" if old.startswith(b"\xef\xbb\xbf") else b""
    return mark + (text.replace("\n", "\r\n") if b"\r\n" in old else text).encode()
