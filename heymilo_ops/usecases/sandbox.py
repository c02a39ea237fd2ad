"""The embedded HeyMilo as a server of its own, or made new."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from heymilo_ops.errors import UnreachableError, UsageError
from heymilo_ops.usecases.project import Project
from heymilo_ops.usecases.workspace import Workspace, sandbox_errors, sandbox_installed


def sandbox_workspace(project: Project) -> Workspace:
    """Return the sandbox workspace that is asked for, or the only one. Raises ``UsageError``."""
    names = [name for name, config in project.config.workspaces.items() if config.sandbox]
    name = project.chosen_workspace()
    if name is None or name not in names:
        if project.invocation.workspace is not None or len(names) != 1:
            raise UsageError(
                "That is not a sandbox workspace", f"Sandbox workspaces here: {', '.join(names) or 'none'}."
            )
        name = names[0]
    return project.workspace_named(name)


def serve_sandbox(workspace: Workspace, port: int, on_ready: Callable[[str, str], None]) -> None:
    """Serve a sandbox until it is interrupted; ``on_ready`` takes its URL and key. Raises ``UnreachableError``."""
    with sandbox_installed():
        from heymilo_ops.sandbox.options import DEFAULT_KEY
        from heymilo_ops.sandbox.server import serve_forever

    file, title = str(workspace.sandbox_file()), workspace.sandbox_title
    try:
        serve_forever(file, port=port, on_ready=lambda url: on_ready(url, DEFAULT_KEY), workspace_name=title)
    except OSError as error:
        raise UnreachableError(f"Port {port} can't be had: {error.strerror}", "Choose another with --port.") from error


def reset_sandbox(workspace: Workspace) -> None:
    """Empty a sandbox and its state. Raises ``LockedError``, ``StateError``, ``UnreachableError``."""
    with _locked(workspace) as state:
        from heymilo_ops.sandbox.store import reset

        with sandbox_errors("Give yourself the right to write there, or remove it by hand."):
            reset(str(workspace.sandbox_file()))
        if state is not None:
            _clear(state)


@contextmanager
def _locked(workspace: Workspace) -> Iterator[Path | None]:
    """The folder of the state with its lock held, so that no apply is under way; ``None`` where there is none yet."""
    state = workspace.state_folder()
    if state is None:
        yield None
        return
    from heymilo_ops import gitinfo
    from heymilo_ops.statefile.lease import this_holder

    me = gitinfo.applied_by(workspace.root, os.environ)
    with workspace.store().hold(this_holder(me, "sandbox reset", datetime.now(UTC))):
        yield state


def _clear(state: Path) -> None:
    """Remove all of a state but the files that its locks are on: whoever waits for one has it open."""
    import shutil

    from heymilo_ops.statefile.backend import filesystem_error

    try:
        for path in state.iterdir():
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path)
            elif path.name not in ("lock", "lock.json", ".cas"):
                path.unlink()
    except OSError as error:
        raise filesystem_error(error, "remove", str(error.filename or state)) from error
