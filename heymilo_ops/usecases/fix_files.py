"""``lint --fix``: the safe fixes of findings, written by the one YAML editor; nothing else of a file changes."""

from __future__ import annotations

import difflib
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, NamedTuple

from heymilo_ops.finding import Finding, Fix, FixKind, Severity
from heymilo_ops.manifest.listing import is_manifest_path
from heymilo_ops.manifest.repo import Repo, read_document, repo_of_text
from heymilo_ops.manifest.sharing.library import Prose
from heymilo_ops.manifest.suppress import without_suppression
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
    """A manifest or a shared file as it is, and as it reads without some findings."""

    path: str
    before: str
    after: str
    findings: tuple[Finding, ...]

    @property
    def diff(self) -> str:
        """The unified difference."""
        before, after = self.before.splitlines(keepends=True), self.after.splitlines(keepends=True)
        return "".join(difflib.unified_diff(before, after, self.path, f"{self.path} (fixed)"))


class HeldFix(NamedTuple):
    """A fix with the file that holds the value; the pointer of the fix is into that file."""

    path: str
    finding: Finding
    fix: Fix


def fix_files(project: Project, folder: Path, paths: Sequence[Path]) -> list[FixedFile]:
    """Return the files at ``paths`` (seen from ``folder``), or all, that have something to fix; as fixed.

    What a manifest shares is fixed in the file that holds it, where every posting that uses that file has the same
    finding. Raises ``UsageError``.
    """
    return _fixed_files(project, lint(project, folder, paths).checked)


def count_fixable(project: Project, checked: CheckResult) -> int:
    """Return how many findings ``fix_files`` would fix, of what was checked."""
    return sum(len(file.findings) for file in _fixed_files(project, checked))


def write_fixed(project: Project, fixed: Sequence[FixedFile]) -> None:
    """Write the files; all of them, or none. Raises ``AttentionError``."""
    write_all(project.root, {file.path: file.after for file in fixed})


def _fixed_files(project: Project, checked: CheckResult) -> list[FixedFile]:
    fixable = [finding for finding in checked.counted if finding.safe_fix and finding.place is not None]
    if not fixable:
        return []
    shared = _shared_fixes(project, checked)
    paths = {finding.place.path for finding in fixable if finding.place is not None} | shared.keys()
    fixed = (_fixed(project, checked.repo, path, fixable, shared.get(path, [])) for path in sorted(paths))
    return [file for file in fixed if file is not None]


def _fixed(
    project: Project, repo: Repo, path: str, fixable: Sequence[Finding], shared: Sequence[HeldFix]
) -> FixedFile | None:
    """Return a file with every fix that can be made in place; ``None`` where there is none.

    An error hides others, so what is fixed in a manifest is checked again. A comment is judged by all that is known,
    such as the state, so its fix is that of the first check.
    """
    document = repo.by_path.get(path)
    source = document.source if document is not None else repo.others.get(path)
    if source is None or source.data is None or isinstance(source, Prose):
        return None
    text, made = _without_idle_comments(source.text, path, fixable)
    if document is None:
        text, fixed = _edited(path, text, shared)
        made += fixed
    for _ in range(_ROUNDS if document is not None else 0):
        text, fixed = _edited(path, text, _held_fixes(_checked_again(project, path, text), path))
        if not fixed:
            break
        made += fixed
    return FixedFile(path, source.text, text, tuple(made)) if made else None


def _without_idle_comments(text: str, path: str, findings: Sequence[Finding]) -> tuple[str, list[Finding]]:
    """Return a text without the comments that allow what isn't there, the last first, and their findings."""
    removed: list[Finding] = []
    idle = [finding for finding in findings if finding.fix is not None and finding.fix.kind is FixKind.UNSUPPRESS]
    for finding in sorted(idle, key=lambda finding: finding.position, reverse=True):
        if finding.place is not None and finding.fix is not None and finding.place.path == path:
            edited = without_suppression(text, finding.place, finding.fix.value)
            if edited != text:
                text = edited
                removed.append(finding)
    return text, removed


def _checked_again(project: Project, path: str, text: str) -> CheckResult:
    repo = repo_of_text(project.root, read_text(text, path), project.variables(project.chosen_workspace()))
    return check_repo(repo, CheckBasis(project.lint_settings))


def _held_fixes(checked: CheckResult, path: str = "") -> list[HeldFix]:
    """Return the fixes of values, each where the value stands; only those in the file at ``path``, if one is named."""
    held: list[HeldFix] = []
    for finding in checked.counted:
        fix = finding.safe_fix
        if fix is None or fix.kind is FixKind.UNSUPPRESS or finding.place is None:
            continue
        document = checked.repo.by_address.get(finding.address or "") or checked.repo.by_path.get(finding.place.path)
        composed = document.composed if document is not None else None
        origin = composed.origin(fix.pointer) if composed is not None else None
        holder = origin.source.path if origin is not None else finding.place.path
        if path in ("", holder):
            here = fix if origin is None else replace(fix, pointer=origin.pointer)
            held.append(HeldFix(holder, finding, here))
    return held


def _shared_fixes(project: Project, checked: CheckResult) -> dict[str, list[HeldFix]]:
    """Return the fixes of what stands in shared files, where every posting that uses the file asks for the same one."""
    own = checked.repo.by_path
    if not any(at.path not in own for at in _held_fixes(checked)):
        return {}
    whole = lint(project, project.root, ()).checked
    users = {
        path: {
            document.address
            for document in whole.repo.documents
            if document.composed and path in document.composed.used
        }
        for path in whole.repo.others
    }
    asking: dict[tuple[str, Fix], list[HeldFix]] = {}
    for at in _held_fixes(whole):
        asking.setdefault((at.path, at.fix), []).append(at)
    agreed: dict[str, list[HeldFix]] = {}
    for (path, _), asked in asking.items():
        if path in users and {at.finding.address for at in asked} == users[path]:
            agreed.setdefault(path, []).append(asked[0])
    return agreed


def _edited(path: str, text: str, fixes: Sequence[HeldFix]) -> tuple[str, list[Finding]]:
    """Return a text with the fixes of its findings, the last in the file first, and those that could be fixed."""
    fixed: list[Finding] = []
    for at in sorted(fixes, key=lambda at: split(at.fix.pointer), reverse=True):
        data = json.loads(json.dumps(read_text(text, path).data))
        edited = edit_text(text, data, strict=True) if _make(data, at.fix) else None
        if edited is not None and edited != text and not _adds_errors(path, text, edited):
            text = edited
            fixed.append(at.finding)
    return text, fixed


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
        if not isinstance(holder[name], str):
            return False  # a form of sharing: the text stands elsewhere
        holder[name] = fix.value
    elif fix.value in holder:
        return False
    else:
        holder[fix.value] = holder.pop(name)
    return True


def _adds_errors(path: str, before: str, after: str) -> bool:
    if not is_manifest_path(path):
        return False  # a part of a manifest, which by itself is none
    counts = [
        sum(finding.severity is Severity.ERROR for finding in read_document(read_text(text, path)).findings)
        for text in (before, after)
    ]
    return counts[1] > counts[0]
