"""Reading and checking the manifests: the three layers of lint, all findings at once, each in its place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import click

from heymilo_ops.cli.options import Session
from heymilo_ops.finding import Finding, Severity
from heymilo_ops.lint.rule import Subject
from heymilo_ops.lint.run import run
from heymilo_ops.manifest.document import Document, Repo, load
from heymilo_ops.manifest.shape import container
from heymilo_ops.manifest.suppress import parse
from heymilo_ops.model.desired import Desired

Sends = Callable[[Desired], bool | None]
"""Whether a plan would send this posting's settings now; ``None`` where that isn't known."""


@dataclass(frozen=True)
class Checked:
    """The manifests and what is to be said about them."""

    repo: Repo
    findings: tuple[Finding, ...]

    @property
    def errors(self) -> list[Finding]:
        """The findings that forbid apply."""
        return [finding for finding in self.findings if finding.severity is Severity.ERROR]

    def show_errors(self, session: Session) -> None:
        """Print the errors on stderr, with their source lines."""
        from heymilo_ops.report.findings import blocks

        click.echo(blocks(self.errors, self.repo.line, session.paint(err=True)), err=True, nl=False)


def read(root: Path, paths: Sequence[Path] = ()) -> Repo:
    """The manifests at ``paths``, all of ``postings/`` where there is none."""
    return load(root, paths)


def check(repo: Repo, sends: Sends) -> Checked:
    """Run the rules over every manifest that can be looked at, and place what they find."""
    now = datetime.now(UTC)
    return Checked(repo, tuple(each for document in repo.documents for each in _of(document, now, sends)))


def _of(document: Document, now: datetime, sends: Sends) -> list[Finding]:
    """All findings of one file: those of its rules placed, less what a comment in the file accepts."""
    desired = document.desired or document.partial
    ruled = run([Subject(desired, now, sends(desired))]) if desired is not None else []
    placed = [
        replace(finding, place=document.source.locator.place(finding.pointer))
        for finding in ruled
        if container(finding.pointer) not in document.doubtful
    ]
    findings = [replace(finding, address=document.address) for finding in (*document.findings, *placed)]
    accepted = parse(document.source.text, document.path)
    kept, _ = accepted.split(findings)
    return [*kept, *accepted.findings, *accepted.unused(findings)]


def never_known(_: Desired) -> None:
    """No state is at hand: whether anything would be sent isn't known."""
