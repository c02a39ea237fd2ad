"""Builds the document of ``drift show``."""

from __future__ import annotations

from collections.abc import Iterator

from heymilo_ops.model.drift_report import DriftReport, DriftStatus, PostingDrift
from heymilo_ops.review import document as doc
from heymilo_ops.review.document import code, foreign, own, sentence
from heymilo_ops.review.drift_words import UNREADABLE, drift_lines, drift_summary, posting_lines
from heymilo_ops.review.field_lines import text_of

_WIDTH = 110


def build_drift_document(report: DriftReport, *, public: bool = False) -> doc.ReviewDocument:
    """Build the document of a report. ``public``: candidates can read it, so it names postings and shows no values."""
    title = doc.Heading(1, (own("Changed outside: "), foreign(report.workspace)))
    summary = doc.Paragraph((own("".join(drift_summary(report))),))
    changed = [posting for posting in report.postings if posting.status is not DriftStatus.SAME or posting.fields]
    sections = tuple(doc.Section(tuple(_blocks(posting, report.workspace, public=public))) for posting in changed)
    return doc.ReviewDocument(report.workspace, (title, summary), sections, (own(UNREADABLE),))


def _blocks(posting: PostingDrift, workspace: str, *, public: bool) -> Iterator[doc.Block]:
    if public:
        yield doc.Heading(2, (code(posting.address),))
        return
    yield doc.Heading(2, (foreign(posting.title or posting.address), own(" · "), code(posting.address)))
    if lines := posting_lines(posting, workspace):
        yield doc.BulletList(tuple(map(sentence, lines)))
    if posting.fields:
        yield doc.CodeBlock("\n".join(map(text_of, drift_lines(posting.fields, _WIDTH, ""))), "diff")
