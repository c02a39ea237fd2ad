"""``lint --fix``: the safe fixes of findings, written by the one YAML editor; nothing else of a file changes."""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from heymilo_ops.finding import Finding, Fix, FixKind, Severity
from heymilo_ops.manifest.repo import PostingFile, read_document, repo_of_text
from heymilo_ops.manifest.yaml_edit import edit_text
from heymilo_ops.manifest.yaml_file import read_text
from heymilo_ops.model.pointer import last, parent, split, value_at
from heymilo_ops.usecases.atomic_write import write_all
from heymilo_ops.usecases.check import CheckBasis, CheckResult, check_repo, lint
from heymilo_ops.usecases.project import Project

_ROUNDS = 5
"""How often a file is checked again after its fixes."""


@dataclass(frozen=True)
class FixedFile:
    """A manifest as it is, and as it reads without some findings."""

    path: str
    before: str
    after: str
    findings: tuple[Finding, ...]

    @property
    def diff(self) -> str:
        """The unified difference."""
        before, after = self.before.splitlines(keepends=True), self.after.splitlines(keepends=True)
        return "".join(difflib.unified_diff(before, after, self.path, f"{self.path} (fixed)"))


def fix_files(project: Project, folder: Path, paths: Sequence[Path]) -> list[FixedFile]:
    """Return the manifests at ``paths`` (seen from ``folder``), or of all, that have something to fix; as fixed.

    A manifest that is composed of shared files is left alone: what it says stands elsewhere. Raises ``UsageError``.
    """
    return _fixed_files(project, lint(project, folder, paths).checked)


def count_fixable(project: Project, checked: CheckResult) -> int:
    """Return how many findings ``fix_files`` would fix, of manifests that were checked."""
    return sum(len(file.findings) for file in _fixed_files(project, checked))


def write_fixed(project: Project, fixed: Sequence[FixedFile]) -> None:
    """Write the files; all of them, or none. Raises ``AttentionError``."""
    write_all(project.root, {file.path: file.after for file in fixed})


def _fixed_files(project: Project, checked: CheckResult) -> list[FixedFile]:
    paths = {finding.place.path for finding in checked.counted if finding.safe_fix and finding.place is not None}
    documents = (checked.repo.by_path.get(path) for path in sorted(paths))
    fixed = (_fixed(project, document) for document in documents if document is not None and document.composed is None)
    return [file for file in fixed if file is not None]


def _fixed(project: Project, document: PostingFile) -> FixedFile | None:
    """Return a file with every fix that can be made in place; ``None`` where there is none.

    An error hides others, so what is fixed is checked again.
    """
    if document.source.data is None:
        return None
    text, made = document.source.text, []
    for _ in range(_ROUNDS):
        edited, fixed = _edited(document, text, _findings(project, document.path, text))
        if not fixed:
            break
        text = edited
        made += fixed
    return FixedFile(document.path, document.source.text, text, tuple(made)) if made else None


def _findings(project: Project, path: str, text: str) -> Sequence[Finding]:
    repo = repo_of_text(project.root, read_text(text, path), project.variables(project.chosen_workspace()))
    return check_repo(repo, CheckBasis(project.lint_settings)).counted


def _edited(document: PostingFile, text: str, findings: Sequence[Finding]) -> tuple[str, list[Finding]]:
    """Return a text with the fixes of its findings, the last in the file first, and those that could be fixed."""
    fixed: list[Finding] = []
    for finding, fix in sorted(_fixes(findings), key=lambda pair: split(pair[1].pointer), reverse=True):
        data = json.loads(json.dumps(read_text(text, document.path).data))
        edited = edit_text(text, data, strict=True) if _make(data, fix) else None
        if edited is not None and edited != text and not _adds_errors(document, text, edited):
            text = edited
            fixed.append(finding)
    return text, fixed


def _fixes(findings: Sequence[Finding]) -> Iterator[tuple[Finding, Fix]]:
    for finding in findings:
        if fix := finding.safe_fix:
            yield finding, fix


def _make(data: Any, fix: Fix) -> bool:
    """Make a fix in plain data; whether it could be made."""
    holder, name = value_at(data, parent(fix.pointer)), last(fix.pointer)
    if isinstance(holder, list) and name.isdecimal() and int(name) < len(holder):
        if fix.kind is FixKind.REMOVE and len(holder) > 1:
            del holder[int(name)]
            return True
        return False
    if not isinstance(holder, dict) or name not in holder:
        return False
    if fix.kind is FixKind.REMOVE:
        del holder[name]
    elif fix.kind is FixKind.SET:
        holder[name] = fix.value
    elif fix.value in holder:
        return False
    else:
        holder[fix.value] = holder.pop(name)
    return True


def _adds_errors(document: PostingFile, before: str, after: str) -> bool:
    counts = [
        sum(finding.severity is Severity.ERROR for finding in read_document(read_text(text, document.path)).findings)
        for text in (before, after)
    ]
    return counts[1] > counts[0]
