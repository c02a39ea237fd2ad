"""The file that holds a sandbox's postings, and what can be wrong with it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from heymilo_ops import files
from heymilo_ops.advice import AdviceKind, Help, advise
from heymilo_ops.errors import UnreachableError

_BESIDE = ("-journal", "-wal", "-shm")
"""What SQLite opens beside a database, by itself."""


def database(root: Path, workspace: str) -> Path:
    """Return the database of a sandbox workspace, and make its folder. Raises ``UnreachableError``."""
    folder = ".heymilo/sandbox"
    try:
        files.make_folder(root, folder)
        for ending in _BESIDE:
            files.resolve_file(root, f"{folder}/{workspace}.db{ending}")
        return files.resolve_file(root, f"{folder}/{workspace}.db")
    except OSError as error:
        raise UnreachableError(
            f"The sandbox can't be used: {error.filename or folder} can't be made ({error.strerror})",
            "Give yourself the right to write there, or set the folder's path free.",
        ) from error


_RESET = advise(AdviceKind.SANDBOX_RESET)


@contextmanager
def sandbox_errors(help: Help = _RESET) -> Iterator[None]:
    """Raise ``UnreachableError`` for what goes wrong with a sandbox's file or port; ``help`` says what to do."""
    from heymilo_ops.sandbox.store import SandboxError

    try:
        yield
    except SandboxError as error:
        raise UnreachableError(f"The sandbox can't be used: {error}", help) from error


@contextmanager
def sandbox_installed() -> Iterator[None]:
    """Guard an import of the sandbox's server. Raises ``UnreachableError`` where the extra isn't installed."""
    try:
        yield
    except ModuleNotFoundError as error:
        from heymilo_ops.supply import origin

        raise UnreachableError(
            "The sandbox isn't installed",
            f"Install it: {origin.reinstall_command('sandbox')} (or the same with pip install).",
        ) from error
