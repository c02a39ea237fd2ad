"""What a manifest asks for, resolved: one per posting."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from heymilo_ops.model.canonical import CANON, canonical, digests, question_keys, with_modality, without_tool_keys
from heymilo_ops.model.posting import Manifest, Ops


@dataclass(frozen=True, slots=True)
class Desired:
    """One posting as the repo wants it.

    Attributes:
        address: the manifest's ``name``.
        source: path of the file, relative to the repo, ``/``-separated.
        manifest: the validated model.
        resolved: plain data with ``ops`` and question keys, as read.
        request: plain data as it would be sent, without marks.
        form: the canonical form of the request.
        digest: of ``form``.
        design_digest: of ``form`` without settings.
        keys: JSON pointer of each keyed question, with its key.
    """

    address: str
    source: str
    manifest: Manifest
    resolved: Mapping[str, Any]
    request: Mapping[str, Any]
    form: Mapping[str, Any]
    digest: str
    design_digest: str
    keys: Mapping[str, str]

    @property
    def ops(self) -> Ops:
        """How the tool treats the posting."""
        return self.manifest.ops

    @property
    def reproducible(self) -> bool:
        """Whether a create of the same request gives the same posting: HeyMilo writes no question of it."""
        steps = self.manifest.workflow
        return steps is not None and all(step.questions is not None for step in steps)


def desire(resolved: Mapping[str, Any], source: str) -> Desired:
    """Build a Desired of resolved data. Raises ``pydantic.ValidationError`` where the data isn't a manifest."""
    whole = with_modality(resolved)
    manifest = Manifest.model_validate(whole)
    request = without_tool_keys(whole)
    form = canonical(request, CANON)
    digest, design_digest = digests(form)
    return Desired(
        address=manifest.name,
        source=source,
        manifest=manifest,
        resolved=resolved,
        request=request,
        form=form,
        digest=digest,
        design_digest=design_digest,
        keys=question_keys(resolved),
    )
