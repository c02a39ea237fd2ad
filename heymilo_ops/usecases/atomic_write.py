"""Read and write files of the repo; of several all are written, or none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from heymilo_ops import files
from heymilo_ops.errors import AttentionError


def write_all(root: Path, texts: Mapping[str, str]) -> None:
    """Write texts to paths relative to ``root``. Line ends and byte order marks of files that are there stay.

    Raises ``AttentionError`` where one can't be written; every file is then as it was.
    """
    staged: list[tuple[files.Staged, bytes | None]] = []
    written = 0
    path = ""
    try:
        for path, text in texts.items():
            old = existing_bytes(root, path)
            staged.append((files.stage(root, path, in_form_of(old, text)), old))
        for file, _ in staged:
            file.commit()
            written += 1
    except OSError as error:
        for file, old in staged[:written]:
            with suppress(OSError):  # as far as the disk lets us
                files.remove(root, file.path) if old is None else files.write(root, file.path, old)
        for file, _ in reversed(staged):
            file.discard()
        reason = error.strerror or type(error).__name__
        raise AttentionError(f"{path} can't be written: {reason}", "Nothing was changed.") from error


@contextmanager
def file_errors(problem: str, help: str = "") -> Iterator[None]:
    """Raise ``AttentionError`` where the system refuses something: ``problem``, its reason, and what to do."""
    try:
        yield
    except OSError as error:
        raise AttentionError(f"{problem}: {error.strerror or type(error).__name__}", help) from error


def existing_bytes(root: Path, path: str) -> bytes | None:
    """Read a file of the repo; ``None`` where there is none."""
    return files.read(root, path) if files.kind(root, path) is not None else None


def in_form_of(old: bytes | None, text: str) -> bytes:
    """Encode a text with the line ends and the byte order mark of what was there."""
    if old is None:
        return text.encode()
    mark = b"\xef\xbb\xbf" if old.startswith(b"\xef\xbb\xbf") else b""
    return mark + (text.replace("\n", "\r\n") if b"\r\n" in old else text).encode()
