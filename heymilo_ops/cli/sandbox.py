"""``sandbox``: the embedded HeyMilo as a server of its own, or made new."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import click

from heymilo_ops.cli.options import Session, common
from heymilo_ops.errors import Exit, UnreachableError, UsageError
from heymilo_ops.usecases.sandbox_file import sandbox_installed, sandbox_trouble
from heymilo_ops.usecases.workspace import Workspace


@click.group("sandbox", context_settings={"help_option_names": ["-h", "--help"]})
@common
def command() -> None:
    """Run or reset the embedded HeyMilo."""


@command.command("serve")
@click.option("--port", type=click.IntRange(0, 65535), default=8765, show_default=True, help="0 takes a free one.")
@common
@click.pass_obj
def serve(session: Session, port: int) -> Exit:
    """Serve the sandbox on this machine.

    Other processes and a browser reach it until Ctrl-C.
    """
    workspace = _sandbox(session)
    with sandbox_installed():
        from heymilo_ops.sandbox.options import DEFAULT_KEY
        from heymilo_ops.sandbox.server import serve_forever

    def ready(url: str) -> None:
        click.echo(f"Sandbox of '{workspace.name}' at {url} (key: {DEFAULT_KEY}). Ctrl-C ends it.", err=True)

    try:
        serve_forever(str(workspace.sandbox_file()), port=port, on_ready=ready, workspace_name=workspace.sandbox_title)
    except OSError as error:
        raise UnreachableError(f"Port {port} can't be had: {error.strerror}", "Choose another with --port.") from error
    return Exit.DONE


@command.command("reset")
@common
@click.pass_obj
def reset(session: Session) -> Exit:
    """Empty the sandbox and its state.

    It is then as if nothing had been applied to its workspace.
    """
    workspace = _sandbox(session)
    with _locked(workspace) as state:
        from heymilo_ops.sandbox.store import reset as empty

        with sandbox_trouble("Give yourself the right to write there, or remove it by hand."):
            empty(str(workspace.sandbox_file()))
        if state is not None:
            _clear(state)
    click.echo(f"The sandbox of '{workspace.name}' is empty.")
    return Exit.DONE


@contextmanager
def _locked(workspace: Workspace) -> Iterator[Path | None]:
    """The folder of the state with its lock held, so that no apply is under way; ``None`` where there is none yet."""
    state = workspace.state_folder()
    if state is None:
        yield None
        return
    from heymilo_ops import gitinfo
    from heymilo_ops.statefile.lock import this_holder

    me = gitinfo.applied_by(workspace.root, os.environ)
    with workspace.store().hold(this_holder(me, "sandbox reset", datetime.now(UTC))):
        yield state


def _clear(state: Path) -> None:
    """Remove all of a state but the files that its locks are on: whoever waits for one has it open."""
    import shutil

    from heymilo_ops.statefile.backend_error import filesystem_error

    try:
        for each in state.iterdir():
            if each.is_dir() and not each.is_symlink():
                shutil.rmtree(each)
            elif each.name not in ("lock", "lock.json", ".cas"):
                each.unlink()
    except OSError as error:
        raise filesystem_error(error, "remove", str(error.filename or state)) from error


def _sandbox(session: Session) -> Workspace:
    """The sandbox workspace asked for; the only one of the file where none is."""
    project = session.find_project()
    known = [name for name, config in project.config.workspaces.items() if config.sandbox]
    name = project.pick()
    if name is None or not project.config.workspaces[name].sandbox:
        if session.workspace is not None or len(known) != 1:
            raise UsageError(
                "That is not a sandbox workspace", f"Sandbox workspaces here: {', '.join(known) or 'none'}."
            )
        name = known[0]
    return project.named(name)
