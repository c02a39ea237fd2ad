"""The formats of ``lint``: for people, for programs, for GitHub and GitLab."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from heymilo_ops.finding import Dismissed, Finding
from heymilo_ops.report import findings
from heymilo_ops.report.findings import Lines, Passed, Texts
from heymilo_ops.report.output import command_lines
from heymilo_ops.report.writer import Writer

if TYPE_CHECKING:
    from heymilo_ops.lint.english_rules import EnglishRules

FORMATS = ("text", "json", "github", "sarif", "junit")


@dataclass(frozen=True)
class LintReport:
    """What ``lint`` found.

    Attributes:
        dismissed: the findings that don't count.
        lines: gives a line of a file.
        files: how many files were checked.
        passed: how many were passed over.
        fingerprint: what identifies a finding wherever it stands.
        texts: how many texts were read, can't be read, and how many topics no vocabulary covers.
        fixable: how many findings ``--fix`` can fix.
        english: which rules don't read how many of the postings, since they look for English words.
    """

    findings: Sequence[Finding]
    dismissed: Sequence[Dismissed]
    lines: Lines
    files: int
    passed: Passed
    fingerprint: Callable[[Finding], str]
    texts: Texts = (0, 0, 0)
    fixable: int = 0
    english: EnglishRules | None = None


def render(name: str, report: LintReport, writer: Writer) -> str:
    """Render what was found in one of ``FORMATS``."""
    if name == "json":
        known = (report.dismissed, report.texts, report.fixable, report.english)
        return findings.findings_json(report.findings, *known)
    if name == "github":
        return findings.github_annotations(report.findings)
    if name == "sarif":
        from heymilo_ops.report.sarif import sarif_json

        return sarif_json(report.findings, report.dismissed, report.fingerprint)
    if name == "junit":
        from heymilo_ops.report.junit import junit_xml

        return junit_xml(report.findings, report.dismissed)
    return findings.render_findings(report.findings, report.lines, writer, report.files, report.passed, report.texts)


def file_text(name: str, text: str, make_safe: Callable[[str], str]) -> str:
    """Return a rendered report as it is written to a file."""
    return command_lines(text) if name == "github" else make_safe(text)
