"""Complete names of postings and workspaces in a shell. Nothing here fails, prints, or asks HeyMilo."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import click

from heymilo_ops.cli.session import Session
from heymilo_ops.errors import Exit, UsageError

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from heymilo_ops.usecases.project import Invocation

VARIABLE = "_HEYMILO_OPS_COMPLETE"
"""Set by a shell that asks for its script, or for what to offer: as click's documentation has it."""

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]*")
"""A name that no shell takes for anything else; whatever else a file holds is not offered."""


def complete(group: click.Command, session: Session) -> Exit:
    """Answer a shell: its script, or what to offer. click itself would write bytes, past ``report.output``."""
    from click.shell_completion import get_completion_class

    shell, _, what = os.environ[VARIABLE].partition("_")
    completion_class = get_completion_class(shell)
    if completion_class is None or what not in ("source", "complete"):
        raise UsageError(f"{VARIABLE} is {os.environ[VARIABLE]!r}", "It is bash_source, zsh_source or fish_source.")
    completion = completion_class(group, {"obj": session}, "heymilo-ops", VARIABLE)
    click.echo(completion.source() if what == "source" else completion.complete(), nl=what == "complete")
    return Exit.DONE


def posting_names(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:  # noqa: ARG001
    """Return the names in the manifests, and in the state of the workspace where that is a folder."""
    from heymilo_ops.usecases.project import read_posting_names

    return _matching(read_posting_names, ctx, incomplete)


def posting_names_or_files(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Return the names of postings, and files."""
    from click.shell_completion import CompletionItem

    names = [CompletionItem(name) for name in posting_names(ctx, param, incomplete)]
    return [*names, CompletionItem(incomplete, type="file")]


def workspace_names(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:  # noqa: ARG001
    """Return the workspaces of heymilo.yaml."""
    from heymilo_ops.usecases.project import read_workspace_names

    return _matching(read_workspace_names, ctx, incomplete)


def _matching(names: Callable[[Invocation], Iterator[Any]], ctx: click.Context, incomplete: str) -> list[str]:
    from heymilo_ops.usecases.project import WRONG

    matching: set[str] = set()
    with suppress(*WRONG):
        matching = {
            name
            for name in names(ctx.ensure_object(Session).invocation)
            if isinstance(name, str) and _NAME.fullmatch(name) and name.startswith(incomplete)
        }
    return sorted(matching)
