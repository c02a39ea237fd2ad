"""The report of a bug of our own, which is written to a file for the user to send."""

from __future__ import annotations

import os
import tempfile
import traceback
from pathlib import Path

from heymilo_ops.report.output import redacted
from heymilo_ops.version import __version__


def write_report(error: Exception) -> str:
    """Write a report without any secret to a file of its own, and return its path."""
    text = "".join(traceback.format_exception(error))
    handle, name = tempfile.mkstemp(prefix="heymilo-ops-bug-", suffix=".txt")
    os.close(handle)
    Path(name).write_text(f"heymilo-ops {__version__}\n\n{_without_secrets(text)}", encoding="utf-8")
    return name


def _without_secrets(text: str) -> str:
    """The text without the value of any variable that may hold a key."""
    for name, value in os.environ.items():
        if len(value) >= 6 and any(word in name.upper() for word in ("KEY", "TOKEN", "SECRET", "PASSWORD")):
            text = text.replace(value, f"<{name}>")
    return redacted(text)
