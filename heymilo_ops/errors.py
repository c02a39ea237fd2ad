"""Every exception that may reach the command line, its exit code, and what a person can do next, as data.

Content problems are findings (``finding.py``). An exception means "cannot go on"; ``cli/main.py`` is
the one door that catches it and prints ``message`` and ``help``. No traceback reaches a user. The sentences
and shell commands of advice are in ``review/advice.py``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum


class AdviceKind(StrEnum):
    """What is advised.

    Those from ``APPLY`` to ``UNHOLD`` are commands of this tool; ``workspace`` is an optional argument of each. Other
    arguments are named in the template of the kind.
    """

    APPLY = "apply"
    APPLY_RECREATE = "apply_recreate"
    APPLY_REVERT = "apply_revert"
    APPLY_SETTLES = "apply_settles"
    DIFF = "diff"
    DIFF_BETWEEN_OR_ALLOW = "diff_between_or_allow"
    DRIFT_ACCEPT = "drift_accept"
    DRIFT_SHOW = "drift_show"
    EXPLAIN = "explain"
    HISTORY = "history"
    HISTORY_WORKSPACES = "history_workspaces"
    HISTORY_WORKSPACES_OF = "history_workspaces_of"
    IMPORT = "import"
    IMPORT_ID = "import_id"
    INIT = "init"
    LINT = "lint"
    LIST = "list"
    LIST_UNMANAGED = "list_unmanaged"
    PLAN = "plan"
    PLAN_FIRST = "plan_first"
    PLAN_OUT = "plan_out"
    SANDBOX_RESET = "sandbox_reset"
    STATE_FORGET = "state_forget"
    STATE_LIST = "state_list"
    STATE_MV = "state_mv"
    STATE_PUSH = "state_push"
    STATE_REBUILD = "state_rebuild"
    STATE_REBUILD_OR_BACKUP = "state_rebuild_or_backup"
    STATE_RESOLVE_ADOPT = "state_resolve_adopt"
    STATE_RESOLVE_RETRY = "state_resolve_retry"
    STATE_UNLOCK = "state_unlock"
    UNHOLD = "unhold"

    ALLOW_OUTSIDE_STATE = "allow_outside_state"
    PLAN_AGAIN = "plan_again"
    WAIT_FOR_LOCK = "wait_for_lock"


@dataclass(frozen=True, slots=True)
class Advice:
    """One thing to do. ``args`` fill the template of the kind; make it with ``advise``."""

    kind: AdviceKind
    args: Mapping[str, str] = field(default_factory=dict)


Help = str | Advice | tuple[str | Advice, ...]
"""What to do about an error: words of the room that raises it, or data that is put into words where it is printed."""


def advise(kind: AdviceKind, **args: str) -> Advice:
    """Make an advice of this kind."""
    return Advice(kind, args)


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
