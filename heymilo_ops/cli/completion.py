"""What a shell offers behind Tab: names of postings and of workspaces. Nothing here fails, prints, or asks HeyMilo."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import click

from heymilo_ops.cli.session import Session
from heymilo_ops.errors import Exit, OpsError, UsageError

if TYPE_CHECKING:
    from pathlib import Path

    from click.shell_completion import CompletionItem

VARIABLE = "_HEYMILO_OPS_COMPLETE"
"""Set by a shell that asks for its script, or for what to offer: as click's documentation has it."""

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]*")
"""A name that no shell takes for anything else; whatever else a file holds is not offered."""
_WRONG = (OpsError, OSError, ValueError)
"""What a repo may be wrong with: then less is offered."""


def complete(group: click.Command, session: Session) -> Exit:
    """Answer a shell: its script, or what to offer. click itself would write bytes, past ``report.output``."""
    from click.shell_completion import get_completion_class

    shell, _, what = os.environ[VARIABLE].partition("_")
    made = get_completion_class(shell)
    if made is None or what not in ("source", "complete"):
        raise UsageError(f"{VARIABLE} is {os.environ[VARIABLE]!r}", "It is bash_source, zsh_source or fish_source.")
    completion = made(group, {"obj": session}, "heymilo-ops", VARIABLE)
    click.echo(completion.source() if what == "source" else completion.complete(), nl=what == "complete")
    return Exit.DONE


def posting_names(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:  # noqa: ARG001
    """The names in the manifests, and those in the state of the workspace where that is a folder."""
    with suppress(*_WRONG):
        return _items(_posting_names(ctx.ensure_object(Session)), incomplete)
    return []


def posting_names_or_files(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The same, and files."""
    from click.shell_completion import CompletionItem

    found = [CompletionItem(name) for name in posting_names(ctx, param, incomplete)]
    return [*found, CompletionItem(incomplete, type="file")]


def workspace_names(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:  # noqa: ARG001
    """The workspaces of heymilo.yaml."""
    with suppress(*_WRONG):
        return _items(iter(_workspaces(ctx.ensure_object(Session))), incomplete)
    return []


def _items(names: Iterator[Any], incomplete: str) -> list[str]:
    found = {name for name in names if isinstance(name, str) and _NAME.fullmatch(name) and name.startswith(incomplete)}
    return sorted(found)


def _workspaces(session: Session) -> list[Any]:
    from pathlib import Path

    from heymilo_ops.config import FILE_NAME, find_root
    from heymilo_ops.manifest.yaml_file import read_file

    data = read_file(find_root(session.directory), Path(FILE_NAME)).data or {}
    workspaces = data.get("workspaces")
    return list(workspaces) if isinstance(workspaces, dict) else []


def _posting_names(session: Session) -> Iterator[Any]:
    from heymilo_ops.config import find_root
    from heymilo_ops.manifest.listing import list_manifests

    root = find_root(session.directory)
    for item in list_manifests(root):
        yield (item.read().data or {}).get("name")
    with suppress(*_WRONG):
        yield from _applied_names(session, root)


def _applied_names(session: Session, root: Path) -> Iterator[str]:
    """The names in the state, where it is a folder: what takes a while is not asked."""
    from pathlib import Path

    from heymilo_ops.config import FILE_NAME, parse_config, state_location
    from heymilo_ops.manifest.yaml_file import read_file
    from heymilo_ops.model import location
    from heymilo_ops.statefile.backend_choice import backend_for
    from heymilo_ops.statefile.store import StateStore

    config = parse_config(read_file(root, Path(FILE_NAME)).data or {})
    name = session.workspace or config.default_workspace or ""
    chosen = config.workspaces.get(name)
    place = state_location(chosen.state, name) if chosen is not None else "none"
    if chosen is not None and isinstance(location.parse_location(place), location.FolderLocation):
        state = StateStore(backend_for(place, root, name, outside=session.outside_state), place).read()
        yield from state.postings if state is not None else ()
