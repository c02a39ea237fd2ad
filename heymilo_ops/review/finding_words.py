"""Findings in order, counted, and what each is about: the same on a terminal, in an annotation and in a document."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from heymilo_ops.finding import Finding, Severity
from heymilo_ops.review.words import SEVERITIES


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Sort by path, line and column; findings without a place come last, by name."""
    return sorted(findings, key=_order)


def count_words(findings: Sequence[Finding]) -> str:
    """Return ``3 errors, 1 warning``; ``""`` for none."""
    parts = []
    for severity in Severity:
        number = sum(finding.severity is severity for finding in findings)
        if number:
            parts.append(f"{number} {SEVERITIES[severity][number != 1]}")
    return ", ".join(parts)


def _order(finding: Finding) -> tuple[Any, ...]:
    place = finding.place
    if place is None:
        return (1, finding.address or "", 0, 0, finding.code, finding.pointer, finding.message)
    return (0, place.path, place.line, place.column, finding.code, finding.pointer, finding.message)
