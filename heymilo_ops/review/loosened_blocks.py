"""The blocks on what is checked less than on the default branch, and on what could not be compared with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from heymilo_ops.plan.review_input import ReviewInput
from heymilo_ops.review import document as doc
from heymilo_ops.review.document import Inline, Style, code, foreign, own
from heymilo_ops.review.loosened_words import (
    ADDRESSED,
    LoosenedGroup,
    LoosenedLine,
    loosened_groups,
    uncompared_lines,
)

TITLE = "What is checked less than before"
_HEAD = tuple((own(title),) for title in ("What", "Before", "After", "Where"))


def loosened_callouts(review: ReviewInput) -> Iterator[doc.Block]:
    """Yield one line for each kind of what is checked less, and what could not be compared."""
    if groups := loosened_groups(review):
        lead: Inline = (own(f"{TITLE}", Style.STRONG), own(f" ({ADDRESSED[:1].lower()}{ADDRESSED[1:]}):"))
        yield doc.Callout(doc.CalloutKind.WARNING, (lead, *((foreign(group.title),) for group in groups)))
    if lines := uncompared_lines(review):
        yield doc.Callout(doc.CalloutKind.NOTE, tuple((foreign(line), own(".")) for line in lines))


def loosened_sections(review: ReviewInput) -> Iterator[doc.Section]:
    """Yield the section with every setting: of one kind the gravest, and on a page all."""
    groups = loosened_groups(review)
    if not groups:
        return
    head = doc.Heading(2, (own(TITLE),))
    blocks = (head, doc.Paragraph((own(f"{ADDRESSED}."),)), *(block for group in groups for block in _blocks(group)))
    rest = tuple(block for group in groups for block in _rest(group))
    yield doc.Section(blocks, postings=0, page=rest, name=head.text, kind="settings", brief=blocks)


def _blocks(group: LoosenedGroup) -> Iterator[doc.Block]:
    more = f" The gravest {len(group.gravest)} stand here, all of them on the page." if group.more else ""
    yield doc.Paragraph((foreign(group.title, Style.STRONG), own(f".{more}")))
    yield _table(group.gravest)


def _rest(group: LoosenedGroup) -> Iterator[doc.Block]:
    if group.more:
        yield doc.Paragraph((foreign(group.title, Style.STRONG), own(f"; the other {group.more}:")))
        yield _table(group.lines[len(group.gravest) :])


def _table(lines: Iterable[LoosenedLine]) -> doc.Table:
    rows = (
        (
            (foreign(line.what),),
            (foreign(line.before),),
            (foreign(line.after, Style.STRONG),),
            (code(f"{line.path}:{line.line}"),),
        )
        for line in lines
    )
    return doc.Table(_HEAD, tuple(rows))
