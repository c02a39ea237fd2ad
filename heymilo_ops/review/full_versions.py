"""Both versions of each interview in full, for the page and the Word file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from heymilo_ops.plan.change import Change
from heymilo_ops.plan.review_input import ReviewInput
from heymilo_ops.review import document as doc
from heymilo_ops.review.document import code, foreign, own
from heymilo_ops.review.script import script_of
from heymilo_ops.text.sanitize import one_line


def full_versions(review: ReviewInput, changes: Iterable[Change]) -> tuple[doc.Block, ...]:
    """Return a heading and both versions of each change of one section; nothing where no design is known."""
    several = tuple(changes)
    return tuple(block for change in several for block in _versions(review, change, is_named=len(several) > 1))


def _versions(review: ReviewInput, change: Change, *, is_named: bool) -> Iterator[doc.Block]:
    designs = review.designs_of(change)
    if designs.before is None and designs.after is None:
        return
    name = (own(" · "), foreign(change.title or change.address), own(" "), code(change.address)) if is_named else ()
    sides = doc.SideBySide(
        script_of(designs.before, designs.before_keys) if designs.before is not None else None,
        script_of(designs.after, designs.after_keys) if designs.after is not None else None,
        public=review.public,
        address=change.address,
    )
    if designs.before is not None and designs.after is not None:
        yield doc.Heading(3, (own("Both versions in full, as the candidate meets them"), *name))
        yield sides
    else:  # what is new was told step by step above, and of what ends nothing has to be compared
        title = f" · {change.title or change.address}" if is_named else ""
        yield doc.Details(one_line(f"In full, as the candidate meets it{title}"), (sides,))
