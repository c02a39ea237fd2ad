"""What a command that reads many postings shows meanwhile, on stderr."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from heymilo_ops.report.read_progress import PlainReadProgress, ReadProgressBar
from heymilo_ops.report.writer import Writer

if TYPE_CHECKING:
    from heymilo_ops.remote.postings import Postings


@contextmanager
def show_reads(writer: Writer, api: Postings, *, quiet: bool, has_bar: bool) -> Iterator[PlainReadProgress]:
    """Show reads: a bar with the time left, or a line; nothing for quiet.

    The bar goes away however this ends; meanwhile the pauses for the rate limit are part of the time left.
    """
    if not has_bar:
        yield PlainReadProgress(writer, quiet=quiet)
        return
    bar = ReadProgressBar(writer)
    try:
        with api.waits_reported(bar.pause):
            yield bar
    finally:
        bar.stop()
