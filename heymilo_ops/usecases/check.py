"""Read the manifests and run the three layers of lint: all findings at once, each with its place."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from heymilo_ops.config import FILE_NAME
from heymilo_ops.errors import StateError
from heymilo_ops.finding import Finding, Severity
from heymilo_ops.lint.rule import Subject
from heymilo_ops.lint.run import run
from heymilo_ops.manifest.codes import limit_findings
from heymilo_ops.manifest.law_reader import load_law
from heymilo_ops.manifest.listing import FOLDER, find_left_out
from heymilo_ops.manifest.repo import PostingFile, Repo, load_repo
from heymilo_ops.manifest.suppress import Suppressions, find_consequences, parse_suppressions
from heymilo_ops.manifest.variables import Variables
from heymilo_ops.model.canonical import CANON, canonical, design_part
from heymilo_ops.model.desired import Desired
from heymilo_ops.usecases.project import Project, existing_path

if TYPE_CHECKING:
    from heymilo_ops.model.state import State
    from heymilo_ops.statefile.store import StateStore

_OF_FILES = ("SY", "PL")
"""Families of findings on what can't be read or planned, whatever would be sent."""

Sends = Callable[[Desired, bool], bool | None]
"""Whether the next plan would send a posting's settings; ``None`` where that isn't known.

The flag says whether the posting is whole, or what is left of it without the values that are wrong.
"""


@dataclass(frozen=True)
class CheckResult:
    """The manifests and their findings.

    Attributes:
        users: the postings that have a finding from one shared file, where there are several.
    """

    repo: Repo
    findings: tuple[Finding, ...]
    users: Mapping[Finding, frozenset[str]] = field(default_factory=dict)

    @property
    def errors(self) -> list[Finding]:
        """The findings that forbid apply."""
        return [finding for finding in self.findings if finding.severity is Severity.ERROR]

    def is_only_of(self, finding: Finding, addresses: Collection[str]) -> bool:
        """Return whether a rule found this in nothing but these postings."""
        named = self.users.get(finding, frozenset({finding.address} - {None}))
        return bool(named) and named.issubset(addresses) and finding.code[:2] not in _OF_FILES


def read_repo(root: Path, variables: Variables, paths: Sequence[Path] = ()) -> Repo:
    """Read the manifests at ``paths``, or all of ``postings/`` and what git left out of it."""
    repo = load_repo(root, paths, variables)
    if paths:
        return repo
    from heymilo_ops import gitinfo

    missing = gitinfo.left_out(root, {FOLDER, *repo.listing.folders})
    contents = gitinfo.blobs(root, missing.files.values(), fetching=False)
    files = {path: contents.get(blob) for path, blob in missing.files.items()}
    return repo.with_left_out(find_left_out(files, missing.submodules))


def check_repo(repo: Repo, sends: Sends | None = None) -> CheckResult:
    """Run the rules over every manifest that can be read, and place their findings.

    Without ``sends``, whether a posting's settings would be sent isn't known.
    """
    now = datetime.now(UTC)
    findings = [finding for document in repo.documents for finding in _document_findings(document, now, sends)]
    merged, users = merge_shared(_unsuppressed([*findings, *repo.findings], repo), repo)
    return CheckResult(repo, tuple(limit_findings(merged)), users)


def _unsuppressed(findings: list[Finding], repo: Repo) -> list[Finding]:
    """Drop the findings that a comment in a shared file suppresses, and add what is wrong with such comments."""
    by_path: dict[str | None, list[Finding]] = {}
    for finding in findings:
        by_path.setdefault(finding.place.path if finding.place is not None else None, []).append(finding)
    for path, source in repo.others.items():
        suppressions = parse_suppressions(source.text, path) if source.data is not None else Suppressions()
        if suppressions.items or suppressions.findings:
            by_path[path] = [*suppressions.remaining(by_path.get(path, [])), *suppressions.findings]
    return [finding for of_path in by_path.values() for finding in of_path]


def merge_shared(findings: list[Finding], repo: Repo) -> tuple[list[Finding], dict[Finding, frozenset[str]]]:
    """Merge the findings that several postings have from one shared file into one that counts them; and name those."""
    groups: dict[tuple[object, ...], list[Finding]] = {}
    for finding in findings:
        shared = finding.place is not None and finding.place.path in repo.others
        key = (finding.code, finding.place, finding.message, finding.help) if shared else (id(finding),)
        groups.setdefault(key, []).append(finding)
    merged, users_of = [], {}
    for group in groups.values():
        finding, users = group[0], frozenset(finding.address for finding in group if finding.address is not None)
        if len(users) > 1:
            finding = replace(finding, message=f"{finding.message} (used by {len(users)} postings)", address=None)
            users_of[finding] = users
        merged.append(finding)
    return merged, users_of


