"""What ``{var: …}`` stands for in each workspace."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from heymilo_ops.finding import Finding
from heymilo_ops.manifest.compose import Composed, Origin, filled
from heymilo_ops.manifest.schema_codes import schema_finding
from heymilo_ops.manifest.source import Source


@dataclass(frozen=True)
class Variables:
    """The variables of a project.

    Attributes:
        values: by workspace, by name.
        sandboxes: workspaces in which a variable without a value stands for its own name, so that trying out needs
            no ids.
        chosen: the workspace to resolve for; ``None``: any that the posting belongs to.
        source: heymilo.yaml, so that a finding on a value can point at it.
    """

    values: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    sandboxes: frozenset[str] = frozenset()
    chosen: str | None = None
    source: Source | None = None

    def belongs(self, data: Mapping[str, Any]) -> list[str]:
        """The workspaces that a manifest belongs to."""
        ops = data.get("ops")
        named = ops.get("workspaces") if isinstance(ops, dict) else None
        return [each for each in self.values if each in named] if isinstance(named, list) else list(self.values)

    def workspace(self, data: Mapping[str, Any]) -> str | None:
        """The workspace to resolve a manifest for."""
        own = self.belongs(data)
        if self.chosen in own:
            return self.chosen
        real = [each for each in own if each not in self.sandboxes]
        return next(iter(real or own), self.chosen)

    def fill(self, composed: Composed) -> tuple[dict[str, Any], dict[str, Origin]]:
        """The manifest with its variables filled in, and where their values stand."""
        name = self.workspace(composed.data)
        values = dict(self.values.get(name or "", {}))
        if name in self.sandboxes or name is None:
            values = {each: each for each in composed.variables.values()} | values
        data: dict[str, Any] = filled(composed.data, values)
        origins = {
            pointer: Origin(self.source, f"/workspaces/{name}/vars/{each}")
            for pointer, each in composed.variables.items()
            if self.source is not None and each in self.values.get(name or "", {})
        }
        return data, origins

    def missing(self, composed: Composed) -> list[Finding]:
        """A finding on each variable that a workspace of the posting doesn't define."""
        own = [each for each in self.belongs(composed.data) if each not in self.sandboxes]
        return [
            self._undefined(name, pointer, lacking, composed)
            for pointer, name in composed.variables.items()
            if (lacking := [each for each in own if name not in self.values[each]])
        ]

    def _undefined(self, name: str, pointer: str, lacking: list[str], composed: Composed) -> Finding:
        known = sorted({each for values in self.values.values() for each in values})
        near = difflib.get_close_matches(name, known, n=1)
        where = ", ".join(f"workspaces.{each}.vars" for each in lacking)
        help = f"did you mean '{near[0]}'?" if near and near[0] != name else f"add it below {where} in heymilo.yaml"
        message = f"the variable '{name}' has no value in the workspace {' and '.join(lacking)}"
        return schema_finding("SY163", message, composed.place(pointer), help=help, pointer=pointer)
