"""The codes of findings on files: name and severity of each, and how many findings of a file are shown.

Codes are stable and never reused. Their pages are in ``usecases/pages/files.md``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from heymilo_ops.finding import SEVERITIES, CodeInfo, Finding, Place, Severity

_NAMES = {
    # the YAML layer
    "SY001": "unreadable-file",
    "SY002": "not-utf8",
    "SY003": "file-too-large",
    "SY004": "control-character",
    "SY005": "yaml-syntax",
    "SY006": "tab-indentation",
    "SY007": "colon-in-text",
    "SY008": "reserved-start",
    "SY009": "unquoted-braces",
    "SY010": "swallowed-words",
    "SY011": "duplicate-key",
    "SY012": "several-documents",
    "SY013": "not-a-mapping",
    "SY014": "empty-file",
    "SY015": "tag",
    "SY016": "merge-key",
    "SY017": "key-not-text",
    "SY018": "boolean-look-alike",
    "SY019": "number-too-large",
    "SY020": "too-deep",
    "SY021": "too-many-aliases",
    "SY022": "unused-anchor",
    "SY023": "bad-suppression",
    "SY024": "unused-suppression",
    "SY025": "more-findings",
    "SY026": "not-read",
    "SY027": "ending-exception",
    "SY028": "lapsed-baseline",
    # the schema layer (``SY1xx``), and sharing and the repo as a whole (``SY15x``, ``SY16x``)
    "SY101": "unknown-key",
    "SY102": "missing-key",
    "SY103": "unknown-value",
    "SY104": "wrong-type",
    "SY105": "wrong-form",
    "SY106": "blank-text",
    "SY107": "not-https",
    "SY108": "out-of-range",
    "SY109": "wrong-size",
    "SY110": "bad-key",
    "SY150": "duplicate-name",
    "SY160": "wrong-sharing-form",
    "SY161": "unknown-shared-name",
    "SY162": "chained-sharing",
    "SY163": "undefined-variable",
    "SY164": "unused-shared-file",
    "SY165": "unknown-workspace",
    "SY199": "schema",
}
_WARNINGS = ("SY023", "SY024", "SY026", "SY027", "SY164")
_INFOS = ("SY028",)
"""The codes that warn, and those that inform; the others are errors."""


def _severity(code: str) -> Severity:
    return Severity.WARNING if code in _WARNINGS else Severity.INFO if code in _INFOS else Severity.ERROR


CODES = {code: CodeInfo(name, _severity(code)) for code, name in _NAMES.items()}
YAML_CODES = {code: info for code, info in CODES.items() if code < "SY100"}
"""Of the YAML layer: where one of these is an error, the file can't be read reliably."""

MOST = 100
"""Findings of one file that are shown. More would help nobody, and a hostile file can have a hundred thousand."""


def file_finding(
    code: str, message: str, place: Place, *, help: str = "", pointer: str = "", suggestion: str = ""
) -> Finding:
    """Return a finding of this catalogue."""
    info = CODES[code]
    return Finding(code, info.name, info.severity, message, help, place, pointer=pointer, suggestion=suggestion)


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
        ordered = sorted(of_file, key=lambda item: (SEVERITIES.index(item.severity), item.position))
        kept += [*ordered[:MOST], _more(path, ordered[MOST:])]
    return kept


def _more(path: str, left_out: list[Finding]) -> Finding:
    findings = "finding" if len(left_out) == 1 else "findings"
    message = f"at least {len(left_out):,} more {findings} of this file are not shown"
    more = file_finding("SY025", message, Place(path), help="correct those that are shown, then run lint again")
    return replace(more, severity=left_out[0].severity, address=left_out[0].address)
