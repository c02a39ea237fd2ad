"""What ``{var: …}`` stands for in each workspace, and which workspaces a posting belongs to."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from heymilo_ops.finding import Finding, Place
from heymilo_ops.manifest.check import check_resolved
from heymilo_ops.manifest.codes import file_finding
from heymilo_ops.manifest.likely_cause import key_nearest
from heymilo_ops.manifest.sharing.resolve import ResolvedManifest, ValueOrigin
from heymilo_ops.manifest.yaml_file import Source
from heymilo_ops.model.notices import NoticeElsewhere
from heymilo_ops.model.pointer import join, split, value_at

_NAMES = 1000
"""Names with which one that is unknown is compared, to say which was meant."""
_MEANT = 100
"""Findings of one file that say what was meant; more are never shown."""


@dataclass(frozen=True)
class Variables:
    """The variables of a project.

    Attributes:
        values: by workspace, by name.
        sandboxes: workspaces in which a variable without a value stands for its own name, so that trying out needs
            no ids.
        chosen: the workspace to resolve for; ``None``: any that the posting belongs to.
        source: heymilo.yaml, so that a finding on a value can point at it.
        elsewhere: the notices that heymilo.yaml says are given elsewhere, with where.
    """

    values: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    sandboxes: frozenset[str] = frozenset()
    chosen: str | None = None
    source: Source | None = None
    elsewhere: Mapping[str, NoticeElsewhere] = field(default_factory=dict)

    def belongs(self, data: Mapping[str, Any]) -> list[str]:
        """Return the workspaces that a manifest belongs to."""
        named = value_at(data, "/ops/workspaces")
        return [name for name in self.values if name in named] if isinstance(named, list) else list(self.values)

    def workspace(self, data: Mapping[str, Any]) -> str | None:
        """Return the workspace to resolve a manifest for."""
        own = self.belongs(data)
        if self.chosen in own:
            return self.chosen
        real = [workspace for workspace in own if workspace not in self.sandboxes]
        return next(iter(real or own), self.chosen)

    def fill(self, composed: ResolvedManifest) -> tuple[dict[str, Any], dict[str, ValueOrigin]]:
        """Return the manifest with its variables filled in, and where their values stand."""
        return self._filled(composed, self.workspace(composed.data))

    def _filled(self, composed: ResolvedManifest, name: str | None) -> tuple[dict[str, Any], dict[str, ValueOrigin]]:
        defined = self.values.get(name or "", {})
        stand_in = name in self.sandboxes or name is None
        values: dict[str, Any] = {}
        origins = {}
        for pointer, variable in composed.variables.items():
            if variable in defined:
                values[pointer] = defined[variable]
                if self.source is not None:
                    origins[pointer] = ValueOrigin(self.source, join("workspaces", name, "vars", variable))
            elif stand_in:
                values[pointer] = variable
        return replace_values(composed.data, values), origins

    def explained(self, composed: ResolvedManifest, placed: ResolvedManifest, checked: list[Finding]) -> list[Finding]:
        """Return the findings of the schema in terms of variables, with those on values of the other workspaces."""
        missing = self._missing(composed, {finding.pointer for finding in checked})
        lacking = {finding.pointer for finding in missing}
        findings = [finding for finding in checked if finding.pointer not in lacking]
        chosen = self.workspace(composed.data)
        for name in self.belongs(composed.data) if composed.variables else ():
            if name != chosen and name not in self.sandboxes:
                findings += self._elsewhere(composed, placed, name)
        return [*findings, *missing]

    def _elsewhere(self, composed: ResolvedManifest, placed: ResolvedManifest, name: str) -> list[Finding]:
        """Return the findings on the values that variables have in another workspace."""
        data, origins = self._filled(composed, name)
        there = replace(composed, origins={**placed.origins, **origins})
        return [finding for finding in check_resolved(data, there) if finding.pointer in origins]

    def _missing(self, composed: ResolvedManifest, wrong: set[str]) -> list[Finding]:
        """Return a finding on each variable that a workspace of the posting doesn't define.

        In a sandbox that is one only where its name can't stand for its value: ``wrong`` has the pointer then.
        """
        findings: list[Finding] = []
        chosen, own = self.workspace(composed.data), self.belongs(composed.data)
        for pointer, name in composed.variables.items():
            idle = self.sandboxes - {chosen if pointer in wrong else None}
            lacking = [other for other in own if other not in idle and name not in self.values[other]]
            if lacking:
                known_names = self._names if len(findings) < _MEANT else []
                findings.append(self._undefined(name, pointer, lacking, composed, known_names))
        return findings

    @cached_property
    def _names(self) -> list[str]:
        """What a name may be taken for: the names that there are, or enough of them."""
        return sorted({name for values in self.values.values() for name in values})[:_NAMES]

    def _undefined(
        self, name: str, pointer: str, lacking: list[str], composed: ResolvedManifest, known: list[str]
    ) -> Finding:
        near = key_nearest(name, known)
        where = ", ".join(f"workspaces.{workspace}.vars" for workspace in lacking)
        help = f"did you mean '{near}'?" if near and near != name else f"add it below {where} in heymilo.yaml"
        workspaces = "workspaces" if len(lacking) > 1 else "workspace"
        message = f"the variable '{name}' has no value in the {workspaces} {' and '.join(lacking)}"
        return file_finding("SY163", message, composed.place(pointer), help=help, pointer=pointer)


def replace_values(data: dict[str, Any], values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the data with other values at JSON pointers that lead somewhere, none of them into another.

    What lies beside the ways is not copied, and what lies on them is copied once.
    """
    ways: dict[str, Any] = {}
    for pointer, value in values.items():
        *above, last = split(pointer)
        at = ways
        for part in above:
            at = at.setdefault(part, {})
        at[last] = _Value(value)
    made: dict[str, Any] = _replaced(data, ways)
    return made


@dataclass(frozen=True, slots=True)
class _Value:
    """What stands at the end of a way."""

    value: Any


def _replaced(data: Any, ways: Mapping[str, Any]) -> Any:
    made = list(data) if isinstance(data, list) else dict(data)
    for part, way in ways.items():
        key: Any = int(part) if isinstance(data, list) else part
        made[key] = way.value if isinstance(way, _Value) else _replaced(made[key], way)
    return made


def check_workspace_names(
    data: Mapping[str, Any], place: Callable[[str], Place], known: Collection[str]
) -> Iterator[Finding]:
    """Yield a finding on each name of ``ops.workspaces`` that heymilo.yaml doesn't know; none where it wasn't read."""
    named = value_at(data, "/ops/workspaces")
    for i, name in enumerate(named if known and isinstance(named, list) else ()):
        if isinstance(name, str) and name not in known:
            pointer = f"/ops/workspaces/{i}"
            near = key_nearest(name, known) if i < _MEANT else None
            help = f"did you mean '{near}'?" if near else f"known there: {', '.join(known)}"
            message = f"there is no workspace '{name}' in heymilo.yaml"
            yield file_finding("SY165", message, place(pointer), help=help, pointer=pointer)
