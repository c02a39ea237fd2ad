"""The words of a plan beside what was reviewed: its lines, its document and its data."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from heymilo_ops.plan.review_comparison import ReviewComparison, ReviewedChange, ReviewStanding
from heymilo_ops.review import document as doc
from heymilo_ops.review.document import code, foreign, own
from heymilo_ops.review.words import ACTIONS, counted


def standing_words(change: ReviewedChange) -> str:
    """Return what reviewers saw of a change, such as ``as reviewed in #12``."""
    numbers = ", ".join(f"#{number}" for number in change.pull_requests)
    match change.standing:
        case ReviewStanding.AS_REVIEWED:
            return f"as reviewed in {numbers}"
        case ReviewStanding.DIFFERS:
            words = f"differs from what was reviewed in {numbers}"
        case ReviewStanding.NOT_REVIEWED:
            words = "not reviewed"
    return f"{words}, accepted" if change.accepted else words


def comparison_sentence(comparison: ReviewComparison) -> str:
    """Return what the comparison comes to."""
    if not comparison.changes:
        return "The plan changes nothing."
    stopping = len(comparison.stopping)
    if not stopping:
        accepted = sum(change.accepted for change in comparison.changes)
        rest = f", {accepted} of them accepted without a review" if accepted else ", as reviewed"
        return f"{counted(len(comparison.changes), 'change')}{rest}."
    verb = "is" if stopping == 1 else "are"
    return f"{stopping} of {counted(len(comparison.changes), 'change')} {verb} not as reviewed: nothing is applied."


def way_out_lines(comparison: ReviewComparison) -> tuple[str, str, str]:
    """Return how a plan that wasn't reviewed is applied all the same: a sentence, its digest, and the addresses."""
    names = sorted({change.address for change in comparison.changes if change.stops or change.accepted})
    lead = (
        "Open a pull request so that the change is reviewed. To apply it without one, run the workflow apply by hand "
        "with these inputs; the plan is made again and goes on only where it is the same:"
    )
    return lead, f"plan-digest: {comparison.digest}", f"accept: {' '.join(names)}"


def unread_lines(comparison: ReviewComparison) -> Iterator[str]:
    """Yield the merged pull requests whose plan could not be compared."""
    for plan in comparison.unread:
        yield f"#{plan.pull_request.number} was merged, but {plan.problem}"


def comparison_blocks(comparison: ReviewComparison) -> Iterator[doc.Block]:
    """Yield the blocks of a document, for a job's summary."""
    stopping = comparison.stopping
    yield doc.Heading(1, (own("Compared with what was reviewed: "), foreign(comparison.workspace)))
    kind = doc.CalloutKind.CAUTION if stopping else doc.CalloutKind.NOTE
    yield doc.Callout(kind, ((own(comparison_sentence(comparison)),),))
    if comparison.changes:
        head = tuple((own(title),) for title in ("posting", "what happens to it", "reviewed"))
        rows = tuple(
            ((code(change.address),), (own(ACTIONS[change.action].effect),), (_status(change),))
            for change in comparison.changes
        )
        yield doc.Table(head, rows)
    if unread := tuple((foreign(line),) for line in unread_lines(comparison)):
        yield doc.BulletList(unread)
    if stopping:
        lead, *inputs = way_out_lines(comparison)
        yield doc.Paragraph((own(lead),))
        yield doc.CodeBlock("\n".join(inputs), "yaml")


def _status(change: ReviewedChange) -> doc.Span:
    style = doc.Style.PLAIN if change.standing is ReviewStanding.AS_REVIEWED else doc.Style.STRONG
    return own(standing_words(change), style)


def comparison_data(comparison: ReviewComparison) -> dict[str, Any]:
    """Return the comparison as plain JSON data."""
    return {
        "workspace": comparison.workspace,
        "digest": comparison.digest,
        "reviewed": not comparison.stopping,
        "changes": [
            {
                "address": change.address,
                "action": change.action.value,
                "before_digest": change.before_digest,
                "after_digest": change.after_digest,
                "standing": change.standing.value,
                "pull_requests": list(change.pull_requests),
                "accepted": change.accepted,
            }
            for change in comparison.changes
        ],
        "unread": [{"pull_request": plan.pull_request.number, "problem": plan.problem} for plan in comparison.unread],
    }
