"""Every exception that may reach the command line, with the exit code it ends in.

Content problems are findings (``finding.py``). An exception means "cannot go on"; ``cli/main.py`` is
the one door that catches it and prints ``message`` and ``help``. No traceback reaches a user.
"""

from __future__ import annotations

from enum import IntEnum

from heymilo_ops.advice import Help


class Exit(IntEnum):
    """Exit codes, one table for every command."""

    DONE = 0
    ATTENTION = 1
    CHANGES = 2
    PARTIAL = 3
    STALE = 4
    UNREACHABLE = 5
    USAGE = 64
    BUG = 70
    INTERRUPTED = 130


class OpsError(Exception):
    """Cannot go on: one sentence of what is wrong, and what to do, in words or as data."""

    exit = Exit.ATTENTION

    def __init__(self, message: str, help: Help = "") -> None:
        super().__init__(message)
        self.message = message
        self.help = help


class AttentionError(OpsError):
    """The files, the plan or a guard need attention; nothing was written."""


class PartialError(OpsError):
    """Something was written and something failed or is unknown."""

    exit = Exit.PARTIAL


class StaleError(OpsError):
    """The plan is stale: the state, the manifest or the live posting moved since it was made."""

    exit = Exit.STALE


class LockedError(OpsError):
    """Somebody else holds the lock."""

    exit = Exit.STALE


class UnreachableError(OpsError):
    """HeyMilo can't be reached, refuses the key, or there is no key; nothing was written."""

    exit = Exit.UNREACHABLE


class UsageError(OpsError):
    """The command line was used wrongly."""

    exit = Exit.USAGE


class StateError(OpsError):
    """The state can't be read or written as it stands."""
