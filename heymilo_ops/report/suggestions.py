"""Hints for commands and options that don't exist: habits from Terraform and the like, and typing errors."""

from __future__ import annotations

import difflib
import re
import shlex
from collections.abc import Collection, Iterable, Sequence

COMMANDS = {
    "destroy": "To archive a posting, delete its manifest and run apply.",
    "help": "See: heymilo-ops --help",
    "output": "The postings and their links: {tool} list",
    "refresh": "A plan compares with what HeyMilo has: {tool} plan --refresh full",
    "taint": "To make a posting anew: {tool} apply --recreate NAME",
    "up": "To carry out a plan: {tool} apply",
    "validate": "To check the manifests: {tool} lint",
    "version": "See: heymilo-ops --version",
    "workspace": "A workspace is chosen by -w NAME, and kept in heymilo.yaml.",
}
OPTIONS = {
    "auto-approve": "This command asks nothing, so it has nothing to approve.",
    "destroy": COMMANDS["destroy"],
    "out": "A plan is saved by: {tool} plan --out FILE",
    "refresh-only": COMMANDS["refresh"],
    "replace": COMMANDS["taint"],
    "target": "Single postings are planned and applied by: --target NAME",
    "var": "Variables of a workspace stand in heymilo.yaml, below vars.",
    "var-file": "Variables of a workspace stand in heymilo.yaml, below vars.",
}
_LONG = re.compile(r"(?P<dashes>--?)(?P<name>[a-z][a-z-]+)(?:=.*)?", re.DOTALL)


def unknown_command(typed: str, known: Iterable[str], workspace: str | None) -> str:
    """Say that there is no such command, with a hint.

    ``workspace``: the one that was asked for, if any; commands that are advised name it.
    """
    return f"There is no command '{typed}'.{_command_hint(typed, known, workspace)}"


def _command_hint(typed: str, known: Iterable[str], workspace: str | None) -> str:
    """Return a hint as a sentence with a leading space; ``""`` where there is none."""
    if typed in COMMANDS:
        return f" {COMMANDS[typed].format(tool=_tool(workspace))}"
    known = list(known)
    swapped = [name for name in known if sorted(name) == sorted(typed)]  # two letters in the wrong order
    near = swapped or difflib.get_close_matches(typed, known, n=1)
    return f" Did you mean '{near[0]}'?" if near else ""


def option_hint(args: Sequence[str], known: Collection[str], workspace: str | None) -> str:
    """Return a hint for the first unknown option of a command line; ``known`` has the dashes.

    As a sentence with a leading space, ``""`` where there is none; ``workspace`` as for ``unknown_command``.
    """
    for arg in args:
        match = _LONG.fullmatch(arg)
        if match is None or (match["dashes"] == "--" and arg.partition("=")[0] in known):
            continue
        name = match["name"]
        if f"--{name}" in known:
            return f" Write it with two dashes: --{name}"
        if name in OPTIONS:
            return f" {OPTIONS[name].format(tool=_tool(workspace))}"
    return ""


def _tool(workspace: str | None) -> str:
    return f"heymilo-ops -w {shlex.quote(workspace)}" if workspace else "heymilo-ops"
