"""Reading and checking the manifests: the three layers of lint, all findings at once, each in its place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import click

from heymilo_ops import gitinfo
from heymilo_ops.cli.options import Session
from heymilo_ops.finding import Finding, Severity
from heymilo_ops.lint.rule import Subject
from heymilo_ops.lint.run import run
from heymilo_ops.manifest.finding_limit import capped
from heymilo_ops.manifest.listing import FOLDER
from heymilo_ops.manifest.partial_check import follows
from heymilo_ops.manifest.repo import Document, Repo, load
from heymilo_ops.manifest.suppress import Suppressions, parse
from heymilo_ops.manifest.unread_paths import left_out
from heymilo_ops.manifest.variables import Variables
from heymilo_ops.model.desired import Desired

Sends = Callable[[Desired, bool], bool | None]
"""Whether a plan would send this posting's settings now; ``None`` where that isn't known.

It is also given whether that is the whole posting, and not what is left of it without the values that are wrong.
"""


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


def read(root: Path, variables: Variables, paths: Sequence[Path] = ()) -> Repo:
    """The manifests at ``paths``, all of ``postings/`` where there is none: then also what git left out of it."""
    repo = load(root, paths, variables)
    if paths:
        return repo
    missing = gitinfo.left_out(root, {FOLDER, *repo.listing.folders})
    contents = gitinfo.blobs(root, missing.files.values(), fetching=False)
    files = {path: contents.get(blob) for path, blob in missing.files.items()}
    return repo.with_left_out(left_out(files, missing.submodules))


def check(repo: Repo, sends: Sends) -> Checked:
    """Run the rules over every manifest that can be looked at, and place what they find."""
    now = datetime.now(UTC)
    found = [each for document in repo.documents for each in _of(document, now, sends)]
    return Checked(repo, tuple(capped(once(_accepted([*found, *repo.findings], repo), repo))))


def _accepted(findings: list[Finding], repo: Repo) -> list[Finding]:
    """The findings less those that a comment in a shared file accepts, with what is wrong with such comments."""
    by_path: dict[str | None, list[Finding]] = {}
    for found in findings:
        by_path.setdefault(found.place.path if found.place is not None else None, []).append(found)
    for path, source in repo.others.items():
        accepted = parse(source.text, path) if source.data is not None else Suppressions()
        if accepted.items or accepted.findings:
            by_path[path] = [*accepted.split(by_path.get(path, []))[0], *accepted.findings]
    return [found for of_path in by_path.values() for found in of_path]


def once(findings: list[Finding], repo: Repo) -> list[Finding]:
    """The findings; what several postings have from one shared file is said once, with their number."""
    groups: dict[tuple[object, ...], list[Finding]] = {}
    for each in findings:
        shared = each.place is not None and each.place.path in repo.others
        key = (each.code, each.place, each.message, each.help) if shared else (id(each),)
        groups.setdefault(key, []).append(each)
    return [_said_once(group) for group in groups.values()]


def _said_once(group: list[Finding]) -> Finding:
    first = group[0]
    users = {each.address for each in group if each.address is not None}
    if len(users) < 2:
        return first
    return replace(first, message=f"{first.message} (used by {len(users)} postings)", address=None)


def _of(document: Document, now: datetime, sends: Sends) -> list[Finding]:
    """All findings of one file: those of its rules placed, less what a comment in the file accepts."""
    desired = document.desired or document.partial
    is_whole = document.desired is not None
    known = sends(desired, is_whole) if desired is not None and document.address is not None else None
    ruled = run([Subject(desired, now, known)]) if desired is not None else []
    is_consequence = follows(document)
    placed = [
        replace(finding, place=document.place(finding.pointer)) for finding in ruled if not is_consequence(finding)
    ]
    findings = [replace(finding, address=document.address) for finding in (*document.findings, *placed)]
    accepted = parse(document.source.text, document.path)
    here = [each for each in findings if each.place is None or each.place.path == document.path]
    elsewhere = [each for each in findings if each.place is not None and each.place.path != document.path]
    kept, _ = accepted.split(here)
    # With an error in the way not every rule had its say, so an idle comment may still be needed.
    idle = accepted.unused(here) if document.desired is not None else []
    return [*kept, *elsewhere, *accepted.findings, *idle]


def never_known(_: Desired, __: bool) -> None:
    """No state is at hand: whether anything would be sent isn't known."""
