"""The options of the command line that hold for every command, and what they mean in this run."""

from __future__ import annotations

import os
import shlex
import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import click

from heymilo_ops.report.output import hide
from heymilo_ops.report.writer import ColorFlag, Writer, writer_of

if TYPE_CHECKING:
    from contextlib import AbstractContextManager
    from pathlib import Path

    from heymilo_ops.remote.client import Client
    from heymilo_ops.remote.postings import Postings
    from heymilo_ops.report.read_progress import PlainReadProgress
    from heymilo_ops.usecases.project import Invocation, Project
    from heymilo_ops.usecases.workspace import Workspace


@dataclass
class Session:
    """The common options of one run.

    Attributes:
        chdir: ``-C``; ``None`` without.
        workspace: ``-w``, or HEYMILO_OPS_WORKSPACE; ``None`` without.
        outside_state: ``--outside-state``: only the command line may allow it, never the environment or the repo.
        clients: every client of this run.
    """

    chdir: str | None = None
    workspace: str | None = None
    color: ColorFlag = "auto"
    outside_state: bool = False
    quiet: bool = False
    verbose: bool = False
    clients: list[Client] = field(default_factory=list)

    @property
    def directory(self) -> Path:
        """The folder at or below that of heymilo.yaml."""
        from pathlib import Path

        return Path.cwd() if self.chdir is None else Path(self.chdir)

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

    @property
    def ci(self) -> bool:
        """Whether this runs in a CI job."""
        return os.environ.get("CI", "").lower() not in ("", "0", "false")

    @property
    def interactive(self) -> bool:
        """Whether somebody can be asked."""
        return sys.stdin is not None and sys.stdin.isatty() and sys.stdout.isatty() and not self.ci

    @property
    def invocation(self) -> Invocation:
        """The common options, as the use cases take them."""
        from heymilo_ops.usecases.project import Invocation
        from heymilo_ops.usecases.workspace import Connection

        trace = (lambda line: click.echo(line, err=True)) if self.verbose else None
        connection = Connection(self._waiting, trace, hide, self.clients.append, self.show_reads)
        return Invocation(self.directory, self.workspace, self.ci, self.outside_state, connection)

    def find_project(self) -> Project:
        """Return the repo at or above the working folder. Prints the findings of its heymilo.yaml, and raises."""
        from heymilo_ops.usecases.project import ConfigError, read_project

        try:
            return read_project(self.invocation)
        except ConfigError as error:
            from heymilo_ops.report.findings import finding_blocks

            source = error.source
            lines = finding_blocks(error.findings, lambda _, line: source.line(line), self.err)
            click.echo(lines, err=True, nl=False)
            raise

    def find_workspace(self) -> Workspace:
        """Return the workspace to work with. Raises ``UsageError`` where none is chosen."""
        return self.find_project().workspace()

    @property
    def workspace_option(self) -> str:
        """What a command that is advised needs to work with the same workspace: ``-w NAME `` or nothing."""
        return f"-w {shlex.quote(self.workspace)} " if self.workspace else ""

    def show_reads(self, api: Postings) -> AbstractContextManager[PlainReadProgress]:
        """Show reads of many postings, and the pauses of ``api``."""
        from heymilo_ops.cli.read_progress import show_reads

        has_bar = not (self.quiet or self.ci) and sys.stderr.isatty()
        return show_reads(self.err, api, quiet=self.quiet, has_bar=has_bar)

    def _waiting(self, seconds: float, reason: str) -> None:
        if seconds >= 1:  # a pause too short to be noticed is not worth a line
            self.note(f"Waiting {seconds:.0f} s: {reason}.")

    def note(self, text: str) -> None:
        """Print a line on stderr, unless quiet."""
        if not self.quiet:
            click.echo(text, err=True)
