"""What a manifest asks for, resolved: one per posting; and what lies among the manifests and isn't read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from pydantic import ValidationError

from heymilo_ops.model.canonical import (
    CANON,
    CANONS,
    canonical,
    digest,
    digests,
    question_keys,
    request_of,
    with_modality,
    without_tool_keys,
)
from heymilo_ops.model.posting import Manifest, Ops


@dataclass(frozen=True)
class Desired:
    """One posting as the repo wants it. Its form and digests are worked out on first use: lint needs none.

    Attributes:
        address: the manifest's ``name``.
        source: path of the file, relative to the repo, ``/``-separated.
        manifest: the validated model.
        resolved: plain data with ``ops`` and question keys, as read.
        request: plain data as it would be sent, without marks.
        template: plain data with ``ops``, keys and variables, before they are filled in.
        origins: JSON pointer of each part that came from one file, with that file's path; the longest that is a
            prefix of a pointer holds for it. Empty where everything stands in ``source``.
        canon: version of the canonical form that ``form`` and the digests are of.
        keys: JSON pointer of each keyed question, with its key.
    """

    address: str
    source: str
    manifest: Manifest
    resolved: Mapping[str, Any]
    request: Mapping[str, Any]
    keys: Mapping[str, str]
    template: Mapping[str, Any]
    origins: Mapping[str, str] = field(default_factory=dict)
    canon: int = CANON

    def origin(self, pointer: str) -> str:
        """Return the path of the file that holds a value."""
        while pointer and pointer not in self.origins:
            pointer = pointer.rpartition("/")[0]
        return self.origins.get(pointer, self.source)

    @cached_property
    def form(self) -> Mapping[str, Any]:
        """The canonical form of the request."""
        return canonical(self.request, self.canon)

    @property
    def digest(self) -> str:
        """The digest of ``form``."""
        return self._digests[0]

    @property
    def design_digest(self) -> str:
        """The digest of ``form`` without settings."""
        return self._digests[1]

    @cached_property
    def _digests(self) -> tuple[str, str]:
        return digests(self.form)

    @cached_property
    def portable_digest(self) -> str:
        """The digest of the canonical form before variables are filled in: equal in all workspaces."""
        same = self.template == self.resolved
        return self.digest if same else digest(canonical(request_of(self.template), self.canon))

    @property
    def portable(self) -> str | None:
        """``portable_digest`` where variables make it another than ``digest``."""
        return self.portable_digest if self.portable_digest != self.digest else None

    @cached_property
    def readings(self) -> tuple[Desired, ...]:
        """The posting in every version of the canonical form, the newest first."""
        return tuple(self if canon == self.canon else replace(self, canon=canon) for canon in CANONS)

    def under(self, recorded: str) -> Desired | None:
        """Return the posting in the version under which it has a digest that an earlier release may have recorded.

        ``None`` where it has it under none: then something else was recorded.
        """
        if recorded == self.digest:
            return self
        return next((reading for reading in self.readings if reading.digest == recorded), None)

    def has_design(self, recorded: str) -> bool:
        """Return whether the design has a recorded design digest, under any version of the canonical form."""
        return any(reading.design_digest == recorded for reading in self.readings)

    @property
    def ops(self) -> Ops:
        """How the tool treats the posting."""
        return self.manifest.ops

    @property
    def reproducible(self) -> bool:
        """Whether a create of the same request gives the same posting: HeyMilo writes no question of it."""
        steps = self.manifest.workflow
        return steps is not None and all(step.questions is not None for step in steps)


def desire(
    resolved: Mapping[str, Any],
    source: str,
    *,
    template: Mapping[str, Any] | None = None,
    origins: Mapping[str, str] | None = None,
) -> Desired:
    """Build a Desired of resolved data. Raises ``pydantic.ValidationError`` where the data isn't a manifest.

    ``template`` is the data before variables were filled in, where there are any.
    """
    whole = with_modality(resolved)
    manifest = Manifest.model_validate(whole)
    return Desired(
        address=manifest.name,
        source=source,
        manifest=manifest,
        resolved=resolved,
        request=without_tool_keys(whole),
        keys=question_keys(resolved),
        template=resolved if template is None else template,
        origins=origins or {},
        canon=CANON,
    )


_MANIFEST = re.compile(r"(?P<stem>.+)\.ya?ml", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Unread:
    """A file or folder that may hold a manifest, or several, and isn't read.

    Attributes:
        path: as findings show it.
        reason: why it isn't read, in words that follow the path.
        help: what to do about it.
        stem: the path of the manifest that it stands for, without ``.yaml``; ``None`` where it may hold any.
        name: the posting's name in it; ``None`` where that can't be read.
    """

    path: str
    reason: str
    help: str
    stem: str | None = None
    name: str | None = None

    def is_of(self, address: str, source: str | None) -> bool:
        """Return whether it may be the manifest of this posting in particular, whose manifest was at ``source``."""
        return self.name == address or (self.stem is not None and source is not None and self.stem == stem(source))


def stem(path: str) -> str | None:
    """Return a manifest's path up to its ending, in whatever case and with whatever behind it; ``None`` where it
    has none.
    """
    folder, slash, name = path.rpartition("/")
    match = _MANIFEST.match(name.lstrip("#"))  # Emacs saves unwritten changes as #x.yaml#
    return folder + slash + match["stem"] if match else None


def first_problem(error: ValidationError) -> str:
    """Return the first thing that makes data invalid: the keys that lead to it, and why."""
    first = error.errors(include_url=False, include_input=False)[0]
    return f"{'/'.join(map(str, first['loc']))}: {first['msg']}"
