"""Findings in a document: what must be fixed, what needs a decision, and what doesn't count and why."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

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
_QUOTES = 10
"""Passages that are quoted for one finding."""
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
        paragraphs = (finding_line(one, titles, "Must fix: ") for one in merged(findings))
        yield doc.Callout(doc.CalloutKind.CAUTION, tuple(paragraphs))


def open_blocks(findings: Sequence[ReviewFinding], titles: Titles) -> Iterator[doc.Block]:
    """Yield the findings that count and forbid nothing: somebody has to look. Hints are folded."""
    loud = merged([item for item in findings if item.finding.severity is not Severity.INFO])
    quiet = merged([item for item in findings if item.finding.severity is Severity.INFO])
    if loud:
        paragraphs = (finding_line(one, titles, "To decide: ") for one in loud)
        yield doc.Callout(doc.CalloutKind.IMPORTANT, tuple(paragraphs))
    if quiet:
        lines = tuple(finding_line(one, titles) for one in quiet)
        yield doc.Details(f"Hints ({len(quiet)})", (doc.BulletList(lines),))


def dismissed_blocks(findings: Sequence[ReviewFinding], titles: Titles) -> Iterator[doc.Block]:
    """Yield the findings that don't count, with who says so and why."""
    if findings:
        lines = tuple(_dismissed_line(item, titles) for item in findings)
        number = counted(len(findings), "finding")
        yield doc.Paragraph((own(f"{number} set aside", Style.STRONG), own(": nothing asks for a fix of these.")))
        yield doc.BulletList(lines)


def finding_line(one: Merged, titles: Titles, lead: str = "") -> Inline:
    """Return a finding: what is wrong, in how many places, the words, what to write instead, and why."""
    item, number = one.item, one.number
    finding = item.finding
    message = f"{lead}{finding.message[:1].lower() if lead else finding.message[:1].upper()}{finding.message[1:]}"
    spans: Inline = (foreign(message[:LONGEST], Style.STRONG), own(" "), foreign(f"({finding.code})"))
    spans += postings_spans(item, titles) if titles is not None else ()
    spans += (own(f", in {number} places." if number > max(len(item.addresses), 1) else "."),)
    spans += quote_spans(one.quotes)
    if finding.proposal:
        spans += (own(" Instead: “"), foreign(finding.proposal), own("”"))
    if finding.help and not (finding.proposal and finding.proposal in finding.help):
        advice = finding.help[:LONGEST]
        end = "" if advice.endswith((".", "?", "!")) else "."
        spans += (own(" "), *sentence(f"{advice[0].upper()}{advice[1:]}{end}"))
    if item.why:
        spans += (own(" Why: "), *sentence(first_sentences(item.why.replace("``", "`"), _WHY)))
    return spans


@dataclass(frozen=True, slots=True)
class Merged:
    """Findings that say the same of several passages.

    Attributes:
        item: the first of them, with the postings of all.
        number: how many they are. quotes: the words that they are about, each once.
    """

    item: ReviewFinding
    number: int
    quotes: tuple[str, ...]


def merged(findings: Sequence[ReviewFinding]) -> list[Merged]:
    """Return the findings, those that say the same once."""
    alike: dict[tuple[str, ...], list[ReviewFinding]] = {}
    for item in findings:
        finding, dismissed = item.finding, item.dismissed
        terms = (dismissed.by, dismissed.reason, dismissed.ticket) if dismissed is not None else ()
        alike.setdefault((finding.code, finding.message, finding.help, finding.proposal, *terms), []).append(item)
    return [_as_one(items) for items in alike.values()]


def _as_one(items: Sequence[ReviewFinding]) -> Merged:
    names = dict.fromkeys(name for item in items for name in item.addresses)
    quotes = dict.fromkeys(item.quoted for item in items if item.quoted)
    return Merged(replace(items[0], addresses=tuple(names)), len(items), tuple(quotes))


def quote_spans(quotes: Sequence[str]) -> Inline:
    """Return the words that findings are about: `` “These words”, “and these”``."""
    if not quotes:
        return ()
    more = (own(f" and {len(quotes) - _QUOTES} more"),) if len(quotes) > _QUOTES else ()
    return own(" "), *joined(((own("“"), foreign(words), own("”")) for words in quotes[:_QUOTES]), ", "), *more


def first_sentences(text: str, most: int) -> str:
    """Return as many whole sentences as ``most`` characters hold, but one at least."""
    sentences = re.split(r"(?<=[.?!]) ", text)
    out = sentences[0]
    for following in sentences[1:]:
        if len(out) + len(following) >= most:
            break
        out = f"{out} {following}"
    return out


def postings_spans(item: ReviewFinding, titles: Mapping[str, str]) -> Inline:
    """Return ``, in Night Nurse``, of more than three their number; nothing where it is in no posting."""
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
    (one,) = merged([item])
    line = finding_line(one, titles)
    if dismissed is None:
        return line
    why: Inline = (own(": “"), foreign(dismissed.reason), own("”")) if dismissed.reason else ()
    why += (own(" ("), foreign(dismissed.ticket), own(")")) if dismissed.ticket else ()
    return *line, own(" — "), own(_BY[dismissed.by]), *why
