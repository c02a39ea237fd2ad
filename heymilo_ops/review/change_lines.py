"""Lines on a change as a whole: what becomes of the posting, and why."""

from __future__ import annotations

from collections.abc import Sequence

from heymilo_ops.review.document import Inline, Style, joined, own, sentence
from heymilo_ops.review.words import ActionWords

LONGEST = 600
"""Characters of a reason."""


def headline(words: ActionWords) -> Inline:
    """Return what becomes of a posting, in two parts."""
    return own(words.headline, Style.STRONG), own(f": {words.consequence}")


def why(reasons: Sequence[str]) -> Inline:
    """Return the reasons of a change as one sentence."""
    return own("Why: "), *joined((sentence(reason[:LONGEST]) for reason in reasons), "; "), own(".")