def _document_findings(document: PostingFile, now: datetime, sends: Sends | None) -> list[Finding]:
    """Return all findings of one file: those of its rules placed, without those that a comment in it suppresses."""
    desired = document.desired or document.partial
    is_whole = document.desired is not None
    known = sends(desired, is_whole) if sends and desired is not None and document.address is not None else None
    rule_findings = run([Subject(desired, now, known, load_law())]) if desired is not None else []
    is_consequence = find_consequences(document)
    placed = [
        replace(finding, place=document.place(finding.pointer))
        for finding in rule_findings
        if not is_consequence(finding)
    ]
    findings = [replace(finding, address=document.address) for finding in (*document.findings, *placed)]
    suppressions = parse_suppressions(document.source.text, document.path)
    own: list[Finding] = []
    elsewhere: list[Finding] = []
    for finding in findings:
        (own if finding.place is None or finding.place.path == document.path else elsewhere).append(finding)
    kept = suppressions.remaining(own)
    # With an error in the way not every rule ran, so an idle comment may still be needed.
    idle = suppressions.unused(own) if is_whole else []
    return [*kept, *elsewhere, *suppressions.findings, *idle]


def deadline_sends(state: State | None, store: StateStore) -> Sends:
    """Make the function that says of a posting whether its deadline would be sent."""

    def sends(desired: Desired, is_whole: bool) -> bool | None:
        posting = state.postings.get(desired.address) if state is not None else None
        if posting is None or posting.status == "archived":
            # A role that ended gets no posting, and what is taken over stays as it is.
            return desired.ops.lifecycle == "open" and desired.ops.adopt is None
        if desired.ops.lifecycle == "closed":
            return False
        if not is_whole:
            return None
        if desired.under(posting.digest):
            return False
        if posting.current.canon == CANON and posting.current.design_digest != desired.design_digest:
            return True
        snapshot = store.snapshot(posting.digest)
        if snapshot is None:
            return True
        form = canonical(snapshot.request, CANON)
        return design_part(form) != design_part(desired.form) or form.get("deadline") != desired.form.get("deadline")

    return sends


@dataclass(frozen=True)
class LintResult:
    """The findings of the files that are asked for.

    Attributes:
        files: how many files were checked.
        ignored: files that are asked for by name, such as by pre-commit, and are nothing that is checked.
    """

    checked: CheckResult
    files: int
    ignored: list[str]


def lint(project: Project, folder: Path, paths: Sequence[Path]) -> LintResult:
    """Check the files at ``paths`` (seen from ``folder``), or all. Raises ``UsageError`` for one that isn't there."""
    config = project.root / FILE_NAME
    full = [_full_path(folder, path) for path in paths]
    manifests = [path for path in full if path != config]
    if full and not manifests:  # heymilo.yaml was read and checked already
        repo = Repo((), others={FILE_NAME: project.source})
    else:
        repo = read_repo(project.root, project.variables(project.chosen_workspace()), manifests)
    ignored = _ignored(project.root, full, repo)
    return LintResult(check_repo(repo, _sends(project)), repo.files + (config in full), ignored)


def _full_path(folder: Path, path: Path) -> Path:
    with suppress(OSError):
        return existing_path(folder, path)
    return folder / path  # a folder above can't be entered, or links lead in a circle: reading it becomes a finding


def _ignored(root: Path, full: list[Path], repo: Repo) -> list[str]:
    placed = {finding.place.path for finding in repo.findings if finding.place is not None}
    known = {*repo.by_path, *repo.others, *placed, FILE_NAME}
    files = (path.resolve() for path in full if os.path.isfile(path))  # noqa: PTH113  never raises
    names = (path.relative_to(root).as_posix() for path in files if path.is_relative_to(root))
    return [name for name in names if name not in known]


def _sends(project: Project) -> Sends | None:
    """Say of the next plan what can be said: with a state in a folder here, whether it would send a deadline."""
    if project.chosen_workspace() is None:
        return None
    workspace = project.workspace()
    try:
        folder = workspace.state_folder()
    except StateError:  # outside the repo: lint does without
        return None
    if folder is None:
        return None if project.invocation.ci or workspace.is_remote else lambda *_: True
    store = workspace.store()
    return deadline_sends(store.read(), store)
