"""A plan beside what was reviewed, on a terminal."""

from __future__ import annotations

from heymilo_ops.plan.review_comparison import ReviewComparison
from heymilo_ops.report.writer import Writer
from heymilo_ops.review.review_comparison import comparison_sentence, standing_words, unread_lines, way_out_lines
from heymilo_ops.review.words import ACTIONS
from heymilo_ops.text.sanitize import one_line
from heymilo_ops.text.width import table


def render_comparison(comparison: ReviewComparison, writer: Writer) -> str:
    """Render a row for each change, what it comes to, and the way out where something isn't as reviewed."""
    rows = [
        [one_line(change.address), ACTIONS[change.action].effect, standing_words(change)]
        for change in comparison.changes
    ]
    text = writer.headed(table(("posting", "what happens to it", "reviewed"), rows, None)) + "\n" if rows else ""
    text += "".join(line + "\n" for line in writer.bullets(map(one_line, unread_lines(comparison))))
    text += writer.prose(comparison_sentence(comparison))
    if comparison.stopping:
        lead, *inputs = way_out_lines(comparison)
        text += "\n" + writer.prose(lead) + "".join(f"  {one_line(line)}\n" for line in inputs)
    return text
