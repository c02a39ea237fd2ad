"""Findings as text with the source line, as JSON, and as GitHub annotations."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from typing import Any

from heymilo_ops.finding import Finding, Place, Severity
from heymilo_ops.report.snippet import snippet
from heymilo_ops.report.writer import Writer
from heymilo_ops.review.finding_words import count_words, in_order
from heymilo_ops.review.words import counted
from heymilo_ops.text.sanitize import json_text, one_line, sanitize
from heymilo_ops.text.width import cells, fold, whole_commands, wrap

Style = Callable[[str], str]
Lines = Callable[[str, int], str | None]
"""(path, 1-based line) → that line of the file, ``None`` where it can't be had."""

Passed = tuple[int, int]
"""How many files were passed over: backups of a manifest; manifests behind a name that begins with ``_`` or ``.``."""

FORMAT_VERSION = "1.0"
_GITHUB = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


UNCHECKED = (
    "Not checked by this release: questions about protected topics, the notices that candidates must be given, and "
    "ops.jurisdictions."
)
"""What nobody may take the silence of lint for. A line goes with the rules that check it."""


def render_findings(
    findings: Iterable[Finding], lines: Lines, writer: Writer, files: int, passed: Passed = (0, 0)
) -> str:
    """Render every finding with its source line, sorted by file and place, then a line that counts them.

    ``files`` is how many files were checked.
    """
    ordered = in_order(findings)
    blocks = [finding_block(finding, lines, writer) for finding in ordered]
    end, plain = _summary(ordered, files, writer), _summary(ordered, files, Writer())
    more = _not_read(*passed)
    if writer.columns is None or not more or cells(f"{plain}; {more}") <= writer.columns:
        return "\n\n".join([*blocks, f"{end}; {more}" if more else end]) + "\n"
    below = "".join(f"\n  {line}" for line in fold(more, writer.columns - 2))
    return "\n\n".join([*blocks, end + below]) + "\n"


def finding_blocks(findings: Iterable[Finding], lines: Lines, writer: Writer) -> str:
    """Render every finding as ``render_findings`` does, without the count; ``""`` for none."""
    parts = [finding_block(finding, lines, writer) for finding in in_order(findings)]
    return "\n\n".join(parts) + "\n" if parts else ""


def finding_block(finding: Finding, lines: Lines, writer: Writer) -> str:
    """Render a finding: its place and message, the source line with carets, what to do.

    Off a terminal the first line is never broken, so that programs can read it.
    """
    style = _style(finding.severity, writer)
    out = _head(finding, style, writer)
    if finding.place is not None:
        line = lines(finding.place.path, finding.place.line)
        if line is not None and line.strip():
            out += snippet(line, finding.place, style, writer)
    if finding.help:
        out += writer.hanging(f"  {writer.cyan('help:')} ", one_line(finding.help), 8)
    return "\n".join(out)


def findings_json(findings: Iterable[Finding]) -> str:
    """``{"format_version": "1.0", "findings": […]}``, sorted as in ``render_findings``."""
    return json_text(
        {"format_version": FORMAT_VERSION, "findings": [_record(finding) for finding in in_order(findings)]}
    )


def github_annotations(findings: Iterable[Finding]) -> str:
    """Return a workflow command for each finding: an annotation at its place in the pull request."""
    return "".join(f"{_command(finding)}\n" for finding in in_order(findings))


def _summary(findings: Sequence[Finding], files: int, writer: Writer) -> str:
    if not findings:
        return f"{counted(files, 'file')}, nothing to report"
    paths = {finding.place.path for finding in findings if finding.place is not None}
    where = f" in {len(paths)} of {counted(files, 'file')}" if 0 < len(paths) <= files else ""
    worst = _style(min((finding.severity for finding in findings), key=list(Severity).index), writer)
    return worst(count_words(findings)) + where


def _not_read(backups: int, aside: int) -> str:
    parts = []
    if backups:
        parts.append("1 backup of a manifest" if backups == 1 else f"{backups} backups of manifests")
    if aside:
        parts.append(f"{counted(aside, 'manifest')} behind a name that begins with _ or .")
    return f"not read: {', '.join(parts)}" if parts else ""


def _head(finding: Finding, style: Style, writer: Writer) -> list[str]:
    """Return place, severity, code and message, folded where a terminal is too narrow."""
    styles: dict[str, Style] = {"bold": writer.bold, "plain": str, "severity": style}
    where, message = _where(finding), one_line(finding.message)
    parts = [("bold", where)] if where else []
    parts += [("severity", finding.severity.value), ("plain", f"{finding.code} {finding.name}:"), ("bold", message)]
    if writer.columns is None or cells(" ".join(text for _, text in parts)) <= writer.columns:
        return [" ".join(styles[name](text) for name, text in parts)]
    words = [((name, word),) for name, text in parts for word in whole_commands(text).split()]
    out = []
    for line in wrap(words, max(writer.columns - 4, 20)):
        pieces = [(name, " ".join(word[0][1] for word in run)) for name, run in groupby(line, lambda word: word[0][0])]
        out.append(" ".join(styles[name](text.replace("\0", " ")) for name, text in pieces))
    return [out[0], *[f"    {line}" for line in out[1:]]]


def _where(finding: Finding) -> str:
    if finding.place is not None:
        return f"{one_line(finding.place.path)}:{finding.place.line}:{finding.place.column}:"
    return f"{one_line(finding.address)}:" if finding.address else ""


def _style(severity: Severity, writer: Writer) -> Callable[[str], str]:
    return {Severity.ERROR: writer.red, Severity.WARNING: writer.yellow, Severity.INFO: writer.cyan}[severity]


def _record(finding: Finding) -> dict[str, Any]:
    names = ("path", "line", "column", "end_line", "end_column")
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.value,
        "message": finding.message,
        "help": finding.help,
        **{name: getattr(finding.place, name, None) for name in names},
        "address": finding.address,
        "pointer": finding.pointer,
    }


def _command(finding: Finding) -> str:
    properties = [*_place_properties(finding.place), ("title", f"{finding.code} {finding.name}")]
    settings = ",".join(f"{key}={_property(str(value))}" for key, value in properties if value is not None)
    name = one_line(finding.address or "") if finding.place is None else ""
    message = (
        (f"{name}: " if name else "")
        + one_line(finding.message)
        + (f"\nhelp: {one_line(finding.help)}" if finding.help else "")
    )
    return f"::{_GITHUB[finding.severity]} {settings}::{_data(message)}"


def _place_properties(place: Place | None) -> list[tuple[str, Any]]:
    if place is None:
        return []
    return [
        ("file", sanitize(place.path)),
        ("line", place.line),
        ("col", place.column),
        ("endLine", place.end_line),
        ("endColumn", place.end_column),
    ]


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
