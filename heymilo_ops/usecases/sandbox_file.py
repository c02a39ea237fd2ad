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
    """The database of a sandbox workspace, its folder made. Raises ``UnreachableError``."""
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
def sandbox_trouble(way_out: Help = _RESET) -> Iterator[None]:
    """Turn what goes wrong with a sandbox's file or port into words with a way out."""
    from heymilo_ops.sandbox.store import SandboxError

    try:
        yield
    except SandboxError as error:
        raise UnreachableError(f"The sandbox can't be used: {error}", way_out) from error


@contextmanager
def sandbox_installed() -> Iterator[None]:
    """For an import of the sandbox's server. Raises ``UnreachableError`` where the extra isn't installed."""
    try:
        yield
    except ModuleNotFoundError as error:
        from heymilo_ops.supply import origin

        raise UnreachableError(
            "The sandbox isn't installed",
            f"Install it: {origin.reinstall_command('sandbox')} (or the same with pip install).",
        ) from error
