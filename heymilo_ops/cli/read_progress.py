"""What a command that reads many postings shows meanwhile, on stderr."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from heymilo_ops.cli.session import Session
from heymilo_ops.report.read_progress import PlainReadProgress, ReadProgressBar

if TYPE_CHECKING:
    from heymilo_ops.remote.postings import Postings


@contextmanager
def show_reads(session: Session, api: Postings) -> Iterator[PlainReadProgress]:
    """Show reads: a bar with the time left on a terminal, a line elsewhere, nothing for quiet.

    The bar goes away however this ends; meanwhile the pauses for the rate limit are part of the time left.
    """
    if session.quiet or session.ci or not sys.stderr.isatty():
        yield PlainReadProgress(session.err, quiet=session.quiet)
        return
    bar = ReadProgressBar(session.err)
    try:
        with api.waits_reported(bar.pause):
            yield bar
    finally:
        bar.stop()
