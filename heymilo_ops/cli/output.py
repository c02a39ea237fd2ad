"""Printing what several commands print alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from heymilo_ops.cli.session import Session
    from heymilo_ops.usecases.check import CheckResult


def print_errors(result: CheckResult, session: Session) -> None:
    """Print the errors of the manifests on stderr, with their source lines."""
    from heymilo_ops.report.findings import blocks

    click.echo(blocks(result.errors, result.repo.line, session.err), err=True, nl=False)
