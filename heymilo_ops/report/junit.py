"""Findings as JUnit XML, for CI systems that show test results."""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

from heymilo_ops.finding import Dismissed, Finding, Severity
from heymilo_ops.report.findings import dismissal_words
from heymilo_ops.review.words import in_order
from heymilo_ops.text.sanitize import one_line

_SUITE = "heymilo-ops lint"


def junit_xml(findings: Sequence[Finding], dismissed: Sequence[Dismissed]) -> str:
    """Return a suite with a test case for each finding: an error has failed, one that doesn't count was skipped.

    A warning or an info is a case with its text as output. Where nothing counts, one case says so.
    """
    ordered = in_order(findings)
    cases = [_case(finding) for finding in ordered]
    cases += [_skipped(item) for item in dismissed]
    if not ordered:
        cases.append(f"  <testcase{_attributes(classname=_SUITE, name='no finding')}/>")
    failures = sum(finding.severity is Severity.ERROR for finding in ordered)
    counts = _attributes(
        name=_SUITE, tests=str(len(cases)), failures=str(failures), errors="0", skipped=str(len(dismissed))
    )
    body = "\n".join(cases)
    suite = f"<testsuite{counts}>\n{body}\n</testsuite>"
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n{suite}\n</testsuites>\n'


def _case(finding: Finding) -> str:
    other = str(finding.other_place) if finding.other_place is not None else ""
    advice = (("contradicted by", other), ("help", finding.help), ("for example", finding.proposal))
    text = "\n".join([one_line(finding.message), *(f"{label}: {one_line(words)}" for label, words in advice if words)])
    if finding.severity is Severity.ERROR:
        inner = f"<failure{_attributes(type=finding.code, message=one_line(finding.message))}>{_text(text)}</failure>"
    else:
        inner = f"<system-out>{_text(f'{finding.severity.value}: {text}')}</system-out>"
    return f"  <testcase{_named(finding)}>{inner}</testcase>"


def _skipped(item: Dismissed) -> str:
    return f"  <testcase{_named(item.finding)}><skipped{_attributes(message=dismissal_words(item))}/></testcase>"


def _named(finding: Finding) -> str:
    place = finding.place
    where = {"file": one_line(place.path), "line": str(place.line)} if place is not None else {}
    at = f":{place.line}:{place.column}" if place is not None else ""
    name = f"{finding.code} {finding.name}{at}"
    of = place.path if place is not None else finding.address or _SUITE
    return _attributes(classname=one_line(of), name=name, **where)


def _attributes(**values: str) -> str:
    return "".join(f" {name}={quoteattr(_legal(value))}" for name, value in values.items())


def _text(text: str) -> str:
    return escape(_legal(text))


def _legal(text: str) -> str:
    """Return a text without what XML 1.0 can't hold."""
    return "".join(char if char in "\t\n\r" or _is_legal(ord(char)) else "\ufffd" for char in text)


def _is_legal(number: int) -> bool:
    return 0x20 <= number <= 0xD7FF or 0xE000 <= number <= 0xFFFD or number >= 0x10000
