"""Which workspaces a posting names, held against those that there are."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from heymilo_ops.finding import Finding
from heymilo_ops.manifest.locator import Places
from heymilo_ops.manifest.schema_codes import schema_finding

_MEANT = 100
"""Names of one file for which it is said what was meant; more are never shown."""


def unknown_workspaces(data: Mapping[str, Any], places: Places, known: Collection[str]) -> Iterator[Finding]:
    """A finding on each name of ``ops.workspaces`` that heymilo.yaml doesn't know; none where it wasn't read."""
    ops = data.get("ops")
    named = ops.get("workspaces") if isinstance(ops, dict) else None
    for i, name in enumerate(named if known and isinstance(named, list) else ()):
        if isinstance(name, str) and name not in known:
            pointer = f"/ops/workspaces/{i}"
            near = difflib.get_close_matches(name, known, n=1) if i < _MEANT else []
            help = f"did you mean '{near[0]}'?" if near else f"known there: {', '.join(known)}"
            message = f"there is no workspace '{name}' in heymilo.yaml"
            yield schema_finding("SY165", message, places.place(pointer), help=help, pointer=pointer)
