"""Every rule over every posting."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from heymilo_ops.finding import Finding, Severity
from heymilo_ops.lint.registry import ACROSS, RULES
from heymilo_ops.lint.rule import AcrossRule, Hit, Rule, Subject

MOST_HITS = 1000
"""Several times the findings of one file that are ever shown; placing and sorting more would only take time."""


def run(subjects: Iterable[Subject], rules: Sequence[Rule] = RULES) -> list[Finding]:
    """Return the findings, by address, then pointer, then code.

    Each has address and pointer and no place: whoever read the file knows its lines. A rule that raises
    is our bug and is not caught here. A rule that reads only English is not run on postings in another language. Of
    what one rule finds in one posting the first ``MOST_HITS`` count.
    """
    findings: list[Finding] = []
    for subject in subjects:
        is_english, touches = subject.english, subject.topics.touches
        for rule in rules:
            if (rule.english and not is_english) or (rule.topic is not None and rule.topic not in touches):
                continue
            hits = list(rule.check(subject))
            if hits:
                findings += [_finding(rule, hit, subject.desired.address) for hit in _few(hits)]
    return sorted(findings, key=_order)


def run_across(subjects: Sequence[Subject], rules: Sequence[AcrossRule] = ACROSS) -> list[list[Finding]]:
    """Return what comparing the postings finds, for each of them in their order. Bounded as ``run`` is."""
    findings: dict[int, list[Finding]] = {id(subject): [] for subject in subjects}
    for rule in rules:
        for subject, hit in rule.check(subjects):
            findings[id(subject)].append(_finding(rule, hit, subject.desired.address))
    return [sorted(of_subject[:MOST_HITS], key=_order) for of_subject in findings.values()]


def _few(hits: list[Hit]) -> list[Hit]:
    """Return the hits of one rule in one posting, of each severity the first so many."""
    if len(hits) <= MOST_HITS:
        return hits
    by_severity: dict[Severity | None, list[Hit]] = {}
    for hit in hits:
        by_severity.setdefault(hit.severity, []).append(hit)
    return [hit for of_severity in by_severity.values() for hit in of_severity[:MOST_HITS]]


def _finding(rule: Rule | AcrossRule, hit: Hit, address: str) -> Finding:
    severity = rule.severity if hit.severity is None else hit.severity
    return Finding(
        rule.code,
        rule.name,
        severity,
        hit.message,
        hit.help,
        address=address,
        pointer=hit.pointer,
        fields=hit.fields,
        since=hit.since or rule.since,
        preview=rule.preview or hit.preview,
        proposal=hit.proposal,
        fix=hit.fix,
        other=hit.other,
    )


def _order(finding: Finding) -> tuple[str, tuple[tuple[int, str], ...], str, str]:
    """Numbers in a pointer count as numbers: question 10 comes after question 9."""
    tokens = tuple((int(token) if token.isdecimal() else -1, token) for token in finding.pointer.split("/"))
    return (finding.address or "", tokens, finding.code, finding.message)
