"""Make the request of one posting, to be rendered and not sent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from heymilo_ops.manifest.repo import PostingFile
from heymilo_ops.usecases.check import CheckResult, check_repo, no_state, read_repo
from heymilo_ops.usecases.project import Project
from heymilo_ops.usecases.state_lookup import find_document


@dataclass(frozen=True)
class RenderResult:
    """A manifest and the request that is made of it, or its ``errors``."""

    document: PostingFile
    request: Mapping[str, Any]
    errors: CheckResult | None


def posting_request(project: Project, name: str) -> RenderResult:
    """Read a manifest by name. Raises ``UsageError`` where there is none of that name."""
    repo = read_repo(project.root, project.variables(project.chosen_workspace()))
    document = find_document(repo, name)
    if document.desired is None:
        return RenderResult(document, {}, check_repo(replace(repo, documents=(document,)), no_state))
    return RenderResult(document, document.desired.request, None)
