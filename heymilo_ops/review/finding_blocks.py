"""Findings in a document: what must be fixed, what needs a decision, and what doesn't count and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from heymilo_ops.finding import DismissedBy, Severity
from heymilo_ops.plan.review_input import ReviewFinding
from heymilo_ops.review import document as doc
from heymilo_ops.review.document import Inline, Style, code, foreign, joined, own, sentence
from heymilo_ops.review.words import counted

LONGEST = 600
"""Characters of a message, a help or a reason."""
_MOST = 3
"""Postings that are named for one finding."""
_BY = {
    DismissedBy.BASELINE: "was there before (baseline)",
    DismissedBy.COMMENT: "set aside by a comment in the file",
    DismissedBy.CONFIG: "left out by lint in heymilo.yaml",
    DismissedBy.EXCEPTION: "set aside by an exception",
}


def must_fix_blocks(findings: Sequence[ReviewFinding], titles: Mapping[str, str]) -> Iterator[doc.Block]:
    """Yield what keeps the plan, or a part of it, from being applied."""
    if findings:
        paragraphs = (finding_line(item, titles, "Must fix: ") for item in findings)
        yield doc.Callout(doc.CalloutKind.CAUTION, tuple(paragraphs))


def open_blocks(findings: Sequence[ReviewFinding], titles: Mapping[str, str]) -> Iterator[doc.Block]:
    """Yield the findings that count and forbid nothing: somebody has to look. Hints are folded."""
    loud = [item for item in findings if item.finding.severity is not Severity.INFO]
    quiet = [item for item in findings if item.finding.severity is Severity.INFO]
    if loud:
        paragraphs = (finding_line(item, titles, "To decide: ") for item in loud)
        yield doc.Callout(doc.CalloutKind.IMPORTANT, tuple(paragraphs))
    if quiet:
        lines = tuple(finding_line(item, titles) for item in quiet)
        yield doc.Details(f"Hints ({len(quiet)})", (doc.BulletList(lines),))


def dismissed_blocks(findings: Sequence[ReviewFinding], titles: Mapping[str, str]) -> Iterator[doc.Block]:
    """Yield the findings that don't count, with who says so and why."""
    if findings:
        lines = tuple(_dismissed_line(item, titles) for item in findings)
        number = counted(len(findings), "finding")
        yield doc.Paragraph((own(f"{number} set aside", Style.STRONG), own(": nothing asks for a fix of these.")))
        yield doc.BulletList(lines)


def finding_line(item: ReviewFinding, titles: Mapping[str, str], lead: str = "") -> Inline:
    """Return a finding: what is wrong, the words, what to write instead, and why."""
    finding = item.finding
    message = f"{lead}{finding.message[:1].lower() if lead else finding.message[:1].upper()}{finding.message[1:]}"
    spans: Inline = (foreign(message[:LONGEST], Style.STRONG), own(" "), foreign(f"({finding.code})"))
    spans += (*_postings(item, titles), own("."))
    if item.quoted:
        spans += (own(" “"), foreign(item.quoted), own("”"))
    if finding.proposal:
        spans += (own(" Instead: “"), foreign(finding.proposal), own("”"))
    if finding.help and not (finding.proposal and finding.proposal in finding.help):
        advice = finding.help[:LONGEST]
        spans += (own(" "), *sentence(f"{advice[0].upper()}{advice[1:].removesuffix('.')}."))
    if item.why:
        spans += (own(" Why: "), foreign(item.why[:LONGEST]))
    return spans


def _postings(item: ReviewFinding, titles: Mapping[str, str]) -> Inline:
    names = item.addresses or ((item.finding.address,) if item.finding.address else ())
    if not names:
        return ()
    if len(names) > 3:
        return (own(f", in {counted(len(names), 'posting')}"),)
    return own(", in "), *joined(
        ((foreign(titles[name]),) if name in titles else (code(name),) for name in names), ", "
    )


def _dismissed_line(item: ReviewFinding, titles: Mapping[str, str]) -> Inline:
    dismissed = item.dismissed
    line = finding_line(item, titles)
    if dismissed is None:
        return line
    why: Inline = (own(": “"), foreign(dismissed.reason), own("”")) if dismissed.reason else ()
    return *line, own(" — "), own(_BY[dismissed.by]), *why
