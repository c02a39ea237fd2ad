"""How many findings of one file are shown, and a finding that says that there are more."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from heymilo_ops.finding import Finding, Place, Severity
from heymilo_ops.manifest.codes import file_finding

MOST = 100
"""Findings of one file that are shown. More would help nobody, and a hostile file can have a hundred thousand."""

_WEIGHTS = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}


def limit_findings(findings: Iterable[Finding]) -> list[Finding]:
    """The findings, of each file at most ``MOST``: errors first, then warnings, and of these the first in the file.

    Where some are left out, a finding of the heaviest weight among them says so (``SY025``): what would have been
    ended in exit 1 still does. Those without a place all stay.
    """
    by_path: dict[str | None, list[Finding]] = {}
    for item in findings:
        by_path.setdefault(item.place.path if item.place is not None else None, []).append(item)
    kept: list[Finding] = []
    for path, of_file in by_path.items():
        if path is None or len(of_file) <= MOST:
            kept += of_file
            continue
        ordered = sorted(of_file, key=_order)
        kept += [*ordered[:MOST], _more(path, ordered[MOST:])]
    return kept


def _order(item: Finding) -> tuple[int, int, int]:
    place = item.place or Place("")
    return _WEIGHTS[item.severity], place.line, place.column


def _more(path: str, left_out: list[Finding]) -> Finding:
    findings = "finding" if len(left_out) == 1 else "findings"
    message = f"at least {len(left_out):,} more {findings} of this file are not shown"
    more = file_finding("SY025", message, Place(path), help="correct those that are shown, then run lint again")
    return replace(more, severity=left_out[0].severity, address=left_out[0].address)
