"""What ``doctor`` looked at, in words and as JSON."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from heymilo_ops.errors import Exit
from heymilo_ops.report.writer import Writer
from heymilo_ops.text.sanitize import json_text, sanitize
from heymilo_ops.text.width import fold


@dataclass(frozen=True)
class Check:
    """One thing looked at: ``exit`` is what it alone would end in, ``help`` what to do about it."""

    what: str
    message: str
    exit: Exit = Exit.DONE
    help: str = ""


def render_check(check: Check, writer: Writer) -> str:
    """A check in lines that fit a terminal; off one (``None``) it stays a line."""
    mark = writer.green("ok  ") if check.exit is Exit.DONE else writer.red("FAIL")
    first, *more = [line for part in (f"{check.what}: {check.message}", check.help) for line in _folded(part, writer)]
    return "\n      ".join([f"{mark}  {first}", *more])


def checks_json(checks: Iterable[Check]) -> str:
    """All checks as one document."""
    records = [
        {
            "check": check.what,
            "ok": check.exit is Exit.DONE,
            "message": check.message,
            "help": check.help,
            "exit": check.exit,
        }
        for check in checks
    ]
    return json_text({"format_version": "1.0", "checks": records})


def _folded(text: str, writer: Writer) -> list[str]:
    text = sanitize(text)
    return fold(text, writer.columns - 6) if writer.columns is not None else text.split("\n") if text else []
