"""Look up the ids of a workspace's resources by the names people know, and keep them as variables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from heymilo_ops.config import FILE_NAME
from heymilo_ops.errors import AttentionError
from heymilo_ops.text.sanitize import one_line
from heymilo_ops.usecases.atomic_write import write_all
from heymilo_ops.usecases.project import Project, read_project

if TYPE_CHECKING:
    from heymilo_ops.manifest.var_lines import VarLine
    from heymilo_ops.remote.lookups import Resource, ResourceKind


@dataclass(frozen=True)
class LookupResult:
    """The resources of one kind in a workspace, each with the line of heymilo.yaml that names it."""

    workspace: str
    kind: ResourceKind
    resources: Sequence[Resource]
    lines: Sequence[VarLine]


def look_up(project: Project, kind: str, search: str) -> LookupResult:
    """Ask HeyMilo for the resources of a kind, those with ``search`` in them."""
    from heymilo_ops.manifest.var_lines import make_var_lines
    from heymilo_ops.remote.lookups import RESOURCE_KINDS, list_resources

    workspace = project.workspace()
    with workspace.client() as client:
        resources = list_resources(client, RESOURCE_KINDS[kind], search)
    lines = make_var_lines(RESOURCE_KINDS[kind].one, [(resource.id, one_line(resource.name)) for resource in resources])
    return LookupResult(workspace.name, RESOURCE_KINDS[kind], resources, lines)


def write_variables(project: Project, workspace: str, lines: Sequence[VarLine]) -> tuple[list[VarLine], int]:
    """Put the lines into heymilo.yaml; those that are new there, and how many variables the workspace has more.

    Raises ``AttentionError`` where that isn't possible."""
    from heymilo_ops.manifest.var_lines import add_vars

    text = add_vars(project.source.text, workspace, lines)
    before = project.config.workspaces[workspace].vars or {}
    if text != project.source.text:
        write_all(project.root, {FILE_NAME: text})
    after = read_project(project.invocation).config.workspaces[workspace].vars or {}
    if any(line.value not in after.values() for line in lines):
        raise AttentionError(f"{FILE_NAME} was written, and does not say what was meant", "See: git diff heymilo.yaml")
    written = [line for line in lines if line.key not in before and line.key in after]
    return written, len(after) - len(before)
