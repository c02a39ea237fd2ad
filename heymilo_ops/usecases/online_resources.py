"""Ask HeyMilo for what the postings name by id: for ``lint --online``."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from heymilo_ops.lint.resources import KnownResource, Resources
from heymilo_ops.lint.rules.workspace_resources import named_resources
from heymilo_ops.model.desired import Desired
from heymilo_ops.text.sanitize import one_line
from heymilo_ops.usecases.project import Project

if TYPE_CHECKING:
    from heymilo_ops.remote.lookups import Resource


def read_resources(project: Project, postings: Iterable[Desired | None]) -> Resources:
    """Read the lists of the kinds that the postings name, and no others. It only reads.

    Raises ``UnreachableError``, also where there is no key.
    """
    from heymilo_ops.remote.lookups import RESOURCE_KINDS, list_resources

    manifests = [posting.manifest for posting in postings if posting is not None]
    kinds = sorted({kind for manifest in manifests for kind, _ in named_resources(manifest)})
    workspace = project.workspace()
    with workspace.client() as client:
        lists = {kind: list_resources(client, RESOURCE_KINDS[kind]) for kind in kinds}
    return Resources(workspace.name, {kind: {row.id: _known(row) for row in rows} for kind, rows in lists.items()})


def _known(row: Resource) -> KnownResource:
    active = row.details.get("active", "yes") != "no"
    return KnownResource(row.id, one_line(row.name), active, row.details.get("language", ""))
