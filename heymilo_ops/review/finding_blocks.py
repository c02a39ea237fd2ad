"""Findings in a document: what must be fixed, what needs a decision, and what doesn't count and why."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from heymilo_ops.finding import DismissedBy, Severity
from heymilo_ops.plan.review_input import ReviewFinding
from heymilo_ops.review import document as doc
from heymilo_ops.review.document import Inline, Style, code, foreign, joined, own, sentence
from heymilo_ops.review.words import counted

LONGEST = 600
"""Characters of a message, a help or a reason."""
_WHY = 220
"""Characters of why a rule asks for something; `explain` says all of it."""
_MOST = 3
"""Postings that are named for one finding."""
_BY = {
    DismissedBy.BASELINE: "was there before (baseline)",
    DismissedBy.COMMENT: "set aside by a comment in the file",
    DismissedBy.CONFIG: "left out by lint in heymilo.yaml",
    DismissedBy.EXCEPTION: "set aside by an exception",
}


Titles = Mapping[str, str] | None
"""By address, what candidates see as the title; ``None`` where a reader knows which posting it is about."""


def must_fix_blocks(findings: Sequence[ReviewFinding], titles: Titles) -> Iterator[doc.Block]:
    """Yield what keeps the plan, or a part of it, from being applied."""
    if findings:
        paragraphs = (finding_line(item, titles, "Must fix: ", number) for item, number in merged(findings))
        yield doc.Callout(doc.CalloutKind.CAUTION, tuple(paragraphs))


def open_blocks(findings: Sequence[ReviewFinding], titles: Titles) -> Iterator[doc.Block]:
    """Yield the findings that count and forbid nothing: somebody has to look. Hints are folded."""
    loud = merged([item for item in findings if item.finding.severity is not Severity.INFO])
    quiet = merged([item for item in findings if item.finding.severity is Severity.INFO])
    if loud:
        paragraphs = (finding_line(item, titles, "To decide: ", number) for item, number in loud)
        yield doc.Callout(doc.CalloutKind.IMPORTANT, tuple(paragraphs))
    if quiet:
        lines = tuple(finding_line(item, titles, number=number) for item, number in quiet)
        yield doc.Details(f"Hints ({len(quiet)})", (doc.BulletList(lines),))


def dismissed_blocks(findings: Sequence[ReviewFinding], titles: Titles) -> Iterator[doc.Block]:
    """Yield the findings that don't count, with who says so and why."""
    if findings:
        lines = tuple(_dismissed_line(item, titles) for item in findings)
        number = counted(len(findings), "finding")
        yield doc.Paragraph((own(f"{number} set aside", Style.STRONG), own(": nothing asks for a fix of these.")))
        yield doc.BulletList(lines)


def finding_line(item: ReviewFinding, titles: Titles, lead: str = "", number: int = 1) -> Inline:
    """Return a finding: what is wrong, the words, what to write instead, and why; ``number``: in how many places."""
    finding = item.finding
    message = f"{lead}{finding.message[:1].lower() if lead else finding.message[:1].upper()}{finding.message[1:]}"
    spans: Inline = (foreign(message[:LONGEST], Style.STRONG), own(" "), foreign(f"({finding.code})"))
    spans += _postings(item, titles) if titles is not None else ()
    spans += (own(f", in {number} places." if number > max(len(item.addresses), 1) else "."),)
    if item.quoted:
        spans += (own(" “"), foreign(item.quoted), own("”"))
    if finding.proposal:
        spans += (own(" Instead: “"), foreign(finding.proposal), own("”"))
    if finding.help and not (finding.proposal and finding.proposal in finding.help):
        advice = finding.help[:LONGEST]
        end = "" if advice.endswith((".", "?", "!")) else "."
        spans += (own(" "), *sentence(f"{advice[0].upper()}{advice[1:]}{end}"))
    if item.why:
        spans += (own(" Why: "), *sentence(first_sentences(item.why.replace("``", "`"), _WHY)))
    return spans


def merged(findings: Sequence[ReviewFinding]) -> list[tuple[ReviewFinding, int]]:
    """Return the findings, those that say the same once, each with how many they are."""
    alike: dict[tuple[str, ...], tuple[ReviewFinding, int]] = {}
    for item in findings:
        finding = item.finding
        key = (finding.code, finding.message, finding.help, finding.proposal, item.quoted)
        known, number = alike.get(key, (item, 0))
        names = tuple(dict.fromkeys((*known.addresses, *item.addresses)))
        alike[key] = (replace(known, addresses=names), number + 1)
    return list(alike.values())


def first_sentences(text: str, most: int) -> str:
    """Return as many whole sentences as ``most`` characters hold, but one at least."""
    sentences = re.split(r"(?<=[.?!]) ", text)
    out = sentences[0]
    for following in sentences[1:]:
        if len(out) + len(following) >= most:
            break
        out = f"{out} {following}"
    return out


def _postings(item: ReviewFinding, titles: Mapping[str, str]) -> Inline:
    names = item.addresses or ((item.finding.address,) if item.finding.address else ())
    if not names:
        return ()
    if len(names) > 3:
        return (own(f", in {counted(len(names), 'posting')}"),)
    return own(", in "), *joined(
        ((foreign(titles[name]),) if name in titles else (code(name),) for name in names), ", "
    )


def _dismissed_line(item: ReviewFinding, titles: Titles) -> Inline:
    dismissed = item.dismissed
    line = finding_line(item, titles)
    if dismissed is None:
        return line
    why: Inline = (own(": “"), foreign(dismissed.reason), own("”")) if dismissed.reason else ()
    return *line, own(" — "), own(_BY[dismissed.by]), *why
