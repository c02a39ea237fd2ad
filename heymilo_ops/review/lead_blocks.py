"""What a review begins with: the verdict, what kind of change it is, what must be fixed, and who decides what."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from heymilo_ops.plan.change import Plan
from heymilo_ops.plan.review_input import ReviewInput
from heymilo_ops.review import document as doc
from heymilo_ops.review.change_facts import ChangeFacts
from heymilo_ops.review.document import Inline, Style, foreign, joined, own, sentence
from heymilo_ops.review.finding_blocks import must_fix_blocks, open_blocks
from heymilo_ops.review.loosened_blocks import loosened_callouts
from heymilo_ops.review.notice_alerts import TOPICS, NoticeAlert
from heymilo_ops.review.plan_words import plan_notes, plan_summary
from heymilo_ops.review.role_words import ROLES
from heymilo_ops.review.roles import RoleTask
from heymilo_ops.review.set_aside import set_aside_blocks
from heymilo_ops.review.shared_sections import shared_item
from heymilo_ops.review.verdict import ReviewVerdict

_MOST = 50
"""Notes shown at most; the rest is counted."""
_LONGEST = 600
"""Characters of a note."""
_BARE = re.compile(r"\d|(At least|Fewer than|People|Takes) ")
"""The beginning of a verdict that only says how long an interview takes, or how many people it concerns."""


_TEXT_ALONE = "Only the text is seen here: whether what it was about goes on all the same, this tool can't see."


def lead_blocks(
    review: ReviewInput,
    verdict: ReviewVerdict,
    tasks: Sequence[RoleTask],
    titles: Mapping[str, str],
    facts: Sequence[ChangeFacts],
) -> Iterator[doc.Block]:
    """Yield what concerns all of a plan."""
    is_bare = _BARE.match(verdict.line) is not None
    yield doc.Heading(1, (own(f"{_capital(verdict.words[0])} · {verdict.line}" if is_bare else verdict.line),))
    yield doc.Paragraph(label_spans(verdict.words))
    yield doc.Paragraph((own("In workspace "), foreign(review.plan.workspace), own(": "), *_summary(review)))
    yield from must_fix_blocks(review.must_fix, titles)
    yield from set_aside_blocks(review, facts, titles)
    yield from loosened_callouts(review)
    if tasks:
        yield _tasks(tasks)
    changing = {change.address for change in review.changes}
    rest = [item for item in review.findings if not item.must_fix and item.dismissed is None]
    yield from open_blocks([item for item in rest if changing.isdisjoint(item.addresses)], titles)
    if review.plan.shared:
        yield doc.BulletList(tuple(map(shared_item, review.plan.shared[:_MOST])))


def label_spans(words: Sequence[str]) -> Inline:
    """Return the classes of a change, the gravest in bold."""
    first, *others = words
    return own(_capital(first), Style.STRONG), own("".join(f" · {other}" for other in others))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def alert_blocks(alerts: Sequence[NoticeAlert]) -> Iterable[doc.Block]:
    """Yield what candidates were told and aren't any more."""
    if alerts:
        yield doc.Callout(doc.CalloutKind.WARNING, (*map(_alert, alerts), (own(_TEXT_ALONE),)))


def _alert(alert: NoticeAlert) -> Inline:
    lead = own(f"Candidates are no longer told {TOPICS[alert.topic]}", Style.STRONG)
    if alert.still:
        lead = own(f"A sentence on {TOPICS[alert.topic].removeprefix('that ')} is removed", Style.STRONG)
    still: Inline = (own(" Still there: “"), foreign(alert.still), own("”")) if alert.still else ()
    return lead, own(": “"), foreign(alert.words), own("”"), *still


def _summary(review: ReviewInput) -> Inline:
    head, rest = plan_summary(review.plan)
    if head != "Plan:" and review.must_fix:
        return (own("nothing is done until this is fixed: what is live stays as it is."),)
    if head != "Plan:":
        return (foreign(f"{head}{rest}"),)
    counts, _, scope = rest.strip().partition(".")
    some = [part for part in counts.split(", ") if not part.startswith("0 ")]
    return (foreign(f"{', '.join(some)}.{scope}"),)


def _tasks(tasks: Sequence[RoleTask]) -> doc.Table:
    head = tuple((own(title),) for title in ("Who should look", "What changed", "What to decide"))
    rows = (
        (
            (own(ROLES[task.role], Style.STRONG), *((own(" "), foreign(task.team)) if task.team else ())),
            joined(((foreign(part),) for part in task.changed), ", "),
            joined(((foreign(part),) for part in task.decides), " "),
        )
        for task in tasks
    )
    return doc.Table(head, tuple(rows))


def notes_section(plan: Plan) -> Iterator[doc.Section]:
    """Yield the notes of a plan, folded: most are for whoever applies it."""
    texts = plan_notes(plan)
    if plan.unmanaged:  # it concerns all of the plan
        texts = (texts[-1], *texts[:-1])
    items = [sentence(text[:_LONGEST]) for text in texts[:_MOST]]
    if len(texts) > _MOST:
        items.append((own(f"and {len(texts) - _MOST} more"),))
    if items:
        name = own(f"Notes on this plan ({len(texts)})")
        notes = doc.Details(name.text, (doc.BulletList(tuple(items)),))
        yield doc.Section((), (notes,), postings=0, name=(name,), kind="notes", brief=(notes,))
