"""Find the manifest of a posting whose request is to be rendered."""

from __future__ import annotations

from dataclasses import dataclass, replace

from heymilo_ops.manifest.repo import PostingFile
from heymilo_ops.usecases.check import CheckResult, check_repo, no_state, read_repo
from heymilo_ops.usecases.project import Project
from heymilo_ops.usecases.state_lookup import find_document


@dataclass(frozen=True)
class RenderResult:
    """A manifest; ``errors`` are set where it has some, and no request is made of it."""

    document: PostingFile
    errors: CheckResult | None


def render_posting(project: Project, name: str) -> RenderResult:
    """Read a manifest by name. Raises ``UsageError`` where there is none of that name."""
    repo = read_repo(project.root, project.variables(project.chosen_workspace()))
    document = find_document(repo, name)
    if document.desired is not None:
        return RenderResult(document, None)
    return RenderResult(document, check_repo(replace(repo, documents=(document,)), no_state))
