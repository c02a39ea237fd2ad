"""What was changed outside, on a terminal and as JSON."""

from __future__ import annotations

from typing import Any

from heymilo_ops.model.drift_report import DriftReport, DriftStatus, PostingDrift
from heymilo_ops.report.writer import Writer
from heymilo_ops.review.drift_words import UNREADABLE, drift_lines, drift_summary, posting_lines
from heymilo_ops.text.sanitize import one_line


def render_drift(report: DriftReport, writer: Writer) -> str:
    """Render a report: each posting that was changed, then one line on all of them."""
    parts = [_posting(posting, report.workspace, writer) for posting in report.postings if _is_worth_a_block(posting)]
    head, rest = drift_summary(report)
    parts += ["\n".join(writer.bullets([UNREADABLE])), writer.bold(head) + rest]
    return "\n\n".join(part.rstrip("\n") for part in parts) + "\n"


def _is_worth_a_block(posting: PostingDrift) -> bool:
    return posting.is_open or bool(posting.fields or posting.ignored) or posting.status is not DriftStatus.SAME


def _posting(posting: PostingDrift, workspace: str, writer: Writer) -> str:
    out = [f"  {writer.bold(f'# {one_line(posting.address)}')}{writer.dim(f'  (posting {posting.posting_id})')}"]
    for line in posting_lines(posting, workspace):
        out += writer.hanging("      ", one_line(line), 6)
    out += map(writer.pieces, drift_lines(posting.fields, writer.width, " " * 6))
    return "\n".join(out)


def drift_data(report: DriftReport) -> dict[str, Any]:
    """Return a report as plain JSON data."""
    return {"workspace": report.workspace, "postings": [_data(posting) for posting in report.postings]}


def _data(posting: PostingDrift) -> dict[str, Any]:
    return {
        "address": posting.address,
        "posting_id": posting.posting_id,
        "status": posting.status.value,
        "questions_compared": posting.questions,
        "ignored": posting.ignored,
        "open": posting.is_open,
        "drift": [
            {
                "path": field.path,
                "kind": field.kind,
                "class": field.effect.value,
                "baseline": field.baseline,
                "live": field.live,
                "desired": field.desired,
                "accepted": not field.is_open,
            }
            for field in posting.fields
        ],
    }
