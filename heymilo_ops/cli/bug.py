"""What a user sees of our own bugs: one line, and where the report is."""

from __future__ import annotations

import os
import tempfile
import traceback
from pathlib import Path

import click

from heymilo_ops.errors import Exit
from heymilo_ops.report.output import redacted
from heymilo_ops.version import __version__


def report(error: Exception) -> int:
    """Write a report without any secret to a file of its own and say where; return the exit code."""
    text = "".join(traceback.format_exception(error))
    handle, name = tempfile.mkstemp(prefix="heymilo-ops-bug-", suffix=".txt")
    os.close(handle)
    Path(name).write_text(f"heymilo-ops {__version__}\n\n{_without_secrets(text)}", encoding="utf-8")
    what = f"This is a bug in heymilo-ops ({type(error).__name__})."
    click.echo(f"{what} The report is in {name}; please file it.", err=True)
    return Exit.BUG


def _without_secrets(text: str) -> str:
    """The text without the value of any variable that may hold a key."""
    for name, value in os.environ.items():
        if len(value) >= 6 and any(word in name.upper() for word in ("KEY", "TOKEN", "SECRET", "PASSWORD")):
            text = text.replace(value, f"<{name}>")
    return redacted(text)
