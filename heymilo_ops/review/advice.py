"""Puts advice into words: a shell command, or a sentence."""

from __future__ import annotations

import shlex
from collections.abc import Mapping

from heymilo_ops.errors import Advice, AdviceKind, Help

_COMMANDS: Mapping[AdviceKind, str] = {
    AdviceKind.APPLY: "apply",
    AdviceKind.APPLY_RECREATE: "apply --recreate {name}",
    AdviceKind.APPLY_REVERT: "apply --revert {name}",
    AdviceKind.APPLY_SETTLES: "apply",
    AdviceKind.DIFF: "diff {name}",
    AdviceKind.DIFF_BETWEEN_OR_ALLOW: "diff {name} --between",
    AdviceKind.DRIFT_ACCEPT: "drift accept {name}",
    AdviceKind.DRIFT_SHOW: "drift show {name}",
    AdviceKind.EXPLAIN: "explain",
    AdviceKind.HISTORY: "history {name}",
    AdviceKind.HISTORY_WORKSPACES: "history --workspaces",
    AdviceKind.HISTORY_WORKSPACES_OF: "history --workspaces {name}",
    AdviceKind.IMPORT: "import",
    AdviceKind.IMPORT_ID: "import {posting_id}",
    AdviceKind.INIT: "init",
    AdviceKind.LINT: "lint",
    AdviceKind.LIST: "list",
    AdviceKind.LIST_UNMANAGED: "list --unmanaged",
    AdviceKind.PLAN: "plan",
    AdviceKind.PLAN_FIRST: "plan",
    AdviceKind.PLAN_OUT: "plan --out {file}",
    AdviceKind.SANDBOX_RESET: "sandbox reset",
    AdviceKind.STATE_FORGET: "state forget {name}",
    AdviceKind.STATE_LIST: "state list",
    AdviceKind.STATE_MV: "state mv {old} {new}",
    AdviceKind.STATE_PUSH: "state push {file}",
    AdviceKind.STATE_REBUILD: "state rebuild",
    AdviceKind.STATE_REBUILD_OR_BACKUP: "state rebuild",
    AdviceKind.STATE_RESOLVE_ADOPT: "state resolve {name} --adopt {posting_id}",
    AdviceKind.STATE_RESOLVE_RETRY: "state resolve {name} --retry",
    AdviceKind.STATE_UNLOCK: "state unlock {lease_id}",
    AdviceKind.UNHOLD: "unhold {name}",
}
"""The command of each kind that is one, without the program's name."""

_SENTENCES: Mapping[AdviceKind, str] = {
    AdviceKind.ALLOW_OUTSIDE_STATE: (
        "heymilo.yaml may only name a folder below its own. If that other place is meant, say so on the command line: "
        "--outside-state."
    ),
    AdviceKind.APPLY: "Fix the cause; then `{command}` looks for what was made before it sends anything.",
    AdviceKind.APPLY_SETTLES: (
        "Run `{command}` again: it looks in HeyMilo first, and sends nothing for {name} until it knows."
    ),
    AdviceKind.DIFF_BETWEEN_OR_ALLOW: (
        "If `{command}` and the plan show what you want, run this again with `--allow-unmarked {name}`."
    ),
    AdviceKind.INIT: "Start a repo here with: {command}",
    AdviceKind.LIST: "`{command}` shows the names.",
    AdviceKind.PLAN_AGAIN: "Plan again.",
    AdviceKind.PLAN_FIRST: "See what would be done: {command}",
    AdviceKind.PLAN_OUT: "Make a new one: {command}.",
    AdviceKind.SANDBOX_RESET: "Make it new: {command}",
    AdviceKind.STATE_REBUILD_OR_BACKUP: (
        "Put back the state and the journal that belong together from a backup; or {command}."
    ),
    AdviceKind.STATE_REBUILD: "Make a state of the marks at HeyMilo with `{command}`.",
    AdviceKind.STATE_RESOLVE_ADOPT: "Settle it by the posting that it made with `{command}`.",
    AdviceKind.STATE_PUSH: "Keep it, fix the cause, and put it back with `{command}`.",
    AdviceKind.STATE_UNLOCK: "If that process is gone for certain: {command}.",
    AdviceKind.WAIT_FOR_LOCK: "Wait for it to end, or let this command wait for it: --lock-timeout 300.",
    AdviceKind.STATE_RESOLVE_RETRY: "If the operation did not happen, run `{command}`.",
}
"""The sentence of each kind that is no command, or that says more than "See" before its command."""


_OF_NO_WORKSPACE = frozenset(
    {AdviceKind.EXPLAIN, AdviceKind.HISTORY_WORKSPACES, AdviceKind.HISTORY_WORKSPACES_OF, AdviceKind.INIT}
)
"""Commands that do the same whatever workspace is chosen."""


def command(advice: Advice, workspace: str = "") -> str:
    """Return the shell command of an advice that is one; arguments are quoted where the shell needs it.

    ``workspace``: the one that was chosen, where the advice names none.
    """
    args = {name: shlex.quote(value) for name, value in advice.args.items()}
    if workspace and advice.kind not in _OF_NO_WORKSPACE:
        args = {"workspace": shlex.quote(workspace), **args}
    workspace = f"-w {args['workspace']} " if "workspace" in args else ""
    return f"heymilo-ops {workspace}{_COMMANDS[advice.kind].format_map(args)}"


def advice_sentence(advice: Advice, workspace: str = "") -> str:
    """Return an advice as a sentence; ``workspace`` as for ``command``."""
    template = _SENTENCES.get(advice.kind, "See: {command}")
    shell = {"command": command(advice, workspace)} if advice.kind in _COMMANDS else {}
    return template.format_map({**advice.args, **shell})


def help_text(help: Help, workspace: str = "") -> str:
    """Return the help of an error in words, one sentence after the other; ``workspace`` as for ``command``."""
    parts = help if isinstance(help, tuple) else (help,)
    return " ".join(advice_sentence(part, workspace) if isinstance(part, Advice) else part for part in parts)
