"""What the command line said that holds for every command, and what becomes of it in this run."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import click

from heymilo_ops.report.paint import ColorFlag, Paint
from heymilo_ops.report.writer import Writer, writer_of

if TYPE_CHECKING:
    from pathlib import Path

    from heymilo_ops.remote.client import Client


@dataclass
class Session:
    """What the command line said, and where it was said.

    Attributes:
        folder: ``-C``; ``None`` where it isn't given.
        workspace: ``-w``, or HEYMILO_OPS_WORKSPACE; ``None`` where neither is given.
        outside_state: ``--outside-state``: only the command line may allow it, never the environment or the repo.
        clients: every client of this run.
    """

    folder: str | None = None
    workspace: str | None = None
    color: ColorFlag = "auto"
    outside_state: bool = False
    quiet: bool = False
    verbose: bool = False
    clients: list[Client] = field(default_factory=list)

    @property
    def directory(self) -> Path:
        """Where to look for heymilo.yaml from."""
        from pathlib import Path

        return Path.cwd() if self.folder is None else Path(self.folder)

    @property
    def wrote(self) -> bool:
        """Whether this run wrote anything to HeyMilo, or may have."""
        return any(client.wrote for client in self.clients)

    @property
    def out(self) -> Writer:
        """Stdout, with colours and width as the terminal and the environment want them."""
        return writer_of(sys.stdout, self.color, os.environ)

    @property
    def err(self) -> Writer:
        """Stderr, likewise."""
        return writer_of(sys.stderr, self.color, os.environ)

    def paint(self, *, err: bool = False) -> Paint:
        """The writer of stdout (or stderr), for renderers that only take colours."""
        return self.err if err else self.out

    @property
    def ci(self) -> bool:
        """Whether this runs in a CI job."""
        return os.environ.get("CI", "").lower() not in ("", "0", "false")

    @property
    def interactive(self) -> bool:
        """Whether somebody can be asked."""
        return sys.stdin is not None and sys.stdin.isatty() and sys.stdout.isatty() and not self.ci

    @property
    def width(self) -> int:
        """Columns to fill on stdout."""
        return self.out.width

    def note(self, text: str) -> None:
        """Tell on stderr, unless quiet."""
        if not self.quiet:
            click.echo(text, err=True)
