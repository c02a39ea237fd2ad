"""Notices edits of files, and has the preview read them again."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from heymilo_ops.errors import AttentionError

if TYPE_CHECKING:
    from watchfiles import Change

_QUIET_MS = 100
"""Edits that follow each other so closely are one."""
_LONGEST_MS = 400


@contextmanager
def watching(folders: Sequence[tuple[Path, bool]], on_edit: Callable[[], None]) -> Iterator[None]:
    """Call ``on_edit`` after edits below these folders, for the length of a ``with``; one that isn't there is left out.

    The flag of a folder says whether those below it are watched too. Raises ``AttentionError`` where the extra lacks.
    """
    try:
        import watchfiles
    except ModuleNotFoundError as error:
        from heymilo_ops.supply import origin

        raise AttentionError(
            "The preview's watcher of files isn't installed",
            f"Install it: {origin.reinstall_command('preview')} (or the same with pip install).",
        ) from error
    stop = threading.Event()

    def watch(folder: Path, below: bool) -> None:
        edits = watchfiles.watch(
            folder, recursive=below, stop_event=stop, step=_QUIET_MS, debounce=_LONGEST_MS, raise_interrupt=False,
            watch_filter=_counts,
        )  # fmt: skip
        for _ in edits:
            on_edit()

    threads = [
        threading.Thread(target=watch, args=folder, daemon=True, name="preview files")
        for folder in folders
        if folder[0].is_dir()
    ]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        stop.set()
        for thread in threads:
            thread.join(timeout=2)


def _counts(_: Change, path: str) -> bool:
    """Return whether a file is one that is read."""
    return path.endswith((".yaml", ".yml", ".md", ".txt", ".json"))
