"""Check the manifests that are asked for. No key, no network."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from heymilo_ops.config import FILE_NAME
from heymilo_ops.errors import StateError
from heymilo_ops.manifest.repo import Repo
from heymilo_ops.usecases.check import CheckResult, Sends, check_repo, no_state, read_repo
from heymilo_ops.usecases.input_path import existing_path
from heymilo_ops.usecases.project import Project


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


def _sends(project: Project) -> Sends:
    """Say of the next plan what can be said: with a state in a folder here, whether it would send a deadline."""
    if project.chosen_workspace() is None:
        return no_state
    workspace = project.workspace()
    try:
        folder = workspace.state_folder()
    except StateError:  # outside the repo: lint does without
        return no_state
    if folder is None:
        return no_state if project.invocation.ci or workspace.is_remote else lambda *_: True
    from heymilo_ops.usecases.deadline_sends import deadline_sends

    store = workspace.store()
    return deadline_sends(store.read(), store)
