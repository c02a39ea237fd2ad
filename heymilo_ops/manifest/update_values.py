"""Values that HeyMilo takes in an update and not in a create: a posting that was taken over may have them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from heymilo_ops.finding import Finding
from heymilo_ops.manifest.model_lookup import model_at
from heymilo_ops.model.facts import Fact, facts
from heymilo_ops.model.pointer import last, split, value_at

_LIMITS = ("SY108", "SY109")
_HELP = "a posting that was taken over may keep it while ops.adopt names it"


def with_adopted_values(findings: Iterable[Finding], data: Mapping[str, Any]) -> list[Finding]:
    """Return the findings without those on values that the posting has which the manifest takes over.

    Where it takes over none, their help says that such a posting might.
    """
    is_adopting = isinstance(value_at(data, "/ops/adopt"), str)
    kept = []
    for finding in findings:
        if finding.code not in _LIMITS or not _is_update_value(finding.pointer, data):
            kept.append(finding)
        elif not is_adopting:
            kept.append(replace(finding, help=f"{finding.help}; {_HELP}"))
    return kept


def _is_update_value(pointer: str, data: Mapping[str, Any]) -> bool:
    """Return whether update takes the value of a field, and create doesn't."""
    path = tuple(int(part) if part.isdecimal() else part for part in split(pointer))
    model = model_at(data, path[:-1])
    fact: Fact | None = facts(model).get(last(pointer)) if model is not None else None
    if fact is None or fact.create_max is None:
        return False
    value = value_at(data, pointer)
    size = len(value) if isinstance(value, str) else value
    return bool(size > fact.create_max and (fact.update_max is None or size <= fact.update_max))
