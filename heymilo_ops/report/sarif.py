"""Findings as SARIF 2.1.0, for code scanning."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any
from urllib.parse import quote

from heymilo_ops.finding import Dismissed, DismissedBy, Finding, Place, Severity
from heymilo_ops.report.findings import dismissal_words
from heymilo_ops.review.words import in_order
from heymilo_ops.text.sanitize import json_text, one_line
from heymilo_ops.version import __version__

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_ROOT = "REPO"
_OTHER = 1
"""The id of the related location of a result."""


def sarif_json(
    findings: Sequence[Finding], dismissed: Sequence[Dismissed], fingerprint: Callable[[Finding], str]
) -> str:
    """Return a log with one run. Findings that don't count are in it as suppressed."""
    by_finding = {item.finding: item for item in dismissed}
    ordered = [*in_order(findings), *in_order(by_finding)]
    codes = sorted({finding.code for finding in ordered})
    indexes = {code: number for number, code in enumerate(codes)}
    names = {finding.code: finding.name for finding in ordered}
    seen: Counter[str] = Counter()
    results = []
    for finding in ordered:
        mark = fingerprint(finding)
        seen[mark] += 1
        mark = f"{mark}:{seen[mark]}"
        results.append(_result(finding, indexes[finding.code], mark, by_finding.get(finding)))
    driver = {
        "name": "heymilo-ops",
        "version": __version__,
        "rules": [_rule(code, names[code]) for code in codes],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The folder of heymilo.yaml."}}},
        "results": results,
    }
    return json_text({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(code: str, name: str) -> Mapping[str, Any]:
    words = name.replace("-", " ")
    camel = "".join(word.capitalize() for word in name.split("-"))
    text = f"{words[0].upper()}{words[1:]}."
    return {
        "id": code,
        "name": camel,
        "shortDescription": {"text": text},
        "help": {"text": f"heymilo-ops explain {code} says what it is about, with examples."},
    }


def _result(finding: Finding, index: int, mark: str, dismissed: Dismissed | None) -> Mapping[str, Any]:
    help = f" To do: {one_line(finding.help)}." if finding.help else ""
    example = f" For example: {one_line(finding.proposal)}" if finding.proposal else ""
    message = one_line(finding.message)
    text = _without_links(f"{message[:1].upper()}{message[1:]}.{help}{example}")
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": index,
        "level": _LEVELS[finding.severity],
        "message": {"text": text},
        "partialFingerprints": {"heymiloOps/v1": mark},
        "suppressions": [] if dismissed is None else [_suppression(dismissed)],
    }
    if finding.place is not None:
        result["locations"] = [{"physicalLocation": _location(finding.place)}]
    elif finding.address:
        result["locations"] = [{"logicalLocations": [{"name": one_line(finding.address)}]}]
    if finding.other_place is not None:
        place = finding.other_place
        # A link to the location by its id: without one, GitHub doesn't show related locations.
        result["message"] = {"text": f"{text} Contradicted by [line {place.line}]({_OTHER})."}
        related = {"id": _OTHER, "physicalLocation": _location(place), "message": {"text": "Contradicted by this."}}
        result["relatedLocations"] = [related]
    return result


def _without_links(text: str) -> str:
    """Return a text in which nothing that somebody wrote in a manifest reads as a link."""
    return text.replace("](", "\\](")


def _location(place: Place) -> Mapping[str, Any]:
    region = {"startLine": place.line, "startColumn": place.column}
    if place.end_line is not None and place.end_column is not None:
        region |= {"endLine": place.end_line, "endColumn": place.end_column}
    return {
        "artifactLocation": {"uri": quote(place.path.encode("utf-8", "surrogatepass")), "uriBaseId": _ROOT},
        "region": region,
    }


def _suppression(dismissed: Dismissed) -> Mapping[str, Any]:
    kind = "inSource" if dismissed.by is DismissedBy.COMMENT else "external"
    suppression: dict[str, Any] = {"kind": kind, "status": "accepted", "justification": dismissal_words(dismissed)}
    if dismissed.place is not None:
        suppression["location"] = {"physicalLocation": _location(dismissed.place)}
    return suppression
