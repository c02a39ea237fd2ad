"""Printing what several commands print alike."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from heymilo_ops.cli.session import Session
    from heymilo_ops.usecases.check import CheckResult


def print_errors(result: CheckResult, session: Session) -> None:
    """Print the errors of the manifests on stderr, with their source lines."""
    from heymilo_ops.report.findings import finding_blocks

    click.echo(finding_blocks(result.errors, result.repo.line, session.err), err=True, nl=False)


def print_json(**data: Any) -> None:
    """Print a document of our own JSON format."""
    from heymilo_ops.text.sanitize import json_text

    click.echo(json_text({"format_version": "1.0", **data}), nl=False)


def print_text(text: str) -> None:
    """Print a text that ends with its own line break."""
    click.echo(text, nl=False)
