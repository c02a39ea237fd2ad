"""The codes of findings on files: name and severity of each, and how many findings of a file are shown.

Codes are stable and never reused. Their pages are in ``usecases/pages/files.md``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from heymilo_ops.finding import SEVERITIES, CodeInfo, Finding, Place, Severity

_E, _W = Severity.ERROR, Severity.WARNING

YAML_CODES: dict[str, CodeInfo] = {
    "SY001": CodeInfo("unreadable-file", _E),
    "SY002": CodeInfo("not-utf8", _E),
    "SY003": CodeInfo("file-too-large", _E),
    "SY004": CodeInfo("control-character", _E),
    "SY005": CodeInfo("yaml-syntax", _E),
    "SY006": CodeInfo("tab-indentation", _E),
    "SY007": CodeInfo("colon-in-text", _E),
    "SY008": CodeInfo("reserved-start", _E),
    "SY009": CodeInfo("unquoted-braces", _E),
    "SY010": CodeInfo("swallowed-words", _E),
    "SY011": CodeInfo("duplicate-key", _E),
    "SY012": CodeInfo("several-documents", _E),
    "SY013": CodeInfo("not-a-mapping", _E),
    "SY014": CodeInfo("empty-file", _E),
    "SY015": CodeInfo("tag", _E),
    "SY016": CodeInfo("merge-key", _E),
    "SY017": CodeInfo("key-not-text", _E),
    "SY018": CodeInfo("boolean-look-alike", _E),
    "SY019": CodeInfo("number-too-large", _E),
    "SY020": CodeInfo("too-deep", _E),
    "SY021": CodeInfo("too-many-aliases", _E),
    "SY022": CodeInfo("unused-anchor", _E),
    "SY023": CodeInfo("bad-suppression", _W),
    "SY024": CodeInfo("unused-suppression", _W),
    "SY025": CodeInfo("more-findings", _E),
    "SY026": CodeInfo("not-read", _W),
}
"""Of the YAML layer: where one of these is an error, the file can't be read reliably."""

SCHEMA_CODES: dict[str, CodeInfo] = {
    "SY101": CodeInfo("unknown-key", _E),
    "SY102": CodeInfo("missing-key", _E),
    "SY103": CodeInfo("unknown-value", _E),
    "SY104": CodeInfo("wrong-type", _E),
    "SY105": CodeInfo("wrong-form", _E),
    "SY106": CodeInfo("blank-text", _E),
    "SY107": CodeInfo("not-https", _E),
    "SY108": CodeInfo("out-of-range", _E),
    "SY109": CodeInfo("wrong-size", _E),
    "SY110": CodeInfo("bad-key", _E),
    "SY150": CodeInfo("duplicate-name", _E),
    "SY160": CodeInfo("wrong-sharing-form", _E),
    "SY161": CodeInfo("unknown-shared-name", _E),
    "SY162": CodeInfo("chained-sharing", _E),
    "SY163": CodeInfo("undefined-variable", _E),
    "SY164": CodeInfo("unused-shared-file", _W),
    "SY165": CodeInfo("unknown-workspace", _E),
    "SY199": CodeInfo("schema", _E),
}
"""Of the schema layer (``SY1xx``), and of sharing and the repo as a whole (``SY15x``, ``SY16x``)."""

CODES = YAML_CODES | SCHEMA_CODES

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
