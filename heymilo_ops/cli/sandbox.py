"""``sandbox``: the embedded HeyMilo as a server of its own, or made new."""

from __future__ import annotations

import click

from heymilo_ops.cli.options import Session, common, subcommand
from heymilo_ops.errors import Exit
from heymilo_ops.usecases.sandbox import reset_sandbox, sandbox_workspace, serve_sandbox


@click.group("sandbox", context_settings={"help_option_names": ["-h", "--help"]})
@common
def command() -> None:
    """Run or reset the embedded HeyMilo."""


@subcommand("serve", command)
@click.option("--port", type=click.IntRange(0, 65535), default=8765, show_default=True, help="0 takes a free one.")
def serve(session: Session, port: int) -> Exit:
    """Serve the sandbox on this machine.

    Other processes and a browser reach it until Ctrl-C.
    """
    workspace = sandbox_workspace(session.find_project())

    def ready(url: str, key: str) -> None:
        click.echo(f"Sandbox of '{workspace.name}' at {url} (key: {key}). Ctrl-C ends it.", err=True)

    serve_sandbox(workspace, port, ready)
    return Exit.DONE


@subcommand("reset", command)
def reset(session: Session) -> Exit:
    """Empty the sandbox and its state.

    It is then as if nothing had been applied to its workspace.
    """
    workspace = sandbox_workspace(session.find_project())
    reset_sandbox(workspace)
    click.echo(f"The sandbox of '{workspace.name}' is empty.")
    return Exit.DONE
